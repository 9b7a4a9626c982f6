"""What the window can show beside the ten steps, by a name that no screen shows."""

from enum import StrEnum


class PageName(StrEnum):
    """A page that is no step."""

    ENTRANCE = "entrance"
    TODAY = "today"
    PRINT = "print"
    PARTICIPANT = "participant"
