"""Days of a rhythm told as few weekly repetitions, which every calendar understands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.workshop.contact.schedule import Terms, agreed_days, partners_by_day

TURNS = 3
"""After so many weeks a rota of three begins anew on the same weekday, whatever the rhythm."""


@dataclass(frozen=True, kw_only=True)
class Span:
    """A repetition: these weekdays (0 Monday) of every week, or every third, but for the days `without`."""

    first: date
    last: date
    weekdays: tuple[int, ...]
    every: int
    without: tuple[date, ...]


def spans_of(terms: Terms, person: int, *, apart: bool) -> tuple[tuple[str, Span], ...]:
    """The agreed days of one member as repetitions, each with the letters of those on the call.

    A changed rhythm and a member who joined later begin a repetition anew; a pause is left out of one. Where partners
    are not told `apart`, the letters are empty.
    """
    days = agreed_days(terms, person)
    with_whom = _letters(terms, person) if apart else {}
    changes = {c.from_day for c in terms.changes}
    changes |= {m.joined_on + timedelta(days=1) for m in terms.partnership.members if m.joined_on is not None}
    groups: dict[tuple[int, str, int], list[date]] = defaultdict(list)
    every = TURNS if len(terms.partnership.members) > 2 and not terms.partnership.together else 1
    for day in days:
        since = sum(change <= day for change in changes)
        groups[since, with_whom.get(day, ""), _week(day) % every].append(day)
    found = [(letters, _span(group, every)) for (_, letters, _), group in groups.items()]
    return tuple(sorted(found, key=lambda one: (one[1].first, one[0])))


def _letters(terms: Terms, person: int) -> Mapping[date, str]:
    return partners_by_day(terms, person) if len(terms.partnership.members) > 2 else {}


def _span(days: Sequence[date], every: int) -> Span:
    weekdays = tuple(sorted({day.weekday() for day in days}))
    meant = set(days)
    without = tuple(day for day in _every(days[0], days[-1], weekdays, every) if day not in meant)
    return Span(first=days[0], last=days[-1], weekdays=weekdays, every=every, without=without)


def _every(first: date, last: date, weekdays: Sequence[int], every: int) -> Iterable[date]:
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() in weekdays and (_week(day) - _week(first)) % every == 0:
            yield day


def _week(day: date) -> int:
    """The number of a week that begins on Monday."""
    return (day.toordinal() - 1) // 7
