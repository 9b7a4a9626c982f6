"""How alike partners are in what they changed by."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from mat_desktop.workshop.outcomes.case import OutcomeCase, by_partnership
from mat_desktop.workshop.outcomes.spread import varies

_NOTHING = 1e-12
"""A variance below this share of the other one is the rounding of sums."""


@dataclass(frozen=True)
class Likeness:
    """ICC(1), -1 to 1, below 0 where partners differ from each other, with its interval, over so many partnerships.

    `interval` is None where nothing varies between partnerships, or nothing within them: it would have no width.
    """

    icc: float
    interval: tuple[float, float] | None
    partnerships: int


def likeness(cases: Sequence[OutcomeCase], at: int, level: float = 0.95) -> Likeness | None:
    """ICC(1) of changes from one-way analysis of variance, not clipped at 0.

    (MSB - MSW) / (MSB + (k - 1) MSW), k the mean size with Donner's correction for groups of three (Donner 1986, Int.
    Stat. Rev. 54). The interval turns the F of the analysis by its quantiles, (F/Fq - 1) / (F/Fq + k - 1) (Shrout &
    Fleiss 1979, Psychol. Bull. 86). None below two partnerships with two members heard from, or where nothing varies.
    """
    groups = [v for v in by_partnership(cases, lambda c: c.change(at)).values() if len(v) > 1]
    many, people = len(groups), sum(len(v) for v in groups)
    if many < 2 or not varies([x for v in groups for x in v]):
        return None
    grand = sum(sum(v) for v in groups) / people
    between = sum(len(v) * (fmean(v) - grand) ** 2 for v in groups) / (many - 1)
    within = sum(sum((x - fmean(v)) ** 2 for x in v) for v in groups) / (people - many)
    k = (people - sum(len(v) ** 2 for v in groups) / people) / (many - 1)
    icc = (between - within) / (between + (k - 1) * within)
    both = min(between, within) > _NOTHING * max(between, within)
    return Likeness(icc, _interval(between, within, k, (many - 1, people - many), level) if both else None, many)


def _interval(between: float, within: float, k: float, df: tuple[int, int], level: float) -> tuple[float, float]:
    from scipy.stats import f

    def turned(quantile: float) -> float:
        """(F/q - 1) / (F/q + k - 1) with F = between / within, written so that nothing is divided by 0."""
        return (between - quantile * within) / (between + (k - 1) * quantile * within)

    outside = (1 - level) / 2
    return turned(float(f.ppf(1 - outside, *df))), turned(float(f.ppf(outside, *df)))


def design_effect(icc: float | None, cases: Sequence[OutcomeCase], at: int) -> float:
    """By how much pairing widens an error: 1 + (k - 1) ICC, not below 1; k the mean number heard from a partnership.

    Donner & Klar 2000, Design and Analysis of Cluster Randomization Trials. 1 where the ICC is not known.
    """
    sizes = [len(v) for v in by_partnership(cases, lambda c: c.change(at)).values()]
    return max(1.0, 1 + (fmean(sizes) - 1) * icc) if icc is not None and sizes else 1.0
