"""Which letters of what somebody wrote no font has: said before printing, never found out afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.paper.fonts import lacking as lacking_in


def lacking(sheets: Sequence[Sheet]) -> tuple[tuple[str, str], ...]:
    """Every such letter once, with the shortest words in which it stands."""
    found: dict[str, str] = {}
    for words in dict.fromkeys(text for sheet in sheets for text in _texts(sheet)):
        if not words.isascii():
            for letter in lacking_in(words):
                found[letter] = min(found.get(letter, words), words, key=len)
    return tuple(found.items())


def _texts(thing: object) -> Iterator[str]:
    """Every text of a view, however deep it lies."""
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _texts(getattr(thing, field.name))
    elif isinstance(thing, tuple | list | frozenset):
        for one in thing:
            yield from _texts(one)
