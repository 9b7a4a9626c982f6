"""Participant mode: the laptop is in a participant's hands, alone with their own questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

WRONG_BEFORE_WAIT = 5
SHORTEST_PIN = 4
_LONGEST_WAIT = timedelta(minutes=10)


@dataclass(eq=False)
class HandOver:
    """One time that the laptop was handed to a participant: kept before anything is shown.

    `ended_at` is when the participant was done or stopped, `returned_at` when the facilitator's PIN was typed.
    """

    participant_id: int
    instruments: str
    handed_at: datetime
    ended_at: datetime | None = None
    stopped: bool = False
    returned_at: datetime | None = None
    id: int | None = None
    uid: str = ""

    @property
    def asked(self) -> tuple[str, ...]:
        """What is answered alone, by name."""
        return tuple(name for name in self.instruments.split(",") if name)

    def keep(self, names: Iterable[str]) -> None:
        """Only these were answered alone after all: somebody who stopped and gave nothing closes nothing."""
        self.instruments = ",".join(names)

    def closes(self, name: str) -> bool:
        """Whether what is asked under a name was answered alone and is closed."""
        return name in self.asked and self.ended_at is not None


def pin_wrong(first: str, second: str) -> str:
    """What is wrong with a new PIN, or nothing."""
    if not (first.isascii() and first.isdecimal() and len(first) >= SHORTEST_PIN):
        return f"At least {SHORTEST_PIN} digits."
    if len(set(first)) == 1 or first in "0123456789876543210":
        return "That one is guessed at once. Choose digits that are not in a row."
    return "" if first == second else "The two are not the same. Type it again."


def wait_after(wrong: int) -> timedelta:
    """How long to wait after so many wrong tries: nothing up to four, then 30 s, doubling up to ten minutes."""
    if wrong < WRONG_BEFORE_WAIT:
        return timedelta()
    return min(timedelta(seconds=30 << min(wrong - WRONG_BEFORE_WAIT, 10)), _LONGEST_WAIT)
