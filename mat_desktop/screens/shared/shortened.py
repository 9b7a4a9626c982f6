"""Names that give way last of all: shortened only where the window has no room, with the whole in a tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

SHORTEST = 9
"""Characters of a name that are always seen."""


class Shortened(QLabel):
    """One line that would like its whole width, and ends in an ellipsis where it cannot have it."""

    def __init__(self, words: str, kind: str = "body") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Enough to tell whose name it is."""
        whole = super().sizeHint()
        return QSize(min(whole.width(), self.fontMetrics().averageCharWidth() * SHORTEST), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tool tip tells what is cut, and is not there where nothing is."""
        super().resizeEvent(event)
        self.setToolTip("" if self._fitting() == self.text() else self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What there is room for."""
        painter = QPainter(self)
        role = self.foregroundRole()
        self.style().drawItemText(
            painter, self.contentsRect(), _LEFT, self.palette(), self.isEnabled(), self._fitting(), role
        )

    def _fitting(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
