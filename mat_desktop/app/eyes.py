"""The reader of pictures, put together: printed pages are drawn again, pictures are read, in a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.dispatch import Task, Tell
from mat_desktop.facilitation.printer import PrintedPage
from mat_desktop.facilitation.sheets.pictures import ByHand, PageRead
from mat_desktop.facilitation.shown.words.sheets import TROUBLES
from mat_desktop.workshop.refusal import Refusal

READER = 2
"""Goes up with every change of what is read, so that figures of one reader are not mixed with another's."""
_CHUNK = 1 << 16
"""Pictures are handed over in pieces of so many bytes, so that the window stays live meanwhile."""


@dataclass(frozen=True)
class Piece:
    """Some bytes of one picture."""

    picture: int
    data: bytes


@dataclass(frozen=True)
class Given:
    """What the reading needs beside the pictures."""

    count: int
    printed: tuple[PrintedPage, ...]
    by_hand: ByHand | None


class SystemEye:
    """Reads pictures beside the window; nothing of them is written anywhere."""

    version = READER

    def task(
        self, pictures: Sequence[bytes], printed: Sequence[PrintedPage], by_hand: ByHand | None = None
    ) -> Task[Piece, Given, list[PageRead]]:
        """The work of reading these pictures."""
        pieces = [
            Piece(number, data[at : at + _CHUNK])
            for number, data in enumerate(pictures)
            for at in range(0, max(1, len(data)), _CHUNK)
        ]
        return Task(
            work=work,
            parts=pieces,
            given=Given(len(pictures), tuple(printed), by_hand),
            heavy=True,
            lost="These pictures could not be read ({why}). Nothing is lost: type the sheets, or try one alone.",
        )

    def overview(self, picture: bytes, part: int) -> bytes:
        """A small picture of one page of it. Raises Refusal where none is."""
        from mat_desktop.eye.reader import overview

        seen = overview(picture, part)
        if not isinstance(seen, bytes):
            raise Refusal(TROUBLES[seen])
        return seen


def work(tell: Tell, pieces: Sequence[Piece], given: Given) -> list[PageRead]:
    """Read pictures, and tell how many are done."""
    from mat_desktop.eye.reader import KnownPage, read_picture
    from mat_desktop.paper.press import redrawn

    found: list[PageRead] = []
    for number in range(given.count):
        # Made anew for each: a page that was met takes a hundred megabytes, and is hardly met again.
        known = [KnownPage(printed, redrawn) for printed in given.printed]
        data = b"".join(piece.data for piece in pieces if piece.picture == number)
        found += read_picture(number, data, known, given.by_hand)
        tell(number + 1, given.count)
    return found
