"""Name tents: the first name large enough to be read across the room, and the table number."""

from collections.abc import Iterator

from mat_desktop.facilitation.printed.participants import NameTent
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.leaf import SMALL
from mat_desktop.paper.sizes import MARGIN, POINTS, Size
from mat_desktop.workshop.codes import shown_code

_SIZES = (72, 60, 48, 38, 30, 24, 18, 14)


def laid_together(tents: list[NameTent], size: Size, _large: bool, alone: bool) -> Iterator[list[Page]]:
    """Two tents to a sheet: cut in the middle, fold each on its dashed line."""
    wide, high = POINTS[size]
    many = 1 if alone else 2
    for first in range(0, len(tents), many):
        page = Page(wide, high)
        for place, tent in enumerate(tents[first : first + many]):
            _tent(page, tent, place * high / 2)
        page.line(0, high / 2, wide, high / 2, 0.6)
        yield [page]


def _tent(page: Page, tent: NameTent, top: float) -> None:
    half = page.height / 2
    room = page.width - 2 * MARGIN
    page.line(0, top + half / 2, page.width, top + half / 2, 0.5, (4.0, 4.0))
    name = tent.name or " "
    size = next((s for s in _SIZES if width(name, Face.BOLD, s) <= room), _SIZES[-1])
    y = top + half * 0.73
    for line in page.lines(name, room, size, Face.BOLD)[:3]:
        page.text(page.width / 2, y, line, size, Face.BOLD, "middle")
        y += size * 1.1
    if not tent.name:
        page.line(MARGIN + 60, y - 66, page.width - MARGIN - 60, y - 66)
    number = str(tent.table_number) if tent.table_number else "____"
    page.text(page.width / 2, top + half - 30, f"Table {number}", 20, Face.REGULAR, "middle")
    code = f"{shown_code(tent.head.code)}" if tent.head.code else ""
    page.text(page.width - MARGIN, top + half - 22, code, SMALL - 2, align="right")
