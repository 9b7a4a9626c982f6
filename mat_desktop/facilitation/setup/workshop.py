"""Step 1: set up a workshop and choose its dates."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.setup.facilitator import NOT_SAID, WhoLeads
from mat_desktop.facilitation.setup.keeping import check_kept_until
from mat_desktop.facilitation.setup.measures import USUAL_MEASURES, check_readers
from mat_desktop.facilitation.shown.dates import checked_words
from mat_desktop.facilitation.shown.typed_day import check_near
from mat_desktop.facilitation.shown.zones import time_zones
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.answers.responses import Measure
from mat_desktop.workshop.library import AnswerWithin
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import ContactRole, usual_contacts
from mat_desktop.workshop.setup import (
    FollowUpPoint,
    Frequency,
    Workshop,
    due_on,
    first_day,
    last_day,
    meets_on,
    usual_points,
    usual_run_sheet,
)
from mat_desktop.workshop.text import clean, clean_name


class WorkshopField(StrEnum):
    """What can be changed of a workshop; each value is the name of its attribute."""

    TITLE = "title"
    PLACE = "place"
    HELD_ON = "held_on"
    FIRST_CALL_ON = "first_call_on"
    TIME_ZONE = "time_zone"
    FACILITATOR = "facilitator"
    FACILITATOR_PHONE = "facilitator_phone"
    SAFETY_WORDS = "safety_words"
    CARD_WORDS = "card_words"
    FREQUENCY = "frequency"
    CONTACT_MONTHS = "contact_months"
    TRIAL_DAYS = "trial_days"
    SECOND_PERSON = "second_person"
    ANSWERS_READER = "answers_reader"
    SECOND_ENTRY = "second_entry"
    PHONE_UNTIL = "phone_until"
    AUTHORITY = "authority"
    AUTHORITY_WEB = "authority_web"
    ANSWER_WITHIN = "answer_within"
    KEPT_UNTIL = "kept_until"
    HOME_HEADING = "home_heading"


_OF_AUTHORITY = (WorkshopField.AUTHORITY, WorkshopField.AUTHORITY_WEB, WorkshopField.ANSWER_WITHIN)
_WORDS = {
    WorkshopField.PLACE: 200,
    WorkshopField.FACILITATOR: 200,
    WorkshopField.FACILITATOR_PHONE: 200,
    WorkshopField.SAFETY_WORDS: 400,
    WorkshopField.CARD_WORDS: 2000,
    WorkshopField.AUTHORITY: 200,
    WorkshopField.AUTHORITY_WEB: 200,
    WorkshopField.HOME_HEADING: 80,
}


@dataclass(frozen=True, kw_only=True)
class PointView:
    """A follow-up point: when it is due, and when people meet."""

    id: int
    months: int
    due: date
    meeting: date
    meeting_time: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class WorkshopView:
    """A workshop as the set-up page shows it."""

    id: int
    title: str
    place: str
    held_on: date
    time_zone: str
    facilitator: str
    facilitator_phone: str
    safety_words: str
    frequency: Frequency
    contact_months: int
    trial_days: int
    first_day: date
    last_day: date
    finished: bool
    second_person: str
    answers_reader: str
    second_entry: bool
    study: bool
    card_words: str
    contacts: tuple[tuple[str, str], ...]
    in_danger: frozenset[int]
    """The places of the contacts that are for danger now."""
    phone_until: date | None
    home_heading: str
    """What stands at the top of papers that people take home; empty means the place."""
    contacts_checked: str
    measures: tuple[str, ...]
    headline: str
    """The measure that was named in advance; empty where none was."""
    points: tuple[PointView, ...]


@deed(DeedKind.SETUP_CREATE)
def create(work: Work, title: str, venue: str, held_on: date, time_zone: str, leads: WhoLeads = NOT_SAID) -> int:
    """A new workshop with the usual follow-up points and the usual run sheet. Returns its id.

    `leads`: who leads it, with the number that participants may phone.

    Raises Refusal without a title, for a time zone that does not exist, and for a day that is many years away.
    """
    check_near(held_on, work.today)
    workshop = Workshop(_title(title), clean_name(venue), held_on, _zone(time_zone))
    workshop.facilitator, workshop.facilitator_phone = leads.name, leads.phone
    workshop.typed_on = work.today
    workshop.points = usual_points()
    workshop.blocks = usual_run_sheet()
    workshop.measures = [Measure(key) for key in USUAL_MEASURES]
    workshop.contacts = usual_contacts(workshop.time_zone)
    work.rows.add(workshop)
    work.about(key_of(workshop))
    return key_of(workshop)


@deed(DeedKind.SETUP_CHANGE)
def change(work: Work, workshop_id: int, field: WorkshopField, value: Any) -> None:
    """Change one field; what is written anew of the authority must be looked up again before it counts as checked.

    Raises Refusal with what is expected.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    kept = _checked(field, value)
    if field is WorkshopField.HELD_ON:
        check_near(kept, work.today)
    if field in _OF_AUTHORITY and getattr(workshop, field.value) != kept:
        workshop.authority_checked_on = None
    setattr(workshop, field.value, kept)
    if field is WorkshopField.KEPT_UNTIL:
        check_kept_until(workshop)
    check_readers(work.rows, workshop)


