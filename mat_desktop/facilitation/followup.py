"""Steps 8 and 9: everybody is asked again, in their own words, at six months and at one year."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.goal_views import GoalView, partners_of, view_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.followup import (
    ANSWERED,
    FURTHER_BACK,
    FollowUp,
    FollowUpAnswer,
    FollowUpLevel,
    FollowUpState,
    Question,
    questions_at,
    state_when_answered,
)
from mat_desktop.workshop.goals import LEVELS, Goal, attainment_t, current, first_versions, is_set, weights
from mat_desktop.workshop.participants import Participant, ways_to_reach
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import FollowUpPoint, Workshop, meets_on
from mat_desktop.workshop.text import clean


@dataclass(frozen=True)
class FollowUpRow:
    """One line of the list: who, and how far their follow-up has come."""

    id: int
    name: str
    state: FollowUpState
    attempts: int
    ways: str


@dataclass(frozen=True)
class FollowUpView:
    """One person at one follow-up point."""

    participant_id: int
    name: str
    months: int
    state: FollowUpState
    happened_on: date | None
    attempts: int
    ways: str
    partners: tuple[str, ...]
    goals: tuple[tuple[GoalView, int | None], ...]
    questions: tuple[tuple[Question, str], ...]
    attainment: str
    """Goal attainment in words with its source; empty while no ladder is answered."""


def _follow_up(work: Work, person_id: int, months: int) -> FollowUp:
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    found = work.rows.find(FollowUp, participant_id=person_id, months=months)
    return found or work.rows.add(FollowUp(person_id, months))


def _meeting(rows: Rows, person_id: int, months: int) -> date:
    workshop = rows.get(Workshop, rows.get(Participant, person_id).workshop_id)
    point = next((p for p in workshop.points if p.months == months), FollowUpPoint(months))
    return meets_on(workshop, point)


def _answered(work: Work, follow_up: FollowUp) -> None:
    """An answer makes a follow-up done, or late after the meeting, on the day it happened."""
    meeting = _meeting(work.rows, follow_up.participant_id, follow_up.months)
    if follow_up.happened_on is None:
        follow_up.happened_on = min(work.today, meeting)
    follow_up.state = state_when_answered(follow_up.happened_on, meeting)


@deed("followup.level", "the follow-up of {people}")
def set_level(work: Work, person_id: int, months: int, goal_id: int, level: int | None) -> None:
    """Record where somebody stands on a ladder, or "further back"; None takes it back."""
    if level is not None and level not in (*LEVELS, FURTHER_BACK):
        raise Refusal("A ladder goes from −2 to +2.")
    follow_up = _follow_up(work, person_id, months)
    found = next((entry for entry in follow_up.levels if entry.goal_id == goal_id), None)
    if found is not None and level is None:
        follow_up.levels.remove(found)
        return
    if found is not None and level is not None:
        found.level = level
    elif level is not None:
        follow_up.levels.append(FollowUpLevel(goal_id, level))
    _answered(work, follow_up)


@deed("followup.answer", "the follow-up of {people}")
def answer(work: Work, person_id: int, months: int, question: str, words: str) -> None:
    """Record the answer to one question; an empty one takes it back."""
    if question not in {q.key for q in questions_at(months)}:
        raise KeyError(question)
    follow_up = _follow_up(work, person_id, months)
    found = next((a for a in follow_up.answers if a.question == question), None)
    said = clean(words)
    if found is not None and not said:
        follow_up.answers.remove(found)
        return
    if found is not None:
        found.words = said
    elif said:
        follow_up.answers.append(FollowUpAnswer(question, said))
    else:
        return
    _answered(work, follow_up)


@deed("followup.date", "the date of the follow-up of {people}")
def set_date(work: Work, person_id: int, months: int, day: date) -> None:
    """The day on which it happened, apart from the day on which it is typed."""
    follow_up = _follow_up(work, person_id, months)
    follow_up.happened_on = day
    if follow_up.state in ANSWERED:
        follow_up.state = state_when_answered(day, _meeting(work.rows, person_id, months))


@deed("followup.attempt", "an attempt to reach {people}")
def attempt(work: Work, person_id: int, months: int) -> int:
    """Note one attempt to reach somebody. Returns how many there were."""
    follow_up = _follow_up(work, person_id, months)
    follow_up.attempts += 1
    return follow_up.attempts


@deed("followup.lost", "“could not reach” for {people}")
def could_not_reach(work: Work, person_id: int, months: int, *, lost: bool = True) -> None:
    """Close a follow-up as "could not reach", or open it again; an answer may still come at any time."""
    follow_up = _follow_up(work, person_id, months)
    if lost and (follow_up.levels or follow_up.answers):
        raise Refusal("There are answers from this person. Take them back first, or leave them.")
    follow_up.state = FollowUpState.LOST if lost else FollowUpState.DUE


@look
def people(rows: Rows, workshop_id: int, months: int) -> tuple[FollowUpRow, ...]:
    """Everybody who began, with the state of this follow-up."""
    standing = stand(rows, workshop_id)
    return tuple(_row(standing, person, months) for person in standing.followed)


def _row(standing: Standing, person: int, months: int) -> FollowUpRow:
    found = standing.follow_ups.get((person, months))
    return FollowUpRow(
        person,
        standing.name(person),
        found.state if found else FollowUpState.DUE,
        found.attempts if found else 0,
        ways_to_reach(standing.person(person)),
    )


@look
def follow_up(rows: Rows, person_id: int, months: int) -> FollowUpView:
    """One person at one follow-up point."""
    person = rows.get(Participant, person_id)
    standing = stand(rows, person.workshop_id)
    found = standing.follow_ups.get((person_id, months))
    levels = {entry.goal_id: entry.level for entry in found.levels} if found else {}
    answers = {entry.question: entry.words for entry in found.answers} if found else {}
    return FollowUpView(
        person_id,
        person.name,
        months,
        found.state if found else FollowUpState.DUE,
        found.happened_on if found else None,
        found.attempts if found else 0,
        ways_to_reach(person),
        partners_of(standing, person_id),
        tuple((view_of(g), levels.get(key_of(g))) for g in set_goals(standing, person_id)),
        tuple((q, answers.get(q.key, "")) for q in questions_at(months)),
        _attainment(set_goals(standing, person_id), levels),
    )


def _attainment(asked: list[Goal], levels: dict[int, int]) -> str:
    """T over the goals as first set, and as they stand where one was written anew.

    "Further back than the start" counts as -2, the lowest step that the formula knows, and is said so.
    """
    first = [g for g in asked if g.revises_id is None]
    now = current(asked)
    said = [_t_in_words(first, levels, "as first set")]
    if any(g.revises_id is not None for g in now):
        said.append(_t_in_words(now, levels, "as it stands now" if len(now) == 1 else "as they stand now"))
    found = "; ".join(words for words in said if words)
    if not found:
        return ""
    floor = ", further back counts as −2" if FURTHER_BACK in levels.values() else ""
    return f"Goal attainment {found} (Kiresuk & Sherman 1968; 50 is what was hoped for{floor})."


def _t_in_words(goals: list[Goal], levels: dict[int, int], which: str) -> str:
    answered = [g for g in goals if key_of(g) in levels]
    if not answered:
        return ""
    t = attainment_t([max(-2, levels[key_of(g)]) for g in answered], weights(answered))
    return f"T = {t:.4g} over {counted(len(answered), 'goal')} {which}"


def set_goals(standing: Standing, person_id: int) -> list[Goal]:
    """The goals of one person that stand, the shared project too, each followed by its first version if it has one."""
    firsts, found = first_versions(standing.versions.get(person_id, [])), list[Goal]()
    for goal in standing.goals_of(person_id):
        found += [goal, *(g for g in firsts if g.position == goal.position and goal.revises_id is not None)]
    return [g for g in found if is_set(g)]
