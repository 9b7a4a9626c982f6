"""The privacy screen: the program is blank at once, and says at most how long the room's clock still runs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.screens.frame.veil import VeilPage
from mat_desktop.screens.frame.way_back import WayBack
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.parts import button, label
from mat_desktop.screens.shared.ring import FocusRing
from mat_desktop.screens.shared.while_seen import WhileSeen

WORDS = "A short break."
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class PrivacyScreen(VeilPage):
    """No name and no title of a workshop. `room_clock` answers with mm:ss and which turn it is, if a clock runs."""

    def __init__(
        self, way_back: WayBack, room_clock: Callable[[], tuple[str, str]], read: Callable[[], object] | None = None
    ) -> None:
        """`read` opens what waits to be read, where something does."""
        super().__init__()
        self.setAccessibleName(WORDS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.way_back, self._room_clock = way_back, room_clock
        self.clock = label("", "clock")
        self.clock.setAccessibleDescription("Time left")
        self.turn = label("", "section")
        layout = QVBoxLayout(self)
        layout.setSpacing(20)
        layout.addStretch(1)
        layout.addWidget(label(WORDS, "title"), 0, _MIDDLE)
        layout.addWidget(self.clock, 0, _MIDDLE)
        layout.addWidget(self.turn, 0, _MIDDLE)
        layout.addWidget(way_back)
        if read is not None:
            waits = button("Something to read", read)
            hold(waits, least_width=220)
            layout.addWidget(waits, 0, _MIDDLE)
        layout.addStretch(1)
        self.ring = FocusRing(self)
        self._tick = WhileSeen(self, 1000, self._show_clock)
        self._show_clock()

    @property
    def first(self) -> QWidget:
        """The line for the PIN where it is asked for; else no button, for whoever was typing types on."""
        return self.way_back.edit or self

    def _show_clock(self) -> None:
        for shown, words in zip((self.clock, self.turn), self._room_clock(), strict=True):
            shown.setText(words)
            shown.setVisible(bool(words))
