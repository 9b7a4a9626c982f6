"""One goal's way over the year, and what the whole group came to in counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from mat_desktop.workshop.followup import FURTHER_BACK

SIX_MONTHS, ONE_YEAR = 6, 12


@dataclass(frozen=True)
class Trajectory:
    """One person's first goal at the start, at six months and at one year; None where it is not known.

    `partnership` tells partners from others; `contact_days` of `agreed_days` are the days on which they talked, of
    `not_known` nothing is written, and `recalled` were told as a number for a week only. `at` is the occasion, in
    months, at which the group is counted.
    """

    name: str
    partnership: int
    start: int
    target: int
    six_months: int | None
    one_year: int | None
    contact_days: int
    agreed_days: int
    at: int = ONE_YEAR
    not_known: int = 0
    recalled: int = 0

    def level(self, at: int) -> int | None:
        """The level at an occasion in months; no other occasion stands in for it."""
        return {SIX_MONTHS: self.six_months, ONE_YEAR: self.one_year}.get(at)

    @property
    def gain(self) -> int | None:
        """Steps gained from the start to the occasion that is counted, or None without an answer on the ladder then."""
        level = self.level(self.at)
        return None if level is None or level == FURTHER_BACK else level - self.start


@dataclass(frozen=True)
class GroupResult:
    """The whole group in counts at one occasion, `at`, in months; None where nobody has answered yet.

    `began` is everybody with a goal in a partnership that began. `reached` of those who answered stand where they had
    hoped to or further; of everybody it would be at least as many, at most `reached` and all who were not heard from.
    """

    at: int | None
    began: int
    answered: int
    answered_six_months: int
    answered_one_year: int
    not_heard_from: tuple[str, ...]
    further_back: tuple[str, ...]
    reached: int
    mean_gain: float | None
    mean_gain_if_missing_unmoved: float | None


def last_answered(people: Sequence[Trajectory]) -> int | None:
    """The last occasion, in months, at which anybody answered."""
    return next((at for at in (ONE_YEAR, SIX_MONTHS) if any(p.level(at) is not None for p in people)), None)


def counted_at(people: Sequence[Trajectory]) -> list[Trajectory]:
    """Everybody, counted at the last occasion at which anybody answered."""
    at = last_answered(people)
    return [replace(p, at=at if at is not None else SIX_MONTHS) for p in people]


def group_result(people: Sequence[Trajectory], at: int | None = None) -> GroupResult:
    """Count first, at an occasion in months, or at the last one with an answer; then the mean number of steps gained.

    The mean is told as observed, and with those who were not heard from as not moved.
    """
    at = last_answered(people) if at is None else at
    months = at if at is not None else SIX_MONTHS
    gains = [gain for p in people if (gain := replace(p, at=months).gain) is not None]
    heard = [p for p in people if p.level(months) is not None]
    missing = len(people) - len(heard)
    return GroupResult(
        at=at,
        began=len(people),
        answered=len(heard),
        answered_six_months=sum(p.six_months is not None for p in people),
        answered_one_year=sum(p.one_year is not None for p in people),
        not_heard_from=tuple(p.name for p in people if p.level(months) is None),
        further_back=tuple(p.name for p in people if p.level(months) == FURTHER_BACK),
        reached=sum((p.level(months) or 0) >= p.target for p in heard),
        mean_gain=fmean(gains) if gains else None,
        mean_gain_if_missing_unmoved=sum(gains) / (len(gains) + missing) if gains else None,
    )
