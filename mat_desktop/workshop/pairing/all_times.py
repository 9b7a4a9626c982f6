"""When every two of many people could talk, worked out for all of them at once.

A day is of one kind, so what two people share is what they share on each kind of day of the one with each kind of
day of the other. Only so few stretches of a day can be ticked that this is worked out once for every two choices of
them, and looked up for every two people.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.candidates import Candidate, Windows, intervals, overlaps, weeks_that_differ
from mat_desktop.workshop.participants.participant import DayKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

NOT_ASKED = -1

WEEK = 7
MOST_MINUTES = 1 << 15
"""More than a week of two people's time has; the days of a week come before its minutes."""


@dataclass(frozen=True)
class SharedTimes:
    """On how many days and for how many minutes of their poorest week every two could talk; else `NOT_ASKED`.

    A row for the first of two, a column for the second.
    """

    days: "Whole"
    minutes: "Whole"


def shared_times(people: Sequence[Candidate], around: date) -> SharedTimes:
    """What `shared_time` says, for every two people."""
    import numpy as np

    days, minutes = np.full((2, len(people), len(people)), NOT_ASKED, dtype=np.int64)
    asked: dict[str, list[int]] = {}
    for number, person in enumerate(people):
        if person.windows:
            asked.setdefault(person.time_zone, []).append(number)
    for (zone_a, first), (zone_b, second) in product(asked.items(), repeat=2):
        block = np.ix_(first, second)
        of_zones = _Zones(zone_a, zone_b, [people[n].windows for n in first], [people[n].windows for n in second])
        days[block], minutes[block] = of_zones.poorest(around)
    return SharedTimes(days, minutes)


@dataclass(frozen=True)
class _Zones:
    """People of one time zone, and people of another or the same, with their windows."""

    zone_a: str
    zone_b: str
    first: Sequence[Windows]
    second: Sequence[Windows]

    def poorest(self, around: date) -> "tuple[Whole, Whole]":
        """Days and minutes of the week with the fewest days and, among those, the fewest minutes."""
        import numpy as np

        mondays = weeks_that_differ(self.zone_a, self.zone_b, around - timedelta(days=around.weekday()))
        weeks = [self._week(monday) for monday in mondays]
        poorest = np.minimum.reduce([days * MOST_MINUTES + minutes for days, minutes in weeks])
        return np.divmod(poorest, MOST_MINUTES)

    def _week(self, monday: date) -> "tuple[Whole, Whole]":
        import numpy as np

        shape = (len(self.first), len(self.second))
        days_a, days_b, minutes = np.zeros((3, *shape), dtype=np.int64)
        for kind_a, kind_b in product(DayKind, repeat=2):
            days, others, shared = self._kinds(kind_a, kind_b, monday)
            days_a, days_b, minutes = days_a | days, days_b | others, minutes + shared
        return np.minimum(np.bitwise_count(days_a), np.bitwise_count(days_b)).astype(np.int64), minutes

    def _kinds(self, kind_a: DayKind, kind_b: DayKind, monday: date) -> "Whole":
        """What they share on days of these kinds: the days of either as bits, and the minutes."""
        import numpy as np

        rows, ticked_a = _numbered([_only(windows, kind_a) for windows in self.first])
        columns, ticked_b = _numbered([_only(windows, kind_b) for windows in self.second])
        known = [[self._shared(a, b, monday) for b in ticked_b] for a in ticked_a]
        found: Whole = np.moveaxis(np.array(known, dtype=np.int64)[np.ix_(rows, columns)], 2, 0)
        return found

    def _shared(self, windows_a: Windows, windows_b: Windows, monday: date) -> tuple[int, int, int]:
        days_a = days_b = minutes = 0
        week = {monday + timedelta(days=n): 1 << n for n in range(WEEK)}
        for a, b, start, end in overlaps(
            intervals(self.zone_a, windows_a, monday), intervals(self.zone_b, windows_b, monday)
        ):
            days_a |= week.get(a, 0)
            days_b |= week.get(b, 0)
            minutes += (end - start) // 60 if a in week else 0
        return days_a, days_b, minutes


def _only(windows: Windows, kind: DayKind) -> Windows:
    return frozenset(window for window in windows if window[0] is kind)


def _numbered(windows: Sequence[Windows]) -> tuple[list[int], list[Windows]]:
    """The number of each among the different ones, and these."""
    number = {each: place for place, each in enumerate(dict.fromkeys(windows))}
    return [number[each] for each in windows], list(number)
