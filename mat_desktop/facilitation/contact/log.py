"""Typing what a call log says: days, what they were like, weeks of which only a number is known, and differences."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from mat_desktop.facilitation.contact.course import known, terms_of
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.shown.dates import day_month, day_month_year
from mat_desktop.workshop.contact.days import (
    ContactDay,
    Mark,
    Reason,
    RecalledWeek,
    SettledDay,
    Source,
    of_two,
    weeks_of,
)
from mat_desktop.workshop.contact.schedule import LETTERS, Terms, agreed_days, partners_by_day, sheet_days
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import clean


class DayField(StrEnum):
    """What can be noted about one day of a log; each value is the name of its attribute."""

    REASON = "reason"
    WITH_WHOM = "with_whom"


@deed(DeedKind.CONTACT_MARK)
def mark(
    work: Work,
    partnership_id: int,
    person_id: int,
    day: date,
    mark: Mark | None,
    source: Source = Source.SHEET,
    *,
    reason: Reason | None = None,
    with_whom: str = "",
) -> None:
    """Say what a member's log says about one day; None makes it not known again.

    A reason goes with a day without a call, the letters of the others with a call in a group of three. Raises Refusal
    about somebody who is no member, for a day that is not on the sheet, and for letters that are not the others'.
    """
    mark_days(work, partnership_id, person_id, {day: mark}, source)
    if not reason and not with_whom:
        return
    place = work.rows.get(Partnership, partnership_id)
    entry = work.rows.find(ContactDay, partnership_id=partnership_id, participant_id=person_id, day=day)
    if entry is not None and with_whom:
        entry.with_whom = _letters(place, person_id, with_whom)
    if entry is not None:
        entry.reason = reason


@deed(DeedKind.CONTACT_MARK_MANY)
def mark_many(
    work: Work,
    partnership_id: int,
    person_id: int,
    marks: Mapping[date, Mark | None],
    source: Source = Source.SHEET,
) -> None:
    """Say what a member's log says about several days at once; one undo takes all of them back.

    Raises Refusal about somebody who is no member, and for a day that is not on the sheet.
    """
    mark_days(work, partnership_id, person_id, marks, source)


@deed(DeedKind.CONTACT_FILL)
def fill_rest(work: Work, partnership_id: int, person_id: int, until: date, source: Source = Source.SHEET) -> int:
    """After the footer line "empty days mean: no call": every agreed day not known, up to `until` or today.

    Days that were not agreed stay as they are, and so do weeks of which a number is known. Returns how many days.
    Raises Refusal about somebody who is no member.
    """
    place, terms = _place(work, partnership_id, person_id)
    held = known(work.rows, place)
    taken, remembered = held.own(person_id), held.recalled.get(person_id, {})
    last = min(until, work.today)
    empty = [day for day in agreed_days(terms, person_id) if day <= last and day not in taken]
    empty = [day for day in empty if _monday(day) not in remembered]
    mark_days(work, partnership_id, person_id, dict.fromkeys(empty, Mark.NO_CALL), source)
    return len(empty)


@deed(DeedKind.CONTACT_FROM_PARTNER)
def from_partners(work: Work, partnership_id: int, person_id: int) -> int:
    """A sheet is lost: take the days of which nothing is known from what the partners wrote about the same calls.

    In a group of three only calls with this person are taken. Returns how many days. Raises Refusal where the partners
    wrote nothing about a day that is not known.
    """
    place, _ = _place(work, partnership_id, person_id)
    letters = {person: LETTERS[n] for n, person in enumerate(people_of(place))}
    taken = known(work.rows, place).own(person_id)
    found: dict[date, Mark | None] = {}
    for entry in work.rows.all(ContactDay, partnership_id=partnership_id):
        theirs = entry.participant_id != person_id and entry.day not in taken
        with_them = len(letters) < 3 or letters[person_id] in entry.with_whom
        if theirs and with_them and entry.source is not Source.PARTNER_SHEET:
            found.setdefault(entry.day, entry.mark)
    if not found:
        raise Refusal("The partner's sheet says nothing about the days that are not known here.")
    mark_days(work, partnership_id, person_id, found, Source.PARTNER_SHEET)
    return len(found)


def mark_days(
    work: Work, partnership_id: int, person_id: int, marks: Mapping[date, Mark | None], source: Source
) -> None:
    """Write days of one member's log, for a deed. Raises Refusal for a day that is not on the sheet."""
    place, terms = _place(work, partnership_id, person_id)
    days = sheet_days(terms.workshop, terms.arm)
    if outside := sorted(day for day in marks if not days[0] <= day <= days[-1]):
        span = f"{day_month_year(days[0])} to {day_month_year(days[-1])}"
        raise Refusal(f"{day_month_year(outside[0])} is not on this sheet. It goes from {span}.")
    entries = work.rows.all(ContactDay, partnership_id=partnership_id, participant_id=person_id, day=list(marks))
    held = {e.day: e for e in entries}
    with_whom = _usual_partners(terms, person_id)
    for day, what in marks.items():
        entry = held.get(day)
        if entry is not None and what is None:
            work.rows.remove(entry)
        elif entry is not None and what is not None:
            _remark(entry, what, source, work.today)
        elif what is not None:
            fresh = ContactDay(partnership_id, person_id, day, what, source, work.today)
            fresh.with_whom = with_whom.get(day, "") if what is Mark.TALKED else ""
            work.rows.add_all([fresh])
    _forget_numbers(work, partnership_id, person_id, [day for day, what in marks.items() if what is not None])
    sum_up(work, place)


