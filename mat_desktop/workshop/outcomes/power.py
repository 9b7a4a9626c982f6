"""Planning a controlled trial: how many partnerships each arm needs, and what a number of them can show."""

from dataclasses import dataclass
from math import ceil, sqrt


@dataclass(frozen=True)
class PowerPlan:
    """Per arm: the people as computed, then whole partnerships of two and the people in them."""

    people: float
    partnerships: int

    @property
    def whole_people(self) -> int:
        """The people in whole partnerships."""
        return 2 * self.partnerships


def power(d: float, people: float, alpha: float = 0.05) -> float:
    """Power of the two-sided t test of two equal arms of `people` independent people, 0 to 1 (Cohen 1988).

    By the noncentral t distribution with noncentrality d sqrt(n/2) and 2n - 2 degrees of freedom.
    """
    from scipy.stats import nct, t

    df, shift = 2 * people - 2, d * sqrt(people / 2)
    edge = float(t.ppf(1 - alpha / 2, df))
    other_way = float(nct.cdf(-edge, df, shift)) if shift < 6 else 0.0
    return float(nct.sf(edge, df, shift)) + other_way


def people_needed(d: float, wanted: float = 0.8, icc: float = 0.0, alpha: float = 0.05) -> PowerPlan:
    """People per arm for a difference of d standard deviations: independent people x (1 + ICC), since two share much.

    The design effect of partnerships of two is 1 + (2 - 1) ICC (Donner & Klar 2000). d = .5 at 80 % and ICC 0: 63.77.

    Raises:
        ValueError: when a figure lies outside what can be planned.
    """
    if not 0.05 <= abs(d) <= 5 or not 0 < alpha < wanted < 1 or not -1 < icc <= 1:
        raise ValueError("Planning needs d from 0.05 to 5, power between alpha and 1, ICC above -1 and up to 1.")
    from scipy.optimize import brentq

    most = 2.0
    while power(abs(d), most, alpha) < wanted:
        most *= 2
    alone = float(brentq(lambda n: power(abs(d), n, alpha) - wanted, most / 2, most, xtol=1e-9)) if most > 2 else most
    people = alone * (1 + icc)
    return PowerPlan(people, ceil(people / 2 - 1e-9))


def power_of(d: float, partnerships: int, icc: float = 0.0, alpha: float = 0.05) -> float:
    """The power that so many partnerships of two in each arm have."""
    alone = 2 * partnerships / (1 + icc)
    return power(abs(d), alone, alpha) if alone > 1.5 else alpha
