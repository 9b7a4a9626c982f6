"""Permutation tests over partnerships: exact up to 200,000 arrangements, else drawn."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial, prod
from typing import TYPE_CHECKING

from mat_desktop.workshop.outcomes.spread import varies

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

MOST = 200_000
"""More arrangements than this are not gone through."""
DRAWS = 19_999
"""So many are drawn at random instead, always the same ones."""
_SEED = 20261125
_ROUNDING = 1e-9
"""Sums that differ by less than this share of the largest are the same."""


@dataclass(frozen=True)
class Permuted:
    """A two-sided p, out of how many arrangements, whether all were gone through, and the smallest p there could be."""

    p: float
    arrangements: int
    exact: bool
    smallest: float


def sign_flips(means: Sequence[float]) -> Permuted | None:
    """Whether the mean of partnership means differs from nothing: every sign could as well have been the other.

    Two-sided, counting what is at least as far from 0 (Fisher 1935, The Design of Experiments). None of nothing, or
    where every mean is 0.
    """
    if not any(means):
        return None
    import numpy as np

    values = np.asarray(means, dtype=float)
    m, observed = len(values), abs(float(values.sum()))
    flips = 2**m
    if flips <= MOST:
        bits = (np.arange(flips)[:, None] >> np.arange(m)) & 1
        return _counted(np.abs((1 - 2 * bits) @ values), observed, flips)
    draws = np.random.default_rng(_SEED)
    sums = [(1.0 - 2 * draws.integers(0, 2, size=(k, m), dtype=np.int8)) @ values for k in _batches(m)]
    return _drawn(np.abs(np.concatenate(sums)), observed, 2.0 ** (1 - m))


def relabelled(values: Sequence[float], scores: Sequence[float], blocks: Sequence[str] = ()) -> Permuted | None:
    """Whether partnership means go with the scores of their arms: labels are exchanged among partnerships.

    With two arms and any two scores this is the test of the difference of their means; with more it is the contrast
    in the order of the scores. Where the arms were allotted in blocks, labels are exchanged within these blocks only,
    as they were drawn. None where all partnerships are in one arm, or all means are equal.
    """
    if len(set(scores)) < 2 or not varies(values):
        return None
    import numpy as np

    y = np.asarray(values, dtype=float) - np.mean(values)
    x = np.asarray(scores, dtype=float) - np.mean(scores)
    observed = abs(float(x @ y))
    places = _places(blocks or [""] * len(values))
    ways = prod(_ways([scores[i] for i in inside]) for inside in places)
    if ways <= MOST:
        sums = np.zeros(1)
        for inside in places:
            own = np.fromiter(_sums([float(y[i]) for i in inside], [float(x[i]) for i in inside]), dtype=float)
            sums = (sums[:, None] + own[None, :]).ravel()
        return _counted(np.abs(sums), observed, ways)
    return _drawn(np.abs(_draw(x, y, places)), observed, 0.0)


def _batches(m: int) -> list[int]:
    """The draws in parts that take little memory, however many partnerships there are."""
    size = max(1, min(DRAWS, 2_000_000 // m))
    full, rest = divmod(DRAWS, size)
    return [size] * full + ([rest] if rest else [])


def _places(blocks: Sequence[str]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        found.setdefault(block, []).append(place)
    return list(found.values())


def _ways(scores: Sequence[float]) -> int:
    return factorial(len(scores)) // prod(factorial(n) for n in Counter(scores).values())


def _sums(values: Sequence[float], scores: Sequence[float]) -> Iterator[float]:
    """The sum of score times value for every distinct way of giving the scores to the values."""
    return _placed(values, tuple(range(len(values))), sorted(Counter(scores).items()))


def _placed(values: Sequence[float], free: tuple[int, ...], left: Sequence[tuple[float, int]]) -> Iterator[float]:
    score, count = left[0]
    whole = sum(values[i] for i in free)
    if len(left) == 1:
        yield score * whole
        return
    for chosen in combinations(free, count):
        own = sum(values[i] for i in chosen)
        if len(left) == 2:
            yield score * own + left[1][0] * (whole - own)
            continue
        rest = tuple(i for i in free if i not in set(chosen))
        for further in _placed(values, rest, left[1:]):
            yield score * own + further


def _draw(x: "Numbers", y: "Numbers", places: Sequence[list[int]]) -> "Numbers":
    import numpy as np

    draws = np.random.default_rng(_SEED)
    sums = np.zeros(MOST)
    for inside in places:
        shuffled = draws.permuted(np.tile(x[inside], (MOST, 1)), axis=1)
        sums += shuffled @ y[inside]
    return sums


def _counted(found: "Numbers", observed: float, arrangements: int) -> Permuted:
    """At least as far counts, with room for the rounding of sums."""
    most = float(found.max())
    room = _ROUNDING * most
    smallest = int((found >= most - room).sum())
    return Permuted(int((found >= observed - room).sum()) / arrangements, arrangements, True, smallest / arrangements)


def _drawn(found: "Numbers", observed: float, smallest: float) -> Permuted:
    """The observed arrangement is one of those that were drawn (Phipson & Smyth 2010)."""
    edge = observed - _ROUNDING * max(float(found.max()), observed)
    many = len(found) + 1
    return Permuted((int((found >= edge).sum()) + 1) / many, len(found), False, max(smallest, 1 / many))
