"""Something has happened: one deed that moves due things, print lists and denominators, with the words to say."""

from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.facilitation.contact.calls import forget_wishes
from mat_desktop.facilitation.contact.course import course
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.making import nothing_more, promise
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact.happenings import Happened, Happening, NewTie
from mat_desktop.workshop.pairing.nouns import (
    Couple,
    KeepApart,
    Partnership,
    PartnershipState,
    hold,
    not_begun,
    people_of,
)
from mat_desktop.workshop.participants.calling import in_alphabet
from mat_desktop.workshop.participants.erasure import ERASED
from mat_desktop.workshop.participants.participant import Participant, Registration
from mat_desktop.workshop.promises import PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean

BEFORE = timedelta(days=365)
"""So long before the workshop something that happened to somebody on the list is still believed."""
ENDED_BY = {Happened.STOPS: "One of them stopped; no fault.", Happened.DIED: "One of them died."}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the facilitator was told. `phone` and `email` are new ones; an empty one stays as it was."""

    kind: Happened
    happened_on: date
    words: str = ""
    tie: NewTie | None = None
    phone: str = ""
    email: str = ""
    may_pass_on: bool = False
    no_follow_up: bool = False


@dataclass(frozen=True, kw_only=True)
class Affected:
    """Somebody to whom something may have happened, and whether they are in a pair now."""

    person: int
    name: str
    paired: bool


@dataclass(frozen=True, kw_only=True)
class HappeningView:
    """One thing that happened, in a line."""

    id: int
    name: str
    kind: Happened
    words: str


@deed(DeedKind.CONTACT_HAPPENED)
def record(work: Work, person_id: int, told: Told) -> int:
    """Keep what happened, and move everything that follows from it. Returns its id.

    Raises Refusal with what is missing.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    workshop = work.rows.get(Workshop, person.workshop_id)
    standing = stand(work.rows, person.workshop_id)
    _check_day(workshop, told.happened_on, work.today, began=person_id in standing.began)
    if person.died_on is not None:
        raise Refusal("This person has died. Take that back with Undo if it was a mistake.")
    place = _place(work, standing, person_id)
    happening = Happening(person_id, told.kind, told.happened_on, work.today, words=clean(told.words, 400))
    happening.partnership_id = key_of(place) if place is not None else None
    happening.tie, happening.may_pass_on = told.tie, told.may_pass_on and place is not None
    _FOLLOWS[told.kind](work, person, place, told)
    return key_of(work.rows.add(happening))


def _check_day(workshop: Workshop, day: date, today: date, *, began: bool) -> None:
    """A pair begins with the workshop; to somebody on the list something may happen in the year before it."""
    first = workshop.held_on if began else min(workshop.held_on, today) - BEFORE
    if not first <= day <= today:
        since = f"the workshop of {day_month_year(first)}" if began else day_month_year(first)
        raise Refusal(f"The day lies between {since} and today. Write the day on which it happened.")


def _place(work: Work, standing: Standing, person: int) -> Partnership | None:
    """The partnership that goes on, to be changed."""
    found = next((p for p in standing.agreed if person in people_of(p)), None)
    return work.rows.get(Partnership, key_of(found)) if found is not None else None


def _new_contact(_work: Work, person: Participant, _place: Partnership | None, told: Told) -> None:
    if not clean(told.phone, 200) and not clean(told.email, 200):
        raise Refusal("Write the new phone number or e-mail address.")
    person.phone = clean(told.phone, 200) or person.phone
    person.email = clean(told.email, 200) or person.email


def _silent(work: Work, person: Participant, place: Partnership | None, _told: Told) -> None:
    """Of a pair each is to be phoned, which is due on Today by itself; anybody else is promised a call."""
    if place is None:
        promise(work, key_of(person), PromiseReason.HAPPENED)


def _other(work: Work, person: Participant, place: Partnership | None, told: Told) -> None:
    if not clean(told.words):
        raise Refusal("Write in a few words what happened.")
    if place is None:
        promise(work, key_of(person), PromiseReason.HAPPENED)


