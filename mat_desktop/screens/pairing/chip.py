"""A person on the board: dragged with the mouse, moved by menu and keyboard alike."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QStyleOptionButton, QStylePainter, QWidget
from shiboken6 import isValid

from mat_desktop.screens.look import icons
from mat_desktop.screens.look.theme import Theme, worn
from mat_desktop.screens.shared.badges import draw_partner
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.dragging import carry
from mat_desktop.screens.shared.still import StillMenu

MIME = "application/x-mat-desktop-person"
LEFT = Qt.MouseButton.LeftButton
SHORTEST_CHIP = 130
_PADDING = 14


@dataclass(frozen=True)
class Target:
    """What can be done with a person who is dragged onto something: shown first, done on the drop."""

    show: Callable[[int], bool]
    """Show the effect; False where nothing can be done."""
    hide: Callable[[], object]
    drop: Callable[[int], object]


def chip_picture(position: int | None, ratio: float, *, moves: bool) -> QPixmap:
    """The grip of somebody who can be moved, and the shape of partner A, B or C; two hundred people share five."""
    return _picture(worn(), position, ratio, moves)


@lru_cache(maxsize=64)
def _picture(theme: Theme, position: int | None, ratio: float, moves: bool) -> QPixmap:
    grip = 18 if moves else 0
    size = QSize(grip + (16 if position is not None else 0) or 1, 16)
    scale = theme.factor * ratio
    picture = QPixmap(size * scale)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(theme.factor, theme.factor)
    if moves:
        icons.draw(painter, "grip-vertical", "ink_muted", 0, 0, 16)
    if position is not None:
        draw_partner(painter, position, grip + 8, 8)
    painter.end()
    return picture


def dragged(event: QDropEvent) -> int:
    """The person who is dragged, or 0 for anything else."""
    data = event.mimeData()
    return int(data.data(MIME).data()) if data.hasFormat(MIME) else 0


def _mark(widget: object, name: str, *, on: bool) -> None:
    """Let a widget be drawn otherwise while something is dragged."""
    assert isinstance(widget, QWidget)
    widget.setProperty(name, on)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Landing:
    """What a widget does when a person is dragged over it; mixed into a widget that takes drops."""

    target: Target | None = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show the effect before the drop."""
        person = dragged(event)
        if person and self.target is not None and self.target.show(person):
            event.acceptProposedAction()
            _mark(self, "landing", on=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Take the effect away."""
        _mark(self, "landing", on=False)
        if self.target is not None:
            self.target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Do what was shown."""
        person = dragged(event)
        if person and self.target is not None:
            event.acceptProposedAction()
            # A refused move leaves this card where it is.
            _mark(self, "landing", on=False)
            self.target.hide()
            self.target.drop(person)


class Chip(Landing, Button):
    """One person. A press and a pull drag; a click, Enter or the space bar opens the menu, filled when it opens."""

    def __init__(self, person: int, name: str, description: str, position: int | None) -> None:
        super().__init__(name)
        self.key = person
        self._fill: Callable[[QMenu], object] | None = None
        self._menu: QMenu | None = None
        self._position = position
        self._from: QPoint | None = None
        """Where the press was from which a pull may begin; one press is one pull, also when Esc ended it."""
        self._show_icon()
        self.setProperty("kind", "chip")
        self.setAccessibleName(description)
        self.clicked.connect(self._open)

    def _show_icon(self) -> None:
        icons.made(self, partial(chip_picture, self._position, moves=self._fill is not None), 34, 16)

    @property
    def moves(self) -> QMenu | None:
        """What can be done with the person; made when it is first asked for: two hundred menus are slow to clothe."""
        if self._fill is not None and self._menu is None:
            self._menu = StillMenu("", self)
            self._menu.aboutToShow.connect(self._fill_anew)
        return self._menu

    def _fill_anew(self) -> None:
        if self._menu is not None and self._fill is not None:
            self._menu.clear()
            self._fill(self._menu)

    def moves_by(self, fill: Callable[[QMenu], object], target: Target) -> None:
        """Let the person be moved: what the menu offers, and what a drop on this chip does."""
        self._fill = fill
        self.target = target
        self.setAcceptDrops(True)
        self.setAccessibleDescription("Space opens the moves.")
        self._show_icon()

    def _open(self) -> None:
        if (menu := self.moves) is not None:
            menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def sizeHint(self) -> QSize:
        """Large enough for a finger."""
        return super().sizeHint().expandedTo(QSize(worn().px(96), worn().px(44)))

    def minimumSizeHint(self) -> QSize:
        """A name gives way last: the window is too narrow for one card beside none."""
        return self.sizeHint().boundedTo(QSize(worn().px(SHORTEST_CHIP), worn().px(44)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tool tip tells a name that is cut, beside what it tells anyway."""
        super().resizeEvent(event)
        if self._fitting() != self.text() and not self.toolTip():
            self.setToolTip(self.text())

    def _fitting(self) -> str:
        room = self.width() - self.iconSize().width() - 2 * _PADDING
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button, with as much of the name as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._fitting()
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a pull would begin."""
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pulled far enough, the person is dragged."""
        began = self._from
        if self._fill is None or began is None or not event.buttons() & LEFT or not _far(event, began):
            super().mouseMoveEvent(event)
            return
        self._from = None
        self.setDown(False)
        drag = QDrag(self)
        data = QMimeData()
        data.setData(MIME, str(self.key).encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(began)
        _mark(self, "pulled", on=True)
        carry(drag, Qt.DropAction.MoveAction)
        if isValid(self):
            _mark(self, "pulled", on=False)


def _far(event: QMouseEvent, began: QPoint) -> bool:
    return (event.position().toPoint() - began).manhattanLength() >= QApplication.startDragDistance()


def menu_of(owner: QWidget, title: str, menu: QMenu) -> QMenu:
    """A menu within a menu."""
    found = StillMenu(title, owner)
    menu.addMenu(found)
    return found
