"""Badges, shapes of partners and other small painted things, never told by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QPolygonF

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import colour, type_font, worn

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
    px = worn().px
    font = type_font("small_strong")
    wide = badge_width(badge)
    box = QRectF(right - wide, middle - px(13), wide, px(26))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_outline(family))
    painter.setBrush(colour(f"{family}_bg"))
    inset = worn().border / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 6, 6)
    icons.draw(painter, name, f"{family}_ink", box.left() + px(8), middle - px(8), px(16))
    painter.setFont(font)
    painter.setPen(colour(f"{family}_ink"))
    painter.drawText(box.adjusted(px(30), 0, -px(8), 0), Qt.AlignmentFlag.AlignVCenter, word)
    return box.left()


def badge_width(badge: str) -> int:
    """How wide a badge is drawn."""
    words = QFontMetricsF(type_font("small_strong")).horizontalAdvance(BADGES[badge][2])
    return round(words) + worn().px(40)


def _outline(family: str) -> QPen:
    """Dashed around what is still to do; around every badge where tints do not tell."""
    dashed = family == "todo"
    if not dashed and not worn().outlined:
        return QPen(Qt.PenStyle.NoPen)
    token = f"{family}_ink" if worn().outlined else "control"
    return QPen(colour(token), worn().border, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)


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
