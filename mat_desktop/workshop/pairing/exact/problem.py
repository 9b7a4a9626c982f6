"""What is to be solved, and how two answers are compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

Edge = tuple[int, int]
"""Two people by their number, the smaller first."""

Group = tuple[int, ...]
"""Two or three people by their number, ascending."""

Valued = tuple[int, int, int]
"""Two people and a whole number for the two of them."""


@dataclass(frozen=True)
class Problem:
    """People 0 .. count - 1, and what is known of every two of them.

    Args:
        count: how many people there are.
        fits: the fit of every two who may be paired, a whole number of at least 0; who is missing may not.
        three: whether an odd number of people makes one group of three; else one person is left over.
        soft: +1 where two asked to be together, -1 where two should rather not meet again; comes before the fit.
        locked: partnerships that stay, with their fit.
        closed: partnerships that are not to be suggested; a closed pair may still be in a group of three.
    """

    count: int
    fits: Mapping[Edge, int]
    three: bool = True
    soft: Mapping[Edge, int] = field(default_factory=dict)
    locked: Mapping[Group, int] = field(default_factory=dict)
    closed: frozenset[Group] = frozenset()


class Rank(NamedTuple):
    """Answers are compared by this, from the first to the last."""

    placed: int
    wishes: int
    worst: int
    total: int


def edge(a: int, b: int) -> Edge:
    """Two people, the smaller number first."""
    return (a, b) if a < b else (b, a)


def fit_of_three(three: Group, fits: Mapping[Edge, int]) -> int | None:
    """The lowest of the three fits, or None where two of the three may not be paired."""
    a, b, c = three
    one, two, other = fits.get((a, b)), fits.get((a, c)), fits.get((b, c))
    return None if one is None or two is None or other is None else min(one, two, other)


def rank(problem: Problem, groups: Sequence[Group]) -> Rank:
    """How good an answer is: people placed, wishes kept, the worst fit, the total; a group counts once."""
    fits = [fit_of_group(problem, group) for group in groups]
    wishes = sum(problem.soft.get(two, 0) for group in groups for two in combinations(group, 2))
    return Rank(sum(map(len, groups)), wishes, min(fits, default=0), sum(fits))


def fit_of_group(problem: Problem, group: Group) -> int:
    """The fit of one partnership of an answer: a pair, a group of three, or one that is locked."""
    if group in problem.locked:
        return problem.locked[group]
    found = problem.fits.get((group[0], group[1])) if len(group) == 2 else fit_of_three(group, problem.fits)
    assert found is not None, "An answer holds only what is allowed."
    return found
