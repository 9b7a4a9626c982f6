"""Stepping out with somebody: the time, places held, and half a page of guide."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mat_desktop.screens.frame.privacy import Cover
from mat_desktop.screens.shared.parts import button, label

_GUIDE = (
    "A quiet place. Ask: “Would you like company, or quiet?”",
    "Ask plainly about safety: “Are you safe? Are you thinking of ending your life?”",
    "They may go home. Nothing is lost: their place is held, and you will phone them.",
    "The others go on with the card “Go on without me”.",
)


class StepOut(Cover):
    """The facilitator goes out with somebody: the time, places held, and half a page of guide. Nothing private."""

    def __init__(self, window: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(window)
        self.time = label("", "number")
        back = button("Back to work", leave, "primary")
        back.setFixedWidth(220)
        self.first = back
        self.inside.setContentsMargins(120, 40, 120, 40)
        self.inside.setSpacing(14)
        self.inside.addStretch(1)
        self.inside.addWidget(self.time)
        self.inside.addWidget(label("Everybody’s place is held.", "title"))
        for words in _GUIDE:
            self.inside.addWidget(label(words, "section", wrap=True))
        self.inside.addSpacing(20)
        self.inside.addWidget(back)
        self.inside.addStretch(1)
