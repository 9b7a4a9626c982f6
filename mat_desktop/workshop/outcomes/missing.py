"""What the mean change would be if those who were not heard from had done this or that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from mat_desktop.workshop.outcomes.case import OutcomeCase, partnership_means
from mat_desktop.workshop.outcomes.reliable import Better


@dataclass(frozen=True)
class Sensitivity:
    """Mean change over partnership means: observed only, last carried forward, no change, and the worst that was seen.

    `robust` is False as soon as one of them has another sign than what was observed.
    """

    observed: float | None
    last_carried_forward: float | None
    no_change: float | None
    worst: float | None
    robust: bool | None


def sensitivity(cases: Sequence[OutcomeCase], better: Better, at: int | None = None) -> Sensitivity:
    """The four answers, in the units of the measure, each over everybody with a baseline; None without any answer."""
    began = [c for c in cases if c.baseline is not None]
    heard = [change for c in began if (change := c.change(at)) is not None]
    if not heard:
        return Sensitivity(None, None, None, None, None)
    worst = max(heard) if better is Better.LOWER else min(heard)
    observed = _mean(began, lambda c: c.change(at))
    found = (
        _mean(began, lambda c: _carried(c, at)),
        _mean(began, lambda c: _else(c.change(at), 0.0)),
        _mean(began, lambda c: _else(c.change(at), worst)),
    )
    robust = all((x > 0) == (observed > 0) and (x < 0) == (observed < 0) for x in found)
    return Sensitivity(observed, *found, robust)


def _mean(cases: Sequence[OutcomeCase], value: Callable[[OutcomeCase], float | None]) -> float:
    return fmean(partnership_means(cases, value).values())


def _else(change: float | None, otherwise: float) -> float:
    return otherwise if change is None else change


def _carried(case: OutcomeCase, at: int | None) -> float:
    """The change at the occasion, else at the last one before it, else none."""
    assert case.baseline is not None
    known = [months for months in case.after if at is None or months <= at]
    return case.after[max(known)] - case.baseline if known else 0.0
