"""What the participant's screen shows where no question is in front: a blank, the wish to stop, the end."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mat_desktop.facilitation.private.talk import PrivateTalk
from mat_desktop.screens.look import icons
from mat_desktop.screens.private.steps import Steps
from mat_desktop.screens.private.unlock import Unlock
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.parts import button, column, label, mark, row, scrolled

RING = 6
"""Room for the focus ring around what stands at the edge, within the margin of the page."""

ENDED = "Your answers are saved and closed. Nobody can go back to them from this screen."


class BetweenPage(QWidget):
    """A page without a question; `starts` has the keyboard when it comes to the front.

    What is in `rows` scrolls where it has no room; what is added to `outer` stands below it, always in sight.
    """

    def __init__(self, starts: QWidget) -> None:
        super().__init__()
        self.setObjectName("bare")
        self.starts = starts
        inside = QWidget()
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(RING, RING, RING, RING)
        self.outer = column(scrolled(inside))
        self.outer.setStretch(0, 1)
        self.setLayout(self.outer)


def blank_page(show: Callable[[], object]) -> BetweenPage:
    """The question is hidden until `show` is pressed."""
    page = BetweenPage(button("Show the question again", show, "primary"))
    page.rows.addStretch(1)
    words = label("Take your time. Nothing is lost.", "title", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    page.rows.addWidget(words)
    page.rows.addSpacing(20)
    page.rows.addWidget(page.starts, 0, Qt.AlignmentFlag.AlignHCenter)
    page.rows.addStretch(1)
    return page


def stop_page(go_on: Callable[[], object], stop: Callable[[], object]) -> BetweenPage:
    """Whether they want to stop; going on is what the keyboard is on."""
    page = BetweenPage(button("Go on", go_on, "primary"))
    other = button("Stop", stop)
    for one in (other, page.starts):
        mark(one, "tall", True)
    page.rows.addStretch(1)
    page.rows.addWidget(label("Stop here? What you answered is kept.", "question", wrap=True))
    page.rows.addSpacing(28)
    page.rows.addLayout(FlowLayout(other, page.starts, gap=16))
    page.rows.addStretch(1)
    return page


def end_page(talk: PrivateTalk, count: int, unlock: Unlock, kept: str) -> BetweenPage:
    """Thanks, and what to do if a question stirred something up.

    `count` is how many questions there were, `kept` what became of the answers.
    """
    page = BetweenPage(unlock.edit)
    steps = Steps()
    steps.show_steps(count, count)
    done = QLabel()
    icons.shown(done, "circle-check", "primary", 72)
    page.rows.addLayout(row(None, steps))
    page.rows.addStretch(2)
    page.rows.addWidget(done)
    page.rows.addSpacing(24)
    page.rows.addWidget(label(f"Thank you, {talk.greeting}.", "question", wrap=True))
    page.rows.addWidget(label("Please hand the computer back.", "question", wrap=True))
    page.rows.addSpacing(8)
    page.rows.addWidget(label(kept, "muted", wrap=True))
    stirred = f"If a question stirred something up, tell {talk.facilitator} now or any time today."
    page.rows.addWidget(label(stirred, "strong", wrap=True))
    page.rows.addStretch(3)
    unlock.layout().setContentsMargins(RING, 0, RING, 0)  # type: ignore[union-attr]
    page.outer.addWidget(unlock)
    return page
