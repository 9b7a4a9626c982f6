"""Steps 8 and 9: everybody is asked again; typing in the handouts that come back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation import followup
from mat_desktop.facilitation.followup import FollowUpView
from mat_desktop.facilitation.goal_views import GoalView
from mat_desktop.facilitation.shown.numbers import counted, signed
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, DateField, Field, TextField
from mat_desktop.screens.shared.parts import Segments, button, card, emptied, label, line, row, scrolled
from mat_desktop.screens.shared.people_list import Entry, PeopleList
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.followup import FURTHER_BACK, FollowUpState, Question
from mat_desktop.workshop.goals import LEVELS
from mat_desktop.workshop.journey import Step


def make(bench: Bench, step: Step) -> StepPage:
    """The page of these steps."""
    return FollowUpPage(bench, step)


class FollowUpPage(StepPage):
    """People left, one person's sheet right, in the order of the paper."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self.months = 6 if step is Step.SIX_MONTHS else 12
        self.list = PeopleList("People to ask again", self.work_on)
        self.name, self.ways = label("", "person"), label("", "small", wrap=True)
        self.happened = DateField("Answered on", self._keep_day)
        self.attempt_button = button("Tried to reach", self._attempt, icon="phone-call")
        self.lost = button("Could not reach", self._lost)
        self.ladders: dict[int, Segments] = {}
        self.answers: dict[str, Field | ChoiceField] = {}
        self._shown: tuple[object, ...] = ()
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(8)
        self.attainment = label("", "small", wrap=True)
        frame, layout = card(gap=8)
        head = row(self.name, self.ways, gap=16)
        head.setStretch(1, 1)
        self.ways.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        holder = QWidget()
        holder.setLayout(self._body)
        layout.addWidget(scrolled(holder), 1)
        layout.addWidget(line())
        self.happened.setFixedWidth(200)
        layout.addLayout(row(self.happened, None, self.attempt_button, self.lost))
        self.sheet = frame
        self.empty = label(
            "Nobody has begun yet. People begin when their pair is confirmed in step 4.", "muted", wrap=True
        )
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.list)
        both.addWidget(frame, 1)
        both.addWidget(self.empty, 1)
        self.content.addLayout(both, 1)
        self.following = button("Next person", self._next_person, icon="arrow-right", after=True)
        self.extra = [self.following]

    def refresh(self) -> None:
        """Show the list and the sheet of the person on the table."""
        rows = followup.people(self.bench.desk, self.bench.workshop_id, self.months)
        keys = [r.id for r in rows]
        if self.person not in keys:
            due = [r.id for r in rows if r.state is FollowUpState.DUE]
            self.person = (due or keys or [0])[0]
        self.list.show_entries([Entry(r.id, r.name, r.state, n) for n, r in enumerate(rows, 1)], self.person)
        answered = sum(r.state in (FollowUpState.DONE, FollowUpState.LATE) for r in rows)
        lost = sum(r.state is FollowUpState.LOST for r in rows)
        self._note = (
            f"{answered} of {len(rows)} answered" + (f", {lost} could not be reached" if lost else "") if rows else ""
        )
        self.sheet.setVisible(bool(self.person))
        self.empty.setVisible(not self.person)
        self.following.setEnabled(bool(self.list.neighbour(self.person, 1)))
        if self.person:
            self._show(followup.follow_up(self.bench.desk, self.person, self.months))

    def note(self) -> str:
        """How many answered."""
        return self._note

    def _show(self, found: FollowUpView) -> None:
        self.name.setText(found.name)
        tries = f" Tried {counted(found.attempts, 'time')}." if found.attempts else ""
        self.ways.setText(f"{found.ways}.{tries}")
        key = (found.participant_id, tuple((g.id, g.words, g.ladder) for g, _ in found.goals))
        if key != self._shown:
            self._build(found)
            self._shown = key
        self.attainment.setText(found.attainment)
        self.attainment.setVisible(bool(found.attainment))
        for goal, level in found.goals:
            self.ladders[goal.id].set("" if level is None else str(level))
        for question, words in found.questions:
            field = self.answers[question.key]
            if isinstance(field, Field):
                field.set(words, self.person)
            else:
                field.set(words)
        self.happened.set_day(found.happened_on, self.person)
        self.happened.edit.setEnabled(found.state is not FollowUpState.LOST)
        self.lost.setText("Open again" if found.state is FollowUpState.LOST else "Could not reach")
        self.lost.setAccessibleName(self.lost.text())

    def _build(self, found: FollowUpView) -> None:
        emptied(self._body)
        self.ladders, self.answers = {}, {}
        if not found.goals:
            self._body.addWidget(label("No goal was written down at the start.", "muted"))
        for goal, _ in found.goals:
            self._body.addWidget(self._ladder(goal))
        self.attainment = label("", "small", wrap=True)
        self._body.addWidget(self.attainment)
        for question, _ in found.questions:
            self._body.addWidget(self._question(question))
        self._body.addStretch(1)

    def _ladder(self, goal: GoalView) -> QWidget:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        layout.addWidget(label(goal.words, "strong", wrap=True))
        words = dict(goal.ladder)
        steps = [(str(level), signed(level)) for level in reversed(LEVELS)]
        found = Segments(
            [(str(FURTHER_BACK), "further back"), *steps], goal.words, lambda value: self._set_level(goal.id, value), 70
        )
        for level in LEVELS:
            tool = found.button(str(level))
            tool.setToolTip(words[level])
            tool.setAccessibleName(f"{goal.words}: {signed(level)}, {words[level]}")
        self.ladders[goal.id] = found
        layout.addWidget(found)
        hoped = words[goal.target]
        layout.addWidget(
            label(
                f"At the start {signed(goal.now)}: {words[goal.now]}. Hoped for {signed(goal.target)}: {hoped}",
                "small",
                wrap=True,
            )
        )
        return widget

    def _question(self, question: Question) -> QWidget:
        title = question.words.replace("{start}", "the workshop")
        if question.choices:
            values = [("", "not answered"), *((c, c) for c in question.choices)]
            choice = ChoiceField(title, values, lambda value: self._answer(question.key, str(value), ""))
            self.answers[question.key] = choice
            return choice
        field = TextField(title, lambda words, visit: self._answer(question.key, words, visit), 1)
        self.answers[question.key] = field
        return field

    def _set_level(self, goal_id: int, value: str) -> None:
        found = followup.follow_up(self.bench.desk, self.person, self.months)
        before = next((level for goal, level in found.goals if goal.id == goal_id), None)
        level = None if str(before) == value else int(value)
        self.bench.do(followup.set_level, self.person, self.months, goal_id, level)

    def _answer(self, key: str, words: str, visit: str) -> str:
        token = f"{self.person} {self.months} {key} {visit}" if visit else ""
        return self.bench.attempt(token, followup.answer, self.person, self.months, key, words)[1]

    def _keep_day(self, day: object, visit: str) -> str:
        token = f"day {self.person} {visit}"
        return self.bench.attempt(token, followup.set_date, self.person, self.months, day)[1]  # type: ignore[arg-type]

    def _attempt(self) -> None:
        self.bench.do(followup.attempt, self.person, self.months)

    def _lost(self) -> None:
        lost = self.lost.text() == "Could not reach"
        self.bench.do(followup.could_not_reach, self.person, self.months, lost=lost)

    def _next_person(self) -> None:
        if following := self.list.neighbour(self.person, 1):
            self.work_on(following)

    def work_on(self, person: int) -> None:
        """Keep what is typed before another person is shown."""
        self.keep_typing()
        super().work_on(person)
