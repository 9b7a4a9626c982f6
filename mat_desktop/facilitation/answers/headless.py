"""Scoring a table of answers without the window: every row is scored or says why it cannot be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.answers.item_columns import items_of, totals_of
from mat_desktop.facilitation.csv_table import CsvTable, read
from mat_desktop.facilitation.tabular.figures import is_missing, whole
from mat_desktop.facilitation.tabular.placing import renamed
from mat_desktop.workshop.answers.instruments import Instrument, Item
from mat_desktop.workshop.answers.scoring import Score, score
from mat_desktop.workshop.refusal import Refusal

MOST_ROWS = 1_000_000
_BESIDE = ("id", "total")


@dataclass
class Scored:
    """What became of a table: a result for each data row, and the faults by row and column."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def chosen(name: str) -> Instrument:
    """The instrument that is meant: a shipped one by its id, or a file of one's own by its path.

    Raises Refusal with the ids that there are, where it is neither, and with every fault of the file where it is wrong.
    """
    key = name.strip().lower()
    if key in shelf.built_in():
        return shelf.shipped(key)
    if name.endswith(".toml"):
        return shelf.read_file(Path(name), piped=True)[0]
    known = ", ".join(sorted(shelf.built_in()))
    raise Refusal(f"“{name[:80]}” is no instrument. There are: {known}; or give the path of your own .toml file.")


def scored(
    instrument: Instrument,
    content: bytes,
    encoding: str = "utf-8",
    *,
    coded_from: int | None = None,
    mapping: Sequence[str] = (),
) -> Scored:
    """Score a table with a column an item, with or without `id` and a stored `total`; other columns are left alone.

    Args:
        instrument: what was answered.
        content: the table.
        encoding: its text encoding.
        coded_from: what the lowest answer is written as, where that is not the instrument's own.
        mapping: what somebody said about its columns, as `field=column`; a field is an item number, id or total.

    Raises:
        Refusal: when the table cannot be read as answers to this instrument, or is coded from another number.
    """
    table = read(content, encoding, nobody=True, rows_called="rows", most=MOST_ROWS)
    fields = (*(str(item.number) for item in instrument.items), *_BESIDE)
    header = renamed(table.header, mapping, fields)
    columns, beside = items_of(instrument, header, table.words), totals_of(instrument, header)
    if coded_from is None:
        _refuse_other_coding(instrument, columns, table)
    found = Scored()
    reader = _RowReader(instrument=instrument, header=header, columns=columns, beside=beside, coded_from=coded_from)
    for number, cells in table.rows:
        result, faults = reader.read(number, [cell.strip() for cell in cells])
        found.rows.append(result)
        found.faults += faults
    return found


def _refuse_other_coding(instrument: Instrument, columns: Mapping[int, int], table: CsvTable) -> None:
    """Refuse the whole table as soon as one answer is one too high and none is the lowest: all rows are then wrong."""
    above, lowest = [], False
    for number, cells in table.rows:
        for item in instrument.items:
            value = whole(cells[columns[item.number]]) if columns[item.number] < len(cells) else None
            lowest = lowest or value == min(item.values)
            if value == max(item.values) + 1:
                above.append((number, item))
    if above and not lowest:
        row, item = above[0]
        least = min(item.values)
        raise Refusal(
            f"row {row}, column {item.number}: {max(item.values) + 1} stands there and no {least} anywhere; the "
            f"answers seem to be coded from {least + 1}. No row is scored. If they are, say --coded-from {least + 1}."
        )


@dataclass(frozen=True)
class _RowFault:
    """What is wrong with a row, or with one cell of it where a column is named."""

    row: int
    column: str
    words: str

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        return f"row {self.row}{column}: {self.words}"


@dataclass(frozen=True, kw_only=True)
class _RowReader:
    """Reads the rows of one table."""

    instrument: Instrument
    header: Sequence[str]
    columns: Mapping[int, int]
    beside: Mapping[str, int]
    coded_from: int | None

    def read(self, number: int, cells: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
        """One row as it is told, and what is wrong with it."""
        beside = {name: cells[place] for name, place in self.beside.items() if place < len(cells)}
        faults = self._width(number, cells)
        answers: dict[int, int | None] = {}
        for item in self.instrument.items:
            place = self.columns[item.number]
            cell = cells[place] if place < len(cells) else ""
            answers[item.number] = self._answer(item, cell)
            if answers[item.number] is None and not is_missing(cell):
                faults.append(_RowFault(number, str(item.number), self._no_answer(item, cell)))
        found = score(self.instrument, answers)
        if not is_missing(beside.get("total", "")) and not faults:
            faults += _stored_wrong(number, beside["total"], found.total)
        if found.problem and not faults:
            faults.append(_RowFault(number, "", found.problem))
        result = {"row": number} | ({"id": beside["id"]} if "id" in beside else {}) | _figures(found, told=not faults)
        if faults:
            # The row is said beside the error; a column is not.
            result["error"] = " ".join(str(fault) if fault.column else fault.words for fault in faults)
        return result, [str(fault) for fault in faults]

    def _width(self, number: int, cells: Sequence[str]) -> list[_RowFault]:
        """A row that ends before its last answer, or holds more than there are columns."""
        surplus = any(cell for cell in cells[len(self.header) :])
        if len(cells) > max(self.columns.values()) and not surplus:
            return []
        return [_RowFault(number, "", f"{len(cells)} cells, expected {len(self.header)} as in row 1.")]

    def _answer(self, item: Item, cell: str) -> int | None:
        value = whole(cell)
        if value is not None and self.coded_from is not None:
            value += min(item.values) - self.coded_from
        return value if value in item.values else None

    def _no_answer(self, item: Item, cell: str) -> str:
        by = 0 if self.coded_from is None else self.coded_from - min(item.values)
        return (
            f"“{cell[:40]}” is no answer; expected a whole number from {min(item.values) + by} to "
            f"{max(item.values) + by}, or nothing where it is missing."
        )


def _figures(found: Score, *, told: bool) -> dict[str, Any]:
    """The figures of one row; of a row with a fault only what is missing, and what asks for somebody's care."""
    return {
        "total": _plain(found.total) if told else None,
        "subscales": {key: _plain(value) for key, value in found.subscales.items()} if told else {},
        "band": found.band or None if told else None,
        "missing": found.missing,
        "prorated": found.prorated and told,
        "safety": list(found.safety),
    }


def _stored_wrong(number: int, stored: str, total: float | None) -> list[_RowFault]:
    try:
        said = float(stored.replace(",", "."))
    except ValueError:
        return [_RowFault(number, "total", f"“{stored[:40]}” is no number.")]
    written = len(stored.replace(",", ".").partition(".")[2])
    if total is None or abs(said - total) > (0.5 * 10**-written if written else 0) + 1e-9:
        comes = "no total" if total is None else f"{total:g}"
        return [_RowFault(number, "total", f"{said:g} is stored, the items come to {comes}.")]
    return []


def _plain(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value
