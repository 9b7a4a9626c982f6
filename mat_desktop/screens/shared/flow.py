"""A line of parts that goes on in a new line where there is no room, as words of a text do."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class PartsLayout(QLayout):
    """Widgets in the order in which they were added; how they stand is said by who derives from this.

    The items are made here and not by Qt: of items that Qt made, some were found deleted while they stood in a layout
    that is written in Python.
    """

    def __init__(self, *parts: QWidget, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(gap)
        for part in parts:
            self.addWidget(part)

    def addWidget(self, widget: QWidget) -> None:
        """Take one more part."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def heightForWidth(self, width: int) -> int:
        """The height of all parts at this width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Lay the parts out in `rect`; returns the height they take."""
        raise NotImplementedError

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One part, or nothing beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one part out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


class FlowLayout(PartsLayout):
    """Parts from left to right, then from top to bottom; each keeps the size that it asks for.

    `ends` puts every line to the right side, for the actions that end a page; `fills` lets lines of text take what
    room is left in their line.
    """

    def __init__(self, *parts: QWidget, gap: int = 8, ends: bool = False, fills: bool = False) -> None:
        self._ends, self._fills = ends, fills
        super().__init__(*parts, gap=gap)

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than its parts need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def setGeometry(self, rect: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """All parts in one line."""
        sizes = [item.sizeHint() for item in self._seen()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:
        """The widest part alone in a line."""
        least = QSize()
        for item in self._seen():
            least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Lay the lines out in `rect`; returns the height they take, margins and all."""
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        top = inside.top()
        if move:
            left = max(0, rect.height() - self._lay(rect, move=False))
            top += left if self._fills else left // 2
        for line in self._lines(inside.width()):
            height = max(tall(item, self._wide(item, inside.width())) for item in line)
            if move:
                self._place(line, inside, top, height)
            top += height + self.spacing()
        return max(0, top - self.spacing() - inside.top()) + margins.top() + margins.bottom()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        return self._lines_of(self._seen(), room)

    def _lines_of(self, items: list[QLayoutItem], room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = -1
        for item in items:
            wide = self._wide(item, room)
            if left < wide:
                lines.append([])
                left = room
            lines[-1].append(item)
            left -= wide + self.spacing()
        return lines

    @staticmethod
    def _wide(item: QLayoutItem, room: int) -> int:
        """What is wider than all the room there is gets the room, and wraps or shortens its words itself."""
        return max(item.minimumSize().width(), min(item.sizeHint().width(), room))

    def _place(self, line: list[QLayoutItem], inside: QRect, top: int, height: int) -> None:
        wide = self._widths(line, inside.width())
        x = inside.left()
        if self._ends:
            x += max(0, inside.width() - sum(wide) - self.spacing() * (len(line) - 1))
        for item, width in zip(line, wide, strict=True):
            high = tall(item, width)
            # Fields have their titles above them, so what stands beside them stands at their foot.
            above = height - high if self._fills else (height - high) // 2
            item.setGeometry(QRect(QPoint(x, top + above), QSize(width, high)))
            x += width + self.spacing()

    def _widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        wide = [self._wide(item, room) for item in line]
        growing = [place for place, item in enumerate(line) if self._fills and _grows(item)]
        left = room - sum(wide) - self.spacing() * (len(line) - 1)
        for place in growing:
            wide[place] += max(0, left) // len(growing)
        return wide


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def tall(item: QLayoutItem, width: int) -> int:
    """The height of a part at this width; words in it may take more lines."""
    if item.hasHeightForWidth():
        return max(item.minimumSize().height(), item.heightForWidth(width))
    return item.sizeHint().height()


def kept_out(layout: QLayout, start: int) -> None:
    """Take the parts of the last page out of a layout without destroying them."""
    while layout.count() > start:
        item = layout.takeAt(start)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
