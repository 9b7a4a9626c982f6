"""When each row of a form was sent, as far as its tool says so in a way that can be put in order."""

import re
from collections.abc import Callable, Sequence

from mat_desktop.facilitation.csv_table import CsvTable
from mat_desktop.facilitation.participants.forms.columns import cells_of
from mat_desktop.facilitation.participants.forms.heading import plain_words
from mat_desktop.workshop.text import word_set

_ANSWERED = word_set(
    "timestamp completion completed submitted submission submit zeitstempel horodateur marca created recorded sent "
    "eingegangen abgesendet registered registration rsvped"
)
_ONLY = frozenset({("date",), ("datum",), ("fecha",), ("entry", "date"), ("end", "date"), ("end", "time"), ("end",)})
"""Headings that say it with no other word."""
_NEVER = word_set("id number no phone mobile telephone email name address by event workshop ip status")
_CLOCK = r"(?:[\s,T]+(\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([ap]\.?m\.?)?.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d\d?)[-/.](\d\d?){_CLOCK}", re.IGNORECASE)
_YEAR_LAST = re.compile(rf"(\d\d?)([-/.])(\d\d?)\2(\d{{4}}|\d\d){_CLOCK}", re.IGNORECASE)
_MONTH_NAMED = re.compile(
    rf"(?:[a-zà-ÿ]+,\s*)?(?:(\d\d?)\.?\s*)?([a-zà-ÿ]{{3,}})\.?,?\s+(?:(\d\d?),?\s+)?(\d{{4}}){_CLOCK}", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{5,13}(?:\.\d+)?")
_MONTHS = (
    *("jan ene", "feb fév fev", "mar mär maa", "apr abr avr", "may mai mei", "jun juin", "jul juil", "aug ago aoû aou"),
    *("sep", "oct okt", "nov", "dec dez dic déc"),
)
Moment = tuple[float, ...]
"""What can be put in order."""
Reader = Callable[[str], Moment | None]


def sent_at(table: CsvTable) -> dict[int, Moment]:
    """By row when it was sent; a row whose moment nobody can tell is not there.

    A day such as 03/02 is only told where another row of the column says which of the two numbers is the month.
    """
    for number, heading in enumerate(table.words):
        words = plain_words(heading[:80])
        if words not in _ONLY and (not _ANSWERED & set(words) or _NEVER & set(words)):
            continue
        reader = _reader(cells_of(table, number))
        told = {row: moment for row, cells in table.rows if number < len(cells) and (moment := reader(cells[number]))}
        if told:
            return told
    return {}


def _reader(cells: Sequence[str]) -> Reader:
    """How the moments of one column are read: by its first cells."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    for reader in (_by_year, _by_month_name, _by_number, *([_day_first] if _days_lead(filled) else [])):
        if filled and all(reader(cell) for cell in filled):
            return reader
    return _month_first if filled and _months_lead(filled) else lambda _cell: None


def _days_lead(cells: Sequence[str]) -> bool:
    """Whether the first number is the day: a larger one than any month has stands there, or points between them."""
    found = [_YEAR_LAST.fullmatch(cell) for cell in cells]
    return all(found) and any(m is not None and (int(m[1]) > 12 or m[2] == ".") for m in found)


def _months_lead(cells: Sequence[str]) -> bool:
    found = [_YEAR_LAST.fullmatch(cell) for cell in cells]
    return all(found) and any(m is not None and int(m[3]) > 12 for m in found)


def _by_year(cell: str) -> Moment | None:
    found = _YEAR_FIRST.fullmatch(cell.strip())
    return (*map(int, found.group(1, 2, 3)), *_clock(found.groups()[3:])) if found else None


def _day_first(cell: str) -> Moment | None:
    found = _YEAR_LAST.fullmatch(cell.strip())
    return (*map(int, found.group(4, 3, 1)), *_clock(found.groups()[4:])) if found else None


def _month_first(cell: str) -> Moment | None:
    found = _YEAR_LAST.fullmatch(cell.strip())
    return (*map(int, found.group(4, 1, 3)), *_clock(found.groups()[4:])) if found else None


def _by_month_name(cell: str) -> Moment | None:
    found = _MONTH_NAMED.fullmatch(cell.strip())
    if not found or not (found[1] or found[3]):
        return None
    name = found[2].casefold()
    month = next((place for place, names in enumerate(_MONTHS, 1) if name.startswith(tuple(names.split()))), 0)
    return (int(found[4]), month, int(found[1] or found[3]), *_clock(found.groups()[4:])) if month else None


def _by_number(cell: str) -> Moment | None:
    """A day and hour as spreadsheets and computers count them."""
    return (float(cell.strip()),) if _NUMBER.fullmatch(cell.strip()) else None


def _clock(parts: Sequence[str | None]) -> Moment:
    hour, minute, second, half = parts
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + 12 * half.casefold().startswith("p")
    return (hours, int(minute or 0), int(second or 0))
