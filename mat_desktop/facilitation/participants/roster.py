"""The list of the people who registered, and who has a number already."""

from dataclasses import dataclass

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.participants.calling import in_alphabet, is_sure
from mat_desktop.workshop.participants.erasure import ErasureRequest
from mat_desktop.workshop.participants.participant import (
    Participant,
    Registration,
    agrees,
)


@dataclass(frozen=True, kw_only=True)
class RosterRow:
    """One line of the list of participants."""

    id: int
    name: str
    table_number: int
    registration: Registration
    missing: str


_FEWEST_DIGITS = 7
"""Fewer are a beginning, not a number."""


@look
def with_phone(rows: Rows, workshop_id: int, phone: str, *, besides: int = 0) -> tuple[str, ...]:
    """Who has this number already, by name, `besides` aside; nobody where too few digits are typed to be a number."""
    digits = _digits(phone)
    if len(digits) < _FEWEST_DIGITS:
        return ()
    others = (p for p in rows.all(Participant, workshop_id=workshop_id) if p.id != besides)
    return tuple(p.name for p in others if _digits(p.phone) == digits)


def _digits(phone: str) -> str:
    return "".join(c for c in phone if c.isdecimal())


@look
def roster(rows: Rows, workshop_id: int) -> tuple[RosterRow, ...]:
    """Everybody of one workshop who lives, in the order of the alphabet. In whose place nothing stays is left out."""
    gone = _erased(rows, workshop_id)
    people = [p for p in rows.all(Participant, workshop_id=workshop_id) if p.died_on is None and p.id not in gone]
    ordered = sorted(people, key=lambda p: (in_alphabet(p.name), p.table_number))
    return tuple(
        RosterRow(
            id=key_of(p), name=p.name, table_number=p.table_number, registration=p.registration, missing=_missing(p)
        )
        for p in ordered
    )


def _erased(rows: Rows, workshop_id: int) -> frozenset[int]:
    told = rows.values(ErasureRequest, ("participant_id", "done_on"), workshop_id=workshop_id)
    return frozenset(person for person, done_on in told if done_on is not None)


def _missing(person: Participant) -> str:
    if not agrees(person):
        return "consent"
    if not (person.phone or person.only_in_person):
        return "phone"
    if not person.windows:
        return "when free"
    return "" if person.called or is_sure(person.name) else "what to call them"
