"""Meetings of the group: their dates, and who was there. Minutes of help stay on the paper of the meeting."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mat_desktop.facilitation.contact.course import timetable
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact.meetings import (
    AgendaCard,
    Attendance,
    Came,
    GroupMeeting,
    Lead,
    agenda,
    usual_days,
)
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop, meets_on
from mat_desktop.workshop.text import clean_name


class MeetingField(StrEnum):
    """What can be changed of a meeting; each value is the name of its attribute."""

    DAY = "day"
    AT_TIME = "at_time"
    LEAD = "lead"
    HOST = "host_id"
    TIMEKEEPER = "timekeeper_id"


@dataclass(frozen=True, kw_only=True)
class MeetingRow:
    """One meeting in the list."""

    id: int
    day: date
    lead: Lead
    held: bool
    here: int


@dataclass(frozen=True, kw_only=True)
class AttendanceView:
    """One person at one meeting."""

    participant_id: int
    name: str
    came: Came | None
    gave: int | None
    got: int | None


@dataclass(frozen=True, kw_only=True)
class MeetingView:
    """One meeting: its agenda, and everybody who is or was invited to it."""

    id: int
    day: date
    at_time: str
    lead: Lead
    host: int
    timekeeper: int
    people: tuple[AttendanceView, ...]
    cards: tuple[AgendaCard, ...]
    following: date | None
    counts: str


@look
def meetings(rows: Rows, workshop_id: int) -> tuple[MeetingRow, ...]:
    """All meetings of one workshop, in their order."""
    found = timetable(rows, workshop_id).meetings
    return tuple(
        MeetingRow(
            id=key_of(m), day=m.day, lead=m.lead, held=m.held, here=sum(a.came is Came.HERE for a in m.attendances)
        )
        for m in found
    )


@look
def meeting(rows: Rows, meeting_id: int) -> MeetingView:
    """One meeting with its list of first names."""
    found = rows.get(GroupMeeting, meeting_id)
    standing = stand(rows, found.workshop_id)
    known = {a.participant_id: a for a in found.attendances}
    people = [p for p in invited(standing) if p in known or standing.person(p).died_on is None]
    views = tuple(_attendance(standing, person, known.get(person)) for person in people)
    return MeetingView(
        id=meeting_id,
        day=found.day,
        at_time=found.at_time,
        lead=found.lead,
        host=found.host_id or 0,
        timekeeper=found.timekeeper_id or 0,
        people=views,
        cards=agenda(found.lead),
        following=next_meeting(rows, standing, found.day),
        counts=_counts(views),
    )


def _attendance(standing: Standing, person: int, found: Attendance | None) -> AttendanceView:
    if found is None:
        return AttendanceView(participant_id=person, name=standing.name(person), came=None, gave=None, got=None)
    return AttendanceView(
        participant_id=person, name=standing.name(person), came=found.came, gave=found.gave, got=found.got
    )


def _counts(people: tuple[AttendanceView, ...]) -> str:
    here = sum(p.came is Came.HERE for p in people)
    excused = sum(p.came is Came.EXCUSED for p in people)
    away = sum(p.came is Came.AWAY for p in people)
    return f"Here {here}, excused {excused}, not here {away}, not said {len(people) - here - excused - away}."


def invited(standing: Standing) -> list[int]:
    """Everybody in a partnership that goes on, the facilitator too where she takes part, in the order of names."""
    ids = {m for p in standing.agreed for m in people_of(p)}
    return sorted(ids, key=lambda person: standing.name(person).casefold())


def next_meeting(rows: Rows, standing: Standing, after: date) -> date | None:
    """The next day on which the group meets, a follow-up meeting too."""
    days = {m.day for m in timetable(rows, key_of(standing.workshop)).meetings}
    days |= {meets_on(standing.workshop, p) for p in standing.workshop.points}
    return min((day for day in days if day > after), default=None)


@look
def next_is_leaderless(rows: Rows, workshop_id: int, today: date) -> bool:
    """Whether the meeting of the group that comes next, today's too, has no leader."""
    ahead = [m for m in timetable(rows, workshop_id).meetings if m.day >= today and not m.held]
    return bool(ahead) and min(ahead, key=lambda m: m.day).lead is Lead.LEADERLESS


