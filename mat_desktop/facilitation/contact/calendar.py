"""Dates for a calendar: the calls, and what else comes in a year, with no name unless it is asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from mat_desktop.facilitation.agreement.terms import terms_now
from mat_desktop.facilitation.contact.course import timetable
from mat_desktop.facilitation.contact.year import YearDate, dates_of, dates_of_all
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.typed_time import read_time
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact.schedule import LETTERS
from mat_desktop.workshop.contact.spans import spans_of
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import joined


@dataclass(frozen=True, kw_only=True)
class Event:
    """One entry of a calendar. `starts` is a local time in its zone, or a day where it lasts the whole day.

    `days` are the weekdays of a repetition (0 Monday) in `every` so many weeks, empty where it happens once; `until` is
    its last day.
    """

    key: str
    words: str
    starts: datetime | date
    minutes: int = 0
    days: tuple[int, ...] = ()
    every: int = 1
    until: date | None = None
    without: tuple[date, ...] = ()
    """The days of the repetition that are left out."""
    ends: date | None = None
    """The last of several whole days; None where it is one."""
    place: str = ""
    uid: str = ""
    """Its own in the whole world, and the same at the next export: of this workshop, and of whose calendar it is."""


@dataclass(frozen=True)
class Stamp:
    """The state of the library that a calendar is made of: its last deed about the workshop."""

    at: datetime
    number: int


_BEFORE_ALL = Stamp(datetime(2000, 1, 1, tzinfo=UTC), 0)


def stamp(desk: Desk, workshop_id: int) -> Stamp:
    """What says of two calendars of one workshop which is the later one: same state, same stamp."""
    last = desk.archive.last_about(workshop_id)
    return Stamp(*last) if last is not None else _BEFORE_ALL


def _own(events: Iterable[Event], *owners: str) -> tuple[Event, ...]:
    """The events with ids that nobody else's calendar has. They tell nothing of whom they belong to."""
    secret = "/".join(owners)
    return tuple(
        replace(event, uid=f"{sha256(f'{secret}/{event.key}'.encode()).hexdigest()[:32]}@mat-desktop")
        for event in events
    )


@look
def for_person(rows: Rows, person_id: int, workshop_id: int, *, names: bool = False) -> tuple[Event, ...]:
    """The calls and everything else that comes in the year of one person.

    With `names` the partner is named as the owner chose for what others may see: by first name, or as "my partner".
    """
    standing = stand(rows, workshop_id)
    place = next((p for p in standing.agreed if person_id in people_of(p)), None)
    events = list(_calls(rows, standing, place, person_id, names=names)) if place is not None else []
    events += [_event(standing.workshop, one) for one in dates_of(rows, standing, person_id)]
    return _own(events, standing.workshop.uid, standing.person(person_id).uid)


@look
def for_facilitator(rows: Rows, workshop_id: int, *, names: bool = False) -> tuple[Event, ...]:
    """The end of each trial, the meetings, the talks that were arranged, and every call she promised; never why."""
    standing = stand(rows, workshop_id)
    numbers = {key_of(place): f"pair {number}" for number, place in enumerate(standing.agreed, 1)}
    events = []
    for one, place, promised in dates_of_all(rows, standing):
        who = ""
        if place is not None:
            who = joined([standing.name(m) for m in people_of(place)]) if names else numbers[key_of(place)]
        elif promised is not None and names:
            who = promised.who
        event = _event(standing.workshop, one)
        events.append(replace(event, words=f"{event.words} {who}".strip()))
    return _own(events, standing.workshop.uid)


def _calls(rows: Rows, standing: Standing, partnership: Partnership, person: int, *, names: bool) -> Iterator[Event]:
    """Repeating entries in the workshop's zone; a calendar elsewhere shows them in its own."""
    terms = terms_now(standing, key_of(partnership))
    begins = _time_of(terms.window_starts)
    if begins is None:
        return
    named = names and standing.person(person).partner_named
    agreed = timetable(rows, key_of(standing.workshop)).terms(partnership)
    for number, (letters, span) in enumerate(spans_of(agreed, person, apart=named)):
        yield Event(
            key=f"call-{partnership.id}{f'-{number}' if number else ''}",
            words=_with(standing, partnership, person, letters if named else "") if names else "Call",
            starts=datetime.combine(span.first, begins, ZoneInfo(standing.workshop.time_zone)),
            minutes=terms.minutes,
            days=span.weekdays,
            every=span.every,
            until=span.last,
            without=span.without,
        )


def _with(standing: Standing, partnership: Partnership, person: int, letters: str) -> str:
    people = people_of(partnership)
    if not standing.person(person).partner_named:
        return "Call with my partners" if len(people) > 2 else "Call with my partner"
    there = [m for m in people if m != person and (not letters or LETTERS[people.index(m)] in letters)]
    return f"Call with {joined(Names(standing).all_called(there))}"


def _event(workshop: Workshop, one: YearDate) -> Event:
    """One date as an entry: at its time, or, where the time is none that can be read, on its day with the words."""
    begins = _time_of(one.at)
    starts = one.day if begins is None else datetime.combine(one.day, begins, ZoneInfo(workshop.time_zone))
    words = f"{one.words}, {one.at}" if one.at and begins is None else one.words
    return Event(key=one.key, words=words, starts=starts, minutes=one.minutes, ends=one.until, place=one.where)


def _time_of(words: str) -> time | None:
    try:
        return time.fromisoformat(read_time(words)) if words else None
    except (Refusal, ValueError):
        return None
