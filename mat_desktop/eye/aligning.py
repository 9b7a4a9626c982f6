"""How a printed page lies in a picture: from its code outwards, or from four corners that somebody clicked."""

import numpy as np

from mat_desktop.eye.maps import Array, PageMap, affine, bent, perspective, projected, robust
from mat_desktop.eye.matching import shifts
from mat_desktop.eye.template import Template

FITS = 0.5
"""The least correlation at which a piece is taken to be found."""
REACH = 3.5
"""How far a piece is looked for in millimetres: less than half a row of any sheet (5.6 mm at least, two thirds)."""
_RING = 38.0
"""How far in millimetres from what is known the next pieces are looked for."""
_JUMPS = (1, 3)
"""So many rings beyond a gap are looked at: a narrow one first, for what is near is less far off."""
_SLANTS, _FAR = (0.0, 0.0006, -0.0006, 0.0012, -0.0012), 70.0
"""Shares by which a sheet may lean away for each millimetre, and from which width of a gap in millimetres on."""
_NEARLY_ALL = 0.97
"""A share of the pieces with which the rest is found by making the map fine."""
_OVER_A_GAP, _ENOUGH = 13.0, 6
"""How far in millimetres pieces are looked for beyond a stretch without print, and how many must agree to go on."""
_ROUNDS = 16
_WIDE, _WHOLE = 60.0, 110.0
"""From how many millimetres of known page on a vanishing point, and then a bend, can be told."""
_NEIGHBOURS = 9


def grown(picture: Array, template: Template, corners: Array) -> PageMap | None:
    """How the page lies, from the corners of its code outwards, a ring at a time; None where the way is lost.

    Where a stretch without print lies around all that is known, it is jumped: what is beyond is looked for farther.
    """
    lies = PageMap(affine(template.quad, corners, np.ones(4)))
    known, met = template.quad, np.empty(0, int)
    half = template.every_other
    for _ in range(_ROUNDS):
        away = np.sqrt(((template.at[half][:, None] - known[None]) ** 2).sum(-1).min(1))
        chosen = half[away < _RING]
        taken, moved = _agreeing(picture, template, lies, chosen, REACH, 1.2)
        if len(chosen) < len(half) and (len(taken) < _ENOUGH or np.isin(taken, met).all()):
            jumped = _over_a_gap(picture, template, lies, half, away)
            if jumped is None:
                break
            lies, taken, moved = _without_slips(template, *jumped, corners)
            if len(taken) < 4:
                break
        grew = not np.isin(taken, met).all()
        met = np.union1d(met, taken)
        known, lies = _next(template, lies, taken, moved, corners)
        if len(chosen) == len(half) and (not grew or len(taken) > _NEARLY_ALL * len(half)):
            break
    return finished(picture, template, lies) if len(met) else None


def _over_a_gap(
    picture: Array, template: Template, lies: PageMap, half: Array, away: Array
) -> tuple[PageMap, Array, Array] | None:
    """The pieces beyond a stretch without print, together with those before it, and the map by which they were found.

    From a narrow strip of known page nobody can tell how far a sheet leans away: several slants are tried. None where
    the pieces are not found.
    """
    nearest, known = float(away[away >= _RING].min()), template.at[half[away < _RING]].mean(0)
    for rings in _JUMPS:
        reached = away < nearest + rings * _RING
        beyond = half[reached & (away >= _RING)]
        tried = []
        for slant in _SLANTS if nearest > _FAR else (0.0,):
            leaning = _leaning(lies, known, slant)
            taken, moved = _agreeing(picture, template, leaning, half[reached], _OVER_A_GAP, 1.5)
            tried.append((int(np.isin(taken, beyond).sum()), leaning, taken, moved))
        most, lies_so, taken, moved = max(tried, key=lambda one: one[0])
        if most >= max(min(_ENOUGH, 0.6 * len(beyond)), 0.35 * len(beyond)):
            return lies_so, taken, moved
    return None


def _without_slips(
    template: Template, lies: PageMap, taken: Array, moved: Array, corners: Array
) -> tuple[PageMap, Array, Array]:
    """What was found beyond a gap without what lies a row off: columns of circles fit the next row as well."""
    at, seen = template.at[taken], lies.pixels(template.at[taken] + moved)
    whole = robust(np.concatenate([template.quad, at]), np.concatenate([corners, seen]), 8.0)
    millimetre = np.hypot(*(corners[1] - corners[0])) / np.hypot(*(template.quad[1] - template.quad[0]))
    near = np.hypot(*(projected(whole, at) - seen).T) < REACH * millimetre
    return lies, taken[near], moved[near]


def _leaning(lies: PageMap, known: Array, slant: float) -> PageMap:
    """The map of a page that leans away beyond a known point, by a share a millimetre."""
    there, back, lean = np.eye(3), np.eye(3), np.eye(3)
    there[:2, 2], back[:2, 2], lean[2, 1] = known, -known, slant
    return PageMap(lies.perspective @ there @ lean @ back)


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
