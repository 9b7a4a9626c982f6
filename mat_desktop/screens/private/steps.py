"""How far the questions have come."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mat_desktop.screens.look.theme import colour


class Steps(QWidget):
    """How far the questions have come: filled, here, ahead."""

    def __init__(self) -> None:
        super().__init__()
        self._at, self._count = 0, 0
        self.setFixedHeight(32)
        self.setMinimumWidth(430)

    def show_steps(self, at: int, count: int) -> None:
        """At this question, of so many."""
        self._at, self._count = at, count
        self.setAccessibleName(f"Question {min(at + 1, count)} of {count}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One bar for each question."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(52.0, self.width() / max(1, self._count))
        left = self.width() - wide * self._count
        for place in range(self._count):
            painter.setPen(colour("primary" if place <= self._at else "control"))
            painter.setBrush(colour("primary" if place < self._at else "surface"))
            painter.drawRoundedRect(QRectF(left + place * wide + 2, 11, max(2.0, wide - 6), 10), 5, 5)
