"""A person's own ladders, marked alone on the screen at a follow-up: no earlier mark is shown."""

from dataclasses import dataclass

from mat_desktop.facilitation.answers.occasions import when_now
from mat_desktop.facilitation.followup.views import set_goals
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.goals.goal import LEVELS, Goal, told_apart
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.private import HandOver
from mat_desktop.workshop.setup import Workshop

LADDERS = "own-ladders"
"""How a hand-over names the ladders among what is answered alone."""
_BACK = "Further back than all of these"
_FIRST = 1
"""The key of "further back"; the steps from -2 to +2 follow."""


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """One ladder to mark: its number, the goal in its owner's words, the keys with their steps, the key chosen."""

    number: int
    words: str
    steps: tuple[tuple[int, str], ...]
    chosen: int | None


def ladders_of(rows: Rows, person_id: int, months: int) -> tuple[Ladder, ...]:
    """What a person is asked alone: every goal of theirs that stands, with what they chose so far."""
    standing = stand(rows, rows.get(Participant, person_id).workshop_id)
    found = standing.follow_ups.get((person_id, months))
    levels = {e.goal_id: e.level for e in found.levels if e.informant is Informant.SELF} if found else {}
    goals = set_goals(standing, person_id)
    return tuple(
        Ladder(
            number=number,
            words=told_apart(goal.words, goal, goals),
            steps=_steps(goal),
            chosen=_key(levels.get(key_of(goal))),
        )
        for number, goal in enumerate(goals, 1)
    )


def marked(rows: Rows, person_id: int, number: int, value: int | None) -> tuple[int, int | None]:
    """The goal of a ladder, and the level that a key stands for; None where it was left without a mark."""
    standing = stand(rows, rows.get(Participant, person_id).workshop_id)
    goal = set_goals(standing, person_id)[number - 1]
    return key_of(goal), None if value is None else value - _FIRST + FURTHER_BACK


def given_alone(rows: Rows, person_id: int, months: int) -> bool:
    """Whether the ladders of a follow-up were marked alone on the screen and are closed."""
    workshop = rows.get(Workshop, rows.get(Participant, person_id).workshop_id)
    here = [h for h in rows.all(HandOver, participant_id=person_id) if _months(workshop, h) == months]
    return any(h.closes(LADDERS) for h in here)


def _months(workshop: Workshop, found: HandOver) -> int:
    return when_now(workshop, found.handed_at.date()).months


def _key(level: int | None) -> int | None:
    return None if level is None else level - FURTHER_BACK + _FIRST


def _steps(goal: Goal) -> tuple[tuple[int, str], ...]:
    words = {step.level: step.words for step in goal.levels}
    keys = ((level - FURTHER_BACK + _FIRST, words.get(level, "")) for level in sorted(LEVELS))
    return ((_FIRST, _BACK), *keys)