def _remark(entry: ContactDay, what: Mark, source: Source, today: date) -> None:
    entry.mark, entry.source, entry.typed_on = what, source, today
    if what is not Mark.NO_CALL:
        entry.reason = None


def _usual_partners(terms: Terms, person: int) -> dict[date, str]:
    return partners_by_day(terms, person) if len(terms.partnership.members) == 3 else {}


def _forget_numbers(work: Work, partnership_id: int, person_id: int, days: Sequence[date]) -> None:
    """Days that are known take the place of a number that was remembered for their week."""
    if not days:
        return
    mondays = [*weeks_of(days)]
    for week in work.rows.all(RecalledWeek, partnership_id=partnership_id, participant_id=person_id, monday=mondays):
        work.rows.remove(week)


def sum_up(work: Work, partnership: Partnership) -> None:
    """Keep the summary in step with the days: a call that one log tells of and none denies took place."""
    found = known(work.rows, partnership)
    together = of_two(found.marks, found.settled)
    partnership.days_talked = sum(mark is Mark.TALKED for mark in together.values())
    partnership.days_known = len(together)
    partnership.last_known_day = max(together, default=None)


@deed(DeedKind.CONTACT_DETAIL)
def set_detail(work: Work, partnership_id: int, person_id: int, day: date, field: DayField, value: Any) -> None:
    """The reason or with whom; nothing takes it back. Raises Refusal with what is wanted."""
    place, _ = _place(work, partnership_id, person_id)
    entry = work.rows.find(ContactDay, partnership_id=partnership_id, participant_id=person_id, day=day)
    if entry is None:
        raise Refusal("Mark the day first: talked, message only, no call or excused.")
    setattr(entry, field.value, _checked(place, person_id, entry, field, value))
    entry.typed_on = work.today


def _checked(partnership: Partnership, person: int, entry: ContactDay, field: DayField, value: Any) -> Any:
    if field is DayField.WITH_WHOM:
        return _letters(partnership, person, str(value or ""))
    if value and entry.mark not in (Mark.NO_CALL, Mark.EXCUSED, Mark.MESSAGE):
        raise Refusal("A reason belongs to a day without a call.")
    return Reason(value) if value else None


def _letters(partnership: Partnership, person: int, typed: str) -> str:
    people = people_of(partnership)
    others = [LETTERS[n] for n, p in enumerate(people) if p != person]
    wanted = sorted({c for c in typed.upper() if c.isalpha()})
    if any(c not in others for c in wanted):
        raise Refusal(f"With whom: {' or '.join(others)}, as the letters on the sheet are.")
    return "".join(wanted)


@deed(DeedKind.CONTACT_RECALL)
def recall(
    work: Work, partnership_id: int, person_id: int, day: date, talked: int | None, source: Source = Source.PHONE
) -> None:
    """Only a number is known of the week with this day: kept as a count, never as days. None takes it back.

    Raises Refusal for a week without an agreed call, for one of which a day is written down, and for a number that is
    larger than the calls that were agreed.
    """
    place, terms = _place(work, partnership_id, person_id)
    monday = _monday(day)
    week = [d for d in agreed_days(terms, person_id) if _monday(d) == monday]
    held = work.rows.find(RecalledWeek, partnership_id=partnership_id, participant_id=person_id, monday=monday)
    if talked is None:
        if held is not None:
            work.rows.remove(held)
        return
    if not week:
        raise Refusal(f"No call was agreed in the week from {day_month(monday)}.")
    if any(d in known(work.rows, place).own(person_id) for d in week):
        raise Refusal("Some days of this week are written down. A number is for a week of which no day is known.")
    if not 0 <= talked <= len(week):
        raise Refusal(f"In this week {len(week)} calls were agreed: a number from 0 to {len(week)}.")
    kept = held or RecalledWeek(partnership_id, person_id, monday, talked)
    kept.talked, kept.source, kept.typed_on = talked, source, work.today
    if held is None:
        work.rows.add(kept)


@deed(DeedKind.CONTACT_SETTLE)
def settle(work: Work, partnership_id: int, day: date, mark: Mark | None, note: str) -> None:
    """Say what a day was, after two sheets said different things. The sheets stay as they are; None opens it again.

    Raises Refusal without a note that says how it was found out.
    """
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    held = work.rows.find(SettledDay, partnership_id=partnership_id, day=day)
    if mark is None:
        if held is not None:
            work.rows.remove(held)
    elif not clean(note, 400):
        raise Refusal("Write in a few words how you found out, for example “both looked at their phones”.")
    elif held is not None:
        held.mark, held.note = mark, clean(note, 400)
    else:
        work.rows.add(SettledDay(partnership_id, day, mark, clean(note, 400)))
    sum_up(work, place)


def _place(work: Work, partnership_id: int, person_id: int) -> tuple[Partnership, Terms]:
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, person_id)
    if person_id not in people_of(place):
        raise Refusal("This sheet is not of that partnership. Type the code from its foot, and the right page opens.")
    return place, terms_of(work.rows, place)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
