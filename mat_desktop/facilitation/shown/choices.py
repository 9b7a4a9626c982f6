"""Words at the start of a sentence, and the words of an enumeration as one chooses among them."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

E = TypeVar("E", bound=StrEnum)


def begun(words: str) -> str:
    """The words as they begin a sentence or stand on a button."""
    return words[:1].upper() + words[1:]


def choices(table: Mapping[E, str], *, without: Collection[E] = ()) -> tuple[tuple[str, str], ...]:
    """What a field of choices offers: each stored value with its words."""
    return tuple((member.value, begun(words)) for member, words in table.items() if member not in without)
