"""Intervals: of a mean over partnerships, of a proportion, and by resampling where there are enough partnerships."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev

from mat_desktop.workshop.outcomes.spread import varies

BOOTSTRAP_FROM = 15
"""Below so many partnerships a bootstrap interval is too narrow to be told."""
_SEED, _DRAWS = 20261125, 9_999

Interval = tuple[float, float]


def t_interval(means: Sequence[float], level: float = 0.95) -> Interval | None:
    """Student's interval for the mean of the partnership means, in the units of the measure.

    None below two partnerships, or where all means are equal: no spread says nothing about the error.
    """
    m = len(means)
    if m < 2 or not varies(means):
        return None
    from scipy.stats import t

    half = float(t.ppf((1 + level) / 2, m - 1)) * stdev(means) / sqrt(m)
    middle = fmean(means)
    return middle - half, middle + half


def wilson(count: int, total: int, level: float = 0.95, design_effect: float = 1.0) -> Interval | None:
    """Wilson's score interval for a proportion, 0 to 1 (Wilson 1927, J. Am. Stat. Assoc. 22); None of nobody.

    With a design effect the people count as so many fewer (Kish 1965, Survey Sampling).
    """
    if total == 0:
        return None
    from scipy.stats import norm

    n, share = total / design_effect, count / total
    z = float(norm.ppf((1 + level) / 2))
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (0.0 if count == 0 else middle - half), (1.0 if count == total else middle + half)


def bootstrap_interval(means: Sequence[float], level: float = 0.95) -> Interval | None:
    """BCa interval for the mean, drawing whole partnerships (Efron 1987, J. Am. Stat. Assoc. 82).

    The draws are always the same ones, so that a figure on paper can be had again. None below fifteen partnerships,
    or where all means are equal.
    """
    if len(means) < BOOTSTRAP_FROM or not varies(means):
        return None
    import numpy as np
    from scipy.stats import bootstrap

    draws = np.random.default_rng(_SEED)
    found = bootstrap((list(means),), np.mean, confidence_level=level, n_resamples=_DRAWS, rng=draws, batch=500)
    return float(found.confidence_interval.low), float(found.confidence_interval.high)
