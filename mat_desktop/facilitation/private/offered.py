"""What somebody can be handed to answer alone, and what of it is closed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.answers.occasions import When, when_now
from mat_desktop.facilitation.answers.responses import response_of
from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.followup import ladders
from mat_desktop.facilitation.followup.views import complaints_of
from mat_desktop.facilitation.pairing import ballots
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.setup import Workshop


@dataclass(frozen=True, kw_only=True)
class Offered:
    """Something that can be answered alone: how it is called, and whether it was begun or closed."""

    key: str
    words: str
    begun: bool
    closed: bool


@look
def offered(rows: Rows, person_id: int, today: date) -> tuple[Offered, ...]:
    """What this person can be handed now."""
    return offered_to(rows, person_id, today)


def offered_to(rows: Rows, person_id: int, today: date) -> tuple[Offered, ...]:
    """What this person can be handed: the questionnaires of the workshop, and the ballot where there are others.

    Around a follow-up meeting it is their own ladders, what troubled them in their own words, and the questionnaires;
    what they answer belongs to that follow-up.
    """
    person = rows.get(Participant, person_id)
    workshop = rows.get(Workshop, person.workshop_id)
    occasion = when_now(workshop, today)
    measures = [m.instrument for m in workshop.measures]
    if occasion.months:
        return (
            *_own_ladders(rows, person_id, occasion.months),
            *_own_troubles(rows, person, occasion, today),
            *_questionnaires(rows, person_id, occasion, measures),
        )
    asked = (own_pages.READINESS, own_pages.RULERS, *measures)
    return (*_questionnaires(rows, person_id, occasion, asked), *_ballot(rows, person))


def _own_ladders(rows: Rows, person_id: int, months: int) -> Iterator[Offered]:
    own = ladders.ladders_of(rows, person_id, months)
    if own:
        yield Offered(
            key=ladders.LADDERS,
            words=f"Where they stand on their own {'ladder' if len(own) == 1 else 'ladders'}",
            begun=any(one.chosen is not None for one in own),
            closed=ladders.given_alone(rows, person_id, months),
        )


def _own_troubles(rows: Rows, person: Participant, occasion: When, today: date) -> Iterator[Offered]:
    troubles = complaints_of(rows, key_of(person), occasion)
    if troubles:
        yield Offered(
            key=own_pages.COMPLAINTS,
            words=f"What troubled them at the start, {counted(len(troubles), 'thing')}",
            begun=any(t.now for t in troubles),
            closed=is_closed(rows, person, own_pages.COMPLAINTS, today),
        )


def _questionnaires(rows: Rows, person_id: int, occasion: When, instruments: Iterable[str]) -> Iterator[Offered]:
    for key in instruments:
        response = response_of(rows, person_id, key, occasion)
        instrument = shelf.as_answered(rows, key, response)
        yield Offered(
            key=key,
            words=f"{instrument.title}, {len(instrument.items)} questions",
            begun=response is not None and bool(response.answers),
            closed=response is not None and response.closed_at is not None,
        )


def _ballot(rows: Rows, person: Participant) -> Iterator[Offered]:
    votes = key_of(person) in _voting(rows, person)
    marks = ballots.asked_alone(rows, key_of(person)) if votes else ()
    if marks:
        yield Offered(
            key=ballots.ALONE,
            words=f"Private ballot, {len(marks)} table numbers",
            begun=any(value is not None for _, value in marks),
            closed=ballots.given_alone(rows, key_of(person)),
        )


def _voting(rows: Rows, person: Participant) -> set[int]:
    return {key_of(p) for p in stand(rows, person.workshop_id).voting}


def is_closed(rows: Rows, person: Participant, instrument_id: str, today: date) -> bool:
    """Whether somebody answered this alone already, so that nobody opens it again."""
    if instrument_id == ballots.ALONE:
        return ballots.given_alone(rows, key_of(person))
    occasion = when_now(rows.get(Workshop, person.workshop_id), today)
    if instrument_id == ladders.LADDERS:
        return ladders.given_alone(rows, key_of(person), occasion.months)
    found = response_of(rows, key_of(person), instrument_id, occasion)
    return found is not None and found.closed_at is not None
