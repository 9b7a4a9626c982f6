"""What a hand wrote: the picture of a page without its print.

The page is blurred as this picture is blurred, printed as dark as it is dark here, and what is darker than that is ink.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy import ndimage

from mat_desktop.eye.maps import Array, PageMap, PageWindow, enlarged_to, resampled
from mat_desktop.eye.template import FINE

SCALE = 6.0
"""Pixels a millimetre of the ink: a pen's stroke is two to five of them wide."""
_BLURS = (0.6, 1.0, 1.5, 2.1, 3.0, 4.2)
"""Widths in pixels among which the blur of a picture is found; each is about 1.4 times the one before."""
_MIDDLE, _APART = 2, 3
"""The blur from which the search begins, and the one at which print and bare paper are told apart."""
_SAMPLE = 40000
"""So many pixels of print settle the blur and the darkness."""
_SIDE, _COVERED = 0.5, 0.35
"""Millimetres around the line of a box that are looked at, and the share of it that may be missing."""
_TO_DEVIATION = 1.4826
"""By this a median of differences tells the standard deviation of what is spread normally."""
_GRAINY, _SOFT = 0.045, 0.8
"""The grain of bare paper, in shares of its lightness, from which a picture is softened, and by how many pixels: in dim
light the darkest speck of an empty box is as dark as a pencil. No picture in good light has half of that grain."""
_ERROR = 0.08
"""An error of lightness at which a pixel counts half in the fit: ink over print is no print."""


