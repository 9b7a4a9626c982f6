"""The first thing that is painted: the window's frame, while everything else is still being read in."""

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from mat_desktop.screens.frame.screen_gone import ScreenWatch
from mat_desktop.screens.look.dress import clothe
from mat_desktop.screens.look.standing_on import screen_of
from mat_desktop.screens.look.theme import colour, worn
from mat_desktop.screens.look.tokens import RAIL_WIDTH
from mat_desktop.screens.shared.held import hear_held_keys
from mat_desktop.screens.shared.reading import read_in_order

SMALLEST = QSize(911, 512)
"""A laptop of 1366x768 at 150 %. A smaller screen bounds it further."""
USUAL = QSize(1366, 768)
AROUND = QSize(16, 40)
"""What a title bar and borders take at most."""
GEOMETRY = "geometry"


class Opening(QWidget):
    """The rail's colour, the page's colour, and one word."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint at once, with what Qt has anyway."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("canvas"))
        painter.fillRect(QRect(0, 0, RAIL_WIDTH, self.height()), colour("rail"))
        font = QFont(self.font())
        font.setPixelSize(worn().px(19))
        painter.setFont(font)
        painter.setPen(colour("rail_ink"))
        painter.drawText(QRect(24, 14, RAIL_WIDTH, 44), Qt.AlignmentFlag.AlignVCenter, "MAT Desktop")
        painter.setPen(colour("ink_muted"))
        painter.drawText(QRect(RAIL_WIDTH + 24, 14, 400, 44), Qt.AlignmentFlag.AlignVCenter, "Opening …")


class Shell(QMainWindow):
    """The main window before it knows a library."""

    def __init__(self) -> None:
        super().__init__()
        clothe(self)
        self.setWindowTitle("MAT Desktop")
        usual, smallest = fitting(screen_of(self).availableGeometry().size())
        self.setMinimumSize(smallest)
        self.resize(usual)
        self.setCentralWidget(Opening())
        self.screens = ScreenWatch(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Held keys are told apart from the first moment on."""
        super().showEvent(event)
        hear_held_keys(self)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes as one reads."""
        read_in_order(self)
        return super().focusNextPrevChild(onward)

    def open_up(self) -> None:
        """The first time the window takes all of the screen; later it opens as it was left, if that is still there."""
        kept = _stores().value(GEOMETRY)
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.showMaximized()
            return
        self.show()

    def remember(self) -> None:
        """Keep how the window stands on this computer; it tells nothing of a library."""
        _stores().setValue(GEOMETRY, self.saveGeometry())


def fitting(room: QSize) -> tuple[QSize, QSize]:
    """How large the window is, and how small it may get, on a screen with this room: never larger, frame and all."""
    inside = room - AROUND
    return USUAL.boundedTo(inside), SMALLEST.boundedTo(inside)


def _stores() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "MAT Desktop", "window")
