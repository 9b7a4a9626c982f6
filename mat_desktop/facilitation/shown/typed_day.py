"""What a hand types for a day, read where it can mean one day only, and asked where it can mean another."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from mat_desktop.facilitation.shown.dates import DAYS, MONTHS, day_month_year
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined

HOW_TO_WRITE = "Write the date as 14 March 2026."

_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_AWAY = re.compile(r"([+-])\s*(\d{1,4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2})?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s*([a-z]{3,})\.?(?:\s+(\d{4}|\d{2}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s+(\d{4}|\d{2}))?")


class Tense(Enum):
    """Whether a day is of something that happened, or may lie ahead as well."""

    HAPPENED = auto()
    OPEN = auto()


@dataclass(frozen=True, kw_only=True)
class Read:
    """The one day that what was typed can mean."""

    day: date


@dataclass(frozen=True, kw_only=True)
class SeveralDays:
    """The days that it may mean; a person says which."""

    days: tuple[date, ...]

    @property
    def sentence(self) -> str:
        """`Is that 26 November 2026?`."""
        if len(self.days) == 1:
            return f"Is that {day_month_year(self.days[0])}?"
        return f"Which day is it: {' or '.join(day_month_year(day) for day in self.days)}?"


@dataclass(frozen=True, kw_only=True)
class Unread:
    """It is no day, or not one that can stand here; the sentence says why."""

    sentence: str


Typed = Read | SeveralDays | Unread


def read_day(typed: str, today: date, tense: Tense = Tense.OPEN) -> Typed:
    """What was typed, as a day, as days to choose from, or as a sentence that says what is wrong.

    Day and month are never guessed from figures, nor the century from a year of two figures. Where no year is typed,
    it is the nearest such day, and for something that happened the last one.
    """
    words, weekday = _without_weekday(" ".join(typed.replace(",", " ").lower().split()))
    days, sure = _meant(words, _Near(today, tense, weekday))
    if weekday is not None:
        fitting = tuple(day for day in days if day.weekday() == weekday)
        if days and not fitting:
            return Unread(sentence=f"{day_month_year(days[0])} is a {DAYS[days[0].weekday()]}. Look at the day again.")
        days = fitting
    if not days:
        return Unread(sentence=HOW_TO_WRITE)
    over = tuple(day for day in days if tense is Tense.OPEN or day <= today)
    if not over:
        return Unread(sentence=_still_to_come(days))
    return Read(day=over[0]) if sure and len(days) == 1 else SeveralDays(days=over)


def check_happened(day: date, today: date) -> None:
    """Refuse a day after today for something that happened.

    Raises:
        Refusal: the day is still to come.
    """
    if day > today:
        raise Refusal(_still_to_come((day,)))


_YEARS_BACK, _YEARS_ON = 15, 5
"""A workshop of which somebody is asked after ten years was not longer ago, and none is planned farther ahead."""


def check_near(day: date, today: date) -> None:
    """Refuse a day of a workshop that only a slip of the finger can have made: 2206 for 2026.

    Raises:
        Refusal: the day is many years away.
    """
    first, last = today.year - _YEARS_BACK, today.year + _YEARS_ON
    if not first <= day.year <= last:
        raise Refusal(f"{day_month_year(day)} is many years away. A workshop lies between {first} and {last}.")


@dataclass(frozen=True)
class _Near:
    """What decides the year where none is typed."""

    today: date
    tense: Tense
    weekday: int | None


def _still_to_come(days: tuple[date, ...]) -> str:
    named = joined([day_month_year(day) for day in days])
    return f"{named} {'is' if len(days) == 1 else 'are'} still to come. Write the day on which it happened."


def _without_weekday(words: str) -> tuple[str, int | None]:
    first, _, rest = words.partition(" ")
    first = first.rstrip(".")
    named = [n for n, name in enumerate(DAYS) if len(first) >= 3 and name.lower().startswith(first)]
    return (rest, named[0]) if rest and named else (words, None)


def _meant(words: str, near: _Near) -> tuple[tuple[date, ...], bool]:
    """The days it can mean, and whether it says so itself: a year of two figures does not."""
    if words in _NEAR:
        return _away(near.today, _NEAR[words]), True
    if match := _AWAY.fullmatch(words):
        return _away(near.today, int(match[1] + match[2])), True
    if match := _ISO.fullmatch(words):
        return _one(int(match[1]), int(match[2]), int(match[3])), True
    if match := _FIGURES.fullmatch(words):
        pairs = ((int(match[2]), int(match[1])), (int(match[1]), int(match[2])))
        year = match[3]
    elif match := _DAY_FIRST.fullmatch(words):
        pairs, year = ((_month(match[2]), int(match[1])),) * 2, match[3]
    elif match := _MONTH_FIRST.fullmatch(words):
        pairs, year = ((_month(match[1]), int(match[2])),) * 2, match[3]
    else:
        return (), True
    days = [day for month, number in pairs for day in _in_year(year, month, number, near)]
    return tuple(dict.fromkeys(days)), year is None or len(year) == 4


def _month(word: str) -> int:
    word = "sep" if word == "sept" else word
    names = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word)]
    return names[0] if len(names) == 1 else 0


def _in_year(year: str | None, month: int, number: int, near: _Near) -> tuple[date, ...]:
    if year is None:
        return _nearest(month, number, near)
    return _one(int(year) if len(year) == 4 else near.today.year // 100 * 100 + int(year), month, number)


def _nearest(month: int, number: int, near: _Near) -> tuple[date, ...]:
    """Without a year: the last such day for what happened, otherwise the nearest one; leap days come seldom."""
    years = range(near.today.year - 8, near.today.year + 9)
    days = [day for year in years for day in _one(year, month, number)]
    days = [day for day in days if near.weekday is None or day.weekday() == near.weekday] or days
    days = [day for day in days if near.tense is Tense.OPEN or day <= near.today] or days
    return (min(days, key=lambda day: (abs(day - near.today), -day.toordinal())),) if days else ()


def _one(year: int, month: int, number: int) -> tuple[date, ...]:
    try:
        return (date(year, month, number),)
    except ValueError:
        return ()


def _away(today: date, days: int) -> tuple[date, ...]:
    try:
        return (today + timedelta(days=days),)
    except OverflowError:
        return ()
