"""Stepping out with somebody: half a page of guide, and then nothing but the time and a word for the room."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mat_desktop.screens.frame.veil import VeilPage
from mat_desktop.screens.frame.way_back import WayBack
from mat_desktop.screens.look.theme import worn
from mat_desktop.screens.shared.parts import boxed, button, column, gone, label, row, scrolled
from mat_desktop.screens.shared.ring import FocusRing
from mat_desktop.screens.shared.while_seen import WhileSeen

GUIDE = (
    "A quiet place. Ask: “Would you like company, or quiet?”",
    "Ask plainly: “Are you thinking about ending your life?”",
    "Only when you two are alone: “Is anybody hurting you or frightening you?”",
    "They may go home. Nothing is lost: their place is held, and you will phone them.",
    "The others go on with the card “Go on without me”.",
)
BACK_SOON = "Back soon. Please go on with the card."
GUIDE_MS = 40_000
"""How long the guide stands when nobody touches anything."""
_SIDE = 48
_WIDE, _WAY_OUT = 640, 80
"""What the guide likes to have, and the line below it, in pixels at text of 100 %."""
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class StepOut(VeilPage):
    """The guide is for her alone: any key, any click or a short while takes it away for good."""

    def __init__(self, make_way_back: Callable[[], WayBack], time: Callable[[], str]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._make, self._time = make_way_back, time
        self.way_back: WayBack | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._shown = self._guide()
        self._layout.addWidget(self._shown)
        self.ring = FocusRing(self)
        self._alone = QTimer(self, interval=GUIDE_MS, singleShot=True)
        self._alone.timeout.connect(self.go_on)
        self._alone.start()
        self._tick = WhileSeen(self, 1000, lambda: self.time.setText(self._time()))

    @property
    def first(self) -> QWidget:
        """The line for the PIN, once it is asked for."""
        return self if self.way_back is None else self.way_back.edit or self

    def stirred(self) -> bool:
        """The first key or click takes the guide away, and does nothing else."""
        if self.way_back is not None:
            return False
        self.go_on()
        return True

    def sizeHint(self) -> QSize:
        """All of what it shows: a small dialog under it grows for that."""
        page, width = self._page, worn().px(_WIDE)
        high = page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()
        return QSize(width, high + worn().px(_WAY_OUT))

    def _guide(self) -> QWidget:
        page, layout = _sheet()
        self._page = page
        layout.setContentsMargins(_SIDE, 24, _SIDE, 24)
        layout.setSpacing(14)
        self.time = label(self._time(), "number")
        layout.addStretch(1)
        layout.addWidget(self.time)
        layout.addWidget(label("Everybody’s place is held.", "title", wrap=True))
        for words in GUIDE:
            layout.addWidget(label(words, "section", wrap=True))
        layout.addWidget(label("This page goes with any key, before the room can read it.", "muted", wrap=True))
        layout.addStretch(1)
        on = row(_SIDE, button("I am going out now", self.go_on, "primary"), None, gap=0)
        on.setContentsMargins(0, 0, 0, 24)
        both = column(scrolled(page), gap=0)
        both.setStretch(0, 1)
        both.addLayout(on)
        return boxed(both)

    def go_on(self) -> None:
        """Show the room the time and a word, and nothing else; the guide does not come back."""
        if self.way_back is not None:
            return
        self._alone.stop()
        self._layout.removeWidget(self._shown)
        gone(self._shown)
        page, layout = _sheet()
        self._page = page
        layout.setSpacing(24)
        self.time = label(self._time(), "clock")
        self.way_back = self._make()
        layout.addStretch(2)
        layout.addWidget(self.time, 0, _MIDDLE)
        layout.addWidget(_centred(BACK_SOON))
        layout.addStretch(2)
        layout.addWidget(self.way_back)
        layout.addStretch(1)
        self._shown = page
        self._layout.addWidget(page)
        page.show()
        self.setAccessibleName(BACK_SOON)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)


def _centred(words: str) -> QLabel:
    found = label(words, "title", wrap=True)
    found.setAlignment(_MIDDLE)
    return found


def _sheet() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setObjectName("bare")
    return page, QVBoxLayout(page)
