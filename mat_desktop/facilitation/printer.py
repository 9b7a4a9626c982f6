"""What makes the paper: a port, and how the paper is wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from mat_desktop.facilitation.contact.calendar import Event, Stamp
from mat_desktop.facilitation.dispatch import Job
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printed.library.handed_over import Certificate, RecordSheet

DAY = "day"
"""What the box of one day on a call log is for; its item is the day, as 2026-03-14."""
EMPTY_DAYS, NO_CALL, NOT_WRITTEN = "empty days", "no call", "I did not write it down"
"""At the foot of a call log: what days that were left empty mean, one of two."""
WITH = "with"
"""In a group of three: before the first day of a week, the box for whom its calls were with."""
STUDY, SIGNED = "study", "date and signature"
"""On consent sheets: the one question about a study, and the line to sign on."""
BY_PEN = "by pen"
"""After the number of a question: what is written in its gaps."""
AT_HOME = ("papers: partner", "papers: goal", "letters", "phone")
"""On the consent sheet: the lines under its numbered boxes, in the order of the paper."""
ALIKE = "alike"
"""On a round card, after a table number: how alike the two are."""
CALL_AGAIN = "call again"
"""On a phone list, after whose row it is: the day on which to call again."""


@dataclass(frozen=True)
class Style:
    """How it comes out: paper size, letters of 11 or 16 points, and whether both sides of the paper are used."""

    paper: str = "A4"
    large: bool = False
    both_sides: bool = False


@dataclass(frozen=True, kw_only=True)
class AnswerPlace:
    """Where one answer stands on a printed sheet, in millimetres from the top left corner of its page.

    `item` is the letter and number as printed, such as A1. `value` is what a cross here means; it is empty where an
    answer is written in words.
    """

    item: str
    value: str
    page: int
    x: float
    y: float
    wide: float
    high: float


@dataclass(frozen=True, kw_only=True)
class PrintedPage:
    """One page of a sheet as it was printed: its size and marks in points, and where its answers stand.

    `page` counts from 1 in its print, empty backs too.
    """

    code: str
    page: int
    width: float
    height: float
    marks: tuple[tuple[Any, ...], ...]
    places: tuple[AnswerPlace, ...]


@dataclass(frozen=True)
class Counted:
    """How many pages a sheet takes, the words of which only the beginning fits there, and where it takes more pages."""

    pages: int
    shortened: tuple[str, ...] = ()
    longer: tuple[str, ...] = ()


_TOLD, _LETTERS = 3, 40
"""Of how many long texts the beginning is told, and how much of each."""


def said_beforehand(counted: Sequence[Counted]) -> tuple[str, ...]:
    """What is said before printing these sheets: what had to give way, a sentence each."""
    shortened = tuple(dict.fromkeys(words for one in counted for words in one.shortened))
    longer = tuple(dict.fromkeys(words for one in counted for words in one.longer))
    return tuple(words for words in (_said_of_longer(longer), said_of_shortened(shortened)) if words)


def _said_of_longer(longer: Sequence[str]) -> str:
    if not longer:
        return ""
    more = f"; and {len(longer) - _TOLD} more" if len(longer) > _TOLD else ""
    return f"More pages to hand in than usual, for there is more to ask: {'; '.join(longer[:_TOLD])}{more}."


def said_of_shortened(shortened: Sequence[str]) -> str:
    """What is said before printing where only the beginning of somebody's words fits its line; empty for nothing."""
    if not shortened:
        return ""
    told = "; ".join(f"“{words[:_LETTERS].rstrip()} …”" for words in shortened[:_TOLD])
    more = f", and {len(shortened) - _TOLD} more" if len(shortened) > _TOLD else ""
    return f"Too long for the line, so only the beginning prints there: {told}{more}."


class Printer(Protocol):
    """Makes what goes out: paper, and the calendar file."""

    def pdf(self, sheets: Sequence[Sheet], style: Style, *, cards_alone: bool = False) -> bytes:
        """One PDF of these sheets."""
        ...

    def begin(self, sheets: Sequence[Sheet], style: Style) -> Job[bytes]:
        """The same, beside the window where it takes long."""
        ...

    def counting(self, sheets: Sequence[Sheet], style: Style) -> Iterator[Counted]:
        """How many pages each sheet takes, one after the other, so that the window stays live."""
        ...

    def pages(self, sheets: Sequence[Sheet], style: Style) -> Sequence[PrintedPage]:
        """Every page of these sheets that asks for answers, as it is printed."""
        ...

    def lacking(self, sheets: Sequence[Sheet]) -> tuple[tuple[str, str], ...]:
        """Every letter that no font has, with the words in which it stands."""
        ...

    def calendar(self, events: Sequence[Event], title: str, stamp: Stamp) -> bytes:
        """A calendar file of these events."""
        ...

    def certificate(self, certificate: Certificate, paper: str) -> bytes:
        """The certificate of erasure as PDF."""
        ...

    def record(self, record: RecordSheet, style: Style) -> bytes:
        """The record of one person as PDF, as long as it is."""
        ...

    def recovery_sheet(self, lines: Sequence[str], made_on: date, paper: str) -> bytes:
        """The recovery sheet as PDF."""
        ...
