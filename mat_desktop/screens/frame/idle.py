"""Without a hand on it for some minutes the program covers itself."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

_LOOKS_MS = 5000
"""How often it is looked whether the time is over."""
_HANDS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.DragMove,
    QEvent.Type.InputMethod,
)


class Idle(QObject):
    """Watches for hands in every window of the program. What is shown to the room on a projector is left as it is."""

    def __init__(
        self,
        home: QWidget,
        minutes: Callable[[], int],
        then: Callable[[], object],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`minutes` is asked at every look, so that a new setting holds at once; `then` covers the program.

        `seconds` is a clock that nobody can set, so that a changed time of day covers nothing.
        """
        super().__init__(home)
        self._minutes, self._then, self._seconds = minutes, then, seconds
        self._touched = seconds()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        application.focusWindowChanged.connect(self.follow)
        self._timer = QTimer(self, interval=_LOOKS_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def follow(self, window: QWindow | None) -> None:
        """Watch for hands in this window."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self._touched = self._seconds()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A hand is there; what it does goes on its way."""
        if event.type() in _HANDS:
            self._touched = self._seconds()
        return False

    def look(self) -> None:
        """Cover the program where the time is over."""
        if self._seconds() - self._touched < self._minutes() * 60 or _before_the_room():
            return
        self._touched = self._seconds()
        self._then()

    def rest(self) -> None:
        """Watch no more: the page of the main window goes."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        self._application.focusWindowChanged.disconnect(self.follow)
        for window in self._application.topLevelWindows():
            window.removeEventFilter(self)


def _before_the_room() -> bool:
    """Whether something is shown to the room."""
    return any(top.isVisible() and top.objectName() == "projector" for top in QApplication.topLevelWidgets())
