"""Standardised change within one group, and its error where people come in partnerships."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, sqrt

from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.spread import varies


def exact_j(df: int) -> float:
    """Hedges' exact correction for small samples, Gamma(df/2) / (sqrt(df/2) Gamma((df-1)/2)), below 1.

    Hedges 1981, J. Educ. Stat. 6. Raises ValueError below two degrees of freedom, where it is not defined.
    """
    if df < 2:
        raise ValueError("The correction needs at least two degrees of freedom.")
    return exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)


@dataclass(frozen=True)
class Effect:
    """Standardised mean change g, its variance v, and n, the people who were measured twice."""

    g: float
    v: float
    n: int
    correlation: float


def standardised_change(before: Sequence[float], after: Sequence[float]) -> Effect | None:
    """G = J(n-1) (Mpost - Mpre) / SDpre and v = 2 (1-r) / n + g^2 / (2n); r is that of baseline and follow-up.

    Becker 1988, Br. J. Math. Stat. Psychol. 41; without a unit. None below three people, or where a value does not
    vary, since neither the deviation nor the correlation is defined then.
    """
    n = len(before)
    if n < 3 or not varies(before) or not varies(after):
        return None
    import numpy as np

    r = float(np.corrcoef(before, after)[0, 1])
    g = exact_j(n - 1) * float(np.mean(after) - np.mean(before)) / float(np.std(before, ddof=1))
    return Effect(g, 2 * (1 - r) / n + g * g / (2 * n), n, r)


def of_cases(cases: Sequence[OutcomeCase], at: int) -> Effect | None:
    """Standardised change of everybody with both values at this occasion."""
    pairs = [(s, o) for c in cases if (o := c.outcome(at)) is not None and (s := c.start(at)) is not None]
    return standardised_change([b for b, _ in pairs], [o for _, o in pairs])


def jackknife_error(cases: Sequence[OutcomeCase], at: int) -> float | None:
    """Standard error of g by leaving out one partnership at a time; None where that leaves too little.

    sqrt((m-1)/m sum (g_i - mean g)^2) over m partnerships, Quenouille 1956 and Tukey 1958.
    """
    heard = [(c.partnership, c.start(at), c.outcome(at)) for c in cases if c.change(at) is not None]
    places = {key: n for n, key in enumerate(sorted({key for key, _, _ in heard}))}
    if len(places) < 3:
        return None
    import numpy as np

    of = np.array([places[key] for key, _, _ in heard])
    before, after = (np.array([one[n] for one in heard], dtype=float) for n in (1, 2))
    x, y = before - before.mean(), after - after.mean()
    n, sx, sy, sxx, syy = (
        total.sum() - np.bincount(of, weights=total, minlength=len(places)) for total in (x * 0 + 1, x, y, x * x, y * y)
    )
    if n.min() < 3:
        return None
    spread, later = (sxx - sx * sx / n) / (n - 1), (syy - sy * sy / n) / (n - 1)
    if min(spread.min() / max(sxx.max(), 1e-300), later.min() / max(syy.max(), 1e-300)) < 1e-12:
        return None
    # The means were taken off, so their difference is put back.
    moved = (sy - sx) / n + after.mean() - before.mean()
    found = np.array([exact_j(int(k) - 1) for k in n]) * moved / np.sqrt(spread)
    m = len(places)
    return float(np.sqrt((m - 1) / m * ((found - found.mean()) ** 2).sum()))


def effect_interval(g: float, error: float, partnerships: int, level: float = 0.95) -> tuple[float, float]:
    """The interval of g by Student's t with m - 1 degrees of freedom and its jackknife error, over m partnerships."""
    from scipy.stats import t

    half = float(t.ppf((1 + level) / 2, partnerships - 1)) * error
    return g - half, g + half
