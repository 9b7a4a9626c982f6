"""What a mark in the box of a day is: nothing, a tick, a dash; everything else is asked, at times with a guess.

Plain rules over the shape of the ink, no more. They say "certain" only of a mark whose whole form fits; whatever is
faint, broken off, crossed, or comes over from a neighbour is asked. Lengths are in millimetres.
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from mat_desktop.eye.ink import SCALE, cut
from mat_desktop.eye.maps import Array
from mat_desktop.workshop.seen import SeenMark

AROUND = 1.2
"""So much around a box is looked at, to see a stroke that goes on there."""
_INK = 0.25
"""From this darkness on a pixel is ink; the print is 1."""
_SPECK = 0.10
"""Square millimetres below which ink is a speck of the paper or of the camera."""
_EDGE = 0.35
"""The outline of the box, which may be a little off, is not looked at so far inwards."""
_FAINT, _TRACE = 0.5, 0.33
"""A mark less than half as dark as the sheet's usual one, and emptiness more than a third as dark, are asked."""
_PEN_LEAST = 0.3
"""The darkness that is taken for usual where a sheet has hardly a mark."""
_BENT = 0.2
"""A stroke of a tick leaves the line between its ends by so much of its height at most."""
_OFF_LINE = 0.7
"""A dash keeps so far from the lines above and below."""
_BRIDGED = np.ones((5, 5), bool)
"""Gaps of so many pixels are closed: a printed line cuts through strokes."""


@dataclass(frozen=True)
class BoxMark:
    """What is seen in a box, and whether it is certain; the guess is for the eye beside the question."""

    seen: SeenMark
    certain: bool
    guess: SeenMark | None = None
    beside: bool = False


@dataclass(frozen=True)
class _Shape:
    """One connected mark: its pixels in a frame of its own, and where that begins in the box."""

    mask: Array
    top: int
    left: int

    @property
    def high(self) -> float:
        return float(self.mask.shape[0] / SCALE)

    @property
    def wide(self) -> float:
        return float(self.mask.shape[1] / SCALE)

    @property
    def area(self) -> float:
        return float(self.mask.sum()) / SCALE**2


def usual_darkness(ink: Array, boxes: list[tuple[float, float, float, float]]) -> float:
    """How dark a mark on this sheet usually is: the median over the boxes that have one."""
    darkest = [float(np.quantile(inside, 0.985)) for box in boxes if (inside := _inside(ink, box)).size]
    marked = [dark for dark in darkest if dark > _INK]
    return max(_PEN_LEAST, float(np.median(marked))) if marked else _PEN_LEAST


def _inside(ink: Array, box: tuple[float, float, float, float]) -> Array:
    return cut(ink, box, -_EDGE)


def day_mark(ink: Array, box: tuple[float, float, float, float], usual: float) -> BoxMark:
    """The mark in the box of a day."""
    inside = _inside(ink, box)
    level = max(0.12, min(_INK, usual * 0.4))
    shapes, crossing = _shapes(cut(ink, box, AROUND), level)
    trace = float(ndimage.uniform_filter(inside, 3).max())
    if not shapes and not crossing:
        return BoxMark(SeenMark.EMPTY, certain=trace < usual * _TRACE)
    guess = _guess(shapes[0]) if shapes else None
    dark = float(np.quantile(inside, 0.985)) if not shapes else _darkness(cut(ink, box, AROUND), shapes[0])
    if not shapes or crossing or dark < usual * _FAINT:
        return BoxMark(SeenMark.SOMETHING, certain=False, guess=guess)
    first, *others = shapes
    if len(shapes) == 1 and is_tick(first.mask):
        return BoxMark(SeenMark.TICK, certain=True)
    clear = _is_off_the_lines(first, box[3])
    if clear and is_dash(first.mask) and all(_is_beside(first, other) for other in others):
        return BoxMark(SeenMark.DASH, certain=True, beside=bool(others))
    return BoxMark(SeenMark.SOMETHING, certain=False, guess=guess if len(shapes) < 4 else None)


def _is_off_the_lines(shape: _Shape, high: float) -> bool:
    """Whether a flat mark keeps away from the lines of its box, which look like one where they are off."""
    top = shape.top / SCALE - AROUND
    return top > _OFF_LINE and top + shape.high < high - _OFF_LINE


def _darkness(around: Array, shape: _Shape) -> float:
    high, wide = shape.mask.shape
    part = around[shape.top : shape.top + high, shape.left : shape.left + wide]
    return float(np.quantile(part[shape.mask], 0.8))


