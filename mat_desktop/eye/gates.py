"""Whether a page is where the map says, and each of its boxes: what is doubted here is never read.

The dangerous mistake is a slip by one row, and no single figure shows it. Four gates together caught every one:
what is printed must fit in place, must fit nowhere better within 9 mm, around each box as well, and paper does not
stretch.
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from mat_desktop.eye.maps import MESH, Array, PageMap
from mat_desktop.eye.matching import correlations
from mat_desktop.eye.template import COARSE, Template

IN_PLACE, NOWHERE_BETTER = 0.5, 0.85
"""The least share of pieces in their place, and of such as fit nowhere better near by, for a page to be read."""
_PIECE_FITS = 0.45
_SLIP = 9.0
"""More millimetres than any row or line of circles is high (8.2), so that a slip by one is seen."""
_TOGETHER = 22.0
"""Millimetres within which pieces are added up: one alone may fit the next row, all together do not."""
_NEAR, _AROUND = 13.0, 16.0
"""Millimetres within which the pieces around a box speak for it; how far the nearest may be."""
_MOST_STRAIN = 0.3
"""Share by which paper may seem stretched from one point of the mesh to the next."""
OTHER_PRINT = 0.12, 0.02
"""Strain, and a share of print that is not seen: both together say that the same words were printed otherwise, on
Letter for A4. A bent sheet is strained but lacks nothing, one that is folded over lacks much but is not strained."""
_OWN_PLACE, _OWN_FITS = 0.7, 0.35
"""Millimetres by which the outline of a box may lie elsewhere, and the least it must fit."""
BESIDE = 6.0
"""Millimetres around a doubted box in which no other is believed: a thumb's edge is soft."""


@dataclass(frozen=True)
class Gates:
    """How far a page is to be believed: two shares of the page, and for each box whether to believe it."""

    in_place: float
    nowhere_better: float
    boxes: Array

    @property
    def open(self) -> bool:
        """Whether the page may be read at all."""
        return self.in_place >= IN_PLACE and self.nowhere_better >= NOWHERE_BETTER


def gates(picture: Array, template: Template, lies: PageMap, middles: Array) -> Gates:
    """Look at the page and at each box, whose middles are in millimetres."""
    every = np.arange(len(template.at))
    here = correlations(picture, template, lies, every, 1.0, print_only=True)
    fits = here.max((1, 2)) > _PIECE_FITS
    stays = _stays(template, correlations(picture, template, lies, every, _SLIP))
    boxes = _spoken_for(template, fits, stays, middles) & ~_strained(lies, middles)
    boxes &= _outlined(picture, template.around(middles), lies)
    return Gates(float(fits.mean()), float(stays.mean()), _away_from_doubt(boxes, middles))


def _stays(template: Template, found: Array) -> Array:
    """For each piece whether it and those around it, added up, fit best where they are."""
    soft = ndimage.maximum_filter(found, (1, 5, 5))[:, ::4, ::4]
    away = ((template.at[:, None] - template.at[None]) ** 2).sum(-1)
    weight = np.exp(-away / (2 * _TOGETHER**2)) * (found.max((1, 2)) > 0.4)
    count = soft.shape[1]
    total = (weight @ soft.reshape(len(soft), -1)).argmax(1)
    down, across = np.divmod(total, count)
    return np.asarray(np.hypot(down - count // 2, across - count // 2) <= 2.5)


def _spoken_for(template: Template, fits: Array, stays: Array, middles: Array) -> Array:
    believed = np.zeros(len(middles), bool)
    for n, middle in enumerate(middles):
        away = np.hypot(*(template.at - middle).T)
        near = np.nonzero(away < _NEAR)[0]
        if len(near) < 2:
            near = np.argsort(away, kind="stable")[:3]
        believed[n] = fits[near].mean() >= 0.6 and stays[near].mean() >= 0.8 and away[near].min() < _AROUND
    return believed


def _strained(lies: PageMap, middles: Array) -> Array:
    bad = ndimage.binary_dilation(lies.strain() > _MOST_STRAIN, iterations=2)
    at = np.round(middles / MESH).astype(int)
    return np.asarray(bad[np.clip(at[:, 1], 0, bad.shape[0] - 1), np.clip(at[:, 0], 0, bad.shape[1] - 1)])


def _outlined(picture: Array, boxes: Template, lies: PageMap) -> Array:
    """Whether each box's own outline is where it should be."""
    found = correlations(picture, boxes, lies, np.arange(len(boxes.at)), 1.6, print_only=True)
    count = found.shape[1]
    middle = count // 2
    here = found[:, middle - 1 : middle + 2, middle - 1 : middle + 2].max((1, 2))
    down, across = np.divmod(found.reshape(len(found), -1).argmax(1), count)
    off = np.hypot(across - middle, down - middle) / COARSE
    return np.asarray((here > _OWN_FITS) & ((off < _OWN_PLACE) | (here > found.max((1, 2)) - 0.06)))


def _away_from_doubt(boxes: Array, middles: Array) -> Array:
    """The boxes that are believed and lie near none that is not."""
    doubted = middles[~boxes]
    if not len(doubted):
        return boxes
    nearest = np.hypot(*(middles[:, None] - doubted[None]).transpose(2, 0, 1)).min(1)
    return np.asarray(boxes & (nearest > BESIDE))
