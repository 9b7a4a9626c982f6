"""One maximum-weight matching by the blossom algorithm of rustworkx."""

from collections.abc import Iterable, Sequence

from mat_desktop.workshop.pairing.exact.problem import Edge, Valued, edge


def heaviest(count: int, edges: Sequence[Valued]) -> list[Edge]:
    """Among the matchings of the most pairs, one of the greatest weight, in ascending order."""
    return _matched(count, edges, None)


def largest(count: int, edges: Sequence[Valued]) -> list[Edge]:
    """A matching of the most pairs, whatever their weight."""
    return _matched(count, edges, 1)


def _matched(count: int, edges: Iterable[Valued], same: int | None) -> list[Edge]:
    import rustworkx as rx

    graph = rx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(count))
    graph.add_edges_from(edges)
    if same is not None:
        found = rx.max_weight_matching(graph, max_cardinality=True, default_weight=same)
    else:
        found = rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    return sorted(edge(a, b) for a, b in found)
