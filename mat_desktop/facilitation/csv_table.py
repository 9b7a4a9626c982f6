"""A table from elsewhere, CSV or Excel: its delimiter is found, its encoding declared, its faults named by place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mat_desktop.facilitation.tabular import characters, headings, separated, workbook
from mat_desktop.facilitation.tabular.kinds import refuse_other_kinds
from mat_desktop.facilitation.tabular.limits import MOST_BYTES, TOO_LARGE
from mat_desktop.workshop.participants.participant import MOST_PEOPLE
from mat_desktop.workshop.refusal import Refusal


@dataclass(frozen=True, kw_only=True)
class CsvTable:
    """A file as read: the header and its rows, each with its row number in the spreadsheet (header = 1)."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    titles: tuple[str, ...] = ()
    """What stands under or over each heading in a second row of headings, as some survey tools write; else nothing."""
    delimiter: str = ""
    """What stood between two cells; nothing in a workbook."""
    heading_row: int = 1
    """The row of the headings; 0 where there are none."""
    notes: tuple[str, ...] = ()
    """What was taken for no row of the table, in words."""
    sheets: tuple[str, ...] = ()
    """Of a workbook: the sheet that was read, and the others that hold something."""

    def below(self, above: int) -> "CsvTable":
        """The same table with one of its rows as the headings; what stands above is left out, and said."""
        number, cells = self.rows[above]
        left_out = [self.heading_row, *(row for row, _ in self.rows[:above])]
        said = tuple(f"Row {row} stands above the headings and was left out." for row in left_out)
        header = tuple(cell.strip() for cell in cells)
        blank = ("",) * len(header)
        rows = self.rows[above + 1 :]
        notes = (*said, *self.notes)
        return replace(self, header=header, rows=rows, titles=blank, heading_row=number, notes=notes)

    def without_headings(self) -> "CsvTable":
        """The same table with its first row as a row like the others; its columns are called by their numbers."""
        width = max(map(len, (self.header, *(cells for _, cells in self.rows))))
        said = f"Row {self.heading_row} holds no headings; it is read like the others."
        return replace(
            self,
            header=tuple(f"Column {number}" for number in range(1, width + 1)),
            rows=((self.heading_row, self.header), *self.rows),
            titles=("",) * width,
            heading_row=0,
            notes=(said, *self.notes),
        )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What each column is called where people are to understand it."""
        return tuple(headings.told(title, name) for title, name in zip(self.titles, self.header, strict=True))


@dataclass(frozen=True)
class Fault:
    """What is wrong with one place of a file."""

    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        """`row 3, column Phone: what is expected`."""
        return f"row {self.row}, column {self.column}: {self.sentence}"


def read(
    content: bytes,
    encoding: str = "utf-8",
    *,
    nobody: bool = False,
    delimiter: str = "",
    rows_called: str = "people",
    most: int = MOST_PEOPLE,
    sheet: str | None = None,
) -> CsvTable:
    """Read a CSV file or an Excel workbook. The delimiter is found, the encoding is declared and never guessed.

    Args:
        content: the file.
        encoding: its text encoding; a mark at its start says it for certain.
        nobody: whether a header alone will do.
        delimiter: what stands between two cells, where somebody chose it; else it is found.
        rows_called: what its rows are, in words.
        most: how many of them it may have.
        sheet: which sheet of a workbook; "" for its first. None where there may be only one that holds something.

    Raises:
        Refusal: naming what is wrong with the file as a whole.
    """
    if len(content) > MOST_BYTES:
        raise Refusal(TOO_LARGE)
    refuse_other_kinds(content)
    used, sheets = "", tuple[str, ...]()
    rows: Sequence[separated.NumberedRow]
    if workbook.is_workbook(content):
        found = workbook.sheet_of(content, sheet or "")
        rows, sheets = found.rows, (found.name, *found.others)
        if sheet is None and found.others:
            raise Refusal(f"The workbook has more than one sheet: {_listed(sheets)}. Save the one that is meant alone.")
    else:
        used, rows = separated.rows_of(characters.decoded(content, encoding), delimiter)
    if not rows:
        raise Refusal("The file is empty: row 1 must name the columns, for example “name”.")
    top = headings.split(rows)
    if not top.rows and not nobody:
        raise Refusal(f"The file has a header and no {rows_called}. Row 2 must hold the first.")
    if len(top.rows) > most:
        raise Refusal(f"The file has {len(top.rows):,} {rows_called}; at most {most:,} are read.")
    return CsvTable(
        header=top.header,
        rows=top.rows,
        titles=top.titles,
        delimiter=used,
        heading_row=top.number,
        notes=(*_other_sheets(sheets), *top.notes),
        sheets=sheets,
    )


def _other_sheets(sheets: Sequence[str]) -> list[str]:
    """What is said where a workbook holds more than what is read."""
    read_one, others = sheets[:1], sheets[1:]
    return [f"Only the sheet {_listed(read_one)} is read; not read: {_listed(others)}."] if others else []


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name[:40]}”" for name in names[:8])
