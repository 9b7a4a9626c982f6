"""Step 5: a goal in the person's own words, its five-level ladder, if-then plans and a witness."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt
from typing import Protocol

LEVELS = (2, 1, 0, -1, -2)
"""From the top of the ladder: +2 much better than hoped, 0 what I hope for, -2 usually where I am now."""
WEIGHT_STEPS = (1, 2, 3)
"""Importance and difficulty: a little, quite, very."""


class GoalKind(StrEnum):
    """What a goal is counted in."""

    NUMBER = "number"
    HABIT = "habit"
    MILESTONE = "milestone"
    RELATION = "relation"


class PaperWords(StrEnum):
    """What paper that others may see says of a goal. The owner chooses; nothing prints before that."""

    UNDECIDED = "not chosen yet"
    FULL = "the full words"
    SHORT = "short words"
    MY_GOAL = "“my goal”"


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
    """If this happens, then I do that; and the backup where the first part fails or does not come."""

    position: int
    if_words: str = ""
    then_words: str = ""
    backup: str = ""
    id: int | None = None
    uid: str = ""
    goal_id: int | None = None


@dataclass(eq=False)
class Goal:
    """One version of a goal. `now` is the level at the start, `target` the level hoped for.

    It belongs to a person, or, where `partnership_id` is set, to the partnership as a shared project. `happened_on`
    is the day on which it was set, `typed_on` the day on which it was typed. `revises_id` is the version before.
    """

    participant_id: int | None
    position: int
    words: str = ""
    now: int = -2
    target: int = 0
    look_again_on: date | None = None
    witness_heard: bool = False
    happened_on: date | None = None
    partnership_id: int | None = None
    kind: GoalKind = GoalKind.NUMBER
    unit: str = ""
    baseline: float | None = None
    hoped: float | None = None
    importance: int | None = None
    difficulty: int | None = None
    obstacle: str = ""
    first_step: str = ""
    on_paper: PaperWords = PaperWords.UNDECIDED
    short_words: str = ""
    typed_on: date | None = None
    version: int = 1
    revises_id: int | None = None
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


def is_frozen(goal: Goal, first_call: date, today: date) -> bool:
    """Whether the baseline has passed: from the first call on, and never on the very day a goal was typed."""
    typed = goal.typed_on or goal.happened_on or first_call
    return today >= max(first_call, typed + timedelta(days=1))


def could_get_worse(goal: Goal) -> bool:
    """Whether the ladder leaves a step below "now": then now stands at -1."""
    return goal.now == -1


def title_on_paper(goal: Goal) -> str:
    """The words of a goal where others may read them; empty before the owner has chosen."""
    said = {PaperWords.FULL: goal.words, PaperWords.SHORT: goal.short_words, PaperWords.MY_GOAL: "My goal"}
    return said.get(goal.on_paper, "")


def steps_on_paper(goal: Goal) -> bool:
    """Whether the steps of the ladder may stand on the card: they say as much as the full words."""
    return goal.on_paper in (PaperWords.FULL, PaperWords.SHORT)


def current(goals: Iterable[Goal]) -> list[Goal]:
    """The goals as they stand now: every version that no later one replaces."""
    held = list(goals)
    replaced = {goal.revises_id for goal in held}
    return [goal for goal in held if goal.id not in replaced]


def first_versions(goals: Iterable[Goal]) -> list[Goal]:
    """The goals as they were set at first, which is what was frozen at baseline."""
    return [goal for goal in goals if goal.revises_id is None]


def weights(goals: Iterable[Goal]) -> list[float] | None:
    """Importance times difficulty of each goal; None, all alike, where one of them was not rated."""
    rated = [(goal.importance, goal.difficulty) for goal in goals]
    if not rated or any(a is None or b is None for a, b in rated):
        return None
    return [float((a or 1) * (b or 1)) for a, b in rated]


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


class Version(Protocol):
    """One version of a goal, as it is kept or as it is shown."""

    @property
    def position(self) -> int:
        """Which of a person's goals it is."""
        ...

    @property
    def version(self) -> int:
        """1 for the first one."""
        ...


def told_apart(words: str, goal: Version, goals: Sequence[Version]) -> str:
    """The words of a goal; where it was written anew and both versions are asked about, the first one says so."""
    anew = any(g.position == goal.position and g.version > 1 for g in goals)
    return f"{words} (as it was written first)" if goal.version == 1 and anew else words
