"""One question on the participant's screen: its words, the answers, and the ways on, back and out."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.facilitation.private.questions import PrivateQuestion
from mat_desktop.facilitation.private.talk import PrivateTalk
from mat_desktop.facilitation.shown.numbers import spelled
from mat_desktop.screens.look.sizes import SMALL_HEIGHT
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.look.tokens import SHORT_BELOW
from mat_desktop.screens.private.answers import AnswerButton
from mat_desktop.screens.private.between import RING
from mat_desktop.screens.private.steps import Steps
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.lines import Line
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import boxed, button, column, label, mark, row, scrolled
from mat_desktop.workshop.answers.responses import AnswerState
from mat_desktop.workshop.text import TEXT_LIMIT

_WORDS = 26
"""Answers with more letters than this stand on a line each."""


@dataclass(frozen=True, kw_only=True)
class Ways:
    """What can be done at a question."""

    give: Callable[[int], object]
    rather_not: Callable[[], object]
    back: Callable[[], object]
    on: Callable[[], object]
    stop: Callable[[], object]
    hide: Callable[[], object]


class QuestionPage(QWidget):
    """One question, `at` counted from 0. Nothing of another question is on it."""

    def __init__(self, talk: PrivateTalk, questions: tuple[PrivateQuestion, ...], at: int, ways: Ways) -> None:
        super().__init__()
        self.setObjectName("bare")
        self._ways, self._question = ways, questions[at]
        self._words: QLineEdit | None = None
        self._answers: list[AnswerButton] = []
        # An answer that could not be kept is shown as not chosen; radio buttons by themselves do not allow that.
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._state = label("", "muted", wrap=True)
        layout = column(scrolled(self._asked(talk, questions, at)), self._foot(talk.facilitator, first=at == 0), gap=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        answer = self._question.answer
        if answer is not None and answer.state is AnswerState.REFUSED:
            self.say("You chose: I would rather not say.")

    def _asked(self, talk: PrivateTalk, questions: tuple[PrivateQuestion, ...], at: int) -> QWidget:
        """Everything that is asked: it scrolls where it has no room, and the ways on stay in sight."""
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(RING, 0, RING, 0)
        layout.addLayout(_greeting(talk.greeting, at, len(questions)))
        layout.addStretch(2)
        self._add_words(layout, f"Question {at + 1} of {len(questions)}.")
        layout.addLayout(self._answer_row())
        layout.addWidget(self._state)
        layout.addStretch(3)
        return inside

    def _add_words(self, layout: QVBoxLayout, where: str) -> None:
        question = self._question
        layout.addWidget(label(f"{where} {question.stem}".strip(), "muted", wrap=True))
        self._asking = label(question.words, "question", wrap=True)
        layout.addWidget(self._asking)
        if question.hint:
            layout.addWidget(label(question.hint, "muted", wrap=True))
        layout.addSpacing(20)
        if question.own_words:
            layout.addWidget(self._own_words())
            layout.addSpacing(16)

    def _own_words(self) -> QLineEdit:
        self._words = Line(self._question.answer.words if self._question.answer else "")
        self._words.setAccessibleName("In your own words")
        self._words.setPlaceholderText("In your own words")
        self._words.setMaxLength(TEXT_LIMIT)
        mark(self._words, "tall", True)
        self._words.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        return self._words

    def _answer_row(self) -> QLayout:
        """The answers beside each other; on a line each where one has too many words for that."""
        options, answer = self._question.options, self._question.answer
        many, lines = len(options) > 6, max(len(words) for _, words in options) > _WORDS
        gap = 6 if many or lines else 16
        found = Columns(most=1 if lines and not many else len(options), least=0, gap=gap)
        for value, words in options:
            one = AnswerButton(value, words, self._ways.give, narrow=many, line=lines and not many)
            one.setChecked(answer is not None and answer.value == value)
            self._answers.append(one)
            self._group.addButton(one)
            found.addWidget(one)
        return found

    def _foot(self, facilitator: str, *, first: bool) -> QWidget:
        back = button("Back", self._ways.back, icon="arrow-left")
        back.setEnabled(not first)
        rather = button("I would rather not say", self._ways.rather_not, "quiet")
        stop = button("I would like to stop", self._ways.stop, "quiet")
        self._on = button("Next", self._ways.on, "primary", "arrow-right", after=True)
        self.let_on(on=self._question.answer is not None)
        hide = button("Hide (F9)", self._ways.hide, "quiet", "eye-off")
        said = label(f"Only {facilitator} reads your answers.", "small", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._ways_out = (back, rather, stop, hide, self._on)
        ways, on = QWidget(), row(said, self._on, gap=8)
        ways.setLayout(FlowLayout(back, rather, stop, hide))
        on.setStretch(0, 1)
        foot = PageZones((ways, 1), (boxed(on), 0), gap=8, natural=True)
        # As far from the edge as the answers above it, which have room for the ring.
        foot.layout().setContentsMargins(RING, 0, RING, 0)  # type: ignore[union-attr]
        return foot

    @property
    def words(self) -> str:
        """What is typed in own words."""
        return self._words.text() if self._words is not None else ""

    @property
    def leads_on(self) -> bool:
        """Whether Next can be pressed."""
        return self._on.isEnabled()

    def let_on(self, *, on: bool) -> None:
        """Whether Next can be pressed: where the question has an answer, or a number that is one stands half typed."""
        self._on.setEnabled(on)

    def say(self, words: str) -> None:
        """Say something about what was typed or chosen."""
        self._state.setText(words)

    def choose(self, value: int | None) -> None:
        """Show this answer as chosen, whether it could be kept or not."""
        for one in self._answers:
            one.setChecked(one.value == value)

    def fit(self, height: int) -> None:
        """Lower answers in a low window, and a smaller question where they would be out of sight."""
        small = height < SMALL_HEIGHT * worn().factor
        mark(self._asking, "kind", "title" if small else "question")
        for way in self._ways_out:
            mark(way, "tall", not small)
        for one in self._answers:
            one.stand_lower(on=height < SHORT_BELOW * worn().factor)


def _greeting(name: str, at: int, count: int) -> QHBoxLayout:
    these = "This question is" if count == 1 else f"These {spelled(count)} questions are"
    steps = Steps()
    steps.show_steps(at, count)
    hello = label(f"Hello {name}.", "strong")
    found = row(hello, label(f"{these} only for you to answer.", "muted", wrap=True), steps, gap=8)
    found.setStretch(1, 3)
    found.setStretch(2, 2)
    return found
