"""The plan of a study: which arms are compared in which measure at which point, and its seal."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact.schedule import ArmView
from mat_desktop.facilitation.outcomes.plan import VERIFY, PlanField, StudyPlanView, change_plan, seal_plan, sealed_plan
from mat_desktop.facilitation.outcomes.views import measure_titles
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.dates import clock, day_month_year
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import ChoiceField, TextField, Tick
from mat_desktop.screens.shared.parts import button, emptied, label, row
from mat_desktop.workshop.contact.schedule import ArmKind
from mat_desktop.workshop.outcomes.trajectory import ONE_YEAR
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import GOALS
from mat_desktop.workshop.sheets import SheetKind

_BEFORE = (
    "The plan says which arms are compared, in which measure, at which point. Sealed before anybody is included, it "
    "shows that nobody chose afterwards. It cannot be changed."
)
_EXAMPLE = "For example: whoever gets worse, or asks to begin, begins at once"
_ASKED = "Seal the plan? It cannot be changed or sealed again; there is no undo."


class PlanBox(QWidget):
    """What will be compared, and a button that seals it; then the seal, and the plan to save or print."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._shown: object = None
        self._measure, self._point = GOALS, str(ONE_YEAR)
        self._chosen: set[int] = set()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)

    def show_plan(self, view: StudyPlanView, arms: Sequence[ArmView]) -> None:
        """Show the plan, or what can be chosen for it. What was chosen stays while nothing else changes."""
        found = setup.workshop(self._bench.desk, self._bench.workshop_id)
        titles = measure_titles(self._bench.desk, self._bench.workshop_id)
        months = tuple(point.months for point in found.points)
        state = (self._bench.workshop_id, view, tuple(arms), titles, months)
        if state == self._shown:
            return
        self._shown = state
        emptied(self._body)
        self._body.addWidget(label("The plan of the study", "section"))
        if view.seal:
            self._show_sealed(view)
        else:
            self._show_open(view, arms, titles, months)

    def _show_open(
        self,
        view: StudyPlanView,
        arms: Sequence[ArmView],
        titles: Sequence[tuple[str, str]],
        months: Sequence[int],
    ) -> None:
        self._body.addWidget(label(_BEFORE, wrap=True))
        self._chosen &= {arm.id for arm in arms}
        for arm in arms:
            tick = Tick(f"Compare: {arm.label}", partial(self._compare, arm.id))
            tick.set(arm.id in self._chosen)
            self._body.addWidget(tick)
        if any(arm.kind is ArmKind.WAIT_LIST for arm in arms):
            self._body.addWidget(self._stop_rule(view))
        measure = ChoiceField("In this measure", list(titles), self._choose_measure)
        point = ChoiceField("At this point", [(str(m), occasion(m)) for m in months], self._choose_point)
        self._measure = self._measure if self._measure in dict(titles) else GOALS
        self._point = self._point if int(self._point) in months else str(max(months, default=ONE_YEAR))
        measure.set(self._measure)
        point.set(self._point)
        self._body.addLayout(Columns(measure, point))
        self._body.addLayout(row(button("Seal the plan", self._seal, icon="lock"), None))

    def _show_sealed(self, view: StudyPlanView) -> None:
        assert view.sealed_at is not None
        when = f"{day_month_year(view.sealed_at.date())}, {clock(view.sealed_at)}"
        for line in view.text:
            self._body.addWidget(label(line, wrap=True))
        self._body.addWidget(label(f"Sealed on {when}. Write the seal down, or print the plan:", wrap=True))
        seal = label(view.seal, "small", wrap=True)
        seal.setAccessibleName("Seal of the plan, SHA-256")
        self._body.addWidget(seal)
        whole = "The plan is as it was sealed." if view.unchanged else "The plan is not the one that was sealed."
        self._body.addWidget(label(whole, "strong" if view.unchanged else "attn"))
        save = button("Save the plan", self._save, icon="download")
        show = button("Print the plan", self._print, icon="printer")
        self._body.addLayout(row(save, show, None))

    def _stop_rule(self, view: StudyPlanView) -> TextField:
        """Whoever waits may need a partner before the day: what then happens is written down beforehand."""
        stops = TextField("Stop rule: when does the waiting end before its day?", self._keep_stop_rule, 2, _EXAMPLE)
        stops.set(view.stop_rule)
        return stops

    def _keep_stop_rule(self, words: str, visit: str) -> str:
        workshop = self._bench.workshop_id
        said = f"plan stop rule {workshop} {visit}"
        return self._bench.attempt(said, change_plan, workshop, PlanField.STOP_RULE, words)[1]

    def _compare(self, arm: int, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(arm)

    def _choose_measure(self, measure: str) -> None:
        self._measure = measure

    def _choose_point(self, point: str) -> None:
        self._point = point

    def _seal(self) -> None:
        if not self._bench.messages.ask(_ASKED, "Seal the plan", "Not yet", destroys=True):
            return
        workshop, months, arms = self._bench.workshop_id, int(self._point), sorted(self._chosen)
        seal, refused = self._bench.attempt("", seal_plan, workshop, self._measure, months, arms)
        said = refused or f"The plan is sealed. Write the seal down: {seal}"
        self._bench.messages.tell(said, Look.FAULT if refused else Look.DONE)

    def _save(self) -> None:
        path = self._bench.messages.file_to_save("Save the plan", "study-plan.txt", "Text (*.txt)")
        if path is None:
            return
        try:
            self._bench.write(path, sealed_plan(self._bench.desk, self._bench.workshop_id))
        except Refusal as refusal:
            self._bench.messages.tell(str(refusal))
            return
        self._bench.messages.tell(f"Saved as {path.name}. “{VERIFY}” checks it anywhere.", Look.NOTE)

    def _print(self) -> None:
        self._bench.print_wanted.emit(SheetKind.STUDY_PLAN.value, ())
