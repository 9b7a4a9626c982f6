"""How well two or three people fit: an integer from 0 to 100, with the reasons for and against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import Criterion, Finding
from mat_desktop.workshop.pairing.criteria.ballot import BALLOT
from mat_desktop.workshop.pairing.criteria.challenge import CHALLENGE
from mat_desktop.workshop.pairing.criteria.contact import CONTACT
from mat_desktop.workshop.pairing.criteria.readiness import READINESS
from mat_desktop.workshop.pairing.criteria.schedule import SCHEDULE
from mat_desktop.workshop.pairing.criteria.similarity import SIMILARITY

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

ALL: tuple[Criterion, ...] = (BALLOT, SIMILARITY, SCHEDULE, CHALLENGE, READINESS, CONTACT)

Weights = Mapping[str, int]
"""What each criterion counts, by its name; at least one of them more than 0."""

USUAL: Weights = {criterion.name: criterion.weight for criterion in ALL}

SCALE = 100
"""Fit is counted in whole hundredths of the best that could be."""

ROTATES = "Odd number: calls rotate A–B, B–C, C–A"


@dataclass(frozen=True)
class Fit:
    """The fit of a partnership. In a group of three it is the lowest of its three pairs."""

    value: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def fit_of_two(a: Candidate, b: Candidate, weights: Weights, around: date) -> Fit:
    """The weighted mean of all criteria, rounded to a whole number from 0 to 100."""
    counted = [(c, weights.get(c.name, 0)) for c in ALL if weights.get(c.name, 0) > 0]
    findings: list[tuple[Finding, int]] = [(c.find(a, b, around), weight) for c, weight in counted]
    value = round(SCALE * sum(f.fit * weight for f, weight in findings) / sum(weight for _, weight in findings))
    return Fit(
        value,
        tuple(f.reason for f, _ in findings if f.reason),
        tuple(f.against for f, _ in findings if f.against),
    )


def fits_of_all(people: Sequence[Candidate], weights: Weights, around: date) -> "Whole":
    """The value of `fit_of_two` for every two people: a row for the first, a column for the second."""
    import numpy as np

    counted = [(c, weights.get(c.name, 0)) for c in ALL if weights.get(c.name, 0) > 0]
    total = sum(c.of_all(people, around) * weight for c, weight in counted)
    return np.rint(SCALE * total / sum(weight for _, weight in counted)).astype(np.int64)


def fit_of(group: Sequence[Candidate], weights: Weights, around: date) -> Fit:
    """The fit of two or three people."""
    pairs = [fit_of_two(a, b, weights, around) for a, b in combinations(group, 2)]
    if len(pairs) == 1:
        return pairs[0]
    reasons = tuple(dict.fromkeys(r for pair in pairs for r in pair.reasons))
    against = tuple(dict.fromkeys(r for pair in pairs for r in pair.against))
    return Fit(min(pair.value for pair in pairs), (*reasons, ROTATES), against)
