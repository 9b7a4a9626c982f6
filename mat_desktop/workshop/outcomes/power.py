"""Planning a controlled trial: how many partnerships each arm needs, and what a number of them can show.

The partnership is the unit: m of them an arm are m values an arm, compared by t with 2m - 2 degrees of freedom.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import ceil, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST = 4
"""With three partnerships an arm the smallest p there can be is .10, however large the difference."""
_SEED, _TRIALS, _WAYS, _EVERY_WAY_TO = 20261125, 2_000, 1_999, 6


@dataclass(frozen=True)
class PowerPlan:
    """Per arm: the people as computed, then whole partnerships of two and the people in them."""

    people: float
    partnerships: int

    @property
    def whole_people(self) -> int:
        """The people in whole partnerships."""
        return 2 * self.partnerships


def power(d: float, partnerships: float, icc: float = 0.0, alpha: float = 0.05) -> float:
    """Power, 0 to 1, of the two-sided t test over the means of so many partnerships of two in each of two arms.

    By the noncentral t distribution with 2m - 2 degrees of freedom and noncentrality d sqrt(m / (1 + ICC)): the mean
    of two partners varies by (1 + ICC) / 2 of what one person does (Donner & Klar 2000, Design and Analysis of Cluster
    Randomization Trials).
    """
    from scipy.stats import nct, t

    df, shift = 2 * partnerships - 2, abs(d) * sqrt(partnerships / (1 + icc))
    edge = float(t.ppf(1 - alpha / 2, df))
    other_way = float(nct.cdf(-edge, df, shift)) if shift < 6 else 0.0
    return float(nct.sf(edge, df, shift)) + other_way


@cache
def permutation_power(d: float, partnerships: int, icc: float = 0.0, alpha: float = 0.05) -> float:
    """What exchanging labels, this program's own test, can do at that number, 0 to 1.

    Counted over trials made up at random, always the same ones, so its standard error is at most .011. Labels are
    exchanged in every way up to six partnerships an arm, beyond that in 1,999 drawn ways.
    """
    import numpy as np

    draws = np.random.default_rng(_SEED)
    values = draws.normal(0.0, sqrt((1 + icc) / 2), (_TRIALS, 2 * partnerships))
    values[:, :partnerships] += abs(d)
    values -= values.mean(axis=1, keepdims=True)
    observed = np.abs(values[:, :partnerships].sum(axis=1))[:, None]
    if partnerships <= _EVERY_WAY_TO:
        found = np.abs(values @ _every_way(partnerships).T)
        p = (found >= observed * (1 - 1e-9)).mean(axis=1)
    else:
        own = np.repeat([1.0, 0.0], partnerships)
        found = np.abs(values @ draws.permuted(np.tile(own, (_WAYS, 1)), axis=1).T)
        p = ((found >= observed * (1 - 1e-9)).sum(axis=1) + 1) / (_WAYS + 1)
    return float((p <= alpha * (1 + 1e-9)).mean())


def _every_way(partnerships: int) -> "NDArray[np.float64]":
    """Each way of giving one arm's label to half of the partnerships, a row of ones and noughts a way."""
    import numpy as np

    ways = list(combinations(range(2 * partnerships), partnerships))
    found = np.zeros((len(ways), 2 * partnerships))
    for row, inside in enumerate(ways):
        found[row, list(inside)] = 1.0
    return found


def people_needed(d: float, wanted: float = 0.8, icc: float = 0.0, alpha: float = 0.05) -> PowerPlan:
    """People and whole partnerships per arm for a difference of d standard deviations of one person's change.

    Never fewer than four partnerships. For many, the people come near those of independent people times 1 + ICC: d = .5
    at 80 % and ICC 0 is 63.77 people in the limit.

    Raises:
        ValueError: when a figure lies outside what can be planned.
    """
    if not 0.05 <= abs(d) <= 5 or not 0 < alpha < wanted < 1 or not -1 < icc <= 1:
        raise ValueError("Planning needs d from 0.05 to 5, power between alpha and 1, ICC above -1 and up to 1.")
    from scipy.optimize import brentq

    most = float(FEWEST)
    while power(d, most, icc, alpha) < wanted:
        most *= 2
    if most == FEWEST:
        return PowerPlan(2.0 * FEWEST, FEWEST)
    many = float(brentq(lambda m: power(d, m, icc, alpha) - wanted, most / 2, most, xtol=1e-9))
    return PowerPlan(2 * many, ceil(many - 1e-9))
