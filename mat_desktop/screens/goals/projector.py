"""What the room may see in the goal round: the clock; a goal only where its owner asked for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.goals import room
from mat_desktop.facilitation.goals.room import WallClock
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.parts import button, column, label, row
from mat_desktop.screens.shared.while_seen import WhileSeen

WHO_SPEAKS = "The lowest number at your table speaks first. One speaks, the others listen."
_LARGEST, _MARGIN = 220, 64
_FIGURES_WIDE = 3.2
"""How many times their height the figures `+20:00` are wide."""


def left_in_words(seconds: int) -> str:
    """`12:05`, or `+1:30` once the time is over."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02}"


def on_the_wall(clock: WallClock | None) -> tuple[str, str]:
    """What the room sees of a clock: the time left, and which turn it is where tables share it."""
    if clock is None:
        return "", ""
    turn = f"Turn {clock.turn} of {clock.turns}" if clock.turns > 1 else ""
    return left_in_words(clock.seconds_left), turn


class GoalProjector(Dialog):
    """Full screen; Esc goes back. No name, no idea and no ladder ever comes here."""

    def __init__(self, bench: Bench, window: QWidget, goals: Sequence[str] = ()) -> None:
        super().__init__(window, "Time")
        self._bench = bench
        self.setObjectName("projector")
        self.clock = label("", "number")
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = column(gap=24)
        layout.setContentsMargins(_MARGIN, 48, _MARGIN, 32)
        layout.addStretch(1)
        self.turn = label("", "title", wrap=True)
        self.turn.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.clock)
        layout.addWidget(self.turn)
        for words in goals:
            said = label(words, "title", wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(said)
        layout.addStretch(1)
        layout.addLayout(row(None, button("Back", self.reject)))
        self.setLayout(layout)
        self._tick = WhileSeen(self, 1000, self.show_time)
        self.show_time()
        self.setWindowState(Qt.WindowState.WindowFullScreen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Figures as large as the room that looks at them needs, and no wider than the wall."""
        super().resizeEvent(event)
        wide = self.width() - 2 * _MARGIN
        size = min(_LARGEST, int(wide / _FIGURES_WIDE), self.height() // 3)
        self.clock.setStyleSheet(f"font-size: {size}px;")

    def show_time(self) -> None:
        """The time left; nothing where no clock runs. At tables the lowest number speaks first."""
        time, turn = on_the_wall(room.wall_clock(self._bench.desk, self._bench.desk.clock.now()))
        self.clock.setText(time)
        self.turn.setText(f"{turn}. {WHO_SPEAKS}" if turn else "")
        self.turn.setVisible(bool(turn))
