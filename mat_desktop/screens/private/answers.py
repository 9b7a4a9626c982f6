"""Large answers: each button shows the value that is printed on the form."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from mat_desktop.screens.look import icons
from mat_desktop.screens.shared.badges import colour, type_font

TALL, TALL_SHORT = 148, 112


class Answer(QAbstractButton):
    """One answer: its value in a ring, its words below; the chosen one is filled and carries a tick."""

    def __init__(self, value: int, words: str, then: Callable[[int], object], *, narrow: bool) -> None:
        super().__init__()
        self.value, self._words, self._narrow = value, words, narrow
        self.setCheckable(True)
        self.setAccessibleName(f"{value} {words}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(TALL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.clicked.connect(lambda _on=False: then(value))

    def sizeHint(self) -> QSize:
        """As wide as its share of the row."""
        return QSize(60 if self._narrow else 120, TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a ring around the value; filled when it is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(colour("primary" if on else "control"), 2))
        painter.setBrush(colour("primary" if on else "surface"))
        painter.drawRoundedRect(box, 14, 14)
        middle = QPointF(box.center().x(), box.top() + (box.height() * (0.34 if self._words or self._narrow else 0.5)))
        painter.setPen(QPen(colour("on_primary" if on else "control"), 2))
        painter.setBrush(colour("on_primary" if on else "surface"))
        painter.drawEllipse(middle, 20, 20)
        if on:
            icons.draw(painter, "check", "primary", middle.x() - 12, middle.y() - 12, 24)
        else:
            painter.setPen(colour("ink"))
            painter.setFont(type_font("section"))
            ring = QRectF(middle.x() - 20, middle.y() - 20, 40, 40)
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.value))
        painter.setPen(colour("on_primary" if on else "ink"))
        painter.setFont(type_font("small_strong" if self._narrow else "answer"))
        below = QRectF(box.left() + 6, middle.y() + 24, box.width() - 12, box.bottom() - middle.y() - 28)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(below, int(flags), self._words)
