"""When somebody is free, as forms ask it: understood exactly, or not at all, which means: ask."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from mat_desktop.facilitation.participants.forms.cells import is_yes
from mat_desktop.facilitation.participants.forms.heading import Heading, plain_words
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.text import word_set

Windows = frozenset[tuple[DayKind, PartOfDay]]
_WEEK = tuple(range(5))
_END = (5, 6)
_ALL = (*_WEEK, *_END)
_PARTS = {
    "early": PartOfDay.EARLY,
    "morning": PartOfDay.EARLY,
    "mornings": PartOfDay.EARLY,
    "midday": PartOfDay.MIDDAY,
    "noon": PartOfDay.MIDDAY,
    "lunchtime": PartOfDay.MIDDAY,
    "evening": PartOfDay.EVENING,
    "evenings": PartOfDay.EVENING,
    "late": PartOfDay.LATE,
    "morgens": PartOfDay.EARLY,
    "mittags": PartOfDay.MIDDAY,
    "abends": PartOfDay.EVENING,
    "matin": PartOfDay.EARLY,
    "matins": PartOfDay.EARLY,
    "midi": PartOfDay.MIDDAY,
    "soir": PartOfDay.EVENING,
    "soirs": PartOfDay.EVENING,
    "mananas": PartOfDay.EARLY,
    "mediodia": PartOfDay.MIDDAY,
    "noches": PartOfDay.EVENING,
    "ata": PartOfDay.EARLY,
    "ahiahi": PartOfDay.EVENING,
}
_DAYS: dict[str, Sequence[int]] = {
    **dict.fromkeys(("weekday", "weekdays", "workday", "workdays", "wochentags", "werktags", "semaine"), _WEEK),
    **dict.fromkeys(("weekend", "weekends", "wochenende"), _END),
    **dict.fromkeys(("daily", "everyday", "anyday", "taglich"), _ALL),
}
_NAMES = (
    "monday mondays mon montag montags lundi lundis lunes mane rahina",
    "tuesday tuesdays tue tues dienstag dienstags mardi mardis martes turei ratu",
    "wednesday wednesdays wed mittwoch mittwochs mercredi mercredis miercoles wenerei raapa",
    "thursday thursdays thu thur thurs donnerstag donnerstags jeudi jeudis jueves taite rapare",
    "friday fridays fri freitag freitags vendredi vendredis viernes paraire ramere",
    "saturday saturdays sat samstag samstags samedi samedis sabado sabados hatarei rahoroi",
    "sunday sundays sun sonntag sonntags dimanche dimanches domingo domingos ratapu",
)
_DAYS |= {name: (day,) for day, names in enumerate(_NAMES) for name in names.split()}
_BETWEEN = word_set("plus and und et y me in on the at am des les le la los las en de")
"""Words that join two days or two parts and say nothing else."""
_AND = word_set("and und et y me plus")
_OR = word_set("or oder ou o ranei")
_EACH = word_set("every each any all jeden jede chaque tous todos todas")
_TELLING = frozenset({*_DAYS, *_PARTS, *_EACH})
_KNOWN = _TELLING | _BETWEEN | {"day", "days"}
_UNASKED = frozenset({(), ("n", "a"), ("na",), ("null",), ("nan",)})
"""What a tool writes where a question was not answered."""
_PIECES = re.compile(r"[;,\n|/]+")


def windows_of(cells: Iterable[tuple[str, Heading]], *, coded: bool = False) -> Windows | None:
    """When somebody is free by all the columns of a form that ask it; None where one of them is not understood.

    A day of its own cannot be kept, only working days and the weekend: all five, or both, are needed for that. Where
    answers are `coded`, a number says neither yes nor no.
    """
    free: set[tuple[int, PartOfDay]] = set()
    for cell, heading in cells:
        told = _column(cell, heading, coded=coded)
        if told is None:
            return None
        free |= told
    kept = frozenset(
        (kind, part)
        for kind, days in ((DayKind.WEEKDAYS, _WEEK), (DayKind.WEEKEND, _END))
        for part in PartOfDay
        if all((day, part) in free for day in days)
    )
    whole = {(day, part) for kind, part in kept for day in (_WEEK if kind is DayKind.WEEKDAYS else _END)}
    return kept if free == whole else None


def in_words(windows: Iterable[tuple[DayKind, PartOfDay]]) -> str:
    """The same as a form writes it, in the order of the week: `weekdays evening; weekend early`."""
    free = frozenset(windows)
    return "; ".join(f"{kind.value} {part.value}" for kind in DayKind for part in PartOfDay if (kind, part) in free)


def read_back(words: str) -> Windows:
    """What `in_words` wrote."""
    pairs = (piece.split() for piece in words.split("; ") if piece)
    return frozenset((DayKind(kind), PartOfDay(part)) for kind, part in pairs)


def _column(cell: str, heading: Heading, *, coded: bool) -> set[tuple[int, PartOfDay]] | None:
    """What one column says; its heading may name the days or the parts that its cells say yes to."""
    days, parts = _named(heading.part.words if heading.part is not heading else heading.words)
    if plain_words(cell) in _UNASKED:
        return set()
    said, listed = is_yes(cell, coded=coded), _lists(heading.part)
    if said is not None and (days or parts):
        sure = days and parts and not any(listed)
        return {(day, part) for day in days for part in parts} if said and sure else (None if said else set())
    pieces = [words for piece in _PIECES.split(cell) if (words := plain_words(piece))]
    tell_days = {_tells_days(words) for words in pieces}
    if (listed.days and False in tell_days) or (not days and len(tell_days) > 1):
        return None
    told = [_piece(words, set() if listed.days else days, set() if listed.parts else parts) for words in pieces]
    return None if None in told else {window for piece in told for window in piece or ()}


class _Listed(NamedTuple):
    """Whether a heading lists days, or parts of a day, to choose from; then it says nothing of its cells by itself."""

    days: bool
    parts: bool


def _lists(heading: Heading) -> _Listed:
    chosen_from = bool(_OR.intersection(heading.words))
    parts = {_PARTS[word] for word in heading.words if word in _PARTS}
    days = {tuple(_DAYS[word]) for word in heading.words if word in _DAYS}
    listed = chosen_from or "/" in heading.text or heading.text.count(",") > 1
    return _Listed(days=chosen_from and len(days) > 1, parts=listed and len(parts) > 1)


def _tells_days(words: Sequence[str]) -> bool:
    return any(word in _DAYS or word in _EACH for word in words)


def _named(words: Iterable[str]) -> tuple[set[int], set[PartOfDay]]:
    known = list(words)
    days = {day for word in known for day in _DAYS.get(word, _ALL if word in _EACH else ())}
    named = {day for word in known for day in _DAYS.get(word, ())}
    return named or days, {_PARTS[word] for word in known if word in _PARTS}


def _piece(words: Sequence[str], days: set[int], parts: set[PartOfDay]) -> set[tuple[int, PartOfDay]] | None:
    """One piece, such as `weekday evenings`. Each of its words must be known, and days and parts stand in pairs."""
    if any(word not in _KNOWN for word in words) or _narrowed(words):
        return None
    runs = [list(run) for _, run in groupby((w for w in words if w in _TELLING), key=_PARTS.__contains__)]
    if (len(runs) > 1 and len(runs) % 2) or _joined_apart(words):
        return None
    free: set[tuple[int, PartOfDay]] = set()
    for place in range(0, len(runs), 2):
        own_days, own_parts = _named(word for run in runs[place : place + 2] for word in run)
        if (own_days and days and not own_days <= days) or (own_parts and parts and not own_parts <= parts):
            return None
        if not (own_parts or parts):
            return None
        free |= {(day, part) for day in own_days or days or set(_ALL) for part in own_parts or parts}
    return free if runs else None


def _joined_apart(words: Sequence[str]) -> bool:
    """Whether a day and a part of a day that would be one pair are two things: `evenings and weekends`."""
    changes, was_part, joined = 0, None, False
    for word in words:
        if word in _TELLING:
            is_part = word in _PARTS
            if was_part is not None and is_part is not was_part:
                if joined and changes % 2 == 0:
                    return True
                changes += 1
            was_part, joined = is_part, False
        joined = joined or word in _AND
    return False


def _narrowed(words: Sequence[str]) -> bool:
    """Whether one part of the day narrows another, as in `early evening`, which none of the four parts is."""
    return any(a in _PARTS and b in _PARTS and _PARTS[a] is not _PARTS[b] for a, b in pairwise(words))
