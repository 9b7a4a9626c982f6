"""The best answer to a problem: most people, wishes kept, the worst fit, the total, compared in this order."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.workshop.pairing.exact.effort import SearchEffort
from mat_desktop.workshop.pairing.exact.pairs import best_pairs
from mat_desktop.workshop.pairing.exact.problem import Group, Problem, Valued


@dataclass(frozen=True)
class Matching:
    """The partnerships of an answer, the locked ones among them, in ascending order.

    Its total is at most by what it is `short` below the best possible: by 0 where it is the best.
    """

    groups: list[Group]
    short: int = 0


def solve(problem: Problem) -> list[Group]:
    """The partnerships of the best answer, however long that takes."""
    return solve_within(problem, SearchEffort()).groups


def solve_within(problem: Problem, effort: SearchEffort) -> Matching:
    """The best answer, or the best until the effort is over.

    As many people, wishes and as good a worst fit as can be are found whatever that takes; only the search for a
    greater total beside a group of three ends.
    """
    taken = {person for group in problem.locked for person in group}
    free = [(a, b, fit) for (a, b), fit in problem.fits.items() if a not in taken and b not in taken]
    edges = [e for e in free if e[:2] not in problem.closed] if problem.closed else free
    enough = min(problem.locked.values(), default=None)
    odd = problem.three and (problem.count - len(taken)) % 2 == 1
    answer = _with_three(problem, free, edges, enough, effort) if odd else None
    answer = answer or Matching(list(best_pairs(problem.count, edges, problem.soft, enough)))
    return Matching(sorted([*answer.groups, *problem.locked]), answer.short)


def _with_three(
    problem: Problem, free: Sequence[Valued], edges: Sequence[Valued], enough: int | None, effort: SearchEffort
) -> Matching | None:
    from mat_desktop.workshop.pairing.exact.odd import with_one_three

    found = with_one_three(problem, free, edges, enough, effort)
    return None if found is None else Matching(found.groups, found.short)
