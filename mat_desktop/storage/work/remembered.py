"""What looks have worked out already, forgotten as soon as a table changes that it was read from."""

from collections.abc import Hashable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Kept:
    """A value, and the tables that it was read from."""

    value: Any
    tables: frozenset[str]


class Remembered:
    """Values by the question that they answer. Everybody who asks is handed the same one, so nobody may change it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Kept] = {}

    def get(self, question: Hashable) -> Kept | None:
        """What is still so, or None."""
        return self._kept.get(question)

    def keep(self, question: Hashable, value: Any, tables: frozenset[str]) -> Kept:
        """Remember a value until one of these tables changes."""
        kept = self._kept[question] = Kept(value, tables)
        return kept

    def forget(self, tables: AbstractSet[str]) -> None:
        """These tables changed."""
        self._kept = {question: kept for question, kept in self._kept.items() if not kept.tables & tables}
