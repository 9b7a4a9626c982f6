"""The ladder drawn as stairs: a step, its words, and the flags "now" and "hoped for"."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mat_desktop.facilitation.goals.steps import GoalFlag
from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.facilitation.shown.numbers import signed
from mat_desktop.screens.look import icons
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.look.theme import colour, type_font, worn
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.fields import LineField
from mat_desktop.screens.shared.parts import row
from mat_desktop.screens.shared.still import StillMenu
from mat_desktop.workshop.goals.goal import LEVELS

_WIDTHS = {2: 110, 1: 92, 0: 74, -1: 60, -2: 46}
_ICONS = {"hoped for": "flag", "now": "map-pin"}


class Stair(QWidget):
    """One step of the ladder, as wide as it is high up."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level, self._target = level, False
        hold(self, width=_WIDTHS[level], height=42)

    def mark(self, *, target: bool) -> None:
        """Show whether this is the step hoped for."""
        self._target = target
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A plain block with its number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("control"), worn().border) if worn().outlined else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colour("primary" if self._target else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(type_font("strong"))
        painter.setPen(colour("on_primary" if self._target else "ink"))
        painter.drawText(
            self.rect().adjusted(0, 0, -worn().px(12), 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            signed(self._level),
        )


class Stairs(QWidget):
    """All five steps. `keep` is given a level, its words and the visit; `flag` the flag and the level."""

    def __init__(self, keep: Callable[[int, str, str], str], flag: Callable[[GoalFlag, int], object]) -> None:
        super().__init__()
        self._keep, self._flag = keep, flag
        self.levels: dict[int, LineField] = {}
        self._steps: dict[int, Stair] = {}
        self._flags: dict[int, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for level in LEVELS:
            layout.addLayout(self._rung(level))

    def _rung(self, level: int) -> QHBoxLayout:
        field = LineField("", lambda words, visit: self._keep(level, words, visit), letters="5 evenings a week")
        field.edit.setAccessibleName(f"Step {signed(level)}")
        self.levels[level] = field
        self._steps[level] = Stair(level)
        found = Button("")
        found.setProperty("kind", "flag")
        hold(found, width=122)
        menu = StillMenu("", found)
        menu.addAction("This is now", partial(self._flag, GoalFlag.NOW, level))
        menu.addAction("This is hoped for", partial(self._flag, GoalFlag.TARGET, level))
        found.setMenu(menu)
        self._flags[level] = found
        laid = row(self._steps[level], field, found, gap=6)
        laid.setStretch(1, 1)
        return laid

    def show_goal(self, goal: GoalView, *, frozen: bool) -> None:
        """Show the steps of one goal."""
        for level, words in goal.ladder:
            self.levels[level].set(words, goal.id)
            self.levels[level].edit.setReadOnly(frozen)
            needed = level in (goal.now, goal.target)
            self.levels[level].edit.setPlaceholderText("needed" if needed else "may stay empty")
            self._steps[level].mark(target=level == goal.target)
            self._show_flag(level, "hoped for" if level == goal.target else "now" if level == goal.now else "")
            self._flags[level].setEnabled(not frozen)

    def _show_flag(self, level: int, flag: str) -> None:
        found = self._flags[level]
        found.setText(flag or "set …")
        icons.alone(found, _ICONS[flag] if flag else "", "primary", 16)
        found.setAccessibleName(f"Step {signed(level)} is {flag}" if flag else f"Set a flag on step {signed(level)}")
