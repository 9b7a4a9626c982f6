"""What pictures of returned sheets show, how a sheet was printed, and what was read of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SeenMark(StrEnum):
    """What the reader sees in a box."""

    EMPTY = "empty"
    TICK = "tick"
    DASH = "dash"
    LETTER_M = "M"
    LETTER_E = "E"
    CROSS = "cross"
    FILLED = "filled"
    SOMETHING = "something"
    HIDDEN = "hidden"
    """Under a thumb, outside the picture, or where it cannot be told that the page is in place."""


class Trouble(StrEnum):
    """Why nothing of a page was read. Each has its sentence in the words of this room."""

    NO_PICTURE = "no picture"
    BROKEN = "broken"
    HEIC = "heic"
    TOO_LARGE = "too large"
    TOO_SMALL = "too small"
    TOO_MANY = "too many pages"
    TWO_LEVELS = "two levels"
    NO_CODE = "no code"
    NOT_KNOWN = "not known"
    NOT_IN_PLACE = "not in place"


TRIAL_SHEETS = 30
"""So many real sheets are checked box by box before reading is called anything but a trial."""


@dataclass(eq=False)
class KeptPage:
    """One page of an issued sheet as it was printed, so that a later layout cannot misread it. Sizes are in points.

    `marks` and `fields` are written by `facilitation/sheets/answer_places.py`; a sheet that was printed in two ways
    has its pages twice.
    """

    sheet_id: int
    page: int
    width: float
    height: float
    marks: str
    fields: str
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class SheetReading:
    """That a page was read from a picture: when, by which reader, and how it did. Nothing of the picture is kept.

    `digest` tells whether the very same picture comes again. Of the `boxes`, `asked` were not certain; `checked` were
    certain and asked all the same, and `wrong` of these had been read wrongly.
    """

    sheet_id: int
    page: int
    read_at: datetime
    reader: int
    digest: str
    boxes: int
    asked: int
    checked: int
    wrong: int
    id: int | None = None
    uid: str = ""
