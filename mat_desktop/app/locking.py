"""The full lock: the library is closed, and the passphrase leads back to the same page.

What stays in memory after it is measured: one copy of the data key as bytes and one as hexadecimal digits, for Python
and the driver wipe none that they let go of. No page and no name stays.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer

if TYPE_CHECKING:
    from mat_desktop.screens.frame.whereabouts import Whereabouts
    from mat_desktop.screens.frame.window import Workplace

_SOON_MS = 20


class Locking(QObject):
    """Locks what is open. Where nothing is, or a participant has the laptop, there is nothing to lock."""

    def __init__(
        self, parent: QObject, workplace: "Callable[[], Workplace | None]", shut: Callable[[], object]
    ) -> None:
        """`shut` lets go of the workplace and its library, and shows the way in."""
        super().__init__(parent)
        self._workplace, self._shut = workplace, shut
        self._was: Whereabouts | None = None
        self._level = 0

    def begin(self) -> None:
        """From here on: called in the loop in which the window lives, so that the loop of a dialog is told from it."""
        self._level = QThread.currentThread().loopLevel()

    def lock(self) -> None:
        """Cover everything at once, then close the library; without a passphrase the privacy screen is all there is.

        A dialog in which something is typed is no page that can be made again: the lock lies over it, and the library
        stays open under the lock, so that nothing typed is lost.
        """
        place = self._workplace()
        if place is None or place.covers.locked:
            return
        if not place.library.encrypted:
            place.covers.cover()
        elif place.lock_over():
            QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        """Close once every dialog has gone its way, for its last words are said to an open library."""
        place = self._workplace()
        if place is None or not place.covers.locked:
            return
        if QThread.currentThread().loopLevel() > self._level:
            QTimer.singleShot(_SOON_MS, self, self._close)
            return
        # Read in only here: the first painting needs none of it.
        from mat_desktop.screens.frame.whereabouts import whereabouts

        self._was = whereabouts(place)
        self._shut()

    def come_back(self, workplace: "Workplace") -> None:
        """After the passphrase: where she was. After a lock only."""
        was, self._was = self._was, None
        if was is not None:
            from mat_desktop.screens.frame.whereabouts import go_back_to

            go_back_to(workplace, was)
