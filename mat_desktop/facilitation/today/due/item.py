"""One due thing with its window: it opens, is due, and closes; it can always be entered later."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.today.due.words import KINDS
from mat_desktop.workshop.journey import Step

STEP_OF = {6: Step.SIX_MONTHS, 12: Step.ONE_YEAR}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One due thing about one person or partnership, or about the whole workshop."""

    key: str
    kind: str
    who: str
    opens: date
    due: date
    closes: date | None
    person: int = 0
    note: str = ""
    ways: str = ""
    put_off: str = ""


def is_done_by_word(item: Item) -> bool:
    """Whether only the facilitator can say that it is done: nothing that is typed would show it."""
    return item.kind in ("died", "tell", "partner", "happened") or item.key.startswith("alone:happened:")


def step_of(item: Item) -> Step:
    """Which page an item opens."""
    return STEP_OF.get(months_of(item), Step.ONE_YEAR) if months_of(item) else KINDS[item.kind].step


def months_of(item: Item) -> int:
    """Which follow-up point an item is about; 0 where it is about none."""
    return int(item.key.split(":")[1]) if item.kind in ("follow-up", "asked-again") else 0
