"""Fields that keep what is typed: on leaving, or after one second's pause. No save button anywhere."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.typed_day import Read, SeveralDays, Tense, read_day
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import new_visit
from mat_desktop.screens.shared.buttons import TickBox
from mat_desktop.screens.shared.entering import WRONG
from mat_desktop.screens.shared.lines import Line, Text
from mat_desktop.screens.shared.over import SaidOver
from mat_desktop.screens.shared.parts import button, label
from mat_desktop.screens.shared.still import StillCombo

PAUSE_MS = 1000
_LONGEST_DAY = "30 September 2026"
_LIKE, _LIKE_BEFORE = "like 3 Dec or +14", "like 3 Dec or today"
"""How a day may be typed. A whole date in an empty field reads as if it were kept."""
_LONG_TITLE = 32
"""A title of more letters than these goes on in a second line where its field is narrow."""
Keep = Callable[[str, str], str]
"""Keeps a text under a visit; returns the sentence when it is refused, or nothing."""


class _Line(Line):
    """Tells when the keyboard comes and goes. A filter would be asked about every event, and a page has many fields."""

    entered, left = Signal(), Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes."""
        self.entered.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes."""
        self.left.emit()
        super().focusOutEvent(event)


class _Text(Text):
    """The same of several lines."""

    entered, left = Signal(), Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes."""
        self.entered.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes."""
        self.left.emit()
        super().focusOutEvent(event)


class Field(QWidget):
    """What a line and a text have in common. `keep` is given the text and the visit."""

    def __init__(self, title: str, edit: _Line | _Text, keep: Keep) -> None:
        super().__init__()
        self.edit = edit
        self._keep = keep
        self._kept = ""
        self._kept_as: str | None = None
        """What came of the typing that is being kept: a time typed as 2030 is kept as 20:30."""
        self._owner: object = None
        self._visit = new_visit()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.commit)
        edit.setAccessibleName(title)
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.title = label(title, "label", wrap=len(title) > _LONG_TITLE)
        self.title.setBuddy(edit)
        self._over = SaidOver(edit)
        self.error = self._over.sentence
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(edit)
        self.title.setVisible(bool(title))
        edit.textChanged.connect(self._typed)
        edit.entered.connect(self._begin_visit)
        edit.left.connect(self.commit)

    def _begin_visit(self) -> None:
        self._visit = new_visit()

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    def _to_top(self) -> None:
        if isinstance(self.edit, QPlainTextEdit) and not self.edit.hasFocus():
            self.edit.moveCursor(QTextCursor.MoveOperation.Start)

    def clear(self) -> None:
        """Empty the field without keeping anything."""
        self._kept = self.text()
        self.set("", self._owner)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.text() != self._kept

    def set(self, words: str, owner: object = None) -> None:
        """Show what is kept of `owner`; typing that is not kept yet stays as long as the owner is the same."""
        if self.dirty and owner == self._owner and words != self.text():
            self._kept_as = words
            return
        self._owner = owner
        self._kept, self._kept_as = words, None
        if words != self.text():
            if isinstance(self.edit, QLineEdit):
                self.edit.setText(words)
                self.edit.setCursorPosition(0 if not self.edit.hasFocus() else len(words))
            else:
                self.edit.setPlainText(words)
                QTimer.singleShot(0, self._to_top)
        self._pause.stop()
        self.complain("")

    def _typed(self) -> None:
        if self.dirty:
            self._pause.start()

    def commit(self) -> None:
        """Keep what stands in the field; a refusal is said over it and the typing stays."""
        self._pause.stop()
        if self.dirty:
            self._keep_typed()
        if self._kept_as is not None and not self.dirty and not self.edit.hasFocus():
            self.set(self._kept_as, self._owner)

    def _keep_typed(self) -> None:
        words, self._kept_as = self.text(), None
        refused = self._keep(words, self._visit)
        self.complain(refused)
        if not refused:
            self._kept = self.text()  # a date stands there in words now, whatever was typed for it

    def complain(self, sentence: str) -> None:
        """Say in the line over the field what is wrong, or take it away; nothing moves."""
        self._over.say(sentence)
        if sentence or self.edit.property(WRONG):
            self.edit.setAccessibleDescription(sentence)
        if self.edit.property(WRONG) != bool(sentence):
            self.edit.setProperty(WRONG, bool(sentence))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)

    def start(self) -> None:
        """Put the keyboard here."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class LineField(Field):
    """One line of text; `letters` are at least seen whole in it, and it is no wider where only these come into it."""

    def __init__(self, title: str, keep: Keep, hint: str = "", *, letters: str = "") -> None:
        edit = _Line()
        edit.setPlaceholderText(hint)
        if letters:
            hold(edit, letters=letters)
            edit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        super().__init__(title, edit, keep)
        edit.returnPressed.connect(self.commit)


