"""Importing a roster: columns mapped, a preview, faults named; nothing is kept before "Take in"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mat_desktop.facilitation import csv_table
from mat_desktop.facilitation.csv_table import CsvTable
from mat_desktop.facilitation.participants import newcomers, roster_file
from mat_desktop.facilitation.participants.roster_file import FIELD_TITLES, ImportPlan
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.tabular.characters import ENCODINGS, OtherEncoding
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.fields import ChoiceField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.parts import button, emptied_grid, fault_lines, label, rename, row, scrolled
from mat_desktop.screens.shared.still import StillCombo
from mat_desktop.workshop.refusal import Refusal

PREVIEW_ROWS = 10


class ImportDialog(Dialog):
    """Left which column means what, right the first ten rows, below what would happen."""

    def __init__(self, window: QWidget, bench: Bench, content: bytes) -> None:
        super().__init__(window, "Import a file")
        self._bench, self._content = bench, content
        self._table: CsvTable | None = None
        self._plan: ImportPlan | None = None
        self._columns: dict[str, int] = {}
        self.taken = ""
        self.resize(worn().px(1120), worn().px(620))
        self.encoding = ChoiceField("Text encoding", [(e, e) for e in ENCODINGS], lambda _key: self._read())
        self.overwrite = Tick("Also overwrite what was typed by hand", lambda _on: None)
        self.error = fault_lines()
        self.summary = label("", "strong", wrap=True)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName("What would happen")
        self.details.setTabChangesFocus(True)
        self.preview = QTableWidget()
        self.preview.setTabKeyNavigation(False)
        self.preview.setAccessibleName("The first ten rows")
        self.preview.horizontalHeader().setMaximumSectionSize(worn().px(280))
        self.preview.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._mapping = QGridLayout()
        self._build()
        self._read()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addLayout(row(label("Import a file", "section"), None, self.encoding))
        layout.addWidget(self.error)
        holder = QWidget()
        left = QVBoxLayout(holder)
        left.setContentsMargins(0, 0, 12, 0)
        left.addLayout(self._mapping)
        left.addStretch(1)
        area = scrolled(holder)
        hold(area, least_width=340)
        hold(self.preview, least_width=340)
        hold(self.details, height=110)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(PageZones((area, 0), (self.preview, 1)), 1)
        middle.addWidget(self.summary)
        middle.addWidget(self.details)
        layout.addWidget(scrolled(inside), 1)
        self.take = button("Take in", self._take, "primary", "check")
        actions = QWidget()
        actions.setLayout(FlowLayout(button("Cancel", self.reject), self.take, gap=12, ends=True))
        foot = row(self.overwrite, actions)
        foot.setStretch(1, 1)
        layout.addLayout(foot)

    def _read(self) -> None:
        self.error.setText("")
        self._table = None
        encoding = str(self.encoding.box.currentData())
        try:
            self._table = csv_table.read(self._content, encoding)
            self._columns = roster_file.guess(self._table.header)
        except OtherEncoding as refusal:
            self.error.setText(f"{refusal.fault} Choose another text encoding at the top right.")
        except Refusal as refusal:
            self.error.setText(str(refusal))
        self._show_mapping()
        self._show_preview()
        self._work_out()

    def _show_mapping(self) -> None:
        emptied_grid(self._mapping)
        header = self._table.header if self._table else ()
        for place, (field, title) in enumerate(FIELD_TITLES.items()):
            box = StillCombo()
            box.setAccessibleName(f"Column for {title}")
            box.addItem("not in the file", -1)
            for number, heading in enumerate(header):
                box.addItem(heading[:60] or f"column {number + 1}", number)
            box.setCurrentIndex(self._columns.get(field, -1) + 1)
            box.activated.connect(lambda index, f=field, b=box: self._map(f, b.itemData(index)))
            self._mapping.addWidget(label(title, "label", wrap=True), place, 0)
            self._mapping.addWidget(box, place, 1)
        self._mapping.setColumnStretch(1, 1)

    def _map(self, field: str, column: int) -> None:
        self._columns.pop(field, None)
        if column >= 0:
            self._columns[field] = column
        self._work_out()

    def _show_preview(self) -> None:
        rows = self._table.rows[:PREVIEW_ROWS] if self._table else ()
        header = self._table.header if self._table else ()
        self.preview.setColumnCount(len(header))
        self.preview.setRowCount(len(rows))
        self.preview.setHorizontalHeaderLabels([h[:40] for h in header])
        self.preview.setVerticalHeaderLabels([str(number) for number, _ in rows])
        for y, (_, cells) in enumerate(rows):
            for x, cell in enumerate(cells[: len(header)]):
                found = QTableWidgetItem(cell[:200])
                found.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.preview.setItem(y, x, found)
        self.preview.resizeColumnsToContents()

    def _work_out(self) -> None:
        self._plan = None
        if self._table is not None:
            try:
                found, faults = roster_file.entries(self._table, self._columns)
                self._plan = roster_file.compare(self._bench.desk, self._bench.workshop_id, found, faults)
                self.error.setText("")
            except Refusal as refusal:
                self.error.setText(str(refusal))
        self._tell()

    def _tell(self) -> None:
        plan = self._plan
        count = len(plan.new) + len(plan.changed) if plan else 0
        self.take.setEnabled(bool(count))
        rename(self.take, f"Take in {counted(count, 'person', 'people')}" if count else "Nothing to take in")
        self.overwrite.setVisible(bool(plan and any(d[3] for c in plan.changed for d in c.differences)))
        self.summary.setText(_summary(plan) if plan else "")
        self.details.setPlainText("\n".join(_details(plan)) if plan else "")

    def _take(self) -> None:
        assert self._plan is not None
        over = self.overwrite.isChecked()
        changed = [
            (c.person_id, tuple((field, new) for field, _, new, by_hand in c.differences if over or not by_hand))
            for c in self._plan.changed
        ]
        done, refused = self._bench.attempt(
            "",
            newcomers.take_in,
            self._bench.workshop_id,
            roster_file.newcomers(self._plan),
            [c for c in changed if c[1]],
        )
        if refused:
            self.error.setText(refused)
            return
        self.taken = f"{counted(done or 0, 'person', 'people')} taken in. Undo takes the whole import back."
        self.accept()


def _summary(plan: ImportPlan) -> str:
    parts = [f"{len(plan.new)} new", f"{len(plan.changed)} changed", f"{len(plan.unchanged)} unchanged"]
    if plan.gone:
        parts.append(f"{len(plan.gone)} no longer in the file (they stay)")
    if plan.faults:
        parts.append(f"{len(plan.faults)} left out")
    return ", ".join(parts) + "."


def _details(plan: ImportPlan) -> list[str]:
    said = [f"Left out, {fault}" for fault in plan.faults]
    for found in plan.changed:
        for field, old, new, by_hand in found.differences:
            hand = " (typed by hand, stays)" if by_hand else ""
            said.append(f"{found.name}, {FIELD_TITLES[field]}: {old or 'nothing'} -> {new}{hand}")
    said += [f"No longer in the file: {name}" for name in plan.gone]
    return said + [f"New: {entry.name}" for entry in plan.new]
