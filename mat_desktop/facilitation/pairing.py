"""Step 4: ballots, keep-apart pairs, and who works with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.instruments import RULERS
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.fit import Apart, fit_of, limit
from mat_desktop.workshop.pairing.nouns import (
    AGREED,
    Ballot,
    Choice,
    KeepApart,
    Member,
    Partnership,
    PartnershipState,
    people_of,
)
from mat_desktop.workshop.participants import ABSENT, Participant, languages_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.responses import Response, values_of
from mat_desktop.workshop.screening import readiness
from mat_desktop.workshop.setup import first_day
from mat_desktop.workshop.text import clean


@dataclass(frozen=True)
class Card:
    """One partnership on the board."""

    id: int
    members: tuple[tuple[int, str], ...]
    state: PartnershipState
    fit: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    broken: str


@dataclass(frozen=True)
class Board:
    """All live partnerships, and the included people who are in none."""

    cards: tuple[Card, ...]
    not_placed: tuple[tuple[int, str], ...]
    apart: tuple[tuple[int, str, str], ...]
    ballots_in: int
    included: int


@dataclass(frozen=True)
class PairingInput:
    """What the suggestion is worked out from; frozen, so that another process can do it."""

    candidates: tuple[Candidate, ...]
    apart: Apart
    around: date


@dataclass(frozen=True)
class SwapEffect:
    """What a swap would do: each partnership before and after."""

    lines: tuple[tuple[str, int, int, str], ...]


@deed("pairing.ballot", "a ballot mark of {people}")
def mark_ballot(work: Work, person_id: int, about_id: int, choice: Choice | None) -> None:
    """One mark of a private ballot; None takes it back."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    found = work.rows.find(Ballot, participant_id=person_id, about_id=about_id)
    if found is not None and choice is None:
        work.rows.remove(found)
    elif found is not None and choice is not None:
        found.choice = choice
    elif choice is not None:
        work.rows.add(Ballot(person_id, about_id, choice))


@deed("pairing.keep_apart", "keeping {people} apart")
def keep_apart(work: Work, first_id: int, second_id: int, reason: str = "") -> None:
    """Never suggest these two together."""
    if first_id == second_id:
        raise Refusal("Choose two different people.")
    first = work.rows.get(Participant, first_id)
    work.about(first.workshop_id, first_id, second_id)
    pair = {first_id, second_id}
    if any({k.first_id, k.second_id} == pair for k in work.rows.all(KeepApart, workshop_id=first.workshop_id)):
        raise Refusal("These two are kept apart already.")
    work.rows.add(KeepApart(first.workshop_id, first_id, second_id, clean(reason)))


@deed("pairing.allow", "allowing a pair again")
def allow_together(work: Work, keep_apart_id: int) -> None:
    """No longer keep two people apart."""
    found = work.rows.get(KeepApart, keep_apart_id)
    work.about(found.workshop_id, found.first_id, found.second_id)
    work.rows.remove(found)


@deed("pairing.propose", "suggesting pairs")
def propose(work: Work, workshop_id: int, groups: Sequence[tuple[Sequence[int], int]]) -> None:
    """Lay out these groups with their fit; earlier proposals go, pairs that were told stay."""
    work.about(workshop_id)
    for partnership in work.rows.all(Partnership, workshop_id=workshop_id):
        if partnership.state is PartnershipState.PROPOSED:
            work.rows.remove(partnership)
    for people, fit in groups:
        work.rows.add(_partnership(workshop_id, people, fit))


def _partnership(workshop_id: int, people: Sequence[int], fit: int) -> Partnership:
    partnership = Partnership(workshop_id, fit=fit)
    partnership.members = [Member(person, position) for position, person in enumerate(people)]
    return partnership


@deed("pairing.swap", "swapping {people}")
def swap(work: Work, first_id: int, second_id: int) -> None:
    """Exchange two people of two proposed partnerships, or one of them with somebody not placed."""
    workshop_id = work.rows.get(Participant, first_id).workshop_id
    work.about(workshop_id, first_id, second_id)
    standing = stand(work.rows, workshop_id)
    places = [_open_place(standing, person) for person in (first_id, second_id)]
    if places[0] is places[1]:
        raise Refusal("These two are in the same partnership already.")
    for place, person in zip(places, (second_id, first_id), strict=True):
        if place is not None:
            _seat(place, first_id if person == second_id else second_id).participant_id = person
    for place in places:
        if place is not None:
            place.fit = _fit_now(work.rows, standing, people_of(place))


