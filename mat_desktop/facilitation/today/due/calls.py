"""What is due while people phone each other: missed calls, repair talks, sheets, ratings, meetings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mat_desktop.facilitation.contact.course import Course, known
from mat_desktop.facilitation.contact.sheet import SILENT_DAYS
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.facilitation.shown.words.contact import LEADS
from mat_desktop.facilitation.standing import key_of
from mat_desktop.facilitation.today.due.about import AHEAD, GRACE, by_pair, by_person, not_before
from mat_desktop.facilitation.today.due.item import DueItem
from mat_desktop.workshop.contact.alliance import nearest
from mat_desktop.workshop.contact.calls import CallKind
from mat_desktop.workshop.contact.days import ContactDay, Mark, SettledDay, of_two
from mat_desktop.workshop.contact.protocol import REPAIR_WITHIN, Asked, TalkOutcome, need
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants.participant import paper_only
from mat_desktop.workshop.setup import last_day, trial_over_on
from mat_desktop.workshop.sheets import IssuedSheet, SheetKind
from mat_desktop.workshop.today import DueKey, DueKind

ASKED_FOR = timedelta(days=28)
"""So long a rating is asked for; later it would say little about that day."""


AFTER = timedelta(days=60)
"""So long after the end of the calls a sheet is still asked for."""


def trial(_rows: Rows, course: Course) -> Iterator[DueItem]:
    """Whether a trial goes on: due when it is over, and in sight a week before."""
    workshop = course.standing.workshop
    for place in course.standing.agreed:
        if place.state is PartnershipState.TRIAL:
            due = not_before(workshop, trial_over_on(workshop, place.confirmed_on))
            closes = max(due, last_day(workshop))
            yield by_pair(course, DueKey(DueKind.TRIAL, key_of(place)), place, due - timedelta(days=7), due, closes)


def protocol(rows: Rows, course: Course) -> Iterator[DueItem]:
    """Missed calls, repair talks and their outcome; each at most three days after it could be known.

    Once the agreed time is over nobody has a repair talk about it any more: only one that was arranged is asked about.
    """
    ends = last_day(course.standing.workshop)
    for place in course.standing.agreed:
        talks = course.talks.get(key_of(place), [])
        for talk in talks:
            if talk.outcome is None:
                yield by_pair(
                    course, DueKey(DueKind.TALK, key_of(talk)), place, talk.planned_on - AHEAD, talk.planned_on
                )
            elif talk.outcome is TalkOutcome.AGREED and talk.check_on is not None and talk.helped is None:
                key = DueKey(DueKind.LOOK_AGAIN, key_of(talk))
                yield by_pair(course, key, place, talk.check_on, talk.check_on)
        if place.state is PartnershipState.PAUSED or any(t.outcome is None for t in talks):
            continue
        if not talks and not _anything_missed(rows, place):
            continue
        days = known(rows, place)
        asked = need(course.agreed(place), of_two(days.marks, days.settled), talks)
        if asked is None or _phoned_since(course, place, asked.since):
            continue
        typed = max((day for (day,) in _typed(rows, place) if day is not None), default=asked.since)
        due = max(asked.since, typed) + REPAIR_WITHIN
        kind = DueKind.ALONE if asked.what is Asked.ALONE else DueKind.REPAIR
        yield by_pair(course, DueKey(kind, key_of(place), since=asked.since), place, asked.since, due, max(due, ends))


def _anything_missed(rows: Rows, partnership: Partnership) -> bool:
    """Whether any day without a call is written down at all; most partnerships are done with this one question."""
    key = key_of(partnership)
    logged = rows.values(ContactDay, ("day",), partnership_id=key, mark=Mark.NO_CALL)
    return bool(logged or rows.values(SettledDay, ("day",), partnership_id=key, mark=Mark.NO_CALL))


def _typed(rows: Rows, partnership: Partnership) -> Sequence[tuple[date | None]]:
    return rows.values(ContactDay, ("typed_on",), partnership_id=key_of(partnership), day=partnership.last_known_day)


def _phoned_since(course: Course, partnership: Partnership, since: date) -> bool:
    """Whether each was phoned alone after the day that asked for it."""
    calls = course.calls.get(key_of(partnership), [])
    called = {c.participant_id for c in calls if c.kind is CallKind.ALONE and c.happened_on >= since}
    return called >= {m for m in people_of(partnership) if not course.standing.person(m).takes_part}


def _types(course: Course, person: int) -> bool:
    """Whether sheets of this person are typed: not her own, nor those that stay on paper."""
    found = course.standing.person(person)
    return not found.takes_part and not paper_only(found)


def sheets(_rows: Rows, course: Course) -> Iterator[DueItem]:
    """A sheet that tells nothing of five weeks of agreed days: asked for, which is not the same as a missed call."""
    workshop = course.standing.workshop
    for place in course.standing.agreed:
        agreed = course.agreed(place)
        after = [day for day in agreed if day > (place.last_known_day or date.min)]
        if not after:
            continue
        opens = after[0] + timedelta(days=SILENT_DAYS)
        closes = course.days(place)[-1] + AFTER
        for person in people_of(place):
            if opens <= closes and _types(course, person):
                key = DueKey(DueKind.SHEETS, key_of(place), person, after[0])
                due = not_before(workshop, opens)
                yield by_person(course.standing, key, person, opens, due, closes)


def ratings(_rows: Rows, course: Course) -> Iterator[DueItem]:
    """The rating of the last agreed date: asked for a week later, until the next one is."""
    for place in course.standing.agreed:
        dates = course.check_days(place)
        for number, day in enumerate(dates):
            following = dates[number + 1] if number + 1 < len(dates) else date.max
            closes = min(following, day + ASKED_FOR)
            given = {
                c.participant_id
                for c in course.checks.get(key_of(place), [])
                if c.ratings and nearest(dates, c.happened_on) == day
            }
            for person in people_of(place):
                if person in given or not _types(course, person):
                    continue
                late = day + timedelta(days=7)
                key, note = DueKey(DueKind.RATING, key_of(place), person, day), f"Workshop check of {day_month(day)}"
                yield by_person(course.standing, key, person, late, late + GRACE, closes, note)


def meetings(_rows: Rows, course: Course) -> Iterator[DueItem]:
    """A meeting that comes; and afterwards, who was there."""
    for meeting in course.meetings:
        when = f"{day_month(meeting.day)}, {meeting.at_time}, {LEADS[meeting.lead]}"
        if not meeting.held:
            key = DueKey(DueKind.MEETING, key_of(meeting))
            yield DueItem(key=key, who=when, opens=meeting.day - AHEAD, due=meeting.day, closes=meeting.day)
            after = max(meeting.day, meeting.typed_on or meeting.day) + timedelta(days=1)
            yield DueItem(
                key=replace(key, kind=DueKind.ATTENDANCE), who=when, opens=after, due=after + GRACE, closes=None
            )


def phone_list(rows: Rows, course: Course) -> Iterator[DueItem]:
    """A printed phone list is paper with names and numbers: asked about from that day on, until it is cut up."""
    found = rows.all(IssuedSheet, workshop_id=key_of(course.standing.workshop), kind=SheetKind.PHONE_LIST)
    printed = max((sheet.printed_at.date() for sheet in found if sheet.printed_at is not None), default=None)
    if printed is not None:
        key, who = DueKey(DueKind.CUT_UP, since=printed), f"phone list of {day_month(printed)}"
        yield DueItem(key=key, who=who, opens=printed, due=printed + GRACE, closes=None)