def _shapes(around: Array, level: float) -> tuple[list[_Shape], bool]:
    """The marks that lie in the box, from left to right, and whether a stroke goes over its edge and on beyond.

    What lies outside altogether is a neighbour's.
    """
    mask = ndimage.binary_closing(np.pad(around > level, 3), _BRIDGED)[3:-3, 3:-3]
    labels, _ = ndimage.label(mask, np.ones((3, 3), int))
    margin, rim = round(AROUND * SCALE), round((AROUND + _EDGE) * SCALE)
    found, crossing = [], False
    for number, place in enumerate(ndimage.find_objects(labels), 1):
        own = labels[place] == number
        inner = labels[rim:-rim, rim:-rim] == number
        if own.sum() / SCALE**2 < _SPECK or not inner.any():
            continue
        outside = float(1 - (labels[margin:-margin, margin:-margin] == number).sum() / own.sum())
        leaves = _leaves(labels, number)
        if leaves and outside > 0.12:
            crossing = True
        if inner.sum() / SCALE**2 >= _SPECK:
            found.append(_Shape(own, place[0].start, place[1].start))
    return sorted(found, key=lambda shape: shape.left), crossing


def _leaves(labels: Array, number: int) -> bool:
    """Whether a stroke reaches the rim of what is looked at."""
    return bool(any((line == number).any() for line in (labels[0], labels[-1], labels[:, 0], labels[:, -1])))


def _middles(mask: Array) -> tuple[Array, Array, Array]:
    """For each column the middle of its ink, how many separate strokes it crosses, and how long the ink is."""
    counts = mask.sum(0)
    rows = np.arange(mask.shape[0])[:, None]
    middles = (mask * rows).sum(0) / np.maximum(counts, 1)
    runs = (np.diff(np.pad(mask, ((1, 0), (0, 0))).astype(int), axis=0) == 1).sum(0)
    return middles, runs, counts


def is_dash(mask: Array) -> bool:
    """A flat stroke: long, thin, nowhere two lines above each other, and nearly level."""
    wide, high = mask.shape[1] / SCALE, mask.shape[0] / SCALE
    if wide < 2.0 or high > max(1.3, 0.35 * wide):
        return False
    middles, runs, counts = _middles(mask)
    level = abs(middles[-3:].mean() - middles[:3].mean()) / mask.shape[1] < 0.3
    thin = float(np.median(counts)) / SCALE < min(1.3, wide / 2.4)
    return bool(level and thin and (runs == 1).mean() > 0.93)


def is_tick(mask: Array) -> bool:
    """A short stroke down and a long one up to the right: its lowest point left of the middle, its right end on top.

    A slash has no first stroke, a V two of one length, an M goes down again, a cross and a ring have two lines above
    each other.
    """
    wide, high = mask.shape[1] / SCALE, mask.shape[0] / SCALE
    if not (1.6 <= wide <= 11 and 1.9 <= high <= 9.5 and 0.45 < wide / high < 1.9):
        return False
    middles, runs, counts = _middles(mask)
    if (runs == 1).mean() < 0.9 or mask.mean() > 0.5:
        return False
    path = ndimage.uniform_filter1d(middles, 3)
    span = path.max() - path.min()
    lowest = int(path.argmax())
    left, right = (path[lowest] - path[0]) / span, (path[lowest] - path[-1]) / span
    bottom = _bottom_share(mask)
    return bool(
        span / mask.shape[0] > 0.55
        and 0.08 <= lowest / len(path) <= 0.6
        and 0.12 <= left <= 0.8
        and right >= 0.88
        and _wavers(path[: lowest + 1], span) < 0.1
        and _wavers(-path[lowest:], span) < 0.1
        and _straight(path[lowest:], span)
        and _straight(path[: lowest + 1], span)
        and bottom < 0.68
        and float(np.median(counts)) / SCALE < 2.6
    )


def _bottom_share(mask: Array) -> float:
    """How much of the width the lowest quarter of a mark takes: a tick stands on a point."""
    quarter = mask[-max(1, mask.shape[0] // 4) :]
    return float((np.ptp(np.nonzero(quarter.any(0))[0]) + 1) / mask.shape[1])


def _wavers(path: Array, span: float) -> float:
    """How far in all a path that should only go down goes up, as a share of the whole height."""
    steps = np.diff(path)
    return float(-steps[steps < 0].sum() / span)


def _straight(path: Array, span: float) -> bool:
    """Whether a stroke stays near the line between its ends."""
    line = np.linspace(path[0], path[-1], len(path))
    return bool(np.abs(path - line).max() / span < _BENT)


def _is_beside(dash: _Shape, other: _Shape) -> bool:
    """Whether a second mark is a figure to the right of a dash."""
    return other.left >= dash.left + dash.mask.shape[1] * 0.75 and other.wide < 4 and other.high > other.wide * 0.8


def _guess(shape: _Shape) -> SeenMark | None:
    """The letter that an undecided mark is most like, or nothing."""
    mask = shape.mask
    if shape.high < 1.5 or shape.wide < 1.2:
        return None
    across = (np.diff(np.pad(mask, ((0, 0), (1, 0))).astype(int), axis=1) == 1).sum(1)
    _, down, _ = _middles(mask)
    right = down[len(down) // 3 :]
    if (right >= 3).mean() > 0.3:
        return SeenMark.LETTER_E
    lower = across[len(across) // 4 :]
    if (lower >= 2).mean() > 0.6 and across.max() >= 2:
        return SeenMark.LETTER_M
    return None
