"""The list of people beside the work: whole rows to click, a badge each, a field to find one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, type_font, worn
from mat_desktop.screens.shared.badges import BADGES, badge_width, draw_badge
from mat_desktop.screens.shared.buttons import ENTER
from mat_desktop.screens.shared.entering import DoingLine
from mat_desktop.screens.shared.parts import card, row
from mat_desktop.screens.shared.ring import lead_to

_Index = QModelIndex | QPersistentModelIndex
ROW = 40
_WIDER = 1.4
"""So much wider than it was told a list becomes for the sake of long names."""


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
        """Show only the rows in which these words stand; first those of which a name begins with them."""
        self._wanted = words.casefold().strip()
        self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        found = [e for e in self._all if self._wanted in e.words.casefold()]
        self.shown = sorted(found, key=lambda e: f" {self._wanted}" not in f" {e.words.casefold()}")
        self.endResetModel()


class EntryDelegate(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows are tall enough for a thumb."""
        return QSize(100, worn().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Number, words, badge; the selected row is tinted and has a bar, or a thick frame where tints do not tell."""
        entry: PersonEntry = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect
        px = worn().px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            _draw_chosen(painter, box)
        left = box.left() + px(18)
        if entry.number:
            painter.setPen(colour("ink_muted"))
            painter.setFont(type_font("small"))
            painter.drawText(box.adjusted(px(18), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(entry.number))
            left += px(30)
        right = box.right() - px(10)
        if entry.badge:
            right = int(draw_badge(painter, entry.badge, right, box.center().y() + 1)) - px(6)
        painter.setFont(_name_font(chosen=chosen))
        painter.setPen(colour("ink"))
        words = painter.fontMetrics().elidedText(entry.words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, box.top(), right - left, box.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _draw_focus(painter, box)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A name that is shortened is told whole."""
        entry: PersonEntry | None = index.data(Qt.ItemDataRole.UserRole)
        if entry is None or event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), "" if whole(entry, option.rect.width()) else entry.words, view)
        return True


def _name_font(*, chosen: bool) -> QFont:
    font = type_font("strong" if chosen else "body")
    font.setUnderline(chosen and worn().outlined)
    return font


def whole(entry: PersonEntry, width: int) -> bool:
    """Whether a name is seen whole in a row of this width."""
    px = worn().px
    taken = px(28) + (px(30) if entry.number else 0) + (badge_width(entry.badge) + px(6) if entry.badge else 0)
    return QFontMetrics(type_font("strong")).horizontalAdvance(entry.words) <= width - taken


def _draw_chosen(painter: QPainter, box: QRect) -> None:
    theme = worn()
    painter.fillRect(box, colour("primary_soft"))
    bar = theme.px(12 if theme.outlined else 4)
    painter.fillRect(box.left(), box.top(), bar, box.height(), colour("ink" if theme.outlined else "primary"))
    if not theme.outlined:
        return
    painter.setPen(QPen(colour("ink"), theme.chosen))
    half = theme.chosen // 2
    painter.drawRect(box.adjusted(half, half, -half, -half))


def _draw_focus(painter: QPainter, box: QRect) -> None:
    theme = worn()
    inset = (theme.ring + 1) // 2 + (theme.chosen if theme.outlined else 0)
    painter.setPen(QPen(colour("focus"), theme.ring))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(inset, inset, -inset, -inset))


def _wide(entry: PersonEntry) -> int:
    """The width at which a row is seen whole, when it is the chosen one."""
    px = worn().px
    name = QFontMetrics(_name_font(chosen=True)).horizontalAdvance(entry.words)
    badge = int(badge_width(entry.badge)) + px(6) if entry.badge else 0
    return px(18) + (px(30) if entry.number else 0) + name + px(6) + badge + px(10)


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
        longest = max((_wide(one) for one in entries), default=0) + bar
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
