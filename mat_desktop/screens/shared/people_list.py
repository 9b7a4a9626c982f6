"""The list of people beside the work: whole rows to click, a badge each, a field to find one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import colour, type_font
from mat_desktop.screens.shared.badges import BADGES, draw_badge
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.parts import card, row

_Index = QModelIndex | QPersistentModelIndex
ROW = 40


@dataclass(frozen=True)
class PersonEntry:
    """One row: its key, its words, its badge, and the small number before it."""

    key: int
    words: str
    badge: str = ""
    number: int = 0

    @property
    def sentence(self) -> str:
        """The row as a screen reader says it."""
        said = BADGES[self.badge][2] if self.badge else ""
        return f"{self.words}, {said}" if said else self.words


class EntryModel(QAbstractListModel):
    """The rows that match what is looked for."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[PersonEntry, ...] = ()
        self._wanted = ""
        self.shown: list[PersonEntry] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry itself, its words, or its sentence."""
        entry = self.shown[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        return entry.sentence if role == Qt.ItemDataRole.AccessibleTextRole else None

    def show(self, entries: Sequence[PersonEntry]) -> bool:
        """Take new rows. True when anything is different."""
        if tuple(entries) == self._all:
            return False
        self._all = tuple(entries)
        self._choose()
        return True

    def look_for(self, words: str) -> None:
        """Show only the rows in which these words stand."""
        self._wanted = words.casefold().strip()
        self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        self.shown = [e for e in self._all if self._wanted in e.words.casefold()]
        self.endResetModel()


class EntryDelegate(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows are tall enough for a thumb."""
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Number, words, badge; the selected row is tinted and has a bar."""
        entry: PersonEntry = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, colour("primary_soft"))
            painter.fillRect(box.left(), box.top(), 4, box.height(), colour("primary"))
        left = box.left() + 18
        painter.setPen(colour("ink_muted"))
        if entry.number:
            painter.setFont(type_font("small"))
            painter.drawText(box.adjusted(18, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(entry.number))
            left += 30
        right = box.right() - 10
        if entry.badge:
            right = int(draw_badge(painter, entry.badge, right, box.center().y() + 1)) - 6
        font = type_font("strong" if chosen else "body")
        painter.setFont(font)
        painter.setPen(colour("ink"))
        words = QFontMetrics(font).elidedText(entry.words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, box.top(), right - left, box.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()


class People(QListView):
    """The list itself. It knows while a key moves through it; Enter, or a click on the row that is chosen, enters."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.browsing = False
        self._chosen_before = QModelIndex()
        self.activated.connect(self.entered)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and letters move through the list; Enter goes to the person chosen."""
        self.browsing = event.key() not in ENTER
        try:
            super().keyPressEvent(event)
        finally:
            self.browsing = False
        if event.key() in ENTER:
            # Qt passes it on although the row took it, and the page would press its filled button.
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember who was chosen before the hand came."""
        self._chosen_before = self.currentIndex()
        super().mousePressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index == self._chosen_before:
            self.entered.emit()


class PeopleList(QWidget):
    """The card with the list. `chosen` is called with the key of a row."""

    def __init__(self, name: str, chosen: Callable[[int], object], width: int = 276, *, find: bool = True) -> None:
        super().__init__()
        self._then = chosen
        self._quiet = False
        self.model = EntryModel()
        self.view = People()
        self.view.entered.connect(self._entered)
        self.view.setModel(self.model)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self.view.setAccessibleName(name)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a person")
        self.search.setAccessibleName("Find a person")
        icons.inside(self.search, "search", "ink_muted")
        self.search.textChanged.connect(self.model.look_for)
        frame, layout = card(margins=0, gap=4)
        layout.setContentsMargins(0, 8, 0, 8)
        if find:
            layout.addLayout(row(12, self.search, 12, gap=0))
        layout.addWidget(self.view, 1)
        outer = layout.__class__(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.setFixedWidth(width)

    def show_entries(self, entries: Sequence[PersonEntry], chosen: int) -> None:
        """Show these rows with one of them chosen."""
        self._quiet = True
        self.model.show(entries)
        self._select(chosen)
        self._quiet = False

    def _select(self, key: int) -> None:
        keys = [e.key for e in self.model.shown]
        if key in keys:
            index = self.model.index(keys.index(key), 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self._then(self.model.shown[now.row()].key)

    def _entered(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._then(self.model.shown[index.row()].key)

    @property
    def browsing(self) -> bool:
        """Whether a key just moves through the list: then the keyboard stays in it."""
        return self.view.browsing

    def neighbour(self, entry_key: int, step: int) -> int:
        """The key of the next or the previous row, 0 at the end."""
        keys = [e.key for e in self.model.shown]
        place = keys.index(entry_key) + step if entry_key in keys else -1
        return keys[place] if 0 <= place < len(keys) else 0
