"""What can be due, and what the facilitator has said about it: later, with a reason, or could not reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum, auto


class DueKind(StrEnum):
    """What has to be done. The values stand in libraries, within the keys of due things."""

    CARD = "card"
    DIED = "died"
    DAY = "day"
    CONTACTS = "contacts"
    SCREENING = "screening"
    ASKING = "asking"
    AGREEMENT = "agreement"
    ALONE = "alone"
    REPAIR = "repair"
    TALK = "talk"
    LOOK_AGAIN = "look-again"
    TRIAL = "trial"
    SHEETS = "sheets"
    RATING = "rating"
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    TELL = "tell"
    PARTNER = "partner"
    HAPPENED = "happened"
    FOLLOW_UP = "follow-up"
    ASKED_AGAIN = "asked-again"
    UNREAD = "unread"
    CUT_UP = "cut-up"
    ERASE = "erase"
    ERASE_WORKSHOP = "erase-workshop"
    NEVER_BEGAN = "never-began"
    SEE_RECORD = "see-record"
    PUT_RIGHT = "put-right"
    KEPT_LONG = "kept-long"


class Subject(Enum):
    """What the first number in the key of a due thing counts."""

    PERSON = auto()
    PARTNERSHIP = auto()
    HAPPENING = auto()
    TALK = auto()
    WORKSHOP = auto()
    """The whole group: the first number is none, or a meeting, or the months of a follow-up point."""


SUBJECTS: dict[DueKind, Subject] = {
    DueKind.CARD: Subject.PERSON,
    DueKind.DIED: Subject.HAPPENING,
    DueKind.DAY: Subject.WORKSHOP,
    DueKind.CONTACTS: Subject.WORKSHOP,
    DueKind.SCREENING: Subject.PERSON,
    DueKind.ASKING: Subject.PARTNERSHIP,
    DueKind.AGREEMENT: Subject.PARTNERSHIP,
    DueKind.ALONE: Subject.PARTNERSHIP,
    DueKind.REPAIR: Subject.PARTNERSHIP,
    DueKind.TALK: Subject.TALK,
    DueKind.LOOK_AGAIN: Subject.TALK,
    DueKind.TRIAL: Subject.PARTNERSHIP,
    DueKind.SHEETS: Subject.PARTNERSHIP,
    DueKind.RATING: Subject.PARTNERSHIP,
    DueKind.MEETING: Subject.WORKSHOP,
    DueKind.ATTENDANCE: Subject.WORKSHOP,
    DueKind.TELL: Subject.HAPPENING,
    DueKind.PARTNER: Subject.HAPPENING,
    DueKind.HAPPENED: Subject.HAPPENING,
    DueKind.FOLLOW_UP: Subject.WORKSHOP,
    DueKind.ASKED_AGAIN: Subject.WORKSHOP,
    DueKind.UNREAD: Subject.WORKSHOP,
    DueKind.CUT_UP: Subject.WORKSHOP,
    DueKind.ERASE: Subject.PERSON,
    DueKind.ERASE_WORKSHOP: Subject.WORKSHOP,
    DueKind.NEVER_BEGAN: Subject.PERSON,
    DueKind.SEE_RECORD: Subject.PERSON,
    DueKind.PUT_RIGHT: Subject.PERSON,
    DueKind.KEPT_LONG: Subject.PERSON,
}
"""Total, so that what was said about a due thing is found when somebody is erased."""


_DATED = (DueKind.ALONE, DueKind.REPAIR, DueKind.SHEETS, DueKind.RATING, DueKind.CUT_UP)
"""Kinds that come back: each of them is told from the one before by the day that asks for it."""
_BY_HAPPENING = "happened"


@dataclass(frozen=True)
class DueKey:
    """Names one due thing within its workshop, for as long as it may be put off.

    `about` is the id of the partnership, person, talk, meeting or happening that it is about, or the months of a
    follow-up point; `person` the member it is about, where several are concerned; `since` the day that asks for it.
    `by_happening` tells a call that something made necessary from one that missed days did.
    """

    kind: DueKind
    about: int = 0
    person: int = 0
    since: date | None = None
    by_happening: bool = False

    @property
    def subject(self) -> Subject:
        """What `about` counts."""
        return Subject.HAPPENING if self.by_happening else SUBJECTS[self.kind]

    def __str__(self) -> str:
        """As it stands in libraries."""
        numbers = [str(number) for number in (self.about, self.person) if number]
        day = [f"{self.since:%Y%m%d}"] if self.since is not None else []
        return ":".join([self.kind.value, *([_BY_HAPPENING] if self.by_happening else []), *numbers, *day])


def read_due_key(written: str) -> DueKey:
    """The key from how it stands in libraries. Raises ValueError for anything else."""
    kind_word, *rest = written.split(":")
    kind, by_happening = DueKind(kind_word), rest[:1] == [_BY_HAPPENING]
    numbers, since = _numbers_and_day(rest[1:] if by_happening else rest, dated=kind in _DATED and not by_happening)
    if len(numbers) > 2:
        raise ValueError(f"no key of a due thing: {written}")
    about, person = (*numbers, 0, 0)[:2]
    return DueKey(kind, about, person, since, by_happening)


def _numbers_and_day(parts: Sequence[str], *, dated: bool) -> tuple[list[int], date | None]:
    if not dated:
        return [int(part) for part in parts], None
    *numbers, day = parts
    return [int(part) for part in numbers], datetime.strptime(day, "%Y%m%d").date()  # noqa: DTZ007


@dataclass(eq=False)
class Reminder:
    """What is known about one due thing besides its dates. `key` is the thing's `DueKey`, as it is written."""

    workshop_id: int
    key: str
    put_off_until: date | None = None
    reason: str = ""
    attempts: int = 0
    unreachable: bool = False
    done_on: date | None = None
    id: int | None = None
    uid: str = ""


ATTEMPTS = 3
"""After so many attempts "could not reach" is offered, and reminders end."""
