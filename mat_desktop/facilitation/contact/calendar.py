"""Dates for a calendar: calls, the trial, meetings and looking again, with no name unless it is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from mat_desktop.facilitation.agreement.terms import terms_now
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import meeting_title
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.setup import (
    Frequency,
    Workshop,
    first_day,
    is_agreed,
    last_day,
    meets_on,
    term,
    trial_over_on,
)
from mat_desktop.workshop.text import joined

MEETING_HOURS = 2


@dataclass(frozen=True, kw_only=True)
class Event:
    """One entry of a calendar. `starts` is a local time in its zone, or a day where it lasts the whole day.

    `days` are the weekdays of a weekly repetition (0 Monday), empty where it happens once; `until` is the last day.
    """

    key: str
    words: str
    starts: datetime | date
    minutes: int = 0
    days: tuple[int, ...] = ()
    until: date | None = None
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
    """Calls, trial, meetings and looking again at the goals, for one person."""
    standing = stand(rows, workshop_id)
    place = next((p for p in standing.agreed if person_id in people_of(p)), None)
    events = _meetings(standing.workshop)
    if place is not None:
        others = [standing.name(m) for m in people_of(place) if m != person_id]
        events = [*_calls(standing, place, others if names else []), _trial(standing, place, ""), *events]
    days = sorted({g.look_again_on for g in standing.goals_of(person_id) if g.look_again_on})
    events += [Event(key=f"look-{day}", words="Look again at the goals", starts=day) for day in days]
    return _own(events, standing.workshop.uid, standing.person(person_id).uid)


@look
def for_facilitator(rows: Rows, workshop_id: int, *, names: bool = False) -> tuple[Event, ...]:
    """The end of each trial, and the meetings."""
    standing = stand(rows, workshop_id)
    trials = []
    for number, place in enumerate(standing.agreed, 1):
        who = joined([standing.name(m) for m in people_of(place)]) if names else f"pair {number}"
        trials.append(_trial(standing, place, who))
    return _own((*trials, *_meetings(standing.workshop)), standing.workshop.uid)


def _calls(standing: Standing, partnership: Partnership, names: list[str]) -> list[Event]:
    """One repeating entry in the workshop's zone; a calendar elsewhere shows it in its own."""
    workshop, terms = standing.workshop, terms_now(standing, key_of(partnership))
    agreed = [day for day in term(workshop) if is_agreed(workshop, day)]
    if not terms.window_starts or not agreed:
        return []
    begins = datetime.combine(agreed[0], time.fromisoformat(terms.window_starts), ZoneInfo(workshop.time_zone))
    every = {Frequency.DAILY: range(7), Frequency.WEEKDAYS: range(5)}.get(workshop.frequency, (agreed[0].weekday(),))
    words = f"Call with {joined(names)}" if names else "Call"
    return [
        Event(
            key=f"call-{partnership.id}",
            words=words,
            starts=begins,
            minutes=terms.minutes,
            days=tuple(every),
            until=agreed[-1],
        )
    ]


def _trial(standing: Standing, partnership: Partnership, who: str) -> Event:
    day = trial_over_on(standing.workshop, partnership.confirmed_on)
    return Event(key=f"trial-{partnership.id}", words=f"How does it work? {who}".strip(), starts=day)


def _meetings(workshop: Workshop) -> list[Event]:
    """Meetings in the workshop's own zone, with the place."""
    zone = ZoneInfo(workshop.time_zone)
    events = [
        Event(key="first", words="First call day", starts=first_day(workshop)),
        Event(key="last", words="Last agreed call day", starts=last_day(workshop)),
    ]
    for point in workshop.points:
        name = meeting_title(point.months)
        at = _time_of(point.meeting_time)
        begins = datetime.combine(meets_on(workshop, point), at, zone)
        events.append(
            Event(
                key=f"meeting-{point.months}",
                words=name,
                starts=begins,
                minutes=MEETING_HOURS * 60,
                place=workshop.place,
            )
        )
    return events


def _time_of(words: str) -> time:
    try:
        return time.fromisoformat(words)
    except ValueError:
        return time(10)
