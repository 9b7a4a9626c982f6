"""One goal's way over the year, and what the whole group came to in counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from mat_desktop.workshop.followup import FURTHER_BACK


@dataclass(frozen=True)
class Trajectory:
    """One person's first goal at the start, at six months and at one year; None where it is not known.

    `partnership` tells partners from others; `contact_days` of `agreed_days` are the days on which they talked.
    """

    name: str
    partnership: int
    start: int
    target: int
    six_months: int | None
    one_year: int | None
    contact_days: int
    agreed_days: int

    @property
    def latest(self) -> int | None:
        """The last level known after the start."""
        return self.one_year if self.one_year is not None else self.six_months

    @property
    def gain(self) -> int | None:
        """Steps gained from the start to one year, or None without an answer at one year on the ladder."""
        if self.one_year is None or self.one_year == FURTHER_BACK:
            return None
        return self.one_year - self.start


@dataclass(frozen=True)
class GroupResult:
    """The whole group in counts. `began` is everybody with a goal in a partnership that began."""

    began: int
    answered_six_months: int
    answered_one_year: int
    not_heard_from: tuple[str, ...]
    further_back: tuple[str, ...]
    reached: int
    mean_gain: float | None
    mean_gain_if_missing_unmoved: float | None


def group_result(people: Sequence[Trajectory]) -> GroupResult:
    """Count first; then the mean number of steps gained, observed and with the missing as not moved."""
    gains = [p.gain for p in people if p.gain is not None]
    heard = [p for p in people if p.one_year is not None]
    missing = len(people) - len(heard)
    return GroupResult(
        began=len(people),
        answered_six_months=sum(p.six_months is not None for p in people),
        answered_one_year=len(heard),
        not_heard_from=tuple(p.name for p in people if p.one_year is None),
        further_back=tuple(p.name for p in people if p.latest == FURTHER_BACK),
        reached=sum(p.latest is not None and p.latest >= p.target for p in people),
        mean_gain=fmean(gains) if gains else None,
        mean_gain_if_missing_unmoved=sum(gains) / (len(gains) + missing) if gains else None,
    )
