"""The sheet itself in the order of the paper: ladders, complaints, questionnaires, questions; a box a part."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.answers.form import FormView
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.followup.views import FollowUpView
from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.screens.followup import questions as shown
from mat_desktop.screens.followup.part_box import Asks, PartBox
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.fields import TextField
from mat_desktop.screens.shared.form_holder import FormHolder
from mat_desktop.screens.shared.form_sheet import FormSheet
from mat_desktop.screens.shared.parts import emptied, label
from mat_desktop.workshop.answers.own_pages import ALLIANCE, COMPLAINTS
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.followup import (
    A_LOT_WORSE,
    COMPLAINTS_PART,
    HAND_IN_FORMS,
    IMPROVEMENT,
    LADDERS_PART,
    LAST_TWO_WEEKS,
    WANTS_TO_TALK,
    Question,
    form_part,
    improvement_key,
    question_part,
)
from mat_desktop.workshop.goals.goal import told_apart

CALL_PROMISED = "A call within two days is promised; Today asks for it. A safety card: F7."


class SheetBody(QWidget):
    """Every part of one sheet; made anew when another sheet asks something else. `done` follows the end of a part."""

    def __init__(self, bench: Bench, done: Callable[[], object]) -> None:
        super().__init__()
        self._bench, self._done = bench, done
        self._person, self._months, self._informant = 0, 0, Informant.SELF
        self._shown: tuple[object, ...] = ()
        self._complaint_words: dict[int, str] = {}
        self.boxes: dict[str, PartBox] = {}
        self.attainment = label("", "small", wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 12, 0)
        self._layout.setSpacing(8)

    def box_of(self, widget: QWidget) -> PartBox | None:
        """The part in which a widget stands."""
        return next((box for box in self.boxes.values() if box.isAncestorOf(widget)), None)

    def sheet_of(self, part: str) -> FormSheet:
        """The questions of a part that is answered by choosing. Raises KeyError where the sheet has no such part."""
        asks = self.boxes[part].asks
        if isinstance(asks, FormHolder) and asks.sheet is not None:
            return asks.sheet
        if not isinstance(asks, FormSheet):
            raise KeyError(part)
        return asks

    def show_sheet(self, sheet: FollowUpView) -> None:
        """Show what is kept on one sheet."""
        self._person, self._months, self._informant = sheet.participant_id, sheet.months, sheet.informant
        asked = (
            *(sheet.participant_id, sheet.months, sheet.informant, sheet.partners),
            tuple((g.id, g.words, g.ladder) for g, _ in sheet.goals),
            tuple(c.words for c in sheet.complaints),
            tuple(f.instrument for f in sheet.forms),
            tuple(q for q, _ in sheet.questions),
        )
        if asked != self._shown:
            self._build(sheet)
            self._shown = asked
        self._fill(sheet)

    def _build(self, found: FollowUpView) -> None:
        emptied(self._layout)
        self.boxes = {}
        if found.goals:
            self._add(LADDERS_PART, "A  Their goals: where they are now", self._ladders(found))
        else:
            self._layout.addWidget(label("No goal was written down at the start.", "muted"))
        self.attainment = label("", "small", wrap=True)
        self._layout.addWidget(self.attainment)
        if found.complaints:
            title = "B  What troubled them: 1 not at all, 13 couldn’t be worse"
            self._add(COMPLAINTS_PART, title, self._complaints(found))
        before = 0
        for form in (form for form in found.forms if form.instrument in HAND_IN_FORMS):
            before = self._add_form(form, before)
        for question, _ in found.questions:
            title = "" if question.choices else f"E{question.number}  {question.title}"
            self._add(question_part(question.key), title, self._question(question))
        for form in (form for form in found.forms if form.instrument not in HAND_IN_FORMS):
            self._add_form(form, 0)
        self._layout.addStretch(1)

    def _add_form(self, form: FormView, before: int) -> int:
        """A questionnaire under the letter of its section; returns how many items of section C there are now."""
        letter = "D" if form.instrument == ALLIANCE else "C" if form.instrument in LAST_TWO_WEEKS else ""
        start = before if letter == "C" else 0
        holder = FormHolder(partial(self._respond, form.instrument), self._done, letter=letter, before=start)
        title = f"{letter}  {form.title}" if letter else f"{form.title}, a sheet of its own"
        self._add(form_part(form.instrument), title, holder, stem=form.stem, notice=form.notice)
        return before + len(form.items) if letter == "C" else before

    def _add(self, name: str, title: str, asks: Asks, *, stem: str = "", notice: str = "") -> None:
        self.boxes[name] = PartBox(name, title, asks, stem=stem, notice=notice)
        self._layout.addWidget(self.boxes[name])

    def _ladders(self, found: FollowUpView) -> FormSheet:
        """The boxes are numbered 1 to 6 here as on paper: a digit chooses one, and so do a click and the arrows."""
        blind = self._informant is Informant.RATER
        goals: list[GoalView] = [goal for goal, _ in found.goals]
        asked = [
            shown.ladder(number, goal, told_apart(goal.words, goal, goals), blind=blind)
            for number, goal in enumerate(goals, 1)
        ]
        return FormSheet("Ladders", asked, self._set_level, self._done)

    def _complaints(self, found: FollowUpView) -> FormSheet:
        self._complaint_words = {c.number: c.words for c in found.complaints}
        asked = shown.complaints(found.complaints, found.since, own=self._informant is Informant.SELF)
        return FormSheet("What troubled them", asked, self._rate, self._done)

    def _question(self, question: Question) -> Asks:
        if question.choices:
            keep = partial(self._choose, question)
            return FormSheet(question.title, [shown.choice(question)], keep, self._done)
        return TextField(question.title, lambda words, visit: self._answer(question.key, words, visit), 1)

    def _fill(self, found: FollowUpView) -> None:
        owner = self._person, self._months, self._informant
        self.attainment.setText(found.attainment)
        if found.goals:
            self.sheet_of(LADDERS_PART).show_answers({g.id: shown.marked(at) for g, at in found.goals}, owner)
        if found.complaints:
            sheet = self.sheet_of(COMPLAINTS_PART)
            sheet.show_answers(shown.complaint_answers(found.complaints), owner)
            sheet.show_notes(shown.complaint_notes(found.complaints))
        for form in found.forms:
            self._fill_form(form, owner)
        for question, words in found.questions:
            self._fill_question(question, words, owner)
        parts = {part.name: part for part in found.parts}
        for name, box in self.boxes.items():
            box.show_part(parts.get(name))

    def _fill_form(self, form: FormView, owner: object) -> None:
        asks = self.boxes[form_part(form.instrument)].asks
        assert isinstance(asks, FormHolder)
        asks.show_form(form, owner)

    def _fill_question(self, question: Question, words: str, owner: object) -> None:
        asks = self.boxes[question_part(question.key)].asks
        if isinstance(asks, TextField):
            asks.set(words, owner)
        elif isinstance(asks, FormSheet):
            asks.show_answers({1: shown.chosen(question.choices, words)}, owner)

    def _set_level(self, goal_id: int, entered: Entered | None) -> None:
        self._bench.do(entry.set_level, self._person, self._months, goal_id, shown.level_of(entered), self._informant)

    def _rate(self, number: int, entered: Entered | None) -> None:
        complaint, severity = shown.of_row(number)
        if severity:
            words = self._complaint_words[complaint]
            again = Entered(entered.state, entered.value, words) if entered is not None else None
            self._bench.do(entry.respond, self._person, self._months, COMPLAINTS, complaint, again, self._informant)
        else:
            words = shown.words_of(IMPROVEMENT, entered)
            self._bench.do(entry.answer, self._person, self._months, improvement_key(complaint), words)

    def _choose(self, question: Question, _number: int, entered: Entered | None) -> None:
        words = shown.words_of(question.choices, entered)
        done = self._bench.do(entry.answer, self._person, self._months, question.key, words)
        if done and words in (A_LOT_WORSE, WANTS_TO_TALK):
            self._bench.messages.tell(CALL_PROMISED, Look.NOTE)

    def _respond(self, instrument: str, item: int, entered: Entered | None) -> None:
        self._bench.do(entry.respond, self._person, self._months, instrument, item, entered, self._informant)

    def _answer(self, question: str, words: str, visit: str) -> str:
        token = f"{self._person} {self._months} {question} {visit}"
        return self._bench.attempt(token, entry.answer, self._person, self._months, question, words)[1]
