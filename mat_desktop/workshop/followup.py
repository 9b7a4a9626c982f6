"""Steps 8 and 9: asking again at six months and at one year."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class FollowUpState(StrEnum):
    """How far one person's follow-up has come. `late` is done after the meeting."""

    DUE = "due"
    DONE = "done"
    LATE = "late"
    LOST = "could not reach"


ANSWERED = (FollowUpState.DONE, FollowUpState.LATE)


@dataclass(frozen=True)
class Question:
    """One question on the handout. `choices` are empty where the answer is a few words."""

    key: str
    words: str
    lines: int
    choices: tuple[str, ...] = ()


QUESTIONS: tuple[Question, ...] = (
    Question("different", "What is different in your life since {start}?", 3),
    Question("helped", "What did your partner do that helped most?", 2),
    Question("in_the_way", "What got in the way?", 2),
    Question("worse", "Did anything get worse?", 0, ("no", "a little", "yes, a lot")),
    Question(
        "go_on",
        "From here on",
        0,
        (
            "I would like to go on",
            "I would like to stop",
            "I don't know yet",
            "I want to talk with the facilitator",
        ),
    ),
    Question("if_slipping", "If I notice that I am slipping back, then I ...", 2),
)
YEAR_QUESTIONS: tuple[Question, ...] = (
    QUESTIONS[0],
    Question("since", "Since the six-month meeting, have you two talked?", 0, ("often", "now and then", "no")),
    Question("other_help", "What other help did you have this year?", 2),
    QUESTIONS[3],
    QUESTIONS[4],
    QUESTIONS[5],
)


def questions_at(months: int) -> tuple[Question, ...]:
    """The questions on the handout of a follow-up point."""
    return QUESTIONS if months < 12 else YEAR_QUESTIONS


FURTHER_BACK = -3
"""The box "further back than the start": kept as its own answer, never counted as a level of the ladder."""


@dataclass(eq=False)
class FollowUpLevel:
    """Where the person stands on one goal's ladder: -2 to +2, or `FURTHER_BACK`."""

    goal_id: int
    level: int
    id: int | None = None
    uid: str = ""
    follow_up_id: int | None = None


@dataclass(eq=False)
class FollowUpAnswer:
    """The answer to one question."""

    question: str
    words: str
    id: int | None = None
    uid: str = ""
    follow_up_id: int | None = None


@dataclass(eq=False)
class FollowUp:
    """One person asked again at one point; the day it happened is kept apart from the day it was typed."""

    participant_id: int
    months: int
    state: FollowUpState = FollowUpState.DUE
    happened_on: date | None = None
    attempts: int = 0
    id: int | None = None
    uid: str = ""
    levels: list[FollowUpLevel] = field(default_factory=list)
    answers: list[FollowUpAnswer] = field(default_factory=list)


def level_of(follow_up: FollowUp | None, goal_id: int) -> int | None:
    """The level recorded for one goal, or None."""
    if follow_up is None:
        return None
    return next((entry.level for entry in follow_up.levels if entry.goal_id == goal_id), None)


def state_when_answered(happened_on: date, meeting: date) -> FollowUpState:
    """Done up to the meeting day, late after it."""
    return FollowUpState.DONE if happened_on <= meeting else FollowUpState.LATE
