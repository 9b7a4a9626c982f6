"""Badges, shapes of partners and other small painted things, never told by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QPolygonF

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import colour, type_font

PARTNER_TOKENS = ("pa", "pb", "pc")
PARTNER_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


BADGES: dict[str, tuple[str, str, str]] = {
    "include": ("circle-check", "ok", "Include"),
    "refer": ("signpost", "refer", "Refer"),
    "not now": ("pause", "pause", "Not now"),
    "own choice": ("user", "pause", "Own choice"),
    "to do": ("circle-dashed", "todo", "To do"),
    "talk first": ("message-square-quote", "attn", "Talk first"),
    "safety card": ("triangle-alert", "danger", "Safety"),
    "expected": ("circle-dashed", "todo", "Expected"),
    "here": ("circle-check", "ok", "Here"),
    "not coming": ("x", "pause", "Not coming"),
    "left": ("signpost", "pause", "Left"),
    "done": ("circle-check", "ok", "Done"),
    "late": ("clock", "ok", "Late"),
    "due": ("circle-dashed", "todo", "Due"),
    "could not reach": ("x", "pause", "Not reached"),
    "signed": ("circle-check", "ok", "Signed"),
    "signed, terms written by hand": ("pen-line", "ok", "By hand"),
    "draft": ("circle-dashed", "todo", "Draft"),
    "set": ("flag", "ok", "Set"),
    "on trial": ("clock", "pause", "On trial"),
    "confirmed": ("circle-check", "ok", "Confirmed"),
    "proposed": ("circle-dashed", "todo", "Proposed"),
    "being asked": ("message-square-quote", "pause", "Being asked"),
    "paused": ("pause", "pause", "Paused"),
    "interested": ("circle-dashed", "todo", "Interested"),
    "registered": ("user", "pause", "Registered"),
    "waiting list": ("clock", "pause", "Waiting list"),
    "cancelled": ("x", "todo", "Cancelled"),
    "fitting": ("circle-check", "ok", "Steady"),
    "talk": ("heart-handshake", "attn", "Talk"),
    "missing": ("file-text", "pause", "Log missing"),
}
"""Icon, colour family and word of each badge."""


def draw_badge(painter: QPainter, badge: str, right: float, middle: float) -> float:
    """Paint a badge that ends at `right`; returns where it begins."""
    name, family, word = BADGES[badge]
    font = type_font("small_strong")
    wide = QFontMetricsF(font).horizontalAdvance(word) + 16 + 6 + 18
    box = QRectF(right - wide, middle - 13, wide, 26)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dashed = family == "todo"
    painter.setPen(QPen(colour("control"), 1, Qt.PenStyle.DashLine) if dashed else Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{family}_bg"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    icons.draw(painter, name, f"{family}_ink", box.left() + 8, middle - 8, 16)
    painter.setFont(font)
    painter.setPen(colour(f"{family}_ink"))
    painter.drawText(box.adjusted(30, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, word)
    return box.left()


def draw_partner(painter: QPainter, position: int, x: float, y: float, size: float = 12) -> None:
    """The shape of partner A, B or C around x, y: circle, square, triangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour(PARTNER_TOKENS[position])))
    half = size / 2
    if position == 0:
        painter.drawEllipse(QPointF(x, y), half, half)
    elif position == 1:
        painter.drawRect(QRectF(x - half, y - half, size, size))
    else:
        painter.drawPolygon(QPolygonF([QPointF(x, y - half), QPointF(x + half, y + half), QPointF(x - half, y + half)]))
