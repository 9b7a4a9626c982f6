"""The highest worst fit that can be had: searched from the top, where little is left of a dense graph."""

from collections.abc import Callable, Iterable, Sequence

from mat_desktop.workshop.pairing.exact.problem import Valued


def highest_floor(fits: Iterable[int], least: int, ceiling: int, holds: Callable[[int], bool]) -> int:
    """The highest level at or below the ceiling that holds.

    Args:
        fits: the fits there are; only they, and the ceiling, can be the answer.
        least: a level that is known to hold.
        ceiling: no level above it can hold, or it is high enough.
        holds: whether an answer exists in which no fit lies below a level; it holds for all levels below one that does.
    """
    if least >= ceiling or holds(ceiling):
        return ceiling
    levels = sorted({fit for fit in fits if least < fit < ceiling})
    return _highest([least, *levels], holds)


def _highest(levels: Sequence[int], holds: Callable[[int], bool]) -> int:
    """The highest level that holds, where the first one does: ever greater strides down, then halving."""
    high, stride = len(levels), max(1, len(levels) // 1000)
    low = high - stride
    while low > 0 and not holds(levels[low]):
        high, stride = low, stride * 2
        low -= stride
    low = max(low, 0)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(levels[middle]) else (low, middle)
    return levels[low]


def ceiling_of(count: int, edges: Iterable[Valued], placed: int) -> int:
    """No answer that places so many people has a worst fit above this, for nobody is above their own best."""
    best = [-1] * count
    for a, b, fit in edges:
        best[a] = max(best[a], fit)
        best[b] = max(best[b], fit)
    return sorted(best)[count - placed]
