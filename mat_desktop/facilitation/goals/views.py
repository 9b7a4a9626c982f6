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
from mat_desktop.workshop.text import joined


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """One if-then plan. `asks_backup` holds where its "if" waits for somebody who might not call."""

    if_words: str
    then_words: str
    backup: str
    asks_backup: bool


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class GoalsView:
    """One person's goals, the shared project last, and the witnesses: their partners, once there are any."""

    participant_id: int
    name: str
    called: str
    challenge: str
    goals: tuple[GoalView, ...]
    earlier: tuple[GoalView, ...]
    """Versions that a later one has replaced, oldest first."""
    frozen: frozenset[int]
    witnesses: tuple[str, ...]
    witnesses_called: tuple[str, ...]
    """The same as they are called, told apart from each other and from the person."""
    partnership_id: int | None


def partners_of(names: Names, person_id: int) -> tuple[str, ...]:
    """The names of the other members of a person's confirmed partnership."""
    place = next((p for p in names.standing.agreed if person_id in people_of(p)), None)
    return names.of_all(m for m in people_of(place) if m != person_id) if place else ()


def partners_called(names: Names, person_id: int) -> tuple[str, ...]:
    """What they are called, told apart from each other and from the person."""
    place = next((p for p in names.standing.agreed if person_id in people_of(p)), None)
    others = [m for m in people_of(place) if m != person_id] if place else []
    return names.all_called([person_id, *others])[1:]


def partners_at_home(names: Names, person_id: int) -> tuple[str, ...]:
    """How the partners are named on papers that go home and may be seen: as the owner of the paper chose."""
    called = partners_called(names, person_id)
    if not called or names.standing.person(person_id).partner_named:
        return called
    return ("my partner",) if len(called) == 1 else ("my partners",)


def unsaid_on_paper(standing: Standing, people: tuple[int, ...]) -> str:
    """Whose goals have no words for paper yet, as one sentence; empty when all of them chose."""
    open_ones = [p for p in people if any(is_set(g) and not title_on_paper(g) for g in standing.goals_of(p))]
    if not open_ones:
        return ""
    names = joined([standing.name(p) for p in open_ones])
    return f"{names}: nothing was chosen yet for paper that others may see. A line prints instead of the goal."


def view_of(goal: Goal, partners: tuple[str, ...] = ()) -> GoalView:
    """A goal as a frozen view; `partners` are called so, and a plan should not hang on them alone."""
    return GoalView(
        id=key_of(goal),
        position=goal.position,
        words=goal.words,
        now=goal.now,
        target=goal.target,
        look_again_on=goal.look_again_on,
        witness_heard=goal.witness_heard,
        ladder=tuple((level, words_at(goal, level)) for level in LEVELS),
        plans=tuple(
            PlanView(
                if_words=p.if_words,
                then_words=p.then_words,
                backup=p.backup,
                asks_backup=needs_backup(p.if_words, partners),
            )
            for p in sorted(goal.plans, key=lambda p: p.position)
        ),
        is_set=is_set(goal),
        kind=goal.kind,
        unit=goal.unit,
        baseline=goal.baseline,
        hoped=goal.hoped,
        importance=goal.importance,
        difficulty=goal.difficulty,
        obstacle=goal.obstacle,
        first_step=goal.first_step,
        on_paper=goal.on_paper,
        short_words=goal.short_words,
        title=title_on_paper(goal),
        steps_shown=steps_on_paper(goal),
        could_get_worse=could_get_worse(goal),
        version=goal.version,
        happened_on=goal.happened_on,
        shared=goal.partnership_id is not None,
    )
