"""Step 10: counts first, before and after for each person, figures with their sentences, the missing named."""

import csv
import io
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem, QWidget

from mat_desktop.facilitation.outcomes import views
from mat_desktop.facilitation.outcomes.flow import flow_steps
from mat_desktop.facilitation.outcomes.views import OutcomesView, began_in_words
from mat_desktop.facilitation.outcomes.words import contact_in_words, gain_in_words, level_in_words
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.research import request
from mat_desktop.facilitation.research.export import Export
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.screens.outcomes.arms_view import ArmsView
from mat_desktop.screens.outcomes.figures_view import FiguresView
from mat_desktop.screens.outcomes.flow_view import WhoCame
from mat_desktop.screens.outcomes.group_view import GroupView
from mat_desktop.screens.outcomes.pairs_view import OutcomePairs
from mat_desktop.screens.outcomes.pool_view import PoolPage
from mat_desktop.screens.outcomes.projector import GroupProjector
from mat_desktop.screens.outcomes.shares import SharedOut
from mat_desktop.screens.shared.bench import Bench, Look
from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.page_stack import PageStack
from mat_desktop.screens.shared.parts import Segments, boxed, button, card, emptied, label, row
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind

_COLUMNS = (("Name", 4), ("Start", 2), ("Six months", 3), ("One year", 3), ("Steps gained", 3), ("Days talked", 6))
_VIEWS = (
    *(("group", "Group"), ("came", "Who came"), ("pairs", "Each pair")),
    *(("table", "Table"), ("figures", "Figures")),
)
_WHICH_CONSENT = (
    "Which consent covers these data? Only people who said yes there are in them. Take the one that your ethics "
    "committee allowed."
)
_STUDY_VIEWS = (("arms", "Arms"), ("pool", "Pool"))


