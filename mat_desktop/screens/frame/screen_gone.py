"""Brings back what stood on a screen that is there no more: a projector unplugged, a lid closed, fewer pixels.

Some systems move windows by themselves, some leave them where nobody can reach them, and none makes one smaller.
"""

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from mat_desktop.screens.look.standing_on import screen_of

SETTLES_MS = 250
"""The system has its own way first, and says several things about one plug that was pulled."""
_OURS = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet)


class ScreenWatch(QObject):
    """Hears of every screen that comes, goes or changes, and keeps all windows of the program whole and in reach."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._soon = QTimer(self, interval=SETTLES_MS, singleShot=True)
        self._soon.timeout.connect(bring_back)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.screenRemoved.connect(self._changed)
        application.screenAdded.connect(self._follow)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._changed)

    def _changed(self, *_news: object) -> None:
        self._soon.start()


def bring_back() -> None:
    """Put every window that is in sight, and not whole on one screen, back onto the nearest one."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowType() in _OURS]
    for window in sorted(windows, key=lambda one: one.isModal()):
        room = screen_of(window).availableGeometry()
        if window.isFullScreen() or window.isMaximized():
            _fill_anew(window, room)
        elif not room.contains(window.frameGeometry()):
            _put_into(window, room)


def _fill_anew(window: QWidget, room: QRect) -> None:
    """What took all of its screen takes all of this one; the system may have left it as large as the other was."""
    whole = screen_of(window).geometry() if window.isFullScreen() else room
    if window.geometry() == whole or room.contains(window.geometry()):
        return
    state = window.windowState()
    window.setWindowState(Qt.WindowState.WindowNoState)
    _put_into(window, room)
    window.setWindowState(state)


def _put_into(window: QWidget, room: QRect) -> None:
    """As large as it was where there is room, its title within reach, nothing beyond the edge."""
    # Read in only now: the first paint waits for what this window imports.
    from mat_desktop.screens.shared.dialog import Dialog

    inside = _inside(window, room)
    window.setMinimumSize(window.minimumSize().boundedTo(inside))
    if isinstance(window, Dialog):
        window.stay_on_screen()
    move_into(window, room)


def move_into(window: QWidget, room: QRect) -> None:
    """As near as can be to where it is, no larger than the room and whole in it with its frame."""
    window.resize(window.size().boundedTo(_inside(window, room)))
    frame = window.frameGeometry()
    window.move(
        _within(frame.left(), frame.width(), room.left(), room.width()),
        _within(frame.top(), frame.height(), room.top(), room.height()),
    )


def _inside(window: QWidget, room: QRect) -> QSize:
    return room.size() - (window.frameGeometry().size() - window.size())


def _within(at: int, long: int, start: int, room: int) -> int:
    return max(start, min(at, start + room - long))
