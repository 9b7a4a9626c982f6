"""The list of people beside the work: whole rows to click, a badge each, a field to find one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QWidget,
)

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.entering import DoingLine
from mat_desktop.screens.shared.parts import card, row
from mat_desktop.screens.shared.people_rows import EntryDelegate, PersonEntry, wide
from mat_desktop.screens.shared.ring import lead_to

_Index = QModelIndex | QPersistentModelIndex
_WIDER = 1.4
"""So much wider than it was told a list becomes for the sake of long names."""


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
        """Show only the rows in which these words stand; first those of which a name begins with them."""
        self._wanted = words.casefold().strip()
        self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        found = [e for e in self._all if self._wanted in e.words.casefold()]
        self.shown = sorted(found, key=lambda e: f" {self._wanted}" not in f" {e.words.casefold()}")
        self.endResetModel()


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
        self.search = DoingLine()
        self.search.returnPressed.connect(self._take_first)
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
        self._longest = self._spare = 0
        hold(self, least_width=width)

    def sizeHint(self) -> QSize:
        """As wide as its names like beside the work, within bounds; where it stands above it, it takes all the width.

        It may be as narrow as it was told: then names are shortened.
        """
        least = self.minimumWidth()
        most = min(int(least * _WIDER), least + self._spare)
        return QSize(max(least, min(self._longest, most)), super().sizeHint().height())

    def widen_by(self, spare: int) -> None:
        """So many pixels are left beside the work, whatever the work needs to be seen whole."""
        if spare != self._spare:
            self._spare = spare
            self.updateGeometry()

    def show_entries(self, entries: Sequence[PersonEntry], chosen: int) -> None:
        """Show these rows with one of them chosen."""
        self._quiet = True
        if self.model.show(entries):
            self._measure(entries)
        self._select(chosen)
        self._quiet = False

    def _measure(self, entries: Sequence[PersonEntry]) -> None:
        bar = self.view.verticalScrollBar().sizeHint().width()
        longest = max((wide(one) for one in entries), default=0) + bar
        if longest != self._longest:
            self._longest = longest
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words, wider names."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure(self.model.shown)

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

    def _take_first(self) -> None:
        """Enter after a name goes to whoever is on top of what it leaves; somebody who is opened has the keyboard."""
        if not self.model.shown:
            return
        if self.search.text().strip() or not self.view.currentIndex().isValid():
            self._quiet = True
            self._select(self.model.shown[0].key)
            self._quiet = False
        self._entered()
        if self.search.hasFocus():
            lead_to(self.view)

    @property
    def browsing(self) -> bool:
        """Whether a key just moves through the list: then the keyboard stays in it."""
        return self.view.browsing

    def neighbour(self, entry_key: int, step: int) -> int:
        """The key of the next or the previous row, 0 at the end."""
        keys = [e.key for e in self.model.shown]
        place = keys.index(entry_key) + step if entry_key in keys else -1
        return keys[place] if 0 <= place < len(keys) else 0
