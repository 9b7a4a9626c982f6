"""Typing a paper log: the same grid as on the sheet, keyboard only, a mark and on to the next day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mat_desktop.facilitation.contact.sheet import LogGrid
from mat_desktop.facilitation.shown.dates import DAYS, full, month
from mat_desktop.facilitation.shown.words.contact import MARKS, REASONS, SOURCES
from mat_desktop.screens.look import icons
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, type_font, worn
from mat_desktop.screens.look.tokens import TARGET_LEAST
from mat_desktop.screens.shared.sheet_keys import OTHER_KEYS
from mat_desktop.workshop.contact.days import Mark, Reason

_Index = QModelIndex | QPersistentModelIndex
KEYS: dict[int, Mark | None] = {
    **dict.fromkeys((Qt.Key.Key_Space, Qt.Key.Key_X, Qt.Key.Key_T), Mark.TALKED),
    Qt.Key.Key_M: Mark.MESSAGE,
    **dict.fromkeys((Qt.Key.Key_Minus, Qt.Key.Key_N), Mark.NO_CALL),
    Qt.Key.Key_E: Mark.EXCUSED,
    **dict.fromkeys((Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Period)),
}
_LETTER = {Mark.MESSAGE: "M", Mark.NO_CALL: "–", Mark.EXCUSED: "E"}


class Typing(Protocol):
    """What can be typed on the grid."""

    def mark(
        self, days: Sequence[date], mark: Mark | None, *, reason: Reason | None = None, with_whom: str = ""
    ) -> date | None:
        """What the log says about these days; returned is the first of them that was refused, where one was."""
        ...

    def is_to_come(self, day: date) -> bool:
        """Whether of this day nothing can have happened yet."""
        ...

    def fill_rest(self) -> object:
        """The rest of the sheet, after its footer line."""
        ...

    def to_details(self) -> object:
        """On to what the day was like."""
        ...


class LogModel(QAbstractTableModel):
    """Weeks down, weekdays across."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: dict[date, Mark] = {}
        self.grid: LogGrid | None = None
        self._monday = date(2026, 1, 5)
        self.days: tuple[date, ...] = ()

    def show(self, grid: LogGrid) -> None:
        """Take one member's log."""
        same = grid.days == self.days
        self.marks, self.grid = grid.marks, grid
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
        if day is None or self.grid is None:
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return sentence_of(self.grid, day)
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
        monday = self._monday + timedelta(weeks=section)
        return f"{section + 1}   {monday.day} {month(monday)}"


def sentence_of(grid: LogGrid, day: date) -> str:
    """All that is known of a day, in one line."""
    said = [MARKS[mark] if (mark := grid.marks.get(day)) else "not known"]
    detail = grid.details.get(day)
    if detail is not None:
        said += [f"from {SOURCES[detail.source]}"]
        said += [f"with {detail.with_whom}"] if detail.with_whom else []
        said += [f"reason: {REASONS[detail.reason]}"] if detail.reason else []
    if day not in grid.agreed:
        said.append("no call agreed")
    if day in grid.settled:
        said.append(f"settled as {MARKS[grid.settled[day]]}")
    elif day in grid.differs:
        said.append("the sheets differ")
    if grid.rota.get(day):
        said.append(f"by rota with {grid.rota[day]}")
    return f"{full(day)}: {', '.join(said)}"


