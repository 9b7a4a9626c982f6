"""How alike the two felt after their three minutes together."""

from datetime import date

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding

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


SIMILARITY = Criterion("similarity", "Felt alike in the rounds", 20, find)
