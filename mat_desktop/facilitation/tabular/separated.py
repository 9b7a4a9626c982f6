"""Text to rows: which mark stands between two cells is told by how well the rows agree, not by counting marks.

A question in a heading may hold more commas than the row has cells. Marks in quotes are no delimiters; the one that
gives the rows the same number of cells is.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from mat_desktop.facilitation.tabular.limits import refuse_width
from mat_desktop.facilitation.tabular.titles import is_title
from mat_desktop.workshop.refusal import Refusal

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "upright stroke"}
"""What may stand between two cells, and how it is called."""
_SAMPLE_ROWS, _SAMPLE_LETTERS = 200, 400_000
_TOLD = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
"""Excel's own first line, which says what stands between two cells."""

_SINGLE_QUOTED = re.compile(r"'[^']*'(?:\s*[,;\t|]\s*'[^']*')+")
"""Headings as some databases export them."""

NumberedRow = tuple[int, tuple[str, ...]]


def rows_of(text: str, delimiter: str = "") -> tuple[str, list[NumberedRow]]:
    """The delimiter, and every row that holds something, with its number in the spreadsheet.

    Args:
        text: the table.
        delimiter: what stands between two cells; empty where it is to be found.

    Raises:
        Refusal: where the text breaks off in a quoted cell, or has more columns than are read.
    """
    used = delimiter or told_in(text) or likeliest(text)
    reader = _reader(text, used)
    rows: list[NumberedRow] = []
    number = 0
    try:
        for cells in reader:
            number += 1
            if number == 1:
                refuse_width(len(cells))
                if told_in(text):
                    continue
            if any(cell.strip() for cell in cells):
                rows.append((number, tuple(cells)))
    except csv.Error as fault:
        raise Refusal(f"The file breaks off in row {number + 1}: {fault}. Export it again as CSV.") from None
    return used, rows


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows of a text; its cells stand in quotes, or in single ones where each heading does."""
    first = text.partition("\n")[0].strip()
    quote = "'" if _SINGLE_QUOTED.fullmatch(first) else '"'
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quotechar=quote, strict=True)


def told_in(text: str) -> str:
    """What the first line says about the delimiter, as Excel writes it; empty where it says nothing."""
    told = _TOLD.match(text[:40].split("\n", 1)[0].rstrip("\r"))
    return told[1] if told else ""


def likeliest(text: str) -> str:
    """The mark under which the rows agree best; where none divides them, one that the text does not hold."""
    sample = text[:_SAMPLE_LETTERS]
    ranks = {mark: _agreement(sample, mark, cut=len(sample) < len(text)) for mark in DELIMITERS}
    best = max(DELIMITERS, key=ranks.__getitem__)
    if ranks[best].width:
        return best
    return next((mark for mark in DELIMITERS if mark not in sample), ",")


class _Agreement(NamedTuple):
    """How well the rows agree under one mark: what counts most stands first."""

    whole: bool = False
    """Whether every quoted cell ends where a cell may end."""
    alike: float = 0.0
    """The share of rows with the usual number of cells; one that ends earlier agrees nearly."""
    width: int = 0
    blanks: float = 0.0
    """How many cells of a row begin with a blank, less than 0: a comma in a sentence is followed by one."""


def _agreement(sample: str, mark: str, *, cut: bool) -> _Agreement:
    if mark not in sample:
        return _Agreement()
    counts: list[tuple[int, int]] = []
    titles: list[bool] = []
    blanks, whole, headed = 0, True, False
    try:
        for cells in islice(_reader(sample, mark), _SAMPLE_ROWS):
            filled = max((number for number, cell in enumerate(cells, 1) if cell.strip()), default=0)
            if filled:
                headed = headed or (len(cells) > 1 and all(titles))
                titles.append(is_title(cells))
                counts.append((len(cells), filled))
                blanks += sum(cell.startswith(" ") for cell in cells)
    except csv.Error:
        whole = cut
    usual = Counter(cells for cells, _ in counts if cells > 1)
    width = max(usual, key=usual.__getitem__, default=0)
    if not width or not headed:
        return _Agreement()
    alike = sum(1.0 if cells == width else 0.9 * (1 < filled <= width) for cells, filled in counts)
    return _Agreement(whole, round(alike / len(counts), 2), width, -blanks / len(counts))
