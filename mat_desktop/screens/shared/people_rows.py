"""One row of the list of people: what stands in it, how it is drawn, and how wide it is whole."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from mat_desktop.screens.look.theme import colour, type_font, worn
from mat_desktop.screens.shared.badges import BADGES, badge_width, draw_badge

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


def wide(entry: PersonEntry) -> int:
    """The width at which a row is seen whole, when it is the chosen one."""
    px = worn().px
    name = QFontMetrics(_name_font(chosen=True)).horizontalAdvance(entry.words)
    badge = int(badge_width(entry.badge)) + px(6) if entry.badge else 0
    return px(18) + (px(30) if entry.number else 0) + name + px(6) + badge + px(10)
