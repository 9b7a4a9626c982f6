"""What an erasing has left to do in the copies, done when the library is opened again, beside the work.

It looks at the copies once more even where all were reached: a backup that was under way when somebody was erased may
have come after.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mat_desktop.screens.shared.beside import Beside
from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.facilitation.dispatch import Dispatcher
    from mat_desktop.facilitation.library.erasure import CopiesErased
    from mat_desktop.facilitation.library.notices import OpenLibrary


class ErasingOn:
    """Begins with the library and ends with it."""

    def __init__(
        self, window: QWidget, library: "OpenLibrary", dispatcher: "Dispatcher", tell: Callable[[str], object]
    ) -> None:
        self._library, self._tell = library, tell
        self._work = Beside(window, dispatcher)
        self._over = False

    def begin(self) -> None:
        """Do what is left, where anything is."""
        if self._over:
            return
        try:
            task = self._library.erasing_copies()
        except Refusal as refusal:
            self._tell(str(refusal))
            return
        if task is not None:
            self._work.start(task, self._done, self._tell)

    def _done(self, _copies: "CopiesErased") -> None:
        from mat_desktop.facilitation.library import erasure

        try:
            erasure.done_in_copies(self._library.desk)
        except Refusal as refusal:
            self._tell(str(refusal))

    def end(self) -> None:
        """Leave what is under way; it is begun anew when the library is opened again."""
        self._over = True
        self._work.leave()
