"""What the mean change would be if those who were not heard from had done this or that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from mat_desktop.workshop.outcomes.case import OutcomeCase, partnership_means
from mat_desktop.workshop.outcomes.reliable import Better

Ends = tuple[float, float]
"""The lowest and the highest value of a measure."""


class ScaleRoom(StrEnum):
    """Whether the scale has room for what would have to be supposed."""

    ENOUGH = "enough"
    NOT_FOR_ALL = "not for all"
    """For at least one of those not heard from it lies beyond the end of the scale."""
    TOO_LITTLE = "too little"
    """Even the end of the scale for each of them would not make the mean change vanish."""


@dataclass(frozen=True)
class Sensitivity:
    """Mean change over partnership means, in the units of the measure, under what those not heard from could have done.

    `missing` are the people with a start and no outcome. Where nobody is missing there is nothing to suppose, and all
    but `observed` are None. `tipping_point` is by how much the change of each of those not heard from would have to lie
    on the worse side of the mean of those heard from for the mean change to vanish; below 0, on the better side.
    """

    missing: int = 0
    observed: float | None = None
    last_carried_forward: float | None = None
    no_change: float | None = None
    worst: float | None = None
    tipping_point: float | None = None
    room: ScaleRoom | None = None
    """Whether the tipping point lies within the scale; None where its ends are not known."""


def sensitivity(cases: Sequence[OutcomeCase], better: Better, at: int, ends: Ends | None = None) -> Sensitivity:
    """Each over everybody with a start; nothing but the number of those missing where nobody was heard from.

    The tipping point is delta adjustment (Carpenter & Kenward 2013, Multiple Imputation and its Application; Cro 2020,
    Stat. Med. 39): the mean change is a straight line in what is supposed, so one division finds it.
    """
    began = [c for c in cases if c.start(at) is not None]
    heard = [change for c in began if (change := c.change(at)) is not None]
    missing = len(began) - len(heard)
    if not heard:
        return Sensitivity(missing)
    observed = _mean(began, lambda c: c.change(at))
    if not missing:
        return Sensitivity(0, observed)
    worst = max(heard) if better is Better.LOWER else min(heard)
    tipping = _tipping_point(began, better, at, fmean(heard))
    each = fmean(heard) + (tipping if better is Better.LOWER else -tipping)
    return Sensitivity(
        missing,
        observed,
        _mean(began, lambda c: _carried(c, at)),
        _supposing(began, at, 0.0),
        _supposing(began, at, worst),
        tipping,
        _room(began, at, each, ends) if ends is not None else None,
    )


def _tipping_point(began: Sequence[OutcomeCase], better: Better, at: int, alike: float) -> float:
    worse = 1.0 if better is Better.LOWER else -1.0
    as_heard = _supposing(began, at, alike)
    a_point_worse = _supposing(began, at, alike + worse)
    return as_heard / (as_heard - a_point_worse)


def _room(began: Sequence[OutcomeCase], at: int, each: float, ends: Ends) -> ScaleRoom:
    """Whether everybody not heard from could have changed by so much, or at least by enough, within the scale."""
    low, high = ends
    starts = [c.start(at) or 0.0 for c in began if c.change(at) is None]
    if all(low <= start + each <= high for start in starts):
        return ScaleRoom.ENOUGH
    end = high if each > 0 else low
    at_the_end = _mean(began, lambda c: end - (c.start(at) or 0.0) if (change := c.change(at)) is None else change)
    as_they_were = _supposing(began, at, 0.0)
    return ScaleRoom.TOO_LITTLE if at_the_end * as_they_were > 0 else ScaleRoom.NOT_FOR_ALL


def _supposing(began: Sequence[OutcomeCase], at: int, otherwise: float) -> float:
    """The mean change if each of those not heard from had changed by so much."""
    return _mean(began, lambda c: otherwise if (change := c.change(at)) is None else change)


def _mean(cases: Sequence[OutcomeCase], value: Callable[[OutcomeCase], float | None]) -> float:
    return fmean(partnership_means(cases, value).values())


def _carried(case: OutcomeCase, at: int) -> float:
    """The change at the occasion, else at the last one before it, else none."""
    known = [months for months in case.after if months <= at]
    return case.change(max(known)) or 0.0 if known else 0.0
