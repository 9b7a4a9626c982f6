"""Without a hand on it for some minutes the program covers itself, and locks itself after more of them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

_LOOKS_MS = 5000
"""How often it is looked whether the time is over."""
_LEAST_S = 60
"""No rest is shorter: until then nothing need be asked."""
_HANDS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.DragMove,
    QEvent.Type.InputMethod,
)


@dataclass(frozen=True)
class After:
    """What is done after so many minutes; they are asked for at every look, so that a new setting holds at once."""

    minutes: Callable[[], int]
    then: Callable[[], object]


class Idle(QObject):
    """Watches for hands in every window of the program. What is shown to the room on a projector is left as it is.

    This is the one place that decides what a long rest does: each thing once, until a hand comes again.
    """

    def __init__(
        self,
        home: QWidget,
        steps: Sequence[After],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`steps` begin with the mildest. Nobody can set the clock `seconds`: a changed time of day covers nothing."""
        super().__init__(home)
        self._steps, self._seconds = steps, seconds
        self._touched, self._done = seconds(), 0
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
            self._touch()

    def _touch(self) -> None:
        self._touched, self._done = self._seconds(), 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A hand is there; what it does goes on its way."""
        if event.type() in _HANDS:
            self._touch()
        return False

    def look(self) -> None:
        """Do what is due: of several things the one that goes furthest."""
        rested = self._seconds() - self._touched
        if rested < _LEAST_S:
            return
        open_steps = range(self._done, len(self._steps))
        due = [n for n in open_steps if rested >= self._steps[n].minutes() * 60]
        if due and not _before_the_room():
            self._done = due[-1] + 1
            self._steps[due[-1]].then()

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
