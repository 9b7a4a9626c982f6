"""The best answer with exactly one group of three, without trying every group.

The groups that the prices of `bounds` come from are tried first, then all from the best bound down; what is left over
is matched exactly, and the search ends when no bound beats what was found. A second bound is what the people weigh
at best without one of the three (a group a, b, c and the pairs beside it weigh no more than the best matching
without c, with the pair a, b exchanged for the group).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np

from mat_desktop.workshop.pairing.exact.bounds import GRAIN, Held, Program, Seen
from mat_desktop.workshop.pairing.exact.effort import SearchEffort
from mat_desktop.workshop.pairing.exact.matching import heaviest
from mat_desktop.workshop.pairing.exact.problem import Edge, Group, Valued
from mat_desktop.workshop.pairing.exact.table import NEVER, PeopleTable, Weighed, Whole, Yes, threes_above

TRIED_PLAINLY = 6
"""So many groups of the best bounds are tried before better prices are sought."""

UNKNOWN = 1 << 60
"""What people weigh at best without somebody, before it was worked out."""


@dataclass(frozen=True)
class Found:
    """A group of three with the pairs beside it, and what they count together.

    No answer counts more by more than what it is `short` of: 0 for the best.
    """

    worth: int
    three: Group
    pairs: tuple[Edge, ...]
    short: int = 0

    @property
    def groups(self) -> list[Group]:
        """All of them."""
        return sorted([*self.pairs, self.three])


@dataclass(frozen=True)
class Aim:
    """What is looked for among the answers that some people allow.

    Args:
        people: who may be with whom.
        counts: what a pair and a group count.
        bounded: the same among answers that hold what is held; small numbers, for which prices are sought.
        held: what the best answer holds; None where that is not known.
        goal: what is known to be the most possible, or enough.
        effort: when it is over, the best answer so far is given, with what it may be short of.
    """

    people: PeopleTable
    counts: Weighed
    bounded: Weighed
    held: Held | None = None
    goal: int | None = None
    effort: SearchEffort = field(default_factory=SearchEffort)

    def completed(self, three: Group, left: Sequence[Valued]) -> Found:
        """The group with the best of these pairs beside it."""
        rest = [e for e in left if e[0] not in three and e[1] not in three]
        self.effort.matched(len(rest))
        pairs = heaviest(self.people.count, rest)
        return Found(self.counts.together(three, pairs), three, tuple(pairs))

    def reached(self, best: Found) -> bool:
        """Whether nothing better need be looked for."""
        return self.goal is not None and best.worth >= self.goal

    def least_bound(self, best: Found) -> int:
        """An answer that is better than this one is bounded by at least so much."""
        return (self.bounded.together(best.three, best.pairs) + 1) * GRAIN

    def valued(self, pairs: Yes) -> list[Valued]:
        """These pairs with what they count."""
        a, b = np.nonzero(np.triu(pairs, 1))
        return list(zip(a.tolist(), b.tolist(), self.counts.pair[a, b].tolist(), strict=True))


def best(aim: Aim, start: Sequence[Edge], first: Found | None = None) -> Found | None:
    """The answer that counts most, or the first that reaches the goal. None where no group of three is allowed.

    Args:
        aim: what is looked for.
        start: pairs that are likely to be good; the search begins with the groups that extend one of them.
        first: an answer that is known; it holds what is held.
    """
    found = first or _begun(aim, start)
    return found if found is None or aim.reached(found) else _Search(aim, found, start).best()


def _begun(aim: Aim, start: Sequence[Edge]) -> Found | None:
    """An answer whose group extends one of these pairs by somebody who is left over, else any."""
    three = max(_extended(aim, start), key=lambda three: (aim.counts.of_three(three), three), default=None)
    three = three or next(_groups(aim), None)
    return None if three is None else aim.completed(three, aim.valued(aim.people.pairs))


def _extended(aim: Aim, start: Sequence[Edge]) -> list[Group]:
    left = set(range(aim.people.count)) - {person for pair in start for person in pair}
    threes = [group_of(*pair, person) for pair in start for person in left]
    return [three for three in threes if aim.people.allows(three)]


def _groups(aim: Aim) -> Iterator[Group]:
    free = np.zeros(aim.people.count, dtype=np.int64)
    for threes, _ in threes_above(aim.counts, free, NEVER // 2, aim.people.closed):
        yield group_of(*threes[0].tolist())


class _Search:
    """Groups from the best bound down, until no bound beats the best answer."""

    def __init__(self, aim: Aim, found: Found, start: Sequence[Edge]) -> None:
        self._aim, self._found = aim, found
        seen = Seen(aim.people, aim.bounded, aim.held, aim.effort)
        self._program = Program(seen, [*start, *found.pairs], found.three)
        self._prices = self._program.prices()
        self._pairs = aim.people.pairs
        self._looked_through = False
        self._without = np.full(aim.people.count, UNKNOWN, dtype=np.int64)
        self._leave_out()

    def best(self) -> Found:
        """The best answer there is, or the best until the effort is over."""
        self._search()
        return self._found if self._proven() else replace(self._found, short=self._short())

    def _search(self) -> None:
        self._try_likely()
        for three in islice(self._highest(), TRIED_PLAINLY):
            if not self._ended():
                self._try(three)
        if not self._ended():
            self._sharpen()
            self._try_likely()
        if not self._ended():
            self._walk()

    def _highest(self) -> Iterator[Group]:
        """The first groups of the blocks: no two of them begin with the same person."""
        for members, _ in self._in_order():
            if len(members):
                yield group_of(*members[0].tolist())

    def _try_likely(self) -> None:
        for three in self._prices.likely:
            if not self._ended():
                self._try(three)

    def _ended(self) -> bool:
        return self._proven() or self._aim.effort.over

    def _proven(self) -> bool:
        return self._looked_through or self._aim.reached(self._found) or self._short() <= 0

    def _short(self) -> int:
        """What an answer may count more than the one at hand, as far as the prices tell."""
        return self._prices.bound // GRAIN - self._aim.bounded.together(self._found.three, self._found.pairs)

    def _sharpen(self) -> None:
        """Better prices, for what is left of the pairs: until a better answer could be better by one point only."""
        enough = self._aim.least_bound(self._found) + GRAIN
        self._program = self._program.narrowed(self._pairs, self._found.pairs, self._found.three)
        self._prices = self._program.sharper(enough)
        self._leave_out()

    def _walk(self) -> None:
        for members, excess in self._in_order():
            self._look_through(members, excess)
            if self._ended():
                return
        self._looked_through = True

    def _leave_out(self) -> None:
        """Pairs with which no answer beats the one at hand go: what they stay below their prices is lost."""
        spare = self._prices.bound - self._aim.least_bound(self._found)
        self._pairs = self._pairs & (self._prices.missed() <= spare)
        self._valued = self._aim.valued(self._pairs)

    def _least(self) -> int:
        """A group must exceed the prices of its members by so much to be in a better answer."""
        return self._aim.least_bound(self._found) - self._prices.bound + self._prices.three

    def _in_order(self) -> Iterator[tuple[Whole, Whole]]:
        """The groups that could be in a better answer, in blocks: those that exceed their prices most first."""
        most, step = self._prices.three, GRAIN
        while most >= self._least():
            limit = max(most - step, self._least() - 1)
            for members, excess in threes_above(self._prices.rest, self._prices.each, limit, self._aim.people.closed):
                self._aim.effort.weighed(len(members))
                now = excess <= most
                yield members[now], excess[now]
            most, step = limit, 4 * step

    def _look_through(self, members: Whole, excess: Whole) -> None:
        """Try the groups of one block; they are ordered, and those that cannot be better go after each step."""
        worth = self._aim.counts.of_threes(members)
        while not self._ended():
            able = excess >= self._least()
            able &= self._second_bound(members, worth) > self._found.worth
            members, excess, worth = members[able], excess[able], worth[able]
            if not len(members):
                return
            three = group_of(*members[0].tolist())
            if not self._learnt(three):
                self._try(three)
                members, excess, worth = members[1:], excess[1:], worth[1:]

    def _try(self, three: Group) -> None:
        new = self._aim.completed(three, self._valued)
        if new.worth > self._found.worth:
            self._found = new
            self._leave_out()

    def _learnt(self, three: Group) -> bool:
        """Work out what all weigh without one of the three, where that is not known of each of them."""
        person = next((p for p in three if self._without[p] == UNKNOWN), None)
        if person is not None:
            rest = [e for e in self._valued if person not in e[:2]]
            self._aim.effort.matched(len(rest))
            pairs = heaviest(self._aim.people.count, rest)
            self._without[person] = sum(int(self._aim.counts.pair[pair]) for pair in pairs)
        return person is not None

    def _second_bound(self, members: Whole, worth: Whole) -> Whole:
        bound = np.full(len(members), UNKNOWN, dtype=np.int64)
        for left, one, other in ((0, 1, 2), (1, 0, 2), (2, 0, 1)):
            a, b, c = members[:, one], members[:, other], members[:, left]
            known = self._pairs[a, b] & (self._without[c] != UNKNOWN)
            exchanged = self._without[c] - self._aim.counts.pair[a, b] + worth
            bound = np.where(known, np.minimum(bound, exchanged), bound)
        return bound


def group_of(a: int, b: int, c: int) -> Group:
    """Three people, ascending."""
    return tuple(sorted((a, b, c)))
