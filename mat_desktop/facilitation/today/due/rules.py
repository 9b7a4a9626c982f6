"""The rules: each tells, from how a workshop stands, what is or will be due, and when.

Nothing is overdue on the day on which it comes to be known: what was typed late is due some days after the typing.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from mat_desktop.facilitation.contact.course import Course
from mat_desktop.facilitation.followup.asked import asked_at, is_closed
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import checked_words, follow_up_title
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.facilitation.today.due.about import AHEAD, GRACE, by_pair, by_person, not_before
from mat_desktop.facilitation.today.due.calls import meetings, phone_list, protocol, ratings, sheets, trial
from mat_desktop.facilitation.today.due.item import DueItem
from mat_desktop.facilitation.today.due.keeping import EVEN_WHEN_FINISHED
from mat_desktop.workshop.contact.happenings import Happened, Happening
from mat_desktop.workshop.contact.protocol import REPAIR_WITHIN
from mat_desktop.workshop.pairing.nouns import PartnershipState, people_of
from mat_desktop.workshop.participants.participant import paper_only
from mat_desktop.workshop.promises import Promise, PromiseReason
from mat_desktop.workshop.safety import CHECK_AFTER, wants_check
from mat_desktop.workshop.setup import first_day, last_day, meets_on
from mat_desktop.workshop.today import DueKey, DueKind
from mat_desktop.workshop.unread import lies_unread


def _cards(_rows: Rows, course: Course) -> Iterator[DueItem]:
    standing = course.standing
    for person in sorted(standing.open_cards):
        if standing.person(person).died_on is None:
            yield by_person(standing, DueKey(DueKind.CARD, person), person, date.min, date.min)


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
    if checked is None or wants_check(checked, before):
        due = not_before(workshop, workshop.held_on)
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
            due = not_before(workshop, workshop.held_on)
            key = DueKey(DueKind.SCREENING, key_of(person))
            yield by_person(standing, key, key_of(person), workshop.held_on - AHEAD, due)


def _asking(_rows: Rows, course: Course) -> Iterator[DueItem]:
    workshop = course.standing.workshop
    for place in course.standing.live:
        if place.state is PartnershipState.ASKED:
            key = DueKey(DueKind.ASKING, key_of(place))
            yield by_pair(course, key, place, date.min, not_before(workshop, workshop.held_on))


def _agreements(_rows: Rows, course: Course) -> Iterator[DueItem]:
    start = first_day(course.standing.workshop)
    for place in course.standing.agreed:
        signed = course.standing.agreements.get(key_of(place))
        if signed is None or signed.signed_on is None:
            due = max(start, (place.confirmed_on or start) + GRACE)
            closes = max(due, last_day(course.standing.workshop))
            yield by_pair(course, DueKey(DueKind.AGREEMENT, key_of(place)), place, start - AHEAD, due, closes)


def _happenings(rows: Rows, course: Course) -> Iterator[DueItem]:
    standing = course.standing
    people = [key_of(p) for p in standing.people]
    called = {p.participant_id for p in rows.kept(Promise, participant_id=people) if p.reason is PromiseReason.HAPPENED}
    for happening in course.happenings:
        person = happening.participant_id
        if standing.person(person).died_on is not None:
            continue
        day, number = happening.typed_on, key_of(happening)
        if happening.kind is Happened.NEW_CONTACT and happening.may_pass_on:
            yield by_person(standing, DueKey(DueKind.TELL, number), person, day, day + GRACE)
        elif happening.partnership_id is None and person in called:
            continue  # Whoever is in no pair is promised a call, which stands among the promises.
        elif happening.kind in (Happened.SILENT, Happened.TIE):
            key = DueKey(DueKind.ALONE, number, by_happening=True)
            yield by_person(standing, key, person, day, day + REPAIR_WITHIN)
        elif happening.kind is Happened.OTHER:
            key = DueKey(DueKind.HAPPENED, number)
            yield by_person(standing, key, person, day, day + timedelta(days=7), note=happening.words)
        elif happening.kind is Happened.STOPS:
            for partner in _partners(course, happening):
                yield by_person(standing, DueKey(DueKind.PARTNER, number, partner), partner, day, day + GRACE)


def _follow_ups(_rows: Rows, course: Course) -> Iterator[DueItem]:
    standing, workshop = course.standing, course.standing.workshop
    for point in workshop.points:
        people = asked_at(standing, point.months)
        day, title = meets_on(workshop, point), follow_up_title(point.months)
        waiting = [p for p in people if not is_closed(standing, p, point.months) and not _on_paper(standing, p)]
        if waiting:
            key, many = DueKey(DueKind.FOLLOW_UP, point.months), counted(len(people), "person", "people")
            yield DueItem(key=key, who=many, opens=day - AHEAD, due=day, closes=day, person=0, note=title)
        for person in waiting:
            late = not_before(workshop, day) + timedelta(days=1)
            key = DueKey(DueKind.ASKED_AGAIN, point.months, person)
            yield by_person(standing, key, person, late, late, note=title)


def _unread(_rows: Rows, course: Course) -> Iterator[DueItem]:
    """A sheet came back, and nobody has looked at what got worse and what is wanted: due until somebody has."""
    standing, workshop = course.standing, course.standing.workshop
    held = {point.months: meets_on(workshop, point) for point in workshop.points}
    for (person, months), sheet in sorted(standing.follow_ups.items()):
        if lies_unread(sheet) and standing.person(person).died_on is None:
            day = held.get(months, workshop.held_on)
            key, note = DueKey(DueKind.UNREAD, months, person), follow_up_title(months)
            yield by_person(standing, key, person, day, day, note=note)


def _on_paper(standing: Standing, person: int) -> bool:
    """Nothing of theirs is typed, so nothing is missing."""
    return paper_only(standing.person(person))


RULES: Sequence[Callable[[Rows, Course], Iterator[DueItem]]] = (
    _cards,
    _died,
    _day,
    _contacts,
    _screening,
    _asking,
    _agreements,
    protocol,
    trial,
    _happenings,
    sheets,
    ratings,
    meetings,
    _follow_ups,
    _unread,
    phone_list,
    *EVEN_WHEN_FINISHED,
)
AFTER_THE_END: Sequence[Callable[[Rows, Course], Iterator[DueItem]]] = (
    _cards,
    _unread,
    phone_list,
    *EVEN_WHEN_FINISHED,
)
"""What does not end with the workshop."""
