"""The best answer to a problem: most people, wishes kept, the worst fit, the total, compared in this order."""

from collections.abc import Sequence

from mat_desktop.workshop.pairing.exact.pairs import best_pairs
from mat_desktop.workshop.pairing.exact.problem import Group, Problem, Valued


def solve(problem: Problem) -> list[Group]:
    """The partnerships of the best answer, the locked ones among them, in ascending order."""
    taken = {person for group in problem.locked for person in group}
    free = [(a, b, fit) for (a, b), fit in problem.fits.items() if a not in taken and b not in taken]
    edges = [e for e in free if e[:2] not in problem.closed] if problem.closed else free
    enough = min(problem.locked.values(), default=None)
    odd = problem.three and (problem.count - len(taken)) % 2 == 1
    groups = _with_three(problem, free, edges, enough) if odd else None
    if groups is None:
        groups = [*best_pairs(problem.count, edges, problem.soft, enough)]
    return sorted([*groups, *problem.locked])


def _with_three(
    problem: Problem, free: Sequence[Valued], edges: Sequence[Valued], enough: int | None
) -> list[Group] | None:
    from mat_desktop.workshop.pairing.exact.odd import with_one_three

    return with_one_three(problem, free, edges, enough)
