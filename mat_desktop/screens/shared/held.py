"""A key that is held down is one stroke, also where the system tells it as many.

Ctrl+Z that is held a moment too long would else undo a whole morning, and Alt+N go through all steps: with Ctrl or Alt
a key that comes again does nothing, except those that move the cursor or take letters away.

X11 tells a held key as letting go and pressing again, both at the same millisecond, and Qt takes some of these pairs
for strokes of their own; on a busy laptop many. No finger lets go and presses within a millisecond.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from mat_desktop.screens.look.standing_on import window_of

_TELLS_SO = "xcb"
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_EITHER = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_WORDS_BY_KEYS = "Left Right Up Down Home End Backspace Delete"
_IN_WORDS = tuple(getattr(Qt.Key, f"Key_{name}") for name in _WORDS_BY_KEYS.split())


def hear_held_keys(window: QWidget) -> None:
    """Hear the keys of a window before the window does."""
    handle = window_of(window)
    if handle is not None and handle.findChild(HeldKeys) is None:
        HeldKeys(handle, as_strokes=QGuiApplication.platformName() == _TELLS_SO)


class HeldKeys(QObject):
    """Takes commands that a held key repeats.

    Where the system tells a held key as many strokes, a press that came at the moment of its letting go is handed on as
    what it is: the key is still held.
    """

    def __init__(self, window: QWindow, *, as_strokes: bool) -> None:
        """`as_strokes`: whether the system tells a held key as many strokes."""
        super().__init__(window)
        self._as_strokes = as_strokes
        self._let_go: tuple[int, int] | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether this event goes no further: it is taken, or another one was sent in its place."""
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat():
            return _repeats_a_command(event)
        return self._as_strokes and self._still_held(watched, event)

    def _still_held(self, watched: QObject, event: QKeyEvent) -> bool:
        at = (event.key(), event.timestamp())
        if event.type() == QEvent.Type.KeyRelease:
            self._let_go = at
            return False
        if event.type() != QEvent.Type.KeyPress or at != self._let_go:
            return False
        QCoreApplication.sendEvent(watched, _held(event))
        return True


def _repeats_a_command(event: QKeyEvent) -> bool:
    """Ctrl and Alt together are AltGr on some systems, with which letters are typed."""
    if event.modifiers() & _BOTH not in _EITHER or event.key() in _IN_WORDS:
        return False
    # What nobody claims comes again as a shortcut.
    event.accept()
    return True


def _held(event: QKeyEvent) -> QKeyEvent:
    codes = event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers()
    again = QKeyEvent(event.type(), event.key(), event.modifiers(), *codes, event.text(), True, event.count())
    again.setTimestamp(event.timestamp())
    return again
