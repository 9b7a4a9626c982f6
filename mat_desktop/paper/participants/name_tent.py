"""Name tents: the first name large enough to be read across the room, and the table number."""

from collections.abc import Iterator

from mat_desktop.facilitation.printed.participants import NameTent
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.sizes import MARGIN, POINTS, Size

_NUMBER = 40
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
    """Both faces: the lower one is read by whoever sits opposite, the upper one, upside down, by everybody else."""
    half = page.height / 2
    room = page.width - 2 * MARGIN
    fold = top + half / 2
    page.line(0, fold, page.width, fold, 0.5, (4.0, 4.0))
    name = tent.name or " "
    size = next((s for s in _SIZES if width(name, Face.BOLD, s) <= room), _SIZES[-1])
    lines = page.lines(name, room, size, Face.BOLD)[:3]
    number = f"Table {tent.table_number or '____'}"
    middle = page.width / 2
    for place, line in enumerate(lines):
        down = half * 0.2 + place * size * 1.1
        page.text(middle, fold + down, line, size, Face.BOLD, "middle")
        page.turned(middle, fold - down, line, size, Face.BOLD)
    if not tent.name:
        for side in (1, -1):
            page.line(MARGIN + 60, fold + side * half * 0.2, page.width - MARGIN - 60, fold + side * half * 0.2)
    page.text(middle, fold + half / 2 - 26, number, _NUMBER, Face.REGULAR, "middle")
    page.turned(middle, fold - half / 2 + 26, number, _NUMBER)
