"""Fields and boxes to tick in columns of the same width: as many columns as there is room for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.flow import PartsLayout, tall
from mat_desktop.screens.shared.parts import gone


class Columns(PartsLayout):
    """Parts in reading order, at most `most` beside each other, fewer where one would be narrower than `least`.

    `least` is as drawn at 100 %. A part that was given to `add_wide` has a row of its own.
    """

    def __init__(self, *parts: QWidget, most: int = 2, least: int = 220, gap: int = 12, rows: int = -1) -> None:
        self._wide: set[QWidget] = set()
        self._most, self._least = most, least
        self._rows = gap if rows < 0 else rows
        super().__init__(*parts, gap=gap)

    def add_wide(self, part: QWidget) -> None:
        """Take a part that has a row of its own."""
        self._wide.add(part)
        self.addWidget(part)

    def clear(self) -> None:
        """Take everything out; the widgets go."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                gone(widget)
        self._wide.clear()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It takes all the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower means fewer columns, and more rows."""
        return True

    def setGeometry(self, rect: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """All columns beside each other."""
        beside = [item.sizeHint().width() for item in self._seen() if item.widget() not in self._wide]
        columns = min(self._most, max(1, len(beside)))
        width = max([self._column_least(), *beside]) * columns + self.spacing() * (columns - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The widest part alone; its height is told by `heightForWidth`."""
        return QSize(max((item.minimumSize().width() for item in self._seen()), default=0), 0)

    def _column_least(self) -> int:
        beside = [item.minimumSize().width() for item in self._seen() if item.widget() not in self._wide]
        return max([worn().px(self._least), *beside])

    def _columns(self, width: int) -> int:
        fits = (width + self.spacing()) // (self._column_least() + self.spacing())
        beside = sum(item.widget() not in self._wide for item in self._seen())
        return max(1, min(self._most, fits, beside))

    def _in_rows(self, columns: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        for item in self._seen():
            alone = item.widget() in self._wide
            if alone or not rows or len(rows[-1]) == columns or rows[-1][0].widget() in self._wide:
                rows.append([])
            rows[-1].append(item)
        return rows

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Lay the rows out in `rect`; returns the height they take."""
        columns = self._columns(rect.width())
        width = (rect.width() - self.spacing() * (columns - 1)) // columns
        top = rect.top()
        for row in self._in_rows(columns):
            alone = row[0].widget() in self._wide
            each = rect.width() if alone else width
            height = max(tall(item, each) for item in row)
            for place, item in enumerate(row if move else ()):
                item.setGeometry(QRect(rect.left() + place * (each + self.spacing()), top, each, height))
            top += height + self._rows
        return max(0, top - self._rows - rect.top())
