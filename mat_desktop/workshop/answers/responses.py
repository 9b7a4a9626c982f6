"""Responses: one person's answers to one instrument at one occasion, and which instruments a workshop uses."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class AnswerState(StrEnum):
    """Whether there is an answer. Missing, illegible and refused are different."""

    GIVEN = "given"
    MISSING = "missing"
    ILLEGIBLE = "illegible"
    REFUSED = "refused"


class Occasion(StrEnum):
    """When an instrument was answered."""

    CALL = "before the day"
    DAY = "the day"
    LATER = "at a follow-up"


class Mode(StrEnum):
    """How an instrument was answered."""

    ALONE = "alone on screen"
    PAPER = "paper"
    ALOUD = "read aloud"
    PHONE = "phone"
    PHOTOGRAPH = "photograph"
    """On paper, and read from a picture of it."""


class Informant(StrEnum):
    """Who answered."""

    SELF = "self"
    PARTNER = "partner"
    FACILITATOR = "facilitator"
    RATER = "independent rater"


@dataclass(eq=False)
class Answer:
    """The answer to one item. `second` is what a blind second entry read, to be compared with the first."""

    item: int
    state: AnswerState = AnswerState.GIVEN
    value: int | None = None
    words: str = ""
    second_state: AnswerState | None = None
    second_value: int | None = None
    id: int | None = None
    uid: str = ""
    response_id: int | None = None


@dataclass(eq=False)
class Response:
    """One person's answers to one instrument at one occasion, and the day on which it happened.

    `months` names the follow-up point where the occasion is a later one; before that it is 0.
    """

    participant_id: int
    instrument: str
    version: str
    occasion: Occasion
    informant: Informant = Informant.SELF
    mode: Mode = Mode.PAPER
    happened_on: date | None = None
    closed_at: datetime | None = None
    months: int = 0
    id: int | None = None
    uid: str = ""
    answers: list[Answer] = field(default_factory=list)


@dataclass(eq=False)
class LoadedInstrument:
    """An instrument from the facilitator's own file, kept word for word."""

    instrument: str
    content: str
    loaded_on: date
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class Measure:
    """An instrument that a workshop uses. `nobody_earns` is what was said where its licence asks for that."""

    instrument: str
    nobody_earns: bool = False
    id: int | None = None
    uid: str = ""
    workshop_id: int | None = None


def answer_of(response: Response | None, item: int) -> Answer | None:
    """The answer to one item, or None where nothing was entered yet."""
    return next((a for a in response.answers if a.item == item), None) if response is not None else None


def values_of(response: Response | None) -> dict[int, int]:
    """The given values by item; what is missing, illegible or refused is not among them."""
    if response is None:
        return {}
    return {a.item: a.value for a in response.answers if a.state is AnswerState.GIVEN and a.value is not None}


def mismatches(response: Response) -> tuple[int, ...]:
    """The items at which the second entry read something else than the first."""
    return tuple(
        a.item
        for a in sorted(response.answers, key=lambda a: a.item)
        if a.second_state is not None and (a.state, a.value) != (a.second_state, a.second_value)
    )
