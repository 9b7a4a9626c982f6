"""What lies under a hand stays there until the hand lets go."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_LOOK_MS, _PATIENCE = 10, 300
"""How often it is looked whether the hand let go; so many looks later something else swallowed its letting go."""


class OnceLetGo(QObject):
    """Does something at once, or, while a button of the mouse is held down, after it was let go.

    A press takes the keyboard from a line in which something is typed, and that is kept; if the page were made anew
    then, the button under the hand would be gone before the click is whole.
    """

    def __init__(self, parent: QObject, act: Callable[[], object]) -> None:
        super().__init__(parent)
        self._act, self._looks = act, 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def ask(self) -> None:
        """It is to be done."""
        if held_down():
            self._looks = 0
            self._timer.start()
        else:
            self._do()

    def rest(self) -> None:
        """Nothing is done any more: the window goes."""
        self._timer.stop()

    def _look(self) -> None:
        self._looks += 1
        if not held_down() or self._looks > _PATIENCE:
            self._do()

    def _do(self) -> None:
        self._timer.stop()
        self._act()


def held_down() -> bool:
    """Whether a button of the mouse is held down."""
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton
