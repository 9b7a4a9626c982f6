"""How alike the two felt after their three minutes together."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding, marks

if TYPE_CHECKING:
    from mat_desktop.workshop.pairing.criteria import Fits

LEAST, MOST = 1, 5
"""The ratings on the card: 1 not alike, 5 very much alike."""


def find(a: Candidate, b: Candidate, _around: date) -> Finding:
    """The mean of both ratings, each from 0 to 1; who gave none counts as half."""
    ratings = [x.similar.get(y.key) for x, y in ((a, b), (b, a))]
    if ratings == [None, None]:
        return Finding(UNKNOWN_FIT)
    fit = sum(UNKNOWN_FIT if r is None else (r - LEAST) / (MOST - LEAST) for r in ratings) / 2
    if fit >= 0.7:
        return Finding(fit, "Felt alike after their round")
    return Finding(fit, "", "Did not feel alike after their round" if fit <= 0.3 else "")


def of_all(people: Sequence[Candidate], _around: date) -> "Fits":
    """The same for every two people."""
    values = marks(people, lambda person: ((key, (r - LEAST) / (MOST - LEAST)) for key, r in person.similar.items()))
    found: Fits = (values + values.T) / 2
    return found


SIMILARITY = Criterion("similarity", "Felt alike in the rounds", 20, find, of_all)
