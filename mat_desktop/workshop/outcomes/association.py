"""How contact or early alliance goes with change, and how alike partners are: descriptions, never causes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from statistics import fmean

from mat_desktop.workshop.outcomes.case import OutcomeCase, by_partnership
from mat_desktop.workshop.outcomes.spread import varies

EXACT_TO = 9
"""Up to so many partnerships every order is gone through (362,880 orders of nine)."""


@dataclass(frozen=True)
class RankCorrelation:
    """Spearman's rho, -1 to 1, its two-sided p over n partnerships, and whether every order was gone through."""

    rho: float
    p: float
    n: int
    exact: bool


def spearman(first: Sequence[float], second: Sequence[float]) -> RankCorrelation | None:
    """Rank correlation with mean ranks for ties (Spearman 1904, Am. J. Psychol. 15).

    Up to nine partnerships p counts the orders with a rho at least as far from 0; beyond, it follows from Student's t.
    None below three partnerships, or where one side is all ties.
    """
    n = len(first)
    if n < 3 or len(set(first)) < 2 or len(set(second)) < 2:
        return None
    from scipy.stats import rankdata, spearmanr

    rho = float(spearmanr(first, second).statistic)
    if n > EXACT_TO:
        return RankCorrelation(rho, float(spearmanr(first, second).pvalue), n, False)
    import numpy as np

    x, y = rankdata(first) - (n + 1) / 2, rankdata(second) - (n + 1) / 2
    orders = np.fromiter((i for order in permutations(range(n)) for i in order), dtype=np.int8)
    sums = np.abs(y[orders.reshape(-1, n)] @ x)
    return RankCorrelation(rho, float((sums >= abs(float(x @ y)) - 1e-9).mean()), n, True)


def within_pair_icc(cases: Sequence[OutcomeCase], at: int | None = None) -> float | None:
    """How alike partners changed: ICC(1) from one-way analysis of variance, -1 to 1; below 0 they differ.

    (MSB - MSW) / (MSB + (k - 1) MSW), k the mean size with Donner's correction for groups of three (Donner 1986,
    Int. Stat. Rev. 54). It is not clipped at 0. None below two partnerships with two members heard from, or where
    nothing varies.
    """
    groups = [v for v in by_partnership(cases, lambda c: c.change(at)).values() if len(v) > 1]
    many, people = len(groups), sum(len(v) for v in groups)
    if many < 2 or not varies([x for v in groups for x in v]):
        return None
    grand = sum(sum(v) for v in groups) / people
    between = sum(len(v) * (fmean(v) - grand) ** 2 for v in groups) / (many - 1)
    within = sum(sum((x - fmean(v)) ** 2 for x in v) for v in groups) / (people - many)
    k = (people - sum(len(v) ** 2 for v in groups) / people) / (many - 1)
    total = between + (k - 1) * within
    return (between - within) / total
