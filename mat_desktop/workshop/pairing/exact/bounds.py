"""Prices that bound every matching from above, so that most groups of three need never be tried.

With a price u of at least 0 for each person and u_a + u_b >= weight of a and b, no matching among some people weighs
more than the sum of their prices: the dual of the linear program of matching (Edmonds, 1965) without its odd sets.
The bound holds for whatever prices; these are the best ones of the fractional problem, found as the potentials of
the assignment problem on every person twice, by shortest augmenting paths (Kuhn, 1955; Jonker and Volgenant, 1987).
"""

from collections.abc import Sequence
from typing import Any

from mat_desktop.workshop.pairing.exact.problem import Valued


def prices(count: int, edges: Sequence[Valued]) -> list[int]:
    """Twice the price of each person, whole numbers of at least 0. Weights are at least 0 and below 2^60."""
    import numpy as np

    cost = np.zeros((count, count), dtype=np.int64)
    for a, b, weight in edges:
        cost[a, b] = cost[b, a] = -weight
    rows, columns = np.zeros(count + 1, np.int64), np.zeros(count + 1, np.int64)
    holder = np.full(count + 1, -1, np.int64)
    for row in range(count):
        _assign(row, cost, rows, columns, holder)
    return [int(-r - c) for r, c in zip(rows[:count], columns[:count], strict=True)]


def _assign(row: int, cost: Any, rows: Any, columns: Any, holder: Any) -> None:
    """Give one more row a column by a cheapest path; the last place of `holder` stands for the row that waits."""
    import numpy as np

    count = cost.shape[0]
    far = np.iinfo(np.int64).max // 4
    cheapest = np.full(count, far, np.int64)
    came_by = np.full(count, count, np.int64)
    seen = np.zeros(count + 1, bool)
    holder[count] = row
    at = count
    while holder[at] >= 0:
        seen[at] = True
        reduced = cost[holder[at]] - rows[holder[at]] - columns[:count]
        better = ~seen[:count] & (reduced < cheapest)
        cheapest[better], came_by[better] = reduced[better], at
        following = int(np.argmin(np.where(seen[:count], far, cheapest)))
        step = cheapest[following]
        rows[holder[seen]] += step
        columns[seen] -= step
        cheapest[~seen[:count]] -= step
        at = following
    while at != count:
        before = came_by[at]
        holder[at] = holder[before]
        at = before
