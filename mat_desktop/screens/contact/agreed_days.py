"""Agreed days of one partnership: holidays and pauses, another rhythm, three people, the arm of a study."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.shown.choices import choices
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.words.contact import RESTS
from mat_desktop.facilitation.shown.words.setup import FREQUENCIES
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.fields import ChoiceField, DateField, Tick
from mat_desktop.screens.shared.parts import button, column, emptied, fault_lines, flowing, label, line, row, scrolled
from mat_desktop.screens.shared.side_by_side import SideBySide
from mat_desktop.workshop.contact.schedule import Rest
from mat_desktop.workshop.setup import Frequency


class AgreedDaysDialog(Dialog):
    """Everything that decides the denominator, kept as it is typed; Undo takes each step back."""

    def __init__(self, window: QWidget, bench: Bench, partnership_id: int) -> None:
        super().__init__(window, "Agreed days")
        self._bench, self._place = bench, partnership_id
        self.resize(worn().px(640), worn().px(520))
        self.title, self.count = label("", "section", wrap=True), label("", "muted", wrap=True)
        self.first = DateField("First day without a call", None, bench.desk.clock.today)
        self.last = DateField("Last day (empty: open)", None, bench.desk.clock.today)
        self.why = ChoiceField("Why", choices(RESTS), lambda _key: None)
        self.changed = DateField("From", None, bench.desk.clock.today)
        self.rhythm = ChoiceField("They talk", choices(FREQUENCIES), lambda _key: None)
        self.together = Tick("All three are on every call (otherwise two at a time, by rota)", self._set_together)
        self.arm = ChoiceField("Arm of the study", [], self._set_arm)
        self._pauses, self._changes = QVBoxLayout(), QVBoxLayout()
        body = QWidget()
        inner = column(label("Days without a call", "strong"), gap=8)
        inner.addLayout(self._pauses)
        self.add_pause = button("Add", self._add_pause, icon="plus")
        self.add_pause.setAccessibleName("Add days without a call")
        inner.addLayout(flowing(self.first, self.last, self.why, self.add_pause))
        inner.addWidget(line())
        inner.addWidget(label("Another rhythm", "strong"))
        inner.addLayout(self._changes)
        self.add_change = button("Add", self._add_change, icon="plus")
        self.add_change.setAccessibleName("Add another rhythm")
        inner.addLayout(flowing(self.changed, self.rhythm, self.add_change))
        inner.addWidget(self.together)
        inner.addWidget(self.arm)
        inner.addStretch(1)
        inner.setContentsMargins(0, 0, 12, 0)
        body.setLayout(inner)
        self.refused = fault_lines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.count)
        layout.addWidget(scrolled(body), 1)
        layout.addWidget(self.refused)
        layout.addLayout(row(None, button("Done", self.accept, "primary")))
        self.show_schedule()

    def show_schedule(self) -> None:
        """Show what is laid down."""
        found = schedule.schedule(self._bench.desk, self._place)
        self.title.setText(found.names)
        span = f"{day_month_year(found.first)} to {day_month_year(found.last)}"
        self.count.setText(f"{found.agreed} agreed days, {span}. What is paused or changed here counts on every sheet.")
        self._list(self._pauses, found.pauses, "Calls rest on no day.", schedule.remove_pause)
        self._list(self._changes, found.changes, "As the workshop laid down.", schedule.remove_change)
        self.together.setVisible(found.three)
        self.together.set(found.together)
        self.arm.setVisible(bool(found.arms))
        self.arm.box.clear()
        for key, words in ((0, "none"), *found.arms):
            self.arm.box.addItem(words, str(key))
        self.arm.box.setCurrentIndex(max(0, self.arm.box.findData(str(found.arm))))

    def _list(self, layout: QVBoxLayout, lines: tuple[tuple[int, str], ...], none: str, remove: object) -> None:
        emptied(layout)
        if not lines:
            layout.addWidget(label(none, "muted"))
        for key, words in lines:
            gone = button("Remove", partial(self._do, remove, key), "quiet")
            gone.setAccessibleName(f"Remove: {words}")
            layout.addWidget(SideBySide((label(words, wrap=True), 1, 240), (gone, 0, 0)))

    def _do(self, deed: object, *values: object) -> bool:
        _, refused = self._bench.attempt("", deed, *values)  # type: ignore[arg-type]
        self.refused.setText(refused)
        if not refused:
            self.show_schedule()
        return not refused

    def _add_pause(self) -> None:
        first, to_the_end = self.first.day(), not self.last.text().strip()
        last = None if to_the_end else self.last.day()
        if first is None or (last is None and not to_the_end):
            return
        if self._do(schedule.add_pause, self._place, first, last, Rest(self.why.box.currentData())):
            self.first.clear()
            self.last.clear()

    def _add_change(self) -> None:
        day = self.changed.day()
        if day is not None and self._do(
            schedule.change_frequency, self._place, day, Frequency(self.rhythm.box.currentData())
        ):
            self.changed.clear()

    def _set_together(self, on: bool) -> None:
        _, refused = self._bench.attempt("", schedule.talk_together, self._place, on=on)
        self.refused.setText(refused)
        self.show_schedule()

    def _set_arm(self, key: str) -> None:
        self._do(schedule.choose_arm, self._place, int(key) or None)