def _checked(field: WorkshopField, value: Any) -> Any:
    if field in (WorkshopField.SECOND_PERSON, WorkshopField.ANSWERS_READER):
        return clean_name(str(value))
    if field in _WORDS:
        return clean(str(value), _WORDS[field])
    return _READERS[field](value) if field in _READERS else value


def _title(text: str) -> str:
    title = clean_name(text)
    if not title:
        raise Refusal("Give the workshop a title, for example the name of the hall.")
    return title


def _zone(text: str) -> str:
    if text not in time_zones():
        raise Refusal(f"“{text[:60]}” is no time zone. Choose one from the list, for example Pacific/Auckland.")
    return text


def between(value: Any, least: int, most: int, field: str) -> int:
    """A whole number within bounds. Raises Refusal with what is wanted."""
    try:
        number = int(str(value).strip())
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        raise Refusal(f"{field}: a whole number from {least} to {most}.")
    return number


_READERS: dict[WorkshopField, Callable[[Any], Any]] = {
    WorkshopField.TITLE: lambda value: _title(str(value)),
    WorkshopField.TIME_ZONE: lambda value: _zone(str(value)),
    WorkshopField.CONTACT_MONTHS: lambda value: between(value, 1, 24, "Months of contact"),
    WorkshopField.TRIAL_DAYS: lambda value: between(value, 0, 60, "Trial days"),
    WorkshopField.FREQUENCY: Frequency,
    WorkshopField.ANSWER_WITHIN: lambda value: AnswerWithin(value).value if value else "",
}


@deed(DeedKind.SETUP_MEETING)
def set_meeting(work: Work, point_id: int, day: date | None, time: str | None = None) -> None:
    """Choose when people meet; None goes back to the due date."""
    point = work.rows.get(FollowUpPoint, point_id)
    work.about(point.workshop_id)
    point.meeting_date = day
    if time is not None:
        point.meeting_time = clean(time, 20)


@deed(DeedKind.SETUP_ADD_POINT)
def add_point(work: Work, workshop_id: int, months: int) -> None:
    """Ask everybody again after so many months, up to ten years.

    Raises Refusal for a number outside 1 to 120, and for a follow-up that there is already.
    """
    number = between(months, 1, 120, "Months after the workshop")
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    if any(point.months == number for point in workshop.points):
        raise Refusal(f"There is a follow-up after {number} months already.")
    workshop.points.append(FollowUpPoint(number))


@deed(DeedKind.SETUP_REMOVE_POINT)
def remove_point(work: Work, point_id: int) -> None:
    """Take a follow-up point out.

    Raises Refusal for six months and one year: they stay, for their steps are on the rail.
    """
    point = work.rows.get(FollowUpPoint, point_id)
    work.about(point.workshop_id)
    if point.months in (6, 12):
        raise Refusal("The six-month and the one-year follow-up belong to every workshop. Choose another date instead.")
    work.rows.remove(point)


@look
@remembered
def workshop(rows: Rows, workshop_id: int) -> WorkshopView:
    """One workshop with its protocol.

    Remembered: every page asks for it, each time it is shown.
    """
    return view_of(rows.get(Workshop, workshop_id))


def view_of(workshop: Workshop) -> WorkshopView:
    """A workshop as a frozen view."""
    contacts = sorted(workshop.contacts, key=lambda c: c.position)
    return WorkshopView(
        id=key_of(workshop),
        title=workshop.title,
        place=workshop.place,
        held_on=workshop.held_on,
        time_zone=workshop.time_zone,
        facilitator=workshop.facilitator,
        facilitator_phone=workshop.facilitator_phone,
        safety_words=workshop.safety_words,
        frequency=workshop.frequency,
        contact_months=workshop.contact_months,
        trial_days=workshop.trial_days,
        first_day=first_day(workshop),
        last_day=last_day(workshop),
        finished=workshop.finished,
        second_person=workshop.second_person,
        answers_reader=workshop.answers_reader,
        second_entry=workshop.second_entry,
        study=workshop.study,
        card_words=workshop.card_words,
        contacts=tuple((c.name, c.number) for c in contacts),
        in_danger=frozenset(place for place, c in enumerate(contacts) if c.role is ContactRole.EMERGENCY),
        phone_until=workshop.phone_until,
        home_heading=workshop.home_heading,
        contacts_checked=checked_words(workshop.contacts_checked_on),
        measures=tuple(m.instrument for m in workshop.measures),
        headline=workshop.headline if workshop.headline_on is not None else "",
        points=_points(workshop),
    )


def _points(workshop: Workshop) -> tuple[PointView, ...]:
    return tuple(
        PointView(
            id=key_of(p),
            months=p.months,
            due=due_on(workshop, p),
            meeting=meets_on(workshop, p),
            meeting_time=p.meeting_time,
            chosen=p.meeting_date is not None,
        )
        for p in sorted(workshop.points, key=lambda p: p.months)
    )
