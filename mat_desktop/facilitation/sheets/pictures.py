"""Pictures of returned sheets: what is handed to the reader, what it hands back, and how a sheet was printed.

The reader is a port. It never sees the library: it gets pictures and the marks of printed pages, and gives back what
stands in each box, with its picture. Nothing of a picture is kept; what is certain is still only offered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from mat_desktop.facilitation.dispatch import Task
from mat_desktop.facilitation.printer import AnswerPlace, PrintedPage
from mat_desktop.workshop.seen import SeenMark, Trouble


@dataclass(frozen=True, kw_only=True)
class BoxRead:
    """What stands in one box. What is not certain is asked; `guess` may stand beside the question, never as answer."""

    place: AnswerPlace
    seen: SeenMark
    certain: bool
    guess: SeenMark | None = None
    beside: bool = False
    """Whether something is written beside the mark."""


@dataclass(frozen=True, kw_only=True)
class PageRead:
    """One page on one picture: what was read of it, or why nothing was.

    `straight` is the page as it would look flat, as JPEG with `scale` pixels a millimetre; it lives in memory only.
    """

    picture: int
    part: int
    code: str = ""
    page: int = 0
    trouble: Trouble | None = None
    boxes: tuple[BoxRead, ...] = ()
    straight: bytes = b""
    scale: float = 0.0


@dataclass(frozen=True, kw_only=True)
class ByHand:
    """What a facilitator says of a picture whose code cannot be read: the code, the page, and where its corners are.

    The corners are shares of the picture's width and height, the page's top left first, then clockwise.
    """

    code: str
    page: int
    corners: tuple[tuple[float, float], ...]
    part: int = 0
    """Which page of the file it is, where the file has several."""


class Eye(Protocol):
    """Reads pictures."""

    version: int
    """Goes up with every change of what is read."""

    def task(
        self, pictures: Sequence[bytes], printed: Sequence[PrintedPage], by_hand: ByHand | None = None
    ) -> Task[Any, Any, list[PageRead]]:
        """The work of reading these pictures; a file of several pages gives one answer for each."""
        ...

    def overview(self, picture: bytes, part: int) -> bytes:
        """A small picture of one page of it for the eye of the facilitator, as JPEG. Raises Refusal where none is."""
        ...
