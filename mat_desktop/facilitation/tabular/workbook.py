"""An Excel workbook to rows: one sheet of it, its limits checked before anything is unpacked."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from mat_desktop.facilitation.tabular.limits import MOST_BYTES, refuse_width
from mat_desktop.facilitation.tabular.separated import NumberedRow
from mat_desktop.workshop.refusal import Refusal

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MOST_CELLS, _MOST_RATIO, _MOST_ROWS = 200_000, 100, 100_000
_SMALL = 1_000_000
"""What unpacks to less is let through however well it is packed."""
WITHOUT_RESULT = "#FORMULA"
"""Stands for a formula whose result the workbook does not hold: no program has worked it out yet."""


def is_workbook(content: bytes) -> bool:
    """Whether this is the file of a spreadsheet program rather than text."""
    return content.startswith((_ZIP, _OLD))


@dataclass(frozen=True, kw_only=True)
class SheetRows:
    """The rows of one sheet of a workbook that hold something, with their numbers, and which other sheets do too."""

    name: str = ""
    rows: Sequence[NumberedRow] = ()
    others: tuple[str, ...] = ()


def sheet_of(content: bytes, wanted: str = "") -> SheetRows:
    """One sheet of a workbook: the one of that name, else the first that holds something and is not hidden.

    Formulas give the result that was last worked out. Numbers, days and times become text without loss.

    Raises Refusal for what is no workbook of this kind, is protected, or unfolds to more than the limits.
    """
    _refuse_what_is_too_large(content)
    # Read in here: it costs a third of a second, and most tables are text.
    from openpyxl import DEFUSEDXML, load_workbook

    if not DEFUSEDXML:
        raise Refusal("Excel files cannot be read here: a part of the program is missing. Save the table as CSV.")
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        found, formulas = _read(book, wanted)
        if formulas:
            results = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            found, _ = _read(results, found.name, formulas)
    except Refusal:
        raise
    except Exception:  # noqa: BLE001  a damaged workbook fails in a hundred ways, none of them ours
        raise Refusal("The file is no whole Excel workbook. Save it again as .xlsx, or as CSV.") from None
    return found


def _refuse_what_is_too_large(content: bytes) -> None:
    if content.startswith(_OLD):
        raise Refusal("This is an old or a protected Excel file. Save it without a password as .xlsx, or as CSV.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Refusal("The file is no whole Excel workbook. Save it again as .xlsx, or as CSV.") from None
    if not any(part.filename.casefold() == "xl/workbook.xml" for part in parts):
        raise Refusal("This is no Excel workbook. Save the table as .xlsx, or as CSV.")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_BYTES or unpacked > max(_SMALL, _MOST_RATIO * len(content)):
        raise Refusal("The workbook unfolds to more than 20 MB. Copy the table alone into a new file.")


Places = Mapping[int, Sequence[int]]
"""The columns of the formulas of each row, from 0."""


def _read(book: Any, wanted: str, formulas: Places | None = None) -> tuple[SheetRows, Places]:
    """The rows of one sheet, where its formulas are, and which other sheets are neither hidden nor empty."""
    name, rows, others = "", list[NumberedRow](), list[str]()
    places: Places = {}
    try:
        in_turn = sorted(book.worksheets, key=lambda sheet: (sheet.title != wanted, sheet.sheet_state != "visible"))
        for sheet in in_turn:
            sheet.reset_dimensions()  # what a sheet says about its own size may be wrong
            if not rows:
                name = sheet.title
                rows, places = _rows(sheet, formulas or {})
            elif sheet.sheet_state == "visible" and _holds_something(sheet):
                others.append(sheet.title)
    finally:
        book.close()
    return SheetRows(name=name, rows=rows, others=tuple(others)), places


def _holds_something(sheet: Any) -> bool:
    return any(cell.value is not None for _, cells in _numbered(sheet) for cell in cells)


def _rows(sheet: Any, formulas: Places) -> tuple[list[NumberedRow], Places]:
    rows: list[NumberedRow] = []
    places: dict[int, Sequence[int]] = {}
    for number, cells in _numbered(sheet):
        if own := [column for column, cell in enumerate(cells) if cell.data_type == "f"]:
            places[number] = own
        texts = [_text(cell.value) for cell in cells]
        for column in formulas.get(number, ()):
            texts += [""] * (column + 1 - len(texts))
            texts[column] = texts[column] or WITHOUT_RESULT
        if any(text.strip() for text in texts):
            rows.append((number, tuple(texts)))
    return rows, places


def _numbered(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    total = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = list(row)
        while cells and cells[-1].value is None and cells[-1].data_type != "f":
            cells.pop()
        total += len(cells)
        refuse_width(len(cells))
        if total > _MOST_CELLS or number > _MOST_ROWS:
            raise Refusal(f"The sheet has more than {_MOST_CELLS:,} cells. Copy the table alone into a new file.")
        yield number, cells


def _text(value: Any) -> str:
    """How a cell reads: whole numbers without a point, days as 2026-03-14."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
