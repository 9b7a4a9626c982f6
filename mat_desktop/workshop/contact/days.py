"""What is written about one day, and what several people wrote about the same call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Mark(StrEnum):
    """What a log says about one day. A day without a mark is not known."""

    TALKED = "talked"
    MESSAGE = "message only"
    NO_CALL = "no call"
    EXCUSED = "excused"


class Source(StrEnum):
    """Where an entry comes from."""

    SHEET = "sheet"
    PHOTO = "photo"
    PHONE = "phone"
    PARTNER_SHEET = "partner's sheet"
    MEETING = "at the meeting"


class StepDone(StrEnum):
    """Whether yesterday's step was done."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Reason(StrEnum):
    """Why there was no call, as the figures on the sheet have it. Never more than this is written down."""

    WORK = "work"
    FAMILY = "family"
    HEALTH = "health"
    LINE = "phone or line"
    FORGOT = "forgot"
    NOT_WANTED = "did not want to"
    OTHER = "other"


@dataclass(eq=False)
class ContactDay:
    """What one member's log says about one day. `with_whom` holds the letters of the others in a group of three.

    The day it happened is kept apart from the day it was typed; nothing of what was said is kept.
    """

    partnership_id: int
    participant_id: int
    day: date
    mark: Mark
    source: Source = Source.SHEET
    typed_on: date | None = None
    minutes: int | None = None
    step: StepDone | None = None
    confidence: int | None = None
    reason: Reason | None = None
    with_whom: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class RecalledWeek:
    """Only a number is known of this week: on how many days one member remembers to have talked. Never days."""

    partnership_id: int
    participant_id: int
    monday: date
    talked: int
    source: Source = Source.PHONE
    typed_on: date | None = None
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class SettledDay:
    """What a day was, after two sheets said different things; the note says how that was found out."""

    partnership_id: int
    day: date
    mark: Mark
    note: str
    id: int | None = None
    uid: str = ""


Marks = Mapping[int, Mapping[date, Mark]]
"""Each member's own marks."""


def told(marks: Marks, settled: Mapping[date, Mark], person: int) -> dict[date, Mark]:
    """One member's days as they count: their own log, and what was settled where two logs differed."""
    return {**marks.get(person, {}), **settled}


def differing(marks: Marks, settled: Mapping[date, Mark]) -> tuple[date, ...]:
    """The days of which two logs say different things and nothing was settled yet."""
    days = {day for own in marks.values() for day in own} - set(settled)
    return tuple(sorted(day for day in days if len({own[day] for own in marks.values() if day in own}) > 1))


def of_two(marks: Marks, settled: Mapping[date, Mark]) -> dict[date, Mark]:
    """What is known of a partnership's days from all logs together.

    What was settled rules; else a call that somebody wrote down took place, then a message, then an excuse.
    """
    found: dict[date, Mark] = {}
    for own in marks.values():
        for day, mark in own.items():
            known = found.get(day)
            found[day] = mark if known is None else min(known, mark, key=_RANK.__getitem__)
    return {**found, **settled}


_RANK = {Mark.TALKED: 0, Mark.MESSAGE: 1, Mark.EXCUSED: 2, Mark.NO_CALL: 3}


def weeks_of(days: Iterable[date]) -> dict[date, tuple[date, ...]]:
    """Days by the Monday of their week."""
    found: dict[date, list[date]] = {}
    for day in days:
        found.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    return {monday: tuple(week) for monday, week in found.items()}
