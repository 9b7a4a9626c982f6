"""Everything that is or will be due in one workshop, and what was said about it."""

from dataclasses import replace

from mat_desktop.facilitation.contact.course import Course, course
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import stand
from mat_desktop.facilitation.today.due.about import AHEAD
from mat_desktop.facilitation.today.due.item import DueItem
from mat_desktop.facilitation.today.due.rules import AFTER_THE_END, RULES
from mat_desktop.facilitation.today.due.words import KINDS


def items(rows: Rows, workshop_id: int) -> tuple[DueItem, ...]:
    """Everything that is or will be due in one workshop, in the order of the rules.

    Of one that is finished that is only what does not end with it: cards, promises about erasing, requests.
    """
    rules = AFTER_THE_END if stand(rows, workshop_id).workshop.finished else RULES
    found = course(rows, workshop_id)
    every = [item for rule in rules for item in rule(rows, found)]
    return tuple(kept for item in every if (kept := _with_reminder(found, item)) is not None)


def _with_reminder(course: Course, item: DueItem) -> DueItem | None:
    """Put off, an item opens and is due later, with the reason beside it; one that could not be reached ends.

    What she put off beyond the day on which it would close by itself is asked for all the same, for a month.
    """
    said = course.reminders.get(str(item.key))
    if said is not None and said.done_on is not None:
        return None
    if said is None or not KINDS[item.kind].can_wait:
        return item
    if said.unreachable:
        return None
    later = said.put_off_until
    if later is None or later <= item.due:
        return item
    closes = item.closes and max(item.closes, later + AHEAD)
    return replace(item, opens=later, due=later, closes=closes, put_off=said.reason)
