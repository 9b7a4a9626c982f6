"""The ladder on paper, a row a step from the top down, and if-then plans; what is empty is left for the pen."""

from enum import StrEnum

from mat_desktop.facilitation.goals.views import GoalView, PlanView
from mat_desktop.facilitation.shown.numbers import signed
from mat_desktop.paper.drawing import Rich
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BLANK, BODY, Leaf
from mat_desktop.workshop.goals.goal import LEVELS

_LINE = 14.0


def rows(
    leaf: Leaf, goal: GoalView | None, *, words: bool = True, low: float = 23.0, size: float = BODY, item: str = ""
) -> None:
    """The five steps of one goal; without `words`, or without a goal, the steps are for the pen.

    With an `item` each empty step is answered in words under it.
    """
    ladder = goal.ladder if goal is not None else tuple((level, "") for level in LEVELS)
    for level, said in ladder:
        row(leaf, level, said if words else "", _flag(goal, level), low, size)
        if item and not (words and said):
            leaf.page.words_here(f"{item} {signed(level)}", leaf.left + 34, leaf.y - low, leaf.wide - 106, low)


class Flag(StrEnum):
    """What stands at the end of a step."""

    HOPED_FOR = "hoped for"
    NOW = "now"
    NONE = ""


def _flag(goal: GoalView | None, level: int) -> Flag:
    now, target = (goal.now, goal.target) if goal is not None else (-2, 0)
    return Flag.HOPED_FOR if level == target else Flag.NOW if level == now else Flag.NONE


def row(leaf: Leaf, level: int, words: str, flag: Flag, low: float = 23.0, size: float = BODY) -> None:
    """One step. Its words run over as many lines as they need."""
    lines = leaf.page.lines(words, leaf.wide - 106, size) if words else []
    high = max(low, 9 + _LINE * len(lines))
    first = 15.5 + (low - 23.0) / 2 if len(lines) < 2 else 15.5
    leaf.need(high)
    page, top = leaf.page, leaf.y
    page.box(leaf.left, top, leaf.wide, high, 0.9)
    page.text(leaf.left + 8, top + first, signed(level), BODY + 1, Face.BOLD)
    for number, line in enumerate(lines):
        page.text(leaf.left + 34, top + first + _LINE * number, line, size)
    page.text(leaf.right - 8, top + first, flag, SMALL, Face.BOLD, "right")
    if flag is Flag.HOPED_FOR:
        page.box(leaf.left, top, leaf.wide, high, 2.5)
    leaf.y = top + high


def plan_words(plan: PlanView) -> Rich:
    """A plan as one sentence, with lines where nothing is written."""
    if not (plan.if_words or plan.then_words):
        return [(Face.BOLD, "If"), (Face.REGULAR, BLANK), (Face.BOLD, "then"), (Face.REGULAR, BLANK)]
    return [
        (Face.BOLD, "If"),
        (Face.REGULAR, f"{_lower(plan.if_words or BLANK)},"),
        (Face.BOLD, "then"),
        (Face.REGULAR, sentence(_lower(plan.then_words or BLANK))),
    ]


def sentence(words: str) -> str:
    """The words with a full stop."""
    return words if words[-1:] in ".!?_" else f"{words}."


def _lower(words: str) -> str:
    """A sentence put behind "If": its first letter is small unless it is a name or the word I."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first in ("It", "The", "A", "An", "We", "My", "Lunch", "Work") else words
