"""The facilitator's private phone calls: the trial check, and each person alone when the calls have stopped."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CallKind(StrEnum):
    """Why the facilitator phones."""

    DAY_7 = "day 7"
    DAY_14 = "day 14"
    ALONE = "alone"


class Wish(StrEnum):
    """The four answers to "How should it go on?", each one key."""

    GO_ON = "go on as it is"
    TERMS = "change something"
    PARTNER = "another partner"
    STOP = "stop"


LETTERS = {"a": Wish.GO_ON, "b": Wish.TERMS, "c": Wish.PARTNER, "d": Wish.STOP}
"""The four boxes of the phone list. What they mean stands on no sheet that leaves the house."""


@dataclass(eq=False)
class PrivateCall:
    """One private call with one member. Neither partner hears what the other said."""

    partnership_id: int
    participant_id: int
    kind: CallKind
    happened_on: date
    wish: Wish | None = None
    note: str = ""
    typed_on: date | None = None
    id: int | None = None
    uid: str = ""
