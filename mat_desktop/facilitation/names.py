"""How people are named on what is shown, on screen and on paper."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from mat_desktop.facilitation.standing import Standing
from mat_desktop.workshop.participants.calling import first_name


@dataclass(frozen=True)
class Names:
    """The people of one workshop by their full names, or by first names where those are enough.

    Made anew for each thing that is shown. Nothing that is remembered may be made with it.
    """

    standing: Standing
    first_only: bool = False

    def of(self, person: int) -> str:
        """How one person is named; empty for a stranger."""
        return self.shortened(self.standing.name(person))

    def of_all(self, people: Iterable[int]) -> tuple[str, ...]:
        """How these people are named, in their order."""
        return tuple(self.of(person) for person in people)

    def shortened(self, full: str) -> str:
        """A full name as it is shown: without the surname where that is wanted and nobody else is called so."""
        first = first_name(full)
        return first if self.first_only and self._alike[first] < 2 else full

    @cached_property
    def _alike(self) -> Counter[str]:
        return Counter(first_name(p.name) for p in self.standing.coming)
