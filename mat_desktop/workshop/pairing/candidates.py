"""What pairing knows about a person: plain, frozen, and enough to work out every fit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.participant import HOURS, DayKind, Gender, PartnerWish, PartOfDay, Talk

CALL_MINUTES = 20
DAYS_NEEDED = 6
WEEKS_LOOKED_AT = 27
"""Half a year and a week: every change of clocks within the daily calls is seen."""

Windows = frozenset[tuple[DayKind, PartOfDay]]


@dataclass(frozen=True)
class Candidate:
    """A person to be paired. Empty windows, languages or ways of talking mean: not asked yet.

    `similar` holds how alike the person felt to others after their round, 1 to 5, by their key; `fixes_weekly` is for
    whoever works in shifts and settles the times anew each week.
    """

    key: str
    name: str
    time_zone: str = "UTC"
    windows: Windows = frozenset()
    languages: frozenset[str] = frozenset()
    challenge_kind: str = ""
    readiness: float | None = None
    ballot: Mapping[str, Choice] = field(default_factory=dict)
    similar: Mapping[str, int] = field(default_factory=dict)
    fixes_weekly: bool = False
    talks_by: frozenset[Talk] = frozenset()
    talks_best_by: Talk | None = None
    gender: Gender | None = None
    wish: PartnerWish | None = None
    in_crisis: bool = False


@dataclass(frozen=True)
class SharedTime:
    """The calls two people could hold: on how many days of a week, for how long, and when on a Monday."""

    days: int
    minutes: int
    example: tuple[time, time] | None


Interval = tuple[date, int, int]
"""A stretch of a person's own calendar day: from when to when, in seconds since 1970."""


@lru_cache(maxsize=5000)
def intervals(zone_name: str, windows: Windows, monday: date) -> tuple[Interval, ...]:
    """Free stretches in order, by the person's own calendar day, touching parts joined, a day either side."""
    zone = ZoneInfo(zone_name)
    free: list[Interval] = []
    for offset in range(-1, 8):
        day = monday + timedelta(days=offset)
        kind = DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WEEKDAYS
        hours = sorted(HOURS[part] for k, part in windows if k is kind)
        for start, end in _joined(hours):
            midnight = datetime.combine(day, time(), zone)
            free.append((day, _at(midnight, start), _at(midnight, end)))
    return tuple(free)


def _joined(hours: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that touch become one."""
    if not hours:
        return []
    starts = [hours[0][0]] + [b[0] for a, b in pairwise(hours) if b[0] > a[1]]
    ends = [a[1] for a, b in pairwise(hours) if b[0] > a[1]] + [hours[-1][1]]
    return list(zip(starts, ends, strict=True))


def _at(midnight: datetime, minutes: int) -> int:
    """Wall-clock minutes after midnight as an instant; the zone decides what that means on a change day."""
    return int(midnight.replace(hour=minutes // 60, minute=minutes % 60).timestamp())


def shared_time(a: Candidate, b: Candidate, around: date) -> SharedTime | None:
    """When two people could talk, or None while either has not been asked.

    The poorest week of the half year from `around` counts, so that a change to or from daylight-saving time between
    two zones cannot take the calls away unnoticed.
    """
    if not a.windows or not b.windows:
        return None
    return _shared(a.time_zone, a.windows, b.time_zone, b.windows, around)


@lru_cache(maxsize=70_000)
def _shared(zone_a: str, windows_a: Windows, zone_b: str, windows_b: Windows, around: date) -> SharedTime:
    mondays = weeks_that_differ(zone_a, zone_b, around - timedelta(days=around.weekday()))
    weeks = [_shared_week(zone_a, windows_a, zone_b, windows_b, monday) for monday in mondays]
    return min(weeks, key=lambda week: (week.days, week.minutes))


@lru_cache(maxsize=1000)
def weeks_that_differ(zone_a: str, zone_b: str, first: date) -> tuple[date, ...]:
    """One Monday for each way in which the two clocks stand to each other over a week and the days beside it."""
    found: dict[tuple[timedelta | None, ...], date] = {}
    for week in range(WEEKS_LOOKED_AT):
        monday = first + timedelta(weeks=week)
        noons = [datetime.combine(monday + timedelta(days=n), time(12), ZoneInfo(zone_a)) for n in range(-1, 8)]
        apart = tuple((noon.utcoffset() or timedelta()) - _offset(zone_b, noon) for noon in noons)
        found.setdefault(apart, monday)
    return tuple(found.values())


def _offset(zone: str, moment: datetime) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def _shared_week(zone_a: str, windows_a: Windows, zone_b: str, windows_b: Windows, monday: date) -> SharedTime:
    shared = list(overlaps(intervals(zone_a, windows_a, monday), intervals(zone_b, windows_b, monday)))
    week = {monday + timedelta(days=n) for n in range(7)}
    days = min(len({day for day, *_ in shared} & week), len({day for _, day, *_ in shared} & week))
    in_week = [(start, end) for day, _, start, end in shared if day in week]
    minutes = sum((end - start) // 60 for start, end in in_week)
    longest = max(in_week, key=lambda i: (i[1] - i[0], -i[0]), default=None)
    return SharedTime(days, minutes, _by_the_clock(longest, zone_a) if longest else None)


def overlaps(first: Sequence[Interval], second: Sequence[Interval]) -> Iterator[tuple[date, date, int, int]]:
    """Where both are free long enough for a call: the day of either, from when, to when."""
    for day_a, start_a, end_a in first:
        for day_b, start_b, end_b in second:
            if start_b >= end_a:
                break
            start, end = max(start_a, start_b), min(end_a, end_b)
            if end - start >= CALL_MINUTES * 60:
                yield day_a, day_b, start, end


def _by_the_clock(stretch: tuple[int, int], zone_name: str) -> tuple[time, time]:
    start, end = (datetime.fromtimestamp(second, ZoneInfo(zone_name)).time() for second in stretch)
    return start, end
