"""Whether both work on the same kind of thing."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding, alike

if TYPE_CHECKING:
    from mat_desktop.workshop.pairing.criteria import Fits


def find(a: Candidate, b: Candidate, _around: date) -> Finding:
    """The same kind helps a little; a different one is no fault."""
    if not a.challenge_kind or not b.challenge_kind:
        return Finding(UNKNOWN_FIT)
    if a.challenge_kind.casefold() == b.challenge_kind.casefold():
        return Finding(1.0, f"Both: {a.challenge_kind}")
    return Finding(0.3, "", f"Different aims: {a.challenge_kind}, {b.challenge_kind}")


def of_all(people: Sequence[Candidate], _around: date) -> "Fits":
    """The same for every two people."""
    return alike([person.challenge_kind.casefold() for person in people], 1.0, 0.3)


CHALLENGE = Criterion("challenge", "Aims in common", 10, find, of_all)
