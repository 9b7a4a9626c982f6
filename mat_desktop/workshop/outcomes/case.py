"""One person's way from the start on, in one measure: what every figure of an outcome is worked out from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean


@dataclass(frozen=True)
class OutcomeCase:
    """One person with one measure at the start and at each later occasion, in the units of the measure.

    `after` holds months -> value for the occasions at which this person was heard from. `arm` is empty where there
    are no arms; `block` is the block of the random allocation; `contacts` are the days with a call.
    """

    person: str
    partnership: str
    baseline: float | None
    after: Mapping[int, float] = field(default_factory=dict)
    arm: str = ""
    contacts: float | None = None
    block: str = ""

    def outcome(self, at: int | None = None) -> float | None:
        """The value at an occasion in months; the last one that is known where none is named."""
        if at is not None:
            return self.after.get(at)
        return self.after[max(self.after)] if self.after else None

    def change(self, at: int | None = None) -> float | None:
        """Outcome minus baseline, or None where one of them is missing."""
        outcome = self.outcome(at)
        return None if outcome is None or self.baseline is None else outcome - self.baseline


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
