"""The zones of a page: beside each other where there is room, else one under the other, and the page scrolls."""

from PySide6.QtCore import QEvent, QMargins, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QWidget

from mat_desktop.screens.look.belonging import outermost, standing_in
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.look.tokens import GAP
from mat_desktop.screens.shared.people_list import PeopleList

_SHORT, _TALL = 200, 320
"""The least height, as drawn at 100 %, of a list and of the work where they stand one under the other."""


class _Zones(QBoxLayout):
    """Under each other, no zone gets less than it cannot do without; what is left goes to those that take it.

    Qt takes what is lacking from what it would give the highest zone, and cuts words there while a list has room.
    """

    def setGeometry(self, rect: QRect) -> None:
        """Each zone its height, from top to bottom."""
        zones = self._seen()
        if self.direction() is not QBoxLayout.Direction.TopToBottom or not zones:
            super().setGeometry(rect)
            return
        # Qt's own way would lay out everything a first time, only to be laid out again.
        QLayout.setGeometry(self, rect)
        left = rect.height() - self._all(zones, rect.width())
        takes = [zone for zone in zones if self.stretch(self.indexOf(zone))] or zones[-1:]
        top = rect.top()
        for zone in zones:
            high = _needed(zone, rect.width()) + (max(0, left) // len(takes) if zone in takes else 0)
            zone.setGeometry(QRect(rect.left(), top, rect.width(), high))
            top += high + self.spacing()

    def minimumHeightForWidth(self, width: int) -> int:
        """What all zones cannot do without."""
        if self.direction() is not QBoxLayout.Direction.TopToBottom:
            return super().minimumHeightForWidth(width)
        return self._all(self._seen(), width)

    def _seen(self) -> list[QWidget]:
        return [zone for zone in standing_in(self) if not zone.isHidden()]

    def _all(self, zones: list[QWidget], width: int) -> int:
        return sum(_needed(zone, width) for zone in zones) + self.spacing() * max(0, len(zones) - 1)


class PageZones(QWidget):
    """A list, the work, and at most one zone more; `stretch` tells who takes the room that is left.

    `natural` zones are no higher under each other than what is in them; others have room for some rows of a list.
    """

    def __init__(self, *zones: tuple[QWidget, int], gap: int = GAP, natural: bool = False) -> None:
        super().__init__()
        self._natural = natural
        self._zones = [zone for zone, _ in zones]
        self._stretch = [stretch for _, stretch in zones]
        self.stacked = False
        self._layout = _Zones(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        for zone, stretch in zones:
            self._layout.addWidget(zone, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: beside, or under each other."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of words, other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.arrange()

    def event(self, event: QEvent) -> bool:
        """Something in a zone needs more room than before, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return done

    def arrange(self) -> None:
        """Stand beside each other where all are seen whole, else under each other."""
        seen = [zone for zone in self._zones if not zone.isHidden()]
        needed = sum(_least(zone) for zone in seen) + self._layout.spacing() * max(0, len(seen) - 1)
        stacked = needed > self.width() and len(seen) > 1
        for zone in seen:
            if isinstance(zone, PeopleList):
                zone.widen_by(0 if stacked else max(0, self.width() - needed - GAP))
        if stacked is self.stacked:
            return
        self.stacked = stacked
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(way)
        for place, zone in enumerate(self._zones):
            least = (_TALL if self._stretch[place] else _SHORT) if stacked and not self._natural else 0
            zone.setMinimumHeight(worn().px(least))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest zone alone, for the others can go under it."""
        seen = [zone for zone in self._zones if not zone.isHidden()]
        wide = max((_least(zone) for zone in seen), default=0)
        return QSize(wide, self._layout.minimumSize().height())


def _least(zone: QWidget) -> int:
    """The width at which nothing in a zone leaves it sideways."""
    hints = [zone.minimumSizeHint().width(), zone.minimumWidth()]
    for area in [zone, *outermost(zone, QScrollArea)]:
        if not isinstance(area, QScrollArea) or area.isHidden() or (inside := area.widget()) is None:
            continue
        layout = zone.layout()
        margins = layout.contentsMargins() if layout is not None else QMargins()
        bar = area.verticalScrollBar().sizeHint().width()
        hints.append(inside.minimumSizeHint().width() + bar + margins.left() + margins.right())
    return max(hints)


def _needed(zone: QWidget, width: int) -> int:
    """The height without which words of a zone would be cut."""
    layout = zone.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.totalMinimumHeightForWidth(width), zone.minimumHeight())
    return max(zone.minimumSizeHint().height(), zone.minimumHeight())
