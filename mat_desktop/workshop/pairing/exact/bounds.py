"""Prices that bound every answer with one group of three from above, so that most groups need never be tried.

Give each person a price u of at least 0, each pair a price p, each wish a price q, the group of three a price v, and
some sets of an odd number of people a price z of at least 0 for each pair inside, such that no pair and no group
counts more than its own prices together. Then no answer counts more than the sum of all prices it holds: the dual of
the linear program that picks pairs and one group of three (Edmonds, 1965, "Maximum matching and a polyhedron with
0,1-vertices": no more than (s - 1) / 2 pairs lie inside a set of s people; Gilmore and Gomory, 1961, for columns that
are made as they are needed). A pair or group that lies further below its prices than the bound lies above an answer
at hand is in no better answer (Dantzig, Fulkerson and Johnson, 1954).

The program is solved in floating point by HiGHS; its prices are then rounded, and raised until they hold, in whole
numbers, so that the bound is exact whatever the rounding was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mat_desktop.workshop.pairing.exact.effort import SearchEffort
from mat_desktop.workshop.pairing.exact.problem import Edge, Group
from mat_desktop.workshop.pairing.exact.table import NEVER, PeopleTable, Weighed, Whole, highest_threes

GRAIN = 1 << 20
"""Prices are whole numbers of this part of a point: a thousand roundings stay far below one point."""

SLIP = 2
"""So many parts of a point above its prices is a matter of rounding."""

FIRST_PARTNERS = 8
"""With so many of their best partners each person enters the program."""

NEW_PARTNERS = 6
"""So many more partners of each person join a round later, where a pair counts more than its prices, or nearly."""

NEAR = GRAIN
"""A pair that stays below its prices by no more than this may well count more than the next ones."""

REACH = GRAIN
"""A group joins that exceeds its prices by so much less than the most that another does."""

MOST_LIKELY = 6
"""So many groups of the program's own answer are named."""

UNSURE = 1e-6
"""What is nearer than this to a whole number is one."""

ROUNDS_OF_SETS = 8
"""So many times odd sets are looked for."""

ROUNDS = 40
"""A bound that is still loose by then is used as it is."""


@dataclass(frozen=True)
class Held:
    """How many pairs beside the group of three, and how many wishes kept in all, an answer must have."""

    pairs: int
    wishes: int


@dataclass(frozen=True)
class Seen:
    """What the prices must hold for.

    Args:
        people: who may be with whom.
        weighed: what a pair and a group count.
        held: what every answer holds; None where that is not known.
        effort: what the work is counted against; when it is over, the best prices so far are given.
    """

    people: PeopleTable
    weighed: Weighed
    held: Held | None
    effort: SearchEffort = field(default_factory=SearchEffort)


@dataclass(frozen=True)
class Prices:
    """Prices in parts of `GRAIN`.

    Args:
        each: the price of each person.
        rest: what pairs and groups count beyond the prices of pairs and of wishes.
        bound: no answer counts more than this.
        three: no group of three counts more than this beyond the prices of its members.
        likely: the groups that the program itself would take, or take in part.
    """

    each: Whole
    rest: Weighed
    bound: int
    three: int
    likely: tuple[Group, ...]

    def missed(self) -> Whole:
        """By how much each pair stays below its prices."""
        return self.each + self.each[:, None] - self.rest.pair


@dataclass
class _Dual:
    each: NDArray[np.float64]
    odd: NDArray[np.float64]
    three: float
    pair: float = 0.0
    wish: float = 0.0


