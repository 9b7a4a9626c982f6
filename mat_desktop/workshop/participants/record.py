"""What somebody can ask about their own record beside erasing it: to see it, and to have something put right."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RequestKind(StrEnum):
    """What somebody asked for. Erasing has days of its own."""

    ACCESS = "access"
    CORRECTION = "correction"


@dataclass(eq=False)
class RecordRequest:
    """That somebody asked, on which day, and when it was answered. It points to nobody once the person is erased."""

    workshop_id: int
    participant_id: int | None
    kind: RequestKind
    asked_on: date
    done_on: date | None = None
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class Correction:
    """A statement of somebody beside what is kept about them. What was written stays as it was, and both are shown.

    `about` names the row and the field beside which it stands, as `table:row:field`.
    """

    participant_id: int
    about: str
    statement: str
    written_on: date
    id: int | None = None
    uid: str = ""
