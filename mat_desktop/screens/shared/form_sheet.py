"""One instrument on the screen in paper order: a digit answers and moves on, the mouse works as well.

The key is the value printed on the form. M is "not answered", I "cannot be read", R "would rather not say".
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.responses import Entered, FormView, ItemView
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.parts import Segments, button, column, label, line
from mat_desktop.workshop.answers.instruments import Item, Option, typed_value
from mat_desktop.workshop.answers.responses import AnswerState

STATES = {
    AnswerState.MISSING: "Not answered",
    AnswerState.ILLEGIBLE: "Cannot be read",
    AnswerState.REFUSED: "Would rather not say",
}
_KEYS = {Qt.Key.Key_M: AnswerState.MISSING, Qt.Key.Key_I: AnswerState.ILLEGIBLE, Qt.Key.Key_R: AnswerState.REFUSED}
_WAIT_MS = 1200
Keep = Callable[[int, Entered | None], object]


class FormSheet(QWidget):
    """All questions of one instrument. `keep` is given the item and what was entered, None when it is taken back."""

    def __init__(self, shown: FormView, keep: Keep, done: Callable[[], object], *, words: bool) -> None:
        super().__init__()
        self._keep, self._done = keep, done
        self._typed = ""
        self._items = {i.number: _plain(i) for i in shown.items}
        self._order = [i.number for i in shown.items]
        self._at = self._order[0]
        self._rows: dict[int, Row] = {}
        self._pause = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._pause.timeout.connect(self._settle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{shown.title}: type the digits of the sheet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for item in shown.items:
            row = Row(item, self._clicked, self._keep, words=words)
            self._rows[item.number] = row
            layout.addWidget(row)
            layout.addWidget(line())
        self.show_form(shown)

    def show_form(self, shown: FormView, *, second: bool = False) -> None:
        """Show what is kept; in a blind second entry only what that read."""
        for item in shown.items:
            self._rows[item.number].show_answer(item.second if second else item.answer)
        self._mark()

    def start(self) -> None:
        """Begin at the first question without an answer."""
        self._at = next((n for n in self._order if not self._rows[n].answered), self._order[0])
        self._mark()
        self.setFocus()

    def _mark(self) -> None:
        for number, row in self._rows.items():
            row.mark(number == self._at and self.hasFocus())
        parent: QWidget | None = self.parentWidget() if self.hasFocus() else None
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(self._rows[self._at], 0, 50)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The question at hand is marked while the sheet has the keyboard."""
        self._mark()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A number half typed is kept when the keyboard goes elsewhere."""
        self._settle()
        self._mark()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers and moves on; on a scale to ten, 1 waits for 0 or Enter."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        key, typed = Qt.Key(event.key()), event.text()
        if typed.isascii() and typed.isdecimal():
            self._digit(typed)
        elif key in _KEYS:
            self._give(Entered(_KEYS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._settle():
                self._done()
        elif key == Qt.Key.Key_Backspace:
            self._back()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._settle()
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _digit(self, digit: str) -> None:
        item = self._items[self._at]
        value, longer = typed_value(item, self._typed + digit)
        if value is None and not longer:
            self._settle()
            item = self._items[self._at]
            value, longer = typed_value(item, digit)
            self._typed = ""
            if value is None and not longer:
                self._rows[self._at].complain(item)
                return
        self._typed += digit
        if value is not None and not longer:
            self._settle()
        else:
            self._pause.start()

    def _settle(self) -> bool:
        """Keep a number half typed. True when there was one."""
        self._pause.stop()
        typed, self._typed = self._typed, ""
        if not typed:
            return False
        value, _ = typed_value(self._items[self._at], typed)
        if value is not None:
            self._give(Entered(value=value))
        return True

    def _give(self, entered: Entered) -> None:
        item, words = self._at, self._rows[self._at].own_words.text()
        self._move(1)
        self._keep(item, replace(entered, words=words) if entered.value is not None else entered)

    def _back(self) -> None:
        self._typed = ""
        self._move(-1)

    def _move(self, by: int) -> None:
        place = self._order.index(self._at) + by
        self._at = self._order[max(0, min(place, len(self._order) - 1))]
        self._mark()

    def _clicked(self, item: int, entered: Entered | None) -> None:
        self._at = item
        self.setFocus()
        if entered is None:
            self._keep(item, None)
        else:
            self._give(entered)


def _plain(item: ItemView) -> Item:
    return Item(item.number, item.words, tuple(Option(value, words) for value, words in item.options))


class Row(QWidget):
    """One question: its number, its words, its answers, and a menu for why there is none."""

    def __init__(self, item: ItemView, clicked: Keep, worded: Keep, *, words: bool) -> None:
        super().__init__()
        self.answered = False
        self._item, self._clicked, self._keep_words = item, clicked, worded
        options = [(str(v), said if words and said else str(v)) for v, said in item.options]
        wide = max(34, min(84, 430 // len(options)))
        self.answers = Segments(options, item.words, self._chosen, wide)
        self.answers.setFixedWidth(wide * len(options))
        for (value, said), (key, _) in zip(item.options, options, strict=True):
            found = self.answers.button(key)
            found.setToolTip(f"{value} {said}".strip())
            found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            found.setAccessibleName(f"{item.words}: {said or value}")
        self.why = button("…", lambda: None, "flag")
        self.why.setAccessibleName(f"{item.words}: why there is no answer")
        self.why.setFixedWidth(40)
        self.why.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.why.setMenu(self._menu())
        self.state: QLabel = label("", "attn", wrap=True)
        self.state.hide()
        self._entered: Entered | None = None
        texts = column(label(item.words, "strong", wrap=True), gap=0)
        self.own_words = LineField("", lambda said, _visit: self._worded(said))
        self.own_words.edit.setAccessibleName(f"{item.words}, in own words")
        self.own_words.setVisible(item.own_words)
        if item.own_words:
            texts.addWidget(self.own_words)
        self.setToolTip(item.hint)
        if item.hint and not words:
            texts.addWidget(label(item.hint, "small", wrap=True))
        texts.addWidget(self.state)
        self._number = label(str(item.number), "muted")
        self._number.setFixedWidth(22)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 3, 0, 3)
        layout.setSpacing(10)
        layout.addWidget(self._number)
        layout.addLayout(texts, 1)
        layout.addWidget(self.answers)
        layout.addWidget(self.why)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for state, words in STATES.items():
            menu.addAction(words, partial(self._clicked, self._item.number, Entered(state)))
        menu.addAction("Take the answer back", lambda: self._clicked(self._item.number, None))
        return menu

    def _chosen(self, key: str) -> None:
        self._clicked(self._item.number, Entered(value=int(key), words=self.own_words.text()))

    def _worded(self, said: str) -> str:
        """Own words stand beside the answer, or alone until there is one."""
        value = self._entered.value if self._entered is not None else None
        kept = Entered(value=value, words=said) if said.strip() or value is not None else None
        self._keep_words(self._item.number, kept)
        return ""

    def show_answer(self, entered: Entered | None) -> None:
        """Show one answer, or why there is none."""
        self.answered, self._entered = entered is not None, entered
        value = str(entered.value) if entered is not None and entered.value is not None else ""
        self.answers.set(value)
        words = STATES.get(entered.state, "") if entered is not None else ""
        if words and self._item.safety:
            words += ": ask"
        self.own_words.set(entered.words if entered is not None else "", self._item.number)
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def complain(self, item: Item) -> None:
        """Say which digits this question has."""
        self.state.setText(f"The answers go from {min(item.values)} to {max(item.values)}.")
        self.state.show()

    def mark(self, on: bool) -> None:
        """Show that the keyboard is at this question."""
        name = "soft" if on else "bare"
        if self.objectName() != name:
            self.setObjectName(name)
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on)
            self.style().unpolish(self)
            self.style().polish(self)


class FormHolder(QWidget):
    """Holds the sheet of one instrument, and makes another when another instrument is at hand."""

    def __init__(self, keep: Keep, done: Callable[[], object], *, words: bool = False) -> None:
        super().__init__()
        self._keep, self._done, self._words = keep, done, words
        self._shown = ""
        self.sheet: FormSheet | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_form(self, shown: FormView, *, second: bool = False) -> None:
        """Show one instrument with its answers."""
        if self.sheet is None or self._shown != shown.instrument:
            if self.sheet is not None:
                self._layout.removeWidget(self.sheet)
                self.sheet.hide()
                self.sheet.deleteLater()
            self.sheet = FormSheet(shown, self._keep, self._done, words=self._words)
            self._layout.addWidget(self.sheet)
            self._shown = shown.instrument
        self.sheet.show_form(shown, second=second)
