"""One page as it was printed, ready to be found in pictures: its raster, and small pieces of it that can be found."""

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from scipy import fft, ndimage

from mat_desktop.eye.codes import SeenCode
from mat_desktop.eye.maps import Array, resampled

FINE = 10.0
"""Pixels a millimetre of the raster that a page is printed into (254 dots an inch)."""
COARSE = 4.0
"""Pixels a millimetre at which pieces are looked for: a stroke of print is one or two pixels wide."""
HALF = 26
"""Half the edge of a piece in pixels: 13 mm in all hold some letters or the crossing of lines."""
_APART = 8.0
"""Millimetres from piece to piece."""
_CLEAR = 0.0003
"""The least a piece varies in its flattest direction (smaller eigenvalue of the structure tensor): a bare line is less,
and could slide along itself."""


@dataclass
class Template:
    """A printed page. `at` are the middles of its pieces in millimetres, `pieces` their normed greys."""

    raster: Array
    """White 255, black 0, at `FINE`."""
    quad: Array
    """The corners of its code in millimetres, top left first."""
    coarse: Array
    at: Array
    pieces: Array
    _spectra: dict[int, Array] = field(default_factory=dict)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return self.raster.shape[1] / FINE, self.raster.shape[0] / FINE

    @property
    def every_other(self) -> Array:
        """The numbers of half of the pieces, like the dark squares of a board: enough while the way is still sought."""
        return np.nonzero((self.at / _APART).astype(int).sum(1) % 2 == 0)[0]

    @cached_property
    def near_print(self) -> Array:
        """Where print is within a millimetre: what is elsewhere is a hand's, and tells nothing of where the page is."""
        return np.asarray(ndimage.maximum_filter(self.coarse < 0.75, 9))

    def spectra(self, edge: int) -> Array:
        """The pieces' transforms for a window of this edge."""
        if edge not in self._spectra:
            self._spectra[edge] = np.conj(fft.rfft2(self.pieces, (edge, edge)))
        return self._spectra[edge]

    def around(self, middles: Array) -> "Template":
        """The same page with its pieces around these points instead, the boxes themselves."""
        return replace(self, at=middles, pieces=_cut(self.coarse, middles), _spectra={})


def made_template(raster: Array, own: SeenCode) -> Template:
    """A printed page from its raster and its own code."""
    coarse = _resampled(raster, COARSE)
    high, wide = raster.shape[0] / FINE, raster.shape[1] / FINE
    x, y = np.meshgrid(np.arange(_APART, wide - 7, _APART), np.arange(_APART, high - 7, _APART))
    middles = np.stack([x.ravel(), y.ravel()], axis=1)
    middles = middles[_clear(_windows(coarse, middles))]
    quad = (own.corners + 0.5) / FINE
    return Template(raster, quad, coarse, middles, _cut(coarse, middles))


def _resampled(raster: Array, scale: float) -> Array:
    """The raster at fewer pixels a millimetre, from 0 to 1, as soft as a picture of it is."""
    ratio = scale / FINE
    soft = ndimage.gaussian_filter(raster.astype(np.float32), 1 / ratio / 2.5)
    down, across = ((np.arange(round(n * ratio)) + 0.5) / ratio - 0.5 for n in raster.shape)
    return np.asarray(ndimage.gaussian_filter(resampled(soft, down, across) / 255, 0.8))


def _windows(coarse: Array, middles: Array) -> Array:
    padded = np.pad(coarse, HALF, constant_values=1.0)
    corner = np.round(middles * COARSE).astype(int)
    edge = 2 * HALF
    return np.stack([padded[y : y + edge, x : x + edge] for x, y in corner])


def _cut(coarse: Array, middles: Array) -> Array:
    found = _windows(coarse, middles)
    found = found - found.mean((1, 2), keepdims=True)
    return np.asarray(found / np.sqrt((found**2).sum((1, 2), keepdims=True) + 1e-6), np.float32)


def _clear(pieces: Array) -> Array:
    """Whether each varies in its flattest direction: the smaller eigenvalue of its structure tensor, worked out."""
    down, across = np.gradient(pieces, axis=(1, 2))
    one, mixed, other = ((a * b).mean((1, 2)) for a, b in ((across, across), (across, down), (down, down)))
    smaller = (one + other) / 2 - np.sqrt(((one - other) / 2) ** 2 + mixed**2)
    return np.asarray(smaller > _CLEAR)
