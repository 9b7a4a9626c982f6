"""One person's follow-up sheet in the order of the paper: ladders, complaints, questionnaires, questions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.form import FormView
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.followup.views import ComplaintView, FollowUpView
from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.numbers import counted, signed
from mat_desktop.facilitation.shown.typed_day import Tense
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.fields import ChoiceField, DateField, Field, LineField, TextField
from mat_desktop.screens.shared.form_holder import FormHolder
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.parts import Segments, button, card, emptied, label, line, row, scrolled
from mat_desktop.screens.shared.question_row import ShownQuestion as Asked
from mat_desktop.workshop.answers.own_pages import COMPLAINTS
from mat_desktop.workshop.answers.responses import AnswerState, Informant
from mat_desktop.workshop.followup import FURTHER_BACK, IMPROVEMENT, FollowUpState, Question, improvement_key
from mat_desktop.workshop.goals.goal import LEVELS, told_apart

_WHO = ((Informant.SELF, "Own answer"), (Informant.PARTNER, "Partner"), (Informant.FACILITATOR, "Facilitator"))
_RATER = (Informant.RATER, "Rater")


class FollowUpSheet(QWidget):
    """Who says so above, the sheet in the middle, the day and the attempts below."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.person, self.months, self.informant = 0, 6, Informant.SELF
        self._shown: tuple[object, ...] = ()
        self.name, self.ways = label("", "person"), label("", "small", wrap=True)
        self.said = label("", "small", wrap=True)
        self._who, self.who = row(gap=0), Segments(_WHO, "Who says so", self._choose_informant, 110)
        self._who.addWidget(self.who)
        self._study = False
        self.ladders: FormSheet | None = None
        self.complaints: dict[int, tuple[LineField, ChoiceField]] = {}
        self._before: dict[int, QLabel] = {}
        self.forms: dict[str, FormHolder] = {}
        self.answers: dict[str, Field | ChoiceField] = {}
        self.attainment = label("", "small", wrap=True)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 12, 0)
        self._body.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self._body)
        self.happened = DateField("Answered on", self._keep_day, bench.desk.clock.today, Tense.HAPPENED)
        self.happened.setFixedWidth(200)
        self.attempt_button = button("Tried to reach", self._attempt, icon="phone-call")
        self.lost = button("Could not reach", self._lost)
        self._is_lost = False
        frame, layout = card(gap=8)
        head = row(self.name, self.ways, gap=16)
        head.setStretch(1, 1)
        self.ways.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        under = row(self.said, gap=16)
        under.addLayout(self._who)
        under.setStretch(0, 1)
        layout.addLayout(under)
        layout.addWidget(scrolled(holder), 1)
        layout.addWidget(line())
        layout.addLayout(row(self.happened, None, self.attempt_button, self.lost))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_person(self, person: int, months: int) -> None:
        """Show what is kept about one person at one follow-up point."""
        if (person, months) != (self.person, self.months):
            self.keep_typing()
            self.informant = Informant.SELF
        self.person, self.months = person, months
        self._offer_rater(study=setup.workshop(self._bench.desk, self._bench.workshop_id).study)
        self.refresh()

    def show_informant(self, informant: Informant) -> None:
        """The same sheet as somebody else sees it."""
        self.informant = informant
        self.refresh()

    def _offer_rater(self, *, study: bool) -> None:
        if study == self._study:
            return
        self._study = study
        emptied(self._who)
        who = (*_WHO, _RATER) if study else _WHO
        self.who = Segments(who, "Who says so", self._choose_informant, 110)
        self._who.addWidget(self.who)

    def _choose_informant(self, key: str) -> None:
        self.keep_typing()
        self.show_informant(Informant(key))

    def keep_typing(self) -> None:
        """Keep whatever is typed and not kept yet."""
        for field in self.findChildren(Field):
            field.commit()
        for sheet in self.findChildren(FormSheet):
            sheet.commit()

    def start(self) -> None:
        """Put the keyboard at the first open question of the sheet, in the order of the paper."""
        sheets = [s for s in (self.ladders, *(h.sheet for h in self.forms.values())) if s is not None]
        begin = next((s for s in sheets if any(not row.answered for row in s.rows.values())), None)
        if begin is None and sheets:
            begin = sheets[0]
        if begin is not None:
            begin.start()

    def _go_on(self) -> None:
        """After the last question of one part comes the next part."""
        if (focus := self.window().focusWidget()) is not None:
            focus.focusNextPrevChild(True)

    def refresh(self) -> None:
        """Show what is kept."""
        found = views.follow_up(self._bench.desk, self.person, self.months, self.informant)
        own = self.informant is Informant.SELF
        self.name.setText(found.name)
        tries = f" Tried {counted(found.attempts, 'time')}." if found.attempts else ""
        self.ways.setText(f"{found.ways}.{tries}" if self.informant is not Informant.RATER else "")
        self.said.setText(found.said)
        self.who.set(self.informant)
        key = (
            *(found.participant_id, found.months, found.informant, found.partners),
            tuple((g.id, g.words, g.ladder) for g, _ in found.goals),
            tuple(c.words for c in found.complaints),
            tuple(f.instrument for f in found.forms),
        )
        if key != self._shown:
            self._build(found)
            self._shown = key
        self._fill(found)
        for part in (self.happened, self.attempt_button, self.lost):
            part.setVisible(own)
        self.happened.set_day(found.happened_on, (self.person, self.months))
        self._is_lost = found.state is FollowUpState.LOST
        self.happened.edit.setEnabled(not self._is_lost)
        self.lost.setText("Open again" if self._is_lost else "Could not reach")
        self.lost.setAccessibleName(self.lost.text())

    def _fill(self, found: FollowUpView) -> None:
        self.attainment.setText(found.attainment)
        self.attainment.setVisible(bool(found.attainment))
        owner = self.person, self.months, self.informant
        if self.ladders is not None:
            self.ladders.show_answers({g.id: _marked(level) for g, level in found.goals}, owner)
        for complaint in found.complaints:
            self._fill_complaint(complaint)
        for form in found.forms:
            self.forms[form.instrument].show_form(form, owner)
        for question, words in found.questions:
            field = self.answers[question.key]
            if isinstance(field, Field):
                field.set(words, (self.person, self.months))
            else:
                field.set(words)

    def _fill_complaint(self, found: ComplaintView) -> None:
        severity, better = self.complaints[found.number]
        value = found.now.value if found.now is not None and found.now.state is AnswerState.GIVEN else None
        severity.set("" if value is None else str(value), (self.person, self.months, self.informant))
        better.set(found.improvement)
        before = self._before[found.number]
        before.setVisible(found.before is not None)
        before.setText(f"At the start: {found.before} of 13")

    def _build(self, found: FollowUpView) -> None:
        emptied(self._body)
        self.ladders, self.complaints, self.forms, self.answers = None, {}, {}, {}
        if not found.goals:
            self._body.addWidget(label("No goal was written down at the start.", "muted"))
        else:
            self.ladders = self._ladders([goal for goal, _ in found.goals])
            self._body.addWidget(self.ladders)
        self.attainment = label("", "small", wrap=True)
        self._body.addWidget(self.attainment)
        if found.complaints:
            self._body.addWidget(label("What troubled them: 1 not at all, 13 couldn’t be worse", "section"))
        for complaint in found.complaints:
            self._body.addWidget(self._complaint(complaint))
        for form in found.forms:
            self._body.addWidget(self._form(form))
        for question, _ in found.questions:
            self._body.addWidget(self._question(question))
        self._body.addStretch(1)

    def _ladders(self, goals: Sequence[GoalView]) -> FormSheet:
        """The ladders have no digits on paper, and take none here: a click or the arrows choose a step."""
        blind = self.informant is Informant.RATER
        asked = [_ladder(goal, told_apart(goal.words, goal, goals), blind=blind) for goal in goals]
        return FormSheet("Ladders", asked, self._set_level, self._go_on)

    def _complaint(self, found: ComplaintView) -> QWidget:
        severity = LineField("", partial(self._set_severity, found.number, found.words), "1–13")
        severity.edit.setAccessibleName(f"How much it bothers now: {found.words}")
        severity.setFixedWidth(90)
        values = [("", "not answered"), *((words, words) for words in IMPROVEMENT)]
        better = ChoiceField("", values, partial(self._set_better, found.number))
        better.box.setAccessibleName(f"Better or worse: {found.words}")
        better.setFixedWidth(180)
        better.setVisible(self.informant is Informant.SELF)
        before = label("", "small")
        before.setFixedWidth(150)
        self.complaints[found.number], self._before[found.number] = (severity, better), before
        widget = QWidget()
        layout = row(label(found.words, wrap=True), severity, better, before)
        layout.setStretch(0, 1)
        widget.setLayout(layout)
        return widget

    def _form(self, form: FormView) -> QWidget:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(form.title, "section"))
        if form.stem:
            layout.addWidget(label(form.stem, "small", wrap=True))
        holder = FormHolder(partial(self._respond, form.instrument), self._go_on)
        self.forms[form.instrument] = holder
        layout.addWidget(holder)
        if form.notice:
            layout.addWidget(label(form.notice, "small", wrap=True))
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

    def _set_level(self, goal_id: int, entered: Entered | None) -> None:
        level = entered.value if entered is not None else None
        self._bench.do(entry.set_level, self.person, self.months, goal_id, level, self.informant)

    def _set_severity(self, number: int, words: str, typed: str, visit: str) -> str:
        said = typed.strip()
        if said and not (said.isascii() and said.isdecimal() and 1 <= int(said) <= 13):
            return "A whole number from 1 to 13, or empty."
        entered = Entered(value=int(said), words=words) if said else None
        keys = self.person, self.months, COMPLAINTS, number
        return self._bench.attempt(f"{keys} {visit}", entry.respond, *keys, entered, self.informant)[1]

    def _set_better(self, number: int, words: str) -> None:
        self._answer(improvement_key(number), words, "")

    def _respond(self, instrument: str, item: int, entered: Entered | None) -> None:
        self._bench.do(entry.respond, self.person, self.months, instrument, item, entered, self.informant)

    def _answer(self, key: str, words: str, visit: str) -> str:
        token = f"{self.person} {self.months} {key} {visit}" if visit else ""
        return self._bench.attempt(token, entry.answer, self.person, self.months, key, words)[1]

    def _keep_day(self, day: object, visit: str) -> str:
        token = f"day {self.person} {visit}"
        return self._bench.attempt(token, entry.set_date, self.person, self.months, day)[1]  # type: ignore[arg-type]

    def _attempt(self) -> None:
        self._bench.do(entry.attempt, self.person, self.months)

    def _lost(self) -> None:
        self._bench.do(entry.could_not_reach, self.person, self.months, lost=not self._is_lost)


def _ladder(goal: GoalView, words: str, *, blind: bool) -> Asked:
    """One ladder as a question; a rater is not told where it began."""
    steps = dict(goal.ladder)
    levels = [(level, signed(level), f"{signed(level)}, {steps[level]}") for level in reversed(LEVELS)]
    hoped = f"Hoped for {signed(goal.target)}: {steps[goal.target]}"
    start = f"At the start {signed(goal.now)}: {steps[goal.now]}. "
    return Asked(
        number=goal.id,
        printed="",
        words=words,
        options=((FURTHER_BACK, "further back", "further back"), *levels),
        note=hoped if blind else f"{start}{hoped}",
        by_digits=False,
        states=(),
    )


def _marked(level: int | None) -> Entered | None:
    return Entered(value=level) if level is not None else None
