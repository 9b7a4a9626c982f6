"""Whether partnerships changed at all: every sign of their mean change could as well have been the other.

Test and interval are one thing here: the interval holds every shift that the test does not rule out, so that the two
can never say different things.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from statistics import median
from typing import TYPE_CHECKING

from mat_desktop.workshop.outcomes.labels import DRAWS, MOST, SEED
from mat_desktop.workshop.outcomes.permutation import ROUNDING, Permuted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Shift:
    """By how much partnerships changed: Hodges & Lehmann's estimate, the test of no change, and its interval.

    In the units of the measure. `interval` is None where so few partnerships rule out nothing at the level.
    """

    estimate: float
    test: Permuted | None
    interval: tuple[float, float] | None


def shift(means: Sequence[float], level: float = 0.95) -> Shift | None:
    """The shift of partnership means; None of nothing.

    The estimate is the median of the means of all pairs, each with itself too (Hodges & Lehmann 1963, Ann. Math. Stat.
    34). The test counts the signs whose sum lies at least as far from 0 (Fisher 1935, The Design of Experiments). A
    shift is ruled out when the means of too few subsets lie on its far side (Hartigan 1969, J. Am. Stat. Assoc. 64), so
    the ends of the interval are themselves means of subsets.
    """
    if not means:
        return None
    pairs = [(a + b) / 2 for n, a in enumerate(means) for b in means[n:]]
    return Shift(median(pairs), sign_flips(means), _interval(means, level))


def sign_flips(means: Sequence[float]) -> Permuted | None:
    """Whether the mean of partnership means differs from nothing, two-sided; None of nothing, or where all are 0."""
    if not any(means):
        return None
    import numpy as np

    signed = np.asarray(means, dtype=float) * (1.0 if sum(means) >= 0 else -1.0)
    sums, arrangements = _subset_sums(signed), _arrangements(len(means))
    room = ROUNDING * float(np.abs(signed).sum())
    # The empty subset is among them: what was observed counts as well.
    p = min(1.0, 2 * int((sums <= room).sum()) / arrangements)
    exact = arrangements <= MOST and len(means) <= _EXACT_TO
    smallest = _smallest(signed, arrangements) if exact else 2 / arrangements
    return Permuted(p, arrangements, exact, smallest)


_EXACT_TO = MOST.bit_length() - 1
"""Up to so many partnerships every sign is gone through: 131,072 of 17."""


def _arrangements(m: int) -> int:
    return 2**m if m <= _EXACT_TO else DRAWS + 1


def _smallest(values: "Numbers", arrangements: int) -> float:
    """The most extreme signs are all one way; a mean of 0 has no sign, so that each doubles them."""
    silent = int((abs(values) <= ROUNDING * float(abs(values).max())).sum())
    return min(1.0, 2.0 ** (1 + silent) / arrangements)


def _subset_sums(values: "Numbers") -> "Numbers":
    """The sum of every subset, the empty one among them; of many partnerships, of those that were drawn.

    A sign that is flipped takes twice its mean off the sum, so a sum of signs lies at least as far up as what was
    observed just when the subset that was flipped sums to 0 or less.
    """
    import numpy as np

    if len(values) <= _EXACT_TO:
        sums = np.zeros(1)
        for value in values:
            sums = np.concatenate((sums, sums + value))
        return sums
    return np.concatenate(([0.0], *(chosen @ values for chosen in _drawn(len(values)))))


def _drawn(m: int) -> "list[Numbers]":
    """Subsets drawn at random, always the same ones, in parts that take little memory."""
    import numpy as np

    draws, left, parts = np.random.default_rng(SEED), DRAWS, []
    size = max(1, 2_000_000 // m)
    while left > 0:
        parts.append(draws.integers(0, 2, size=(min(size, left), m), dtype=np.int8).astype(float))
        left -= size
    return parts


def _interval(means: Sequence[float], level: float) -> tuple[float, float] | None:
    import numpy as np

    m = len(means)
    outside = floor((1 - level) / 2 * _arrangements(m) * (1 + ROUNDING))
    if outside < 1:
        return None
    values = np.asarray(means, dtype=float)
    typical = np.sort(_typical(values))
    return float(typical[outside - 1]), float(typical[-outside])


def _typical(values: "Numbers") -> "Numbers":
    """The means of all subsets but the empty one, or of those that were drawn."""
    import numpy as np

    if len(values) <= _EXACT_TO:
        sizes = _subset_sums(np.ones(len(values)))[1:]
        return np.asarray(_subset_sums(values)[1:] / sizes)
    parts = [(chosen @ values) / np.maximum(chosen.sum(axis=1), 1) for chosen in _drawn(len(values))]
    return np.concatenate(parts)
