"""Slips that ask each alone whether they would try: six to a sheet, the two of a pair never beside each other.

They carry no code: they are typed on the telling list by name.
"""

from collections.abc import Iterator
from itertools import zip_longest

from mat_desktop.facilitation.printed.pairing import PairSlipSheet, Slip
from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.measures import LARGE, STANDARD
from mat_desktop.paper.sizes import POINTS, Size

_COLUMNS = 2
_ROWS, _LARGE_ROWS = 3, 2
_INSET = 11 * MM
_MOST_LINES = 4
"""Names that take more lines are cut: whoever hands the slip over says them."""
_ANSWERS = ("Yes", "No, thank you", "Talk with me first")


def laid_together(sheets: list[PairSlipSheet], size: Size, large: bool, _alone: bool) -> Iterator[list[Page]]:
    """All slips of an order on as few sheets as they take."""
    cells = _apart([slip for sheet in sheets for slip in sheet.slips])
    rows = _LARGE_ROWS if large else _ROWS
    many = _COLUMNS * rows
    for first in range(0, len(cells), many):
        yield [_sheet(cells[first : first + many], size, rows, large=large)]


def _apart(slips: list[Slip]) -> list[Slip | None]:
    """Slips in the order of cells: first one of each pair, then the others; a cell stays empty before two adjoin."""
    pairs: dict[int, list[Slip]] = {}
    for slip in slips:
        pairs.setdefault(slip.pair, []).append(slip)
    cells: list[Slip | None] = []
    for turn in zip_longest(*pairs.values()):
        for slip in (one for one in turn if one is not None):
            while _adjoins(cells, slip):
                cells.append(None)
            cells.append(slip)
    return cells


def _adjoins(cells: list[Slip | None], slip: Slip) -> bool:
    place = len(cells)
    beside = [place - 1] if place % _COLUMNS else []
    near = [cells[n] for n in (*beside, place - _COLUMNS) if 0 <= n < place]
    return any(one is not None and one.pair == slip.pair for one in near)


def _sheet(cells: list[Slip | None], size: Size, rows: int, *, large: bool) -> Page:
    wide, high = POINTS[size]
    page = Page(wide, high)
    column, row = wide / _COLUMNS, high / rows
    for place, slip in enumerate(cells):
        if slip is not None:
            _slip(page, slip, (place % _COLUMNS) * column, (place // _COLUMNS) * row, column, row, large=large)
    page.line(column, 0, column, high, 0.5, (3.0, 3.0))
    for cut in range(1, rows):
        page.line(0, cut * row, wide, cut * row, 0.5, (3.0, 3.0))
    return page


def _slip(page: Page, slip: Slip, x: float, y: float, wide: float, high: float, *, large: bool) -> None:
    measures = LARGE if large else STANDARD
    pen = Pen(x + _INSET, wide - 2 * _INSET, measures)
    name = page.short(slip.name, pen.wide, measures.section, Face.BOLD)
    pen.words(name, measures.section, Face.BOLD, leading=measures.section + 5)
    pen.y += 4
    for line in page.at_most(_MOST_LINES, slip.question, pen.wide, measures.goal, Face.BOLD):
        pen.words(line, measures.goal, Face.BOLD, leading=measures.goal + 4)
    pen.y += 6
    for answer in _ANSWERS:
        pen.choices("answer", [(answer, answer)], pen.left)
        pen.y += 1 if large else 5
    pen.y += 3
    several = "you both hear" if slip.others == 1 else "all of you hear"
    pen.small(
        f"Only {slip.reader} reads this. If it does not happen, {several} the same words. You never have to say why. "
        "You can stop later, at any time."
    )
    pen.y += 5
    pen.words(f"Fold it twice and hand it to {slip.reader} yourself.", measures.small, Face.BOLD,
              leading=measures.small_leading)  # fmt: skip
    block = pen.block()
    page.taken(block.page, 0, y + max(6 * MM, min(_INSET, high - block.high)))
