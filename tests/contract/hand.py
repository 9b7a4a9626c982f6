"""A hand at the laptop: everything it does goes to the window of the screen, as keys, a mouse and a touchpad do.

An event that is sent to a widget reaches it under a cover and behind a dialog too; a hand never does that. So whatever
is proven here is proven from the QWindow on, and `test_hand.py` shows that a cover that only looks like one is seen.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QDialog,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from mat_desktop.screens.pairing import chip
from tests.sure import sure

PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
_PATIENCE = 50


def to_the_front(window: QWidget) -> None:
    """Give a window the keyboard. Qt calls a window active while one that belongs to it has the keyboard."""
    window.activateWindow()
    for _ in range(_PATIENCE):
        if QApplication.activeWindow() is window:
            return
        QTest.qWait(1)


def leave(over: QWidget) -> None:
    """Go away from a dialog or a menu without doing anything in it, if it is still there."""
    if not isValid(over) or not over.isVisible():
        return
    if isinstance(over, QDialog):
        over.reject()
    else:
        over.close()


class Hand:
    """One hand. What opens over the window while it does something is noted, looked at, and left."""

    def __init__(self, home: Callable[[], QWidget]) -> None:
        """`home` is the window of the program that is seen."""
        self._home = home
        self.opened: list[str] = []
        """What opened over the window during the last deed: menus and dialogs, by the names of their classes."""
        self.inside: Callable[[QWidget], object] = lambda _over: None
        """What the hand does in whatever opens, before it leaves it."""
        self._known: list[QWidget] = []

    @property
    def front(self) -> QWidget:
        """The window that a key reaches now."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        active = QApplication.activeWindow()
        if over is None and (active is None or not active.isVisible()):
            # A window manager gives the keyboard to the window that is left; off screen there is none.
            to_the_front(self._home())
        return sure(over or QApplication.activeWindow())

    def key(self, which: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Strike a key."""
        with self._deed():
            QTest.keyClick(_handle(self.front), which, held)

    def hold(self, which: Qt.Key, times: int, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Hold a key down: one press, its repeats, one letting go."""
        with self._deed():
            handle, words = _handle(self.front), QKeySequence(which).toString().lower()
            for turn in range(times):
                QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, which, held, words[:1], turn > 0))
            QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyRelease, which, held, words[:1]))

    def write(self, words: str) -> None:
        """Type words, as an input method hands them over."""
        with self._deed():
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(QApplication.focusObject() or _handle(self.front), event)

    def click(self, widget: QWidget, button: Qt.MouseButton = LEFT) -> None:
        """Click the middle of something, or of the part of it that is seen; of a box to tick, the box."""
        spot = middle_of(widget)
        if isinstance(widget, QCheckBox):
            spot.setX(widget.mapTo(widget.window(), QPoint(12, 0)).x())
        self.click_at(widget.window(), spot, button)

    def click_at(self, window: QWidget, point: QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Click a point of a window."""
        with self._deed():
            QTest.mouseClick(_handle(window), button, PLAIN, point)

    def click_twice_at(self, window: QWidget, point: QPoint) -> None:
        """Click a point of a window twice, as fast as a double click.

        A dialog that the first click opens is there before the second one, which then comes to nothing behind it.
        """
        handle, seen, none = _handle(window), QPointF(window.mapToGlobal(point)), Qt.MouseButton.NoButton
        with self._deed() as opened:
            QTest.mouseClick(handle, LEFT, PLAIN, point)
            if not opened and isValid(window) and isValid(handle) and window.isVisible():
                for kind, held in ((QEvent.Type.MouseButtonDblClick, LEFT), (QEvent.Type.MouseButtonRelease, none)):
                    QApplication.sendEvent(handle, QMouseEvent(kind, QPointF(point), seen, LEFT, held, PLAIN))

    def press_while_it_shrinks(self, window: QWidget, point: QPoint) -> None:
        """Press, and let go where the button was, or at the edge, after the window has become as small as it can be."""
        with self._deed():
            size, handle = window.size(), _handle(window)
            QTest.mousePress(handle, LEFT, PLAIN, point)
            window.resize(window.minimumSize())
            QApplication.processEvents()
            QTest.mouseRelease(handle, LEFT, PLAIN, _within(window, point))
            if isValid(window):
                window.resize(size)

    def drag(
        self,
        window: QWidget,
        start: QPoint,
        end: QPoint,
        meanwhile: Callable[[], object] = lambda: None,
        key: Qt.Key | None = None,
    ) -> None:
        """Press at one point and let go at another. What hangs on the pointer by then is dropped there.

        Off screen nothing hangs on a pointer, so the hand carries it: the events of the drag go to the window, while
        the chip waits for its end as it does on a screen. `meanwhile` comes over the place, before the drop. A `key`
        ends the drag, as it does on a screen; a drop that comes all the same finds what the key did.
        """
        handle, far = _handle(window), QPoint(QApplication.startDragDistance(), 1)

        def carried(drag: QDrag, action: Qt.DropAction) -> None:
            data = _copied(drag.mimeData())
            over = QDragEnterEvent(end, action, data, LEFT, PLAIN)
            QApplication.sendEvent(handle, over)
            there = QDragMoveEvent(end, action, data, LEFT, PLAIN)
            QApplication.sendEvent(handle, there)
            meanwhile()
            if key is not None:
                QApplication.sendEvent(handle, QDragLeaveEvent())
                self.key(key)
            drop = QDropEvent(end, action, data, LEFT, PLAIN)
            drop.ignore()
            if over.isAccepted() or there.isAccepted():
                QApplication.sendEvent(handle, drop)
            if not drop.isAccepted():
                QApplication.sendEvent(handle, QDragLeaveEvent())

        with self._deed(), patch.object(chip, "carry", carried):
            QTest.mousePress(handle, LEFT, PLAIN, start)
            QTest.mouseMove(handle, _within(window, start + far))
            QTest.mouseMove(handle, _within(window, end))
            QTest.mouseRelease(handle, LEFT, PLAIN, _within(window, end))

    def wheel(self, window: QWidget, point: QPoint, notches: int) -> None:
        """Turn the wheel over a point of a window; away from oneself is positive."""
        turn, seen = QPoint(0, 120 * notches), QPointF(window.mapToGlobal(point))
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(QPointF(point), seen, QPoint(), turn, none, PLAIN, phase, False)
        with self._deed():
            QApplication.sendEvent(_handle(window), event)

    def ask_for_menu(self, window: QWidget, point: QPoint) -> None:
        """Ask for the menu of whatever is at a point."""
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, window.mapToGlobal(point))
        with self._deed():
            QApplication.sendEvent(_handle(window), event)

    @contextmanager
    def _deed(self) -> Iterator[list[str]]:
        """While something is done, look again and again at what opened, in the loops of dialogs too. What it was."""
        before, front = self._known, self.front
        self._known = [*before, *filter(None, (QApplication.activeModalWidget(), QApplication.activePopupWidget()))]
        mine = self.opened = list[str]()
        under_way = [True]

        def look() -> None:
            if under_way:
                QTimer.singleShot(1, look)
                self._leave_what_opened(mine)

        QTimer.singleShot(1, look)
        try:
            yield mine
            QApplication.processEvents()
            for _ in range(_PATIENCE):
                if not self._leave_what_opened(mine):
                    break
                QApplication.processEvents()
            self._back_to(front)
        finally:
            under_way.clear()
            self._known, self.opened = before, mine

    def _back_to(self, front: QWidget) -> None:
        """What opened has gone: the keyboard is with the window that is left, as a window manager gives it."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        alone = over is None or over is front
        if alone and QApplication.activeWindow() is not front and isValid(front) and front.isVisible():
            to_the_front(front)

    def _leave_what_opened(self, opened: list[str]) -> bool:
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is None or over in self._known:
            return False
        opened.append(type(over).__name__)
        self._known = [*self._known, over]
        try:
            # A hand is slower than the window that comes: it has the keyboard by then.
            if isinstance(over, QDialog):
                to_the_front(over)
            self.inside(over)
        finally:
            self._known = [known for known in self._known if known is not over]
            leave(over)
        return True


def _within(window: QWidget, point: QPoint) -> QPoint:
    """This point, or the nearest one of a window that has become smaller."""
    return QPoint(min(point.x(), window.width() - 1), min(point.y(), window.height() - 1))


def _copied(data: QMimeData) -> QMimeData:
    """What hangs on the pointer, for longer than Qt keeps it."""
    kept = QMimeData()
    for name in data.formats():
        kept.setData(name, data.data(name))
    return kept


def _handle(widget: QWidget) -> QWindow:
    return sure(widget.window().windowHandle())


def visible_part(widget: QWidget) -> tuple[QPoint, QPoint] | None:
    """The corners of what is seen of something, in its window; None where nothing of it is."""
    window = widget.window()
    box = widget.rect().translated(widget.mapTo(window, QPoint(0, 0)))
    parent = widget.parentWidget() if widget is not window else None
    while parent is not None and parent is not window:
        box &= parent.rect().translated(parent.mapTo(window, QPoint(0, 0)))
        parent = parent.parentWidget()
    box &= window.rect()
    return None if box.isEmpty() or not widget.isVisible() else (box.topLeft(), box.bottomRight())


def middle_of(widget: QWidget) -> QPoint:
    """The middle of what is seen of something, in its window."""
    part = visible_part(widget)
    assert part is not None, f"Nothing is seen of {named(widget)}."
    return (part[0] + part[1]) / 2


def in_reach(widget: QWidget) -> bool:
    """Scroll until something is seen, as a hand does before it clicks. Whether it is seen then."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 8, 8)
        parent = parent.parentWidget()
    part = visible_part(widget)
    return part is not None and min((part[1] - part[0]).x(), (part[1] - part[0]).y()) > 3


def under(window: QWidget, point: QPoint) -> QWidget:
    """What lies under the hand at a point of a window."""
    return window.childAt(point) or window


def named(widget: QWidget) -> str:
    """How a fault calls a widget: its class and what a screen reader says of it."""
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} “{words or widget.objectName() or 'without a name'}”"


def owner_of(widget: QWidget) -> QWidget:
    """The control to which a part belongs: a list owns its viewport, a box its arrow, a row its words."""
    found: QWidget | None = widget
    while found is not None and not found.isWindow():
        if isinstance(found.parentWidget(), QAbstractScrollArea):
            return sure(found.parentWidget())
        if found.focusPolicy() != Qt.FocusPolicy.NoFocus:
            return found
        found = found.parentWidget()
    return widget
