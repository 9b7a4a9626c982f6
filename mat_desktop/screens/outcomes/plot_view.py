"""A plot on the screen: dots between two named axes, the same geometry as on paper."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from mat_desktop.facilitation.shown.plots import CROSS, FULL, Plot, PlotDot
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, drawn_font
from mat_desktop.screens.outcomes.enlarged import enlarged
from mat_desktop.screens.outcomes.picture import Picture

_LEFT, _RIGHT, _TOP, _BOTTOM = 52.0, 14.0, 26.0, 44.0
_MARK = 5.0
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class PlotView(Picture):
    """Draws one plot, and says its values to a screen reader; `nothing` where there is none."""

    def __init__(self, nothing: str, *, least_height: int) -> None:
        super().__init__()
        self._nothing = nothing
        self._plot: Plot | None = None
        self.setAccessibleName(nothing)
        hold(self, least_width=260, least_height=least_height)

    def show_plot(self, plot: Plot | None) -> None:
        """Take a plot, or none."""
        self._plot = plot
        values = self._nothing if plot is None else f"{plot.up} by {plot.across}: {plot.told}"
        self.told(values, "" if plot is None else plot.reading)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the room that there is."""
        enlarged(self, self._draw)

    def _draw(self, painter: QPainter, wide: float, high: float) -> None:
        painter.setFont(drawn_font("small"))
        if self._plot is None:
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(0, 0, wide, high), int(Qt.TextFlag.TextWordWrap), self._nothing)
            return
        up = high - _TOP - _BOTTOM
        across = wide - _LEFT - _RIGHT
        room = QRectF(_LEFT, _TOP, min(across, up) if self._plot.square else across, up)
        self._axes(painter, self._plot, room)
        for line in self._plot.lines:
            style = Qt.PenStyle.DashLine if line.broken else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour("control"), 1.5, style))
            painter.drawLine(_at(room, *line.start), _at(room, *line.end))
        for dot in self._plot.dots:
            _dot(painter, _at(room, dot.x, dot.y), dot)

    def _axes(self, painter: QPainter, plot: Plot, room: QRectF) -> None:
        for share, words in plot.ticks_up:
            y = room.bottom() - room.height() * share
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(colour("ink_muted"))
            painter.drawText(QRectF(0, y - 10, room.left() - 8, 20), _MIDDLE_RIGHT, words)
        painter.setPen(colour("ink_muted"))
        for share, words in plot.ticks_across:
            x = room.left() + room.width() * share
            painter.drawText(QRectF(x - 30, room.bottom() + 3, 60, 18), Qt.AlignmentFlag.AlignCenter, words)
        under = QRectF(room.left(), room.bottom() + 20, room.width(), 20)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, plot.across)
        painter.drawText(QRectF(0, 0, room.right(), 20), Qt.AlignmentFlag.AlignLeft, plot.up)


def _at(room: QRectF, x: float, y: float) -> QPointF:
    return QPointF(room.left() + room.width() * x, room.bottom() - room.height() * y)


def _dot(painter: QPainter, at: QPointF, dot: PlotDot) -> None:
    painter.setPen(QPen(colour("primary"), 2))
    if dot.mark == CROSS:
        for way in (1, -1):
            painter.drawLine(at - QPointF(_MARK, way * _MARK), at + QPointF(_MARK, way * _MARK))
        return
    painter.setBrush(colour("primary" if dot.mark == FULL else "surface"))
    painter.drawEllipse(at, _MARK, _MARK)
