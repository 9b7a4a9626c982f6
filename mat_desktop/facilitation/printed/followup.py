"""Paper of steps 8 and 9: the handout in two parts, the pack for the absent, the sheet of an independent rater."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.contact.alliance import own_checks, trend_of
from mat_desktop.facilitation.contact.course import Course, course, dose_of, known
from mat_desktop.facilitation.followup.asked import place_now, story_of
from mat_desktop.facilitation.followup.views import complaints_of, set_goals
from mat_desktop.facilitation.goals.views import GoalView, partners_called, partners_of, view_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.goals import call_time
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, next_date, private
from mat_desktop.facilitation.printed.screening import PrintedForm, form_of
from mat_desktop.facilitation.shown.dates import MONTHS, follow_up_title, meeting_title
from mat_desktop.facilitation.shown.strip import DayStrip, strip
from mat_desktop.facilitation.shown.trend import Trend, trend
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.contact.dose import Dose
from mat_desktop.workshop.followup import ALONE, ANSWERED, Question, Story, level_of, questions_at
from mat_desktop.workshop.setup import FollowUpPoint, Workshop, meets_on


@dataclass(frozen=True, kw_only=True)
class Contact:
    """What somebody keeps about their calls. Whoever has no partner now keeps none of it."""

    partners: tuple[str, ...]
    partners_called: tuple[str, ...]
    call_time: str
    dose: Dose
    strip: DayStrip
    trend: Trend


@dataclass(frozen=True, kw_only=True)
class HandoutSheet:
    """One person's handout: what is handed in, without any earlier mark, and what is kept.

    `goals` hold the level of the follow-up before. `forms` are the questionnaires of the workshop, and the ratings
    of the partnership where there is one. `group` is how many began and how many answered before.
    """

    head: Head
    name: str
    first_name: str
    months: int
    meeting: date
    meeting_time: str
    place: str
    story: Story
    goals: tuple[tuple[GoalView, int | None], ...]
    complaints: tuple[str, ...]
    forms: tuple[PrintedForm, ...]
    questions: tuple[Question, ...]
    start_word: str
    contact: Contact
    following: tuple[str, date, str] | None
    contacts: tuple[tuple[str, str], ...]
    group: tuple[int, int] | None


@dataclass(frozen=True)
class HandInSheet:
    """The part that is handed in."""

    head: Head
    handout: HandoutSheet


@dataclass(frozen=True)
class KeepSheet:
    """The part that is kept; it begins on a sheet of its own, also where both sides are printed."""

    head: Head
    handout: HandoutSheet


Parts = tuple[HandInSheet, KeepSheet]


@dataclass(frozen=True, kw_only=True)
class AbsentSheet:
    """For somebody who was not there and allows post: a short letter, the handout, and two labels."""

    head: Head
    first_name: str
    name: str
    address: str
    back_to: tuple[str, ...]
    handout: HandoutSheet


@dataclass(frozen=True, kw_only=True)
class RaterSheet:
    """The ladders of one person for an independent rater: a number instead of the name, no arm, no earlier mark."""

    head: Head
    number: int
    months: int
    goals: tuple[GoalView, ...]


def six_months(rows: Rows, _standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> Parts:
    """The handout of one person after six months."""
    return _parts(_handout(rows, names, ordered.key, code, 6))


def one_year(rows: Rows, _standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> Parts:
    """The handout of one person after one year."""
    return _parts(_handout(rows, names, ordered.key, code, 12))


def later(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> Parts:
    """The handout of one person after two years or more; a blank one is for the last point of the workshop."""
    months = ordered.version if ordered.version > 1 else max(p.months for p in standing.workshop.points)
    return _parts(_handout(rows, names, ordered.key, code, months))


def _parts(handout: HandoutSheet) -> Parts:
    return HandInSheet(handout.head, handout), KeepSheet(handout.head, handout)


def absent(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> AbsentSheet:
    """The pack for somebody who was not there. What asks about safety is never posted."""
    workshop = standing.workshop
    months = ordered.version if ordered.version > 1 else 6
    handout = _handout(rows, names, ordered.key, code, months, posted=True)
    name = named(names, ordered.key)
    person = standing.person(ordered.key) if ordered.key > 0 else None
    title = (workshop.title,) if person is not None and person.envelope_may_name else ()
    back_to = tuple(line for line in (workshop.facilitator, *title, workshop.place) if line)
    return AbsentSheet(
        head=handout.head,
        first_name=standing.called(ordered.key) if name else "",
        name=name,
        address=person.address if person else "",
        back_to=back_to,
        handout=handout,
    )


def rater(_rows: Rows, standing: Standing, _names: Names, ordered: OrderedSheet, code: str) -> RaterSheet:
    """The sheet of an independent rater about one person."""
    number = standing.person(ordered.key).table_number if ordered.key > 0 else 0
    months = ordered.version if ordered.version > 1 else 6
    sheet_head = head(standing.workshop, code, "Independent rating", f"number {number}" if number else "")
    goals = set_goals(standing, ordered.key) if ordered.key > 0 else []
    return RaterSheet(head=sheet_head, number=number, months=months, goals=tuple(view_of(g) for g in goals))


def _handout(rows: Rows, names: Names, person: int, code: str, months: int, *, posted: bool = False) -> HandoutSheet:
    """One person's handout, with their own counts and their own ratings only; blank for nobody yet."""
    standing = names.standing
    workshop, name, found = standing.workshop, named(names, person), course(rows, key_of(standing.workshop))
    point = next((p for p in workshop.points if p.months == months), FollowUpPoint(months))
    meeting = meets_on(workshop, point)
    story = story_of(standing, found, person) if person > 0 else Story.TOGETHER
    contact = _contact(rows, found, names, person, story)
    paired = bool(contact.partners) or person <= 0
    full = rows.get(Workshop, key_of(workshop))
    return HandoutSheet(
        head=head(workshop, code, follow_up_title(months), private(names, person), next_date(workshop, meeting)),
        name=name,
        first_name=standing.called(person) if name else "",
        months=months,
        meeting=meeting,
        meeting_time=point.meeting_time,
        place=workshop.place,
        story=story,
        goals=_goals_so_far(standing, person, months),
        complaints=tuple(c.words for c in complaints_of(rows, person)) if person > 0 else (),
        forms=_forms(rows, full, paired=paired, posted=posted),
        questions=tuple(q for q in questions_at(months) if paired or not q.of_two),
        start_word=start_word(workshop),
        contact=contact,
        following=_following(workshop, meeting),
        contacts=tuple((c.name, c.number) for c in sorted(full.contacts, key=lambda c: c.position)),
        group=_group(standing, months) if months >= 12 else None,
    )


