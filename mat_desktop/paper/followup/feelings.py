"""How the calls felt, for whoever asked to see it: dots and a thin line, 0 to 10."""

from mat_desktop.facilitation.shown.dates import month
from mat_desktop.facilitation.shown.trend import Trend
from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.fonts import Face

_LEAST_BETWEEN = 26.0
_TITLE = "How the calls felt to you, 0 to 10"
_NOTE = "These are our own questions. They are not a test."


def draw_feelings(pen: Pen, felt: Trend, high: float) -> None:
    """The chart with its title and what it is not, so high without them."""
    m, page = pen.m, pen.page
    pen.words(_TITLE, face=Face.BOLD, role="H3")
    said = ", ".join(f"{month(point.day)} {point.value:.1f}" for point in felt.points)
    with pen.tagged("Figure", f"{_TITLE}: {said}."):
        left, top = pen.left + 20, pen.y + 6
        base = top + high
        for level in (0, 5, 10):
            y = base - high * level / 10
            page.text(left - 5, y + m.small * 0.36, str(level), m.small, align="right")
            page.line(left, y, pen.right, y, 0.7 if level == 0 else 0.5, () if level == 0 else (1.0, 2.5))
        wide = pen.right - left - 20
        places = {p: (left + 10 + p.x * wide, base - high * p.y) for p in felt.points}
        for first, second in felt.joined:
            page.line(*places[first], *places[second], 1.0)
        last = -99.0
        for point, (x, y) in places.items():
            page.circle(x, y, 3, 0.5, filled=True)
            if x - last >= _LEAST_BETWEEN:
                page.text(x, base + m.small + 3, month(point.day), m.small, align="middle")
                last = x
    pen.y = base + m.small + 6
    pen.small(_NOTE)
