"""Step 3: is a daily call good for this person right now? Questions start a talk; the facilitator decides.

The eight readiness statements and the five rulers are instruments like every other: see `readiness` and `rulers`
in the folder of instruments. In the readiness form 1 is fine, 2 unsure, 3 no; in its last question, whether somebody
is in a crisis or in danger, 1 is no sign, 2 let us talk, 3 yes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mat_desktop.workshop.answers.responses import Mode

FINE, UNSURE, NO = 1, 2, 3
STATEMENTS = 8
CRISIS = 8
"""The place of the question about crisis and danger on the readiness form."""


class Outcome(StrEnum):
    """The facilitator's decision, or the person's own choice."""

    INCLUDE = "include"
    REFER = "refer"
    NOT_NOW = "not now"
    OWN_CHOICE = "own choice"


@dataclass(eq=False)
class Screening:
    """The talk with one person: the decision with its reason, a working note, when and how it was held."""

    participant_id: int
    outcome: Outcome | None = None
    reason: str = ""
    note: str = ""
    happened_on: date | None = None
    mode: Mode | None = None
    id: int | None = None
    uid: str = ""


def to_talk_about(said: Mapping[int, int], before: Mapping[int, int]) -> tuple[int, ...]:
    """The statements that want a talk: unsure, no, unanswered, or changed since the call."""
    changed = {n for n, value in before.items() if n in said and said[n] != value}
    return tuple(n for n in range(1, STATEMENTS + 1) if said.get(n, UNSURE) != FINE or n in changed)


def suggested(said: Mapping[int, int]) -> Outcome | None:
    """What the answers suggest: nothing until all eight are given; the facilitator decides in any case."""
    if said.get(CRISIS) == NO:
        return Outcome.REFER
    if len(said) < STATEMENTS:
        return None
    return Outcome.NOT_NOW if NO in said.values() else Outcome.INCLUDE


def in_crisis(said: Mapping[int, int]) -> bool:
    """Whether the answer about crisis and danger was anything but "no sign"."""
    return said.get(CRISIS, FINE) != FINE


def readiness(rulers: Sequence[int]) -> float | None:
    """The mean of the rulers answered, 0-10, or None where none is."""
    return sum(rulers) / len(rulers) if rulers else None


def wants_reason(outcome: Outcome, suggestion: Outcome | None) -> bool:
    """Refer and not now want a reason; so does including somebody against the suggestion."""
    if outcome is Outcome.INCLUDE:
        return suggestion is not Outcome.INCLUDE
    return outcome in (Outcome.REFER, Outcome.NOT_NOW)


PHRASES: dict[Outcome, tuple[str, ...]] = {
    Outcome.INCLUDE: ("We talked it through", "Has support beside the calls", "Wants to try for two weeks"),
    Outcome.REFER: ("Needs other help first", "In treatment that should not be mixed", "Not safe just now"),
    Outcome.NOT_NOW: ("No time for a daily call", "Wants to think about it", "Life is too full this season"),
}
"""One-tap reasons; a line of one's own can follow."""

WORDS_TO_SAY: dict[Outcome, str] = {
    Outcome.REFER: "“It is not about your worth. Here is what I suggest, and I will phone you on …”",
    Outcome.NOT_NOW: "“It is not about your worth. I suggest that you wait, and I will phone you on …”",
    Outcome.OWN_CHOICE: "“Thank you for saying so. It is your choice, and it is a good one to make early.”",
}
"""What to say with the decisions that are hard to hear."""
