"""A person on the board: dragged with the mouse, moved by menu and keyboard alike."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QIcon,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from mat_desktop.screens.shared.badges import draw_partner

MIME = "application/x-mat-desktop-person"
LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True)
class Target:
    """What can be done with a person who is dragged onto something: shown first, done on the drop."""

    show: Callable[[int], bool]
    """Show the effect; False where nothing can be done."""
    hide: Callable[[], object]
    drop: Callable[[int], object]


def shape_icon(position: int) -> QIcon:
    """The shape of partner A, B or C."""
    picture = QPixmap(16, 16)
    picture.fill("transparent")
    painter = QPainter(picture)
    draw_partner(painter, position, 8, 8)
    painter.end()
    return QIcon(picture)


def dragged(event: QDropEvent) -> int:
    """The person who is dragged, or 0 for anything else."""
    data = event.mimeData()
    return int(data.data(MIME).data()) if data.hasFormat(MIME) else 0


class Landing:
    """What a widget does when a person is dragged over it; mixed into a widget that takes drops."""

    target: Target | None = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show the effect before the drop."""
        person = dragged(event)
        if person and self.target is not None and self.target.show(person):
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Take the effect away."""
        if self.target is not None:
            self.target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Do what was shown."""
        person = dragged(event)
        if person and self.target is not None:
            event.acceptProposedAction()
            self.target.drop(person)


class Chip(Landing, QPushButton):
    """One person. A press and a pull drag, a click or the space bar opens the menu, which is filled when it opens."""

    def __init__(self, key: int, name: str, said: str, position: int | None) -> None:
        super().__init__(name)
        self.key = key
        self._from = QPoint()
        self._pulled = True
        if position is not None:
            self.setIcon(shape_icon(position))
        self.setProperty("kind", "chip")
        self.setAccessibleName(said)

    def moves_by(self, fill: Callable[[QMenu], object], target: Target) -> None:
        """Let the person be moved: what the menu offers, and what a drop on this chip does."""
        menu = QMenu(self)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: fill(menu))
        self.setMenu(menu)
        self.target = target
        self.setAcceptDrops(True)

    def sizeHint(self) -> QSize:
        """Large enough for a finger."""
        return super().sizeHint().expandedTo(QSize(96, 44))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a pull would begin; the menu waits for the release."""
        if event.button() == LEFT and self.menu() is not None:
            self._from, self._pulled = event.position().toPoint(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pulled far enough, the person is dragged."""
        far = (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._pulled or not far or not event.buttons() & LEFT:
            return
        self._pulled = True
        drag = QDrag(self)
        data = QMimeData()
        data.setData(MIME, str(self.key).encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._from)
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the menu."""
        if event.button() == LEFT and not self._pulled:
            self._pulled = True
            self.showMenu()
        else:
            super().mouseReleaseEvent(event)


def menu_of(owner: QWidget, title: str, menu: QMenu) -> QMenu:
    """A menu within a menu."""
    found = QMenu(title, owner)
    menu.addMenu(found)
    return found