@deed(DeedKind.CONTACT_PLAN_MEETINGS)
def plan_usual(work: Work, workshop_id: int) -> int:
    """A meeting each calendar month still to come up to the six-month meeting. Returns how many were added."""
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    taken = {(m.day.year, m.day.month) for m in work.rows.all(GroupMeeting, workshop_id=workshop_id)}
    ahead = [day for day in usual_days(workshop) if day >= work.today]
    fresh = [day for day in ahead if (day.year, day.month) not in taken]
    work.rows.add_all(GroupMeeting(workshop_id, day, typed_on=work.today) for day in fresh)
    return len(fresh)


@deed(DeedKind.CONTACT_ADD_MEETING)
def add_meeting(work: Work, workshop_id: int, day: date, lead: Lead = Lead.LED) -> int:
    """One more meeting. Returns its id.

    Raises Refusal where there is one on that day, or the day lies before the workshop.
    """
    workshop = work.rows.get(Workshop, workshop_id)
    work.about(workshop_id)
    _check_day(work, workshop, day)
    return key_of(work.rows.add(GroupMeeting(workshop_id, day, lead=lead, typed_on=work.today)))


def _check_day(work: Work, workshop: Workshop, day: date) -> None:
    if day <= workshop.held_on:
        raise Refusal(f"The meetings come after the workshop of {day_month_year(workshop.held_on)}.")
    if work.rows.find(GroupMeeting, workshop_id=key_of(workshop), day=day) is not None:
        raise Refusal(f"There is a meeting on {day_month_year(day)} already.")


@deed(DeedKind.CONTACT_MEETING)
def change_meeting(work: Work, meeting_id: int, field: MeetingField, value: Any) -> None:
    """Change the day, the time, who leads, the host or the timekeeper.

    Raises Refusal for a day that has a meeting or lies before the workshop.
    """
    found = work.rows.get(GroupMeeting, meeting_id)
    work.about(found.workshop_id)
    if field is MeetingField.DAY and value != found.day:
        _check_day(work, work.rows.get(Workshop, found.workshop_id), value)
    elif field is MeetingField.AT_TIME:
        value = clean_name(str(value))[:20]
    elif field is MeetingField.LEAD:
        value = Lead(value)
    elif field in (MeetingField.HOST, MeetingField.TIMEKEEPER):
        value = int(value) or None
    setattr(found, field.value, value)


@deed(DeedKind.CONTACT_REMOVE_MEETING)
def remove_meeting(work: Work, meeting_id: int) -> None:
    """A meeting that will not be. Raises Refusal where somebody's attendance is written down."""
    found = work.rows.get(GroupMeeting, meeting_id)
    work.about(found.workshop_id)
    if any(a.came for a in found.attendances):
        raise Refusal("It is written down who came to this meeting. Take that back first.")
    work.rows.remove(found)


@deed(DeedKind.CONTACT_ATTEND)
def attend(work: Work, meeting_id: int, person_id: int, came: Came | None) -> None:
    """Say whether somebody came; None takes it back. What is said of one says nothing of the others.

    Raises Refusal before the day of the meeting.
    """
    found = work.rows.get(GroupMeeting, meeting_id)
    work.about(found.workshop_id, person_id)
    if came is not None and found.day > work.today:
        raise Refusal(f"This meeting is on {day_month_year(found.day)}. Who came is written down then.")
    _one(found, person_id).came = came
    found.held = any(a.came for a in found.attendances)


def _one(found: GroupMeeting, person: int) -> Attendance:
    held = next((a for a in found.attendances if a.participant_id == person), None)
    if held is None:
        held = Attendance(person)
        found.attendances.append(held)
    return held
