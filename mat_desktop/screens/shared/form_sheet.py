"""One instrument on the screen in paper order: digits answer the question that has the ring, the mouse works as well.

The key is the value printed on the form, T is ten. M is "not answered", I "cannot be read", R "would rather not say".
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.laying_out import lay_out
from mat_desktop.screens.shared.parts import line
from mat_desktop.screens.shared.question_row import QuestionRow, ShownQuestion
from mat_desktop.screens.shared.ring import into_sight
from mat_desktop.screens.shared.sheet_keys import (
    BY_HAND,
    ONLY_WAITING,
    OTHER_KEYS,
    SIDEWAYS,
    STATE_KEYS,
    STAYS,
    UP_DOWN,
)
from mat_desktop.workshop.answers.instruments import Item, Option, typed_value
from mat_desktop.workshop.answers.responses import AnswerState

_TEN = 10
"""Which T stands for, where a scale goes so far."""
Keep = Callable[[int, Entered | None], object]


class FormSheet(QWidget):
    """All questions of one sheet, one of which has the ring.

    `keep` is given the number of a question and what was entered, None when it is taken back. An answer that stands is
    written over only where the hand itself has put the ring: a digit too many, or one that slipped, changes nothing.
    """

    def __init__(self, title: str, questions: Sequence[ShownQuestion], keep: Keep, done: Callable[[], object]) -> None:
        super().__init__()
        self._keep, self._done = keep, done
        self._owner: object = None
        self._typed = ""
        self._aimed: int | None = None
        self._by_hand = self._halted = False
        self._acts: dict[int, Callable[[QuestionRow], object]] = {
            Qt.Key.Key_Backspace: self._back,
            Qt.Key.Key_Delete: self._take_back,
            Qt.Key.Key_Escape: self._drop,
            Qt.Key.Key_Space: self._settle,
            **dict.fromkeys(ENTER, self._enter),
        }
        self.setAccessibleName(f"{title}: type the digits of the sheet")
        self.rows = {q.number: QuestionRow(q, self) for q in questions}
        self._order = list(self.rows.values())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in self._order:
            layout.addWidget(row)
            layout.addWidget(line())

    def show_answers(self, answers: Mapping[int, Entered | None], owner: object) -> None:
        """Show what is kept of one owner; of another one before nothing stays, no half number and no complaint."""
        if owner != self._owner:
            self._owner = owner
            self._forget()
        for number, row in self.rows.items():
            row.show_answer(answers.get(number), owner)

    def show_notes(self, notes: Mapping[int, str]) -> None:
        """Show what is to be said under some questions now; under all others nothing more."""
        for number, row in self.rows.items():
            row.remark(notes.get(number, row.question.note))

    def _forget(self) -> None:
        self._typed, self._aimed = "", None
        self._by_hand = self._halted = False
        for row in self._order:
            row.wait("")

    @property
    def ringed(self) -> QuestionRow | None:
        """The question that has the ring."""
        return next((row for row in self._order if row.hasFocus()), None)

    @property
    def waits(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return bool(self._typed) or self._aimed is not None

    @property
    def first_open(self) -> QuestionRow:
        """The first question without an answer; the first of all where there is none."""
        return next((row for row in self._order if not row.answered), self._order[0])

    def start(self) -> None:
        """Put the ring on the first question without an answer, where it is seen: what stands above it has its room."""
        lay_out(self.window())
        first = self.first_open
        self._go(first, by_hand=False)
        self._show(first)

    def commit(self) -> None:
        """Keep what is half typed, for the question in which it stands."""
        if self.waits and (row := self._waiting_row):
            self._settle(row)

    @property
    def _waiting_row(self) -> QuestionRow | None:
        return next((row for row in self._order if row.waiting), None)

    def arrived(self, row: QuestionRow, reason: Qt.FocusReason) -> None:
        """The ring came; it is seen, and a click scrolls nothing."""
        if reason in BY_HAND:
            self._by_hand, self._halted = True, False
        if reason not in STAYS:
            self._show(row)

    def _show(self, row: QuestionRow) -> None:
        parent: QWidget | None = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(row, 0, 60)
            into_sight(row)

    def left(self, row: QuestionRow) -> None:
        """What is half typed belongs to the question that is left; what was wrong there is over."""
        if self.waits and row.waiting:
            self._settle(row)
        else:
            row.complain("")

    def clicked(self, row: QuestionRow, entered: Entered | None) -> None:
        """Keep exactly the answer that was clicked; the ring is on its question."""
        self._typed, self._aimed = "", None
        row.wait("")
        self._by_hand, self._halted = True, False
        if not row.hasFocus():
            row.setFocus(Qt.FocusReason.MouseFocusReason)
        self._hand_in(row, entered)
        self._by_hand = True

    def worded(self, row: QuestionRow, entered: Entered | None) -> None:
        """Keep own words."""
        self._keep(row.question.number, entered)

    def key_pressed(self, row: QuestionRow, event: QKeyEvent) -> bool:
        """Do what a key means for the question with the ring; a held key means nothing more."""
        if event.modifiers() & OTHER_KEYS:
            return False
        key, typed = Qt.Key(event.key()), event.text()
        act = self._meaning(row, key, typed)
        if act is None:
            return False
        if not event.isAutoRepeat() or key in UP_DOWN:
            act()
        return True

    def _meaning(self, row: QuestionRow, key: Qt.Key, typed: str) -> Callable[[], object] | None:
        """What a key does here; None where it is none of the sheet's."""
        if typed.isascii() and typed.isdecimal():
            return lambda: self._digit(row, typed)
        if key is Qt.Key.Key_T and not self._typed and any(value == _TEN for value, _, _ in row.question.options):
            return lambda: self._give(row, Entered(value=_TEN))
        if key in STATE_KEYS and STATE_KEYS[key] in row.question.states:
            return lambda: self._state(row, STATE_KEYS[key])
        if key in UP_DOWN:
            return lambda: self._step(row, UP_DOWN[key])
        if not row.question.by_digits and key in SIDEWAYS:
            return lambda: self._aim(row, SIDEWAYS[key])
        act = self._acts.get(key) if key not in ONLY_WAITING or self.waits else None
        return (lambda: act(row)) if act is not None else None

    def _digit(self, row: QuestionRow, digit: str) -> None:
        if not row.question.by_digits:
            self._refuse(row, "Choose with the left and right arrow, or click")
            return
        if self._halted:
            self._already(row)
            return
        value, longer = typed_value(_item(row.question), self._typed + digit)
        if value is None and not longer:
            values = [v for v, _, _ in row.question.options]
            self._refuse(row, f"The answers go from {min(values)} to {max(values)}")
        elif longer:
            self._typed += digit
            row.wait(self._typed)
        else:
            self._typed = ""
            row.wait("")
            self._give(row, Entered(value=value))

    def _state(self, row: QuestionRow, state: AnswerState) -> None:
        self._settle(row)
        self._give(row, Entered(state))

    def _aim(self, row: QuestionRow, by: int) -> None:
        values = [v for v, _, _ in row.question.options]
        now = self._aimed if self._aimed is not None else row.value
        place = values.index(now) + by if now in values else 0
        self._aimed = values[max(0, min(place, len(values) - 1))]
        self._by_hand = True
        row.wait(row.question.said(Entered(value=self._aimed)))

    def _half(self, row: QuestionRow) -> int | None:
        """The value that stands half typed, or was aimed at by arrows."""
        if self._aimed is not None:
            return self._aimed
        return typed_value(_item(row.question), self._typed)[0] if self._typed else None

    def _settle(self, row: QuestionRow) -> bool:
        """Keep what is half typed here, without going on. True when there was something to keep."""
        value, typed = self._half(row), self._typed
        self._typed, self._aimed = "", None
        row.wait("")
        if value is not None:
            return self._allowed(row, Entered(value=value)) and self._hand_in(
                row, self._beside(row, Entered(value=value))
            )
        if typed:
            self._refuse(row, f"There is no answer {typed}")
        return False

    def _beside(self, row: QuestionRow, entered: Entered) -> Entered:
        """A value with the own words that stand beside it."""
        return replace(entered, words=row.own_words.text()) if entered.value is not None else entered

    def _allowed(self, row: QuestionRow, entered: Entered) -> bool:
        """Whether this may be kept: nothing is written over unless the hand put the ring here."""
        if not row.answered or self._by_hand or row.says(entered):
            return True
        self._halted = True
        self._already(row)
        return False

    def _already(self, row: QuestionRow) -> None:
        # A reason for no answer stands there in words already.
        already = f"Already {row.value}. Click" if row.value is not None else "Click"
        self._refuse(row, f"{already} another, or press Delete first")

    def _refuse(self, row: QuestionRow, sentence: str) -> None:
        row.complain(f"{sentence}.")
        QApplication.beep()

    def _give(self, row: QuestionRow, entered: Entered) -> None:
        """Keep an answer that was typed, and go on to the next question."""
        if not self._allowed(row, entered):
            return
        row.complain("")
        following = self._beyond(row, 1)
        # The ring goes on first: what a deed shows afresh keeps the scrolling as it finds it.
        self._go(following, by_hand=False)
        if not self._hand_in(row, self._beside(row, entered)):
            self._go(row, by_hand=False)

    def _hand_in(self, row: QuestionRow, entered: Entered | None) -> bool:
        """Hand it to whoever keeps it. False where it was refused; then the row shows what stands."""
        self._by_hand = False
        if entered is not None and row.says(entered):
            return True
        self._keep(row.question.number, entered)
        if not isValid(row):
            return True
        row.show_answer(row.entered, self._owner)
        return row.entered is None if entered is None else row.says(entered)

    def _take_back(self, row: QuestionRow) -> None:
        if self.waits:
            self._drop(row)
        elif row.answered:
            self._halted = False
            row.complain("")
            self._hand_in(row, None)

    def _drop(self, row: QuestionRow) -> None:
        self._typed, self._aimed = "", None
        row.wait("")

    def _back(self, row: QuestionRow) -> None:
        if self.waits:
            self._typed, self._aimed = self._typed[:-1], None
            row.wait(self._typed)
        else:
            self._step(row, -1)

    def _enter(self, row: QuestionRow) -> None:
        """Keep what waits and go on; else go to the next open question, and after the last do what the page says."""
        if self.waits:
            if self._settle(row):
                self._go(self._beyond(row, 1), by_hand=False)
            return
        later = self._order[self._order.index(row) + 1 :]
        following = next((one for one in later if not one.answered), None)
        if following is not None:
            self._go(following, by_hand=False)
        else:
            self._done()

    def _step(self, row: QuestionRow, by: int) -> None:
        self.commit()
        self._go(self._beyond(row, by), by_hand=True)

    def _beyond(self, row: QuestionRow, by: int) -> QuestionRow:
        place = self._order.index(row) + by
        return self._order[max(0, min(place, len(self._order) - 1))]

    def _go(self, row: QuestionRow, *, by_hand: bool) -> None:
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._by_hand, self._halted = by_hand, False


def _item(question: ShownQuestion) -> Item:
    return Item(question.number, question.words, tuple(Option(value, words) for value, words, _ in question.options))
