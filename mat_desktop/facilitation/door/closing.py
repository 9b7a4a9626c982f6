"""Closing the day: a door list, a row a person, so that nobody goes home without the next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.ports import Fact, Rows
from mat_desktop.facilitation.promises.making import promise
from mat_desktop.facilitation.shown.dates import short
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.participant import Participant, Presence, agrees
from mat_desktop.workshop.promises import Promise, PromiseReason, PromiseState, move
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop, first_day
from mat_desktop.workshop.text import joined


class DoorTick(StrEnum):
    """A box of one person on the door list; each value is the name of its attribute."""

    NUMBERS_EXCHANGED = "numbers_exchanged"
    PAPERS_IN_HAND = "papers_in_hand"


class DayTick(StrEnum):
    """A box of the whole day; each value is the name of its attribute."""

    BALLOTS_DESTROYED = "ballots_destroyed"
    PAPER_COUNTED = "paper_counted"


@dataclass(frozen=True, kw_only=True)
class DoorLine:
    """One person on the way out. `open` says what is still missing, empty when they can go."""

    id: int
    name: str
    partner: str
    first_call: str
    numbers_exchanged: bool
    papers_in_hand: bool
    safety_clear: bool
    phone_on: date | None
    open: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DoorList:
    """The whole list, and the three things that end the day."""

    lines: tuple[DoorLine, ...]
    copy_made: bool
    ballots_destroyed: bool
    paper_counted: bool
    closed: bool
    missing: tuple[str, ...]


@deed(DeedKind.CLOSING_TICK)
def tick(work: Work, person_id: int, field: DoorTick, *, on: bool) -> None:
    """Tick one box of one person."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    setattr(person, field.value, on)


@deed(DeedKind.CLOSING_PHONE)
def phone_on(work: Work, person_id: int, day: date) -> None:
    """Promise somebody without a partner a call on a day, or move the call that stands for them.

    Raises Refusal for a day that is over.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    if day < work.today:
        raise Refusal("That day is over. Choose one that is still to come.")
    found = _next_call(work.rows.all(Promise, participant_id=person_id, state=PromiseState.OPEN), work.today)
    if found is None:
        promise(work, person_id, PromiseReason.NO_PARTNER, due_on=day)
    else:
        move(found, day, work.today)


@deed(DeedKind.CLOSING_DAY_TICK)
def day_tick(work: Work, workshop_id: int, field: DayTick, *, on: bool) -> None:
    """Tick a box of the whole day: ballots destroyed, paper counted."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    setattr(workshop, field.value, on)


def close_day(desk: Desk, workshop_id: int) -> None:
    """Close the day. Raises Refusal with everything that is still open; an open safety card is never passed over."""
    found = door_list(desk, workshop_id, desk.archive.fact(Fact.SECOND_COPY))
    _close(desk, workshop_id, found.missing)


def before_closing(desk: Desk, workshop_id: int) -> str:
    """What is asked before the day is closed; nothing where something is still open, for then it is refused by name."""
    found = door_list(desk, workshop_id, desk.archive.fact(Fact.SECOND_COPY))
    if found.missing:
        return ""
    return f"Close the day with {counted(len(found.lines), 'person', 'people')} on the door list? Nothing is open."


@deed(DeedKind.CLOSING_CLOSE)
def _close(work: Work, workshop_id: int, missing: tuple[str, ...]) -> None:
    standing = stand(work.rows, workshop_id)
    work.about(workshop_id)
    if standing.open_cards:
        names = joined([p.name for p in standing.people if p.id in standing.open_cards])
        raise Refusal(f"{names}: the safety card is open. Record what was done, with time and initials.")
    if missing:
        raise Refusal(f"Still open: {'; '.join(missing)}.")
    standing.workshop.closed_at = work.now


@look
def is_closed(rows: Rows, workshop_id: int) -> bool:
    """Whether the workshop day was closed at the door."""
    return rows.get(Workshop, workshop_id).closed_at is not None


@look
def door_list(rows: Rows, workshop_id: int, second_copy: str) -> DoorList:
    """Everybody who came, with what each still needs. `second_copy` is the day of the last copy elsewhere."""
    standing = stand(rows, workshop_id)
    workshop = standing.workshop
    waiting = rows.all(Promise, participant_id=[key_of(p) for p in standing.people], state=PromiseState.OPEN)
    lines = tuple(
        _line(standing, p, waiting) for p in standing.coming if p.presence not in (Presence.NOT_COMING, Presence.LEFT)
    )
    copied = bool(second_copy) and date.fromisoformat(second_copy) >= workshop.held_on
    missing = [f"{line.name} ({', '.join(line.open)})" for line in lines if line.open]
    left = [p.name for p in standing.coming if p.presence is Presence.LEFT and p.id in standing.open_cards]
    missing += [f"{name} left with an open safety card" for name in left]
    for done, words in (
        (copied, "a second copy of the library (Today, Make a copy)"),
        (workshop.ballots_destroyed, "the ballots and slips are to be destroyed"),
        (workshop.paper_counted, "the paper is to be counted"),
    ):
        missing += [] if done else [words]
    return DoorList(
        lines=lines,
        copy_made=copied,
        ballots_destroyed=workshop.ballots_destroyed,
        paper_counted=workshop.paper_counted,
        closed=workshop.closed_at is not None,
        missing=tuple(missing),
    )


def _next_call(promises: Sequence[Promise], day: date) -> Promise | None:
    """The first call that is promised from this day on."""
    return min((p for p in promises if p.due_on >= day), key=lambda p: (p.due_on, key_of(p)), default=None)


def _line(standing: Standing, person: Participant, waiting: Sequence[Promise]) -> DoorLine:
    key = key_of(person)
    call = _next_call([p for p in waiting if p.participant_id == key], standing.workshop.held_on)
    place = next((p for p in standing.agreed if key in people_of(p)), None)
    partner = joined([standing.name(m) for m in people_of(place) if m != key]) if place is not None else ""
    clear = key not in standing.open_cards
    found = []
    if place is not None:
        found += [] if agrees(person) else ["signed sheet"]
        found += [] if person.numbers_exchanged else ["numbers"]
        found += [] if person.papers_in_hand else ["papers"]
    elif call is None:
        found.append("date for a phone call")
    found += [] if clear else ["safety card"]
    return DoorLine(
        id=key,
        name=person.name,
        partner=partner,
        first_call=short(first_day(standing.workshop)) if place is not None else "",
        numbers_exchanged=person.numbers_exchanged,
        papers_in_hand=person.papers_in_hand,
        safety_clear=clear,
        phone_on=call.due_on if call is not None else None,
        open=tuple(found),
    )
