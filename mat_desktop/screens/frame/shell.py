"""The first thing that is painted: the window's frame, while everything else is still being read in."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from mat_desktop.screens.look.tokens import LIGHT, RAIL_WIDTH

SMALLEST = (1280, 660)


class Opening(QWidget):
    """The rail's colour, the page's colour, and one word."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint at once, with what Qt has anyway."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT["canvas"]))
        painter.fillRect(QRect(0, 0, RAIL_WIDTH, self.height()), QColor(LIGHT["rail"]))
        font = QFont(self.font())
        font.setPixelSize(19)
        painter.setFont(font)
        painter.setPen(QColor(LIGHT["rail_ink"]))
        painter.drawText(QRect(24, 14, RAIL_WIDTH, 44), Qt.AlignmentFlag.AlignVCenter, "MAT Desktop")
        painter.setPen(QColor(LIGHT["ink_muted"]))
        painter.drawText(QRect(RAIL_WIDTH + 24, 14, 400, 44), Qt.AlignmentFlag.AlignVCenter, "Opening …")


class Shell(QMainWindow):
    """The main window before it knows a library."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("MAT Desktop")
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 768)
        self.setCentralWidget(Opening())
