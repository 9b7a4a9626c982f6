"""Scoring a table of answers without the window: every row is scored or says why it cannot be."""

import csv
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from mat_desktop.facilitation.answers import shelf
from mat_desktop.workshop.answers.instruments import Instrument
from mat_desktop.workshop.answers.scoring import score
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


def _row(
    instrument: Instrument, header: list[str], columns: dict[int, int], number: int, cells: list[str]
) -> tuple[dict[str, Any], list[str]]:
    names = [name.lower() for name in header]
    faults = []
    if len(cells) != len(header):
        faults.append(f"row {number}: {len(cells)} cells, expected {len(header)} as in row 1.")
    answers: dict[int, int | None] = {}
    for item in instrument.items:
        cell = cells[columns[item.number]] if columns[item.number] < len(cells) else ""
        value = int(cell) if cell.isascii() and cell.isdecimal() and len(cell) < 6 else None
        if cell and value not in item.values:
            least, most = min(item.values), max(item.values)
            faults.append(
                f"row {number}, column {item.number}: “{cell[:40]}” is no answer; "
                f"expected a whole number from {least} to {most}, or nothing where it is missing."
            )
        answers[item.number] = value if value in item.values else None
    found = score(instrument, answers)
    stored = cells[names.index("total")] if "total" in names and names.index("total") < len(cells) else ""
    if stored and not faults:
        faults += _stored_wrong(number, stored, found.total)
    if found.problem and not faults:
        faults.append(f"row {number}: {found.problem}")
    wrong = " ".join(fault.split(": ", 1)[1] if fault.startswith(f"row {number}: ") else fault for fault in faults)
    result: dict[str, Any] = {"row": number}
    if "id" in names and names.index("id") < len(cells):
        result["id"] = cells[names.index("id")]
    result |= {
        "total": None if wrong else _plain(found.total),
        "subscales": {} if wrong else {key: _plain(value) for key, value in found.subscales.items()},
        "band": None if wrong or not found.band else found.band,
        "missing": found.missing,
        "prorated": False if wrong else found.prorated,
        "safety": list(found.safety),
    }
    return result | ({"error": wrong} if wrong else {}), faults


def _stored_wrong(number: int, stored: str, total: float | None) -> list[str]:
    try:
        said = float(stored.replace(",", "."))
    except ValueError:
        return [f"row {number}, column total: “{stored[:40]}” is no number."]
    if total is None or abs(said - total) > 1e-9:
        comes = "no total" if total is None else f"{total:g}"
        return [f"row {number}, column total: {said:g} is stored, the items come to {comes}."]
    return []


def _plain(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value
