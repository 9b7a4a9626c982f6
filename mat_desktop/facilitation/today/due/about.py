"""What is due about one person or one partnership, and from when a thing that was known late is."""

from datetime import date, timedelta

from mat_desktop.facilitation.contact.course import Course
from mat_desktop.facilitation.standing import Standing
from mat_desktop.facilitation.today.due.item import DueItem
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants.participant import ways_to_reach
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import joined
from mat_desktop.workshop.today import DueKey

AHEAD = timedelta(days=30)


GRACE = timedelta(days=3)
"""What is known late is due so many days after it was typed."""


def _pair(standing: Standing, partnership: Partnership) -> str:
    return joined([standing.name(m) for m in people_of(partnership)])


def by_person(
    standing: Standing,
    thing: DueKey,
    person: int,
    opens: date,
    due: date,
    closes: date | None = None,
    note: str = "",
) -> DueItem:
    """Something due about one person, with the ways to reach them."""
    ways = ways_to_reach(standing.person(person))
    return DueItem(
        key=thing, who=standing.name(person), opens=opens, due=due, closes=closes, person=person, note=note, ways=ways
    )


def by_pair(
    course: Course, thing: DueKey, partnership: Partnership, opens: date, due: date, closes: date | None = None
) -> DueItem:
    """Something due about one partnership, under the first of its members."""
    first = people_of(partnership)[0]
    return DueItem(
        key=thing, who=_pair(course.standing, partnership), opens=opens, due=due, closes=closes, person=first
    )


def not_before(workshop: Workshop, due: date) -> date:
    """A workshop that was set up here late is not overdue at once."""
    return max(due, workshop.typed_on + GRACE) if workshop.typed_on is not None else due
