"""What lies over the program: the privacy screen, the page for stepping out with somebody, or the lock."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.private.pin import Tried
from mat_desktop.facilitation.shown.dates import clock
from mat_desktop.screens.frame.lock_page import LockPage
from mat_desktop.screens.frame.privacy import PrivacyScreen
from mat_desktop.screens.frame.step_out import StepOut
from mat_desktop.screens.frame.veil import Veil
from mat_desktop.screens.frame.way_back import WayBack


class Covers:
    """At most one of them is up; nothing under it can be seen, reached or read aloud, in dialogs neither."""

    def __init__(
        self,
        over: QWidget,
        library: OpenLibrary,
        keep: Callable[[], object],
        read: Callable[[int], object],
        lock: Callable[[], object],
        came_in: Callable[[], object],
    ) -> None:
        """`keep` keeps what is typed on the page, `read` opens what waits about a person, `lock` is the full lock.

        `came_in` is told when she is back who stepped out with somebody.
        """
        self._library, self._desk = library, library.desk
        self._keep, self._read, self._came_in = keep, read, came_in
        heard: dict[QKeyCombination, Callable[[], object]] = {
            QKeyCombination(Qt.Key.Key_F9): self.toggle_privacy,
            QKeyCombination(Qt.Key.Key_F8): self.toggle_step_out,
            QKeyCombination(Qt.Modifier.CTRL, Qt.Key.Key_L): lock,
        }
        self._veil = Veil(over, heard)
        self.page: PrivacyScreen | StepOut | LockPage | None = None
        self._rests = False

    @property
    def up(self) -> bool:
        """Whether something lies over the program."""
        return self._veil.lies

    @property
    def locked(self) -> bool:
        """Whether it is the lock."""
        return isinstance(self.page, LockPage)

    def hear(self, window: QWindow | None) -> None:
        """Hear the keys of the covers in this window."""
        self._veil.follow(window)

    def rest(self) -> None:
        """Uncover, hear no key any more, and read nothing either: the library is closed next."""
        self.page = None
        self._rests = True
        self._veil.rest()

    def toggle_privacy(self) -> None:
        """Blank the program, or come back to it; over the guide for stepping out, take that away."""
        if isinstance(self.page, StepOut):
            self.page.go_on()
        elif self.page is not None:
            self.page.way_back.ask()
        else:
            self._lay(PrivacyScreen(self._way_back(), self._room_clock))

    def cover(self) -> None:
        """Blank the program where nothing lies over it: no hand was on it for a while."""
        if self.page is None:
            self.toggle_privacy()

    def lay_lock(self) -> None:
        """The lock, which only the passphrase lifts."""
        self._lay(LockPage(WayBack(self._try_lock, self.uncover, locked=True), self.saved_up_to()))

    def saved_up_to(self) -> str:
        """The time up to which all is saved, as the clock says it; empty where nothing was done yet."""
        saved = self._desk.archive.saved_at()
        return clock(saved.astimezone(self._desk.clock.now().tzinfo)) if saved is not None else ""

    def _try_lock(self, words: str, _by_passphrase: bool) -> Tried:
        return pin.try_words(self._desk, words, self._library.is_passphrase)

    def toggle_step_out(self) -> None:
        """Go out with somebody, or come back."""
        if not isinstance(self.page, StepOut):
            if self.page is None:
                self._lay(StepOut(self._way_back, lambda: clock(self._desk.clock.now())))
        elif self.page.way_back is None:
            self.page.go_on()
        else:
            self.page.way_back.ask()

    def come_back(self, person: int) -> None:
        """The privacy screen, with at most a word that there is something to read about a person, 0 for nobody.

        The PIN was typed a moment ago; it is not asked for twice.
        """
        read = (lambda: self._read_what_waits(person)) if person else None
        self._lay(PrivacyScreen(WayBack(None, self.uncover), self._room_clock, read))

    def _lay(self, page: PrivacyScreen | StepOut | LockPage) -> None:
        if QApplication.activeModalWidget() is None:
            self._keep()
        self.page = page
        self._veil.lay(page)

    def uncover(self) -> None:
        """Take away what lies there."""
        was_out = isinstance(self.page, StepOut) and self.page.way_back is not None
        self.page = None
        self._veil.lift()
        if was_out:
            self._came_in()

    def _read_what_waits(self, person: int) -> None:
        self.uncover()
        self._read(person)

    def _way_back(self) -> WayBack:
        return WayBack(self._try if pin.has_pin(self._desk) else None, self.uncover)

    def _try(self, words: str, by_passphrase: bool) -> Tried:
        if by_passphrase:
            return pin.try_passphrase(self._desk, words, self._library.is_passphrase)
        return pin.try_digits(self._desk, words)

    def _room_clock(self) -> tuple[str, str]:
        # Read in only when there is a cover: Today does not need it.
        if self._rests:
            return "", ""
        from mat_desktop.facilitation.goals import room
        from mat_desktop.screens.goals.projector import on_the_wall

        return on_the_wall(room.wall_clock(self._desk, self._desk.clock.now()))
