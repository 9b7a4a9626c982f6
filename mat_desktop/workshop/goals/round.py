"""Step 5: the round in which the group helps each person: twenty minutes each, ideas credited to who gave them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

TURN_MINUTES = 20


@dataclass(eq=False)
class GoalSuggestion:
    """One idea for somebody's goal. The owner keeps or drops it, and `own_words` are the owner's final wording."""

    participant_id: int
    words: str
    by_id: int | None = None
    own_words: str = ""
    kept: bool | None = None
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class GoalTurn:
    """One person's turn: when it began, how long it is, and how long it has stood still."""

    workshop_id: int
    participant_id: int
    started_at: datetime
    minutes: int = TURN_MINUTES
    paused_at: datetime | None = None
    paused_seconds: int = 0
    ended_at: datetime | None = None
    id: int | None = None
    uid: str = ""


def left_of(turn: GoalTurn, now: datetime) -> timedelta:
    """What is left of a turn; negative when it runs over. A turn that stands still keeps its time."""
    until = turn.ended_at or turn.paused_at or now
    return timedelta(minutes=turn.minutes, seconds=turn.paused_seconds) - (until - turn.started_at)
