"""The best answer with exactly one group of three, without trying every group.

Groups are tried from the best bound down; what is left over is matched exactly, and the search ends when no bound
beats what was found. Two bounds are used: the prices of `bounds`, and, once a few groups were tried, what the people
weigh at best without one of the three (a group a, b, c and the pairs beside it weigh no more than the best matching
without c, with the pair a, b exchanged for the group).
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from mat_desktop.workshop.pairing.exact.bounds import prices
from mat_desktop.workshop.pairing.exact.matching import heaviest
from mat_desktop.workshop.pairing.exact.problem import Edge, Group, Valued, edge, fit_of_three

TRIED_PLAINLY = 6
"""So many groups are tried before the second bound, which costs a matching for each person, is asked."""

Worth = Callable[[Group, int], int]
"""What a pair or a group of three counts, given its fit."""


@dataclass(frozen=True)
class Found:
    """A group of three with the pairs beside it, and what they count together."""

    worth: int
    three: Group
    pairs: tuple[Edge, ...]

    @property
    def groups(self) -> list[Group]:
        """All of them."""
        return sorted([*self.pairs, self.three])


class Threes:
    """The groups of three that some edges allow, and the best answer with one of them."""

    def __init__(
        self, count: int, edges: Sequence[Valued], fits: Mapping[Edge, int], closed: frozenset[Group], floor: int
    ) -> None:
        self._count, self._closed = count, closed
        self._edges = [e for e in edges if e[2] >= floor]
        self._fits = {two: fit for two, fit in fits.items() if fit >= floor}

    def best(self, pair_worth: Worth, three_worth: Worth, start: Sequence[Edge], goal: int | None) -> Found | None:
        """The answer that counts most, or the first that counts `goal`. None where no group of three is allowed.

        Args:
            pair_worth: what a pair counts, at least 0.
            three_worth: what a group of three counts.
            start: pairs that are likely to be good; the search begins with the groups that extend one of them.
            goal: what is known to be the most possible, or enough.
        """
        valued = [(a, b, pair_worth((a, b), fit)) for a, b, fit in self._edges]
        first = self._begin(valued, three_worth, start)
        if first is not None and goal is not None and first.worth >= goal:
            return first
        return _Search(self._count, valued, goal).best(self._groups(), three_worth, first)

    def _begin(self, valued: Sequence[Valued], three_worth: Worth, start: Sequence[Edge]) -> Found | None:
        placed = {person for pair in start for person in pair}
        left = {person for two in self._fits for person in two} - placed
        threes = [t for pair in start for person in left if (t := self._group((*pair, person))) is not None]
        if not threes:
            return None
        three, fit = max(threes, key=lambda t: (three_worth(*t), t))
        return _completed(self._count, valued, three, three_worth(three, fit))

    def _group(self, people: Iterable[int]) -> tuple[Group, int] | None:
        three = tuple(sorted(people))
        fit = fit_of_three(three, self._fits)
        return None if fit is None or three in self._closed else (three, fit)

    def _groups(self) -> Iterable[tuple[Group, int]]:
        """Every group of three that is allowed."""
        above: dict[int, set[int]] = {}
        for a, b in self._fits:
            above.setdefault(a, set()).add(b)
        for a, others in above.items():
            for b in others:
                for c in others & above.get(b, set()):
                    found = self._group((a, b, c))
                    if found is not None:
                        yield found


def _completed(count: int, valued: Sequence[Valued], three: Group, worth: int) -> Found:
    rest = [e for e in valued if e[0] not in three and e[1] not in three]
    pairs = heaviest(count, rest)
    of = {(a, b): w for a, b, w in rest}
    return Found(worth + sum(of[pair] for pair in pairs), three, tuple(pairs))


class _Search:
    """Groups from the best bound down, until no bound beats the best answer."""

    def __init__(self, count: int, valued: Sequence[Valued], goal: int | None) -> None:
        self._count, self._valued, self._goal = count, valued, goal
        self._of = {(a, b): w for a, b, w in valued}
        self._without: dict[int, int] = {}

    def best(self, groups: Iterable[tuple[Group, int]], three_worth: Worth, first: Found | None) -> Found | None:
        price = prices(self._count, self._valued)
        every = sum(price)
        least = -math.inf if first is None else 2 * first.worth
        bounded = (
            (2 * worth + every - sum(price[person] for person in three), three, worth)
            for three, worth in ((three, three_worth(three, fit)) for three, fit in groups)
        )
        ordered = sorted((-bound, three, worth) for bound, three, worth in bounded if bound > least)
        found = first
        if found is not None and ordered:
            self._leave_out(price, -ordered[0][0], 2 * found.worth)
        for tried, (bound, three, worth) in enumerate(ordered):
            if found is not None and (-bound <= 2 * found.worth or found.worth == self._goal):
                break
            if found is not None and tried >= TRIED_PLAINLY and self._second_bound(three, worth) <= found.worth:
                continue
            new = _completed(self._count, self._valued, three, worth)
            if found is None or new.worth > found.worth:
                found = new
        return found

    def _leave_out(self, price: Sequence[int], most: int, least: int) -> None:
        """Pairs with which no answer beats the one at hand: what their prices exceed their weight by is lost.

        All is counted twice, as prices are. (Reduced costs fix variables: Dantzig, Fulkerson and Johnson, 1954.)
        """
        self._valued = [e for e in self._valued if most - (price[e[0]] + price[e[1]] - 2 * e[2]) > least]
        self._of = {(a, b): w for a, b, w in self._valued}

    def _second_bound(self, three: Group, worth: int) -> int:
        bounds = []
        for left in three:
            a, b = (person for person in three if person != left)
            pair = self._of.get(edge(a, b))
            if pair is not None:
                bounds.append(self._best_without(left) - pair + worth)
        return min(bounds, default=1 << 62)

    def _best_without(self, person: int) -> int:
        if person not in self._without:
            rest = [e for e in self._valued if person not in e[:2]]
            self._without[person] = sum(self._of[pair] for pair in heaviest(self._count, rest))
        return self._without[person]


def wishes_of(group: Group, soft: Mapping[Edge, int]) -> int:
    """The wishes that one partnership keeps."""
    return sum(soft.get(two, 0) for two in combinations(group, 2))
