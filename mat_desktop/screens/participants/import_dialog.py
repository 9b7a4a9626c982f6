"""Importing a roster: columns mapped, a preview, faults named; nothing is kept before "Take in"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from mat_desktop.facilitation import csv_table
from mat_desktop.facilitation.csv_table import CsvTable
from mat_desktop.facilitation.participants import comparing, newcomers, roster_file
from mat_desktop.facilitation.participants.comparing import ImportPlan
from mat_desktop.facilitation.participants.forms.columns import Understanding, guess
from mat_desktop.facilitation.participants.forms.first_row import FirstRow, headed
from mat_desktop.facilitation.participants.forms.mapping import moved
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.tabular import workbook
from mat_desktop.facilitation.tabular.characters import ENCODINGS, OtherEncoding
from mat_desktop.facilitation.tabular.separated import DELIMITERS
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.participants import import_words
from mat_desktop.screens.participants.column_meanings import ColumnMeanings
from mat_desktop.screens.participants.who_is_who import WhoIsWhoQuestions
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.fields import ChoiceField, Tick
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.lines import Text
from mat_desktop.screens.shared.parts import Segments, boxed, button, column, fault_lines, rename, row
from mat_desktop.workshop.refusal import Refusal

PREVIEW_ROWS = 10
MEANINGS, ROWS, TELLING, ASKING = "meanings", "rows", "telling", "asking"
_SEGMENT = 142
"""How wide a name of a view is with its tick, in pixels at text of 100 %."""
_FIRST_ROWS = [
    (FirstRow.FOUND.value, "found by itself"),
    (FirstRow.HEADINGS.value, "names of columns"),
    (FirstRow.PERSON.value, "a person"),
]
_VIEWS = ((MEANINGS, "Columns"), (ROWS, "First rows"), (TELLING, "What changes"), (ASKING, "Who is who"))


class ImportDialog(Dialog):
    """What the columns mean, the first ten rows, what would happen and whom to ask about: one of them at a time."""

    def __init__(self, window: QWidget, bench: Bench, content: bytes) -> None:
        super().__init__(window, "Import a file")
        self._bench, self._content = bench, content
        self._zone = setup.workshop(bench.desk, bench.workshop_id).time_zone
        self._table: CsvTable | None = None
        self._plan: ImportPlan | None = None
        self._understanding = Understanding(columns={}, offered={})
        self._answers: dict[int, int] = {}
        self.taken = ""
        self.resize(worn().px(1120), worn().px(620))
        self.encoding = ChoiceField("Text encoding", [(e, e) for e in ENCODINGS], lambda _key: self._read())
        marks = [("", "found by itself"), *DELIMITERS.items()]
        self.delimiter = ChoiceField("Between two cells", marks, lambda _key: self._read())
        self.sheet = ChoiceField("Sheet", [], lambda _key: self._read())
        self.first_row = ChoiceField("First row", _FIRST_ROWS, lambda _key: self._read())
        self.overwrite = Tick("Also overwrite what was typed by hand", lambda _on: None)
        self.error = fault_lines()
        self.summary = fault_lines()
        self.summary.setProperty("kind", "strong")
        self.meanings = ColumnMeanings(self._map)
        self.questions = WhoIsWhoQuestions(self._answer)
        self.details = Text()
        self.details.setReadOnly(True)
        self.details.setAccessibleName("What would happen")
        self.preview = _preview()
        self.views = Segments(_VIEWS, "Show", self.show_view, _SEGMENT)
        self._stack, self._words = QStackedWidget(), QStackedWidget()
        self._build()
        self._read()
        self.show_view(MEANINGS)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addLayout(row(self.views, None))
        reading = QWidget()
        reading.setLayout(FlowLayout(self.sheet, self.encoding, self.delimiter, self.first_row, gap=12))
        columns = column(reading)
        columns.addWidget(self.meanings, 1)
        columns.setContentsMargins(0, 0, 0, 0)
        for view in (boxed(columns), self.preview, self.details, self.questions):
            self._stack.addWidget(view)
        layout.addWidget(self._stack, 1)
        for words in (self.summary, self.error):
            self._words.addWidget(words)
        layout.addWidget(self._words)
        self.take = button("Take in", self._take, "primary", "check")
        actions = QWidget()
        actions.setLayout(FlowLayout(button("Cancel", self.reject), self.take, gap=12, ends=True))
        foot = row(self.overwrite, actions)
        foot.setStretch(1, 1)
        layout.addLayout(foot)
        for choice in (self.encoding, self.delimiter):
            choice.setVisible(not workbook.is_workbook(self._content))

    def show_view(self, shown: str) -> None:
        """The columns, the first rows, what would happen, or whom to ask about."""
        self.views.set(shown)
        self._stack.setCurrentIndex([key for key, _ in _VIEWS].index(shown))

    def _read(self) -> None:
        self.error.setText("")
        self._table, self._understanding = None, Understanding(columns={}, offered={})
        self._answers = {}
        encoding, delimiter = str(self.encoding.box.currentData()), str(self.delimiter.box.currentData() or "")
        first_row = FirstRow(self.first_row.box.currentData() or "")
        try:
            table = csv_table.read(self._content, encoding, delimiter=delimiter, sheet=self._sheet())
            self._table = headed(table, first_row)
            self._understanding = guess(self._table)
        except OtherEncoding as refusal:
            self.error.setText(f"{refusal.fault} Choose another text encoding under Columns.")
        except Refusal as refusal:
            self.error.setText(str(refusal))
        self._offer_sheets()
        self.meanings.show_table(self._table, self._understanding)
        _show_rows(self.preview, self._table)
        self._work_out()

    def _sheet(self) -> str:
        """The sheet that she chose of a workbook with several; nothing before there is a choice."""
        return str(self.sheet.box.currentData() or "")

    def _offer_sheets(self) -> None:
        """The sheets of a workbook to choose from, where more than one holds something."""
        sheets = self._table.sheets if self._table else ()
        for name in sheets:
            self.sheet.set(name)
        if sheets:
            self.sheet.set(sheets[0])
        self.sheet.setVisible(self.sheet.box.count() > 1)

    def _map(self, number: int, field: str) -> None:
        columns = moved(self._understanding.columns, number, field)
        self._understanding = Understanding(columns=columns, offered=self._understanding.offered)
        self.meanings.show_columns(columns)
        self._work_out()

    def _answer(self, row_number: int, person_id: int) -> None:
        self._answers[row_number] = person_id
        self._work_out()

    def _work_out(self) -> None:
        self._plan = None
        if self._table is not None:
            try:
                found = roster_file.people_of(self._table, self._understanding.columns, self._zone)
                self._plan = comparing.compare(self._bench.desk, self._bench.workshop_id, found, self._answers)
                self.error.setText("")
            except Refusal as refusal:
                notes = " ".join(self._understanding.notes)
                self.error.setText(f"{notes} {refusal} Choose it under Columns.".strip())
        self._tell()

    def _tell(self) -> None:
        plan = self._plan
        count = len(plan.new) + len(plan.changed) if plan else 0
        self.take.setEnabled(bool(count))
        rename(self.take, f"Take in {counted(count, 'person', 'people')}" if count else "Nothing to take in")
        self.overwrite.setVisible(bool(plan and any(d[3] for c in plan.changed for d in c.differences)))
        self.summary.setText(import_words.summary(plan) if plan else "")
        self._one_place_for_words()
        notes = (*(self._table.notes if self._table else ()), *self._understanding.notes)
        self.details.setPlainText(import_words.details(plan, notes) if plan else "")
        self.questions.show_questions(plan.questions if plan else (), self._answers)

    def _one_place_for_words(self) -> None:
        """What would happen, or why nothing can: they are never both there."""
        self._words.setCurrentIndex(int(bool(self.error.text())))

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
            comparing.newcomers(self._plan),
            [c for c in changed if c[1]],
        )
        if refused:
            self.error.setText(refused)
            self._one_place_for_words()
            return
        self.taken = f"{counted(done or 0, 'person', 'people')} taken in. Undo takes the whole import back."
        self.accept()


def _preview() -> QTableWidget:
    found = QTableWidget()
    found.setTabKeyNavigation(False)
    found.setAccessibleName("The first ten rows")
    found.horizontalHeader().setMaximumSectionSize(worn().px(280))
    found.verticalHeader().setDefaultSectionSize(found.fontMetrics().height() + worn().px(6))
    found.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    return found


def _show_rows(preview: QTableWidget, table: CsvTable | None) -> None:
    rows = table.rows[:PREVIEW_ROWS] if table else ()
    header = table.words if table else ()
    preview.setColumnCount(len(header))
    preview.setRowCount(len(rows))
    preview.setHorizontalHeaderLabels([h[:40] for h in header])
    preview.setVerticalHeaderLabels([str(number) for number, _ in rows])
    for y, (_, cells) in enumerate(rows):
        for x, cell in enumerate(cells[: len(header)]):
            found = QTableWidgetItem(cell[:200])
            found.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            preview.setItem(y, x, found)
    preview.resizeColumnsToContents()