class DayDelegate(QStyledItemDelegate):
    """A day tile: ticked, a letter, or empty; struck through where no call was agreed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one tile."""
        model = index.model()
        assert isinstance(model, LogModel)
        day, grid = model.day_at(index), model.grid
        if day is None or grid is None:
            return
        mark, box = model.marks.get(day), QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("primary" if mark is Mark.TALKED else "control"), worn().border))
        painter.setBrush(colour("primary" if mark is Mark.TALKED else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if day not in grid.agreed and mark is None:
            painter.drawLine(box.bottomLeft(), box.topRight())
        self._inside(painter, box, grid, day, mark)
        if day in grid.differs:
            painter.setPen(QPen(colour("attn_ink"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 4, 4)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), worn().ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 5, 5)
        painter.restore()

    def _inside(self, painter: QPainter, box: QRectF, grid: LogGrid, day: date, mark: Mark | None) -> None:
        detail = grid.details.get(day)
        if mark is Mark.TALKED:
            side = worn().px(18)
            left, top = box.center().x() - side / 2, box.center().y() - side / 2
            icons.draw(painter, "check", "on_primary", left, top, side)
        else:
            painter.setFont(type_font("strong" if mark else "small"))
            painter.setPen(colour("ink" if mark else "ink_muted"))
            words = _LETTER[mark] if mark else str(day.day)
            if detail is not None and detail.reason:
                words += str(list(Reason).index(detail.reason) + 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        letters = detail.with_whom if detail is not None and mark else grid.rota.get(day, "")
        if letters:
            painter.setFont(type_font("small"))
            painter.setPen(colour("on_primary" if mark is Mark.TALKED else "ink_muted"))
            corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
            painter.drawText(box.adjusted(0, 1, -5, 0), corner, letters)


_GOES = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
"""Keys that only go from day to day: held, they go on."""


class LogTable(QTableView):
    """The grid. What is typed on it is handed to `typing`; `on_day` says which day is at hand."""

    on_day = Signal(object)

    def __init__(self, typing: Typing) -> None:
        super().__init__()
        self._typing = typing
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
        hold(self.verticalHeader(), width=84)
        self._measure()
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._clicked)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of words, other tiles."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(worn().px(TARGET_LEAST))

    def minimumSizeHint(self) -> QSize:
        """Seven days beside each other, and a few weeks."""
        wide = self.verticalHeader().width() + 7 * TARGET_LEAST + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, worn().px(4 * TARGET_LEAST))

    @property
    def day(self) -> date | None:
        """The day at hand."""
        return self.log.day_at(self.currentIndex()) if self.currentIndex().isValid() else None

    def show_grid(self, grid: LogGrid, *, afresh: bool) -> None:
        """Show one member's log; afresh, at the first agreed day that is not known."""
        self.log.show(grid)
        if afresh:
            unknown = next((day for day in grid.days if day in grid.agreed and day not in grid.marks), grid.days[0])
            self.setCurrentIndex(self.log.index_of(unknown))
            self.scrollTo(self.currentIndex(), QTableView.ScrollHint.PositionAtCenter)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Another day is at hand."""
        super().currentChanged(current, previous)
        self.on_day.emit(self.log.day_at(current) if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A mark is kept and the next day is next; other keys move. A key that is held marks one day, never a month."""
        day, key = self.day, event.key()
        if event.isAutoRepeat() and key not in _GOES:
            event.accept()
        elif day is None or event.modifiers() & OTHER_KEYS or not self._typed(day, key):
            super().keyPressEvent(event)

    def _typed(self, day: date, key: int) -> bool:
        grid = self.log.grid
        letter = chr(key) if ord("A") <= key <= ord("C") else ""
        if key in KEYS:
            refused = self._typing.mark([day], KEYS[key])
            self._go(day, -1 if key == Qt.Key.Key_Backspace else 1, refused)
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(Reason):
            self._go(day, 1, self._typing.mark([day], Mark.NO_CALL, reason=list(Reason)[key - Qt.Key.Key_1]))
        elif letter and grid is not None and letter in dict(grid.letters) and len(grid.letters) > 1:
            self._go(day, 1, self._typing.mark([day], Mark.TALKED, with_whom=letter))
        elif key == Qt.Key.Key_W:
            self._week(day)
        elif key == Qt.Key.Key_F:
            self._typing.fill_rest()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._typing.to_details()
        else:
            return False
        return True

    def _week(self, day: date) -> None:
        """Talked on the rest of this week, where a call was agreed and nothing is known."""
        assert self.log.grid is not None
        rest = [day + timedelta(days=n) for n in range(7 - day.weekday())]
        empty = [d for d in rest if d in self.log.grid.agreed and d not in self.log.marks]
        self._go(rest[-1], 1, self._typing.mark(empty, Mark.TALKED))

    def _go(self, day: date, way: int, refused: date | None) -> None:
        """On to the day beside this one, or to the day of which the mark was refused: there the hand goes on."""
        following = refused or day + timedelta(days=way)
        if self.log.days[0] <= following <= self.log.days[-1]:
            self.setCurrentIndex(self.log.index_of(following))

    def _clicked(self, index: QModelIndex) -> None:
        """A click goes round: talked, message, no call, excused, not known; of a day to come excused and not known."""
        day = self.log.day_at(index)
        if day is not None:
            order = [Mark.EXCUSED, None] if self._typing.is_to_come(day) else [*Mark, None]
            mark = self.log.marks.get(day)
            self._typing.mark([day], order[(order.index(mark) + 1) % len(order)] if mark in order else None)
