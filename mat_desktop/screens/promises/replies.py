"""What the facilitator does about one promised call, and how its buttons are called."""

from collections.abc import Callable
from enum import Enum, auto

from mat_desktop.facilitation.promises.views import PromiseView
from mat_desktop.workshop.promises import Instead


class CallReply(Enum):
    """What can be done about a promised call."""

    TALKED = auto()
    NO_ANSWER = auto()
    ANOTHER_DAY = auto()
    OPEN = auto()


REPLIES = {
    CallReply.TALKED: "Talked",
    CallReply.NO_ANSWER: "No answer",
    CallReply.ANOTHER_DAY: "Another day",
    CallReply.OPEN: "Open",
}
INSTEAD = {
    Instead.AGAIN_TODAY: "Try again today",
    Instead.NAMED_PERSON: "Phone the person they named",
    Instead.WELFARE_CHECK: "Phone the emergency number, or ask for a welfare check",
    Instead.SECOND_PERSON: "Talk with {second_person}",
}
DECIDE_NOW = "Not reached. Decide now what is done; the call stays promised."
Reply = Callable[[int, CallReply | Instead, PromiseView], object]
"""Is told of a workshop, what was chosen, and about which call."""


def instead_words(instead: Instead, second_person: str) -> str:
    """One of the four things that can be done after the second miss."""
    return INSTEAD[instead].format(second_person=second_person or "a second person")
