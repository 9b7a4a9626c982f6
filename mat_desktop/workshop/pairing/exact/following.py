"""The next best answers, each a different one, in order (Lawler, 1972).

What is left after the best answer falls into parts that share nothing: answers without its first partnership, answers
with the first but without the second, and so on. The best of every part is found; the best of those comes next, and
its part is divided in the same way.
"""

import heapq
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from mat_desktop.workshop.pairing.exact.answer import solve
from mat_desktop.workshop.pairing.exact.problem import Group, Problem, Rank, fit_of_group, rank


def answers(problem: Problem, most: int) -> list[list[Group]]:
    """The best answer and those that follow it, at most so many; all place as many people as the best."""
    return list(islice(_in_order(problem), most))


def _in_order(problem: Problem) -> Iterator[list[Group]]:
    best = solve(problem)
    placed = rank(problem, best).placed
    waiting: list[tuple[tuple[int, ...], list[Group], frozenset[Group], dict[Group, int]]] = []

    def put(groups: list[Group], closed: frozenset[Group], locked: dict[Group, int]) -> None:
        found: Rank = rank(problem, groups)
        if found.placed == placed:
            heapq.heappush(waiting, (tuple(-value for value in found), groups, closed, locked))

    put(best, problem.closed, dict(problem.locked))
    while waiting:
        _, groups, closed, locked = heapq.heappop(waiting)
        yield groups
        kept = dict(locked)
        for group in groups:
            if group in kept:
                continue
            without = closed | {group}
            put(solve(replace(problem, closed=without, locked=dict(kept))), without, dict(kept))
            kept[group] = fit_of_group(problem, group)
