"""The forest: several workshops, a row each, and all of them together."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF

from mat_desktop.facilitation.shown.outcomes import Forest, ForestRow
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, drawn_font
from mat_desktop.screens.outcomes.enlarged import enlarged
from mat_desktop.screens.outcomes.picture import FittedPicture

_ROW, _WORDS, _NARROW = 30, 22, 640
"""Heights of a row and of words above it, and below what width they stand above, in pixels at text of 100 %."""
_APART = 16
"""So far the words on the left stay from those on the right, in a narrow picture."""
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ForestView(FittedPicture):
    """A row a workshop: a square as large as its weight, its interval, and the numbers; the pooled one as a diamond."""

    narrow_below = _NARROW

    def __init__(self) -> None:
        super().__init__()
        self._found = Forest((), 0.5, ())
        hold(self, least_width=280)

    def show_forest(self, forest: Forest, reading: str) -> None:
        """Take the rows, and what may be read from them."""
        self._found = forest
        self.told("; ".join(f"{r.name}: {r.words}" for r in forest.rows) or "Nothing to pool yet", reading)
        self._fit()
        self.update()

    @property
    def _row(self) -> int:
        return _ROW + (_WORDS if self._narrow else 0)

    def _fit(self) -> None:
        hold(self, least_height=self._row * len(self._found.rows) + 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the room that there is."""
        enlarged(self, self._draw)

    def _draw(self, painter: QPainter, wide: float, high: float) -> None:
        """The axis and the rows."""
        left, right = (20.0, wide - 20.0) if self._narrow else (220.0, wide - 190.0)
        self._axis(painter, left, right)
        for place, row in enumerate(self._found.rows):
            y = self._row * (place + 1) - _ROW / 2
            self._words(painter, row, y - (_WORDS if self._narrow else 0), wide)
            low, high_, at = (left + (right - left) * s for s in (row.low, row.high, row.x))
            painter.setPen(QPen(colour("primary"), 2))
            painter.drawLine(QPointF(low, y), QPointF(high_, y))
            painter.setBrush(colour("primary"))
            _draw_effect(painter, row, QPointF(at, y))

    def _axis(self, painter: QPainter, left: float, right: float) -> None:
        bottom = self._row * len(self._found.rows) + 6.0
        painter.setFont(drawn_font("small"))
        for share, words in self._found.ticks:
            x = left + (right - left) * share
            painter.setPen(QPen(colour("control" if words == "0" else "line"), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(x - 30, bottom + 4, 60, 20), Qt.AlignmentFlag.AlignCenter, words)

    def _words(self, painter: QPainter, row: ForestRow, y: float, wide: float) -> None:
        painter.setPen(colour("ink"))
        painter.setFont(drawn_font("small_strong" if row.pooled else "small"))
        room = wide - painter.fontMetrics().horizontalAdvance(row.words) - _APART if self._narrow else 205
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(0, y - 12, room, 24), Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawText(QRectF(wide - 184, y - 12, 180, 24), _MIDDLE_RIGHT, row.words)


def _draw_effect(painter: QPainter, row: ForestRow, at: QPointF) -> None:
    """A square as large as the weight, or the diamond of all together."""
    half = 7.0 if row.pooled else 3 + 4 * row.weight
    if row.pooled:
        around = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.drawPolygon(QPolygonF([at + point for point in around]))
    else:
        painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
