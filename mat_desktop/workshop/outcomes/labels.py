"""Every way of giving out the labels of arms within their blocks: all of them up to 200,000, else those drawn."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, combinations
from math import comb, factorial, prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

MOST = 200_000
"""More arrangements than this are not gone through."""
DRAWS = 19_999
"""So many orders or signs are drawn at random where there are more than can be gone through, always the same ones."""
SEED = 20261125


def sums(x: "Numbers", z: "Numbers", blocks: Sequence[list[int]]) -> "tuple[Numbers, int, bool]":
    """Of every way of giving out the labels `x` within blocks, the sum of label times value for each column of `z`.

    A row a way, how many ways there are, and whether all were gone through: else `MOST` of them were drawn at random,
    always the same ones.
    """
    import numpy as np

    ways = prod(_ways(x[inside]) for inside in blocks)
    if ways > MOST:
        return _drawn(x, z, blocks), ways, False
    found = np.zeros((1, z.shape[1]))
    for inside in blocks:
        own = every_way(x[inside]) @ z[inside]
        found = (found[:, None, :] + own[None, :, :]).reshape(-1, z.shape[1])
    return found, ways, True


def every_way(labels: "Numbers") -> "Numbers":
    """Every distinct order of these labels, a row an order."""
    import numpy as np

    (label, count), *others = sorted(Counter(labels.tolist()).items())
    n = len(labels)
    if not others:
        return np.full((1, n), label)
    chosen = np.fromiter(chain.from_iterable(combinations(range(n), count)), dtype=np.intp)
    taken = np.zeros((comb(n, count), n), dtype=bool)
    np.put_along_axis(taken, chosen.reshape(-1, count), values=True, axis=1)
    rest = every_way(np.repeat([one for one, _ in others], [many for _, many in others]))
    found = np.full((len(taken), len(rest), n), label)
    free = np.nonzero(~taken)[1].reshape(len(taken), 1, n - count)
    np.put_along_axis(found, np.broadcast_to(free, (len(taken), len(rest), n - count)), rest[None], axis=2)
    return found.reshape(-1, n)


def _ways(labels: "Numbers") -> int:
    return factorial(len(labels)) // prod(factorial(n) for n in Counter(labels.tolist()).values())


def _drawn(x: "Numbers", z: "Numbers", blocks: Sequence[list[int]]) -> "Numbers":
    import numpy as np

    draws = np.random.default_rng(SEED)
    found = np.zeros((MOST, z.shape[1]))
    for inside in blocks:
        shuffled = draws.permuted(np.tile(x[inside], (MOST, 1)), axis=1)
        found += shuffled @ z[inside]
    return found
