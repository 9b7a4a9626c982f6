"""Typing a paper log: the same grid as on the sheet, keyboard only, a mark and on to the next day."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mat_desktop.facilitation.contact import LogGrid
from mat_desktop.facilitation.shown.dates import DAYS, day_month, full
from mat_desktop.screens.look import icons
from mat_desktop.screens.shared.badges import colour, type_font
from mat_desktop.workshop.contact import Mark

_Index = QModelIndex | QPersistentModelIndex
KEYS: dict[int, Mark | None] = {
    Qt.Key.Key_Space: Mark.TALKED,
    Qt.Key.Key_X: Mark.TALKED,
    Qt.Key.Key_T: Mark.TALKED,
    Qt.Key.Key_M: Mark.MESSAGE,
    Qt.Key.Key_Minus: Mark.NO_CALL,
    Qt.Key.Key_N: Mark.NO_CALL,
    Qt.Key.Key_E: Mark.EXCUSED,
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
    Qt.Key.Key_Period: None,
}
_LETTER = {Mark.MESSAGE: "M", Mark.NO_CALL: "–", Mark.EXCUSED: "E"}


class LogModel(QAbstractTableModel):
    """Weeks down, weekdays across."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: dict[date, Mark] = {}
        self._monday = date(2026, 1, 5)
        self.days: tuple[date, ...] = ()

    def show(self, grid: LogGrid) -> None:
        """Take one member's log."""
        same = grid.days == self.days
        self.marks = grid.marks
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 6))
            return
        self.beginResetModel()
        self.days = grid.days
        self._monday = grid.days[0] - timedelta(days=grid.days[0].weekday())
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One row a week."""
        return 0 if parent.isValid() or not self.days else (self.days[-1] - self._monday).days // 7 + 1

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Seven days."""
        return 0 if parent.isValid() else 7

    def day_at(self, index: _Index) -> date | None:
        """The day of a cell, or None outside the term."""
        day = self._monday + timedelta(days=index.row() * 7 + index.column())
        return day if self.days and self.days[0] <= day <= self.days[-1] else None

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day."""
        place = (day - self._monday).days
        return self.index(place // 7, place % 7)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The mark for the delegate, the sentence for a screen reader."""
        day = self.day_at(index)
        if day is None:
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{full(day)}: {self.marks.get(day) or 'not known'}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Days outside the term cannot be chosen."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found if self.day_at(index) else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """M T W across, the number and the Monday of the week down."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if way is Qt.Orientation.Horizontal:
            return DAYS[section][0]
        return f"{section + 1}   {day_month(self._monday + timedelta(weeks=section))[:6]}"


class DayDelegate(QStyledItemDelegate):
    """A day tile: ticked, a letter, or empty."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one tile."""
        model = index.model()
        assert isinstance(model, LogModel)
        day = model.day_at(index)
        if day is None:
            return
        mark = model.marks.get(day)
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("primary" if mark is Mark.TALKED else "control"), 1))
        painter.setBrush(colour("primary" if mark is Mark.TALKED else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if mark is Mark.TALKED:
            icons.draw(painter, "check", "on_primary", box.center().x() - 9, box.center().y() - 9, 18)
        else:
            painter.setFont(type_font("strong" if mark else "small"))
            painter.setPen(colour("ink" if mark else "ink_muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _LETTER[mark] if mark else str(day.day))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 5, 5)
        painter.restore()


class LogTable(QTableView):
    """The grid. `marked` is given the day and what the log says about it."""

    def __init__(self, marked: Callable[[date, Mark | None], object]) -> None:
        super().__init__()
        self._marked = marked
        self.log = LogModel()
        self.setModel(self.log)
        self.setItemDelegate(DayDelegate(self))
        self.setAccessibleName("Call log, a row a week")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(30)
        self.verticalHeader().setDefaultSectionSize(40)
        self.verticalHeader().setFixedWidth(84)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._clicked)

    def show_grid(self, grid: LogGrid, *, afresh: bool) -> None:
        """Show one member's log; afresh, at the first day that is not known."""
        self.log.show(grid)
        if afresh:
            unknown = next((day for day in grid.days if day not in grid.marks), grid.days[0])
            self.setCurrentIndex(self.log.index_of(unknown))
            self.scrollTo(self.currentIndex(), QTableView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A mark is kept and the next day is next; other keys move."""
        day = self.log.day_at(self.currentIndex()) if self.currentIndex().isValid() else None
        if day is None or event.key() not in KEYS or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self._marked(day, KEYS[event.key()])
        following = day + timedelta(days=-1 if event.key() == Qt.Key.Key_Backspace else 1)
        if self.log.days[0] <= following <= self.log.days[-1]:
            self.setCurrentIndex(self.log.index_of(following))

    def _clicked(self, index: QModelIndex) -> None:
        """A click goes round: talked, message, no call, excused, not known."""
        day = self.log.day_at(index)
        if day is not None:
            order = [*Mark, None]
            mark = self.log.marks.get(day)
            self._marked(day, order[(order.index(mark) + 1) % len(order)])
