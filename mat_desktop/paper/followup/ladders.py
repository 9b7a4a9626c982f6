"""Section A: each goal as six boxes, the worst on the left, numbered 1 to 6. No earlier mark stands here."""

from collections.abc import Sequence

from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.drawing import MM
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.goals.goal import LEVELS, told_apart

FURTHER_BACK_WORDS = "Further back than all of these"
BLANK_STEPS = ("further back", "start", "", "hoped for", "", "best")
_MOST_LINES = 4
_INSET, _NUMBER_INSET = 2 * MM, 1.2 * MM
_LEAST_BOX, _BLANK_BOX = 19 * MM, 25 * MM
_LINE = 4.4 * MM
_BETWEEN_STACKS = 3 * MM


def goal_title(goal: GoalView, number: int, goals: Sequence[GoalView]) -> str:
    """The words of a goal for paper; of one that was written anew the first version says so."""
    return told_apart(goal.title or f"My goal {number}", goal, goals)


def steps_of(goal: GoalView, *, hidden: bool = False) -> tuple[tuple[int, str], ...]:
    """The steps from the lowest up with their words; without words where their owner wants none on such paper."""
    return tuple((level, "" if hidden else words) for level, words in reversed(goal.ladder))


def draw_goal(pen: Pen, item: str, title: str, goal: GoalView, *, hidden: bool = False) -> None:
    """One goal under its number: six boxes across, or six rows where the words are long or the print is large."""
    m = pen.m
    top = pen.y
    with pen.tagged("H3"):
        pen.page.text(pen.left, top + m.goal, item, m.body, Face.BOLD)
        for line in pen.page.lines(title, pen.wide - m.indent, m.goal, Face.BOLD):
            pen.page.text(pen.left + m.indent, pen.y + m.goal, line, m.goal, Face.BOLD)
            pen.y += m.goal_leading
    pen.y += 2.5
    words = [FURTHER_BACK_WORDS, *(words for _, words in steps_of(goal, hidden=hidden))]
    hoped = 1 + sorted(LEVELS).index(goal.target)
    columns = zip(words, _columns(pen, words[0]), strict=True)
    longest = max(len(pen.page.lines(w, column - 2 * _INSET, m.step)) if w else 0 for w, column in columns)
    if m.large or longest > _MOST_LINES:
        _rows(pen, item, words, hoped)
    else:
        _across(pen, item, words, hoped, max(_LEAST_BOX, m.step_words + longest * _LINE + 1.5 * MM))
    pen.y += m.after_goal


def draw_blank_goal(pen: Pen, item: str) -> None:
    """A line for the goal, and six empty boxes that say only which end is which."""
    m = pen.m
    pen.page.text(pen.left, pen.y + m.goal, item, m.body, Face.BOLD)
    pen.writing_lines(f"{item} goal", 1, indent=m.indent)
    pen.y += 2.5
    if m.large:
        _rows(pen, item, [begun(words) for words in BLANK_STEPS], -1)
    else:
        _across(pen, item, [begun(words) for words in BLANK_STEPS], -1, _BLANK_BOX)
    pen.y += m.after_goal


def _columns(pen: Pen, first: str) -> list[float]:
    """How wide the six boxes are: the first as its two lines ask, the others alike."""
    half = pen.page.lines(first, pen.wide, pen.m.step)[0].rsplit(" ", 3)[0]
    own = max(pen.wide / 6, width(half, Face.REGULAR, pen.m.step) + 2 * _INSET + 0.5)
    return [own, *[(pen.wide - own) / 5] * 5]


def _across(pen: Pen, item: str, words: list[str], hoped: int, high: float) -> None:
    page, m = pen.page, pen.m
    x = pen.left
    for number, (said, column) in enumerate(zip(words, _columns(pen, words[0]), strict=True), 1):
        page.box(x, pen.y, column, high, 1)
        middle = pen.y + 1.4 * MM + m.step_circle / 2
        page.choice(item, str(number), x + _INSET + m.step_circle / 2, middle, m.step_circle)
        ends = x + column - _NUMBER_INSET
        page.text(ends, middle + m.small * 0.36, str(number), m.small, align="right")
        if number == hoped + 1:
            ends -= width(f"{number} ", Face.REGULAR, m.small)
            page.text(ends, middle + m.small * 0.36, "hoped for", m.small, Face.BOLD, "right")
        with pen.tagged("P"):
            for place, line in enumerate(page.lines(said, column - 2 * _INSET, m.step) if said else ()):
                page.text(x + _INSET, pen.y + m.step_words + m.step * 0.9 + place * _LINE, line, m.step)
        x += column
    pen.y += high


def _rows(pen: Pen, item: str, words: list[str], hoped: int) -> None:
    """Six rows, the worst first: circle, words, the small number at the end.

    In the closest form of large print they are two stacks of three, parted by white so that each is read downwards:
    three goals then stand on one page, where upright ladders would ask for a fifth sheet.
    """
    m, columns = pen.m, pen.m.ladder_columns
    deep, wide = len(words) // columns, (pen.wide - (columns - 1) * _BETWEEN_STACKS) / columns
    for row in range(deep):
        cells = [_Cell(pen, item, number, words[number], hoped, wide) for number in range(row, len(words), deep)]
        high = max(m.step_row, *(len(cell.lines) * m.step_leading + m.around_step for cell in cells))
        for column, cell in enumerate(cells):
            cell.draw(pen.left + column * (wide + _BETWEEN_STACKS), high)
        pen.y += high


class _Cell:
    """One step of a ladder that stands upright: what it says, in the lines that fit beside circle and number."""

    def __init__(self, pen: Pen, item: str, place: int, words: str, hoped: int, wide: float) -> None:
        self.pen, self.item, self.number, self.wide = pen, item, place + 1, wide
        self.hoped = place == hoped
        self.at = pen.m.step_circle + 3 * _INSET
        room = wide - self.at - width("6 ", Face.REGULAR, pen.m.small) - _INSET
        room -= width("hoped for  ", Face.BOLD, pen.m.small) if self.hoped else 0
        self.lines = pen.page.lines(words, room, pen.m.step) if words else []

    def draw(self, left: float, high: float) -> None:
        """Draw it from the top of the pen, so wide and high."""
        page, m, right = self.pen.page, self.pen.m, left + self.wide
        page.box(left, self.pen.y, self.wide, high, 1)
        middle = self.pen.y + high / 2
        page.choice(self.item, str(self.number), left + _INSET + m.step_circle / 2, middle, m.step_circle)
        first = middle + m.step * 0.36 - (len(self.lines) - 1) * m.step_leading / 2
        with self.pen.tagged("P"):
            for place, line in enumerate(self.lines):
                page.text(left + self.at, first + place * m.step_leading, line, m.step)
        page.text(right - _INSET, middle + m.small * 0.36, str(self.number), m.small, align="right")
        if self.hoped:
            x = right - _INSET - width("6  ", Face.REGULAR, m.small)
            page.text(x, middle + m.small * 0.36, "hoped for", m.small, Face.BOLD, "right")
