"""How people are named on what is shown, on screen and on paper."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.participants.calling import called_of, first_name, folded, told_apart


@dataclass(frozen=True)
class Names:
    """The people of one workshop by their full names, or by what they are called where that is enough.

    Made anew for each thing that is shown. Nothing that is remembered may be made with it.
    """

    standing: Standing
    first_only: bool = False

    def of(self, person: int) -> str:
        """How one person is named; empty for a stranger."""
        return self._short(self.standing.name(person), self.standing.called(person))

    def of_all(self, people: Iterable[int]) -> tuple[str, ...]:
        """How these people are named, in their order."""
        return tuple(self.of(person) for person in people)

    def shortened(self, full: str) -> str:
        """A full name as it is shown: without the surname where that is wanted and nobody else is called so."""
        return self._short(full, self._called.get(full) or first_name(full))

    def called(self, person: int, among: Iterable[int] = ()) -> str:
        """What a person is called, told apart from the others who are named beside them."""
        people = [person, *(other for other in among if other != person)]
        return self.all_called(people)[0]

    def all_called(self, people: Sequence[int]) -> tuple[str, ...]:
        """What people are called who are named together: two of one name by a letter more, or whole."""
        return told_apart([(self.standing.called(person), self.standing.name(person)) for person in people])

    def _short(self, full: str, called: str) -> str:
        return called if self.first_only and self._alike[folded(called)] < 2 else full

    @cached_property
    def _called(self) -> dict[str, str]:
        return {p.name: called_of(p.name, p.called) for p in self.standing.people}

    @cached_property
    def _alike(self) -> Counter[str]:
        return Counter(folded(self.standing.called(key_of(p))) for p in self.standing.coming)
