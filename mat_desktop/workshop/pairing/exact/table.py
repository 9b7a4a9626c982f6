"""A problem as tables of numbers, one row and column a person: many groups of three are weighed at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from mat_desktop.workshop.pairing.exact.problem import Edge, Group, Valued

Whole = NDArray[np.int64]
Yes = NDArray[np.bool_]

NEVER = -(1 << 61)
"""Less than any group can count."""


@dataclass(frozen=True)
class PeopleTable:
    """What is known of every two people.

    Args:
        fits: the fit of every two who may be in one group of three; -1 where they may not.
        pairs: which of them may be a pair.
        soft: the wishes, as in the problem.
        closed: groups of three that are not to be suggested, each as one number (`code`).
    """

    fits: Whole
    pairs: Yes
    soft: Whole
    closed: Whole

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.fits)

    def allows(self, three: Group) -> bool:
        """Whether these may be a group of three."""
        together = all(self.fits[two] >= 0 for two in combinations(three, 2))
        return together and not np.isin(code(np.array([three]), self.count), self.closed)[0]

    def wishes_of(self, groups: Iterable[Group]) -> int:
        """How many wishes these keep, less the earlier partners among them."""
        return sum(int(self.soft[two]) for group in groups for two in combinations(group, 2))

    def worst_of(self, groups: Iterable[Group]) -> int:
        """The lowest fit of these."""
        return min(int(self.fits[two]) for group in groups for two in combinations(group, 2))

    def at(self, floor: int) -> "PeopleTable":
        """Only what has at least this fit."""
        enough = self.fits >= floor
        return replace(self, fits=np.where(enough, self.fits, -1), pairs=self.pairs & enough)


def table(
    count: int, free: Sequence[Valued], edges: Sequence[Valued], soft: Mapping[Edge, int], closed: frozenset[Group]
) -> PeopleTable:
    """The table of people of whom these may be together, and these be a pair."""
    fits = np.full((count, count), -1, dtype=np.int64)
    _put(fits, free)
    pairs = np.full((count, count), -1, dtype=np.int64)
    _put(pairs, edges)
    wishes = np.zeros((count, count), dtype=np.int64)
    _put(wishes, [(a, b, value) for (a, b), value in soft.items()])
    threes = [group for group in closed if len(group) == 3]
    codes = code(np.array(threes, dtype=np.int64).reshape(-1, 3), count)
    return PeopleTable(fits, pairs >= 0, wishes, codes)


def _put(into: Whole, valued: Sequence[Valued]) -> None:
    a, b, values = np.array(valued, dtype=np.int64).reshape(-1, 3).T
    into[a, b] = into[b, a] = values


def code(threes: Whole, count: int) -> Whole:
    """Each group of three as one number."""
    return (threes[:, 0] * count + threes[:, 1]) * count + threes[:, 2]


@dataclass(frozen=True)
class Weighed:
    """What pairs and groups of three count: a group the lowest of three numbers and the sum of three others.

    Args:
        pair: what every pair counts.
        lowest: a group of three counts the lowest of these of its pairs; `NEVER` where two may not be together.
        added: and, with it, all of these.
    """

    pair: Whole
    lowest: Whole
    added: Whole

    def of_three(self, three: Group) -> int:
        """What one group of three counts."""
        return int(self.of_threes(np.array([three]))[0])

    def of_threes(self, members: Whole) -> Whole:
        """What groups of three count, one row a group."""
        a, b, c = members.T
        lowest = np.minimum(np.minimum(self.lowest[a, b], self.lowest[a, c]), self.lowest[b, c])
        counted: Whole = lowest + self.added[a, b] + self.added[a, c] + self.added[b, c]
        return counted

    def together(self, three: Group, pairs: Iterable[Edge]) -> int:
        """What a group of three and pairs count."""
        return self.of_three(three) + sum(int(self.pair[pair]) for pair in pairs)


def threes_above(weighed: Weighed, price: Whole, limit: int, closed: Whole) -> Iterator[tuple[Whole, Whole]]:
    """All groups of three that count more than the limit and their prices, in blocks of one first member each.

    Gives the members, one row a group, and by how much each exceeds its prices, the most first.
    """
    count = len(price)
    promising = _with_two(weighed, price) > limit
    for a in range(count - 2):
        others = np.flatnonzero(promising[a, a + 1 :]) + a + 1
        if len(others) > 1:
            members, excess = _with_first(a, others, weighed, price, limit)
            if len(excess) and len(closed):
                still = ~np.isin(code(members, count), closed)
                members, excess = members[still], excess[still]
            if len(excess):
                order = np.argsort(-excess, kind="stable")
                yield members[order], excess[order]


def highest_threes(
    weighed: Weighed, price: Whole, limit: int, closed: Whole, reach: int
) -> Iterator[tuple[Group, int]]:
    """Of each first member the group that exceeds its prices most, with by how much.

    Only what exceeds them by more than the limit, and by not so much as `reach` less than the highest before. The
    highest of all is always among these.
    """
    count, cut = len(price), limit
    with_two = _with_two(weighed, price)
    for a in range(count - 2):
        others = np.flatnonzero(with_two[a, a + 1 :] > cut) + a + 1
        if len(others) > 1:
            excess = _excess(a, others, weighed, price)
            excess[np.tril_indices_from(excess)] = NEVER
            _close(excess, a, others, count, closed)
            b, c = divmod(int(excess.argmax()), len(others))
            highest = int(excess[b, c])
            if highest > cut:
                yield (a, int(others[b]), int(others[c])), highest
                cut = max(cut, highest - reach)


def _close(excess: Whole, a: int, others: Whole, count: int, closed: Whole) -> None:
    """Groups that are not to be suggested exceed nothing."""
    if len(closed):
        excess[np.isin((a * count + others[:, None]) * count + others, closed)] = NEVER


def _with_two(weighed: Weighed, price: Whole) -> Whole:
    """No group with these two exceeds its prices by more."""
    two = weighed.added + weighed.lowest - price - price[:, None]
    with_two: Whole = two - price.min() + 2 * max(int(weighed.added.max()), 0)
    return with_two


def _with_first(a: int, others: Whole, weighed: Weighed, price: Whole, limit: int) -> tuple[Whole, Whole]:
    excess = _excess(a, others, weighed, price)
    b, c = np.nonzero(np.triu(excess > limit, 1))
    return np.column_stack((np.full(len(b), a), others[b], others[c])), excess[b, c]


def _excess(a: int, others: Whole, weighed: Weighed, price: Whole) -> Whole:
    """By how much each group of the first with two of the others exceeds its prices: a row and a column for the two."""
    block = np.ix_(others, others)
    low, more = weighed.lowest[a, others], weighed.added[a, others]
    own = more - price[others]
    excess: Whole = np.minimum(weighed.lowest[block], np.minimum(low, low[:, None]))
    excess += weighed.added[block]
    excess += own + (own - price[a])[:, None]
    return excess
