"""Instruments: a questionnaire as declared data. What people answered are responses."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

A = TypeVar("A")


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
    value; `apart` keeps the item out of the total; `aloud` is how it is asked in a talk, in words that no paper prints.
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
    aloud: str = ""

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
    rounded half up, or with its `decimals` where the authors score so. `reliable_change` is published in points, at a
    level of so many percent. Reliability `alpha`, means and standard deviations are those of the named source.
    """

    rule: Rule
    direction: Direction
    most_missing: int = 0
    factor: int = 1
    bands: tuple[Band, ...] = ()
    source: str = ""
    alpha: float | None = None
    reliable_change: float | None = None
    reliable_change_level: int = 95
    cut_off: float | None = None
    healthy: tuple[float, float] | None = None
    clinical: tuple[float, float] | None = None
    decimals: bool = False


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
    def only_unpaid(self) -> bool:
        """Whether its licence holds only where nobody earns by what it is used for (CC, NonCommercial)."""
        return "-NC" in self.licence

    @property
    def has_safety_item(self) -> bool:
        """Whether an answer to it can be a safety signal. Such an instrument is never posted."""
        return any(item.safety_from is not None for item in self.items)

    def item(self, number: int) -> Item:
        """The item at this place. Raises StopIteration where there is none."""
        return next(item for item in self.items if item.number == number)


def renumbered(given: Mapping[int, A], of: Instrument, to: Instrument) -> dict[int, A]:
    """What was given to one version of a form, by the numbers of another; a question that it does not ask is left out.

    Questions are the same when their keys are: one that was split or put in other words has another key.
    """
    if of.version == to.version:
        return dict(given)
    number = {item.key: item.number for item in to.items if item.key}
    return {number[i.key]: given[i.number] for i in of.items if i.key in number and i.number in given}


def typed_value(item: Item, typed: str) -> tuple[int | None, bool]:
    """What digits typed so far mean: the value they stand for, and whether more digits could follow.

    The key is the value printed on the form, never the position: on a scale from 0 to 10, `1` could still become 10.
    """
    longer = any(str(v).startswith(typed) and str(v) != typed for v in item.values)
    value = int(typed) if typed.isdecimal() and int(typed) in item.values else None
    return value, longer


Answers = Mapping[int, int | None]
