"""What the board shows, and what a move would do before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.pairing.known import case
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.shown.words.pairing import LIMITS
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.case import PairingCase
from mat_desktop.workshop.pairing.criteria.schedule import SCHEDULE
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.pairing.rules import Limit, limits, shown_limit
from mat_desktop.workshop.participants.participant import Participant, Unplaced
from mat_desktop.workshop.text import joined

PAIR = 2


@dataclass(frozen=True, kw_only=True)
class BoardCard:
    """One partnership on the board. Fit, reasons and limits are for the facilitator alone."""

    id: int
    members: tuple[tuple[int, str], ...]
    state: PartnershipState
    fit: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    broken: str
    locked: bool


@dataclass(frozen=True, kw_only=True)
class Board:
    """All live partnerships, and the included people who are in none."""

    cards: tuple[BoardCard, ...]
    not_placed: tuple[tuple[int, str], ...]
    settled: dict[int, Unplaced]
    """What was settled with somebody who has no partner."""
    herself: int
    """The facilitator's id where she takes part, else 0."""
    included: int


@dataclass(frozen=True, kw_only=True)
class BoardChange:
    """One partnership before and after a move, and what is to be said about it."""

    names: str
    before: int | None
    after: int
    said: str
    """A limit, or when they are free: nothing of ballots or challenges, for the board lies open."""
    refused: bool
    """No hand may set this limit aside: the move will not be done."""


@look
@remembered
def board(rows: Rows, workshop_id: int) -> Board:
    """The pairing board.

    Remembered: every change of the page asks for it anew, and weighing each partnership with its reasons takes long.
    """
    standing = stand(rows, workshop_id)
    live = standing.live
    placed = {m for p in live for m in people_of(p)}
    known = case(rows, standing, placed)
    included = [key_of(p) for p in standing.included]
    return Board(
        cards=tuple(_card(standing, p, known) for p in sorted(live, key=key_of)),
        not_placed=tuple((person, standing.name(person)) for person in included if person not in placed),
        settled={key_of(p): p.unplaced for p in standing.included if p.unplaced is not None},
        herself=next((key_of(p) for p in standing.included if p.takes_part), 0),
        included=len(included),
    )


def _card(standing: Standing, partnership: Partnership, known: PairingCase) -> BoardCard:
    people = people_of(partnership)
    group = _members(known, people)
    fit = known.fit_of(group)
    return BoardCard(
        id=key_of(partnership),
        members=tuple((p, standing.name(p)) for p in people),
        state=partnership.state,
        fit=fit.value,
        reasons=fit.reasons,
        against=fit.against,
        broken=_limit_words(_broken(known, group)),
        locked=partnership.locked,
    )


def _members(known: PairingCase, people: Sequence[int]) -> list[Candidate]:
    of = {person.key: person for person in known.people}
    return [of[str(key)] for key in people]


def _broken(known: PairingCase, group: Sequence[Candidate]) -> Limit | None:
    """The one limit of a group that is told; in a three, what no hand may set aside comes before the others."""
    every = (limit for a, b in combinations(group, 2) for limit in limits(a, b, known.rules, known.around))
    return shown_limit(every)


def _limit_words(limit: Limit | None) -> str:
    return LIMITS[limit] if limit is not None else ""


@look
def effect(rows: Rows, first_id: int, second_id: int) -> tuple[BoardChange, ...]:
    """What exchanging two people would do to both partnerships."""
    standing = stand(rows, rows.get(Participant, first_id).workshop_id)
    exchanged = {first_id: second_id, second_id: first_id}
    places = {key_of(p): p for i in exchanged if (p := standing.partnership_of(i)) is not None}
    after = {key: [exchanged.get(p, p) for p in people_of(place)] for key, place in places.items()}
    known = case(rows, standing, {p for place in places.values() for p in people_of(place)} | set(exchanged))
    return tuple(
        _change(known, people, known.fit_of(_members(known, people_of(places[key]))).value)
        for key, people in after.items()
    )


@look
def effect_of_taking_out(rows: Rows, person_id: int) -> tuple[BoardChange, ...]:
    """What would be left of a proposal without this person: of three a pair, of a pair nothing."""
    standing = stand(rows, rows.get(Participant, person_id).workshop_id)
    place = standing.partnership_of(person_id)
    if place is None or len(place.members) == PAIR:
        return ()
    known = case(rows, standing, people_of(place))
    left = [person for person in people_of(place) if person != person_id]
    return (_change(known, left, known.fit_of(_members(known, people_of(place))).value),)


@look
def effect_of_joining(rows: Rows, person_id: int, people: Sequence[int]) -> tuple[BoardChange, ...]:
    """What would come of putting somebody together with one or two others."""
    standing = stand(rows, rows.get(Participant, person_id).workshop_id)
    known = case(rows, standing, {person_id, *people})
    before = known.fit_of(_members(known, people)).value if len(people) > 1 else None
    return (_change(known, [*people, person_id], before),)


def _change(known: PairingCase, people: Sequence[int], before: int | None) -> BoardChange:
    group = _members(known, people)
    fit = known.fit_of(group)
    limit = _broken(known, group)
    return BoardChange(
        names=joined([c.name for c in group]),
        before=before,
        after=fit.value,
        said=_limit_words(limit) or "; ".join(dict.fromkeys(_free(known, a, b) for a, b in combinations(group, 2))),
        refused=limit is Limit.PRIVATE,
    )


def _free(known: PairingCase, a: Candidate, b: Candidate) -> str:
    found = SCHEDULE.find(a, b, known.around)
    return found.reason or found.against
