"""What the deeds ask of the world, made here: the clock, the codes, the press."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from secrets import randbelow
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mat_desktop.facilitation.dispatch import AtOnce

if TYPE_CHECKING:
    from mat_desktop.facilitation.contact.calendar import Event, Stamp
    from mat_desktop.facilitation.dispatch import Dispatcher, Job
    from mat_desktop.facilitation.printed.kinds import Sheet
    from mat_desktop.facilitation.printed.library.handed_over import Certificate, RecordSheet
    from mat_desktop.facilitation.printer import Counted, PrintedPage, Style


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The present instant with its offset."""
        return datetime.now().astimezone()  # noqa: TID251  this is the Clock port

    def today(self, time_zone: str = "") -> date:
        """The civil date in a time zone; without one, here."""
        now = self.now()
        return (now.astimezone(ZoneInfo(time_zone)) if time_zone else now).date()


class SystemCodes:
    """Random numbers from the system."""

    def numbers(self, count: int) -> list[int]:
        """`count` numbers of 0 to 31."""
        return [randbelow(32) for _ in range(count)]


class Press:
    """What goes out, made when it is first asked for."""

    def __init__(self, dispatcher: "Dispatcher | None" = None) -> None:
        """Without a dispatcher everything is made at once."""
        self._dispatcher = dispatcher or AtOnce()

    def pdf(self, sheets: "Sequence[Sheet]", style: "Style", *, cards_alone: bool = False) -> bytes:
        """One PDF of these sheets."""
        from mat_desktop.paper import press

        return press.pdf(sheets, style, cards_alone=cards_alone)

    def begin(self, sheets: "Sequence[Sheet]", style: "Style") -> "Job[bytes]":
        """The same, in a process of its own where there are many sheets."""
        from mat_desktop.paper import worker

        return self._dispatcher.begin(worker.task(sheets, style))

    def counting(self, sheets: "Sequence[Sheet]", style: "Style") -> "Iterator[Counted]":
        """How many pages each sheet takes, and what has to give way there, one after the other."""
        from mat_desktop.facilitation.printer import Counted
        from mat_desktop.paper import press

        for pages in press.stacks(sheets, style):
            shortened = tuple(dict.fromkeys(words for page in pages for words in page.shortened))
            yield Counted(len(pages), shortened, tuple(page.longer for page in pages if page.longer))

    def pages(self, sheets: "Sequence[Sheet]", style: "Style") -> "Sequence[PrintedPage]":
        """Every page of these sheets that asks for answers, as it is printed."""
        from mat_desktop.paper import press

        return press.pages_with_answers(sheets, style)

    def lacking(self, sheets: "Sequence[Sheet]") -> tuple[tuple[str, str], ...]:
        """Every letter that no font has, with the words in which it stands."""
        from mat_desktop.paper import letters

        return letters.lacking(sheets)

    def calendar(self, events: "Sequence[Event]", title: str, stamp: "Stamp") -> bytes:
        """A calendar file of these events."""
        from mat_desktop.paper.contact import calendar_file

        return calendar_file.calendar(events, title, stamp)

    def certificate(self, certificate: "Certificate", paper: str) -> bytes:
        """The certificate of erasure."""
        from mat_desktop.paper.library import certificate as layout
        from mat_desktop.paper.sizes import Size

        return layout.pdf(certificate, Size(paper))

    def record(self, record: "RecordSheet", style: "Style") -> bytes:
        """The record of one person."""
        from mat_desktop.paper.library import record as layout
        from mat_desktop.paper.sizes import Size

        return layout.pdf(record, Size(style.paper), large=style.large)

    def recovery_sheet(self, lines: Sequence[str], made_on: date, paper: str) -> bytes:
        """The recovery sheet."""
        from mat_desktop.paper.library import recovery_sheet
        from mat_desktop.paper.sizes import Size

        return recovery_sheet.pdf(lines, made_on, Size(paper))
