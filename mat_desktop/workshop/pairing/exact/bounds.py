"""Prices that bound every answer with one group of three from above, so that most groups need never be tried.

Give each person a price u of at least 0, each pair a price p, each wish a price q, and the group of three a price v,
such that no pair and no group counts more than its own prices together. Then no answer counts more than the sum of
all prices it holds: the dual of the linear program that picks pairs and one group of three (Edmonds, 1965, "Maximum
matching and a polyhedron with 0,1-vertices", without the odd sets; Gilmore and Gomory, 1961, for its columns made
as they are needed). A pair or group that lies further below its prices than the bound lies above an answer at hand
is in no better answer (Dantzig, Fulkerson and Johnson, 1954).

The program is solved in floating point by HiGHS; its prices are then rounded, and raised until they hold, in whole
numbers, so that the bound is exact whatever the rounding was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mat_desktop.workshop.pairing.exact.problem import Edge, Group
from mat_desktop.workshop.pairing.exact.table import NEVER, Table, Weighed, Whole, threes_above

GRAIN = 1 << 20
"""Prices are whole numbers of this part of a point: a thousand roundings stay far below one point."""

SLIP = 2
"""So many parts of a point above its prices is a matter of rounding."""

FIRST_PARTNERS = 8
"""With so many of their best partners each person enters the program."""

NEW_PARTNERS = 4
"""So many more partners of each person join a round later, where their pair counts more than its prices."""

ROUNDS = 40
"""A bound that is still loose by then is used as it is."""


@dataclass(frozen=True)
class Held:
    """How many pairs beside the group of three, and how many wishes kept in all, an answer must have."""

    pairs: int
    wishes: int


@dataclass(frozen=True)
class Prices:
    """Prices in parts of `GRAIN`.

    Args:
        each: the price of each person.
        rest: what pairs and groups count beyond the prices of pairs and of wishes.
        bound: no answer counts more than this.
        three: no group of three counts more than this beyond the prices of its members.
    """

    each: Whole
    rest: Weighed
    bound: int
    three: int

    def missed(self) -> Whole:
        """By how much each pair stays below its prices."""
        return self.each + self.each[:, None] - self.rest.pair


def prices(people: Table, weighed: Weighed, held: Held | None, pairs: Sequence[Edge], three: Group) -> Prices:
    """The least prices that hold, or nearly; one answer that is allowed must be known."""
    return _Program(people, weighed, held, pairs, three).solved()


@dataclass
class _Dual:
    each: NDArray[np.float64]
    three: float
    pair: float = 0.0
    wish: float = 0.0


@dataclass
class _Program:
    """The linear program with the pairs and the groups that it knows so far."""

    people: Table
    weighed: Weighed
    held: Held | None
    known: Sequence[Edge]
    three: Group
    inside: NDArray[np.bool_] = field(init=False)
    threes: dict[Group, None] = field(init=False)
    _grown: bool = False

    def __post_init__(self) -> None:
        self.inside = _strongest(self.weighed.pair, self.people.pairs, FIRST_PARTNERS)
        for a, b in self.known:
            self.inside[a, b] = True
        self.threes = {self.three: None}

    def solved(self) -> Prices:
        """Rounds of solving, each with the pairs and groups that counted more than their prices in the one before."""
        best = self._priced(self._solve())
        for _ in range(ROUNDS):
            if not self._grown:
                break
            found = self._priced(self._solve())
            best = min(found, best, key=lambda prices: prices.bound)
        return best

    def _solve(self) -> _Dual:
        from scipy.optimize import linprog
        from scipy.sparse import csc_array

        pairs, threes = np.argwhere(self.inside), np.array(list(self.threes))
        rows, columns, counts = self._people(pairs, threes)
        count, width = self.people.count, len(pairs) + len(threes)
        held, right = self._held(pairs, threes)
        result = linprog(
            -counts,
            A_ub=csc_array((np.ones(len(rows)), (rows, columns)), shape=(count, width)),
            b_ub=np.ones(count),
            A_eq=csc_array(held),
            b_eq=right,
            method="highs",
        )
        assert result.success, "The known answer is one."
        return _Dual(-result.ineqlin.marginals, *(-result.eqlin.marginals))

    def _people(self, pairs: Whole, threes: Whole) -> tuple[Whole, Whole, NDArray[np.float64]]:
        """Who is in which column, and what each column counts."""
        two, width = len(pairs), len(pairs) + len(threes)
        rows = np.concatenate((pairs.T.ravel(), threes.T.ravel()))
        columns = np.concatenate((np.tile(np.arange(two), 2), np.tile(np.arange(two, width), 3)))
        groups = self.weighed.of_threes(threes)
        return rows, columns, np.concatenate((self.weighed.pair[*pairs.T], groups)).astype(float)

    def _held(self, pairs: Whole, threes: Whole) -> tuple[NDArray[np.float64], list[int]]:
        """What must be so exactly: one group of three, so many pairs, so many wishes."""
        one = np.repeat([0.0, 1.0], [len(pairs), len(threes)])
        if self.held is None:
            return one[None, :], [1]
        a, b, c = threes.T
        soft = self.people.soft
        wishes = np.concatenate((soft[*pairs.T], soft[a, b] + soft[a, c] + soft[b, c]))
        return np.array([one, 1 - one, wishes]), [1, self.held.pairs, self.held.wishes]

    def _priced(self, dual: _Dual) -> Prices:
        """Whole prices that hold; pairs and groups that counted more than the program's own prices join it."""
        pair, wish = round(dual.pair * GRAIN), round(dual.wish * GRAIN)
        rest = _beyond(self.weighed, pair, wish * self.people.soft)
        each = np.maximum(np.ceil(dual.each * GRAIN), 0).astype(np.int64)
        over = np.where(self.people.pairs, rest.pair - each - each[:, None], 0)
        self._take_in(over)
        each += np.maximum(over.max(axis=1, initial=0), 0)
        three = self._dearest(rest, each, round(dual.three * GRAIN))
        bound = int(each.sum()) + three
        if self.held is not None:
            bound += pair * self.held.pairs + wish * self.held.wishes
        return Prices(each, rest, bound, three)

    def _take_in(self, over: Whole) -> None:
        new = _strongest(over, over > SLIP, NEW_PARTNERS) & ~self.inside
        self._grown = bool(new.any())
        self.inside |= new

    def _dearest(self, rest: Weighed, each: Whole, most: int) -> int:
        """The price that holds for every group; of each first member the group that counts most joins the program."""
        dearest = most
        for threes, over in threes_above(rest, each, most, self.people.closed):
            dearest = max(dearest, int(over[0]))
            three = (int(threes[0, 0]), int(threes[0, 1]), int(threes[0, 2]))
            if over[0] > most + SLIP and three not in self.threes:
                self._grown = True
                self.threes[three] = None
        return dearest


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
