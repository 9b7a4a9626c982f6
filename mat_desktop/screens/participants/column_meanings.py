"""What each column of a file means: its heading, three of its cells, and the field, which can be changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mat_desktop.facilitation.csv_table import CsvTable
from mat_desktop.facilitation.participants.forms.columns import Understanding, cells_of
from mat_desktop.facilitation.participants.forms.fields import FIELD_TITLES, Columns
from mat_desktop.screens.shared.fields import Tick
from mat_desktop.screens.shared.parts import boxed, column, emptied_grid, label, scrolled
from mat_desktop.screens.shared.still import StillCombo

_FEW = 40
"""Of more columns only those are shown at first that are taken or might be."""
_CELLS = 3


class ColumnMeanings(QWidget):
    """A line a column: first what is taken, then what might be something, then the rest, each as in the file."""

    def __init__(self, chosen: Callable[[int, str], object]) -> None:
        super().__init__()
        self._chosen = chosen
        self.boxes: dict[int, StillCombo] = {}
        self._table: CsvTable | None = None
        self._understanding = Understanding(columns={}, offered={})
        self._first: Columns = {}
        """What was guessed: the order of the lines stays while what they mean is changed."""
        self._now: Columns = {}
        self.all = Tick("Show all columns", lambda _on: self._show())
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        inside = column(boxed(self._grid), None)
        inside.setContentsMargins(0, 0, 12, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.all)
        layout.addWidget(scrolled(boxed(inside)), 1)

    def show_table(self, table: CsvTable | None, understanding: Understanding) -> None:
        """Show another file, or the same read in another way."""
        self._table, self._understanding, self._first = table, understanding, understanding.columns
        self._now = understanding.columns
        self.all.setVisible(bool(table) and len(table.header if table else ()) > _FEW)
        self._show()

    def _show(self) -> None:
        emptied_grid(self._grid)
        self.boxes = {}
        for place, number in enumerate(self._numbers()):
            self._grid.addWidget(self._line(number), place, 0)
            self.boxes[number] = self._box(number)
            self._grid.addWidget(self.boxes[number], place, 1)
        self.show_columns(self._now)

    def _numbers(self) -> list[int]:
        if self._table is None:
            return []
        taken = {n for several in self._first.values() for n in several}
        offered = set(self._understanding.offered) - taken
        rest = set(range(len(self._table.header))) - taken - offered
        every = len(self._table.header) <= _FEW or self.all.isChecked()
        return [*sorted(taken), *sorted(offered), *(sorted(rest) if every else ())]

    def _line(self, number: int) -> QWidget:
        assert self._table is not None
        cells = [text.strip()[:40] for text in cells_of(self._table, number) if text.strip()][:_CELLS]
        words = self._table.words[number][:200] or f"column {number + 1}"
        offered = self._understanding.offered.get(number)
        more = f"Perhaps: {FIELD_TITLES[offered]}. " if offered else ""
        return boxed(
            column(
                label(words, "strong", wrap=True),
                label(f"{more}{' · '.join(cells) or 'nothing in the first rows'}", "small", wrap=True),
                gap=0,
            )
        )

    def _box(self, number: int) -> StillCombo:
        assert self._table is not None
        box = StillCombo()
        box.setAccessibleName(f"Meaning of {self._table.words[number][:60] or f'column {number + 1}'}")
        box.addItem("not taken", "")
        for field, title in FIELD_TITLES.items():
            box.addItem(title, field)
        box.activated.connect(lambda place, n=number, b=box: self._chosen(n, b.itemData(place)))
        return box

    def show_columns(self, columns: Columns) -> None:
        """Show what each column is taken for now."""
        self._now = columns
        meaning = {number: field for field, numbers in columns.items() for number in numbers}
        for number, box in self.boxes.items():
            box.setCurrentIndex(max(0, box.findData(meaning.get(number, ""))))
