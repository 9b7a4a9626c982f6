"""One question with its answers: a radio group that has the focus itself, with the number that is printed."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QMenu,
    QStyle,
    QStyleOption,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.tokens import TARGET
from mat_desktop.screens.shared.answer import Answers
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.parts import boxed, button, column, keep_line, label, row
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.screens.shared.still import StillMenu
from mat_desktop.workshop.answers.responses import AnswerState

STATES = {
    AnswerState.MISSING: "Not answered",
    AnswerState.ILLEGIBLE: "Cannot be read",
    AnswerState.REFUSED: "Would rather not say",
}
_BESIDE = 6
"""So many answers stand beside their question; a longer scale stands under it."""
_TWO = 2
_QUESTION = 190
"""The width that a question wants, as drawn at 100 %: with less its answers stand under it."""
_WORDS_BESIDE, _WORDS_IN_A_LINE = 30, 80
"""So many letters of prepared answers stand beside their question, and in one line under it."""


@dataclass(frozen=True, kw_only=True)
class ShownQuestion:
    """What a row shows. `options` are value, what stands on the answer, and how it is said.

    `printed` is the number on paper. `by_digits` says whether the digits of the values are printed there; where they
    are not, an answer is chosen by arrow or click. `aloud` is how the question is put in a talk, never on paper.
    """

    number: int
    printed: str
    words: str
    options: tuple[tuple[int, str, str], ...]
    hint: str = ""
    aloud: str = ""
    note: str = ""
    keeps_note: bool = False
    """Whether a note comes only later, so that room is kept for it."""
    own_words: bool = False
    safety: bool = False
    by_digits: bool = True
    in_words: bool = False
    """Whether words stand on the answers although digits choose them."""
    states: tuple[AnswerState, ...] = tuple(STATES)

    def said(self, entered: Entered | None) -> str:
        """An answer as a person would say it; empty where there is none."""
        if entered is None:
            return ""
        if entered.value is None:
            return STATES.get(entered.state, "")
        return next((said for value, _, said in self.options if value == entered.value), str(entered.value))

    @property
    def letters(self) -> int:
        """How long the prepared answers are together; 0 where the digits of a scale stand on them."""
        return sum(len(words) for _, words, _ in self.options) if self.in_words or not self.by_digits else 0

    @property
    def title(self) -> str:
        """The number with the words, as a screen reader begins."""
        return f"{self.printed}. {self.words}" if self.printed else self.words


class Sheet(Protocol):
    """What a row tells the sheet that it stands on."""

    def key_pressed(self, row: "QuestionRow", event: QKeyEvent) -> bool:
        """A key came to the row that has the ring. True when it meant something."""
        ...

    def arrived(self, row: "QuestionRow", reason: Qt.FocusReason) -> None:
        """The ring is on this row now."""
        ...

    def left(self, row: "QuestionRow") -> None:
        """The ring has gone from this row."""
        ...

    def clicked(self, row: "QuestionRow", entered: Entered | None) -> None:
        """An answer was clicked, or a reason for none chosen; None takes the answer back."""
        ...

    def worded(self, row: "QuestionRow", entered: Entered | None) -> None:
        """Own words were written beside the answer."""
        ...


class QuestionRow(QGroupBox):
    """The question, its answers, and a menu for why there is none. Only the row takes the focus, not its answers."""

    def __init__(self, question: ShownQuestion, sheet: Sheet) -> None:
        super().__init__()
        self.question, self._sheet = question, sheet
        self.entered: Entered | None = None
        self._waiting = self._complaint = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("bare")
        named = [(value, words, f"{question.words}: {said}") for value, words, said in question.options]
        upright = question.letters > _WORDS_IN_A_LINE
        self.answers = Answers(named, lambda value: sheet.clicked(self, self._with_words(value)), upright=upright)
        for value, _, said in question.options:
            self.answers.button(value).setToolTip(said)
        self.why = button("…", lambda: None, "flag")
        self.why.setAccessibleName(f"{question.words}: why there is no answer")
        hold(self.why, width=TARGET)
        self.why.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.why.setMenu(self._menu())
        self.state, self.note = label("", "attn", wrap=True), label(question.note, "small", wrap=True)
        self.own_words = LineField("", lambda said, _visit: self._worded(said))
        self.own_words.edit.setAccessibleName(f"{question.words}, in own words")
        self._lay_out()
        self.show_answer(None)

    def _lay_out(self) -> None:
        question = self.question
        under = len(question.options) > _BESIDE or question.letters > _WORDS_BESIDE
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 4, 4)
        layout.setSpacing(10)
        if question.printed:
            number = label(question.printed, "strong")
            hold(number, width=22 if len(question.printed) < _TWO else 34)
            if under:
                number.setAlignment(Qt.AlignmentFlag.AlignTop)
            layout.addWidget(number)
        texts = self._texts()
        given = boxed(row(self.answers, self.why, gap=8 if under else 10))
        below = QVBoxLayout()
        below.setSpacing(4)
        if under:
            for part in (texts, given, self.state):
                below.addWidget(part)
        else:
            texts.layout().addWidget(self.state)  # type: ignore[union-attr]
            below.addWidget(SideBySide((texts, 1, _QUESTION), (given, 0, 0), gap=10))
        below.addWidget(self.note)
        layout.addLayout(below, 1)
        self.note.setVisible(bool(question.note))
        for kept in (self.state, self.note) if question.keeps_note else (self.state,):
            keep_line(kept)

    def _texts(self) -> QWidget:
        question = self.question
        texts = column(label(question.words, "strong", wrap=True), gap=0)
        texts.addWidget(self.own_words)
        self.own_words.setVisible(question.own_words)
        for words in (question.hint, question.aloud):
            if words:
                texts.addWidget(label(words, "small", wrap=True))
        return boxed(texts)

    def _menu(self) -> QMenu:
        menu = StillMenu("", self)
        for state in self.question.states:
            menu.addAction(STATES[state], lambda s=state: self._sheet.clicked(self, Entered(s)))  # type: ignore[misc]
        menu.addAction("Take the answer back", lambda: self._sheet.clicked(self, None))
        return menu

    def _with_words(self, value: int) -> Entered:
        return Entered(value=value, words=self.own_words.text())

    def _worded(self, said: str) -> str:
        """Own words stand beside the answer, or alone until there is one."""
        value = self.entered.value if self.entered is not None else None
        self._sheet.worded(self, Entered(value=value, words=said) if said.strip() or value is not None else None)
        return ""

    @property
    def waiting(self) -> str:
        """What is typed here and not kept yet."""
        return self._waiting

    @property
    def answered(self) -> bool:
        """Whether an answer stands here, or a reason for none."""
        return self.entered is not None

    @property
    def value(self) -> int | None:
        """The value that stands here."""
        return self.entered.value if self.entered is not None else None

    def says(self, entered: Entered) -> bool:
        """Whether exactly this stands here, own words aside."""
        return self.entered is not None and (self.entered.state, self.entered.value) == (entered.state, entered.value)

    def show_answer(self, entered: Entered | None, owner: object = None) -> None:
        """Show what is kept here of one owner, or why there is nothing."""
        self.entered = entered
        self.answers.set(self.value)
        self.own_words.set(entered.words if entered is not None else "", owner)
        self._tell()

    def wait(self, typed: str) -> None:
        """Show whole what is typed so far and not kept yet; empty takes it away."""
        self._waiting = typed
        self._complaint = ""
        self._tell()

    def complain(self, sentence: str) -> None:
        """Say here what is wrong, or take it away."""
        self._complaint = sentence
        self._tell()

    def _tell(self) -> None:
        why = "" if self.value is not None else self.question.said(self.entered)
        if why and self.question.safety:
            why += ": ask"
        more = "Enter keeps it" if not self.question.by_digits else "type the second digit, or press Enter"
        waiting = f"{self._waiting}… {more}" if self._waiting else ""
        words = ". ".join(w.removesuffix(".") for w in (why, waiting, self._complaint) if w)
        self.state.setText(words + "." if waiting or self._complaint else words)
        self.state.setVisible(bool(words))
        said = self.question.said(self.entered)
        self.setAccessibleName(f"{self.question.title}. {f'Answer: {said}' if said else 'No answer yet'}")
        self.setAccessibleDescription(" ".join(w for w in (self.state.text(), self.question.hint) if w))

    def remark(self, note: str) -> None:
        """Say what is to be said under the answers only now."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def mark(self, *, on: bool) -> None:
        """Tint the row that has the ring."""
        name = "soft" if on else "bare"
        if self.objectName() != name:
            self.setObjectName(name)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is here."""
        super().focusInEvent(event)
        self.mark(on=True)
        self._sheet.arrived(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes; a menu of this very row, another window or a cover only borrows the keyboard."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.isVisible():
            self.mark(on=False)
            self._sheet.left(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The hand puts the ring here, also where it was already."""
        self._sheet.arrived(self, Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys act on this question, for it has the ring."""
        if not self._sheet.key_pressed(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint alone: a group box has no frame and no title here."""
        option = QStyleOption()
        option.initFrom(self)
        QStylePainter(self).drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)
