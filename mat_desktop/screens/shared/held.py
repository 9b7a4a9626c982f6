"""A key that is held down is one stroke, also where the system tells it as many.

X11 tells a held key as letting go and pressing again, both at the same millisecond, and Qt takes some of these pairs
for strokes of their own; on a busy laptop many. No finger lets go and presses within a millisecond.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from mat_desktop.screens.look.standing_on import window_of

_TELLS_SO = "xcb"


def hear_held_keys(window: QWidget) -> None:
    """Where the system is one that tells so, hear the keys of a window before the window does."""
    if QGuiApplication.platformName() != _TELLS_SO:
        return
    handle = window_of(window)
    if handle is not None and handle.findChild(HeldKeys) is None:
        HeldKeys(handle)


class HeldKeys(QObject):
    """Hands a press that came at the moment of its letting go on as what it is: the key is still held."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._let_go: tuple[int, int] | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether another event was sent in place of this one."""
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        at = (event.key(), event.timestamp())
        if event.type() == QEvent.Type.KeyRelease:
            self._let_go = at
            return False
        if event.type() != QEvent.Type.KeyPress or at != self._let_go:
            return False
        QCoreApplication.sendEvent(watched, _held(event))
        return True


def _held(event: QKeyEvent) -> QKeyEvent:
    codes = event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers()
    again = QKeyEvent(event.type(), event.key(), event.modifiers(), *codes, event.text(), True, event.count())
    again.setTimestamp(event.timestamp())
    return again
