"""Something has happened: one deed that moves due things, print lists and denominators, with the words to say."""

from dataclasses import dataclass
from datetime import date

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
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.promises import PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean

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
    if not workshop.held_on <= told.happened_on <= work.today:
        span = f"{day_month_year(workshop.held_on)} and today"
        raise Refusal(f"The day lies between the workshop of {span}. Write the day on which it happened.")
    if person.died_on is not None:
        raise Refusal("This person has died. Take that back with Undo if it was a mistake.")
    standing = stand(work.rows, person.workshop_id)
    place = _place(work, standing, person_id)
    happening = Happening(person_id, told.kind, told.happened_on, work.today, words=clean(told.words, 400))
    happening.partnership_id = key_of(place) if place is not None else None
    happening.tie, happening.may_pass_on = told.tie, told.may_pass_on
    _FOLLOWS[told.kind](work, person, place, told)
    return key_of(work.rows.add(happening))


def _place(work: Work, standing: Standing, person: int) -> Partnership | None:
    """The partnership that goes on, to be changed."""
    found = next((p for p in standing.agreed if person in people_of(p)), None)
    return work.rows.get(Partnership, key_of(found)) if found is not None else None


def _new_contact(_work: Work, person: Participant, _place: Partnership | None, told: Told) -> None:
    if not clean(told.phone, 200) and not clean(told.email, 200):
        raise Refusal("Write the new phone number or e-mail address.")
    person.phone = clean(told.phone, 200) or person.phone
    person.email = clean(told.email, 200) or person.email


def _nothing_moves(_work: Work, _person: Participant, _place: Partnership | None, _told: Told) -> None:
    """Only Today changes: the thing itself is due there."""


def _other(_work: Work, _person: Participant, _place: Partnership | None, told: Told) -> None:
    if not clean(told.words):
        raise Refusal("Write in a few words what happened.")


def _stops(work: Work, person: Participant, place: Partnership | None, told: Told) -> None:
    person.stopped_on, person.no_follow_up = told.happened_on, told.no_follow_up
    if place is not None:
        end_place(work, place, told.happened_on, ENDED_BY[Happened.STOPS])


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
    for proposal in work.rows.all(Partnership, workshop_id=person.workshop_id):
        asked = proposal.state in (PartnershipState.PROPOSED, PartnershipState.ASKED)
        if asked and person.id in people_of(proposal):
            not_begun(proposal)


_FOLLOWS = {
    Happened.NEW_CONTACT: _new_contact,
    Happened.SILENT: _nothing_moves,
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
def whom(rows: Rows, workshop_id: int) -> tuple[tuple[int, str], ...]:
    """Everybody of whom something can be told: who is or was in a partnership, and lives."""
    standing = stand(rows, workshop_id)
    living = [p for p in standing.began if standing.person(p).died_on is None]
    return tuple((p, standing.name(p)) for p in living)
