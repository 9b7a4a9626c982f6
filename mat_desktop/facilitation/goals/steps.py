"""Step 5: the five steps of a goal's ladder, and the flags on them."""

from enum import StrEnum

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.goals.entry import STEP_LIMIT, open_goal
from mat_desktop.workshop.goals.goal import (
    Goal,
    GoalLevel,
    words_at,
)
from mat_desktop.workshop.goals.ladder import suggested_steps
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import clean


class GoalFlag(StrEnum):
    """A flag on a step of the ladder: where somebody stands, and what is hoped for."""

    NOW = "now"
    TARGET = "target"


@deed(DeedKind.GOALS_LEVEL)
def set_level(work: Work, goal_id: int, level: int, words: str) -> None:
    """Describe one step of the ladder. Raises Refusal once the goal is frozen."""
    goal = open_goal(work, goal_id)
    _step(goal, level).words = clean(words, STEP_LIMIT)


def _step(goal: Goal, level: int) -> GoalLevel:
    return next(s for s in goal.levels if s.level == level)


@deed(DeedKind.GOALS_SUGGEST_STEPS)
def suggest_steps(work: Work, goal_id: int) -> int:
    """Write what the two amounts suggest into the steps that are empty. Returns how many.

    Raises Refusal without two different amounts, and for a ladder whose target is not at 0.
    """
    goal = open_goal(work, goal_id)
    if goal.baseline is None or goal.hoped is None:
        raise Refusal("Write the amount now and the amount hoped for first.")
    if goal.baseline == goal.hoped:
        raise Refusal("Now and hoped for are the same amount: there is no way between them.")
    if goal.target != 0:
        raise Refusal("Steps are suggested for a ladder whose “hoped for” stands at 0.")
    found = suggested_steps(goal.baseline, goal.hoped, goal.unit, goal.now)
    empty = [level for level in found if not words_at(goal, level)]
    for level in empty:
        _step(goal, level).words = found[level]
    return len(empty)


@deed(DeedKind.GOALS_FLAGS)
def set_flag(work: Work, goal_id: int, flag: GoalFlag, level: int) -> None:
    """Move a flag to a step. Raises Refusal where now would not stay below the target."""
    goal = open_goal(work, goal_id)
    now, target = (level, goal.target) if flag is GoalFlag.NOW else (goal.now, level)
    if now >= target:
        raise Refusal("“Now” stands below what is hoped for. Move the other flag first.")
    goal.now, goal.target = now, target


@deed(DeedKind.GOALS_WORSE)
def can_get_worse(work: Work, goal_id: int, *, on: bool) -> None:
    """Leave a step below "now", or not; what was written about now goes with its flag.

    Raises Refusal once the goal is frozen.
    """
    goal = open_goal(work, goal_id)
    before, after = goal.now, -1 if on else -2
    if before == after:
        return
    first, second = _step(goal, before), _step(goal, after)
    first.words, second.words = second.words, first.words
    goal.now = after