def _open_place(standing: Standing, person: int) -> Partnership | None:
    place = standing.partnership_of(person)
    if place is not None and place.state in AGREED:
        raise Refusal(f"The partnership of {standing.name(person)} is confirmed. End it first.")
    return place


def _seat(partnership: Partnership, person: int) -> Member:
    return next(m for m in partnership.members if m.participant_id == person)


@deed("pairing.take_out", "taking {people} out of a pair")
def take_out(work: Work, person_id: int) -> None:
    """Leave somebody unplaced; a pair that is left with one person goes."""
    workshop_id = work.rows.get(Participant, person_id).workshop_id
    work.about(workshop_id, person_id)
    standing = stand(work.rows, workshop_id)
    place = _open_place(standing, person_id)
    if place is None:
        raise Refusal("This person is not placed yet.")
    leave_proposal(work, place, person_id)


def leave_proposal(work: Work, place: Partnership, person: int) -> None:
    """Take one person out of a proposal inside a deed; a pair that is left with one goes, a three becomes a pair."""
    work.about(place.workshop_id, *people_of(place))
    if len(place.members) == 2:
        work.rows.remove(place)
        return
    place.members.remove(_seat(place, person))
    for position, member in enumerate(sorted(place.members, key=lambda m: m.position)):
        member.position = position
    place.fit = _fit_now(work.rows, stand(work.rows, place.workshop_id), people_of(place))


@deed("pairing.put_together", "putting {people} together")
def put_together(work: Work, people: Sequence[int]) -> None:
    """Make a partnership of two or three people who are not placed."""
    workshop_id = work.rows.get(Participant, people[0]).workshop_id
    work.about(workshop_id, *people)
    standing = stand(work.rows, workshop_id)
    work.rows.add(_partnership(workshop_id, people, _fit_now(work.rows, standing, people)))


@deed("pairing.join", "letting {people} join a pair")
def join(work: Work, person_id: int, partnership_id: int) -> None:
    """Make a pair a group of three."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, person_id, *people_of(place))
    if place.state in AGREED:
        raise Refusal("This partnership is confirmed. End it first.")
    place.members.append(Member(person_id, len(place.members)))
    place.fit = _fit_now(work.rows, stand(work.rows, place.workshop_id), people_of(place))


@deed("pairing.confirm", "confirming the pairs")
def confirm(work: Work, workshop_id: int) -> int:
    """Every proposed partnership begins its trial. Returns how many."""
    work.about(workshop_id)
    standing = stand(work.rows, workshop_id)
    proposed = [p for p in standing.live if p.state is PartnershipState.PROPOSED]
    if not proposed:
        raise Refusal("There is nothing to confirm. Suggest pairs first.")
    for partnership in proposed:
        partnership.state = PartnershipState.TRIAL
        partnership.confirmed_on = work.today
    return len(proposed)


@deed("pairing.trial_passed", "the trial of {people}")
def trial_passed(work: Work, partnership_id: int) -> None:
    """After the trial both said that they go on."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if place.state is not PartnershipState.TRIAL:
        raise Refusal("This partnership is not on trial.")
    place.state = PartnershipState.CONFIRMED


