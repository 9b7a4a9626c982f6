"""What comes when in somebody's year: the same dates on the page for the wall and in the calendar file.

Both are seen by others. No date says why: a talk is a talk, a pause is a pause, and a call that was promised because
of a worry stands on the facilitator's page alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.contact.course import Course, course
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.views import PromiseView, owed
from mat_desktop.facilitation.shown.dates import day_month_year, meeting_title
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact.meetings import GroupMeeting, Lead, minutes
from mat_desktop.workshop.contact.protocol import RepairTalk, TalkOutcome
from mat_desktop.workshop.contact.schedule import Pause
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants.calling import first_name
from mat_desktop.workshop.participants.participant import may_be_phoned
from mat_desktop.workshop.promises import SEEN_AT_HOME
from mat_desktop.workshop.setup import Frequency, Workshop, first_day, last_day, meets_on, trial_over_on

FOLLOW_UP_MINUTES, TALK_MINUTES = 120, 30
RHYTHM_WORDS: dict[Frequency, str] = {
    Frequency.DAILY: "From this day: a call every day",
    Frequency.WEEKDAYS: "From this day: a call on each weekday",
    Frequency.WEEKLY: "From this day: a call once a week",
}


@dataclass(frozen=True, kw_only=True)
class YearDate:
    """One date to keep. `at` is a time as it was typed, `until` the last of several days."""

    key: str
    day: date
    words: str
    at: str = ""
    minutes: int = 0
    where: str = ""
    until: date | None = None


def dates_of(rows: Rows, standing: Standing, person: int) -> list[YearDate]:
    """Everything in the year of one person but the calls themselves, in order; of a blank sheet what all have."""
    known = course(rows, key_of(standing.workshop))
    place = next((p for p in standing.agreed if person in people_of(p)), None)
    found = [*_ends(known, place), *_trial(standing, place), *_meetings(known)]
    if place is not None:
        found += [*_rests(known, place), *_rhythm(known, place), *_talks(known, place)]
    if person > 0:
        found += [*_goals(standing, person), *_phoned(rows, standing, person)]
    return sorted(found, key=lambda one: (one.day, one.key))


def dates_of_all(rows: Rows, standing: Standing) -> Iterator[tuple[YearDate, Partnership | None, PromiseView | None]]:
    """What the facilitator keeps in mind: trials, meetings, talks that were arranged, and every call she promised."""
    known = course(rows, key_of(standing.workshop))
    for one in (*_ends(known, None), *_meetings(known)):
        yield one, None, None
    for place in standing.agreed:
        for one in (*_trial(standing, place), *_talks(known, place)):
            yield one, place, None
    for view in owed(rows, key_of(standing.workshop)):
        yield _call(view, "Promised call"), None, view


def _ends(known: Course, place: Partnership | None) -> Iterator[YearDate]:
    workshop = known.standing.workshop
    days = known.days(place) if place is not None else (first_day(workshop), last_day(workshop))
    yield YearDate(key="first", day=days[0], words="First call")
    yield YearDate(key="last", day=days[-1], words="Last day of the agreed calls")


def _trial(standing: Standing, place: Partnership | None) -> Iterator[YearDate]:
    day = trial_over_on(standing.workshop, place.confirmed_on if place is not None else None)
    yield YearDate(key=f"trial-{place.id if place is not None else 0}", day=day, words="How does it work?")


def _meetings(known: Course) -> Iterator[YearDate]:
    workshop = known.standing.workshop
    yield from (_group(workshop, meeting) for meeting in known.meetings)
    for point in workshop.points:
        yield YearDate(
            key=f"meeting-{point.months}",
            day=meets_on(workshop, point),
            words=meeting_title(point.months),
            at=point.meeting_time,
            minutes=FOLLOW_UP_MINUTES,
            where=workshop.place,
        )


def _group(workshop: Workshop, meeting: GroupMeeting) -> YearDate:
    led = meeting.lead is Lead.LED
    return YearDate(
        key=f"group-{meeting.id}",
        day=meeting.day,
        words="We meet" if led else "We meet, without a leader",
        at=meeting.at_time,
        minutes=minutes(meeting.lead),
        where=workshop.place,
    )


def _rests(known: Course, place: Partnership) -> Iterator[YearDate]:
    for pause in known.pauses.get(key_of(place), ()):
        yield YearDate(key=f"pause-{pause.id}", day=pause.first_day, words=_rest_words(pause), until=pause.last_day)
    if place.state is PartnershipState.PAUSED and place.held_on is not None:
        yield YearDate(key=f"hold-{place.id}", day=place.held_on, words="No calls for now")


def _rest_words(pause: Pause) -> str:
    if pause.last_day is None:
        return "No calls for now"
    return "No call" if pause.last_day == pause.first_day else f"No calls, until {day_month_year(pause.last_day)}"


def _rhythm(known: Course, place: Partnership) -> Iterator[YearDate]:
    for change in known.changes.get(key_of(place), ()):
        yield YearDate(key=f"rhythm-{change.id}", day=change.from_day, words=RHYTHM_WORDS[change.frequency])


def _talks(known: Course, place: Partnership) -> Iterator[YearDate]:
    for talk in known.talks.get(key_of(place), ()):
        if talk.outcome is None:
            yield _talk(talk)
        elif talk.outcome is TalkOutcome.AGREED and talk.check_on is not None and talk.helped is None:
            yield YearDate(key=f"check-{talk.id}", day=talk.check_on, words="Look at our change again")


def _talk(talk: RepairTalk) -> YearDate:
    return YearDate(
        key=f"talk-{talk.id}",
        day=talk.planned_on,
        words="Our talk",
        at=talk.at_time,
        minutes=TALK_MINUTES,
        where=talk.place,
    )


def _goals(standing: Standing, person: int) -> Iterator[YearDate]:
    for day in sorted({g.look_again_on for g in standing.goals_of(person) if g.look_again_on}):
        yield YearDate(key=f"look-{day}", day=day, words="Look again at the goals")


def _phoned(rows: Rows, standing: Standing, person: int) -> Iterator[YearDate]:
    """The calls that were promised in the open, to somebody who may be phoned."""
    if not may_be_phoned(standing.person(person)):
        return
    caller = first_name(standing.workshop.facilitator) or "The facilitator"
    for view in owed(rows, key_of(standing.workshop)):
        if view.person == person and view.which.reason in SEEN_AT_HOME and not view.safety:
            yield _call(view, f"{caller} phones you{', this week' if view.by_week else ''}")


def _call(view: PromiseView, words: str) -> YearDate:
    """A promised call by its reason and pair, not by its row: a planned one has a row only once it was tried."""
    key = f"phone-{view.person}-{view.which.reason}-{view.which.partnership_id}"
    return YearDate(key=key, day=view.due, words=words)
