"""Parts of one line of thought: beside each other where each has the room that it wants, else under each other."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from mat_desktop.screens.look.theme import worn


class SideBySide(QWidget):
    """`parts`: the widget, its share of the room that is left, and the width it wants, as drawn at 100 %.

    Unlike the zones of a page, parts under each other take no more height than they need.
    """

    def __init__(self, *parts: tuple[QWidget, int, int], gap: int = 12, gap_under: int = 4) -> None:
        super().__init__()
        self.setObjectName("bare")
        self._parts = parts
        self._gaps = gap, gap_under
        self.stacked = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        for part, stretch, _ in parts:
            self._layout.addWidget(part, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: beside, or under each other."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of words, other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._arrange()

    def event(self, event: QEvent) -> bool:
        """A part has other words, or comes or goes."""
        answered = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return answered

    def _arrange(self) -> None:
        seen = [part for part in self._parts if not part[0].isHidden()]
        wide = [max(worn().px(wanted), _likes(part, stretch)) for part, stretch, wanted in seen]
        stacked = sum(wide) + self._gaps[0] * max(0, len(wide) - 1) > self.width() and len(wide) > 1
        if stacked is self.stacked:
            return
        self.stacked = stacked
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(way)
        self._layout.setSpacing(self._gaps[stacked])
        for part, *_ in self._parts:
            if isinstance(part, QPushButton):
                self._layout.setAlignment(part, _LEFT if stacked else _ANY)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part alone, for the others can go under it."""
        wide = max((_least(part) for part, *_ in self._parts if not part.isHidden()), default=0)
        return QSize(wide, self._layout.minimumSize().height())


_LEFT, _ANY = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag(0)
"""A button under a sentence is no wider than beside it."""


def _likes(part: QWidget, stretch: int) -> int:
    """What has no share of the rest stands as wide as it likes to; what has one can do with less."""
    return _least(part) if stretch else max(_least(part), part.sizeHint().width())


def _least(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())
