"""Private ballots and, where they are asked for, ratings of likeness."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.pairing.cards import on_card
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.pairing.criteria.similarity import LEAST, MOST
from mat_desktop.workshop.pairing.nouns import Ballot, Choice, Similarity
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.private import HandOver
from mat_desktop.workshop.refusal import Refusal

ALONE = "ballot"
"""How a hand-over names the ballot among what is answered alone."""

DIGITS = {"1": Choice.GLADLY, "2": Choice.COULD, "3": Choice.RATHER_NOT}
"""The digits printed on the card. 0 is "no mark"."""


@dataclass(frozen=True, kw_only=True)
class Voter:
    """One person who has a ballot."""

    id: int
    name: str
    table_number: int
    marked: int
    """How many marks are kept."""


@dataclass(frozen=True, kw_only=True)
class BallotView:
    """One ballot: everybody else by table number, with the mark and the rating."""

    voter: int
    others: tuple[tuple[int, int], ...]
    """Id and table number, in the order of the card; id 0 for somebody on it who has no ballot any more."""
    digits: int
    """How many digits the card has: as many as were printed on it. Who came later is marked one at a time."""
    marks: dict[int, Choice]
    ratings: dict[int, int]


@deed(DeedKind.PAIRING_BALLOT)
def mark(work: Work, person_id: int, about_id: int, choice: Choice | None) -> None:
    """One mark of a private ballot; None takes it back. Raises Refusal as `put` does."""
    put(work, person_id, {about_id: choice})


@deed(DeedKind.PAIRING_BALLOT_ROW)
def type_row(work: Work, person_id: int, digits: str) -> None:
    """A whole ballot as a row of digits, one for each other table number in order. Raises Refusal, and keeps nothing.

    1 is gladly, 2 could, 3 rather not, 0 no mark. Marks for somebody who has no ballot any more are left out.
    """
    others = _rows_of(work.rows, person_id)
    wrong = next((d for d in digits if d not in "0123"), "")
    if wrong:
        place = digits.index(wrong)
        raise Refusal(f"Digit {place + 1} is “{wrong}”. Type 1 gladly, 2 could, 3 rather not, 0 for no mark.")
    wanted = _digits(work.rows, person_id, others)
    if len(digits) != wanted:
        raise Refusal(f"The card has {wanted} marks; {len(digits)} digits were typed.")
    put(work, person_id, {key: DIGITS.get(d) for (key, _), d in zip(others, digits, strict=False) if key})


@deed(DeedKind.PAIRING_SIMILARITY)
def rate(work: Work, person_id: int, about_id: int, rating: int | None) -> None:
    """How alike somebody felt after a round; None takes it back. Raises Refusal for a rating off the scale."""
    work.about(work.rows.get(Participant, person_id).workshop_id, person_id)
    put_rating(work, person_id, about_id, rating)


def put_rating(work: Work, person_id: int, about_id: int, rating: int | None) -> None:
    """The same inside a deed. Raises Refusal for a rating off the scale."""
    if rating is not None and not LEAST <= rating <= MOST:
        raise Refusal(f"A rating is a number from {LEAST} to {MOST}.")
    found = work.rows.find(Similarity, participant_id=person_id, about_id=about_id)
    if found is not None and rating is None:
        work.rows.remove(found)
    elif found is not None and rating is not None:
        found.rating = rating
    elif rating is not None:
        work.rows.add(Similarity(person_id, about_id, rating))


def put(work: Work, person_id: int, marks: dict[int, Choice | None]) -> None:
    """Keep marks of one person inside a deed; None takes a mark back.

    Raises Refusal for a mark on oneself, and once the ballot was given alone on the screen.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    if person_id in marks:
        raise Refusal("Nobody marks their own number.")
    if given_alone(work.rows, person_id):
        raise Refusal("This ballot was given alone on the screen and stays as it was given.")
    kept = {b.about_id: b for b in work.rows.all(Ballot, participant_id=person_id)}
    for about_id, choice in marks.items():
        found = kept.get(about_id)
        if found is not None and choice is None:
            work.rows.remove(found)
        elif found is not None and choice is not None:
            found.choice = choice
        elif choice is not None:
            work.rows.add(Ballot(person_id, about_id, choice))


def put_alone(work: Work, person_id: int, table_number: int, value: int | None) -> None:
    """One mark that a participant gives alone, inside a deed: 1 gladly, 2 could, 3 rather not, None no mark.

    Raises Refusal as `put` does.
    """
    about = next(key for key, number in _others(work.rows, person_id) if number == table_number)
    put(work, person_id, {about: DIGITS[str(value)] if value is not None else None})


def given_alone(rows: Rows, person_id: int) -> bool:
    """Whether the ballot was answered alone on the screen and is closed."""
    return any(found.closes(ALONE) for found in rows.all(HandOver, participant_id=person_id))


def asked_alone(rows: Rows, person_id: int) -> tuple[tuple[int, int | None], ...]:
    """Every other table number with the digit of the mark kept so far."""
    digit = {choice: int(key) for key, choice in DIGITS.items()}
    marks = {b.about_id: digit[b.choice] for b in rows.all(Ballot, participant_id=person_id)}
    return tuple((number, marks.get(key)) for key, number in _others(rows, person_id))


@look
def ballot(rows: Rows, person_id: int) -> BallotView:
    """One person's ballot."""
    return ballot_of(rows, person_id)


def ballot_of(rows: Rows, person_id: int) -> BallotView:
    """One person's ballot, for looks that need it themselves."""
    others = _rows_of(rows, person_id)
    return BallotView(
        voter=person_id,
        others=tuple(others),
        digits=_digits(rows, person_id, others),
        marks={b.about_id: b.choice for b in rows.all(Ballot, participant_id=person_id)},
        ratings={s.about_id: s.rating for s in rows.all(Similarity, participant_id=person_id)},
    )


@look
def voters(rows: Rows, workshop_id: int) -> tuple[Voter, ...]:
    """Everybody included, by table number."""
    people = stand(rows, workshop_id).voting
    marked = _counted(rows, [key_of(p) for p in people])
    return tuple(
        Voter(id=key_of(p), name=p.name, table_number=p.table_number, marked=marked.get(key_of(p), 0)) for p in people
    )


def _counted(rows: Rows, people: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for ballot_mark in rows.all(Ballot, participant_id=list(people)):
        found[ballot_mark.participant_id] = found.get(ballot_mark.participant_id, 0) + 1
    return found


def _others(rows: Rows, person_id: int) -> list[tuple[int, int]]:
    """Everybody else who has a ballot, by table number: id and number."""
    person = rows.get(Participant, person_id)
    people = stand(rows, person.workshop_id).voting
    return [(key_of(p), p.table_number) for p in people if key_of(p) != person_id]


def _rows_of(rows: Rows, person_id: int) -> list[tuple[int, int]]:
    """The rows of somebody's card as it was printed, and after them who came to the ballots later."""
    others = _others(rows, person_id)
    at = {number: key for key, number in others}
    printed = on_card(rows, person_id)
    return [*((at.get(number, 0), number) for number in printed), *(one for one in others if one[1] not in printed)]


def _digits(rows: Rows, person_id: int, others: Sequence[tuple[int, int]]) -> int:
    return len(on_card(rows, person_id)) or len(others)