@deed("pairing.end", "ending the partnership of {people}")
def end(work: Work, partnership_id: int, reason: str) -> None:
    """End a partnership; each member keeps their own history."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if not clean(reason):
        raise Refusal("Give a reason in a few words; it stays with you.")
    place.state = PartnershipState.ENDED
    place.ended_on = work.today
    place.ended_reason = clean(reason)


@look
def pairing_input(rows: Rows, workshop_id: int) -> PairingInput:
    """Those who can be paired now: included, expected, and in no confirmed partnership."""
    standing = stand(rows, workshop_id)
    taken = {m for p in standing.agreed for m in people_of(p)}
    free = [
        key_of(p)
        for p in standing.included
        if p.id not in taken and p.id not in standing.open_cards and p.presence not in ABSENT
    ]
    return PairingInput(
        tuple(_candidates(rows, standing, free).values()),
        _apart(rows, workshop_id),
        first_day(standing.workshop),
    )


def _candidates(rows: Rows, standing: Standing, people: Sequence[int]) -> dict[int, Candidate]:
    marks: dict[int, dict[str, Choice]] = {person: {} for person in people}
    for ballot in rows.all(Ballot, participant_id=list(people)):
        marks[ballot.participant_id][str(ballot.about_id)] = ballot.choice
    rulers: dict[int, list[int]] = {person: [] for person in people}
    for response in rows.all(Response, participant_id=list(people), instrument=RULERS):
        rulers[response.participant_id] = list(values_of(response).values())
    found = {}
    for person in (standing.person(p) for p in people):
        key = key_of(person)
        found[key] = Candidate(
            str(key),
            person.name,
            person.time_zone or standing.workshop.time_zone,
            frozenset((w.day_kind, w.part) for w in person.windows),
            languages_of(person),
            person.challenge_kind,
            readiness(rulers[key]),
            marks[key],
        )
    return found


def _apart(rows: Rows, workshop_id: int) -> Apart:
    return frozenset(
        frozenset((str(k.first_id), str(k.second_id))) for k in rows.all(KeepApart, workshop_id=workshop_id)
    )


def _fit_now(rows: Rows, standing: Standing, people: Sequence[int]) -> int:
    candidates = _candidates(rows, standing, people)
    return fit_of([candidates[p] for p in people], first_day(standing.workshop)).value


@look
def board(rows: Rows, workshop_id: int) -> Board:
    """The pairing board."""
    standing = stand(rows, workshop_id)
    placed = [m for p in standing.live for m in people_of(p)]
    candidates = _candidates(rows, standing, placed)
    apart = _apart(rows, workshop_id)
    cards = [_card(standing, p, candidates, apart) for p in standing.live]
    included = [key_of(p) for p in standing.included]
    return Board(
        tuple(sorted(cards, key=lambda c: c.id)),
        tuple((person, standing.name(person)) for person in included if person not in placed),
        tuple(
            (key_of(k), f"{standing.name(k.first_id)} and {standing.name(k.second_id)}", k.reason)
            for k in rows.all(KeepApart, workshop_id=workshop_id)
        ),
        len({b.participant_id for b in rows.all(Ballot, participant_id=included)}),
        len(included),
    )


def _card(standing: Standing, partnership: Partnership, candidates: dict[int, Candidate], apart: Apart) -> Card:
    people = people_of(partnership)
    group = [candidates[p] for p in people]
    around = first_day(standing.workshop)
    fit = fit_of(group, around)
    limits = [limit(a, b, apart, around) for n, a in enumerate(group) for b in group[n + 1 :]]
    return Card(
        key_of(partnership),
        tuple((p, standing.name(p)) for p in people),
        partnership.state,
        fit.value,
        fit.reasons,
        fit.against,
        next((said for said in limits if said), ""),
    )


@look
def swap_effect(rows: Rows, first_id: int, second_id: int) -> SwapEffect:
    """What exchanging two people would do to both partnerships."""
    workshop_id = rows.get(Participant, first_id).workshop_id
    standing = stand(rows, workshop_id)
    exchanged = {first_id: second_id, second_id: first_id}
    apart, around = _apart(rows, workshop_id), first_day(standing.workshop)
    lines = []
    for place in {key_of(p): p for i in exchanged if (p := standing.partnership_of(i))}.values():
        people = [exchanged.get(p, p) for p in people_of(place)]
        group = list(_candidates(rows, standing, people).values())
        fit = fit_of(group, around)
        limits = [limit(a, b, apart, around) for n, a in enumerate(group) for b in group[n + 1 :]]
        said = next((s for s in limits if s), "") or (fit.against or fit.reasons or ("",))[0]
        lines.append((" and ".join(c.name for c in group), place.fit, fit.value, said))
    return SwapEffect(tuple(lines))


@look
def ballot_of(rows: Rows, person_id: int) -> dict[int, Choice]:
    """The marks of one ballot, by the person they are about."""
    return {b.about_id: b.choice for b in rows.all(Ballot, participant_id=person_id)}


@look
def voters(rows: Rows, workshop_id: int) -> tuple[tuple[int, str, int], ...]:
    """Everybody included: id, name, and table number."""
    return tuple((key_of(p), p.name, p.table_number) for p in stand(rows, workshop_id).included)
