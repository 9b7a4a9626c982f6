"""What the facilitator has said about something that is due: later, with a reason, or could not reach."""

from dataclasses import dataclass
from datetime import date


@dataclass(eq=False)
class Reminder:
    """What is known about one due thing besides its dates. `key` names the thing within its workshop."""

    workshop_id: int
    key: str
    put_off_until: date | None = None
    reason: str = ""
    attempts: int = 0
    unreachable: bool = False
    done_on: date | None = None
    id: int | None = None
    uid: str = ""


ATTEMPTS = 3
"""After so many attempts "could not reach" is offered, and reminders end."""
