"""Step 5: goals in the person's own words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.goals.views import GoalsView, partners_called, partners_of, view_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.followup import FollowUpLevel
from mat_desktop.workshop.goals.goal import (
    LEVELS,
    WEIGHT_STEPS,
    Goal,
    GoalKind,
    GoalLevel,
    IfThenPlan,
    PaperWords,
    is_frozen,
    is_set,
)
from mat_desktop.workshop.pairing.nouns import AGREED, Partnership, people_of
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop, first_day, last_day
from mat_desktop.workshop.text import clean

MOST_GOALS = 3
PLANS = 2
STEP_LIMIT = 400


class GoalField(StrEnum):
    """What can be changed of a goal; each value is the name of its attribute."""

    WORDS = "words"
    KIND = "kind"
    UNIT = "unit"
    BASELINE = "baseline"
    HOPED = "hoped"
    IMPORTANCE = "importance"
    DIFFICULTY = "difficulty"
    OBSTACLE = "obstacle"
    FIRST_STEP = "first_step"
    LOOK_AGAIN_ON = "look_again_on"
    HAPPENED_ON = "happened_on"
    WITNESS_HEARD = "witness_heard"
    ON_PAPER = "on_paper"
    SHORT_WORDS = "short_words"


@dataclass(frozen=True)
class GoalRow:
    """One line of the list: who, and how many goals stand."""

    id: int
    name: str
    standing: int


def _empty(person_id: int | None, position: int, workshop: Workshop, today: date) -> Goal:
    goal = Goal(person_id, position, look_again_on=last_day(workshop), happened_on=today, typed_on=today)
    goal.levels = [GoalLevel(level, "") for level in LEVELS]
    goal.plans = [IfThenPlan(number) for number in range(PLANS)]
    return goal


@deed(DeedKind.GOALS_ADD)
def add(work: Work, person_id: int) -> int:
    """One more goal, empty. Returns its id. Raises Refusal where the person has as many as one year holds."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    goals = stand(work.rows, person.workshop_id).goals.get(person_id, [])
    if len(goals) >= MOST_GOALS:
        raise Refusal(f"{MOST_GOALS} goals are as many as one year holds. Change one of them instead.")
    workshop = work.rows.get(Workshop, person.workshop_id)
    position = max((g.position for g in goals), default=-1) + 1
    goal = _empty(person_id, position, workshop, work.today)
    goal.on_paper = person.goal_words or PaperWords.UNDECIDED
    return key_of(work.rows.add(goal))


@deed(DeedKind.GOALS_ADD_SHARED)
def add_shared(work: Work, partnership_id: int) -> int:
    """A goal that belongs to the partnership: all its members work on it, and each says where they stand.

    Returns its id. Raises Refusal before everybody said yes to the partnership, and where it has a shared goal already.
    """
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    if place.state not in AGREED:
        raise Refusal("A shared project needs a partnership to which everybody said yes.")
    if stand(work.rows, place.workshop_id).shared.get(partnership_id):
        raise Refusal("There is a shared project already. Change it instead.")
    goal = _empty(None, MOST_GOALS, work.rows.get(Workshop, place.workshop_id), work.today)
    goal.partnership_id = partnership_id
    return key_of(work.rows.add(goal))


def _owned(work: Work, goal_id: int) -> tuple[Goal, Workshop]:
    goal = work.rows.get(Goal, goal_id)
    if goal.partnership_id is not None:
        place = work.rows.get(Partnership, goal.partnership_id)
        workshop_id, people = place.workshop_id, people_of(place)
    else:
        assert goal.participant_id is not None
        workshop_id = work.rows.get(Participant, goal.participant_id).workshop_id
        people = (goal.participant_id,)
    work.about(workshop_id, *people)
    return goal, work.rows.get(Workshop, workshop_id)


def open_goal(work: Work, goal_id: int) -> Goal:
    """A goal whose words may still change. Raises Refusal once the calls have begun: a change is a new version then."""
    goal, workshop = _owned(work, goal_id)
    if work.rows.find(Goal, revises_id=goal_id) is not None:
        raise Refusal("A later version has taken this one’s place; it stays as it was.")
    if is_frozen(goal, first_day(workshop), work.today):
        since = day_month_year(max(first_day(workshop), goal.typed_on or first_day(workshop)))
        raise Refusal(f"This goal stands since {since}. “Write it anew” keeps it and begins a new version.")
    return goal


def _text(limit: int) -> Callable[[Any], str]:
    return lambda value: clean(str(value), limit)


def _rated(value: Any) -> int | None:
    step = int(value) if value else None
    if step not in (*WEIGHT_STEPS, None):
        raise Refusal("A little, quite or very.")
    return step


def read_amount(value: object) -> float | None:
    """A typed amount with a point or a comma, or nothing. Raises Refusal."""
    text = str(value).strip().replace(",", ".") if value is not None else ""
    if not text:
        return None
    try:
        amount = float(text)
    except ValueError:
        amount = float("nan")
    if not 0 <= amount <= 1_000_000:
        raise Refusal("An amount such as 5 or 2.5.")
    return amount


