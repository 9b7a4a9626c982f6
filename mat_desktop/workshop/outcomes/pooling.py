"""Standardised change pooled over workshops by random effects, with what one workshop more would likely show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.effect import jackknife_error, of_cases
from mat_desktop.workshop.outcomes.reliable import Better

LEAST_VARIANCE = 1e-12
"""An effect with a smaller variance would weigh more than can be counted with: its people all changed alike."""


@dataclass(frozen=True)
class Study:
    """One workshop: its standardised change and the variance of that."""

    name: str
    g: float
    v: float


@dataclass(frozen=True)
class HartungKnapp:
    """The interval with the error taken from the spread of the workshops (Hartung & Knapp 2001), by Student's t."""

    q: float
    se: float
    ci: tuple[float, float]


@dataclass(frozen=True)
class Pooled:
    """One pooled result: variance between workshops, mean, its error and interval, and the prediction interval."""

    tau2: float
    mu: float
    se: float
    ci: tuple[float, float]
    floored: HartungKnapp | None
    unfloored: HartungKnapp | None
    prediction: tuple[float, float] | None


@dataclass(frozen=True)
class Heterogeneity:
    """Cochran's Q over k workshops, and I2, the share of the variation that lies between them, 0 to 1."""

    q: float
    i2: float
    k: int


def study_of(name: str, cases: Sequence[OutcomeCase], better: Better, at: int) -> tuple[Study, int] | None:
    """What one workshop brings to a pool at an occasion, better counted up, and the people it rests on.

    The variance is that of leaving out one partnership at a time, where it can be had. None where there is no effect.
    """
    effect, error = of_cases(cases, at), jackknife_error(cases, at)
    if effect is None:
        return None
    variance = error * error if error else effect.v
    if variance < LEAST_VARIANCE:
        return None
    return Study(name, effect.g if better is Better.HIGHER else -effect.g, variance), effect.n


def _weighted(studies: Sequence[Study], tau2: float) -> tuple[float, float]:
    """The mean weighted by precision, and the sum of the weights."""
    weights = [1 / (s.v + tau2) for s in studies]
    total = sum(weights)
    return sum(w * s.g for w, s in zip(weights, studies, strict=True)) / total, total


def heterogeneity(studies: Sequence[Study]) -> Heterogeneity:
    """Q = sum (g - mean)^2 / v (Cochran 1954), I2 = (Q - df) / Q not below 0 (Higgins & Thompson 2002)."""
    middle, _ = _weighted(studies, 0.0)
    q = sum((s.g - middle) ** 2 / s.v for s in studies)
    return Heterogeneity(q, max(0.0, (q - len(studies) + 1) / q) if q > 0 else 0.0, len(studies))


def tau2_dl(studies: Sequence[Study]) -> float:
    """Variance between workshops by moments, not below 0 (DerSimonian & Laird 1986, Control. Clin. Trials 7)."""
    weights = [1 / s.v for s in studies]
    spread = sum(weights) - sum(w * w for w in weights) / sum(weights)
    return max(0.0, (heterogeneity(studies).q - len(studies) + 1) / spread) if spread > 0 else 0.0


def tau2_reml(studies: Sequence[Study]) -> float:
    """Variance between workshops by restricted maximum likelihood, not below 0.

    Viechtbauer 2005, J. Educ. Behav. Stat. 30. The likelihood can have more than one peak, so the best of a fine grid
    is refined.
    """
    from scipy.optimize import minimize_scalar

    def cost(tau2: float) -> float:
        middle, total = _weighted(studies, tau2)
        return log(total) + sum(log(s.v + tau2) + (s.g - middle) ** 2 / (s.v + tau2) for s in studies)

    middle = sum(s.g for s in studies) / len(studies)
    most = max((s.g - middle) ** 2 for s in studies) * len(studies) + max(s.v for s in studies)
    grid = [0.0, *(most * (n / 200) ** 3 for n in range(1, 201))]
    best = min(range(len(grid)), key=lambda n: cost(grid[n]))
    low, high = grid[max(0, best - 1)], grid[min(len(grid) - 1, best + 1)]
    found = minimize_scalar(cost, bounds=(low, high), method="bounded", options={"xatol": 1e-12 * max(1.0, most)})
    refined = float(found.x)
    return 0.0 if cost(0.0) <= cost(refined) else refined


def pool(studies: Sequence[Study], estimate: Callable[[Sequence[Study]], float], level: float = 0.95) -> Pooled:
    """Pool at least one workshop; of a single one there is no variance between, and so neither t nor prediction.

    The prediction interval is mu +- t(k-2) sqrt(tau2 + se^2), from three workshops on (Higgins, Thompson &
    Spiegelhalter 2009, J. R. Stat. Soc. A 172).
    """
    from scipy.stats import norm, t

    k = len(studies)
    tau2 = estimate(studies) if k > 1 else 0.0
    mu, total = _weighted(studies, tau2)
    se = 1 / sqrt(total)
    half = float(norm.ppf((1 + level) / 2)) * se
    prediction = None
    if k > 2:
        wide = float(t.ppf((1 + level) / 2, k - 2)) * sqrt(tau2 + se * se)
        prediction = mu - wide, mu + wide
    q = sum((s.g - mu) ** 2 / (s.v + tau2) for s in studies) / (k - 1) if k > 1 else 0.0
    floored, unfloored = (_knapp(mu, se, used, k, level) for used in (max(1.0, q), q))
    return Pooled(tau2, mu, se, (mu - half, mu + half), floored, unfloored, prediction)


def _knapp(mu: float, se: float, q: float, k: int, level: float) -> HartungKnapp | None:
    if k < 2:
        return None
    from scipy.stats import t

    own = se * sqrt(q)
    half = float(t.ppf((1 + level) / 2, k - 1)) * own
    return HartungKnapp(q, own, (mu - half, mu + half))


def certainty(k: int) -> str:
    """What may be said of so many workshops pooled."""
    if k < 2:
        return "One workshop: there is nothing to pool."
    if k < 5:
        return f"{k} workshops: very uncertain. The variance between so few is hardly known."
    return f"{k} workshops."
