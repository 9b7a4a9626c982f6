"""The questions of a printed sheet, as its picture is checked: what each asks and offers, and what is kept of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.sheets import IssuedSheet


class LineKind(Enum):
    """What kind of answer it is, and so which rule keeps it."""

    LADDER = auto()
    TROUBLE = auto()
    BETTER = auto()
    LATER_FORM = auto()
    QUESTION = auto()
    FORM = auto()
    RATING = auto()
    BALLOT = auto()
    LIKENESS = auto()
    CONSENT = auto()
    AT_HOME = auto()
    CALL = auto()


@dataclass(frozen=True, kw_only=True)
class SheetLine:
    """One question as it is printed. Without `options` it is answered in words.

    `number` and `name` say which one it is where it is kept; `kept` is the value that is kept, empty for none.
    `printed` must stand on the sheet, so that nothing is kept for a question that was asked in other words.
    """

    item: str
    words: str
    options: tuple[tuple[str, str], ...]
    """What a cross in a box means, and how it is said."""
    part: LineKind
    number: int = 0
    name: str = ""
    kept: str = ""
    always: bool = False
    """Asked even where the reader is certain: safety, what got worse, the wish to talk."""
    worrying: tuple[str, ...] = ()
    """Answers that are asked even where the reader is certain."""
    only_clear: bool = False
    """Only a clear mark counts: at a doubtful one nothing is guessed, and what is empty keeps and takes nothing."""
    beware: str = ""
    """What she must know before she answers; said first, and it is asked."""
    shown_as: str = ""
    """How it is called where its `item` is no word that stands on the paper."""
    printed: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How it is called."""
        return self.shown_as or self.item

    def said(self, value: str) -> str:
        """An answer as a person would say it."""
        return next((words or own for own, words in self.options if own == value), value)


@dataclass(frozen=True, kw_only=True)
class SheetLines:
    """Everything that a sheet may ask its owner, and about which occasion."""

    occasion: str
    lines: tuple[SheetLine, ...]
    months: int = 0
    place: int = 0
    """The partnership that is rated."""
    day: date | None = None
    """The day of the rating."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """What is said where something is marked at an item that is no question here: it is never read, or not any more.
    Empty for what needs no word."""
    wanted: Mapping[str, str] = field(default_factory=dict)
    """What is said where nothing is written at an item of this page."""


Maker = Callable[[Rows, IssuedSheet, int, date], SheetLines]
