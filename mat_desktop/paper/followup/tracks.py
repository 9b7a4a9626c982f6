"""Each goal on the page to keep: a line with five circles for the pen, the start, the follow-up before, the hope."""

from itertools import pairwise

from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.drawing import MM
from mat_desktop.paper.followup.ladders import steps_of
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.goals.goal import LEVELS

_BESIDE = 39 * MM
_MOST_LINES, _BESIDE_LINES, _ABOVE_LINES = 3, 4, 2
_BEYOND = 7 * MM
"""Left of the line, where "further back" stands."""


def draw_track(
    pen: Pen, title: str, goal: GoalView, earlier: int | None, since: tuple[str, str], *, compact: bool, hope: bool
) -> None:
    """One goal. `since` are the months of the start and of the follow-up before.

    In the compact form the goal's words stand at the left of its line. `hope` is left out for whoever is bereaved.
    """
    m, page = pen.m, pen.page
    beside = compact and not m.large
    top = pen.y
    if beside:
        left = pen.left + _BESIDE
        lines = page.at_most(_BESIDE_LINES, title, _BESIDE - 8, m.body, Face.BOLD)
    else:
        left = pen.left
        for line in page.at_most(_ABOVE_LINES, title, pen.wide, m.body, Face.BOLD):
            pen.words(line, face=Face.BOLD, role="H3")
        lines = []
    track = _Track(pen, left + (_BEYOND if earlier == FURTHER_BACK else 0), compact=beside)
    track.marks(goal, earlier, since, hope=hope)
    for number, line in enumerate(lines):
        page.text(pen.left, track.middle + m.body * 0.36 + (number - (len(lines) - 1) / 2) * m.leading, line, m.body,
                  Face.BOLD)  # fmt: skip
    if lines:
        least = track.middle + (len(lines) + 1) / 2 * m.leading
        pen.y = max(pen.y, least, top)
    pen.y += 1.4 * MM


class _Track:
    """The line of one goal: where its five circles stand."""

    def __init__(self, pen: Pen, left: float, *, compact: bool) -> None:
        self.pen, self.left = pen, left
        self.size = pen.m.small if compact or pen.m.large else pen.m.step
        self.step = (pen.right - left) / 5
        self.middle = pen.y + pen.m.small + 5 + pen.m.track_circle / 2 + 2

    def x(self, level: int) -> float:
        """The middle of the circle of a step; further back than all of them lies left of the line."""
        if level == FURTHER_BACK:
            return self.left - _BEYOND / 2 + 1
        return self.left + (sorted(LEVELS).index(level) + 0.5) * self.step

    def marks(self, goal: GoalView, earlier: int | None, since: tuple[str, str], *, hope: bool) -> None:
        """Circles, what marks them, the words above and below."""
        page, m = self.pen.page, self.pen.m
        radius, levels = m.track_circle / 2, sorted(LEVELS)
        for first, second in pairwise(levels):
            page.line(self.x(first) + radius, self.middle, self.x(second) - radius, self.middle)
        for level in levels:
            page.circle(self.x(level), self.middle, radius)
        if goal.now == FURTHER_BACK or goal.now in levels:
            page.circle(self.x(goal.now), self.middle, radius * 0.4, 0.5, filled=True)
        if hope:
            edge = radius + 2.2
            page.box(self.x(goal.target) - edge, self.middle - edge, 2 * edge, 2 * edge, 1.8)
        if earlier is not None:
            page.diamond(self.x(earlier), self.middle, radius * 0.62)
        self._above(goal, earlier, since, hope=hope)
        self._below(goal)

    def _above(self, goal: GoalView, earlier: int | None, since: tuple[str, str], *, hope: bool) -> None:
        words: dict[int, list[str]] = {}
        words.setdefault(goal.now, []).append(since[0])
        if earlier is not None:
            words.setdefault(earlier, []).append(since[1])
        if hope:
            words.setdefault(goal.target, []).append("hoped for")
        m = self.pen.m
        y = self.middle - m.track_circle / 2 - 5.5
        with self.pen.tagged("P"):
            for level, said in words.items():
                text = ", ".join(said)
                half = width(text, Face.BOLD, m.small) / 2
                x = min(max(self.x(level), self.pen.left + half), self.pen.right - half)
                self.pen.page.text(x, y, text, m.small, Face.BOLD, "middle")

    def _below(self, goal: GoalView) -> None:
        """The steps in the person's own words; of long ones the beginning: they stand whole on the goal card."""
        pen, m = self.pen, self.pen.m
        y, most, leading = self.middle + m.track_circle / 2 + 4, 0, self.size + 2
        for level, words in steps_of(goal, hidden=not goal.steps_shown):
            lines = pen.page.at_most(_MOST_LINES, words, self.step - 8, self.size) if words else []
            with pen.tagged("P"):
                for number, line in enumerate(lines):
                    pen.page.text(self.x(level), y + self.size + number * leading, line, self.size, align="middle")
            most = max(most, len(lines))
        pen.y = y + most * leading + 2
