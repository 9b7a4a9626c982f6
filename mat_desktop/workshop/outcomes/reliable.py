"""Reliable and clinically significant change of one person (Jacobson & Truax 1991, J. Consult. Clin. Psychol. 59)."""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

BEYOND = 1.96
"""A change is reliable when |RC| lies beyond this, the two-sided five per cent point of the normal distribution."""
_ROUNDING = 1e-9
"""What lies nearer to a limit than this share of it lies on it: the rest is the rounding of decimals."""


class Better(StrEnum):
    """Which way a measure goes when things get better."""

    LOWER = "lower"
    HIGHER = "higher"


class Class(StrEnum):
    """What became of one person. Whoever began on the healthy side is a class of their own."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"
    HEALTHY = "healthy_at_start"


def standard_error(sd: float, reliability: float) -> float:
    """Standard error of measurement, s1 sqrt(1 - r), in the units of the measure."""
    return sd * sqrt(1 - reliability)


def difference_error(sd: float, reliability: float) -> float:
    """Standard error of a difference of two scores, Sdiff = sqrt(2) s1 sqrt(1 - r), in the units of the measure."""
    return sqrt(2) * standard_error(sd, reliability)


def reliable_change_index(before: float, after: float, sdiff: float) -> float:
    """RC = (post - pre) / Sdiff, without a unit. Raises ZeroDivisionError where the measure has no error at all."""
    return (after - before) / sdiff


@dataclass(frozen=True)
class Norms:
    """What is published of a measure: the standard deviation and reliability of people who seek help, and the others.

    `mean` and `sd` are those of people who seek help (M1, s1); `healthy_mean` and `healthy_sd` those of people who do
    not (M0, s0); `reliability` lies below 1. `cut_off` names Jacobson & Truax's a, b or c, or is a published value.
    """

    better: Better
    mean: float | None = None
    sd: float | None = None
    reliability: float | None = None
    healthy_mean: float | None = None
    healthy_sd: float | None = None
    cut_off: str | float = "c"
    points: float | None = None
    """A published reliable change in points; where there is one it takes the place of Sdiff."""
    level: int = 95
    """The level of the published reliable change, in percent; that by Sdiff is at 95."""
    ends: tuple[float, float] | None = None
    """The lowest and the highest value that there is, in the units of the measure; None where nobody said."""

    def cut(self) -> float | None:
        """The cut-off between the two groups, in the units of the measure; None where what it needs is not known.

        a = M1 two s1 towards health; b = M0 two s0 towards the others; c = (s0 M1 + s1 M0) / (s0 + s1).
        """
        if not isinstance(self.cut_off, str):
            return self.cut_off
        towards = 1 if self.better is Better.HIGHER else -1
        if self.cut_off == "a":
            return None if self.mean is None or self.sd is None else self.mean + towards * 2 * self.sd
        if self.healthy_mean is None or self.healthy_sd is None:
            return None
        if self.cut_off == "b":
            return self.healthy_mean - towards * 2 * self.healthy_sd
        if self.mean is None or self.sd is None or self.sd + self.healthy_sd == 0:
            return None
        return (self.healthy_sd * self.mean + self.sd * self.healthy_mean) / (self.healthy_sd + self.sd)

    def sdiff(self) -> float | None:
        """Sdiff, or None where it is not known or nothing at all."""
        if self.sd is None or self.reliability is None:
            return None
        return difference_error(self.sd, self.reliability) or None

    def is_healthy(self, value: float) -> bool | None:
        """Whether a value lies beyond the cut-off on the healthy side; None without a cut-off."""
        cut = self.cut()
        if cut is None:
            return None
        return value > cut if self.better is Better.HIGHER else value < cut


def classified(before: float, after: float, norms: Norms) -> Class | None:
    """What became of one person, or None where the error of the measure is not known.

    Without a cut-off nobody is called recovered, nor healthy at the start.
    """
    way = reliably(before, after, norms)
    if way is None:
        return None
    if norms.is_healthy(before):
        return Class.HEALTHY
    if way > 0:
        return Class.RECOVERED if norms.is_healthy(after) else Class.IMPROVED
    return Class.DETERIORATED if way < 0 else Class.UNCHANGED


def reliably(before: float, after: float, norms: Norms) -> int | None:
    """1 reliably better, -1 reliably worse, 0 neither; None where the error of the measure is not known."""
    towards = 1 if norms.better is Better.HIGHER else -1
    if norms.points is not None:
        gained = (after - before) * towards
        least = norms.points * (1 - _ROUNDING)
        return (gained >= least) - (gained <= -least)
    sdiff = norms.sdiff()
    if sdiff is None:
        return None
    gained = reliable_change_index(before, after, sdiff) * towards
    most = BEYOND * (1 + _ROUNDING)
    return (gained > most) - (gained < -most)