class OutcomesPage(StepPage):
    """The group without names; each pair and the table by name; figures; in a study the arms and the pool."""

    def __init__(self, bench: Bench, step: Step) -> None:
        super().__init__(bench)
        self.step = step
        self._study = False
        self._views, self._view = QWidget(), Segments(_VIEWS, "View", self.show_view, 84)
        self._choice = QHBoxLayout(self._views)
        self._choice.setContentsMargins(0, 0, 0, 0)
        self._choice.addWidget(self._view)
        self.tools = [self._views]
        self.agreed = Tick("All agreed", self._set_agreed)
        self.agreed.setAccessibleName("All agreed that the group sees this")
        self.agreed.setToolTip("All agreed that the group sees this, without names")
        self.show_button = button("Show the group", self._project)
        self.content.addWidget(self._counts())
        self.group, self.pairs, self.figures = (
            GroupView(self.agreed, self.show_button),
            OutcomePairs(bench),
            FiguresView(bench),
        )
        self.arms, self.pool = ArmsView(bench), PoolPage(bench, self._export)
        self.came = WhoCame()
        self.table = self._make_table()
        self._stack = PageStack()
        self._pages: dict[str, QWidget] = {
            "group": self.group,
            "came": self.came,
            "pairs": self.pairs,
            "table": self.table,
            "figures": self.figures,
            "arms": self.arms,
            "pool": self.pool,
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.content.addWidget(self._stack, 1)
        self.save = button("Save table", self._save_table, icon="download")
        self.side = [self.save]
        self.summary = button("Summary", self._print_summary, icon="printer")
        self.summary.setToolTip("One page for a funder, in words and counts of the whole group")
        self.report = button("Print outcome report", self._print_report, icon="printer")
        self.extra = [self.summary, self.report]
        self._view.set("group")

    def _counts(self) -> QWidget:
        frame, layout = card(margins=12)
        self.counts = Columns(most=5, least=150, gap=24, rows=4)
        layout.addLayout(self.counts)
        return frame

    def _make_table(self) -> SharedOut:
        table = SharedOut(_COLUMNS)
        table.setAccessibleName("Before and after")
        return table

    def show_view(self, view: str) -> None:
        """One of the views."""
        self._view.set(view)
        self._stack.setCurrentWidget(self._pages[view])
        self.refresh()

    def refresh(self) -> None:
        """Work out afresh what is seen."""
        self._offer_study(on=setup.workshop(self.bench.desk, self.bench.workshop_id).study)
        found = views.outcomes(self.bench.desk, self.bench.workshop_id)
        self.counts.clear()
        for number, words in began_in_words(found):
            count = row(label(str(number), "number"), label(words, "small", wrap=True), gap=10)
            count.setStretch(1, 1)
            self.counts.addWidget(boxed(count))
        shown = self._stack.currentWidget()
        self.agreed.set(found.all_agreed)
        self.show_button.setEnabled(found.all_agreed)
        self.save.setEnabled(shown is self.table)
        if shown is self.group:
            self.group.show_group(found)
        elif shown is self.came:
            self.came.show_steps(flow_steps(found.flow))
        elif shown is self.table:
            self._fill(found)
        elif isinstance(shown, OutcomePairs | FiguresView | ArmsView | PoolPage):
            shown.refresh()

    def _offer_study(self, *, on: bool) -> None:
        """Arms, pooling and export appear only where the workshop is part of a study."""
        if on == self._study:
            return
        self._study = on
        emptied(self._choice)
        self._view = Segments((*_VIEWS, *(_STUDY_VIEWS if on else ())), "View", self.show_view, 72)
        self._choice.addWidget(self._view)
        if self._stack.currentWidget() in (self.arms, self.pool):
            self._stack.setCurrentWidget(self.group)
        self._view.set(next(key for key, page in self._pages.items() if page is self._stack.currentWidget()))

    def _fill(self, view: OutcomesView) -> None:
        cells = table_cells(view)
        self.table.setRowCount(len(cells))
        for y, line in enumerate(cells):
            for x, words in enumerate(line):
                self.table.setItem(y, x, QTableWidgetItem(words))

    def _set_agreed(self, on: bool) -> None:
        self.bench.do(views.set_group_agreed, self.bench.workshop_id, agreed=on)

    def _project(self) -> None:
        GroupProjector(self, views.outcomes(self.bench.desk, self.bench.workshop_id)).exec()

    def _save_table(self) -> None:
        names = False
        if self._study:
            picked = self.bench.messages.pick("Save the table with names?", ("Without names", "With names"))
            if picked is None:
                return
            names = picked == 1
        path = self.bench.messages.file_to_save("Save the table", "outcomes.csv", "CSV (*.csv)")
        if path is None:
            return
        found = table_cells(views.outcomes(self.bench.desk, self.bench.workshop_id))
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        headings = [heading for heading, _ in _COLUMNS]
        writer.writerow(headings if names else headings[1:])
        writer.writerows([_safe(cell) for cell in (line if names else line[1:])] for line in found)
        self._written({path: b"\xef\xbb\xbf" + text.getvalue().encode()}, f"Saved as {path.name}.")

    def _covered_by(self) -> ConsentKind | None:
        """Which yes the data go by; in a study there are two, and nobody is counted by a yes to something else."""
        picked = self.bench.messages.pick(_WHICH_CONSENT, tuple(map(begun, request.COVERS.values())))
        return None if picked is None else tuple(request.COVERS)[picked]

    def _export(self) -> None:
        covered_by = self._covered_by()
        if covered_by is None:
            return
        folder = self.bench.messages.folder("An empty folder for the research data")
        if folder is None:
            return
        try:
            asked = request.asked(self.bench.desk, self.bench.workshop_id, covered_by)
        except Refusal as refusal:
            self.bench.messages.tell(str(refusal))
            return
        made = partial(self._made, folder)
        self.pool.exporting.start(research.task(asked), research.WORKING, made, research.IF_CLOSED)

    def _made(self, folder: Path, made: Export) -> None:
        """The data are there, and are written once it is settled whether the key file is as well."""
        if not self.bench.do(research.handed_out, self.bench.workshop_id):
            return
        question = f"{made.said} Also write the key file that names them? It is kept apart from the data."
        picked = self.bench.messages.pick(question, ("No key file", "Choose where"))
        key = self._key_file(folder) if picked == 1 else None
        if picked is None or (picked == 1 and key is None):
            return
        files = {folder / name: content for name, content in made.files.items()}
        self._written(files | ({key: made.key} if key is not None else {}), made.said)

    def _key_file(self, folder: Path) -> Path | None:
        """Where the key file goes: never beside the data. None where she leaves; then nothing is written."""
        path = self.bench.messages.file_to_save("The key file, in another folder", "key.csv", "CSV (*.csv)")
        if path is None or folder.resolve() not in path.resolve().parents:
            return path
        self.bench.messages.tell("The key file is kept apart. Nothing was written; choose another folder for it.")
        return None

    def _written(self, files: dict[Path, bytes], said: str) -> None:
        try:
            for path, content in files.items():
                self.bench.write(path, content)
        except Refusal as refusal:
            self.bench.messages.tell(str(refusal))
            return
        self.bench.messages.tell(said, Look.NOTE)

    def _print_report(self) -> None:
        self.bench.print_wanted.emit(SheetKind.REPORT.value, ())

    def _print_summary(self) -> None:
        self.bench.print_wanted.emit(SheetKind.SUMMARY.value, ())


def table_cells(view: OutcomesView) -> list[tuple[str, ...]]:
    """The table as words, a row a person."""
    return [
        (
            person.name,
            level_in_words(person.start),
            level_in_words(person.six_months),
            level_in_words(person.one_year),
            gain_in_words(person),
            contact_in_words(person),
        )
        for person in view.people
    ]


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is put in quotes."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
