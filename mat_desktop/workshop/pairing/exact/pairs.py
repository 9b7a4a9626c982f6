"""The best pairs: as many as can be, wishes kept, the worst fit as good as can be, then the total."""

from collections.abc import Iterable, Mapping, Sequence

from mat_desktop.workshop.pairing.exact.floor import ceiling_of, highest_floor
from mat_desktop.workshop.pairing.exact.matching import heaviest, largest
from mat_desktop.workshop.pairing.exact.problem import Edge, Valued

Soft = Mapping[Edge, int]


def best_pairs(count: int, edges: Sequence[Valued], soft: Soft, enough: int | None = None) -> list[Edge]:
    """The best matching of these edges.

    A worst fit above `enough` counts for no more than `enough`: beside a locked partnership that is no better, the
    total decides.
    """
    most = most_pairs(count, edges, soft)
    if not most:
        return []
    floor = _floor(count, edges, soft, most, enough)
    return heaviest(count, weighed([e for e in edges if e[2] >= floor], soft, count))


def most_pairs(count: int, edges: Sequence[Valued], soft: Soft) -> list[Edge]:
    """As many pairs as can be and, among those, as many wishes kept."""
    if not soft:
        return largest(count, edges)
    return heaviest(count, [(a, b, 1 + soft.get((a, b), 0)) for a, b, _ in edges])


def weighed(edges: Sequence[Valued], soft: Soft, count: int) -> list[Valued]:
    """Edges whose weight puts one wish above every total of fits.

    Every edge is lowered by the same, which changes no comparison between matchings of as many pairs.
    """
    if not edges:
        return []
    least = min(w for _, _, w in edges)
    if not soft:
        return [(a, b, w - least) for a, b, w in edges]
    wish = count * (max(w for _, _, w in edges) - least) + 1
    return [(a, b, w - least + wish * (1 + soft.get((a, b), 0))) for a, b, w in edges]


def wishes(pairs: Iterable[Edge], soft: Soft) -> int:
    """How many wishes these pairs keep, less the earlier partners among them."""
    return sum(soft.get(pair, 0) for pair in pairs)


def _floor(count: int, edges: Sequence[Valued], soft: Soft, most: Sequence[Edge], enough: int | None) -> int:
    kept, reached = wishes(most, soft), set(most)
    least = min(w for a, b, w in edges if (a, b) in reached)
    ceiling = ceiling_of(count, edges, 2 * len(most))

    def holds(level: int) -> bool:
        found = most_pairs(count, [e for e in edges if e[2] >= level], soft)
        return len(found) == len(most) and wishes(found, soft) == kept

    if enough is not None:
        ceiling = min(ceiling, enough)
    return highest_floor((w for _, _, w in edges), min(least, ceiling), ceiling, holds)
