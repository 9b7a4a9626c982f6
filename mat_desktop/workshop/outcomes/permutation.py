"""Arms compared by exchanging their labels among partnerships: exact up to 200,000 arrangements, else drawn."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial, floor, isfinite, prod
from typing import TYPE_CHECKING, Any

from mat_desktop.workshop.outcomes.spread import varies

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

MOST = 200_000
"""More arrangements than this are not gone through."""
DRAWS = 19_999
"""So many are drawn at random instead, always the same ones."""
SEED = 20261125
ROUNDING = 1e-9
"""Sums that differ by less than this share of the largest are the same."""


@dataclass(frozen=True)
class Permuted:
    """A two-sided p, out of how many arrangements, whether all were gone through, and the smallest p there could be."""

    p: float
    arrangements: int
    exact: bool
    smallest: float


@dataclass(frozen=True)
class Relabelled:
    """Two arms or an order of arms: the difference a step of the scores makes, its test and its interval.

    `difference` and `interval` are in the units of the measure, and None where there are more than two scores.
    """

    test: Permuted
    difference: float | None
    interval: tuple[float, float] | None


def relabelled(
    values: Sequence[float], scores: Sequence[float], blocks: Sequence[str] = (), level: float = 0.95
) -> Relabelled | None:
    """Whether partnership means go with the scores of their arms: labels are exchanged among partnerships.

    With two arms and any two scores this is the test of the difference of their means; with more it is the contrast
    in the order of the scores. Where the arms were allotted in blocks, labels are exchanged within these blocks only,
    as they were drawn, and values are centred within them: a block with one arm says nothing (Strasser & Weber 1999,
    Math. Methods Stat. 8). The interval holds each difference which, taken off one arm, leaves nothing to find. None
    where no block has two arms, or nothing varies within blocks.
    """
    import numpy as np

    places = [inside for inside in _places(blocks or [""] * len(values)) if len({scores[i] for i in inside}) > 1]
    kept = [i for inside in places for i in inside]
    if not kept:
        return None
    y, x = (_centred(one, places) for one in (values, scores))
    if not varies([float(y[i]) for i in kept]):
        return None
    # Both sums at once: what a way of giving out the labels makes of the values, and of the labels as they were.
    found, arrangements, exact = _both_sums(x, y + 1j * x, places)
    at, own = complex(x @ (y + 1j * x)).real, float(x @ x)
    test = _counted(np.abs(found.real), abs(at), arrangements) if exact else _drawn(np.abs(found.real), abs(at), 0.0)
    if len({scores[i] for i in kept}) > 2:
        return Relabelled(test, None, None)
    step = max(scores[i] for i in kept) - min(scores[i] for i in kept)
    ends = _interval(found, at, own, level, drawn=not exact)
    return Relabelled(test, at / own * step, None if ends is None else (ends[0] * step, ends[1] * step))


def _centred(values: Sequence[float], places: Sequence[list[int]]) -> "Numbers":
    import numpy as np

    found = np.zeros(len(values))
    for inside in places:
        own = np.asarray([values[i] for i in inside], dtype=float)
        found[inside] = own - own.mean()
    return found


def _both_sums(x: "Numbers", z: "Any", places: Sequence[list[int]]) -> "tuple[Any, int, bool]":
    """Sums of score times complex value for every way of giving out the labels, or for those that were drawn."""
    import numpy as np

    ways = prod(_ways([float(x[i]) for i in inside]) for inside in places)
    if ways > MOST:
        return _draw(x, z, places), ways, False
    sums = np.zeros(1, dtype=complex)
    for inside in places:
        own = np.fromiter(_sums([complex(z[i]) for i in inside], [float(x[i]) for i in inside]), dtype=complex)
        sums = (sums[:, None] + own[None, :]).ravel()
    return sums, ways, True


def _interval(found: "Any", at: float, own: float, level: float, *, drawn: bool) -> tuple[float, float] | None:
    """The differences per unit of score that the test leaves possible.

    With a difference d taken off, an arrangement with sums a and b counts when |a - d b| >= |at - d own|. Since b is
    never beyond `own`, those d are an interval around at / own, and its ends follow from two straight lines. None
    where even the widest difference is not ruled out, which so few arrangements cannot.
    """
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        same, turned = (at - found.real) / (own - found.imag), (at + found.real) / (own + found.imag)
    edge = ROUNDING * own
    same = np.where(own - found.imag <= edge, np.nan, same)
    turned = np.where(own + found.imag <= edge, np.nan, turned)
    low, high = np.fmin(same, turned), np.fmax(same, turned)
    one_way = np.isnan(same) | np.isnan(turned)
    low, high = np.where(one_way, -np.inf, low), np.where(one_way, np.inf, high)
    if drawn:
        low, high = np.append(low, -np.inf), np.append(high, np.inf)
    beyond = floor((1 - level) * len(low) * (1 + ROUNDING))
    lowest, highest = float(np.sort(low)[beyond]), float(np.sort(high)[-1 - beyond])
    return (lowest, highest) if isfinite(lowest) and isfinite(highest) else None


def _places(blocks: Sequence[str]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        found.setdefault(block, []).append(place)
    return list(found.values())


def _ways(scores: Sequence[float]) -> int:
    return factorial(len(scores)) // prod(factorial(n) for n in Counter(scores).values())


def _sums(values: Sequence[complex], scores: Sequence[float]) -> Iterator[complex]:
    """The sum of score times value for every distinct way of giving the scores to the values."""
    return _placed(values, tuple(range(len(values))), sorted(Counter(scores).items()))


def _placed(values: Sequence[complex], free: tuple[int, ...], left: Sequence[tuple[float, int]]) -> Iterator[complex]:
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


def _draw(x: "Numbers", z: "Any", places: Sequence[list[int]]) -> "Any":
    import numpy as np

    draws = np.random.default_rng(SEED)
    sums = np.zeros(MOST, dtype=complex)
    for inside in places:
        shuffled = draws.permuted(np.tile(x[inside], (MOST, 1)), axis=1)
        sums += shuffled @ z[inside]
    return sums


def _counted(found: "Numbers", observed: float, arrangements: int) -> Permuted:
    """At least as far counts, with room for the rounding of sums."""
    most = float(found.max())
    room = ROUNDING * most
    smallest = int((found >= most - room).sum())
    return Permuted(int((found >= observed - room).sum()) / arrangements, arrangements, True, smallest / arrangements)


def _drawn(found: "Numbers", observed: float, smallest: float) -> Permuted:
    """The observed arrangement is one of those that were drawn (Phipson & Smyth 2010)."""
    edge = observed - ROUNDING * max(float(found.max()), observed)
    many = len(found) + 1
    return Permuted((int((found >= edge).sum()) + 1) / many, len(found), False, max(smallest, 1 / many))
