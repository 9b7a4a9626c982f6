"""A time zone as a calendar file tells it: by a rule for each year where summer time comes and goes by one.

RFC 5545, 3.6.5. Some calendar programs read lists of days wrongly and are an hour off; a yearly rule they all read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_YEARS = 12
"""The year before the first entry, the workshop, and what comes in ten years after it."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class _Turn:
    """One change of the clocks: when, by the clock as it was before, and from which offset to which."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    def rules(self) -> set[tuple[int, int, int, timedelta]]:
        """The two ways to say the day in its month: the first, second … or the last of its weekday."""
        week = (self.at.day - 1) // 7 + 1
        last = (self.at + timedelta(days=7)).month != self.at.month
        time = timedelta(hours=self.at.hour, minutes=self.at.minute)
        return {(self.at.month, nth, self.at.weekday(), time) for nth in ({week, -1} if last else {week})}


def zone(name: str, first_year: int) -> Timezone:
    """The zone with its rules from the year before `first_year` on."""
    found = Timezone()
    found.add("tzid", name)
    turns = list(_turns(ZoneInfo(name), first_year - 1))
    if not turns:
        found.add_component(_still(ZoneInfo(name), first_year))
    for summer in (True, False):
        alike = [turn for turn in turns if turn.summer is summer]
        shared = set.intersection(*(turn.rules() for turn in alike)) if len(alike) == _YEARS else set()
        if shared:
            found.add_component(_observance(alike[0], min(shared)))
        else:
            for turn in alike:
                found.add_component(_observance(turn, None))
    return found


def _turns(place: ZoneInfo, first_year: int) -> Iterator[_Turn]:
    begin = datetime(first_year, 1, 1, tzinfo=UTC)
    for day in range((datetime(first_year + _YEARS, 1, 1, tzinfo=UTC) - begin).days):
        low, high = begin + timedelta(days=day), begin + timedelta(days=day + 1)
        before, after = _offset(place, low), _offset(place, high)
        if before == after:
            continue
        while high - low > timedelta(minutes=1):
            middle = low + (high - low) / 2
            low, high = (middle, high) if _offset(place, middle) == before else (low, middle)
        moment = (high + timedelta(seconds=30)).replace(second=0, microsecond=0)
        told = moment.astimezone(place)
        wall = moment.replace(tzinfo=None) + before
        yield _Turn(wall, before, after, told.tzname() or "", bool(told.dst()))


def _offset(place: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(place).utcoffset() or timedelta()


def _observance(turn: _Turn, rule: tuple[int, int, int, timedelta] | None) -> TimezoneDaylight | TimezoneStandard:
    found = TimezoneDaylight() if turn.summer else TimezoneStandard()
    found.add("dtstart", turn.at)
    found.add("tzoffsetfrom", turn.before)
    found.add("tzoffsetto", turn.after)
    found.add("tzname", turn.name)
    if rule is not None:
        month, nth, weekday, _ = rule
        found.add("rrule", {"freq": "yearly", "bymonth": month, "byday": f"{nth}{_DAYS[weekday]}"})
    return found


def _still(place: ZoneInfo, first_year: int) -> TimezoneStandard:
    """A zone whose clocks never change."""
    begin = datetime(first_year - 1, 1, 1, tzinfo=UTC)
    return _standard(begin.replace(tzinfo=None), _offset(place, begin), begin.astimezone(place).tzname() or "")


def _standard(at: datetime, offset: timedelta, name: str) -> TimezoneStandard:
    found = TimezoneStandard()
    found.add("dtstart", at)
    found.add("tzoffsetfrom", offset)
    found.add("tzoffsetto", offset)
    found.add("tzname", name)
    return found
