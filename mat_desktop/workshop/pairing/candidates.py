"""What pairing knows about a person: plain, frozen, and enough to work out every fit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants import HOURS, DayKind, PartOfDay

CALL_MINUTES = 20
DAYS_NEEDED = 6
HALF_A_TERM = timedelta(weeks=13)


@dataclass(frozen=True)
class Candidate:
    """A person to be paired. Empty windows or languages mean: not asked yet."""

    key: str
    name: str
    time_zone: str = "UTC"
    windows: frozenset[tuple[DayKind, PartOfDay]] = frozenset()
    languages: frozenset[str] = frozenset()
    challenge_kind: str = ""
    readiness: float | None = None
    ballot: Mapping[str, Choice] = field(default_factory=dict)


@dataclass(frozen=True)
class SharedTime:
    """The calls two people could hold: on how many days of a week, for how long, and when on a Monday."""

    days: int
    minutes: int
    example: tuple[time, time] | None


Interval = tuple[datetime, datetime]


def _intervals(person: Candidate, monday: date) -> list[tuple[date, Interval]]:
    """The person's free stretches in UTC, by their own calendar day, touching parts joined, a day either side."""
    zone = ZoneInfo(person.time_zone)
    free: list[tuple[date, Interval]] = []
    for offset in range(-1, 8):
        day = monday + timedelta(days=offset)
        kind = DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WEEKDAYS
        hours = sorted(HOURS[part] for k, part in person.windows if k is kind)
        for start, end in _joined(hours):
            midnight = datetime.combine(day, time(), zone)
            free.append((day, (_at(midnight, start), _at(midnight, end))))
    return free


def _joined(hours: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that touch become one."""
    if not hours:
        return []
    starts = [hours[0][0]] + [b[0] for a, b in pairwise(hours) if b[0] > a[1]]
    ends = [a[1] for a, b in pairwise(hours) if b[0] > a[1]] + [hours[-1][1]]
    return list(zip(starts, ends, strict=True))


def _at(midnight: datetime, minutes: int) -> datetime:
    """Wall-clock minutes after midnight as an instant; the zone decides what that means on a change day."""
    wall = midnight.replace(hour=minutes // 60, minute=minutes % 60)
    return wall.astimezone(ZoneInfo("UTC"))


def _overlaps(a: Candidate, b: Candidate, monday: date) -> list[tuple[date, date, Interval]]:
    long_enough = timedelta(minutes=CALL_MINUTES)
    found = []
    for day_a, (start_a, end_a) in _intervals(a, monday):
        for day_b, (start_b, end_b) in _intervals(b, monday):
            start, end = max(start_a, start_b), min(end_a, end_b)
            if end - start >= long_enough:
                found.append((day_a, day_b, (start, end)))
    return found


def shared_time(a: Candidate, b: Candidate, around: date) -> SharedTime | None:
    """When two people could talk, or None while either has not been asked.

    The poorer of two weeks counts, that of `around` and one thirteen weeks later, so that a change to or from
    daylight-saving time between two zones cannot take the calls away unnoticed.
    """
    if not a.windows or not b.windows:
        return None
    weeks = [_shared_week(a, b, day - timedelta(days=day.weekday())) for day in (around, around + HALF_A_TERM)]
    return min(weeks, key=lambda week: (week.days, week.minutes))


def _shared_week(a: Candidate, b: Candidate, monday: date) -> SharedTime:
    week = {monday + timedelta(days=n) for n in range(7)}
    overlaps = _overlaps(a, b, monday)
    days = min(len({o[0] for o in overlaps} & week), len({o[1] for o in overlaps} & week))
    in_week = [o for o in overlaps if o[0] in week]
    minutes = sum(int((end - start).total_seconds() // 60) for _, _, (start, end) in in_week)
    zone = ZoneInfo(a.time_zone)
    best = max((o[2] for o in in_week), key=lambda i: (i[1] - i[0], -i[0].timestamp()), default=None)
    example = (best[0].astimezone(zone).time(), best[1].astimezone(zone).time()) if best else None
    return SharedTime(days, minutes, example)
