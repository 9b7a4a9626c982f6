"""How contact or early alliance goes with change: a description over partnerships, never a cause."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import factorial
from typing import TYPE_CHECKING

from mat_desktop.workshop.outcomes.labels import DRAWS, SEED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Wholes = NDArray[np.int64]

EXACT_TO = 12
"""Up to so many partnerships every order is counted (479,001,600 orders of twelve)."""
TIED = 1e-9
"""Values that differ by less than this share of the largest differ by the rounding of means alone, and are tied."""


@dataclass(frozen=True)
class RankCorrelation:
    """Spearman's rho, -1 to 1, over n partnerships, and its two-sided p.

    `exact` says whether every order was counted, else `DRAWS` were drawn; `smallest` is the smallest p there could be.
    """

    rho: float
    p: float
    n: int
    exact: bool
    smallest: float


def spearman(first: Sequence[float], second: Sequence[float]) -> RankCorrelation | None:
    """Rank correlation with mean ranks for ties (Spearman 1904, Am. J. Psychol. 15).

    p counts the orders with a rho at least as far from 0: all of them up to twelve partnerships, beyond that orders
    drawn at random, always the same ones (Phipson & Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9). None below three
    partnerships, or where one side is all ties.
    """
    import numpy as np

    n = len(first)
    x, y = _twice_ranks(first), _twice_ranks(second)
    if n < 3 or not x.any() or not y.any():
        return None
    observed = int(x @ y)
    rho = float(observed / np.sqrt(float(x @ x) * float(y @ y)))
    if n <= EXACT_TO:
        sums, counts = _every_order(x, y)
        far = np.abs(sums)
        p, least = (float(counts[far >= edge].sum()) / factorial(n) for edge in (abs(observed), far[counts > 0].max()))
        return RankCorrelation(rho, p, n, True, least)
    draws = np.random.default_rng(SEED)
    drawn = draws.permuted(np.tile(x, (DRAWS, 1)), axis=1) @ y
    beyond = int((np.abs(drawn) >= abs(observed)).sum())
    return RankCorrelation(rho, (beyond + 1) / (DRAWS + 1), n, False, 1 / (DRAWS + 1))


def _twice_ranks(values: Sequence[float]) -> "Wholes":
    """Twice the mean ranks, their mean taken off: whole numbers, so that sums of them are compared exactly."""
    import numpy as np

    order = sorted(range(len(values)), key=lambda i: values[i])
    room = TIED * max((abs(v) for v in values), default=0.0)
    found, start = np.zeros(len(values), dtype=np.int64), 0
    for place in range(1, len(order) + 1):
        if place == len(order) or values[order[place]] - values[order[place - 1]] > room:
            found[order[start:place]] = start + 1 + place
            start = place
    return found - (len(values) + 1)


def _every_order(x: "Wholes", y: "Wholes") -> "tuple[Wholes, Wholes]":
    """Every sum that an order can give, and how many orders give it.

    Orders are built place by place. What a beginning can still become hangs only on which ranks it used and on its sum
    so far, so beginnings that agree in both are counted together.
    """
    import numpy as np

    most = int(np.abs(x).sum() * np.abs(y).max())
    layer = {0: np.zeros(2 * most + 1, dtype=np.int64)}
    layer[0][most] = 1
    for own in x:
        following: dict[int, Wholes] = {}
        for used, counts in layer.items():
            for place, other in enumerate(y):
                if not used >> place & 1:
                    step = int(own * other)
                    grown = following.setdefault(used | 1 << place, np.zeros_like(counts))
                    low, high = max(0, step), counts.size + min(0, step)
                    grown[low:high] += counts[low - step : high - step]
        layer = following
    (counts,) = layer.values()
    return np.arange(-most, most + 1), counts
