"""Sizes of paper, and the page to lay out on: large print is laid out on a smaller page and drawn larger."""

from dataclasses import dataclass
from enum import StrEnum

from mat_desktop.paper.drawing import MM, Page

MARGIN = 16 * MM
FOOT = 26 * MM
LARGE = 16 / 11
"""How much larger: letters of 11 points become 16."""


class Size(StrEnum):
    """Paper sizes; the layout flows, it is never scaled from one to the other."""

    A4 = "A4"
    LETTER = "Letter"


POINTS: dict[Size, tuple[float, float]] = {Size.A4: (210 * MM, 297 * MM), Size.LETTER: (612.0, 792.0)}


@dataclass(frozen=True)
class Format:
    """A page to lay out on: its real size and margin in points, and how much larger than usual its letters are.

    `edge` is the margin above and below, where it is another than at the sides.
    """

    width: float
    height: float
    margin: float = MARGIN
    scale: float = 1.0
    foot: float = FOOT
    edge: float = 0.0

    @property
    def is_low(self) -> bool:
        """Whether the paper is lower than A4, as Letter is: its margins are narrower, to take no more sheets."""
        return self.height < POINTS[Size.A4][1] - 1

    @property
    def print_sign(self) -> str:
        """How the QR codes of such a print say it: L on Letter, G in large print, nothing for the usual print on A4.

        A log on Letter has the very days of one on A4 in boxes of another height, so that only the code tells them
        apart for certain.
        """
        letter = {self.width, self.height} & {*POINTS[Size.LETTER], POINTS[Size.LETTER][1] / 2}
        return ("L" if letter else "") + ("G" if self.scale > 1 else "")

    @classmethod
    def of(cls, size: Size, *, large: bool = False) -> "Format":
        """A whole sheet of paper."""
        return cls(*POINTS[size], scale=LARGE if large else 1.0)

    @classmethod
    def half(cls, size: Size) -> "Format":
        """Half a sheet turned sideways."""
        short, long = POINTS[size]
        return cls(long / 2, short, 11 * MM, foot=22 * MM)


def side_by_side(first: Page, second: Page | None, size: Size) -> Page:
    """Two halves on a sheet turned sideways, with a line to cut along."""
    high, wide = POINTS[size]
    page = Page(wide, high)
    page.taken(first, 0)
    if second is not None:
        page.taken(second, wide / 2)
    page.line(wide / 2, 0, wide / 2, high, 0.4, (3.0, 3.0))
    return page
