"""The questions of a follow-up with names and months in them: the same words on paper and on the screen."""

from dataclasses import replace

from mat_desktop.facilitation.followup.asked import place_now
from mat_desktop.facilitation.shown.dates import MONTHS
from mat_desktop.facilitation.standing import Standing
from mat_desktop.workshop.followup import Question, Story, questions_for
from mat_desktop.workshop.library import kept_for_later_until
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.calling import UNSAID, first_name
from mat_desktop.workshop.setup import FollowUpPoint, Workshop, meets_on
from mat_desktop.workshop.text import joined

_YEAR = 12


def questions_put(
    standing: Standing, months: int, story: Story, partners: tuple[str, ...], readers: str
) -> tuple[Question, ...]:
    """Section E as it is put to one person at one follow-up point. `partners` are those of now as they are called."""
    workshop, start = standing.workshop, start_word(standing.workshop)
    later = kept_for_later_until(workshop)
    holes = {
        "start": f"{start} last year" if months >= _YEAR else start,
        "before": month_before(standing, months),
        "partner": joined(partners) or "your partner",
        "facilitator": first_name(workshop.facilitator) or UNSAID,
        "readers": readers,
        "until": f"{MONTHS[later.month - 1]} {later.year}",
    }
    return tuple(replace(question, holes=tuple(holes.items())) for question in questions_for(months, story))


def point_of(workshop: Workshop, months: int) -> FollowUpPoint:
    """The follow-up point after so many months, as it is set or as it would be."""
    return next((p for p in workshop.points if p.months == months), FollowUpPoint(months))


def start_word(workshop: Workshop) -> str:
    """The month in which the workshop was, for "since March"."""
    return MONTHS[workshop.held_on.month - 1]


def month_before(standing: Standing, months: int) -> str:
    """The month of the meeting before this one, for "since September"."""
    workshop = standing.workshop
    before = [meets_on(workshop, p) for p in workshop.points if p.months < months]
    return MONTHS[max(before).month - 1] if before else start_word(workshop)


def partners_now(standing: Standing, person: int) -> list[int]:
    """The partners of now."""
    place = place_now(standing, person)
    return [m for m in people_of(place) if m != person] if place is not None else []


def readers_of(workshop: Workshop) -> list[str]:
    """Everybody who reads what people hand in: the facilitator, and who was named in set-up beside her."""
    own = first_name(workshop.facilitator) or UNSAID
    other = first_name(workshop.answers_reader)
    return [own, other] if other and other != own else [own]
