"""Everything that a suggestion is worked out from, frozen, so that another process can work it out as well."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from mat_desktop.workshop.pairing.all_limits import limits_of_all
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.exact.problem import Edge, Group, Problem, edge
from mat_desktop.workshop.pairing.fit import USUAL, Fit, Weights, fit_of, fits_of_all
from mat_desktop.workshop.pairing.rules import Limit, Rules, Twos


class Odd(StrEnum):
    """What is done about an odd number."""

    THREE = "three"
    FACILITATOR = "facilitator"
    WAIT = "wait"


@dataclass(frozen=True)
class PairingCase:
    """People, rules, weights, and the week around which they are free."""

    people: tuple[Candidate, ...]
    around: date
    rules: Rules = field(default_factory=Rules)
    weights: Weights = field(default_factory=lambda: USUAL)
    odd: Odd = Odd.THREE

    @cached_property
    def ordered(self) -> tuple[Candidate, ...]:
        """The people in the order of the alphabet: person 0, 1, … of the problem."""
        return tuple(sorted(self.people, key=lambda person: (person.name.casefold(), person.key)))

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each person in the problem, by key."""
        return {person.key: number for number, person in enumerate(self.ordered)}

    @cached_property
    def forbidden(self) -> dict[Edge, frozenset[Limit]]:
        """Every pair that limits forbid, with all of them."""
        return limits_of_all(self.ordered, self.rules, self.around)

    @cached_property
    def fits(self) -> dict[Edge, int]:
        """The fit of every two people, forbidden or not."""
        rows = fits_of_all(self.ordered, self.weights, self.around).tolist() if self.ordered else []
        return {(i, j): rows[i][j] for i, j in combinations(range(len(rows)), 2)}

    @cached_property
    def locked(self) -> dict[Group, int]:
        """The locked partnerships by number, with their fit."""
        groups = [tuple(sorted(self.number[key] for key in keys)) for keys in self.rules.locked]
        return {group: min(self.fits[two] for two in _twos(group)) for group in groups}

    @cached_property
    def problem(self) -> Problem:
        """The case in plain numbers."""
        return Problem(
            len(self.ordered),
            {pair: fit for pair, fit in self.fits.items() if pair not in self.forbidden},
            self.odd is Odd.THREE,
            self.soft,
            self.locked,
        )

    @cached_property
    def soft(self) -> dict[Edge, int]:
        """Who asks to be together counts for one, earlier partners against one."""
        earlier = dict.fromkeys(self.edges(self.rules.earlier), -1)
        return earlier | dict.fromkeys(self.edges(self.rules.together), 1)

    def edges(self, twos: Twos) -> list[Edge]:
        """Pairs of keys as pairs of numbers; of strangers nothing is said."""
        known = [sorted(two) for two in twos if all(key in self.number for key in two)]
        return sorted(edge(self.number[a], self.number[b]) for a, b in known)

    def members(self, group: Group) -> tuple[Candidate, ...]:
        """The people of a group."""
        return tuple(self.ordered[number] for number in group)

    def fit_of(self, people: Sequence[Candidate]) -> Fit:
        """The fit of two or three people, with reasons."""
        return fit_of(people, self.weights, self.around)


def _twos(group: Group) -> list[Edge]:
    return [edge(a, b) for a, b in combinations(group, 2)]
