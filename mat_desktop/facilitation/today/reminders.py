"""What the facilitator says about a due thing: later, with a reason; tried; could not reach."""

from datetime import date
from enum import Enum, auto

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean
from mat_desktop.workshop.today import DueKey, Reminder


class DueReply(Enum):
    """What the facilitator can say about a due thing."""

    DONE = auto()
    LATER = auto()
    TRIED = auto()
    LOST = auto()


@deed(DeedKind.TODAY_PUT_OFF)
def put_off(work: Work, workshop_id: int, thing: DueKey, until: date, reason: str) -> None:
    """Ask again on a later day. Raises Refusal without a reason, or for a day that is over."""
    if not clean(reason):
        raise Refusal("Say in a few words why it waits; you will read it on that day.")
    if until <= work.today:
        raise Refusal(f"{day_month_year(until)} is over. Choose a day after today.")
    found = _reminder(work, workshop_id, thing)
    found.put_off_until, found.reason = until, clean(reason, 400)


@deed(DeedKind.TODAY_TRIED)
def tried(work: Work, workshop_id: int, thing: DueKey) -> int:
    """Note one attempt. Returns how many there were."""
    found = _reminder(work, workshop_id, thing)
    found.attempts += 1
    return found.attempts


@deed(DeedKind.TODAY_DONE)
def done(work: Work, workshop_id: int, thing: DueKey) -> None:
    """What had to be done because of something that happened is done."""
    _reminder(work, workshop_id, thing).done_on = work.today


@deed(DeedKind.TODAY_UNREACHABLE)
def could_not_reach(work: Work, workshop_id: int, thing: DueKey) -> None:
    """Reminders about this end; what comes later can still be entered at any time."""
    _reminder(work, workshop_id, thing).unreachable = True


def _reminder(work: Work, workshop_id: int, thing: DueKey) -> Reminder:
    work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    found = work.rows.find(Reminder, workshop_id=workshop_id, key=str(thing))
    return found or work.rows.add(Reminder(workshop_id, str(thing)))
