"""The contact line of one person: how to reach them, and what was agreed, promised, sent and tried; never why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.views import PromiseView, ended_words, owed
from mat_desktop.facilitation.shown.dates import meeting_title
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant, consent_to, ways_to_reach
from mat_desktop.workshop.promises import Promise, is_open
from mat_desktop.workshop.setup import meets_on, months_after
from mat_desktop.workshop.sheets import IssuedSheet, SheetKind
from mat_desktop.workshop.text import joined

KEPT_FOR_MONTHS = 3
"""So long after the last meeting the line is shown, unless later contact was agreed."""
_POSTED = (SheetKind.ABSENT,)


@dataclass(frozen=True, kw_only=True)
class LineEntry:
    """One thing on the line, with its day."""

    day: date
    words: str


@dataclass(frozen=True, kw_only=True)
class PersonLine:
    """One person: how to reach them, where they stand, what is promised, and what was."""

    person: int
    workshop_id: int
    workshop: str
    name: str
    table_number: int
    phone: str
    ways: str
    named: str
    """The person whom they named for an emergency, where they may be phoned; empty otherwise."""
    stands: str
    has_open_card: bool
    second_person: str
    promises: tuple[PromiseView, ...]
    entries: tuple[LineEntry, ...]


@look
def line(rows: Rows, person_id: int, today: date) -> PersonLine:
    """The contact line of one person. Three months after their last meeting what is past is shown no more.

    For somebody who never began that was the workshop itself.
    """
    person = rows.get(Participant, person_id)
    standing = stand(rows, person.workshop_id)
    workshop = standing.workshop
    past = sorted(_entries(rows, standing, person), key=lambda e: e.day, reverse=True)
    return PersonLine(
        person=person_id,
        workshop_id=person.workshop_id,
        workshop=workshop.title,
        name=person.name,
        table_number=person.table_number,
        phone=person.phone,
        ways=ways_to_reach(person),
        named=_named(person),
        stands=_stands(standing, person_id),
        has_open_card=person_id in standing.open_cards,
        second_person=workshop.second_person,
        promises=tuple(view for view in owed(rows, person.workshop_id) if view.person == person_id),
        entries=() if _is_over(standing, person, today) else tuple(past),
    )


@look
def named_person(rows: Rows, person_id: int) -> str:
    """Whom somebody named for an emergency, with the number; empty where nobody is, or where they may not be phoned."""
    return _named(rows.get(Participant, person_id))


def _named(person: Participant) -> str:
    if consent_to(person, ConsentKind.EMERGENCY) is None:
        return ""
    return ", ".join(part for part in (person.emergency_name, person.emergency_phone) if part)


def _is_over(standing: Standing, person: Participant, today: date) -> bool:
    if consent_to(person, ConsentKind.LATER_CONTACT) is not None:
        return False
    began = key_of(person) in standing.began
    met = [meets_on(standing.workshop, point) for point in standing.workshop.points if began]
    last = max(met, default=standing.workshop.held_on)
    return today > months_after(last, KEPT_FOR_MONTHS)


_STANDS = {
    PartnershipState.PROPOSED: "Not told of a pair yet",
    PartnershipState.ASKED: "Being asked",
    PartnershipState.TRIAL: "On trial with {names}",
    PartnershipState.CONFIRMED: "In daily calls with {names}",
    PartnershipState.PAUSED: "Calls with {names} are on hold",
}


def _stands(standing: Standing, person: int) -> str:
    if standing.person(person).died_on is not None:
        return "Has died"
    place = standing.partnership_of(person)
    if place is None:
        return "In no pair now"
    return _STANDS[place.state].format(names=_partners(standing, place, person))


def _partners(standing: Standing, place: Partnership, person: int) -> str:
    return joined([standing.name(m) for m in people_of(place) if m != person])


def _entries(rows: Rows, standing: Standing, person: Participant) -> Iterator[LineEntry]:
    key = key_of(person)
    yield from _agreed(standing, key)
    for promise in rows.all(Promise, participant_id=key):
        if not is_open(promise):
            yield LineEntry(day=promise.closed_on or promise.due_on, words=ended_words(promise))
    for sheet in rows.all(IssuedSheet, participant_id=key):
        if sheet.kind in _POSTED and sheet.printed_at is not None:
            yield LineEntry(day=sheet.printed_at.date(), words="A letter was printed for the post")
    for point in standing.workshop.points:
        found = standing.follow_ups.get((key, point.months))
        day, title = meets_on(standing.workshop, point), meeting_title(point.months)
        if found is not None and found.came is Came.HERE:
            yield LineEntry(day=day, words=f"Came to the {title.lower()}")
        if found is not None and found.attempts:
            times = "once" if found.attempts == 1 else f"{found.attempts} times"
            yield LineEntry(day=day, words=f"Tried {times} after the {title.lower()}")


def _agreed(standing: Standing, person: int) -> Iterator[LineEntry]:
    for place in standing.partnerships:
        if person not in people_of(place) or place.confirmed_on is None:
            continue
        names = _partners(standing, place, person)
        yield LineEntry(day=place.confirmed_on, words=f"Agreed to calls with {names}")
        signed = standing.agreements.get(key_of(place))
        if signed is not None and signed.signed_on is not None:
            yield LineEntry(day=signed.signed_on, words=f"Signed the agreement with {names}")
        if place.ended_on is not None:
            yield LineEntry(day=place.ended_on, words=f"The calls with {names} ended")
