"""Which column of a table holds which item: by its number, as real exports write it, or by the words of the item."""

import re
from collections.abc import Callable, Sequence

from mat_desktop.workshop.answers.instruments import Instrument, Item
from mat_desktop.workshop.refusal import Refusal

_NUMBERED = re.compile(r"^(?:q|sq|item|i|question|frage)?0*(\d+)$")


def _plain(heading: str) -> str:
    return "".join(c for c in heading.casefold() if c.isalnum())


def items_of(instrument: Instrument, header: Sequence[str], titles: Sequence[str]) -> dict[int, int]:
    """Where each item's column is. Raises Refusal where one is not there, or there twice.

    Args:
        instrument: whose items are looked for.
        header: the headings; of several ways to write them the one that names the most items counts.
        titles: the same as they are told to people, which may be the words of the items.
    """
    ways: tuple[Callable[[int], int | None], ...] = (
        lambda place: _number(header[place].strip(), instrument, bare=True),
        lambda place: _number(_after_key(header[place], instrument), instrument, bare=False),
        lambda place: _number(_after_letters(header[place], instrument), instrument, bare=False),
        lambda place: _number(header[place].strip(), instrument, bare=False),
        lambda place: _worded(titles[place], instrument.items),
    )
    named = [[(number, place) for place in range(len(header)) if (number := way(place)) is not None] for way in ways]
    best = max(named, key=lambda pairs: len({number for number, _ in pairs}))
    numbers = [number for number, _ in best]
    missing = [str(item.number) for item in instrument.items if item.number not in numbers]
    twice = sorted({header[place] for number, place in best if numbers.count(number) > 1})
    faults = []
    if missing:
        count = len(instrument.items)
        faults.append(f"row 1: {instrument.title} has {count} items; column {', '.join(missing)} is not there.")
    if twice:
        faults.append(f"row 1: column {', '.join(twice)[:80]} is there twice.")
    if faults:
        raise Refusal("\n".join(faults))
    return dict(best)


def totals_of(instrument: Instrument, header: Sequence[str]) -> dict[str, int]:
    """Where the id and the stored total stand, where they do."""
    own = {"id": ("id",), "total": ("total", f"{_plain(instrument.id)}total")}
    plain = [_plain(heading) for heading in header]
    return {field: plain.index(name) for field, names in own.items() for name in names if name in plain}


def _number(words: str, instrument: Instrument, *, bare: bool) -> int | None:
    told = _NUMBERED.match(_plain(words))
    if told is None or (bare and not words.isdecimal()):
        return None
    number = int(told[1][:6])
    return number if any(item.number == number for item in instrument.items) else None


def _after_key(heading: str, instrument: Instrument) -> str:
    """What stands behind the name of the instrument, as in `PHQ9_1`; nothing where that is not the name."""
    plain, own = _plain(heading), _plain(instrument.id)
    return plain[len(own) :] if plain.startswith(own) else ""


def _after_letters(heading: str, instrument: Instrument) -> str:
    """What stands behind the letters of that name alone, as in `PHQ01`; nothing where they are not there."""
    plain, letters = _plain(heading), _plain(instrument.id).rstrip("0123456789")
    return plain[len(letters) :] if letters and plain.startswith(letters) else ""


def _worded(title: str, items: Sequence[Item]) -> int | None:
    plain = _plain(title)
    return next((item.number for item in items if plain and plain.lstrip("0123456789") == _plain(item.words)), None)
