"""Pairs who would both fit better with each other than where they are. They are shown, never forced.

Whether an answer without any exists is another question: with ranked wishes there may be none (Gale and Shapley,
1962, the problem of the room-mates).
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import permutations

from mat_desktop.workshop.pairing.exact.problem import Edge, Group

View = Callable[[int, int], int]
"""How well the second suits the first, in the first one's own view."""


def blocking_pairs(groups: Sequence[Group], allowed: Iterable[Edge], view: View) -> list[Edge]:
    """Allowed pairs of whom each suits the other better than their own partner does, the strongest first.

    In a group of three the partner who suits less counts. Whoever is left over is better off with anybody.
    """
    now: dict[int, int] = {}
    place: dict[int, int] = {}
    for number, group in enumerate(groups):
        for a, b in permutations(group, 2):
            now[a] = min(view(a, b), now.get(a, view(a, b)))
            place[a] = number
    found = [
        (a, b)
        for a, b in allowed
        if view(a, b) > now.get(a, -1) and view(b, a) > now.get(b, -1) and not _together(a, b, place)
    ]
    return sorted(found, key=lambda pair: (-view(*pair) - view(pair[1], pair[0]), pair))


def _together(a: int, b: int, place: dict[int, int]) -> bool:
    return a in place and place[a] == place.get(b)
