"""A backup every half hour in which something changed, made by a process of its own, beside the work."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from mat_desktop.screens.shared.beside import Beside
from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.facilitation.dispatch import Dispatcher
    from mat_desktop.facilitation.library.notices import OpenLibrary

EVERY_MS = 30 * 60 * 1000
NOT_MADE = "The backup was not made. {why} It is tried again in half an hour."


class BackingUp:
    """Begins with the library and ends with it."""

    def __init__(
        self, window: QWidget, library: "OpenLibrary", dispatcher: "Dispatcher", tell: Callable[[str], object]
    ) -> None:
        self._library, self._tell = library, tell
        self._work = Beside(window, dispatcher)
        self._timer = QTimer(window, interval=EVERY_MS)
        self._timer.timeout.connect(self.begin)
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether a copy is being made."""
        return self._work.busy

    def begin(self) -> None:
        """One backup now, if something changed since the last."""
        if self._work.busy:
            return
        try:
            task = self._library.backing_up()
        except Refusal as refusal:
            self._failed(str(refusal))
            return
        if task is not None:
            self._work.start(task, lambda _made: None, self._failed)

    def _failed(self, why: str) -> None:
        self._tell(NOT_MADE.format(why=why))

    def leave(self) -> None:
        """Leave a copy that is being made: the key is about to change, and it would be closed with the old one."""
        self._work.leave()

    def end(self) -> None:
        """Leave a copy that is being made; what it has begun is swept away by the next."""
        self._timer.stop()
        self._work.leave()
