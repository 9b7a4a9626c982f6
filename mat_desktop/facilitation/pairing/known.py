"""What pairing knows about the people of a workshop, read from the library."""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from mat_desktop.facilitation.pairing.weighing import weights_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.answers.own_pages import READINESS, RULERS
from mat_desktop.workshop.answers.responses import Response, values_of
from mat_desktop.workshop.pairing.candidates import DAYS_NEEDED, Candidate
from mat_desktop.workshop.pairing.case import PairingCase
from mat_desktop.workshop.pairing.nouns import (
    Ballot,
    Choice,
    Couple,
    KeepApart,
    Partnership,
    PartnershipState,
    Similarity,
    people_of,
)
from mat_desktop.workshop.pairing.rules import Rules, Two, two
from mat_desktop.workshop.participants.participant import ABSENT, Participant, languages_of, talks_by
from mat_desktop.workshop.screening import in_crisis, readiness
from mat_desktop.workshop.setup import Frequency, Workshop, first_day

_DAYS_NEEDED = {Frequency.DAILY: DAYS_NEEDED, Frequency.WEEKDAYS: 5, Frequency.WEEKLY: 1}
_OVER = (PartnershipState.ENDED, PartnershipState.NOT_BEGUN)


def to_suggest_for(rows: Rows, standing: Standing) -> PairingCase:
    """Those who can be paired now: included, there, with no open card and in no partnership that was told.

    Proposals that were locked stay as they are.
    """
    taken = {m for p in standing.live if p.state is not PartnershipState.PROPOSED for m in people_of(p)}
    free = [key_of(p) for p in standing.included if key_of(p) not in taken and _can_be_placed(standing, p)]
    locked = [people_of(p) for p in standing.live if p.locked and p.state is PartnershipState.PROPOSED]
    return case(rows, standing, free, [keys for keys in locked if set(keys) <= set(free)])


def _can_be_placed(standing: Standing, person: Participant) -> bool:
    return person.id not in standing.open_cards and person.presence not in ABSENT and person.unplaced is None


def case(
    rows: Rows, standing: Standing, people: Collection[int], locked: Sequence[tuple[int, ...]] = ()
) -> PairingCase:
    """These people with everything that is laid down about them."""
    workshop_id = key_of(standing.workshop)
    return PairingCase(
        tuple(_candidates(rows, standing, sorted(people))),
        first_day(standing.workshop),
        _rules(rows, standing, locked),
        weights_of(rows, workshop_id),
    )


def _candidates(rows: Rows, standing: Standing, people: Sequence[int]) -> Iterable[Candidate]:
    marks: dict[int, dict[str, Choice]] = {person: {} for person in people}
    for ballot in rows.all(Ballot, participant_id=list(people)):
        marks[ballot.participant_id][str(ballot.about_id)] = ballot.choice
    similar: dict[int, dict[str, int]] = {person: {} for person in people}
    for rated in rows.all(Similarity, participant_id=list(people)):
        similar[rated.participant_id][str(rated.about_id)] = rated.rating
    rulers, crisis = _answers(rows, people)
    for key in people:
        person = standing.person(key)
        yield Candidate(
            str(key),
            person.name,
            person.time_zone or standing.workshop.time_zone,
            frozenset((w.day_kind, w.part) for w in person.windows),
            languages_of(person),
            person.challenge_kind,
            readiness(rulers.get(key, [])),
            marks[key],
            similar[key],
            person.fixes_weekly,
            talks_by(person),
            person.talks_best_by,
            person.gender,
            person.partner_wish,
            key in crisis,
        )


def _answers(rows: Rows, people: Sequence[int]) -> tuple[dict[int, list[int]], set[int]]:
    """The rulers of each, and those who said in screening that they are in a crisis or want to talk about it."""
    rulers = {
        r.participant_id: list(values_of(r).values())
        for r in rows.all(Response, participant_id=list(people), instrument=RULERS)
    }
    said = rows.all(Response, participant_id=list(people), instrument=READINESS)
    return rulers, {r.participant_id for r in said if in_crisis(values_of(r))}


def _rules(rows: Rows, standing: Standing, locked: Sequence[tuple[int, ...]]) -> Rules:
    workshop_id = key_of(standing.workshop)
    couples = rows.all(Couple, workshop_id=workshop_id)
    willing = {_keys(c.first_id, c.second_id) for c in couples if c.first_opts_in and c.second_opts_in}
    unwilling = {_keys(c.first_id, c.second_id) for c in couples} - willing
    declined = [people_of(p) for p in standing.partnerships if p.state is PartnershipState.NOT_BEGUN]
    return Rules(
        apart=frozenset(_keys(k.first_id, k.second_id) for k in rows.all(KeepApart, workshop_id=workshop_id)),
        private=frozenset(unwilling | {_keys(*pair) for pair in declined if len(pair) == 2}),
        together=frozenset(willing),
        earlier=frozenset(_earlier(rows, standing)) if standing.workshop.avoid_earlier else frozenset(),
        locked=tuple(tuple(str(m) for m in keys) for keys in locked),
        days_needed=_DAYS_NEEDED[standing.workshop.frequency],
    )


def _keys(first: int, second: int) -> Two:
    return two(str(first), str(second))


def _earlier(rows: Rows, standing: Standing) -> Iterable[Two]:
    """Pairs who were partners before: here and over, or in another workshop."""
    for place in standing.partnerships:
        if place.state in _OVER:
            yield from (_keys(*pair) for pair in combinations(people_of(place), 2))
    yield from _partners_elsewhere(rows, key_of(standing.workshop))


@remembered
def _partners_elsewhere(rows: Rows, workshop_id: int) -> frozenset[Two]:
    """Pairs of this workshop who were partners in another one, known again by name and a way to reach them.

    Remembered: it reads the people of every other workshop, which the moves on the board do not change.
    """
    others = [key_of(w) for w in rows.all(Workshop) if w.id != workshop_id]
    return frozenset(_partners_in(rows, others, stand(rows, workshop_id).people)) if others else frozenset()


def _partners_in(rows: Rows, others: Sequence[int], people: Sequence[Participant]) -> Iterable[Two]:
    here: dict[tuple[str, str], int] = {}
    for person in people:
        here.update(dict.fromkeys(_marks_of(person), key_of(person)))
    there = {
        key_of(p): found
        for p in rows.all(Participant, workshop_id=others)
        if (found := next((here[m] for m in _marks_of(p) if m in here), None)) is not None
    }
    for place in rows.all(Partnership, workshop_id=others):
        if place.state is PartnershipState.NOT_BEGUN or place.confirmed_on is None:
            continue
        known = sorted({there[m] for m in people_of(place) if m in there})
        yield from (_keys(*pair) for pair in combinations(known, 2))


def _marks_of(person: Participant) -> list[tuple[str, str]]:
    """By what somebody is known again in another workshop: the name with an e-mail address or a phone number."""
    name = person.name.casefold()
    digits = "".join(c for c in person.phone if c.isdigit())
    marks = [(name, person.email.casefold())] if person.email else []
    marks += [(name, digits)] if digits else []
    return marks or [(name, "")]