_READERS: dict[GoalField, Callable[[Any], Any]] = {
    GoalField.WORDS: _text(4000),
    GoalField.KIND: GoalKind,
    GoalField.UNIT: _text(80),
    GoalField.BASELINE: read_amount,
    GoalField.HOPED: read_amount,
    GoalField.IMPORTANCE: _rated,
    GoalField.DIFFICULTY: _rated,
    GoalField.OBSTACLE: _text(STEP_LIMIT),
    GoalField.FIRST_STEP: _text(STEP_LIMIT),
    GoalField.LOOK_AGAIN_ON: lambda day: day,
    GoalField.HAPPENED_ON: lambda day: day,
    GoalField.WITNESS_HEARD: bool,
    GoalField.ON_PAPER: PaperWords,
    GoalField.SHORT_WORDS: _text(200),
}
"""How what is entered for a field is read."""
_ALWAYS = (
    *(GoalField.LOOK_AGAIN_ON, GoalField.HAPPENED_ON, GoalField.WITNESS_HEARD, GoalField.ON_PAPER),
    GoalField.SHORT_WORDS,
)
"""What is not part of the goal itself and may change at any time."""
_KEPT_WHEN_REVISED = (
    *("words", "now", "target", "look_again_on", "partnership_id", "kind", "unit", "baseline", "hoped"),
    *("importance", "difficulty", "obstacle", "first_step", "on_paper", "short_words"),
)


@deed(DeedKind.GOALS_CHANGE)
def change(work: Work, goal_id: int, field: GoalField, value: Any) -> None:
    """Change one thing about a goal. Once the calls have begun, only what is not the goal itself.

    Raises Refusal for the rest then, and for a version that is not the latest.
    """
    goal = _owned(work, goal_id)[0] if field in _ALWAYS else open_goal(work, goal_id)
    setattr(goal, field.value, _READERS[field](value))


@deed(DeedKind.GOALS_PLAN)
def set_plan(work: Work, goal_id: int, position: int, if_words: str, then_words: str, backup: str = "") -> None:
    """Write one if-then plan. Raises Refusal once the goal is frozen."""
    goal = open_goal(work, goal_id)
    plan = next(p for p in goal.plans if p.position == position)
    plan.if_words, plan.then_words = clean(if_words, STEP_LIMIT), clean(then_words, STEP_LIMIT)
    plan.backup = clean(backup, STEP_LIMIT)


@deed(DeedKind.GOALS_REVISE)
def revise(work: Work, goal_id: int) -> int:
    """Begin a new version with the words of the last. Both are kept, and both are reported.

    Returns the id of the new version. Raises Refusal for a version that is not the latest.
    """
    old, _ = _owned(work, goal_id)
    if work.rows.find(Goal, revises_id=goal_id) is not None:
        raise Refusal("There is a later version already. Change that one.")
    fresh = Goal(old.participant_id, old.position, happened_on=work.today, typed_on=work.today)
    for name in _KEPT_WHEN_REVISED:
        setattr(fresh, name, getattr(old, name))
    fresh.version, fresh.revises_id = old.version + 1, goal_id
    fresh.levels = [GoalLevel(step.level, step.words) for step in old.levels]
    fresh.plans = [IfThenPlan(p.position, p.if_words, p.then_words, p.backup) for p in old.plans]
    return key_of(work.rows.add(fresh))


@deed(DeedKind.GOALS_REMOVE)
def remove(work: Work, goal_id: int) -> None:
    """Take a goal out; undo brings it back. Raises Refusal once a follow-up asked about it."""
    goal = open_goal(work, goal_id)
    if work.rows.all(FollowUpLevel, goal_id=goal_id):
        raise Refusal("This goal was asked about at a follow-up and stays. Write it anew instead.")
    work.rows.remove(goal)


@look
def people(rows: Rows, workshop_id: int) -> tuple[GoalRow, ...]:
    """Whoever sets goals: the included; before the first decision everybody who is expected.

    A facilitator who takes part is the last in the list: the page opens with somebody else, and never with her own.
    """
    standing = stand(rows, workshop_id)
    herself = [p for p in standing.included if p.takes_part]
    chosen = [*([p for p in standing.included if not p.takes_part] or standing.coming), *herself]
    return tuple(GoalRow(key_of(p), p.name, sum(is_set(g) for g in standing.goals.get(key_of(p), []))) for p in chosen)


@look
def goals_of(rows: Rows, person_id: int, today: date) -> GoalsView:
    """One person's goals as they stand now, and the versions before."""
    person = rows.get(Participant, person_id)
    standing = stand(rows, person.workshop_id)
    names = Names(standing)
    called = partners_called(names, person_id)
    hung_on = tuple(dict.fromkeys((*called, *(standing.called(m) for m in _others(standing, person_id)))))
    held, versions = standing.goals_of(person_id), standing.versions.get(person_id, [])
    now = {key_of(g) for g in held}
    first = first_day(standing.workshop)
    place = next((p for p in standing.agreed if person_id in people_of(p)), None)
    return GoalsView(
        participant_id=person_id,
        name=person.name,
        called=standing.called(person_id),
        challenge=person.challenge,
        goals=tuple(view_of(g, hung_on) for g in held),
        earlier=tuple(view_of(g, hung_on) for g in versions if key_of(g) not in now),
        frozen=frozenset(key_of(g) for g in held if is_frozen(g, first, today)),
        witnesses=partners_of(names, person_id),
        witnesses_called=called,
        partnership_id=place.id if place else None,
    )


def _others(standing: Standing, person_id: int) -> list[int]:
    place = next((p for p in standing.agreed if person_id in people_of(p)), None)
    return [m for m in people_of(place) if m != person_id] if place else []
