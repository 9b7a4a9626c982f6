"""Arms compared by exchanging their labels among partnerships, the start allowed for."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, isfinite
from typing import TYPE_CHECKING

from mat_desktop.workshop.outcomes.labels import sums
from mat_desktop.workshop.outcomes.spread import varies

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

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
    `adjusted` says whether where partnerships began was allowed for.
    """

    test: Permuted
    difference: float | None
    interval: tuple[float, float] | None
    adjusted: bool


def relabelled(
    values: Sequence[float],
    scores: Sequence[float],
    blocks: Sequence[str] = (),
    level: float = 0.95,
    start: Sequence[float] = (),
) -> Relabelled | None:
    """Whether partnership means go with the scores of their arms: labels are exchanged among partnerships.

    With two arms and any two scores this is the test of the difference of their means; with more it is the contrast
    in the order of the scores. Where the arms were allotted in blocks, labels are exchanged within these blocks only,
    as they were drawn, and values are centred within them: a block with one arm says nothing (Strasser & Weber 1999,
    Math. Methods Stat. 8). Where each partnership's `start` is given and leaves a degree of freedom, the difference is
    the one at equal starts (analysis of covariance), and each way of giving out the labels is judged by the partial
    correlation that it makes, so that the test stays exact (Freedman & Lane 1983, J. Bus. Econ. Stat. 1, with the start
    itself never exchanged). The interval holds each difference which, taken off one arm, leaves nothing to find. None
    where no block has two arms, or nothing varies within blocks that the start does not account for.
    """
    places = [inside for inside in _places(blocks or [""] * len(values)) if len({scores[i] for i in inside}) > 1]
    kept = [i for inside in places for i in inside]
    if not kept:
        return None
    y, x = (_centred(one, places) for one in (values, scores))
    if not varies([float(y[i]) for i in kept]):
        return None
    spare = len(kept) - len(places) - 2
    b = _centred(start, places) if len(start) and spare > 0 and varies([start[i] for i in kept]) else None
    if b is not None and not varies([float(b[i]) for i in kept]):
        b = None
    step = max(scores[i] for i in kept) - min(scores[i] for i in kept)
    two = len({scores[i] for i in kept}) == 2
    return _judged(y, x, b, places, level, step if two else None)


def _judged(
    y: "Numbers", x: "Numbers", b: "Numbers | None", places: Sequence[list[int]], level: float, step: float | None
) -> Relabelled | None:
    """All from values, labels and starts that were centred within blocks."""
    import numpy as np

    along = np.zeros_like(x) if b is None else _of_length_one(b)
    y_left, x_left = (one - along * float(along @ one) for one in (y, x))
    own = float(np.sqrt(x_left @ x_left))
    if own <= ROUNDING * float(np.sqrt(x @ x)) or np.abs(y_left).max() <= ROUNDING * float(np.abs(y).max()):
        return None
    columns = np.column_stack([y_left, x_left, along])
    found, arrangements, exact = sums(x, columns, places)
    found = found[:, :2] / _lengths(float(x @ x), found[:, 2])[:, None]
    at = float(x_left @ y_left) / own
    test = _counted(np.abs(found[:, 0]), abs(at), arrangements) if exact else _drawn(np.abs(found[:, 0]), abs(at))
    if step is None:
        return Relabelled(test, None, None, b is not None)
    ends = _interval(found, at, own, level, drawn=not exact)
    scaled = None if ends is None else (ends[0] * step, ends[1] * step)
    return Relabelled(test, at / own * step, scaled, b is not None)


def _of_length_one(b: "Numbers") -> "Numbers":
    """The same direction; divided by the largest first, so that no unit is too large or too small to be squared."""
    import numpy as np

    even = b / np.abs(b).max()
    return np.asarray(even / np.sqrt(float(even @ even)))


def _lengths(whole: float, along: "Numbers") -> "Numbers":
    """How long the labels of each way are once the start is allowed for; one that goes with the start alone says 0."""
    import numpy as np

    left = whole - along**2
    return np.where(left > ROUNDING * whole, np.sqrt(np.maximum(left, 0.0)), np.inf)


def _places(blocks: Sequence[str]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        found.setdefault(block, []).append(place)
    return list(found.values())


def _centred(values: Sequence[float], places: Sequence[list[int]]) -> "Numbers":
    import numpy as np

    found = np.zeros(len(values))
    for inside in places:
        own = np.asarray([values[i] for i in inside], dtype=float)
        found[inside] = own - own.mean()
    return found


def _interval(found: "Numbers", at: float, own: float, level: float, *, drawn: bool) -> tuple[float, float] | None:
    """The differences per unit of score that the test leaves possible.

    With a difference d taken off, an arrangement with sums a and b counts when |a - d b| >= |at - d own|. Since b is
    never beyond `own`, those d are an interval around at / own, and its ends follow from two straight lines. None
    where even the widest difference is not ruled out, which so few arrangements cannot.
    """
    import numpy as np

    sums_y, sums_x = found[:, 0], found[:, 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        same, turned = (at - sums_y) / (own - sums_x), (at + sums_y) / (own + sums_x)
    edge = ROUNDING * own
    same = np.where(own - sums_x <= edge, np.nan, same)
    turned = np.where(own + sums_x <= edge, np.nan, turned)
    low, high = np.fmin(same, turned), np.fmax(same, turned)
    one_way = np.isnan(same) | np.isnan(turned)
    low, high = np.where(one_way, -np.inf, low), np.where(one_way, np.inf, high)
    if drawn:
        low, high = np.append(low, -np.inf), np.append(high, np.inf)
    beyond = floor((1 - level) * len(low) * (1 + ROUNDING))
    lowest, highest = float(np.sort(low)[beyond]), float(np.sort(high)[-1 - beyond])
    return (lowest, highest) if isfinite(lowest) and isfinite(highest) else None


def _counted(found: "Numbers", observed: float, arrangements: int) -> Permuted:
    """At least as far counts, with room for the rounding of sums."""
    most = float(found.max())
    room = ROUNDING * most
    smallest = int((found >= most - room).sum())
    return Permuted(int((found >= observed - room).sum()) / arrangements, arrangements, True, smallest / arrangements)


def _drawn(found: "Numbers", observed: float) -> Permuted:
    """The observed arrangement is one of those that were drawn (Phipson & Smyth 2010)."""
    edge = observed - ROUNDING * max(float(found.max()), observed)
    many = len(found) + 1
    return Permuted((int((found >= edge).sum()) + 1) / many, len(found), False, 1 / many)