def _stops(work: Work, person: Participant, place: Partnership | None, told: Told) -> None:
    person.stopped_on, person.no_follow_up = told.happened_on, told.no_follow_up
    if place is not None:
        end_place(work, place, told.happened_on, ENDED_BY[Happened.STOPS])
    _take_back_proposals(work, person)
    if told.happened_on < work.rows.get(Workshop, person.workshop_id).held_on:
        person.registration = Registration.CANCELLED


def _tie(work: Work, person: Participant, place: Partnership | None, told: Told) -> None:
    if told.tie is None:
        raise Refusal("Choose what the two are to each other now.")
    if place is None:
        raise Refusal(f"{person.name} is in no partnership now.")
    others = [m for m in people_of(place) if m != person.id]
    for other in others:
        first, second = sorted((key_of(person), other))
        same = {"workshop_id": person.workshop_id, "first_id": first, "second_id": second}
        if told.tie is NewTie.COUPLE:
            if work.rows.find(Couple, **same) is None:
                work.rows.add(Couple(person.workshop_id, first, second))
        elif work.rows.find(KeepApart, **same) is None:
            work.rows.add(KeepApart(person.workshop_id, first, second, told.tie.value if told.tie else ""))
    work.about(person.workshop_id, *people_of(place))
    hold(place, told.happened_on)
    for other in others:
        promise(work, other, PromiseReason.HOLD, partnership_id=key_of(place))


def _died(work: Work, person: Participant, place: Partnership | None, told: Told) -> None:
    nothing_more(work, key_of(person))
    person.died_on = told.happened_on
    if place is not None:
        end_place(work, place, told.happened_on, ENDED_BY[Happened.DIED])
        for other in people_of(place):
            promise(work, other, PromiseReason.BEREAVED)
    _take_back_proposals(work, person)


def _take_back_proposals(work: Work, person: Participant) -> None:
    """A pair that both did not say yes to yet comes about no more."""
    for proposal in work.rows.all(Partnership, workshop_id=person.workshop_id):
        asked = proposal.state in (PartnershipState.PROPOSED, PartnershipState.ASKED)
        if asked and person.id in people_of(proposal):
            not_begun(proposal)


_FOLLOWS = {
    Happened.NEW_CONTACT: _new_contact,
    Happened.SILENT: _silent,
    Happened.STOPS: _stops,
    Happened.TIE: _tie,
    Happened.DIED: _died,
    Happened.OTHER: _other,
}


def end_place(work: Work, partnership: Partnership, on: date, reason: str) -> None:
    """End a partnership; each member keeps their own history, and nothing keeps who wished for what."""
    work.about(partnership.workshop_id, *people_of(partnership))
    partnership.state = PartnershipState.ENDED
    partnership.ended_on, partnership.ended_reason = on, reason
    partnership.locked, partnership.held_from, partnership.held_on = False, None, None
    forget_wishes(work, partnership)


@look
def happenings(rows: Rows, workshop_id: int) -> tuple[HappeningView, ...]:
    """What happened in one workshop, the latest first. Who has died is on no list."""
    standing = stand(rows, workshop_id)
    found = sorted(course(rows, workshop_id).happenings, key=lambda h: (h.happened_on, key_of(h)), reverse=True)
    return tuple(
        HappeningView(id=key_of(h), name=standing.name(h.participant_id), kind=h.kind, words=_words(h))
        for h in found
        if standing.person(h.participant_id).died_on is None
    )


def _words(happening: Happening) -> str:
    said = [day_month_year(happening.happened_on), happening.tie or "", happening.words]
    return ". ".join(str(part) for part in said if part)


@look
def whom(rows: Rows, workshop_id: int) -> tuple[Affected, ...]:
    """Everybody on the list who lives, whether they were ever in a pair or not, in the order of the alphabet."""
    standing = stand(rows, workshop_id)
    paired = {m for p in standing.agreed for m in people_of(p)}
    living = [p for p in standing.people if p.died_on is None and not p.takes_part and p.name != ERASED]
    return tuple(
        Affected(person=key_of(p), name=p.name, paired=key_of(p) in paired)
        for p in sorted(living, key=lambda p: (in_alphabet(p.name), key_of(p)))
    )
