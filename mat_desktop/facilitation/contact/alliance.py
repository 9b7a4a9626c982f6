"""Each member's private alliance check: typed from a folded slip, never shown to the partner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.contact.course import Course, course
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.contact.alliance import (
    ALLIANCE_ITEMS,
    AllianceCheck,
    AllianceRating,
    alliance_mean,
    asks_for_a_talk,
    nearest,
)
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop


@dataclass(frozen=True, kw_only=True)
class CheckView:
    """One alliance check of one member."""

    id: int
    happened_on: date
    ratings: dict[str, int]
    mean: float | None


@deed(DeedKind.CONTACT_CHECK)
def begin_check(work: Work, partnership_id: int, person_id: int, day: date) -> int:
    """Open one member's check for a day and return its id; the same day opens the same check.

    Raises Refusal about somebody who is no member, for a day to come, and for one before the workshop.
    """
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, person_id)
    if person_id not in people_of(place):
        raise Refusal("This slip is not of that partnership. Type the code from its foot, and the right page opens.")
    if day > work.today:
        raise Refusal(f"{day_month_year(day)} is still to come. Write the day on which the slip was filled in.")
    if day < work.rows.get(Workshop, place.workshop_id).held_on:
        raise Refusal("That day lies before the workshop.")
    found = work.rows.find(AllianceCheck, partnership_id=partnership_id, participant_id=person_id, happened_on=day)
    return key_of(found or work.rows.add(AllianceCheck(partnership_id, person_id, day, work.today)))


@deed(DeedKind.CONTACT_RATE)
def rate(work: Work, check_id: int, ratings: Mapping[str, int | None]) -> None:
    """Record items, 0 to 10 each; None makes an item unanswered again. Raises Refusal for another number."""
    check = work.rows.get(AllianceCheck, check_id)
    place = work.rows.get(Partnership, check.partnership_id)
    work.about(place.workshop_id, check.participant_id)
    check.typed_on = work.today
    for item, value in ratings.items():
        _rate_one(check, item, value)


def keep_rating(work: Work, partnership_id: int, person_id: int, day: date, item: str, value: int | None) -> None:
    """One item of the check of a day, inside a deed; the check is begun where there is none.

    None makes it unanswered again. Raises Refusal for a number outside 0 to 10.
    """
    check = work.rows.find(AllianceCheck, partnership_id=partnership_id, participant_id=person_id, happened_on=day)
    if check is None:
        check = work.rows.add(AllianceCheck(partnership_id, person_id, day, work.today))
    check.typed_on = work.today
    _rate_one(check, item, value)
    if not check.ratings:
        work.rows.remove(check)


def _rate_one(check: AllianceCheck, item: str, value: int | None) -> None:
    if value is not None and not 0 <= value <= 10:
        raise Refusal("Each answer is a whole number from 0 to 10.")
    if item not in {i.key for i in ALLIANCE_ITEMS}:
        raise KeyError(item)
    found = next((r for r in check.ratings if r.item == item), None)
    if found is not None and value is None:
        check.ratings.remove(found)
    elif found is not None and value is not None:
        found.value = value
    elif value is not None:
        check.ratings.append(AllianceRating(item, value))


@deed(DeedKind.CONTACT_NO_CHECK)
def remove_check(work: Work, check_id: int) -> None:
    """A check that was opened for the wrong day, or the wrong person, goes with its answers."""
    check = work.rows.get(AllianceCheck, check_id)
    place = work.rows.get(Partnership, check.partnership_id)
    work.about(place.workshop_id, check.participant_id)
    work.rows.remove(check)


@look
def checks_of(rows: Rows, partnership_id: int, person_id: int) -> tuple[CheckView, ...]:
    """One member's checks, oldest first."""
    found = rows.all(AllianceCheck, partnership_id=partnership_id, participant_id=person_id)
    views = []
    for check in sorted(found, key=lambda c: c.happened_on):
        ratings = ratings_of(check)
        views.append(
            CheckView(id=key_of(check), happened_on=check.happened_on, ratings=ratings, mean=alliance_mean(ratings))
        )
    return tuple(views)


@look
def day_asked(rows: Rows, partnership_id: int, person_id: int, today: date) -> date:
    """The agreed date whose slip is most likely in hand: the latest that is over and has no rating yet."""
    return check_day(rows, partnership_id, person_id, today)


def check_day(rows: Rows, partnership_id: int, person_id: int, today: date) -> date:
    """The same, for looks that need it themselves."""
    place = rows.get(Partnership, partnership_id)
    found = course(rows, place.workshop_id)
    own = [c for c in found.checks.get(partnership_id, []) if c.participant_id == person_id]
    past = [day for day in found.check_days(place) if day <= today]
    missing = unrated(past, own)
    return (missing or past or [today])[-1]


def ratings_of(check: AllianceCheck) -> dict[str, int]:
    """The answered items."""
    return {r.item: r.value for r in check.ratings}


def unrated(agreed: Sequence[date], own: Sequence[AllianceCheck]) -> list[date]:
    """The agreed dates for which somebody gave no rating: missing, not good."""
    given = {nearest(agreed, c.happened_on) for c in own if c.ratings}
    return [day for day in agreed if day not in given]


def trend_of(checks: Sequence[AllianceCheck]) -> tuple[tuple[date, float], ...]:
    """One point a check: its day and the mean of bond, goal and task."""
    found = []
    for check in sorted(checks, key=lambda c: c.happened_on):
        mean = alliance_mean(ratings_of(check))
        if mean is not None:
            found.append((check.happened_on, mean))
    return tuple(found)


def talk_reasons(own: Sequence[AllianceCheck]) -> tuple[str, ...]:
    """Why one member's last check asks for a talk, in plain sentences."""
    given = [ratings_of(c) for c in sorted(own, key=lambda c: c.happened_on) if c.ratings]
    return asks_for_a_talk(given[-1], given[-2] if len(given) > 1 else None) if given else ()


def own_checks(course: Course, partnership: Partnership, person: int) -> list[AllianceCheck]:
    """One member's checks of one partnership."""
    return [c for c in course.checks.get(key_of(partnership), []) if c.participant_id == person]
