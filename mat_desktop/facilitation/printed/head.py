"""What stands on every sheet, and which sheet is meant."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.shown.dates import day_month_year, short
from mat_desktop.workshop.setup import Workshop, heading_at_home, meets_on
from mat_desktop.workshop.sheets import SheetKind


class Part(StrEnum):
    """Which part of a handout; every other kind of sheet is whole."""

    WHOLE = "whole"
    HAND_IN = "hand in"
    KEEP = "keep"


@dataclass(frozen=True, kw_only=True)
class OrderedSheet:
    """One sheet of an order: its kind, whose it is, and who holds this copy.

    `key` is a person, a partnership, or 0 where it is the same for everybody; keys below 0 are blank sheets that
    belong to nobody yet. A sheet is issued once for its kind, key and, where it is an agreement, version.
    """

    kind: SheetKind
    key: int
    holder: int = 0
    version: int = 1
    part: Part = Part.WHOLE


@dataclass(frozen=True, kw_only=True)
class Head:
    """What stands on every sheet: whose workshop, the code, whom it belongs to, the next date.

    The code is empty until the sheet has been issued, which is when it is printed.
    """

    title: str
    place_and_date: str
    code: str
    footer: str
    owner: str
    next_date: str
    facilitator: str
    safety_words: str
    filed: bool = True
    """Whether somebody files it: only then its code stands on it."""
    to_file: str = "Type this code to file it."
    """What the code is for; empty where it is there for a picture alone."""
    large: bool = False
    """Whether it is in large print because the person for whom it is needs help with reading."""

    @property
    def whose(self) -> str:
        """Whose sheet it is, in one line."""
        return ", ".join(part for part in (self.title, self.place_and_date) if part)


def head(workshop: Workshop, code: str, footer: str, owner: str, next_date: str = "") -> Head:
    """The head and foot of one sheet of a workshop."""
    place = f"{workshop.place}, " if workshop.place else ""
    facilitator = ", ".join(x for x in (workshop.facilitator, workshop.facilitator_phone) if x)
    if workshop.safety_contact:
        facilitator = f"{facilitator}; or {workshop.safety_contact}"
    return Head(
        title=workshop.title,
        place_and_date=f"{place}{day_month_year(workshop.held_on)}",
        code=code,
        footer=footer,
        owner=owner,
        next_date=next_date,
        facilitator=facilitator,
        safety_words=workshop.safety_words,
    )


def seen_at_home(whose: Head, workshop: Workshop) -> Head:
    """The head of paper that others see at home: what was chosen in set-up stands there instead of the title."""
    return replace(whose, title=heading_at_home(workshop), place_and_date=day_month_year(workshop.held_on))


def private(names: Names, person: int) -> str:
    """The owner as the foot names them; a blank sheet has room for a name elsewhere."""
    return f"private, {names.of(person)}" if person > 0 else "private"


def named(names: Names, person: int) -> str:
    """A person's name, empty on a blank sheet."""
    return names.of(person) if person > 0 else ""


def next_date(workshop: Workshop, after: date) -> str:
    """The next meeting after a day, in words."""
    meetings = sorted(day for p in workshop.points if (day := meets_on(workshop, p)) > after)
    return f"{short(meetings[0])} {meetings[0].year}" if meetings else ""
