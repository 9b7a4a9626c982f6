"""Large answers: each button shows the value that is printed on the form."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import colour, type_font, worn
from mat_desktop.screens.shared.buttons import ENTER, beside, goes_aside
from mat_desktop.screens.shared.ring import lead_to

TALL, TALL_SHORT, LINE = 148, 112, 52
_RING, _AIR, _ABOVE = 20, 6, 0.34
"""The ring around the value, the air beside the words, and how far down the ring stands."""
_BEFORE, _TICK = 68, 42
"""In a line: what stands before the words, and behind them."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class AnswerButton(QRadioButton):
    """One answer, a radio button: its value in a ring, its words below; the chosen one is filled and carries a tick."""

    def __init__(
        self, value: int, words: str, then: Callable[[int], object], *, narrow: bool = False, line: bool = False
    ) -> None:
        """`narrow` where there are many beside each other; `line` where each has a line for long words."""
        super().__init__()
        self.value, self._words, self._narrow, self.line = value, words, narrow, line
        self.setAccessibleName(f"{value} {words}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._low = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.clicked.connect(lambda _on=False: then(value))

    def stand_lower(self, *, on: bool) -> None:
        """Be lower, for a low window."""
        if on is not self._low:
            self._low = on
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of words needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its share of the row."""
        wide = max(self.minimumSizeHint().width(), worn().px(60 if self._narrow else 120))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The longest word is seen whole."""
        metrics = QFontMetrics(self._font())
        longest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        px = worn().px
        wide = longest + (px(_BEFORE + _TICK) if self.line else px(2 * _AIR))
        return QSize(max(wide, px(2 * _RING + 4)), px(LINE if self.line else TALL_SHORT))

    def heightForWidth(self, width: int) -> int:
        """As drawn, or higher where the words need more lines."""
        px = worn().px
        room = width - (px(_BEFORE + _TICK) if self.line else px(2 * _AIR))
        words = QFontMetrics(self._font()).boundingRect(0, 0, max(1, room), 10_000, _WRAPPED, self._words).height()
        if self.line:
            return max(px(LINE), words + px(8))
        usual = px(TALL_SHORT if self._low else TALL)
        if not self._words:
            return usual
        return max(usual, round(usual * _ABOVE) + px(_RING + 4) + words + px(4))

    def _font(self) -> QFont:
        return type_font("section" if self.line else "small_strong" if self._narrow else "answer")

    def hitButton(self, pos: QPoint) -> bool:
        """The whole card is the answer, not only its ring."""
        return self.rect().contains(pos)

    def _middle(self, box: QRectF) -> QPointF:
        """Where the ring is: above the words, or before them."""
        px = worn().px
        if self.line:
            return QPointF(box.left() + px(34), box.center().y())
        if not self._words and not self._narrow:
            return box.center()
        return QPointF(box.center().x(), box.top() + px(TALL_SHORT if self._low else TALL) * _ABOVE)

    def _draw_tick(self, painter: QPainter, box: QRectF, middle: QPointF) -> None:
        """The tick stands beside the ring, never in the place of the printed value: in a narrow answer above it."""
        px = worn().px
        side = px(24)
        if self.line:
            icons.draw(painter, "check", "on_primary", box.right() - px(38), middle.y() - side / 2, side)
        elif box.width() < px(2 * (_RING + 6 + 24)):
            icons.draw(painter, "check", "on_primary", middle.x() - side / 2, box.top() + px(2), side)
        else:
            icons.draw(painter, "check", "on_primary", middle.x() + px(_RING + 6), middle.y() - side / 2, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never chooses an answer, on any system: it is the window's, as every digit is.

        Arrows go from answer to answer and choose none: Qt would choose what is passed.
        """
        if event.key() in ENTER:
            event.ignore()
        elif goes_aside(event):
            event.accept()
            lead_to(beside(self, event))
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
        theme = worn()
        edge = (theme.chosen if on and theme.outlined else 2) / 2 + 0.5
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(colour("primary" if on else "control"), 2 * edge - 1))
        painter.setBrush(colour("primary" if on else "surface"))
        painter.drawRoundedRect(box, 14, 14)
        middle = self._middle(box)
        self._draw_value(painter, middle, on=on)
        if on:
            self._draw_tick(painter, box, middle)
        painter.setPen(colour("on_primary" if on else "ink"))
        font = self._font()
        font.setUnderline(on and theme.outlined)
        painter.setFont(font)
        painter.drawText(self._words_room(box, middle), self._words_flags(), self._words)

    def _draw_value(self, painter: QPainter, middle: QPointF, *, on: bool) -> None:
        radius = worn().px(_RING)
        painter.setPen(QPen(colour("on_primary" if on else "control"), 2))
        painter.setBrush(colour("on_primary" if on else "surface"))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(colour("primary" if on else "ink"))
        painter.setFont(type_font("section"))
        ring = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.value))

    def _words_room(self, box: QRectF, middle: QPointF) -> QRectF:
        px = worn().px
        if self.line:
            return QRectF(middle.x() + px(34), box.top(), box.right() - middle.x() - px(76), box.height())
        top = middle.y() + px(_RING + 4)
        return QRectF(box.left() + px(_AIR), top, box.width() - px(2 * _AIR), box.bottom() - top - px(2))

    def _words_flags(self) -> int:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return int((left if self.line else Qt.AlignmentFlag.AlignCenter) | Qt.TextFlag.TextWordWrap)
