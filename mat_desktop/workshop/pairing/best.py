"""The best partnerships: first the least good one as good as can be, then the best total.

Maximum-weight matching by rustworkx (blossom algorithm). Weights are `fit + 1`, so that a fit of 0 is still an
edge; the scale is whole points of fit. An odd number gives one group of three, whose fit counts once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.fit import Apart, Fit, fit_of, fit_of_two, limit

EVERY_TRIPLE_UP_TO = 25
"""Up to this many people every group of three is weighed; beyond it, the best of those that extend a matched pair."""

WORK = 400
"""Beyond it, about this many people divided by the number there are is how many groups of three are weighed."""

Edges = dict[tuple[int, int], int]


@dataclass(frozen=True)
class Suggested:
    """One suggested partnership."""

    members: tuple[Candidate, ...]
    fit: Fit


@dataclass(frozen=True)
class Suggestion:
    """Partnerships, best fit first, and the people for whom none was allowed."""

    partnerships: tuple[Suggested, ...]
    unpaired: tuple[Candidate, ...]


def best(people: Sequence[Candidate], apart: Apart, around: date) -> Suggestion:
    """Suggest partnerships for everybody whom the limits allow; the same input gives the same answer."""
    ordered = sorted(people, key=lambda person: (person.name.casefold(), person.key))
    edges = _allowed(ordered, apart, around)
    groups = _with_three(len(ordered), edges) if len(ordered) % 2 else _pairs(range(len(ordered)), edges)
    placed = {n for group in groups for n in group}
    partnerships = [
        Suggested(members, fit_of(members, around))
        for members in (tuple(ordered[n] for n in sorted(group)) for group in groups)
    ]
    partnerships.sort(key=lambda p: (-p.fit.value, p.members[0].name.casefold()))
    return Suggestion(tuple(partnerships), tuple(p for n, p in enumerate(ordered) if n not in placed))


def _allowed(people: Sequence[Candidate], apart: Apart, around: date) -> Edges:
    return {
        (i, j): fit_of_two(a, b, around).value
        for (i, a), (j, b) in combinations(enumerate(people), 2)
        if not limit(a, b, apart, around)
    }


def _match(nodes: Sequence[int], edges: Edges, at_least: int) -> list[tuple[int, ...]]:
    """A maximum-weight matching of the largest possible size among edges of a fit of `at_least` or more."""
    import rustworkx as rx

    place = {node: index for index, node in enumerate(nodes)}
    graph = rx.PyGraph(multigraph=True)
    graph.add_nodes_from(list(nodes))
    graph.add_edges_from(
        [(place[i], place[j], w + 1) for (i, j), w in edges.items() if w >= at_least and i in place and j in place]
    )
    found = rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int, verify_optimum=False)
    return sorted(tuple(sorted((nodes[a], nodes[b]))) for a, b in found)


def _pairs(nodes: Sequence[int], edges: Edges, enough: int = 100) -> list[tuple[int, ...]]:
    """The largest matching whose least fit is highest and, among those, whose total is highest.

    A least fit above `enough` counts for no more than `enough`: beside a group of three, pairs need not be better
    than it, and the total decides.
    """
    nodes = list(nodes)
    answer = _match(nodes, edges, 0)
    least = min((edges[_edge(p)] for p in answer), default=0)
    levels = sorted({min(w, enough) for w in edges.values() if min(w, enough) > least})
    low, high = 0, len(levels)
    while low < high:
        middle = (low + high) // 2
        attempt = _match(nodes, edges, levels[middle])
        if len(attempt) == len(answer):
            answer, low = attempt, middle + 1
        else:
            high = middle
    return answer


def _edge(pair: tuple[int, ...]) -> tuple[int, int]:
    return pair[0], pair[1]


def _triple_fit(triple: tuple[int, ...], edges: Edges) -> int | None:
    fits = [edges.get(_edge(pair)) for pair in combinations(sorted(triple), 2)]
    return None if None in fits else min(f for f in fits if f is not None)


def _with_three(count: int, edges: Edges) -> list[tuple[int, ...]]:
    """One group of three and pairs. Without an allowed group of three somebody is left over, and named."""
    nodes = range(count)
    pairs = _pairs(nodes, edges)
    triples = list(combinations(nodes, 3)) if count <= EVERY_TRIPLE_UP_TO else _extensions(nodes, pairs)
    fits = {triple: fit for triple in triples if (fit := _triple_fit(triple, edges)) is not None}
    promising = sorted(fits, key=lambda triple: -fits[triple])
    if count > EVERY_TRIPLE_UP_TO:
        promising = promising[: max(1, WORK // count)]
    chosen, chosen_rank = pairs, _rank(pairs, edges)
    for triple in promising:
        if chosen_rank[0] == count and fits[triple] < chosen_rank[1]:
            break
        groups = [*_pairs([n for n in nodes if n not in triple], edges, fits[triple]), triple]
        rank = _rank(groups, edges)
        if rank > chosen_rank:
            chosen, chosen_rank = groups, rank
    return chosen


def _extensions(nodes: Sequence[int], pairs: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    placed = {n for pair in pairs for n in pair}
    return [tuple(sorted((*pair, n))) for n in nodes if n not in placed for pair in pairs]


def _rank(groups: list[tuple[int, ...]], edges: Edges) -> tuple[int, int, int]:
    """How many are placed, the least fit, the total: compared in this order."""
    fits = [edges[_edge(g)] if len(g) == 2 else (_triple_fit(g, edges) or 0) for g in groups]
    return sum(map(len, groups)), min(fits, default=0), sum(fits)