def start_word(workshop: Workshop) -> str:
    """The month in which the workshop was, for "since March"."""
    return MONTHS[workshop.held_on.month - 1]


def _forms(rows: Rows, workshop: Workshop, *, paired: bool, posted: bool) -> tuple[PrintedForm, ...]:
    keys = [m.instrument for m in workshop.measures] + ([own_pages.ALLIANCE] if paired else [])
    found = (shelf.instrument(rows, key) for key in keys)
    return tuple(form_of(one) for one in found if not (posted and one.has_safety_item))


def _goals_so_far(standing: Standing, person: int, months: int) -> tuple[tuple[GoalView, int | None], ...]:
    """Each goal with the level of the follow-up before this one."""
    if person <= 0:
        return ()
    before = [f for (who, m), f in standing.follow_ups.items() if who == person and m < months]
    last = max(before, key=lambda f: f.months, default=None)
    return tuple((view_of(g), level_of(last, key_of(g))) for g in set_goals(standing, person))


def _contact(rows: Rows, course: Course, names: Names, person: int, story: Story) -> Contact:
    """A person's own counts, strip and line of ratings over the whole term; nothing where there is no partner now."""
    standing = course.standing
    place = place_now(standing, person)
    if place is None or story in ALONE:
        return Contact(
            partners=(),
            partners_called=(),
            call_time="",
            dose=Dose(0),
            strip=strip((), {}, standing.workshop.held_on),
            trend=trend(()),
        )
    days = known(rows, place)
    sheet, agreed = course.days(place), course.agreed(place, person)
    return Contact(
        partners=partners_of(names, person),
        partners_called=partners_called(names, person),
        call_time=call_time(standing, person),
        dose=dose_of(agreed, days, person, sheet[-1]),
        strip=strip(sheet, days.own(person), sheet[-1], frozenset(agreed), days.recalled.get(person, {})),
        trend=trend(trend_of(own_checks(course, place, person))),
    )


def _following(workshop: Workshop, meeting: date) -> tuple[str, date, str] | None:
    points = sorted(workshop.points, key=lambda p: p.months)
    for point in points:
        day = meets_on(workshop, point)
        if day > meeting:
            return meeting_title(point.months), day, point.meeting_time
    return None


def _group(standing: Standing, months: int) -> tuple[int, int]:
    """How many began, and how many answered at the follow-up before."""
    before = max(p.months for p in standing.workshop.points if p.months < months)
    found = [standing.follow_ups.get((person, before)) for person in standing.began]
    return len(standing.began), sum(f is not None and f.state in ANSWERED for f in found)
