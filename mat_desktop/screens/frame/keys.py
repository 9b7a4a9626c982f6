"""Keys are heard where the focus is: a filter over the whole program is asked about every event of every widget."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from mat_desktop.screens.shared.fields import Field

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class KeyWatch(QObject):
    """Hands every key of one window to a listener before the focused widget gets it."""

    def __init__(self, widget: QWidget, hears: Callable[[QWidget, QKeyEvent], bool]) -> None:
        super().__init__(widget)
        self._widget, self._hears = widget, hears
        self._watched: list[QWidget] = []
        self._rests = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        """Hear keys before the focus has ever moved, once the widget stands in its window."""
        if isValid(self) and not self._watched and not self._rests:
            self._follow(None, QApplication.focusWidget())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        if now is None or now.window() is self._widget.window():
            # Without a focus, keys go to the window itself.
            self._watched = [now or self._widget.window()]
            self._watched[0].installEventFilter(self)

    def _leave(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the listener took the key."""
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        return self._hears(watched, event)

    def rest(self) -> None:
        """Listen to no key any more."""
        if self._rests:
            return
        self._rests = True
        self._leave()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._follow)


def takes_undo(watched: QWidget) -> bool:
    """Whether Ctrl+Z is for this widget: a field with typing that is not kept yet."""
    field = watched.parentWidget()
    return isinstance(watched, QLineEdit | QPlainTextEdit) and isinstance(field, Field) and field.dirty


def undoes(event: QKeyEvent) -> bool:
    """The key that takes back the last thing."""
    return event.matches(QKeySequence.StandardKey.Undo)


def redoes(event: QKeyEvent) -> bool:
    """Both keys that people know for it, on every system."""
    typed = QKeySequence(event.keyCombination())
    return event.matches(QKeySequence.StandardKey.Redo) or typed in (
        QKeySequence("Ctrl+Y"),
        QKeySequence("Ctrl+Shift+Z"),
    )
