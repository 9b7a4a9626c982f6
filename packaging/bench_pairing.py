"""Pairing against other solvers on the same matrices in the same run."""

import random  # noqa: TID251  seeded: the same matrices every time
import statistics
import tempfile
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from measuring import Row, alternating, crowd, ratio_row, timed

Fits = dict[tuple[int, int], int]
SLOW_RUNS = 3


def pairing() -> list[Row]:
    """The exact answer at every size that the issue of pairing knows."""
    return [
        *_against_networkx(),
        *_thousand(),
        _limit("three_of_101", _roster_like(101), 101, 1000),
        _limit("three_of_101_equal", _uniform(101, 1), 101, 1000),
        *(
            _limit(f"three_of_999_{name}", fits, 999, 5000)
            for name, fits in (
                ("roster", _roster_like(999)),
                ("to_100", _uniform(999, 100)),
                ("scores", _uniform(999, 1_000_000)),
            )
        ),
        *_swap_effect(),
    ]


def _uniform(count: int, top: int) -> Fits:
    numbers = random.Random(count * top)
    return {pair: numbers.randint(1, top) for pair in combinations(range(count), 2)}


def _roster_like(count: int) -> Fits:
    """Fits as a roster gives them: a few chosen names, eight parts of the day, ten kinds of challenge, readiness."""
    numbers = random.Random(count)
    kinds = [numbers.randrange(10) for _ in range(count)]
    ready = [numbers.uniform(2, 10) for _ in range(count)]
    parts = [numbers.randrange(1, 256) for _ in range(count)]
    chosen = [set(numbers.sample(range(count), 6)) for _ in range(count)]

    def fit(a: int, b: int) -> int:
        ballot = (0.5, 0.75, 1.0)[(b in chosen[a]) + (a in chosen[b])]
        shared = min(1.0, (parts[a] & parts[b]).bit_count() / 4)
        alike = 1.0 if kinds[a] == kinds[b] else 0.3
        return round(40 * ballot + 12.5 + 15 * shared + 10 * alike + 10 * max(0.0, 1 - abs(ready[a] - ready[b]) / 5))

    return {(a, b): fit(a, b) for a, b in combinations(range(count), 2)}


def _ours(fits: Fits, count: int) -> Callable[[], float]:
    from mat_desktop.workshop.pairing.exact.answer import solve
    from mat_desktop.workshop.pairing.exact.problem import Problem

    return lambda: timed(lambda: solve(Problem(count, fits)))


def _bare(fits: Fits, count: int) -> Callable[[], float]:
    """One plain matching of the greatest total, the graph built from the same numbers."""
    import rustworkx as rx

    def matched() -> None:
        graph = rx.PyGraph(multigraph=True)
        graph.add_nodes_from(range(count))
        graph.add_edges_from([(a, b, fit) for (a, b), fit in fits.items()])
        rx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)

    return lambda: timed(matched)


def _against_networkx() -> list[Row]:
    import networkx as nx

    fits = _uniform(200, 1_000_000)

    def matched() -> None:
        graph = nx.Graph()
        graph.add_weighted_edges_from((a, b, fit) for (a, b), fit in fits.items())
        nx.max_weight_matching(graph, maxcardinality=True)

    return [ratio_row("pair_200_networkx", *alternating(lambda: timed(matched), _ours(fits, 200), SLOW_RUNS), 0.02)]


def _thousand() -> list[Row]:
    count = 1000
    lonely = {pair: fit for pair, fit in _uniform(count, 1_000_000).items() if 7 not in pair}
    rows = [
        ratio_row(f"pair_1000_{name}", *alternating(_bare(fits, count), _ours(fits, count), SLOW_RUNS), 1.0)
        for name, fits in (("uniform", _uniform(count, 1_000_000)), ("roster", _roster_like(count)))
    ]
    for name, fits in (("to_100", _uniform(count, 100)), ("equal", _uniform(count, 1)), ("lonely", lonely)):
        rows.append(_limit(f"pair_1000_{name}", fits, count, 10_000))
    return rows


def _limit(name: str, fits: Fits, count: int, most_ms: int) -> Row:
    bare, ours = alternating(_bare(fits, count), _ours(fits, count), SLOW_RUNS)
    reference, found = statistics.median(bare) * 1000, statistics.median(ours) * 1000
    return Row(
        name, round(reference, 2), round(found, 2), round(found / reference, 2), f"<= {most_ms} ms", found <= most_ms
    )


def _swap_effect() -> list[Row]:
    """What a swap would do, shown while dragging among 200 people, against reading one partnership bare."""
    from mat_desktop.app.doors import at_desk
    from mat_desktop.facilitation.pairing import board
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.folder.library import open_with_passphrase

    with tempfile.TemporaryDirectory() as folder:
        workshop = crowd(Path(folder) / "many", 200)
        library = open_with_passphrase(Path(folder) / "many", None, standing_rules)
        desk = at_desk(library).desk
        people = [key for card in board.board(desk, workshop).cards for key, _ in card.members]
        raw = library.archive._engine.raw_connection().driver_connection
        swaps = [(people[n], people[n + 101]) for n in range(0, 80, 2)]
        bare = [timed(lambda: raw.execute("SELECT * FROM member").fetchall()) for _ in swaps]
        ours = [timed(lambda pair=pair: board.effect(desk, *pair)) for pair in swaps]
        library.close()
    reference, found = statistics.median(bare) * 1000, statistics.median(ours) * 1000
    row = Row(
        "swap_effect_200", round(reference, 2), round(found, 2), round(found / reference, 2), "<= 16 ms", found <= 16
    )
    return [row]
