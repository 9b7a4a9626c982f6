"""Step 5: goals in the person's own words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.goals import LEVELS, Goal, GoalLevel, IfThenPlan, is_set, words_at
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop, last_day
from mat_desktop.workshop.text import clean

MOST_GOALS = 3
PLANS = 2


@dataclass(frozen=True)
class GoalView:
    """One goal: words, ladder from +2 down to -2, plans."""

    id: int
    position: int
    words: str
    now: int
    target: int
    look_again_on: date | None
    witness_heard: bool
    ladder: tuple[tuple[int, str], ...]
    plans: tuple[tuple[str, str], ...]
    is_set: bool


@dataclass(frozen=True)
class GoalsView:
    """One person's goals, and the witnesses: their partners, once there are any."""

    participant_id: int
    name: str
    challenge: str
    goals: tuple[GoalView, ...]
    witnesses: tuple[str, ...]
    look_again_on: date


@dataclass(frozen=True)
class GoalRow:
    """One line of the list: who, and how many goals stand."""

    id: int
    name: str
    standing: int


@deed("goals.add", "a new goal of {people}")
def add(work: Work, person_id: int) -> int:
    """One more goal, empty."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    goals = work.rows.all(Goal, participant_id=person_id)
    if len(goals) >= MOST_GOALS:
        raise Refusal(f"{MOST_GOALS} goals are as many as one year holds. Change one of them instead.")
    workshop = work.rows.get(Workshop, person.workshop_id)
    position = max((g.position for g in goals), default=-1) + 1
    goal = Goal(person_id, position, look_again_on=last_day(workshop), happened_on=work.today)
    goal.levels = [GoalLevel(level, "") for level in LEVELS]
    goal.plans = [IfThenPlan(number) for number in range(PLANS)]
    return key_of(work.rows.add(goal))


def _goal(work: Work, goal_id: int) -> Goal:
    goal = work.rows.get(Goal, goal_id)
    person = work.rows.get(Participant, goal.participant_id)
    work.about(person.workshop_id, goal.participant_id)
    return goal


@deed("goals.change", "the goal of {people}")
def change(work: Work, goal_id: int, field: str, value: Any) -> None:
    """Change the words, the date to look again, or whether the witness said the goal back."""
    goal = _goal(work, goal_id)
    if field == "words":
        goal.words = clean(str(value))
    elif field == "look_again_on":
        goal.look_again_on = value
    elif field == "witness_heard":
        goal.witness_heard = bool(value)
    else:
        raise KeyError(field)


@deed("goals.level", "the ladder of {people}")
def set_level(work: Work, goal_id: int, level: int, words: str) -> None:
    """Describe one step of the ladder."""
    goal = _goal(work, goal_id)
    step = next(s for s in goal.levels if s.level == level)
    step.words = clean(words, 400)


@deed("goals.flags", "“now” or “hoped for” of {people}")
def set_flag(work: Work, goal_id: int, flag: str, level: int) -> None:
    """Move the flag "now" or "target" to a step; now stays below the target."""
    goal = _goal(work, goal_id)
    now, target = (level, goal.target) if flag == "now" else (goal.now, level)
    if now >= target:
        raise Refusal("“Now” stands below what is hoped for. Move the other flag first.")
    goal.now, goal.target = now, target


@deed("goals.plan", "an if-then plan of {people}")
def set_plan(work: Work, goal_id: int, position: int, if_words: str, then_words: str) -> None:
    """Write one if-then plan."""
    goal = _goal(work, goal_id)
    plan = next(p for p in goal.plans if p.position == position)
    plan.if_words, plan.then_words = clean(if_words, 400), clean(then_words, 400)


@deed("goals.remove", "removing a goal of {people}")
def remove(work: Work, goal_id: int) -> None:
    """Take a goal out; undo brings it back."""
    from mat_desktop.workshop.followup import FollowUpLevel

    goal = _goal(work, goal_id)
    if work.rows.all(FollowUpLevel, goal_id=goal_id):
        raise Refusal("This goal was asked about at a follow-up and stays. Change its words instead.")
    work.rows.remove(goal)


@look
def people(rows: Rows, workshop_id: int) -> tuple[GoalRow, ...]:
    """Whoever sets goals: the included; before the first decision everybody who is expected.

    A facilitator who takes part is not in the list: her own sheets are nothing for others to see.
    """
    standing = stand(rows, workshop_id)
    chosen = [p for p in standing.included if not p.takes_part] or standing.coming
    return tuple(GoalRow(key_of(p), p.name, sum(is_set(g) for g in standing.goals.get(key_of(p), []))) for p in chosen)


@look
def goals_of(rows: Rows, person_id: int) -> GoalsView:
    """One person's goals."""
    person = rows.get(Participant, person_id)
    standing = stand(rows, person.workshop_id)
    return GoalsView(
        person_id,
        person.name,
        person.challenge,
        tuple(view_of(g) for g in standing.goals.get(person_id, [])),
        partners_of(standing, person_id),
        last_day(standing.workshop),
    )


def partners_of(standing: Standing, person_id: int) -> tuple[str, ...]:
    """The names of the other members of a person's confirmed partnership."""
    place = next((p for p in standing.agreed if person_id in people_of(p)), None)
    return tuple(standing.name(m) for m in people_of(place) if m != person_id) if place else ()


def view_of(goal: Goal) -> GoalView:
    """A goal as a frozen view."""
    return GoalView(
        key_of(goal),
        goal.position,
        goal.words,
        goal.now,
        goal.target,
        goal.look_again_on,
        goal.witness_heard,
        tuple((level, words_at(goal, level)) for level in LEVELS),
        tuple((p.if_words, p.then_words) for p in sorted(goal.plans, key=lambda p: p.position)),
        is_set(goal),
    )
