"""Scoring a table of answers without the window: every row is scored or says why it cannot be."""

import csv
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from mat_desktop.facilitation.answers import shelf
from mat_desktop.workshop.answers.instruments import Instrument, Item
from mat_desktop.workshop.answers.scoring import Score, score
from mat_desktop.workshop.refusal import Refusal

MOST_BYTES = 20 * 1024 * 1024
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
        return shelf.read_file(Path(name))
    known = ", ".join(sorted(shelf.built_in()))
    raise Refusal(f"“{name[:80]}” is no instrument. There are: {known}; or give the path of your own .toml file.")


def scored(instrument: Instrument, content: bytes) -> Scored:
    """Score a CSV table whose columns are the item numbers, with or without `id` and a stored `total`.

    Raises:
        Refusal: when the table cannot be read as answers to this instrument.
    """
    header, rows = _table(content)
    columns = _columns(instrument, header)
    found = Scored()
    for number, cells in rows:
        result, faults = _row(instrument, header, columns, number, cells)
        found.rows.append(result)
        found.faults += faults
    return found


def _table(content: bytes) -> tuple[list[str], list[tuple[int, list[str]]]]:
    if len(content) > MOST_BYTES:
        raise Refusal("the table is larger than 20 MB.")
    if b"\0" in content:
        raise Refusal("this is no text file: it has NUL bytes. Save the table as CSV.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        raise Refusal(f"row {line}: this is no UTF-8 text. Save the table as CSV UTF-8.") from None
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        lines = list(enumerate(reader, 1))
    except csv.Error as wrong:
        raise Refusal(f"row {reader.line_num}: {wrong}.") from None
    lines = [(number, [cell.strip() for cell in cells]) for number, cells in lines]
    filled = [(number, cells) for number, cells in lines if any(cells) or number == 1]
    if not filled or not any(filled[0][1]):
        raise Refusal("the table is empty. The first row names the columns: the item numbers, with or without id.")
    return filled[0][1], filled[1:]


def _columns(instrument: Instrument, header: list[str]) -> dict[int, int]:
    """Where each item's column is."""
    names = [name.lower() for name in header]
    wanted = {str(item.number): item.number for item in instrument.items}
    strange = [name for name in names if name not in wanted and name not in _BESIDE]
    missing = [name for name in wanted if name not in names]
    twice = sorted({name for name in names if names.count(name) > 1})
    faults = []
    if strange:
        faults.append(
            f"row 1: column “{strange[0][:40]}” is neither id, total nor an item number of {instrument.title}."
        )
    if missing:
        faults.append(f"row 1: {instrument.title} has {len(wanted)} items; column {', '.join(missing)} is not there.")
    if twice:
        faults.append(f"row 1: column {', '.join(twice)[:80]} is there twice.")
    if faults:
        raise Refusal("\n".join(faults))
    return {number: names.index(name) for name, number in wanted.items()}


@dataclass(frozen=True)
class _RowFault:
    """What is wrong with a row, or with one cell of it where a column is named."""

    row: int
    column: str
    words: str

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        return f"row {self.row}{column}: {self.words}"


def _row(
    instrument: Instrument, header: list[str], columns: dict[int, int], number: int, cells: list[str]
) -> tuple[dict[str, Any], list[str]]:
    beside = {name.lower(): cell for name, cell in zip(header, cells, strict=False) if name.lower() in _BESIDE}
    faults = []
    if len(cells) != len(header):
        faults.append(_RowFault(number, "", f"{len(cells)} cells, expected {len(header)} as in row 1."))
    answers: dict[int, int | None] = {}
    for item in instrument.items:
        cell = cells[columns[item.number]] if columns[item.number] < len(cells) else ""
        value = int(cell) if cell.isascii() and cell.isdecimal() and len(cell) < 6 else None
        answers[item.number] = value if value in item.values else None
        if cell and value not in item.values:
            faults.append(_RowFault(number, str(item.number), _no_answer(item, cell)))
    found = score(instrument, answers)
    if beside.get("total") and not faults:
        faults += _stored_wrong(number, beside["total"], found.total)
    if found.problem and not faults:
        faults.append(_RowFault(number, "", found.problem))
    result = {"row": number} | ({"id": beside["id"]} if "id" in beside else {}) | _figures(found, told=not faults)
    if faults:
        # The row is said beside the error; a column is not.
        result["error"] = " ".join(str(fault) if fault.column else fault.words for fault in faults)
    return result, [str(fault) for fault in faults]


def _no_answer(item: Item, cell: str) -> str:
    least, most = min(item.values), max(item.values)
    return (
        f"“{cell[:40]}” is no answer; expected a whole number from {least} to {most}, or nothing where it is missing."
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
    if total is None or abs(said - total) > 1e-9:
        comes = "no total" if total is None else f"{total:g}"
        return [_RowFault(number, "total", f"{said:g} is stored, the items come to {comes}.")]
    return []


def _plain(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value
