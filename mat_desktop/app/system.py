"""What the deeds ask of the world, made here: the clock, the codes, the press."""

from collections.abc import Sequence
from datetime import date, datetime
from secrets import randbelow
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mat_desktop.facilitation.sheet_views import Sheet


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The present instant with its offset."""
        return datetime.now().astimezone()  # noqa: TID251  this is the Clock port

    def today(self) -> date:
        """The civil date here."""
        return self.now().date()


class SystemCodes:
    """Random numbers from the system."""

    def numbers(self, count: int) -> list[int]:
        """`count` numbers of 0 to 31."""
        return [randbelow(32) for _ in range(count)]


class Press:
    """The paper, made when it is first asked for."""

    def pdf(self, sheets: "Sequence[Sheet]", paper: str, *, cards_alone: bool = False) -> bytes:
        """One PDF of these sheets."""
        from mat_desktop.paper import press
        from mat_desktop.paper.leaf import Size

        return press.pdf(sheets, Size(paper), cards_alone=cards_alone)

    def recovery_sheet(self, lines: Sequence[str], made_on: date, paper: str) -> bytes:
        """The recovery sheet."""
        from mat_desktop.paper.leaf import Size
        from mat_desktop.paper.library import recovery_sheet

        return recovery_sheet.pdf(lines, made_on, Size(paper))
