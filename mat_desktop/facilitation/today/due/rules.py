"""The rules: each tells, from how a workshop stands, what is or will be due, and when.

Nothing is overdue on the day on which it comes to be known: what was typed late is due some days after the typing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mat_desktop.facilitation.contact.course import Course, known
from mat_desktop.facilitation.contact.sheet import SILENT_DAYS
from mat_desktop.facilitation.followup.asked import asked_at, is_closed
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import checked_words, day_month, follow_up_title
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.contact import LEADS
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.facilitation.today.due.item import DueItem
from mat_desktop.workshop.contact.alliance import nearest
from mat_desktop.workshop.contact.calls import CallKind
from mat_desktop.workshop.contact.days import ContactDay, Mark, SettledDay, of_two
from mat_desktop.workshop.contact.happenings import Happened, Happening
from mat_desktop.workshop.contact.protocol import REPAIR_WITHIN, Asked, TalkOutcome, need
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants.participant import ways_to_reach
from mat_desktop.workshop.safety import CHECK_AFTER
from mat_desktop.workshop.setup import Workshop, first_day, last_day, meets_on, trial_over_on
from mat_desktop.workshop.text import joined
from mat_desktop.workshop.today import DueKey, DueKind

AHEAD = timedelta(days=30)
GRACE = timedelta(days=3)
"""What is known late is due so many days after it was typed."""
ASKED_FOR = timedelta(days=28)
"""So long a rating is asked for; later it would say little about that day."""
AFTER = timedelta(days=60)
"""So long after the end of the calls a sheet is still asked for."""


def _pair(standing: Standing, partnership: Partnership) -> str:
    return joined([standing.name(m) for m in people_of(partnership)])


def _by_person(
    standing: Standing,
    thing: DueKey,
    person: int,
    opens: date,
    due: date,
    closes: date | None = None,
    note: str = "",
) -> DueItem:
    ways = ways_to_reach(standing.person(person))
    return DueItem(
        key=thing, who=standing.name(person), opens=opens, due=due, closes=closes, person=person, note=note, ways=ways
    )


def _by_pair(
    course: Course, thing: DueKey, partnership: Partnership, opens: date, due: date, closes: date | None = None
) -> DueItem:
    first = people_of(partnership)[0]
    return DueItem(
        key=thing, who=_pair(course.standing, partnership), opens=opens, due=due, closes=closes, person=first
    )


def _cards(_rows: Rows, course: Course) -> Iterator[DueItem]:
    standing = course.standing
    for person in sorted(standing.open_cards):
        if standing.person(person).died_on is None:
            yield _by_person(standing, DueKey(DueKind.CARD, person), person, date.min, date.min)


def _died(_rows: Rows, course: Course) -> Iterator[DueItem]:
    for happening in course.happenings:
        if happening.kind is not Happened.DIED:
            continue
        for person in _partners(course, happening):
            day, key = happening.typed_on, DueKey(DueKind.DIED, key_of(happening), person)
            yield DueItem(key=key, who=course.standing.name(person), opens=day, due=day, closes=None, person=person)


def _partners(course: Course, happening: Happening) -> list[int]:
    place = next((p for p in course.standing.partnerships if p.id == happening.partnership_id), None)
    others = [m for m in people_of(place) if m != happening.participant_id] if place is not None else []
    return [m for m in others if course.standing.person(m).died_on is None]


def _day(_rows: Rows, course: Course) -> Iterator[DueItem]:
    workshop = course.standing.workshop
    coming = counted(len(course.standing.coming), "person", "people")
    held_on = workshop.held_on
    yield DueItem(
        key=DueKey(DueKind.DAY),
        who="",
        opens=held_on - AHEAD,
        due=held_on,
        closes=held_on,
        person=0,
        note=f"{coming} expected",
    )


def _contacts(_rows: Rows, course: Course) -> Iterator[DueItem]:
    """Dial the crisis contacts again: in the month before the day, and a month before they are a year old."""
    workshop = course.standing.workshop
    checked = workshop.contacts_checked_on
    note = checked_words(checked)
    before = workshop.held_on - AHEAD
    if checked is None or checked + CHECK_AFTER <= before:
        due = _not_before(workshop, workshop.held_on)
        yield DueItem(
            key=DueKey(DueKind.CONTACTS), who="", opens=before, due=due, closes=last_day(workshop), person=0, note=note
        )
    elif (old := checked + CHECK_AFTER) <= last_day(workshop):
        yield DueItem(
            key=DueKey(DueKind.CONTACTS),
            who="",
            opens=old,
            due=old + AHEAD,
            closes=last_day(workshop),
            person=0,
            note=note,
        )


def _screening(_rows: Rows, course: Course) -> Iterator[DueItem]:
    standing, workshop = course.standing, course.standing.workshop
    if standing.agreed:
        return
    for person in standing.coming:
        if standing.outcome(key_of(person)) is None:
            due = _not_before(workshop, workshop.held_on)
            key = DueKey(DueKind.SCREENING, key_of(person))
            yield _by_person(standing, key, key_of(person), workshop.held_on - AHEAD, due)


def _not_before(workshop: Workshop, due: date) -> date:
    """A workshop that was set up here late is not overdue at once."""
    return max(due, workshop.typed_on + GRACE) if workshop.typed_on is not None else due


def _asking(_rows: Rows, course: Course) -> Iterator[DueItem]:
    workshop = course.standing.workshop
    for place in course.standing.live:
        if place.state is PartnershipState.ASKED:
            key = DueKey(DueKind.ASKING, key_of(place))
            yield _by_pair(course, key, place, date.min, _not_before(workshop, workshop.held_on))


def _agreements(_rows: Rows, course: Course) -> Iterator[DueItem]:
    start = first_day(course.standing.workshop)
    for place in course.standing.agreed:
        signed = course.standing.agreements.get(key_of(place))
        if signed is None or signed.signed_on is None:
            due = max(start, (place.confirmed_on or start) + GRACE)
            yield _by_pair(course, DueKey(DueKind.AGREEMENT, key_of(place)), place, start - AHEAD, due)


def _trial(_rows: Rows, course: Course) -> Iterator[DueItem]:
    workshop = course.standing.workshop
    for place in course.standing.agreed:
        if place.state is PartnershipState.TRIAL:
            due = _not_before(workshop, trial_over_on(workshop, place.confirmed_on))
            yield _by_pair(course, DueKey(DueKind.TRIAL, key_of(place)), place, due - timedelta(days=7), due)


def _protocol(rows: Rows, course: Course) -> Iterator[DueItem]:
    """Missed calls, repair talks and their outcome; each at most three days after it could be known."""
    for place in course.standing.agreed:
        talks = course.talks.get(key_of(place), [])
        for talk in talks:
            if talk.outcome is None:
                yield _by_pair(
                    course, DueKey(DueKind.TALK, key_of(talk)), place, talk.planned_on - AHEAD, talk.planned_on
                )
            elif talk.outcome is TalkOutcome.AGREED and talk.check_on is not None and talk.helped is None:
                key = DueKey(DueKind.LOOK_AGAIN, key_of(talk))
                yield _by_pair(course, key, place, talk.check_on, talk.check_on)
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
        yield _by_pair(course, DueKey(kind, key_of(place), since=asked.since), place, asked.since, due)


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


def _sheets(_rows: Rows, course: Course) -> Iterator[DueItem]:
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
            if opens <= closes and not course.standing.person(person).takes_part:
                key = DueKey(DueKind.SHEETS, key_of(place), person, after[0])
                due = _not_before(workshop, opens)
                yield _by_person(course.standing, key, person, opens, due, closes)


def _ratings(_rows: Rows, course: Course) -> Iterator[DueItem]:
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
                if person in given or course.standing.person(person).takes_part:
                    continue
                late = day + timedelta(days=7)
                key, note = DueKey(DueKind.RATING, key_of(place), person, day), f"Workshop check of {day_month(day)}"
                yield _by_person(course.standing, key, person, late, late + GRACE, closes, note)


def _meetings(_rows: Rows, course: Course) -> Iterator[DueItem]:
    for meeting in course.meetings:
        when = f"{day_month(meeting.day)}, {meeting.at_time}, {LEADS[meeting.lead]}"
        if not meeting.held:
            key = DueKey(DueKind.MEETING, key_of(meeting))
            yield DueItem(key=key, who=when, opens=meeting.day - AHEAD, due=meeting.day, closes=meeting.day)
            after = max(meeting.day, meeting.typed_on or meeting.day) + timedelta(days=1)
            yield DueItem(
                key=replace(key, kind=DueKind.ATTENDANCE), who=when, opens=after, due=after + GRACE, closes=None
            )


def _happenings(_rows: Rows, course: Course) -> Iterator[DueItem]:
    standing = course.standing
    for happening in course.happenings:
        person = happening.participant_id
        if standing.person(person).died_on is not None:
            continue
        day, number = happening.typed_on, key_of(happening)
        if happening.kind is Happened.NEW_CONTACT and happening.may_pass_on:
            yield _by_person(standing, DueKey(DueKind.TELL, number), person, day, day + GRACE)
        elif happening.kind in (Happened.SILENT, Happened.TIE):
            key = DueKey(DueKind.ALONE, number, by_happening=True)
            yield _by_person(standing, key, person, day, day + REPAIR_WITHIN)
        elif happening.kind is Happened.OTHER:
            key = DueKey(DueKind.HAPPENED, number)
            yield _by_person(standing, key, person, day, day + timedelta(days=7), note=happening.words)
        elif happening.kind is Happened.STOPS:
            for partner in _partners(course, happening):
                yield _by_person(standing, DueKey(DueKind.PARTNER, number, partner), partner, day, day + GRACE)


def _follow_ups(_rows: Rows, course: Course) -> Iterator[DueItem]:
    standing, workshop = course.standing, course.standing.workshop
    for point in workshop.points:
        people = asked_at(standing, point.months)
        day, title = meets_on(workshop, point), follow_up_title(point.months)
        waiting = [p for p in people if not is_closed(standing, p, point.months)]
        if waiting:
            key, many = DueKey(DueKind.FOLLOW_UP, point.months), counted(len(people), "person", "people")
            yield DueItem(key=key, who=many, opens=day - AHEAD, due=day, closes=day, person=0, note=title)
        for person in waiting:
            late = _not_before(workshop, day) + timedelta(days=1)
            key = DueKey(DueKind.ASKED_AGAIN, point.months, person)
            yield _by_person(standing, key, person, late, late, note=title)


RULES: Sequence[Callable[[Rows, Course], Iterator[DueItem]]] = (
    _cards,
    _died,
    _day,
    _contacts,
    _screening,
    _asking,
    _agreements,
    _protocol,
    _trial,
    _happenings,
    _sheets,
    _ratings,
    _meetings,
    _follow_ups,
)
