"""What a mark in a circle or a small box is: nothing, a cross, a filled one; everything else is asked."""

import numpy as np
from scipy import ndimage

from mat_desktop.eye.ink import SCALE, cut
from mat_desktop.eye.maps import Array
from mat_desktop.eye.marks import BoxMark
from mat_desktop.workshop.seen import SeenMark

_INK = 0.25
_TRACE = 0.33
"""An emptiness that is more than a third as dark as the sheet's usual mark is asked."""
_AROUND = 2.0
"""Millimetres around the box: a mark that goes through it is a cross, one that only touches it is asked."""
_CROSSED, _FULL = (0.06, 0.5), 0.62
"""Shares of the box that are ink in a cross and in a filled box; between them it is asked."""
_ACROSS = 0.6
"""A cross goes over so much of the box, both ways."""


def choice_mark(ink: Array, box: tuple[float, float, float, float], usual: float) -> BoxMark:
    """The mark in one circle or box. A filled one is never certain: to some it means yes, on our paper not this."""
    inside, around = cut(ink, box, -0.3), cut(ink, box, _AROUND)
    level = max(0.12, min(_INK, usual * 0.4))
    mask = inside > level
    share = float(mask.mean())
    if share < 0.004:
        faint = float(ndimage.uniform_filter(inside, 3).max()) < usual * _TRACE
        near = float((around > level).sum() - mask.sum()) / SCALE**2
        return BoxMark(SeenMark.EMPTY, certain=faint and near < 0.5)
    if share > _FULL:
        return BoxMark(SeenMark.FILLED, certain=False, guess=SeenMark.FILLED)
    rows, columns = np.nonzero(mask.any(1))[0], np.nonzero(mask.any(0))[0]
    wide, high = np.ptp(columns) / mask.shape[1], np.ptp(rows) / mask.shape[0]
    if _CROSSED[0] <= share <= _CROSSED[1] and min(wide, high) >= _ACROSS:
        return BoxMark(SeenMark.CROSS, certain=True)
    return BoxMark(SeenMark.SOMETHING, certain=False)
