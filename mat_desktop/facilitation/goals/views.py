"""Step 5: goals as frozen views, for the screen and for the paper."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.goals.goal import (
    LEVELS,
    Goal,
    GoalKind,
    PaperWords,
    could_get_worse,
    is_set,
    steps_on_paper,
    title_on_paper,
    words_at,
)
from mat_desktop.workshop.goals.ladder import needs_backup
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.participant import first_name
from mat_desktop.workshop.text import joined


@dataclass(frozen=True)
class PlanView:
    """One if-then plan. `asks_backup` holds where its "if" waits for somebody who might not call."""

    if_words: str
    then_words: str
    backup: str
    asks_backup: bool


@dataclass(frozen=True)
class GoalView:
    """One version of a goal: words, ladder from +2 down to -2, plans, and what paper says of it."""

    id: int
    position: int
    words: str
    now: int
    target: int
    look_again_on: date | None
    witness_heard: bool
    ladder: tuple[tuple[int, str], ...]
    plans: tuple[PlanView, ...]
    is_set: bool
    kind: GoalKind
    unit: str
    baseline: float | None
    hoped: float | None
    importance: int | None
    difficulty: int | None
    obstacle: str
    first_step: str
    on_paper: PaperWords
    short_words: str
    title: str
    """The words for paper that others may see; empty before the owner has chosen."""
    steps_shown: bool
    could_get_worse: bool
    version: int
    happened_on: date | None
    shared: bool


@dataclass(frozen=True)
class GoalsView:
    """One person's goals, the shared project last, and the witnesses: their partners, once there are any."""

    participant_id: int
    name: str
    challenge: str
    goals: tuple[GoalView, ...]
    earlier: tuple[GoalView, ...]
    """Versions that a later one has replaced, oldest first."""
    frozen: frozenset[int]
    witnesses: tuple[str, ...]
    partnership_id: int | None


def partners_of(names: Names, person_id: int) -> tuple[str, ...]:
    """The names of the other members of a person's confirmed partnership."""
    place = next((p for p in names.standing.agreed if person_id in people_of(p)), None)
    return names.of_all(m for m in people_of(place) if m != person_id) if place else ()


def unsaid_on_paper(standing: Standing, people: tuple[int, ...]) -> str:
    """Whose goals have no words for paper yet, as one sentence; empty when all of them chose."""
    open_ones = [p for p in people if any(is_set(g) and not title_on_paper(g) for g in standing.goals_of(p))]
    if not open_ones:
        return ""
    names = joined([standing.name(p) for p in open_ones])
    return f"{names}: nothing was chosen yet for paper that others may see. A line prints instead of the goal."


def view_of(goal: Goal, partners: tuple[str, ...] = ()) -> GoalView:
    """A goal as a frozen view; `partners` are those on whom a plan should not hang."""
    names = tuple(first_name(name) for name in partners)
    return GoalView(
        key_of(goal),
        goal.position,
        goal.words,
        goal.now,
        goal.target,
        goal.look_again_on,
        goal.witness_heard,
        tuple((level, words_at(goal, level)) for level in LEVELS),
        tuple(
            PlanView(p.if_words, p.then_words, p.backup, needs_backup(p.if_words, names))
            for p in sorted(goal.plans, key=lambda p: p.position)
        ),
        is_set(goal),
        goal.kind,
        goal.unit,
        goal.baseline,
        goal.hoped,
        goal.importance,
        goal.difficulty,
        goal.obstacle,
        goal.first_step,
        goal.on_paper,
        goal.short_words,
        title_on_paper(goal),
        steps_on_paper(goal),
        could_get_worse(goal),
        goal.version,
        goal.happened_on,
        goal.partnership_id is not None,
    )
