"""The best answer to a problem: most people, wishes kept, the worst fit, the total, compared in this order."""

from collections.abc import Sequence

from mat_desktop.workshop.pairing.exact.floor import ceiling_of, highest_floor
from mat_desktop.workshop.pairing.exact.matching import heaviest
from mat_desktop.workshop.pairing.exact.pairs import best_pairs, most_pairs, weighed
from mat_desktop.workshop.pairing.exact.problem import Group, Problem, Valued, fit_of_three
from mat_desktop.workshop.pairing.exact.three import Found, Threes, wishes_of


def solve(problem: Problem) -> list[Group]:
    """The partnerships of the best answer, the locked ones among them, in ascending order."""
    taken = {person for group in problem.locked for person in group}
    free = [(a, b, fit) for (a, b), fit in problem.fits.items() if a not in taken and b not in taken]
    edges = [e for e in free if e[:2] not in problem.closed] if problem.closed else free
    enough = min(problem.locked.values(), default=None)
    odd = problem.three and (problem.count - len(taken)) % 2 == 1
    groups = _OddOne(problem, free, edges, enough).best() if odd else None
    if groups is None:
        groups = [*best_pairs(problem.count, edges, problem.soft, enough)]
    return sorted([*groups, *problem.locked])


class _OddOne:
    """An odd number of people: the best answer with exactly one group of three, if there is one."""

    def __init__(self, problem: Problem, free: Sequence[Valued], edges: Sequence[Valued], enough: int | None) -> None:
        self._count, self._soft, self._closed = problem.count, problem.soft, problem.closed
        self._free, self._edges, self._enough = free, edges, enough
        self._fits = {(a, b): fit for a, b, fit in free}
        self._place = 4 * problem.count + 1
        """One more pair is worth more than every wish."""

    def best(self) -> list[Group] | None:
        """The groups, or None where pairs alone place as many."""
        if not self._free:
            return None
        pairs = most_pairs(self._count, self._edges, self._soft)
        peak = self._most(0, self._possible())
        if peak is None or len(peak.pairs) * 2 + 3 < len(pairs) * 2:
            return None
        floor = self._floor(peak)
        return self._heaviest(floor).groups

    def _possible(self) -> int | None:
        """What would count most if everybody found a place; unknown beforehand where there are wishes."""
        people = {person for a, b, _ in self._free for person in (a, b)}
        return None if self._soft else self._place * ((len(people) - 3) // 2)

    def _most(self, floor: int, goal: int | None, needed: int = 0) -> Found | None:
        """As many people as can be and, among those answers, as many wishes kept. None below the pairs needed."""
        start = most_pairs(self._count, [e for e in self._edges if e[2] >= floor], self._soft)
        if len(start) < needed:
            return None
        return self._threes(floor).best(
            lambda pair, _fit: self._place + self._soft.get((pair[0], pair[1]), 0),
            lambda three, _fit: wishes_of(three, self._soft),
            start,
            goal,
        )

    def _threes(self, floor: int) -> Threes:
        return Threes(self._count, self._edges, self._fits, self._closed, floor)

    def _floor(self, peak: Found) -> int:
        fits = [self._fits[pair] for pair in peak.pairs]
        least = min([fit_of_three(peak.three, self._fits) or 0, *fits])
        ceiling = ceiling_of(self._count, self._free, 2 * len(peak.pairs) + 3)

        def holds(level: int) -> bool:
            found = self._most(level, peak.worth, len(peak.pairs))
            return found is not None and found.worth == peak.worth

        if self._enough is not None:
            ceiling = min(ceiling, self._enough)
        return highest_floor(self._fits.values(), min(least, ceiling), ceiling, holds)

    def _heaviest(self, floor: int) -> Found:
        """The greatest total above the floor; one wish is worth more than any total, one pair more than any wish."""
        wish = self._count * (max(self._fits.values()) - floor) + 1
        start = heaviest(self._count, weighed([e for e in self._edges if e[2] >= floor], self._soft, self._count))
        found = self._threes(floor).best(
            lambda pair, fit: wish * (self._place + self._soft.get((pair[0], pair[1]), 0)) + fit - floor,
            lambda three, fit: wish * wishes_of(three, self._soft) + fit - floor,
            start,
            None,
        )
        assert found is not None, "The floor was reached with a group of three."
        return found