@dataclass
class Program:
    """The linear program with the pairs and the groups that it knows so far; at first one answer that is allowed."""

    seen: Seen
    known: Sequence[Edge]
    three: Group
    inside: NDArray[np.bool_] = field(init=False)
    threes: dict[Group, None] = field(init=False)
    odd: list[Whole] = field(default_factory=list)
    _grown: bool = False

    def __post_init__(self) -> None:
        self.inside = _strongest(self.seen.weighed.pair, self.seen.people.pairs, FIRST_PARTNERS)
        for a, b in self.known:
            self.inside[a, b] = True
        self.threes = {self.three: None}

    def narrowed(self, pairs: NDArray[np.bool_], known: Sequence[Edge], three: Group) -> "Program":
        """The program for fewer pairs, and another answer that is allowed; it knows what this one learnt."""
        seen = replace(self.seen, people=replace(self.seen.people, pairs=pairs))
        narrow = Program(seen, known, three)
        narrow.inside |= self.inside & pairs
        narrow.threes |= self.threes
        return narrow

    def prices(self) -> Prices:
        """The least prices that hold without odd sets, or nearly."""
        return self._solved(0, None)

    def sharper(self, enough: int) -> Prices:
        """Prices with odd sets, found a few at a time until the bound is below `enough`, or stands."""
        return self._solved(ROUNDS_OF_SETS, enough)

    def _solved(self, sets: int, enough: int | None) -> Prices:
        """Rounds of solving, each with the pairs and groups that counted more than their prices in the one before."""
        best = self._priced(self._solve())
        for _ in range(ROUNDS):
            if not self._grown:
                sets -= 1
                if sets < 0 or not self._split:
                    break
                self.odd += self._split
            if self.seen.effort.over:
                break
            if enough is not None and best.bound < enough:
                break
            found = self._priced(self._solve())
            best = min(found, best, key=lambda prices: prices.bound)
        return best

    def _solve(self) -> _Dual:
        from scipy.optimize import linprog

        pairs, threes = np.argwhere(self.inside), np.array(list(self.threes))
        self.seen.effort.solved(len(pairs) + len(threes))
        counts = np.concatenate((self.seen.weighed.pair[*pairs.T], self.seen.weighed.of_threes(threes))).astype(float)
        limited, most = self._limited(pairs, threes)
        held, right = self._held(pairs, threes)
        result = linprog(
            -counts,
            A_ub=limited,
            b_ub=most,
            A_eq=held,
            b_eq=right,
            method="highs-ds",
            options={"simplex_dual_edge_weight_strategy": "dantzig"},
        )
        assert result.success, "The known answer is one."
        self._likely = _likely(list(self.threes), result.x[len(pairs) :])
        self._split = _parts(pairs, result.x[: len(pairs)], self.seen.people.count)
        each, odd = np.split(-result.ineqlin.marginals, [self.seen.people.count])
        return _Dual(each, odd, *(-result.eqlin.marginals))

    def _limited(self, pairs: Whole, threes: Whole) -> tuple[Any, NDArray[np.float64]]:
        """Everybody is in one partnership at most; in a set of an odd number one person is in no pair of the set."""
        from scipy.sparse import csc_array, vstack

        two, width = len(pairs), len(pairs) + len(threes)
        rows = np.concatenate((pairs.T.ravel(), threes.T.ravel()))
        columns = np.concatenate((np.tile(np.arange(two), 2), np.tile(np.arange(two, width), 3)))
        once = csc_array((np.ones(len(rows)), (rows, columns)), shape=(self.seen.people.count, width))
        inside = [np.isin(pairs, people).all(axis=1) for people in self.odd]
        sets = csc_array(np.pad(np.array(inside, float).reshape(-1, two), ((0, 0), (0, len(threes)))))
        most = [(len(people) - 1) // 2 for people in self.odd]
        return vstack((once, sets), format="csc"), np.concatenate((np.ones(self.seen.people.count), most))

    def _held(self, pairs: Whole, threes: Whole) -> tuple[NDArray[np.float64], list[int]]:
        """What must be so exactly: one group of three, so many pairs, so many wishes."""
        one = np.repeat([0.0, 1.0], [len(pairs), len(threes)])
        if self.seen.held is None:
            return one[None, :], [1]
        a, b, c = threes.T
        soft = self.seen.people.soft
        wishes = np.concatenate((soft[*pairs.T], soft[a, b] + soft[a, c] + soft[b, c]))
        return np.array([one, 1 - one, wishes]), [1, self.seen.held.pairs, self.seen.held.wishes]

    def _priced(self, dual: _Dual) -> Prices:
        """Whole prices that hold; pairs and groups that counted more than the program's own prices join it."""
        pair, wish = round(dual.pair * GRAIN), round(dual.wish * GRAIN)
        rest = _beyond(self.seen.weighed, pair, wish * self.seen.people.soft)
        odd = np.maximum(np.round(dual.odd * GRAIN), 0).astype(np.int64).tolist()
        for people, price in zip(self.odd, odd, strict=True):
            rest.pair[np.ix_(people, people)] -= price
        each = np.maximum(np.ceil(dual.each * GRAIN), 0).astype(np.int64)
        over = np.where(self.seen.people.pairs, rest.pair - each - each[:, None], NEVER)
        self._take_in(over)
        each += np.maximum(over.max(axis=1, initial=0), 0)
        three = self._dearest(rest, each, round(dual.three * GRAIN))
        bound = int(each.sum()) + three
        bound += sum(price * ((len(people) - 1) // 2) for people, price in zip(self.odd, odd, strict=True))
        if self.seen.held is not None:
            bound += pair * self.seen.held.pairs + wish * self.seen.held.wishes
        return Prices(each, rest, bound, three, self._likely)

    def _take_in(self, over: Whole) -> None:
        self._grown = bool(((over > SLIP) & ~self.inside).any())
        if self._grown:
            self.inside |= _strongest(over, self.seen.people.pairs & (over > -NEAR) & ~self.inside, NEW_PARTNERS)

    def _dearest(self, rest: Weighed, each: Whole, most: int) -> int:
        """The price that holds for every group; those groups join the program that count most with a first member."""
        dearest = most
        for three, over in highest_threes(rest, each, most, self.seen.people.closed, REACH):
            dearest = max(dearest, over)
            if over > most + SLIP and three not in self.threes:
                self._grown = True
                self.threes[three] = None
        return dearest


def _likely(threes: Sequence[Group], taken: NDArray[np.float64]) -> tuple[Group, ...]:
    order = np.argsort(-taken, kind="stable")[:MOST_LIKELY].tolist()
    return tuple(threes[n] for n in order if taken[n] > UNSURE)


def _parts(pairs: Whole, taken: NDArray[np.float64], count: int) -> list[Whole]:
    """Sets of an odd number of people, held together by halves of pairs, in which too many pairs are taken."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    halves = pairs[(taken > UNSURE) & (taken < 1 - UNSURE)]
    together = coo_array((np.ones(len(halves)), (halves[:, 0], halves[:, 1])), shape=(count, count))
    labels = connected_components(together, directed=False)[1]
    inside = np.where(labels[pairs[:, 0]] == labels[pairs[:, 1]], taken, 0)
    held = np.bincount(labels[pairs[:, 0]], inside, labels.max() + 1)
    sizes = np.bincount(labels)
    dense = np.flatnonzero((sizes % 2 == 1) & (held > sizes // 2 + UNSURE))
    return [np.flatnonzero(labels == label) for label in dense]


def _beyond(weighed: Weighed, pair: int, wishes: Whole) -> Weighed:
    lowest = np.where(weighed.lowest == NEVER, NEVER, weighed.lowest * GRAIN)
    return Weighed(weighed.pair * GRAIN - pair - wishes, lowest, weighed.added * GRAIN - wishes)


def _strongest(values: Whole, allowed: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
    """For each person so many pairs of the greatest value; among equals whoever follows next in the circle of all."""
    count = len(values)
    most = min(most, count)
    circle = (np.arange(count) - np.arange(count)[:, None]) % count
    ranked = np.where(allowed, circle - values * float(count), np.inf)
    partners = np.argpartition(ranked, most - 1, axis=1)[:, :most]
    chosen = np.zeros((count, count), dtype=bool)
    chosen[np.arange(count)[:, None], partners] = True
    chosen &= allowed
    return np.triu(chosen | chosen.T, 1)
