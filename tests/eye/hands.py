"""Invented hands and pens that fill in printed pages: what each wrote is known, so that the reader can be checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

SCALE = 10.0
"""Pixels a millimetre of a page, as the reader has it."""
Stroke = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Hand:
    """One person with one pen: millimetres for the pen and the size of a mark, shares for the rest."""

    pen: float
    dark: float
    size: float
    slant: float
    loose: float


def some_hand(chance: np.random.Generator) -> Hand:
    """A hand of its own."""
    return Hand(
        pen=float(chance.uniform(0.28, 0.75)),
        dark=float(chance.uniform(0.5, 1.0)),
        size=float(chance.uniform(3.2, 5.2)),
        slant=float(chance.uniform(-0.2, 0.3)),
        loose=float(chance.uniform(0.03, 0.1)),
    )


def _tick(chance: np.random.Generator) -> list[Stroke]:
    low = chance.uniform(0.22, 0.42)
    return [[(0.0, chance.uniform(0.4, 0.62)), (low, 1.0), (1.0, chance.uniform(0.0, 0.12))]]


def _dash(chance: np.random.Generator) -> list[Stroke]:
    tilt = chance.uniform(-0.06, 0.06)
    return [[(-0.1, 0.5 - tilt), (0.5, 0.5 + chance.uniform(-0.03, 0.03)), (1.1, 0.5 + tilt)]]


def _em(chance: np.random.Generator) -> list[Stroke]:
    dip = chance.uniform(0.55, 0.95)
    return [[(0.0, 1.0), (chance.uniform(0.0, 0.15), 0.0), (0.5, dip), (chance.uniform(0.85, 1.0), 0.0), (1.0, 1.0)]]


def _e(chance: np.random.Generator) -> list[Stroke]:
    long = chance.uniform(0.6, 0.9)
    return [[(long, 0.0), (0.05, 0.02), (0.0, 0.98), (long, 1.0)], [(0.02, 0.5), (long * 0.85, 0.5)]]


def _cross(_chance: np.random.Generator) -> list[Stroke]:
    return [[(0.05, 0.0), (0.95, 1.0)], [(0.95, 0.0), (0.05, 1.0)]]


def _slash(_chance: np.random.Generator) -> list[Stroke]:
    return [[(0.1, 1.0), (0.9, 0.0)]]


def _ring(_chance: np.random.Generator) -> list[Stroke]:
    turn = np.linspace(0, 2 * np.pi, 14)
    return [[(0.5 + 0.5 * float(np.cos(a)), 0.5 + 0.5 * float(np.sin(a))) for a in turn]]


def _ditto(_chance: np.random.Generator) -> list[Stroke]:
    return [[(0.35, 0.2), (0.3, 0.6)], [(0.6, 0.2), (0.55, 0.6)]]


def _scribble(chance: np.random.Generator) -> list[Stroke]:
    return [[(float(x), float(y)) for x, y in chance.uniform(0, 1, (9, 2))]]


def _dot(_chance: np.random.Generator) -> list[Stroke]:
    return [[(0.5, 0.5), (0.56, 0.53), (0.5, 0.55)]]


def _digit(chance: np.random.Generator) -> list[Stroke]:
    seven: list[Stroke] = [[(1.35, 0.1), (1.75, 0.1), (1.45, 0.95)]]
    one: list[Stroke] = [[(1.4, 0.3), (1.6, 0.1), (1.6, 0.95)]]
    return seven if chance.random() < 0.5 else one


MARKS: dict[str, Callable[[np.random.Generator], list[Stroke]]] = {
    "talked": _tick,
    "no call": _dash,
    "message only": _em,
    "excused": _e,
}
"""The marks that a log asks for."""
ODD: dict[str, Callable[[np.random.Generator], list[Stroke]]] = {
    "cross": _cross,
    "slash": _slash,
    "ring": _ring,
    "ditto": _ditto,
    "scribble": _scribble,
    "dot": _dot,
}
"""What nobody can decide: it must be asked."""


def drawn(page: np.ndarray[Any, Any], hand: Hand, strokes: Sequence[Stroke], at: tuple[float, float]) -> None:
    """Draw strokes of one mark around a point in millimetres, by this hand, into the page."""
    shade = Image.new("L", (page.shape[1], page.shape[0]), 0)
    pen = ImageDraw.Draw(shade)
    for stroke in strokes:
        points = [(x * SCALE, y * SCALE) for x, y in (_placed(point, hand, at) for point in stroke)]
        pen.line(points, 255, round(hand.pen * SCALE), "curve")
    box = shade.getbbox()
    if box is not None:
        here = np.s_[box[1] : box[3], box[0] : box[2]]
        ink = np.asarray(shade, np.float32)[here] / 255 * hand.dark
        page[here] = (page[here] * (1 - ink)).astype(page.dtype)


def _placed(point: tuple[float, float], hand: Hand, at: tuple[float, float]) -> tuple[float, float]:
    x, y = (point[0] - 0.5) * hand.size, (point[1] - 0.5) * hand.size * 0.9
    return at[0] + x - y * hand.slant, at[1] + y


def shaken(strokes: Sequence[Stroke], chance: np.random.Generator, loose: float) -> list[Stroke]:
    """Strokes as a hand makes them: each point a little elsewhere."""
    return [[(x + float(chance.normal(0, loose)), y + float(chance.normal(0, loose))) for x, y in s] for s in strokes]


def write_mark(
    page: np.ndarray[Any, Any],
    box: tuple[float, float, float, float],
    mark: str,
    hand: Hand,
    chance: np.random.Generator,
) -> None:
    """Write one mark into a box of x, y, width and height in millimetres; a dash has its reason beside it at times."""
    strokes = list((MARKS.get(mark) or ODD[mark])(chance))
    if mark == "no call" and chance.random() < 0.25:
        strokes += _digit(chance)
    x, y, wide, high = box
    at = x + wide * float(chance.uniform(0.4, 0.62)), y + high * float(chance.uniform(0.42, 0.58))
    drawn(page, hand, shaken(strokes, chance, hand.loose), at)
