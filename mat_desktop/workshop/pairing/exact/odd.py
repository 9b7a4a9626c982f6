"""The best answer for an odd number of people: exactly one group of three, if there is one."""

from collections.abc import Sequence

import numpy as np

from mat_desktop.workshop.pairing.exact.bounds import Held
from mat_desktop.workshop.pairing.exact.effort import SearchEffort
from mat_desktop.workshop.pairing.exact.floor import ceiling_of, highest_floor
from mat_desktop.workshop.pairing.exact.matching import heaviest
from mat_desktop.workshop.pairing.exact.pairs import most_pairs, weighed
from mat_desktop.workshop.pairing.exact.problem import Edge, Problem, Valued
from mat_desktop.workshop.pairing.exact.table import NEVER, PeopleTable, Weighed, Whole, table
from mat_desktop.workshop.pairing.exact.three import Aim, Found, best


def with_one_three(
    problem: Problem, free: Sequence[Valued], edges: Sequence[Valued], enough: int | None, effort: SearchEffort
) -> Found | None:
    """The answer, or None where pairs alone place as many.

    Args:
        problem: all that is known.
        free: every two who may be together, with their fit.
        edges: those among them who may be a pair.
        enough: a worst fit above this counts for no more.
        effort: when it is over, the answer may be short of the greatest total.
    """
    return _OddOne(problem, free, edges, enough).best(effort) if free else None


class _OddOne:
    def __init__(self, problem: Problem, free: Sequence[Valued], edges: Sequence[Valued], enough: int | None) -> None:
        self._count, self._soft = problem.count, problem.soft
        self._free, self._edges, self._enough = free, edges, enough
        self._people = table(problem.count, free, edges, problem.soft, problem.closed)
        self._place = 4 * problem.count + 1 if problem.soft else 1
        """One more pair is worth more than every wish."""

    def best(self, effort: SearchEffort) -> Found | None:
        pairs = most_pairs(self._count, self._edges, self._soft)
        peak = self._most(0, pairs, self._possible())
        if peak is None or len(peak.pairs) * 2 + 3 < len(pairs) * 2:
            return None
        floor, found = self._floor(peak)
        return self._heaviest(floor, found, effort)

    def _possible(self) -> int | None:
        """What would count most if everybody found a place; unknown beforehand where there are wishes."""
        people = {person for a, b, _ in self._free for person in (a, b)}
        return None if self._soft else self._place * ((len(people) - 3) // 2)

    def _most(self, floor: int, start: Sequence[Edge], goal: int | None) -> Found | None:
        """As many people as can be and, among those answers, as many wishes kept."""
        people = self._people.at(floor)
        counts = _wishes_and(people, np.full_like(people.fits, self._place), np.zeros_like(people.fits), 1)
        return best(Aim(people, counts, counts, goal=goal), start)

    def _floor(self, peak: Found) -> tuple[int, Found]:
        """The highest worst fit that can be had, and an answer with it."""
        least = self._people.worst_of(peak.groups)
        known = {least: peak}
        edges = [e for e in self._edges if e[2] >= least]

        def holds(level: int) -> bool:
            start = most_pairs(self._count, [e for e in edges if e[2] >= level], self._soft)
            found = self._most(level, start, peak.worth) if len(start) >= len(peak.pairs) else None
            if found is None or found.worth < peak.worth:
                return False
            known[level] = found
            return True

        ceiling = ceiling_of(self._count, self._free, 2 * len(peak.pairs) + 3)
        if self._enough is not None:
            ceiling = min(ceiling, self._enough)
        floor = highest_floor((fit for *_, fit in self._free), min(least, ceiling), ceiling, holds)
        return floor, known.get(floor, peak)

    def _heaviest(self, floor: int, found: Found, effort: SearchEffort) -> Found:
        """The greatest total above the floor; one wish is worth more than any total, one pair more than any wish."""
        people = self._people.at(floor)
        above = np.where(people.fits >= 0, people.fits - floor, 0)
        if not above.any():
            return found
        wish = self._count * int(above.max()) + 1
        counts = _wishes_and(people, wish * self._place + above, above, wish)
        bounded = Weighed(above, counts.lowest, np.zeros_like(above))
        start = heaviest(self._count, weighed([e for e in self._edges if e[2] >= floor], self._soft, self._count))
        held = Held(len(found.pairs), people.wishes_of(found.groups))
        first = Found(counts.together(found.three, found.pairs), found.three, found.pairs)
        aim = Aim(people, counts, bounded, held, effort=effort)
        return best(aim, start, first) or first


def _wishes_and(people: PeopleTable, pair: Whole, lowest: Whole, wish: int) -> Weighed:
    wishes = wish * people.soft
    return Weighed(pair + wishes, np.where(people.fits >= 0, lowest, NEVER), wishes)
