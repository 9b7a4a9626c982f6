"""One person's way from the start on, in one measure: what every figure of an outcome is worked out from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

_ROUNDING = 1e-12
"""A value that differs from the start by less than this share of them differs by the rounding of sums alone."""


@dataclass(frozen=True)
class OutcomeCase:
    """One person with one measure at the start and at each later occasion, in the units of the measure.

    `after` holds months -> value for the occasions at which this person was heard from. `starts` holds months -> value
    at the start where that is another one than `baseline`: both sides of a change are about the same goals or items, so
    an occasion at which two of three goals were marked is held against the start of these two. `arm` is empty where
    there are no arms; `block` is the block of the random allocation; `contacts` are the days with a call.
    """

    person: str
    partnership: str
    baseline: float | None
    after: Mapping[int, float] = field(default_factory=dict)
    arm: str = ""
    contacts: float | None = None
    block: str = ""
    starts: Mapping[int, float] = field(default_factory=dict)

    def outcome(self, at: int) -> float | None:
        """The value at an occasion in months; no other occasion stands in for it."""
        return self.after.get(at)

    def start(self, at: int) -> float | None:
        """The value at the start that the one at this occasion is held against."""
        return self.starts.get(at, self.baseline)

    def change(self, at: int) -> float | None:
        """Outcome minus start, or None where one of them is missing."""
        outcome, start = self.outcome(at), self.start(at)
        if outcome is None or start is None:
            return None
        moved = outcome - start
        return moved if abs(moved) > _ROUNDING * max(abs(outcome), abs(start)) else 0.0


def last_occasion(cases: Sequence[OutcomeCase]) -> int | None:
    """The last occasion, in months, at which anybody was heard from; None where nobody was."""
    return max((months for case in cases for months in case.after), default=None)


def by_partnership(
    cases: Sequence[OutcomeCase], value: Callable[[OutcomeCase], float | None]
) -> dict[str, list[float]]:
    """The known values of each partnership; one member who was heard from is enough."""
    found: dict[str, list[float]] = {}
    for case in cases:
        known = value(case)
        if known is not None:
            found.setdefault(case.partnership, []).append(known)
    return found


def partnership_means(cases: Sequence[OutcomeCase], value: Callable[[OutcomeCase], float | None]) -> dict[str, float]:
    """The mean of each partnership's known values: partners affect each other, so the partnership is the unit."""
    return {key: fmean(values) for key, values in by_partnership(cases, value).items()}