@dataclass(frozen=True)
class BarePage:
    """The printed page at the blurs that are looked at, and where its print and its bare paper lie."""

    raster: Array
    _blurred: dict[int, Array] = field(default_factory=dict)

    @cached_property
    def sharp(self) -> Array:
        """From 0 black to 1 white."""
        ratio = SCALE / FINE
        soft = ndimage.gaussian_filter(self.raster.astype(np.float32), 0.7)
        return resampled(soft, *((np.arange(round(n * ratio)) + 0.5) / ratio - 0.5 for n in self.raster.shape)) / 255

    def blurred(self, blur: int) -> Array:
        """The same at one of the blurs."""
        if blur not in self._blurred:
            self._blurred[blur] = ndimage.gaussian_filter(self.sharp, _BLURS[blur])
        return self._blurred[blur]

    def darkest_near(self, blur: int) -> Array:
        """The darkest print within a pixel at one of the blurs, for a map that is a pixel off."""
        return np.asarray(ndimage.minimum_filter(self.blurred(blur), 3))

    @cached_property
    def sample(self) -> Array:
        """Pixels with print on them, evenly taken."""
        dark = np.nonzero(self.blurred(_APART).ravel() < 0.93)[0]
        return dark[:: max(1, len(dark) // _SAMPLE)]

    @cached_property
    def bare(self) -> Array:
        """Pixels with none near."""
        return np.nonzero(self.blurred(_APART).ravel() > 0.985)[0][::7]


@dataclass(frozen=True)
class PageInk:
    """The ink of a page from 0 to 1.5, at `SCALE`, 1 as dark as the print; and where print is not seen, by shares."""

    ink: Array
    missing: Array
    printed: Array
    """Where there is print."""

    @property
    def lacking(self) -> float:
        """The share of the print that is not seen: much where paper is covered, or where another print lies."""
        return float(self.missing[self.printed].mean())

    def is_covered(self, box: tuple[float, float, float, float]) -> bool:
        """Whether one side of a box is not seen: a thumb lies on it, whose grey is taken for paper in a shadow."""
        x, y, wide, high = box
        sides = ((x, y, wide, 0.0), (x, y + high, wide, 0.0), (x, y, 0.0, high), (x + wide, y, 0.0, high))
        for side in sides:
            printed = cut(self.printed, side, _SIDE)
            if printed.any() and cut(self.missing, side, _SIDE)[printed].mean() > _COVERED:
                return True
        return False


def ink_of(picture: Array, printed: BarePage, lies: PageMap) -> PageInk:
    """What a hand wrote on the page, and what of its print is not seen."""
    high, wide = printed.sharp.shape
    seen = _softened(lit_evenly(lies.straightened(picture, PageWindow(0, 0, wide, high), SCALE)), printed)
    best, slope = _blur_of(seen, printed)
    paper, gain = float(np.median(seen.ravel()[printed.bare])), max(0.2, -slope)
    expected = printed.darkest_near(best)
    ink = np.clip((paper - gain * (1 - expected) - seen) / max(gain, 0.3), 0, 1.5)
    # Where the print is blackest nothing can be told: ink on it is as dark as it is.
    ink = np.asarray(ink * np.clip((expected - 0.15) / 0.25, 0, 1), np.float32)
    wanted = 1 - printed.blurred(best)
    lacking = wanted * gain - (paper - ndimage.minimum_filter(seen, 3)) > wanted * gain * 0.6
    return PageInk(ink, lacking, wanted > 0.25)


def _softened(seen: Array, printed: BarePage) -> Array:
    """The picture of the page, a little softer where it is grainy; any other stays as it is."""
    bare = seen.ravel()[printed.bare]
    grain = _TO_DEVIATION * float(np.median(np.abs(bare - np.median(bare))))
    return np.asarray(ndimage.gaussian_filter(seen, _SOFT)) if grain > _GRAINY else seen


def _blur_of(seen: Array, printed: BarePage) -> tuple[int, float]:
    """The blur at which the print explains best what is seen, and the slope of that.

    From the middle on towards the better neighbour, for a worse blur lies beyond a worse one: few are worked out.
    """
    values, fits = seen.ravel()[printed.sample], dict[int, tuple[float, float]]()

    def badness(blur: int) -> float:
        if not 0 <= blur < len(_BLURS):
            return np.inf
        if blur not in fits:
            fits[blur] = _fitted(values, 1 - printed.blurred(blur).ravel()[printed.sample])
        return fits[blur][0]

    best = _MIDDLE
    while min(badness(best - 1), badness(best + 1)) < badness(best):
        best += 1 if badness(best + 1) < badness(best - 1) else -1
    return best, fits[best][1]


def lit_evenly(grey: Array) -> Array:
    """The lightness relative to the paper around, by closing: strokes and print go, shadows are divided by."""
    high, wide = grey.shape[0] // 4 * 4, grey.shape[1] // 4 * 4
    small = grey[:high, :wide].reshape(high // 4, 4, wide // 4, 4).mean((1, 3))
    closed = ndimage.gaussian_filter(ndimage.grey_closing(small, (13, 13)), 1.5)
    paper = enlarged_to(closed, grey.shape)
    return np.asarray(np.clip(grey / np.maximum(paper, 6), 0, 1), np.float32)


def _fitted(seen: Array, dark: Array) -> tuple[float, float]:
    """How badly a straight line explains what is seen by what is printed, and its slope."""
    known, weights = np.stack([dark, np.ones_like(dark)], axis=1), np.ones_like(dark)
    for _ in range(3):
        listened = known * weights[:, None]
        line = np.linalg.solve(listened.T @ listened, listened.T @ (seen * weights))
        off = seen - known @ line
        weights = 1 / (1 + (off / _ERROR) ** 2)
    return float(np.minimum(np.abs(off), 0.15).mean()), float(line[0])


def cut(ink: Array, box: tuple[float, float, float, float], around: float = 0.0) -> Array:
    """The ink in a box of x, y, width and height in millimetres, with so many millimetres around it."""
    x, y, wide, high = box
    left, top = max(0, round((x - around) * SCALE)), max(0, round((y - around) * SCALE))
    right, under = round((x + wide + around) * SCALE), round((y + high + around) * SCALE)
    return ink[top:under, left:right]
