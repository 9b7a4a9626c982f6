"""How a printed page lies in a picture: from its code outwards, or from four corners that somebody clicked."""

import numpy as np

from mat_desktop.eye.maps import Array, PageMap, affine, bent, perspective, robust
from mat_desktop.eye.matching import shifts
from mat_desktop.eye.template import Template

FITS = 0.5
"""The least correlation at which a piece is taken to be found."""
REACH = 3.5
"""How far a piece is looked for in millimetres: less than half a row of any sheet (5.6 mm at least, two thirds)."""
_FIRST_RING, _RING, _FARTHEST = 38.0, 34.0, 150.0
"""How far in millimetres from what is known the next pieces are looked for; after nothing was found there, farther."""
_WIDER = 1.4
_ROUNDS = 16
_WIDE, _WHOLE = 60.0, 110.0
"""From how many millimetres of known page on a vanishing point, and then a bend, can be told."""
_NEIGHBOURS = 9


def grown(picture: Array, template: Template, corners: Array) -> PageMap | None:
    """How the page lies, from the corners of its code outwards, a ring at a time; None where the way is lost."""
    lies = PageMap(affine(template.quad, corners, np.ones(4)))
    known, ring, over_all = template.quad, _FIRST_RING, 0
    half = template.every_other
    for _ in range(_ROUNDS):
        away = np.sqrt(((template.at[half][:, None] - known[None]) ** 2).sum(-1).min(1))
        chosen = half[away < ring]
        taken, moved = _agreeing(picture, template, lies, chosen, REACH, 1.2)
        if len(taken) < 4:
            ring *= _WIDER
            if ring > _FARTHEST:
                return None
            continue
        known, lies = _next(template, lies, taken, moved, corners)
        over_all += len(chosen) == len(half)
        if over_all >= 2:
            break
        ring = _RING
    return finished(picture, template, lies)


def _next(template: Template, lies: PageMap, taken: Array, moved: Array, corners: Array) -> tuple[Array, PageMap]:
    """What is known now, and the map of it: as free as what is known allows."""
    at = template.at[taken]
    known = np.concatenate([template.quad, at])
    seen = np.concatenate([corners, lies.pixels(at + moved)])
    across = float(np.ptp(known, axis=0).min())
    if across <= _WIDE or len(at) < 14:
        return known, PageMap(robust(known, seen, 8.0, affine))
    if across <= _WHOLE:
        return known, PageMap(robust(known, seen, 8.0))
    return known, bent(known, seen, np.ones(len(known)), template.size, 25.0)


def from_corners(picture: Array, template: Template, corners: Array) -> PageMap | None:
    """How the page lies when the corners of the paper were clicked, top left first, then clockwise."""
    wide, high = template.size
    paper = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], float)
    lies = PageMap(perspective(paper, np.asarray(corners, float), np.ones(4)))
    half = template.every_other
    for turn in range(6):
        taken, moved = _agreeing(picture, template, lies, half, 6.0 if turn < 2 else REACH, 1.5)
        if len(taken) < 10:
            return None
        at = template.at[taken]
        lies = bent(at, lies.pixels(at + moved), np.ones(len(at)), template.size, 25.0)
    return finished(picture, template, lies)


def finished(picture: Array, template: Template, lies: PageMap) -> PageMap | None:
    """The map made fine with all pieces, twice, the second time more closely."""
    every = np.arange(len(template.at))
    for reach, listened, tolerance in ((2.0, 15.0, 0.8), (1.2, 10.0, 0.6)):
        taken, moved = _agreeing(picture, template, lies, every, reach, tolerance)
        if len(taken) < 10:
            return None
        at = template.at[taken]
        lies = bent(at, lies.pixels(at + moved), np.ones(len(at)), template.size, listened)
    return lies


def _agreeing(
    picture: Array, template: Template, lies: PageMap, chosen: Array, reach: float, tolerance: float
) -> tuple[Array, Array]:
    """The pieces that are found and moved as their neighbours did, within so many millimetres, and by how much."""
    if not len(chosen):
        return chosen, np.empty((0, 2))
    moved, fits = shifts(picture, template, lies, chosen, reach)
    taken, moved = chosen[fits > FITS], moved[fits > FITS]
    if len(taken) < 8:
        return taken, moved
    at = template.at[taken]
    away = ((at[:, None] - at[None]) ** 2).sum(-1)
    near = np.argsort(away, axis=1, kind="stable")[:, :_NEIGHBOURS]
    agree = np.hypot(*(moved - np.median(moved[near], axis=1)).T) < tolerance
    return taken[agree], moved[agree]
