"""How far the questions have come."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, worn

_HERE = 3
"""How thick the frame of the question in front is: it is found by its shape, not by its colour."""


class Steps(QWidget):
    """How far the questions have come: filled, here, ahead."""

    def __init__(self) -> None:
        super().__init__()
        self._at, self._count = 0, 0
        hold(self, height=32, least_width=120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, at: int, count: int) -> None:
        """At this question, of so many."""
        self._at, self._count = at, count
        self.setAccessibleName(f"Question {min(at + 1, count)} of {count}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One bar for each question."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor = worn().factor
        painter.scale(factor, factor)
        room = self.width() / factor
        wide = min(52.0, room / max(1, self._count))
        left = room - wide * self._count
        for place in range(self._count):
            thick = _HERE if place == self._at else 1
            painter.setPen(QPen(colour("primary" if place <= self._at else "control"), thick))
            painter.setBrush(colour("primary" if place < self._at else "surface"))
            box = QRectF(left + place * wide + 2, 11, max(2.0, wide - 6), 10)
            painter.drawRoundedRect(box, 5, 5)
