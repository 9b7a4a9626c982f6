"""The straightened sheet, whole and in pieces; it is held in memory only."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.printer import AnswerPlace
from mat_desktop.screens.look.theme import colour, worn

AROUND = 1.2
"""Millimetres of the sheet that are shown around a box."""


def crop(straight: QImage, scale: float, box: AnswerPlace, around: float = AROUND) -> QImage:
    """One box and a little around it."""
    left, top = round((box.x - around) * scale), round((box.y - around) * scale)
    wide, high = round((box.wide + 2 * around) * scale), round((box.high + 2 * around) * scale)
    return straight.copy(QRect(left, top, wide, high))


def around_all(places: Sequence[AnswerPlace]) -> AnswerPlace:
    """The frame around several boxes of one line."""
    left, top = min(p.x for p in places), min(p.y for p in places)
    right, under = max(p.x + p.wide for p in places), max(p.y + p.high for p in places)
    return replace(places[0], x=left, y=top, wide=right - left, high=under - top)


class StraightSheet(QWidget):
    """The whole page as it would look flat, the box that is asked framed."""

    def __init__(self) -> None:
        super().__init__()
        self._image, self._scale = QImage(), 1.0
        self._place: AnswerPlace | None = None
        self.setAccessibleName("The sheet, straightened")

    def show_sheet(self, image: QImage, scale: float) -> None:
        """Another page."""
        self._image, self._scale, self._place = image, scale, None
        self.update()

    def point_to(self, box: AnswerPlace | None) -> None:
        """Frame one box, or none."""
        self._place = box
        self.update()

    def sizeHint(self) -> QSize:
        """As large as a sheet that can be read."""
        return QSize(worn().px(420), worn().px(594))

    def minimumSizeHint(self) -> QSize:
        """Enough to know it again."""
        return QSize(worn().px(220), worn().px(220))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page, as large as there is room, and the frame."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, shown.width(), shown.height()), self._image)
        if self._place is not None:
            ratio = self._scale * shown.width() / self._image.width()
            box = QRectF(self._place.x, self._place.y, self._place.wide, self._place.high)
            frame = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio)
            painter.setPen(QPen(QColor(colour("focus")), worn().ring))
            painter.drawRect(frame.adjusted(-3, -3, 3, 3))
        painter.end()
