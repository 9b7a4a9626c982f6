"""What an erasing has left to do in the copies, done when the library is opened again, beside the work.

It looks at the copies once more even where all were reached: a backup that was under way when somebody was erased may
have come after.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
        self._over = self._held = self._due = False

    def begin(self) -> None:
        """Do what is left, where anything is; once somebody else has let go of the copies."""
        self._due = self._held
        if self._over or self._held:
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

    @contextmanager
    def held(self) -> Iterator[None]:
        """Leave the copies to somebody else, who erases in them: two at one copy would be in each other's way.

        What was under way, or was to begin meanwhile, is begun afterwards.
        """
        self._due = self._work.busy
        self._work.leave()
        self._held = True
        try:
            yield
        finally:
            self._held = False
            if self._due:
                self.begin()

    def end(self) -> None:
        """Leave what is under way; it is begun anew when the library is opened again."""
        self._over = True
        self._work.leave()
