"""Large answers: each button shows the value that is printed on the form."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import colour, type_font
from mat_desktop.screens.shared.buttons import ENTER

TALL, TALL_SHORT, LINE = 148, 112, 52


class AnswerButton(QAbstractButton):
    """One answer: its value in a ring, its words below; the chosen one is filled and carries a tick."""

    def __init__(
        self, value: int, words: str, then: Callable[[int], object], *, narrow: bool = False, line: bool = False
    ) -> None:
        """`narrow` where there are many beside each other; `line` where each has a line for long words."""
        super().__init__()
        self.value, self._words, self._narrow, self.line = value, words, narrow, line
        self.setCheckable(True)
        self.setAccessibleName(f"{value} {words}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(LINE if line else TALL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.clicked.connect(lambda _on=False: then(value))

    def sizeHint(self) -> QSize:
        """As wide as its share of the row."""
        return QSize(60 if self._narrow else 120, TALL)

    def _middle(self, box: QRectF) -> QPointF:
        """Where the ring is: above the words, or before them."""
        if self.line:
            return QPointF(box.left() + 34, box.center().y())
        return QPointF(box.center().x(), box.top() + box.height() * (0.34 if self._words or self._narrow else 0.5))

    def _draw_tick(self, painter: QPainter, box: QRectF, middle: QPointF) -> None:
        """The tick stands beside the ring, never in the place of the printed value: in a narrow answer above it."""
        if self.line:
            icons.draw(painter, "check", "on_primary", box.right() - 38, middle.y() - 12, 24)
        elif self._narrow:
            icons.draw(painter, "check", "on_primary", middle.x() - 12, box.top() + 2, 24)
        else:
            icons.draw(painter, "check", "on_primary", middle.x() + 26, middle.y() - 12, 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never chooses an answer, on any system: it is the window's, as every digit is."""
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click does not answer the question that came under the hand."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with a ring around the value; filled when it is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(colour("primary" if on else "control"), 2))
        painter.setBrush(colour("primary" if on else "surface"))
        painter.drawRoundedRect(box, 14, 14)
        middle = self._middle(box)
        painter.setPen(QPen(colour("on_primary" if on else "control"), 2))
        painter.setBrush(colour("on_primary" if on else "surface"))
        painter.drawEllipse(middle, 20, 20)
        if on:
            self._draw_tick(painter, box, middle)
        painter.setPen(colour("primary" if on else "ink"))
        painter.setFont(type_font("section"))
        ring = QRectF(middle.x() - 20, middle.y() - 20, 40, 40)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.value))
        painter.setPen(colour("on_primary" if on else "ink"))
        painter.setFont(type_font("section" if self.line else "small_strong" if self._narrow else "answer"))
        room = QRectF(box.left() + 6, middle.y() + 24, box.width() - 12, box.bottom() - middle.y() - 28)
        where = Qt.AlignmentFlag.AlignCenter
        if self.line:
            room = QRectF(middle.x() + 34, box.top() + 2, box.right() - middle.x() - 76, box.height() - 4)
            where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(where | Qt.TextFlag.TextWordWrap), self._words)
