"""What lies over the page: the privacy screen, and the guide for stepping out with somebody."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mat_desktop.screens.frame.privacy import PrivacyScreen

if TYPE_CHECKING:
    from mat_desktop.screens.frame.step_out import StepOut


class Covers:
    """At most one of them is up; nothing behind it can be seen or reached."""

    def __init__(
        self, over: QWidget, leave: Callable[[], object], time: Callable[[], str], read: Callable[[int], object]
    ) -> None:
        """`leave` keeps what is typed, `time` says how late it is, `read` opens what waits about a person."""
        self._over, self._leave, self._time, self._read = over, leave, time, read
        self.privacy = PrivacyScreen(over, self.toggle_privacy, self._read_what_waits)
        self.step_out: StepOut | None = None
        self._waiting = 0

    @property
    def up(self) -> bool:
        """Whether something lies over the page."""
        return self.privacy.isVisible() or (self.step_out is not None and self.step_out.isVisible())

    def toggle_privacy(self) -> None:
        """Blank the page, or come back to it."""
        if self.privacy.isVisible():
            self.privacy.hide()
            self.privacy.read.hide()
        elif not self.up:
            self._leave()
            self.privacy.cover()

    def toggle_step_out(self) -> None:
        """Go out with somebody, or come back."""
        from mat_desktop.screens.frame.step_out import StepOut

        self.step_out = self.step_out or StepOut(self._over, self.toggle_step_out)
        if self.step_out.isVisible():
            self.step_out.hide()
        elif not self.up:
            self._leave()
            self.step_out.time.setText(self._time())
            self.step_out.cover()

    def come_back(self, person: int) -> None:
        """The privacy screen, with at most a word that there is something to read about a person, 0 for nobody."""
        self._waiting = person
        self.privacy.read.setVisible(bool(person))
        self.privacy.cover()

    def _read_what_waits(self) -> None:
        self.toggle_privacy()
        self._read(self._waiting)
