"""Part of a study: only then there are arms, each in the facilitator's words."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.contact.schedule import ArmView
from mat_desktop.facilitation.shown.words.contact import ARMS
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import DateField, LineField, Tick
from mat_desktop.screens.shared.parts import emptied, label
from mat_desktop.workshop.contact.schedule import ArmKind


class StudyBox(QWidget):
    """One box to tick; the four arms below it once it is ticked."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._shown: tuple[ArmView, ...] = ()
        self.part = Tick("This workshop is part of a study", self._set)
        self._arms = QVBoxLayout()
        self._arms.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.part)
        layout.addLayout(self._arms)

    def show_study(self, *, on: bool) -> None:
        """Show the arms, or none."""
        self.part.set(on)
        found = schedule.arms(self._bench.desk, self._bench.workshop_id) if on else ()
        if found == self._shown:
            return
        self._shown = found
        emptied(self._arms)
        for arm in found:
            self._arms.addLayout(self._arm(arm))
        if found:
            said = "Each pair is put into an arm in step 7, under Agreed days; its days follow."
            self._arms.addWidget(label(said, "small", wrap=True))

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

    def _set(self, on: bool) -> None:
        self._bench.do(schedule.set_study, self._bench.workshop_id, on=on)

    def _rename(self, arm: ArmView, words: str, visit: str) -> str:
        key = f"arm {arm.id} {visit}"
        return self._bench.attempt(key, schedule.change_arm, arm.id, words, arm.crossover_on)[1]

    def _cross(self, arm: ArmView, day: date, visit: str) -> str:
        return self._bench.attempt(f"arm {arm.id} {visit}", schedule.change_arm, arm.id, arm.label, day)[1]
