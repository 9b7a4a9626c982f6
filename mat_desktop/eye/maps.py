"""From millimetres on a sheet to pixels of a picture: a perspective, and a smooth bend where paper does not lie flat.

A plain perspective is off by more than a row of a call log on a sheet that was folded once; the bend is what holds.
Pixel n of a picture has its centre at n, pixel n of a straightened page at (n + 0.5) / scale millimetres.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Array = NDArray[Any]
Fit = Callable[[Array, Array, Array], Array]

MESH = 10.0
"""Millimetres between the points at which the bend is kept."""
_STRIDE = 8
"""Every so many pixels of a straightened page the map is worked out; between them it is straight."""
_OUTSIDE = 200.0
"""The grey of what lies outside the picture: neither paper nor ink."""
_ROUNDS = 12
"""So often a fit is repeated with less weight on what does not agree; it has settled by then."""


@dataclass(frozen=True)
class PageWindow:
    """A part of a straightened page in pixels: where it begins, and how large it is."""

    left: int
    top: int
    wide: int
    high: int


@dataclass(frozen=True)
class PageMap:
    """Where each point of a page lies in a picture; `bend` is millimetres at every point of the mesh."""

    perspective: Array
    bend: Array | None = None

    def pixels(self, points: Array) -> Array:
        """Points of the page in millimetres, one a row, as pixels of the picture."""
        points = np.asarray(points, float)
        if self.bend is not None:
            at = points.T[::-1] / MESH
            points = points + np.stack(
                [ndimage.map_coordinates(self.bend[..., n], at, order=1, mode="nearest") for n in (0, 1)], axis=1
            )
        return projected(self.perspective, points)

    def straightened(self, picture: Array, window: PageWindow, scale: float) -> Array:
        """That part of the page as it would look flat, at so many pixels a millimetre."""
        across, down = (np.arange(0, size + _STRIDE, _STRIDE) for size in (window.wide, window.high))
        x, y = np.meshgrid((across + window.left + 0.5) / scale, (down + window.top + 0.5) / scale)
        coarse = self.pixels(np.stack([x.ravel(), y.ravel()], axis=1)).reshape(*x.shape, 2)
        at = [_between(coarse[..., n].astype(np.float32))[: window.high, : window.wide] for n in (1, 0)]
        return np.asarray(
            ndimage.map_coordinates(picture, at, np.float32, order=1, mode="constant", cval=_OUTSIDE), np.float32
        )

    def strain(self) -> Array:
        """How much the bend stretches at each point of the mesh, as a share: paper hardly stretches at all."""
        assert self.bend is not None
        across = np.hypot(*np.moveaxis(np.diff(self.bend, axis=1), -1, 0)) / MESH
        down = np.hypot(*np.moveaxis(np.diff(self.bend, axis=0), -1, 0)) / MESH
        most = np.zeros(self.bend.shape[:2])
        for part, here in ((across, np.s_[:, :-1]), (across, np.s_[:, 1:]), (down, np.s_[:-1]), (down, np.s_[1:])):
            most[here] = np.maximum(most[here], part)
        return most


def _between(coarse: Array) -> Array:
    """The values at every pixel, of those at every stride."""
    part = (np.arange(_STRIDE) / _STRIDE).astype(np.float32)
    down = coarse[:-1, None] * (1 - part)[:, None] + coarse[1:, None] * part[:, None]
    rows = down.reshape(-1, coarse.shape[1])
    across = rows[:, :-1, None] * (1 - part) + rows[:, 1:, None] * part
    return np.asarray(across.reshape(len(rows), -1))


def resampled(values: Array, down: Array, across: Array) -> Array:
    """The values where such rows and columns cross, straight between neighbours; beyond an edge what lies at it."""
    return _along(_along(values, down).T, across).T


def _along(values: Array, rows: Array) -> Array:
    """The values on rows that lie between others, from the two beside each."""
    rows = np.clip(rows, 0, len(values) - 1)
    before = np.minimum(rows.astype(int), max(0, len(values) - 2))
    after = np.minimum(before + 1, len(values) - 1)
    part = (rows - before).astype(np.float32)[:, None]
    return np.ascontiguousarray(values[before] * (1 - part) + values[after] * part)


def enlarged_to(small: Array, shape: tuple[int, ...]) -> Array:
    """The same at another size, corner on corner."""
    return resampled(small, *(np.linspace(0, was - 1, now) for was, now in zip(small.shape, shape, strict=True)))


def projected(matrix: Array, points: Array) -> Array:
    """Points through a 3 by 3 matrix."""
    found = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(found[:, :2] / found[:, 2:])


def _levelled(points: Array, weights: Array) -> Array:
    """The matrix that puts the points around 0 at a distance of about 1, without which the fit is badly conditioned."""
    middle = np.average(points, axis=0, weights=weights)
    spread = np.sqrt(np.average(((points - middle) ** 2).sum(1), weights=weights)) or 1.0
    size = np.sqrt(2) / spread
    return np.array([[size, 0, -size * middle[0]], [0, size, -size * middle[1]], [0, 0, 1]])


def perspective(page: Array, picture: Array, weights: Array) -> Array:
    """The perspective that carries one set of points to the other (direct linear transform, weighted)."""
    weights = weights + 1e-9
    before, after = _levelled(page, weights), _levelled(picture, weights)
    (x, y), (u, v) = projected(before, page).T, projected(after, picture).T
    one, none = np.ones_like(x), np.zeros_like(x)
    across = np.stack([x, y, one, none, none, none, -u * x, -u * y, -u], axis=1)
    down = np.stack([none, none, none, x, y, one, -v * x, -v * y, -v], axis=1)
    equations = np.concatenate([across, down]) * np.sqrt(np.tile(weights, 2))[:, None]
    solved = np.linalg.eigh(equations.T @ equations)[1][:, 0].reshape(3, 3)
    matrix = np.linalg.inv(after) @ solved @ before
    return np.asarray(matrix / matrix[2, 2])


def affine(page: Array, picture: Array, weights: Array) -> Array:
    """The same without a vanishing point: what few points near each other can tell."""
    root = np.sqrt(weights)[:, None]
    known = np.column_stack([page, np.ones(len(page))]) * root
    solved = np.linalg.lstsq(known, picture * root, rcond=None)[0]
    return np.vstack([solved.T, [0.0, 0.0, 1.0]])


def robust(page: Array, picture: Array, tolerance: float, fit: Fit = perspective) -> Array:
    """A fit in which points that do not agree count for little; no chance is in it. `tolerance` is in pixels."""
    weights = np.ones(len(page))
    for _ in range(_ROUNDS):
        matrix = fit(page, picture, weights)
        off = np.hypot(*(projected(matrix, page) - picture).T)
        scale = max(tolerance, 1.5 * float(np.median(off)))
        weights = 1 / (1 + (off / scale) ** 2) ** 2
    return matrix


def bent(page: Array, picture: Array, weights: Array, size: tuple[float, float], reach: float) -> PageMap:
    """A perspective, and over it what the points near by say of the paper there.

    `size` is the page in millimetres, `reach` how far in millimetres a point is listened to.
    """
    matrix = robust(page, picture, 10.0)
    left = projected(np.linalg.inv(matrix), picture) - page
    return PageMap(matrix, _smoothed(page, left, weights, size, reach))


_STIFF = 40.0
"""How much a slope of the bend costs, in squared millimetres: far from all points it lies flat."""


def _smoothed(at: Array, moved: Array, weights: Array, size: tuple[float, float], reach: float) -> Array:
    """Locally weighted straight fits at the points of the mesh (Cleveland 1979, with a normal kernel)."""
    x, y = np.meshgrid(np.arange(0, size[0] + MESH, MESH), np.arange(0, size[1] + MESH, MESH))
    off = at[None] - np.stack([x, y], axis=-1).reshape(-1, 1, 2)
    kernel = weights * (np.exp(-(off**2).sum(-1) / (2 * reach * reach)) + 1e-5)
    known = np.concatenate([np.ones((*off.shape[:2], 1)), off], axis=-1)
    listened = known * kernel[..., None]
    normal = np.matmul(listened.transpose(0, 2, 1), known)
    total = kernel.sum(1)
    normal[:, 0, 0] += 1e-6
    normal[:, 1, 1] += total * _STIFF
    normal[:, 2, 2] += total * _STIFF
    wanted = np.matmul(listened.transpose(0, 2, 1), np.broadcast_to(moved, (len(off), *moved.shape)))
    return np.asarray(np.linalg.solve(normal, wanted)[:, 0].reshape(*x.shape, 2))
