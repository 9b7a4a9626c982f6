"""What lies between two people: kept apart, or a couple of whom each opts in alone."""

from dataclasses import dataclass
from typing import TypeVar

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.pairing.nouns import Couple, KeepApart
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import clean

T = TypeVar("T", KeepApart, Couple)

REASONS = (
    "same household",
    "work relation",
    "power over the other: boss, therapist, landlord",
    "a dispute between them",
    "a history of violence",
)
"""Reasons to keep two apart, for one tap; a line of one's own will do as well."""


@dataclass(frozen=True)
class Apart:
    """Two people kept apart."""

    id: int
    names: str
    reason: str


@dataclass(frozen=True)
class CoupleView:
    """A couple, and who of the two has opted in so far."""

    id: int
    names: tuple[str, str]
    opts_in: tuple[bool, bool]


@dataclass(frozen=True)
class Ties:
    """Everything laid down about two people, and everybody to choose from."""

    people: tuple[tuple[int, str], ...]
    apart: tuple[Apart, ...]
    couples: tuple[CoupleView, ...]


@deed(DeedKind.PAIRING_KEEP_APART)
def keep_apart(work: Work, first_id: int, second_id: int, reason: str = "") -> None:
    """Never suggest these two together. Raises Refusal where they are kept apart already."""
    workshop_id = _two(work, first_id, second_id)
    if _between(work.rows, KeepApart, workshop_id, first_id, second_id):
        raise Refusal("These two are kept apart already.")
    work.rows.add(KeepApart(workshop_id, first_id, second_id, clean(reason)))


@deed(DeedKind.PAIRING_ALLOW)
def allow_together(work: Work, keep_apart_id: int) -> None:
    """No longer keep two people apart."""
    found = work.rows.get(KeepApart, keep_apart_id)
    work.about(found.workshop_id, found.first_id, found.second_id)
    work.rows.remove(found)


@deed(DeedKind.PAIRING_COUPLE)
def mark_couple(work: Work, first_id: int, second_id: int) -> None:
    """Two who live as a couple: not paired until each, asked alone, opts in.

    Raises Refusal where one of them is marked as part of a couple already.
    """
    workshop_id = _two(work, first_id, second_id)
    couples = work.rows.all(Couple, workshop_id=workshop_id)
    if any({first_id, second_id} & {c.first_id, c.second_id} for c in couples):
        raise Refusal("One of these two is marked as part of a couple already.")
    work.rows.add(Couple(workshop_id, first_id, second_id))


@deed(DeedKind.PAIRING_OPT_IN)
def opt_in(work: Work, couple_id: int, position: int, *, on: bool) -> None:
    """What one of a couple said when asked alone; `position` is 0 or 1."""
    found = work.rows.get(Couple, couple_id)
    work.about(found.workshop_id, (found.first_id, found.second_id)[position])
    if position == 0:
        found.first_opts_in = on
    else:
        found.second_opts_in = on


@deed(DeedKind.PAIRING_NO_COUPLE)
def no_couple(work: Work, couple_id: int) -> None:
    """They are no couple, as far as this workshop is concerned."""
    found = work.rows.get(Couple, couple_id)
    work.about(found.workshop_id, found.first_id, found.second_id)
    work.rows.remove(found)


def _two(work: Work, first_id: int, second_id: int) -> int:
    if first_id == second_id:
        raise Refusal("Choose two different people.")
    workshop_id = work.rows.get(Participant, first_id).workshop_id
    work.about(workshop_id, first_id, second_id)
    return workshop_id


def _between(rows: Rows, kind: type[T], workshop_id: int, first_id: int, second_id: int) -> bool:
    pair = {first_id, second_id}
    return any({found.first_id, found.second_id} == pair for found in rows.all(kind, workshop_id=workshop_id))


@look
def ties(rows: Rows, workshop_id: int) -> Ties:
    """Everything laid down about two people of a workshop."""
    standing = stand(rows, workshop_id)
    name = standing.name
    return Ties(
        tuple((key_of(p), p.name) for p in standing.coming),
        tuple(
            Apart(key_of(k), f"{name(k.first_id)} and {name(k.second_id)}", k.reason)
            for k in rows.all(KeepApart, workshop_id=workshop_id)
        ),
        tuple(
            CoupleView(key_of(c), (name(c.first_id), name(c.second_id)), (c.first_opts_in, c.second_opts_in))
            for c in rows.all(Couple, workshop_id=workshop_id)
        ),
    )


@look
def couple_of(rows: Rows, person_id: int) -> CoupleView | None:
    """The couple that somebody is marked as part of, with the other one's name last; None where there is none."""
    found = [*rows.all(Couple, first_id=person_id), *rows.all(Couple, second_id=person_id)]
    if not found:
        return None
    couple, standing = found[0], stand(rows, found[0].workshop_id)
    other = couple.first_id + couple.second_id - person_id
    return CoupleView(
        key_of(couple),
        (standing.name(person_id), standing.name(other)),
        (couple.first_opts_in, couple.second_opts_in)
        if couple.first_id == person_id
        else (couple.second_opts_in, couple.first_opts_in),
    )
