"""Step 3: is a daily call good for this person right now? Questions start a talk; the facilitator decides.

The nine readiness statements and the five rulers are instruments like every other: see `readiness` and `rulers`
in the folder of instruments. In the readiness form 1 is fine, 2 unsure, 3 no; in its last two questions, whether
somebody is in a crisis, and whether they are in danger from anyone, 1 is no sign, 2 let us talk, 3 yes. The version
before had eight statements and put these two in one question; what was answered to it stays as it was asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mat_desktop.workshop.answers.responses import Mode

FINE, UNSURE, NO = 1, 2, 3
STATEMENTS = 9
CRISIS, DANGER = 8, 9
"""The places of the questions about crisis and about danger on the readiness form."""


class ScreeningOutcome(StrEnum):
    """The facilitator's decision, or the person's own choice."""

    INCLUDE = "include"
    REFER = "refer"
    NOT_NOW = "not now"
    OWN_CHOICE = "own choice"


@dataclass(eq=False)
class Screening:
    """The talk with one person: the decision with its reason, a working note, when and how it was held."""

    participant_id: int
    outcome: ScreeningOutcome | None = None
    reason: str = ""
    note: str = ""
    happened_on: date | None = None
    mode: Mode | None = None
    id: int | None = None
    uid: str = ""


@dataclass(frozen=True)
class Replies:
    """What one person said to the readiness form that was put to them.

    `asked` are the numbers of its questions, `grave` those about crisis and danger; `now` is what stands, `before`
    what was said on the call where the day has answers of its own.
    """

    asked: tuple[int, ...]
    grave: frozenset[int]
    now: Mapping[int, int]
    before: Mapping[int, int] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether every question has an answer."""
        return all(number in self.now for number in self.asked)

    @property
    def wants_to_talk(self) -> bool:
        """Whether "let us talk" stands at crisis or danger."""
        return any(self.now.get(number) == UNSURE for number in self.grave)


def to_talk_about(answers: Replies) -> tuple[int, ...]:
    """The statements that want a talk: unsure, no, unanswered, or changed since the call."""
    changed = changed_since(answers)
    return tuple(n for n in answers.asked if answers.now.get(n, UNSURE) != FINE or n in changed)


def changed_since(answers: Replies) -> tuple[int, ...]:
    """The statements that were answered otherwise on the call."""
    return tuple(n for n, value in answers.before.items() if n in answers.now and answers.now[n] != value)


def suggested(answers: Replies, *, card_open: bool = False) -> ScreeningOutcome | None:
    """What the answers suggest; the facilitator decides in any case.

    Nothing until all are given; and to include somebody is never suggested while they would rather talk about a
    crisis or a danger, or while a safety card of theirs is open.
    """
    if any(answers.now.get(number) == NO for number in answers.grave):
        return ScreeningOutcome.REFER
    if not answers.complete:
        return None
    if NO in answers.now.values():
        return ScreeningOutcome.NOT_NOW
    return None if answers.wants_to_talk or card_open else ScreeningOutcome.INCLUDE


def in_crisis(answers: Mapping[int, int]) -> bool:
    """Whether an answer about crisis or danger was anything but "no sign"; the version before asked both as one."""
    return any(answers.get(number, FINE) != FINE for number in (CRISIS, DANGER))


def readiness(rulers: Sequence[int]) -> float | None:
    """The mean of the rulers answered, 0-10, or None where none is."""
    return sum(rulers) / len(rulers) if rulers else None


def wants_reason(outcome: ScreeningOutcome, suggestion: ScreeningOutcome | None) -> bool:
    """Refer and not now want a reason; so does including somebody against the suggestion."""
    if outcome is ScreeningOutcome.INCLUDE:
        return suggestion is not ScreeningOutcome.INCLUDE
    return outcome in (ScreeningOutcome.REFER, ScreeningOutcome.NOT_NOW)


PHRASES: dict[ScreeningOutcome, tuple[str, ...]] = {
    ScreeningOutcome.INCLUDE: ("We talked it through", "Has support beside the calls", "Wants to try for two weeks"),
    ScreeningOutcome.REFER: ("Needs other help first", "In treatment that should not be mixed", "Not safe just now"),
    ScreeningOutcome.NOT_NOW: ("No time for a daily call", "Wants to think about it", "Life is too full this season"),
}
"""One-tap reasons; a line of one's own can follow."""

WORDS_TO_SAY: dict[ScreeningOutcome, str] = {
    ScreeningOutcome.REFER: "“It is not about your worth. Here is what I suggest, and I will phone you by {day}.”",
    ScreeningOutcome.NOT_NOW: "“It is not about your worth. I suggest that you wait, and I will phone you by {day}.”",
    ScreeningOutcome.OWN_CHOICE: "“Thank you for saying so. It is your choice, and it is a good one to make early.”",
}
"""What to say with the decisions that are hard to hear; `{day}` is the day of the call that goes with it."""
