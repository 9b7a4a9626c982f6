"""The lock as it lies over the program while something typed can be kept nowhere but here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mat_desktop.facilitation.library.notices import LOCKED, ON_PAPER, SAVED_UP_TO
from mat_desktop.screens.frame.veil import VeilPage
from mat_desktop.screens.frame.way_back import WayBack
from mat_desktop.screens.shared.parts import label
from mat_desktop.screens.shared.ring import FocusRing

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class LockPage(VeilPage):
    """Nothing but the passphrase leads back; no clock, no name."""

    def __init__(self, way_back: WayBack, saved: str) -> None:
        """`saved` is the time up to which all is saved, in words; empty where nothing was done yet."""
        super().__init__()
        self.setAccessibleName(LOCKED)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.way_back = way_back
        layout = QVBoxLayout(self)
        layout.setSpacing(20)
        layout.addStretch(1)
        layout.addWidget(label(LOCKED, "title"), 0, _MIDDLE)
        if saved:
            layout.addWidget(label(SAVED_UP_TO.format(saved=saved), "muted"), 0, _MIDDLE)
        layout.addWidget(label(ON_PAPER, "muted"), 0, _MIDDLE)
        layout.addWidget(way_back)
        layout.addStretch(1)
        self.ring = FocusRing(self)

    @property
    def first(self) -> QWidget:
        """The line for the passphrase."""
        return self.way_back.edit or self
