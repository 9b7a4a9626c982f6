"""What is due because things about people are kept: requests with their days, and the end of the keeping.

All of it is due in a workshop that is finished, too.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from mat_desktop.facilitation.contact.course import Course
from mat_desktop.facilitation.participants.requests import still_open
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import day_month, day_month_year
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.facilitation.today.due.about import by_person
from mat_desktop.facilitation.today.due.item import DueItem
from mat_desktop.workshop.library import LONG_BEFORE, answer_by, authority_of, kept_for_later_until, kept_until
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.erasure import NOTICE, ErasureRequest, erased_by
from mat_desktop.workshop.participants.participant import Participant, consent_to
from mat_desktop.workshop.participants.record import RecordRequest, RequestKind
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.today import DueKey, DueKind

_ASKED = {RequestKind.ACCESS: DueKind.SEE_RECORD, RequestKind.CORRECTION: DueKind.PUT_RIGHT}


def erasures(rows: Rows, course: Course) -> Iterator[DueItem]:
    """Asked for, and not done yet."""
    for request in rows.all(ErasureRequest, workshop_id=key_of(course.standing.workshop), done_on=None):
        person, until = request.participant_id, f"Until {day_month(request.erase_on)} it can be called off"
        if request.whole:
            key, opens = DueKey(DueKind.ERASE_WORKSHOP), request.asked_on
            yield DueItem(key=key, who="", opens=opens, due=request.erase_on, closes=None, note=until)
        elif person is not None:
            key = DueKey(DueKind.ERASE, person)
            yield by_person(course.standing, key, person, request.asked_on, request.erase_on, note=until)


def never_began(rows: Rows, course: Course) -> Iterator[DueItem]:
    """Whoever does not take part was promised at the first call to be erased soon: two weeks ahead it is asked for."""
    standing = course.standing
    asked = _asked_to_be_erased(rows, standing)
    taking_part = {*standing.began, *map(key_of, standing.included), *(m for p in standing.live for m in people_of(p))}
    left = [p for p in standing.people if not (p.takes_part or p.died_on or key_of(p) in taking_part | asked)]
    days = {key_of(p): erased_by(standing.workshop, _settled_on(standing, p)) for p in left}
    for number, until in sorted(days.items(), key=lambda one: one[1]):
        note = f"As promised, until {day_month(until)}"
        key = DueKey(DueKind.NEVER_BEGAN, number)
        yield by_person(standing, key, number, until - NOTICE, until, note=note)


def _settled_on(standing: Standing, person: Participant) -> date | None:
    """When it was clear that somebody does not take part: they said so, or it was decided in the talk."""
    talk = standing.screenings.get(key_of(person))
    decided = talk is not None and talk.outcome not in (None, ScreeningOutcome.INCLUDE)
    days = [person.stopped_on, talk.happened_on if talk is not None and decided else None]
    return min((day for day in days if day is not None), default=None)


def _asked_to_be_erased(rows: Rows, standing: Standing) -> set[int | None]:
    """Whoever asked, those among them who were erased already; everybody where it was asked for the whole workshop."""
    told = rows.values(ErasureRequest, ("participant_id", "whole"), workshop_id=key_of(standing.workshop))
    if any(whole for _, whole in told):
        return {key_of(person) for person in standing.people}
    return {person for person, _ in told}


def requests(rows: Rows, course: Course) -> Iterator[DueItem]:
    """Somebody asked to see what is kept, or to have something put right: due until the day by which to answer."""
    standing, workshop = course.standing, course.standing.workshop
    within = authority_of(workshop).within
    for request in still_open(rows.all(RecordRequest, workshop_id=key_of(workshop), done_on=None)):
        person, until = request.participant_id or 0, answer_by(request.asked_on, within)
        note = f"Asked on {day_month(request.asked_on)}; an answer is owed within {within}"
        yield by_person(standing, DueKey(_ASKED[request.kind], person), person, request.asked_on, until, note=note)


def kept_long(rows: Rows, course: Course) -> Iterator[DueItem]:
    """Until when everything is kept was told on the consent sheet: a month ahead it is asked for, until nobody is left.

    Who may be asked again in later years has a later day. Somebody who died has no say any more, and is erased too.
    """
    standing = course.standing
    asked = _asked_to_be_erased(rows, standing)
    for person in standing.people:
        number = key_of(person)
        if number in asked or person.takes_part:
            continue
        until = _kept(standing, person)
        note = f"Kept until {day_month_year(until)}. Another day is set in step 1, Privacy, where all can go at once"
        due = by_person(standing, DueKey(DueKind.KEPT_LONG, number), number, until - LONG_BEFORE, until, note=note)
        yield due if person.died_on is None else replace(due, ways="")


def _kept(standing: Standing, person: Participant) -> date:
    later = consent_to(person, ConsentKind.LATER_CONTACT) is not None
    return kept_for_later_until(standing.workshop) if later else kept_until(standing.workshop)


EVEN_WHEN_FINISHED: Sequence[Callable[[Rows, Course], Iterator[DueItem]]] = (
    erasures,
    never_began,
    requests,
    kept_long,
)