class TextField(Field):
    """Several lines of text; Tab leaves it."""

    def __init__(self, title: str, keep: Keep, lines: int = 3, hint: str = "") -> None:
        edit = _Text()
        edit.setPlaceholderText(hint)
        hold(edit, height=20 + lines * 24)
        super().__init__(title, edit, keep)


class DateField(LineField):
    """A date in words. What can mean two days, or a year of two figures, is asked under the field, never guessed."""

    def __init__(
        self,
        title: str,
        keep: Callable[[date, str], str] | None,
        today: Callable[[], date],
        tense: Tense = Tense.OPEN,
    ) -> None:
        super().__init__(title, self._keep_read, _LIKE_BEFORE if tense is Tense.HAPPENED else _LIKE)
        self._keep_date, self._today, self._tense = keep, today, tense
        hold(self.edit, letters=_LONGEST_DAY)
        self.edit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._offered: tuple[date, ...] = ()

    def day(self) -> date | None:
        """The day that stands in the field, shown in words; otherwise it says what is wrong or asks which it is."""
        typed = read_day(self.text(), self._today(), self._tense)
        if isinstance(typed, Read):
            self.edit.setText(day_month_year(typed.day))  # type: ignore[union-attr]
            self.complain("")
            return typed.day
        self._offer(typed.days if isinstance(typed, SeveralDays) else ())
        super().complain(typed.sentence)
        return None

    def _keep_read(self, words: str, visit: str) -> str:
        if not words.strip() and self._keep_date is None:
            return ""
        day = self.day()
        if day is None:
            return self.error.text()
        refused = self._keep_date(day, visit) if self._keep_date else ""
        if not refused:
            self._kept = self.text()
            self.set_day(day, self._owner)
        return refused

    def complain(self, sentence: str) -> None:
        """Say what is wrong; days that were offered stay only under the question about them."""
        if sentence != self.error.text():
            self._offer(())
        super().complain(sentence)

    def _offer(self, days: tuple[date, ...]) -> None:
        """A button a day. The same days stay the same buttons, or a click on one of them would go astray."""
        if days == self._offered:
            return
        self._offered = days
        self._over.offer([button(day_month_year(day), partial(self._take, day)) for day in days])

    def _take(self, day: date) -> None:
        self.edit.setText(day_month_year(day))  # type: ignore[union-attr]
        self.edit.setFocus()
        self.commit()

    def set_day(self, day: date | None, owner: object = None) -> None:
        """Show a date."""
        self.set(day_month_year(day) if day else "", owner)

    def _typed(self) -> None:
        """A date is read when the field is left, not while it is typed; a question about the old one goes."""
        if self.error.text():
            self.complain("")


class ChoiceField(QWidget):
    """One of several values; editable where the list is long."""

    def __init__(self, title: str, values: Sequence[tuple[str, str]], chosen: Callable[[str], object]) -> None:
        super().__init__()
        self.box = StillCombo()
        self.box.setAccessibleName(title)
        self.box.setMaxVisibleItems(12)
        for key, words in values:
            self.box.addItem(words, key)
        self.box.activated.connect(lambda place: chosen(self.box.itemData(place)))
        self.title = label(title, "label")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.box)
        # Only now: what is shown before it has a place is a window of its own for a moment.
        self.title.setVisible(bool(title))

    def set(self, value: str) -> None:
        """Show one value; an unknown one is added."""
        place = self.box.findData(value)
        if place < 0:
            self.box.addItem(value, value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)


class Tick(TickBox):
    """A box to tick, kept at once."""

    def __init__(self, words: str, then: Callable[[bool], object]) -> None:
        super().__init__(words)
        self.setAccessibleName(words)
        self.clicked.connect(lambda on: then(bool(on)))

    def set(self, on: bool) -> None:
        """Show whether it is ticked."""
        self.setChecked(on)
