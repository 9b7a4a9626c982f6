"""The talk with one person: nine answers, when and how it was held, a working note, the decision."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.screening import ScreeningView
from mat_desktop.facilitation.shown.choices import choices
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.facilitation.shown.words.answers import MODES
from mat_desktop.screens.screening.decisions import Decisions
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, DateField, LineField
from mat_desktop.screens.shared.form_holder import FormHolder
from mat_desktop.screens.shared.parts import (
    boxed,
    button,
    card,
    column,
    flowing,
    keep_place,
    label,
    line,
    scrolled,
)
from mat_desktop.screens.shared.scrolling import A_QUESTION
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.participants.consent import WORDING, ConsentKind
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.text import joined

ASK_FIRST = "Before you write anything down, ask if you may."
FIRST_ANSWERS = ("Yes, write it down", "No: we just talk, on paper only")
ON_PAPER = "On paper only: you talk, and only your decision is kept."


class TalkPanel(QWidget):
    """One card. Nothing on it names anybody else."""

    def __init__(self, bench: Bench, done: Callable[[], object]) -> None:
        super().__init__()
        self._bench = bench
        self._person = 0
        self.mode = Mode.ALOUD
        self._following = done
        self.name, self.challenge = label("", "person", wrap=True), label("", "small", wrap=True)
        self.warned = label("", "strong", wrap=True)
        self.open = button("Read the safety card", lambda: bench.card_wanted.emit(self._person))
        self.warning = self._warning_strip()
        keep_place(self.open)
        self.asking = self._asking_strip()
        self.form = FormHolder(self._answer, self._go_on, words=True)
        self.happened = DateField(
            "Day of the talk",
            lambda day, visit: self._do(visit, screening.set_date, day),
            bench.desk.clock.today,
            Tense.HAPPENED,
        )
        self.how = ChoiceField(
            "How it was held", [("", "not said"), *choices(MODES, without=(Mode.PHOTOGRAPH,))], self._mode
        )
        self.note_field = LineField(
            "Working note. On no handout; shown to the person if they ask for their record.",
            lambda words, visit: self._do(visit, screening.set_note, words),
        )
        self.note_field.title.setWordWrap(True)
        self.decisions = Decisions(self._decide, self._reword, done)
        self._build()

    def _warning_strip(self) -> QFrame:
        warning = QFrame()
        warning.setObjectName("caution")
        strip = column(SideBySide((self.warned, 1, 200), (self.open, 0, 0)))
        strip.setContentsMargins(12, 4, 8, 4)
        warning.setLayout(strip)
        return warning

    def _asking_strip(self) -> QFrame:
        """Before anything is written down it is read aloud and asked whether that may be done."""
        strip = QFrame()
        strip.setObjectName("caution")
        self.ask_first = button("Read aloud …", self._ask_first)
        inside = column(SideBySide((label(ASK_FIRST, "strong", wrap=True), 1, 200), (self.ask_first, 0, 0)))
        inside.setContentsMargins(12, 4, 8, 4)
        strip.setLayout(inside)
        return strip

    def _ask_first(self) -> None:
        said = self._bench.messages.pick(f"“{WORDING[ConsentKind.FIRST_CALL]}”", FIRST_ANSWERS)
        if said is not None:
            self._bench.do(consenting.answer_consent, self._person, ConsentKind.FIRST_CALL, yes=said == 0)

    def _build(self) -> None:
        frame, layout = card(gap=6)
        # What to talk about first stands where their own words stand otherwise, so that no question moves for it.
        self._beside = QStackedWidget()
        for part in (self.challenge, self.warning, self.asking):
            self._beside.addWidget(part)
        layout.addWidget(SideBySide((self.name, 0, 0), (self._beside, 1, 240), gap=16))
        layout.addWidget(scrolled(self._answers_and_notes(), A_QUESTION), 1)
        layout.addWidget(line())
        layout.addWidget(self.decisions)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _answers_and_notes(self) -> QWidget:
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.form)
        facts = boxed(flowing(self.happened, self.how))
        body.addWidget(SideBySide((facts, 0, 0), (self.note_field, 1, 260)))
        body.addStretch(1)
        return holder

    def _do(self, visit: str, deed: Callable[..., object], *values: object) -> str:
        return self._bench.attempt(f"{self._person} {visit}", deed, self._person, *values)[1]

    def _mode(self, mode: str) -> None:
        if mode:
            self.mode = Mode(mode)
            self._bench.do(screening.set_mode, self._person, self.mode)

    def _answer(self, item: int, entered: Entered | None) -> None:
        self._bench.do(responses.answer, self._person, own_pages.READINESS, item, entered, self.mode)

    def _decide(self, outcome: ScreeningOutcome, reason: str) -> None:
        self._bench.do(screening.decide, self._person, outcome, reason)

    def _reword(self, words: str, visit: str) -> str:
        found = screening.talk(self._bench.desk, self._person, self._bench.desk.clock.today())
        if found.outcome is None:
            return "Now choose the decision that this is the reason for."
        return self._do(visit, screening.decide, found.outcome, words)

    def show_talk(self, view: ScreeningView) -> None:
        """Show one person."""
        self._person = view.participant_id
        self.mode = view.mode or Mode.ALOUD
        self.name.setText(view.name)
        self.challenge.setText(f"“{view.challenge}”" if view.challenge else "")
        self._warn(view)
        self.form.show_form(view.readiness, view.participant_id)
        self.happened.set_day(view.happened_on, view.participant_id)
        self.how.set(view.mode or "")
        self.note_field.set(view.note, view.participant_id)
        self.decisions.show_talk(view)
        self.form.setEnabled(not view.paper_only)
        self.note_field.setEnabled(not view.paper_only)

    def start(self) -> None:
        """Put the ring on the first open question."""
        self.form.start()

    def _go_on(self) -> None:
        """After the last question comes the decision, and after the decision the next person."""
        if self.decisions.chosen is None:
            self.decisions.start()
        else:
            self._following()

    def _warn(self, view: ScreeningView) -> None:
        words = _what_to_talk_about(view)
        if view.has_open_card:
            words = "A safety card is open. This person is not paired before you have acted."
        elif view.paper_only:
            words = ON_PAPER
        first = self.challenge if view.asked_first else self.asking
        self._beside.setCurrentWidget(self.warning if words else first)
        self.warned.setText(words)
        self.warning.setToolTip(self.challenge.text())
        self.open.setVisible(view.has_open_card)


def _what_to_talk_about(view: ScreeningView) -> str:
    """Which answers want a talk, in one line; nothing before anything is answered."""
    parts = []
    if view.talk_about:
        parts.append("Talk first about question " + joined([str(n) for n in view.talk_about]))
    if view.changed:
        parts.append("changed since the call: " + joined([str(n) for n in view.changed]))
    parts += [
        f"{form.title}, question {joined([str(n) for n in form.ask])} was not answered: ask"
        for form in (view.readiness, *view.measures)
        if form.ask
    ]
    words = ". ".join(p[0].upper() + p[1:] for p in parts) + "." if parts else ""
    return f"{view.told_on_the_call} {words}".strip()
