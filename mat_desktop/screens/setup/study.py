"""Part of a study: who allowed it, its arms in the facilitator's words, and its plan, sealed before it begins."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.contact.schedule import ArmView
from mat_desktop.facilitation.outcomes.plan import PlanField, StudyPlanView, change_plan, study_plan
from mat_desktop.facilitation.shown.words.contact import ARMS
from mat_desktop.screens.setup.plan_box import PlanBox
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import DateField, LineField, Tick
from mat_desktop.screens.shared.parts import emptied, label
from mat_desktop.workshop.contact.schedule import ArmKind
from mat_desktop.workshop.outcomes.plan import NO_RESEARCH


class StudyBox(QWidget):
    """Who allowed it, one box to tick, and once it is ticked the four arms and the plan below it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._shown: tuple[ArmView, ...] = ()
        self.committee = LineField("Ethics committee", self._keep(PlanField.COMMITTEE))
        self.approval = LineField("Its number", self._keep(PlanField.APPROVAL))
        self.approved_on = DateField("Given on", self._keep_day, bench.desk.clock.today)
        self.registry = LineField("Registry, and the number there", self._keep(PlanField.REGISTRY))
        self.none = Tick("None: this is no research", self._no_research)
        self.part = Tick("This workshop is part of a study", self._set)
        self.plan = PlanBox(bench)
        self._allowed = QWidget()
        allowed = Columns(self.committee, self.approval, self.approved_on, self.registry)
        allowed.setContentsMargins(0, 0, 0, 0)
        self._allowed.setLayout(allowed)
        self._arms = QVBoxLayout()
        self._arms.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label("Is this part of a study? Then say first who allowed it", "label"))
        layout.addWidget(self.none)
        layout.addWidget(self._allowed)
        layout.addWidget(self.part)
        layout.addLayout(self._arms)
        layout.addWidget(self.plan)

    def show_study(self, *, on: bool) -> None:
        """Show who allowed it, and the arms and the plan, or none."""
        view = study_plan(self._bench.desk, self._bench.workshop_id)
        self._show_approval(view)
        self.part.set(on)
        found = schedule.arms(self._bench.desk, self._bench.workshop_id) if on else ()
        self.plan.setVisible(on)
        if on:
            self.plan.show_plan(view, found)
        if found == self._shown:
            return
        self._shown = found
        emptied(self._arms)
        for arm in found:
            self._arms.addLayout(self._arm(arm))
        if found:
            said = "Each pair is put into an arm in step 7, under Agreed days; its days follow."
            self._arms.addWidget(label(said, "small", wrap=True))

    def _show_approval(self, view: StudyPlanView) -> None:
        self.none.set(not view.research)
        self.none.setEnabled(not view.seal)
        self._allowed.setVisible(view.research)
        self._allowed.setEnabled(not view.seal)
        workshop = self._bench.workshop_id
        self.committee.set(view.committee, workshop)
        self.approval.set(view.approval, workshop)
        self.registry.set(view.registry, workshop)
        self.approved_on.set_day(view.approved_on, workshop)

    def _arm(self, arm: ArmView) -> QVBoxLayout:
        words = LineField(f"Arm: {ARMS[arm.kind]}", partial(self._rename, arm))
        words.set(arm.label, arm.id)
        found = QVBoxLayout()
        if arm.kind is ArmKind.WAIT_LIST:
            begins = DateField("Calls begin on", partial(self._cross, arm), self._bench.desk.clock.today)
            begins.set_day(arm.crossover_on, arm.id)
            found.addLayout(Columns(words, begins))
        else:
            found.addWidget(words)
        return found

    def _keep(self, field: PlanField) -> "partial[str]":
        return partial(self._keep_words, field)

    def _keep_words(self, field: PlanField, words: str, visit: str) -> str:
        key = f"plan {field.value} {self._bench.workshop_id} {visit}"
        return self._bench.attempt(key, change_plan, self._bench.workshop_id, field, words)[1]

    def _keep_day(self, day: date, visit: str) -> str:
        key = f"plan day {self._bench.workshop_id} {visit}"
        return self._bench.attempt(key, change_plan, self._bench.workshop_id, PlanField.APPROVED_ON, day)[1]

    def _no_research(self, on: bool) -> None:
        words = NO_RESEARCH if on else ""
        if not self._bench.do(change_plan, self._bench.workshop_id, PlanField.REGISTRY, words):
            self.none.set(not on)

    def _set(self, on: bool) -> None:
        if not self._bench.do(schedule.set_study, self._bench.workshop_id, on=on):
            self.part.set(not on)

    def _rename(self, arm: ArmView, words: str, visit: str) -> str:
        key = f"arm {arm.id} {visit}"
        return self._bench.attempt(key, schedule.change_arm, arm.id, words, arm.crossover_on)[1]

    def _cross(self, arm: ArmView, day: date, visit: str) -> str:
        return self._bench.attempt(f"arm {arm.id} {visit}", schedule.change_arm, arm.id, arm.label, day)[1]
