"""Pictures of outcomes on paper: dots between two axes, the forest of partnerships, the way of everybody in boxes.

Each is one figure to a reader aloud, with its values in words, and stays legible in black and white and on a copier.
"""

from collections.abc import Sequence

from mat_desktop.facilitation.outcomes.flow import FlowStep
from mat_desktop.facilitation.shown.outcomes import Forest, ForestRow
from mat_desktop.facilitation.shown.plots import CROSS, FLOW_READING, FULL, Plot, PlotDot, way_columns
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import Leaf

_HIGH, _WIDE, _ROW = 150.0, 250.0, 15.0
_SQUARE = 170.0
_MARK = 3.2


def plot(leaf: Leaf, picture: Plot) -> None:
    """Dots between their axes, and under them what may be read."""
    wide, high = (_SQUARE, _SQUARE) if picture.square else (_WIDE, _HIGH)
    leaf.need(high + 60)
    page, left, base = leaf.page, leaf.left + 62, leaf.y + 10 + high

    def at(x: float, y: float) -> tuple[float, float]:
        return left + wide * x, base - high * y

    with page.tagged("Figure", f"{picture.up} by {picture.across}: {picture.told}"):
        for share, words in picture.ticks_up:
            page.text(left - 6, base - high * share + 3, words, SMALL, align="right")
            page.line(left - 3, base - high * share, left, base - high * share, 0.5)
        for share, words in picture.ticks_across:
            page.text(left + wide * share, base + 13, words, SMALL, align="middle")
            page.line(left + wide * share, base, left + wide * share, base + 3, 0.5)
        page.line(left, base, left + wide, base, 0.7)
        page.line(left, base, left, base - high, 0.7)
        page.text(left + wide / 2, base + 26, picture.across, SMALL, align="middle")
        for number, words in enumerate(page.lines(picture.up, 46, SMALL)):
            page.text(leaf.left, base - high / 2 + 12 * number, words, SMALL)
        for line in picture.lines:
            page.line(*at(*line.start), *at(*line.end), 0.7, (2.5, 2.5) if line.broken else ())
        for dot in picture.dots:
            _dot(page, *at(dot.x, dot.y), dot)
    leaf.y = base + 32
    leaf.words(picture.reading, SMALL, after=4)


def _dot(page: Page, x: float, y: float, dot: PlotDot) -> None:
    if dot.mark == CROSS:
        page.line(x - _MARK, y - _MARK, x + _MARK, y + _MARK, 1.2)
        page.line(x - _MARK, y + _MARK, x + _MARK, y - _MARK, 1.2)
    else:
        page.circle(x, y, _MARK, 1.1, filled=dot.mark == FULL)


def forest(leaf: Leaf, picture: Forest, reading: str) -> None:
    """A row each, a square by its size, and the diamond of all with its interval; what may be read where it is said."""
    if not picture.rows:
        return
    leaf.need(min(len(picture.rows), 14) * _ROW + 40)
    left, wide = leaf.left + 124, leaf.wide - 124 - 126
    for row in picture.rows:
        if leaf.y + _ROW + 20 > leaf.floor:
            leaf.new_page()
        _row(leaf, row, picture, left, wide)
    for share, words in picture.ticks:
        leaf.page.text(left + wide * share, leaf.y + 10, words, SMALL, align="middle")
    leaf.y += 16
    if reading:
        leaf.words(reading, SMALL, after=4)


def _row(leaf: Leaf, row: ForestRow, picture: Forest, left: float, wide: float) -> None:
    page, y = leaf.page, leaf.y + _ROW / 2
    with page.tagged("Figure", f"{row.name}: {row.words}"):
        face = Face.BOLD if row.pooled else Face.REGULAR
        page.line(left + wide * picture.zero, leaf.y, left + wide * picture.zero, leaf.y + _ROW, 0.7)
        page.text(leaf.left, y + 3.5, row.name, SMALL, face)
        page.text(leaf.right, y + 3.5, row.words, SMALL, face, "right")
        if row.high > row.low:
            page.line(left + wide * row.low, y, left + wide * row.high, y, 1)
        if row.pooled:
            page.diamond(left + wide * row.x, y, 5)
        else:
            half = 1.6 + 2.2 * row.weight
            page.box(left + wide * row.x - half, y - half, 2 * half, 2 * half, filled=True)
    leaf.y += _ROW


def flow(leaf: Leaf, steps: Sequence[FlowStep]) -> None:
    """Boxes from the first to the last, and under each who went no further, with why."""
    columns = [(leaf.left + leaf.wide * x, leaf.wide * share) for x, share in way_columns(len(steps))]
    wide = columns[0][1]
    gap = columns[1][0] - columns[0][0] - wide if len(columns) > 1 else 0.0
    lines = [leaf.page.lines(step.words, wide - 4, SMALL) for step in steps]
    high = 28 + 12 * max(map(len, lines), default=1)
    exits = [leaf.page.lines(step.left, wide + gap - 4, SMALL) if step.left else [] for step in steps]
    leaf.need(high + 20 + 12 * max(map(len, exits), default=0))
    page, y = leaf.page, leaf.y + 4
    for number, step in enumerate(steps):
        x = columns[number][0]
        with page.tagged("P"):
            page.box(x, y, wide, high, 1)
            page.text(x + wide / 2, y + 17, str(step.count), 14, Face.BOLD, "middle")
            for line, words in enumerate(lines[number]):
                page.text(x + wide / 2, y + 29 + 12 * line, words, SMALL, align="middle")
            for line, words in enumerate(exits[number]):
                page.text(x, y + high + 22 + 12 * line, words, SMALL)
        if number < len(steps) - 1:
            _arrow(page, x + wide + 2, y + high / 2, gap - 4)
        if exits[number]:
            page.line(x + wide / 2, y + high, x + wide / 2, y + high + 10, 1)
    leaf.y = y + high + 16 + 12 * max(map(len, exits), default=0)
    leaf.words(FLOW_READING, SMALL, after=4)


def _arrow(page: Page, x: float, y: float, long: float) -> None:
    page.line(x, y, x + long, y, 1)
    page.line(x + long - 3, y - 3, x + long, y, 1)
    page.line(x + long - 3, y + 3, x + long, y, 1)
