"""Step 5: a goal in the person's own words, its five-level ladder, if-then plans and a witness."""

from dataclasses import dataclass, field
from datetime import date
from math import sqrt

LEVELS = (2, 1, 0, -1, -2)
"""From the top of the ladder: +2 much better than hoped, 0 what I hope for, -2 usually where I am now."""


@dataclass(eq=False)
class GoalLevel:
    """One step of the ladder as one measurable sentence."""

    level: int
    words: str
    id: int | None = None
    uid: str = ""
    goal_id: int | None = None


@dataclass(eq=False)
class IfThenPlan:
    """If this happens, then I do that."""

    position: int
    if_words: str = ""
    then_words: str = ""
    id: int | None = None
    uid: str = ""
    goal_id: int | None = None


@dataclass(eq=False)
class Goal:
    """One goal. `now` is the level at the start, `target` the level hoped for."""

    participant_id: int
    position: int
    words: str = ""
    now: int = -2
    target: int = 0
    look_again_on: date | None = None
    witness_heard: bool = False
    happened_on: date | None = None
    id: int | None = None
    uid: str = ""
    levels: list[GoalLevel] = field(default_factory=list)
    plans: list[IfThenPlan] = field(default_factory=list)


def words_at(goal: Goal, level: int) -> str:
    """The sentence on one step of the ladder, empty where nothing is written."""
    return next((step.words for step in goal.levels if step.level == level), "")


def is_set(goal: Goal) -> bool:
    """A goal stands when it has words, and "now" and "hoped for" are described."""
    return bool(goal.words and words_at(goal, goal.now) and words_at(goal, goal.target))


def attainment_t(levels: list[int], weights: list[float] | None = None, rho: float = 0.3) -> float:
    """Goal attainment as a T score (mean 50, sd 10) of one person's goal levels, each -2 to +2.

    T = 50 + 10 sum(w x) / sqrt((1 - rho) sum(w^2) + rho (sum w)^2), Kiresuk & Sherman 1968; rho is the expected
    correlation among goals.

    Raises:
        ValueError: when there is no goal.
    """
    if not levels:
        raise ValueError("A T score needs at least one goal.")
    w = weights or [1.0] * len(levels)
    spread = sqrt((1 - rho) * sum(x * x for x in w) + rho * sum(w) ** 2)
    return 50 + 10 * sum(a * x for a, x in zip(w, levels, strict=True)) / spread
