"""Step 3: is a daily call good for this person right now? Questions start a talk; the facilitator decides."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Reply(StrEnum):
    """What a person says to a readiness statement."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


class Outcome(StrEnum):
    """The facilitator's decision, or the person's own choice."""

    INCLUDE = "include"
    REFER = "refer"
    NOT_NOW = "not now"
    OWN_CHOICE = "own choice"


@dataclass(frozen=True)
class Statement:
    """One readiness statement: what is said, and what it is for."""

    key: str
    words: str
    hint: str


STATEMENTS: tuple[Statement, ...] = (
    Statement("daily", "Can make a short call every day for six months", "A private place and ten minutes"),
    Statement("criticism", "Can hear something hard and stay in the talk", ""),
    Statement("confidence", "Keeps to themselves what others tell", "The only exception is danger"),
    Statement("support", "Has somebody else to turn to as well", "A partner is not the only support"),
    Statement("crisis", "Is not in a crisis just now", "No or unsure: talk in private today"),
    Statement("sober", "Will be sober on the calls", ""),
    Statement("overwhelmed", "Would say so if it became too much", ""),
    Statement("listen", "Has ten minutes to listen, even on a bad day", ""),
)
"""Own wording, after the conditions that the method sets for taking part."""

RULERS: tuple[Statement, ...] = (
    Statement("importance", "How much this change matters", ""),
    Statement("sureness", "How sure they can do it", ""),
    Statement("hope", "How hopeful they are", ""),
    Statement("will_call", "Will call every day", ""),
    Statement("can_listen", "Can listen without fixing", ""),
)
"""Each from 0, not at all, to 10, completely."""


@dataclass(eq=False)
class ScreeningAnswer:
    """One answer: yes, unsure or no to a statement, 0-10 on a ruler."""

    question: str
    value: str
    id: int | None = None
    uid: str = ""
    screening_id: int | None = None


@dataclass(eq=False)
class Screening:
    """The talk with one person: answers, the decision with its reason, a working note."""

    participant_id: int
    outcome: Outcome | None = None
    reason: str = ""
    note: str = ""
    happened_on: date | None = None
    id: int | None = None
    uid: str = ""
    answers: list[ScreeningAnswer] = field(default_factory=list)


def answer_to(screening: Screening | None, question: str) -> str:
    """The answer given to one question, empty where there is none."""
    if screening is None:
        return ""
    return next((a.value for a in screening.answers if a.question == question), "")


def to_talk_about(screening: Screening | None) -> tuple[Statement, ...]:
    """The statements answered with unsure or no: each wants a talk."""
    return tuple(s for s in STATEMENTS if answer_to(screening, s.key) in (Reply.UNSURE, Reply.NO))


def suggested(screening: Screening | None) -> Outcome | None:
    """What the answers suggest: nothing until all eight are given; the facilitator decides in any case."""
    replies = {s.key: answer_to(screening, s.key) for s in STATEMENTS}
    if replies["crisis"] == Reply.NO:
        return Outcome.REFER
    if not all(replies.values()):
        return None
    return Outcome.NOT_NOW if Reply.NO in replies.values() else Outcome.INCLUDE


def readiness(screening: Screening | None) -> float | None:
    """The mean of the rulers answered, 0-10, or None where none is."""
    given = [int(v) for r in RULERS if (v := answer_to(screening, r.key))]
    return sum(given) / len(given) if given else None


def wants_reason(outcome: Outcome, suggestion: Outcome | None) -> bool:
    """Refer and not now want a reason; so does including somebody against the suggestion."""
    if outcome is Outcome.INCLUDE:
        return suggestion is not Outcome.INCLUDE
    return outcome in (Outcome.REFER, Outcome.NOT_NOW)
