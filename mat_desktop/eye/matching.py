"""Where pieces of the print lie in a picture that is nearly straightened: correlation, piece by piece."""

import numpy as np
from scipy import fft, ndimage

from mat_desktop.eye.maps import Array, PageMap, PageWindow, enlarged_to
from mat_desktop.eye.template import COARSE, HALF, Template

PAPER = 0.95
"""The lightness of bare paper after the light was evened out."""
_MARGIN = 12
"""Pixels more than is needed around the pieces, for the evening of the light."""
_AT_ONCE = 128
"""So many pieces at a time, which bounds the memory."""
_NEIGHBOURHOOD, _NEAR_BY, _LEAST = 18.0, 1.25, 0.3
"""Millimetres within which pieces are added up, and within which of that one of them may lie; the least that counts."""
_AT_EDGE = 0.3
"""Taken off a correlation whose best place is the edge of the search: the true one is farther away."""


def evened(grey: Array) -> Array:
    """The lightness relative to the paper around: shadows and dim light go, print and ink stay."""
    high, wide = grey.shape[0] // 3 * 3, grey.shape[1] // 3 * 3
    lightest = grey[:high, :wide].reshape(high // 3, 3, wide // 3, 3).max((1, 3))
    paper = ndimage.gaussian_filter(ndimage.maximum_filter(lightest, 3), 2.0)
    paper = enlarged_to(paper, grey.shape)
    return np.asarray(ndimage.gaussian_filter(np.clip(grey / np.maximum(paper, 8), 0, 1.1), 0.6))


def correlations(
    picture: Array, template: Template, lies: PageMap, chosen: Array, reach: float, *, print_only: bool = False
) -> Array:
    """For each chosen piece how well it fits at every shift of up to `reach` millimetres.

    With `print_only` what a hand wrote away from the print does not count against a fit.
    """
    steps = round(reach * COARSE)
    around, count = HALF + steps, 2 * steps + 1
    middles = np.round(template.at[chosen] * COARSE).astype(int)
    seen, corner = _around(picture, template, lies, middles, around, print_only=print_only)
    windows = _every(seen, 2 * around)
    spread = _every(_spread(seen), count)[corner[:, 1], corner[:, 0]]
    edge = fft.next_fast_len(2 * around, real=True)
    found = np.empty((len(chosen), count, count), np.float32)
    for first in range(0, len(chosen), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        spectra = template.spectra(edge)[chosen[part]]
        some = fft.rfft2(windows[corner[part, 1], corner[part, 0]], (edge, edge))
        found[part] = fft.irfft2(some * spectra, (edge, edge))[:, :count, :count] / spread[part]
    return found


def _every(values: Array, edge: int) -> Array:
    return np.lib.stride_tricks.sliding_window_view(values, (edge, edge))


def _around(
    picture: Array, template: Template, lies: PageMap, middles: Array, around: int, *, print_only: bool
) -> tuple[Array, Array]:
    """The straightened picture with room around every middle, and where in it the window of each begins."""
    high, wide = template.coarse.shape
    first = np.maximum(middles.min(0) - around - _MARGIN, 0)
    last = np.minimum(middles.max(0) + around + _MARGIN, [wide, high])
    window = PageWindow(int(first[0]), int(first[1]), int(last[0] - first[0]), int(last[1] - first[1]))
    seen = evened(lies.straightened(picture, window, COARSE))
    if print_only:
        seen = np.where(template.near_print[first[1] : last[1], first[0] : last[0]], seen, PAPER)
    return np.pad(seen.astype(np.float32), around, constant_values=PAPER), middles - first


def _spread(seen: Array) -> Array:
    """The root of the sum of squares about the mean, of each place that is as large as a piece."""
    edge = 2 * HALF
    off = seen.astype(np.float64) - PAPER
    means, squares = (_box_means(part, edge) for part in (off, off * off))
    return np.asarray(np.sqrt(np.maximum((squares - means * means) * (edge * edge), 1e-3)), np.float32)


def _box_means(values: Array, edge: int) -> Array:
    """The mean of every square of that edge, by its top left corner; a running sum, along each axis once."""
    first, last = edge // 2, edge - edge // 2 - 1
    down = ndimage.uniform_filter1d(values, edge, 0)[first : len(values) - last]
    return np.asarray(ndimage.uniform_filter1d(down, edge, 1)[:, first : values.shape[1] - last])


def shifts(picture: Array, template: Template, lies: PageMap, chosen: Array, reach: float) -> tuple[Array, Array]:
    """For each chosen piece by how many millimetres it lies elsewhere, and how well it fits there.

    One piece alone may fit the next row, all around it together do not: each is sought only near where they say.
    """
    found = together(correlations(picture, template, lies, chosen, reach), template.at[chosen])
    count = found.shape[1]
    down, across = np.divmod(found.reshape(len(chosen), -1).argmax(1), count)
    each = np.arange(len(chosen))
    best = found[each, down, across]
    at_edge = (across == 0) | (down == 0) | (across == count - 1) | (down == count - 1)
    y, x = np.clip(down, 1, count - 2), np.clip(across, 1, count - 2)
    dx = _peak(found[each, y, x - 1], found[each, y, x], found[each, y, x + 1])
    dy = _peak(found[each, y - 1, x], found[each, y, x], found[each, y + 1, x])
    moved = np.stack([x + dx, y + dy], axis=1) - count // 2
    return moved / COARSE, np.where(at_edge, best - _AT_EDGE, best)


def together(fits: Array, at: Array) -> Array:
    """The correlations, those of each piece only near the shift that it and its neighbours fit best together."""
    count = fits.shape[1]
    soft = np.maximum(ndimage.maximum_filter(fits, (1, 3, 3)) - _LEAST, 0).reshape(len(fits), -1)
    away = ((at[:, None] - at[None]) ** 2).sum(-1)
    down, across = np.divmod((np.exp(-away / (2 * _NEIGHBOURHOOD**2)) @ soft).argmax(1), count)
    steps, near = np.arange(count), round(_NEAR_BY * COARSE)
    rows = np.abs(steps[None] - down[:, None]) <= near
    columns = np.abs(steps[None] - across[:, None]) <= near
    return np.where(rows[:, :, None] & columns[:, None], fits, np.float32(-1))


def _peak(before: Array, here: Array, after: Array) -> Array:
    """Where between the pixels the top of a parabola through three values lies."""
    bend = np.minimum(before - 2 * here + after, -1e-6)
    return np.asarray(np.clip(0.5 * (before - after) / bend, -1, 1))
