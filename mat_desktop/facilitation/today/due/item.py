"""One due thing with its window: it opens, is due, and closes; it can always be entered later."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.today.due.words import KINDS
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.today import DueKey, DueKind

STEP_OF = {6: Step.SIX_MONTHS, 12: Step.ONE_YEAR}
_OF_A_POINT = (DueKind.FOLLOW_UP, DueKind.ASKED_AGAIN, DueKind.UNREAD)
_OF_A_PAIR = (DueKind.REPAIR, DueKind.TALK, DueKind.LOOK_AGAIN, DueKind.TRIAL, DueKind.ALONE)
_BY_WORD = (DueKind.DIED, DueKind.TELL, DueKind.PARTNER, DueKind.HAPPENED, DueKind.CUT_UP)


@dataclass(frozen=True, kw_only=True)
class DueItem:
    """One due thing about one person or partnership, or about the whole workshop."""

    key: DueKey
    who: str
    opens: date
    due: date
    closes: date | None
    person: int = 0
    note: str = ""
    ways: str = ""
    put_off: str = ""

    @property
    def kind(self) -> DueKind:
        """What has to be done."""
        return self.key.kind


def is_done_by_word(item: DueItem) -> bool:
    """Whether only the facilitator can say that it is done: nothing that is typed would show it."""
    return item.kind in _BY_WORD or item.key.by_happening


def unnamed(item: DueItem) -> str:
    """How a row is called by nobody's name, where other eyes are about; what is about no person says what it is."""
    if item.kind is DueKind.CUT_UP:
        return item.who
    return "one pair" if item.kind in _OF_A_PAIR and not item.key.by_happening else "one person"


def step_of(item: DueItem) -> Step:
    """Which page an item opens."""
    return STEP_OF.get(months_of(item), Step.ONE_YEAR) if months_of(item) else KINDS[item.kind].step


def months_of(item: DueItem) -> int:
    """Which follow-up point an item is about; 0 where it is about none."""
    return item.key.about if item.kind in _OF_A_POINT else 0
