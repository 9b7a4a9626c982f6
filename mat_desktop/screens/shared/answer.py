"""The answers to one question: radio buttons in a row, the chosen one with its value and its tick whole."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import Theme, colour, metrics_of, type_font, worn
from mat_desktop.screens.look.tokens import TARGET
from mat_desktop.screens.shared.joined import JoinedLayout
from mat_desktop.screens.shared.parts import column

_TICK, _AIR = 16, 5
_MOST_LINES = 2
"""A longer scale would not be read as one in more lines."""


@lru_cache(maxsize=1024)
def _room_for(words: str, theme: Theme) -> tuple[int, int, int]:
    """How wide an answer likes to be and is at least, and how tall: a tick above the words needs the height of both.

    Kept: a page of forms asks a thousand times before it stands.
    """
    metrics, tick = metrics_of("strong", theme.factor), theme.px(_TICK)
    wide = metrics.horizontalAdvance(words)
    beside = 0 if words.isdecimal() else tick + 2 * _AIR
    liked, least = round(wide + 2 * _AIR) + beside + 4, round(wide) + 2 * _AIR
    return max(TARGET, liked), max(TARGET, least), max(TARGET, round(metrics.height()) + tick + 4)


class AnswerRadio(QRadioButton):
    """One answer: a click on it counts where it was pressed, whatever moves under the hand meanwhile."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pressed_at: QPoint | None = None

    def sizeHint(self) -> QSize:
        """Words and tick beside each other; a bare value has its tick above it."""
        liked, _, tall = _room_for(self.text(), worn())
        return QSize(liked, tall)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        _, least, tall = _room_for(self.text(), worn())
        return QSize(least, tall)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the hand is."""
        self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A hand that did not move means the answer that it pressed."""
        before, self._pressed_at = self._pressed_at, None
        still = before is not None and _near(before, event.globalPosition().toPoint())
        if still and self.isDown() and event.button() == Qt.MouseButton.LeftButton:
            middle = QPointF(self.rect().center())
            seen = event.globalPosition()
            event = QMouseEvent(event.type(), middle, seen, event.button(), event.buttons(), event.modifiers())
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A press is given up only when the hand itself goes away."""
        if self._pressed_at is None or not _near(self._pressed_at, event.globalPosition().toPoint()):
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is no press."""
        event.accept()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole field is the answer, not only its words."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A field with its words; the chosen one is filled and has a tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        border = worn().border
        # A line lies to both sides of where it is drawn: half a line inwards it covers whole pixels.
        within = border / 2
        box = QRectF(self.rect()).adjusted(within, within, -within, -within)
        painter.setPen(QPen(colour("primary" if on else "control"), border))
        painter.setBrush(colour("primary" if on else "primary_soft" if self.isDown() else "surface"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(colour("on_primary" if on else "ink"))
        painter.setFont(type_font("strong"))
        if on:
            box = self._draw_tick(painter, box)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())

    def _draw_tick(self, painter: QPainter, box: QRectF) -> QRectF:
        """Draw the tick before the words, or above them where they leave no room. What is left for the words."""
        words, tick = metrics_of("strong", worn().factor).horizontalAdvance(self.text()), worn().px(_TICK)
        if box.width() >= words + tick + 3 * _AIR:
            left = box.center().x() - (words + tick + _AIR) / 2
            icons.draw(painter, "check", "on_primary", left, box.center().y() - tick / 2, tick)
            return box.adjusted(tick + _AIR, 0, 0, 0)
        icons.draw(painter, "check", "on_primary", box.center().x() - tick / 2, box.top() + 3, tick)
        return box.adjusted(0, tick, 0, 0)


def _near(one: QPoint, other: QPoint) -> bool:
    return (one - other).manhattanLength() < QApplication.startDragDistance()


class Answers(QWidget):
    """All answers to one question, one of them chosen or none. `chosen` is given the value of the one clicked."""

    def __init__(
        self, options: Sequence[tuple[int, str, str]], chosen: Callable[[int], object], *, upright: bool = False
    ) -> None:
        """`options`: the value, what stands on the answer, and its name for a screen reader; `upright`: a line each."""
        super().__init__()
        self.group = QButtonGroup(self)
        self._place = {value: place for place, (value, _, _) in enumerate(options)}
        scale = all(words.isdecimal() for _, words, _ in options)
        layout = column(gap=2) if upright else JoinedLayout(gap=2, fills=True, most_lines=_MOST_LINES if scale else 0)
        for place, (value, words, name) in enumerate(options):
            found = AnswerRadio(words, name)
            found.clicked.connect(lambda _on=False, v=value: chosen(v))
            self.group.addButton(found, place)
            layout.addWidget(found)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(not upright)
        self.setSizePolicy(policy)

    def set(self, value: int | None) -> None:
        """Show one as chosen, or none."""
        self.group.setExclusive(False)
        for known, place in self._place.items():
            self.group.button(place).setChecked(known == value)
        self.group.setExclusive(True)

    def button(self, value: int) -> AnswerRadio:
        """The button of one answer."""
        found = self.group.button(self._place[value])
        assert isinstance(found, AnswerRadio)
        return found
