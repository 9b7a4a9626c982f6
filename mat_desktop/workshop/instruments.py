"""Instruments: a questionnaire as declared data, and one person's answers to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Rule(StrEnum):
    """How the values of the answered items become a total."""

    SUM = "sum"
    MEAN = "mean"
    TIMES = "times"


class Direction(StrEnum):
    """What a higher total means."""

    WORSE = "worse"
    BETTER = "better"


@dataclass(frozen=True)
class Option:
    """One answer: the value printed on the form, and its words."""

    value: int
    words: str


@dataclass(frozen=True)
class Item:
    """One question. `number` is its place on the form, from 1.

    `safety_from` is the value from which an answer is a safety signal; `own_words` asks for a line of text beside the
    value; `apart` keeps the item out of the total.
    """

    number: int
    words: str
    options: tuple[Option, ...]
    key: str = ""
    hint: str = ""
    reverse: bool = False
    safety_from: int | None = None
    own_words: bool = False
    apart: bool = False

    @property
    def values(self) -> tuple[int, ...]:
        """The values that an answer may have."""
        return tuple(option.value for option in self.options)

    def label(self, value: int) -> str:
        """The words of one value. Raises StopIteration for a value that the item does not have."""
        return next(option.words for option in self.options if option.value == value)


@dataclass(frozen=True)
class Band:
    """A range of totals, both ends included, and what its source calls it."""

    least: float
    most: float
    words: str


@dataclass(frozen=True)
class Subscale:
    """A part of the items with a total of its own; it is given only when none of them is missing."""

    id: str
    title: str
    items: tuple[int, ...]


@dataclass(frozen=True)
class Scoring:
    """How an instrument is scored, and what is published about its totals.

    `most_missing` answers may be missing; then the total is the mean of the answered items times their number,
    rounded half up. Reliability `alpha`, means and standard deviations are those of the named source.
    """

    rule: Rule
    direction: Direction
    most_missing: int = 0
    factor: int = 1
    bands: tuple[Band, ...] = ()
    source: str = ""
    alpha: float | None = None
    reliable_change: float | None = None
    cut_off: float | None = None
    healthy: tuple[float, float] | None = None
    clinical: tuple[float, float] | None = None


@dataclass(frozen=True)
class Check:
    """A worked example that the file brings along: the answers, None where missing, and what they must come to."""

    answers: tuple[int | None, ...]
    total: float | None
    band: str = ""
    safety: tuple[int, ...] = ()


@dataclass(frozen=True)
class Instrument:
    """A questionnaire as its file declares it."""

    id: str
    title: str
    version: str
    licence: str
    licence_holder: str
    permission: str
    stem: str
    items: tuple[Item, ...]
    notice: str = ""
    scoring: Scoring | None = None
    subscales: tuple[Subscale, ...] = ()
    checks: tuple[Check, ...] = ()
    offered: bool = True

    @property
    def has_safety_item(self) -> bool:
        """Whether an answer to it can be a safety signal. Such an instrument is never posted."""
        return any(item.safety_from is not None for item in self.items)

    def item(self, number: int) -> Item:
        """The item at this place. Raises StopIteration where there is none."""
        return next(item for item in self.items if item.number == number)


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


class Mode(StrEnum):
    """How an instrument was answered."""

    ALONE = "alone on screen"
    PAPER = "paper"
    ALOUD = "read aloud"
    PHONE = "phone"


class Informant(StrEnum):
    """Who answered."""

    SELF = "self"
    FACILITATOR = "facilitator"


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
    """One person's answers to one instrument at one occasion, and the day on which it happened."""

    participant_id: int
    instrument: str
    version: str
    occasion: Occasion
    informant: Informant = Informant.SELF
    mode: Mode = Mode.PAPER
    happened_on: date | None = None
    closed_at: datetime | None = None
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
    """An instrument that a workshop uses."""

    instrument: str
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


def typed_value(item: Item, typed: str) -> tuple[int | None, bool]:
    """What digits typed so far mean: the value they stand for, and whether more digits could follow.

    The key is the value printed on the form, never the position: on a scale from 0 to 10, `1` could still become 10.
    """
    longer = any(str(v).startswith(typed) and str(v) != typed for v in item.values)
    value = int(typed) if typed.isdecimal() and int(typed) in item.values else None
    return value, longer


Answers = Mapping[int, int | None]
