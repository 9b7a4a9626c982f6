"""One person's handout as it is printed: their goals and questions to hand in, their own counts to keep."""

from dataclasses import replace
from datetime import date

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.contact.alliance import own_checks, trend_of
from mat_desktop.facilitation.contact.course import Course, course, dose_of, known
from mat_desktop.facilitation.followup.asked import place_now, story_of
from mat_desktop.facilitation.followup.views import complaints_of, set_goals
from mat_desktop.facilitation.followup.wording import month_before, partners_now, point_of, start_word
from mat_desktop.facilitation.goals.views import GoalView, view_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.followup.naming import filled_in, one_household, voices
from mat_desktop.facilitation.printed.followup.views import (
    Contact,
    HandInSheet,
    HandoutSheet,
    KeepSheet,
    Number,
    OwnFormSheet,
)
from mat_desktop.facilitation.printed.goals import call_time
from mat_desktop.facilitation.printed.head import OrderedSheet, Part, head, named, next_date, private, seen_at_home
from mat_desktop.facilitation.printed.screening import PrintedForm, form_of
from mat_desktop.facilitation.shown.dates import checked_words, follow_up_title, meeting_title
from mat_desktop.facilitation.shown.strip import strip
from mat_desktop.facilitation.shown.trend import trend
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.contact.dose import Dose
from mat_desktop.workshop.followup import ALONE, LAST_TWO_WEEKS, Story, level_of
from mat_desktop.workshop.setup import Workshop, heading_at_home, meets_on

Parts = tuple[HandInSheet | OwnFormSheet | KeepSheet, ...]
_NO_COUNTS = (*ALONE, Story.ONE_OF_THREE_DIED)


def six_months(rows: Rows, _standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> Parts:
    """The handout of one person after six months."""
    return _parts(rows, names, ordered, code, 6)


def one_year(rows: Rows, _standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> Parts:
    """The handout of one person after one year."""
    return _parts(rows, names, ordered, code, 12)


def later(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> Parts:
    """The handout of one person after two years or more; a blank one is for the last point of the workshop."""
    months = ordered.version if ordered.version > 1 else max(p.months for p in standing.workshop.points)
    return _parts(rows, names, ordered, code, months)


def _parts(rows: Rows, names: Names, ordered: OrderedSheet, code: str, months: int) -> Parts:
    """The part that is wanted; forms that are sheets of their own go with what is handed in."""
    handout = handout_of(rows, names, ordered.key, code, months)
    found: list[HandInSheet | OwnFormSheet | KeepSheet] = []
    if ordered.part is not Part.KEEP:
        found += [HandInSheet(handout.head, handout), *own_forms(rows, names.standing, handout)]
    if ordered.part is not Part.HAND_IN:
        found.append(KeepSheet(replace(handout.head, code="", owner=""), handout))
    return tuple(found)


def own_forms(rows: Rows, standing: Standing, handout: HandoutSheet) -> list[OwnFormSheet]:
    """Each questionnaire that asks about safety or carries a notice, as a sheet of its own; nothing urgent by post."""
    if handout.story is Story.PARTNER_DIED:
        return []
    workshop = rows.get(Workshop, key_of(standing.workshop))
    keys = [m.instrument for m in workshop.measures if m.instrument not in LAST_TWO_WEEKS]
    forms = [form_of(shelf.instrument(rows, key)) for key in keys]
    return [
        OwnFormSheet(
            head=handout.head,
            name=handout.name,
            form=one,
            reader=handout.voices.readers if one.at_the_workshop else "",
        )
        for one in forms
        if not (handout.posted and one.at_the_workshop)
    ]


def handout_of(rows: Rows, names: Names, person: int, code: str, months: int, *, posted: bool = False) -> HandoutSheet:
    """One person's handout, with their own counts and their own ratings only; blank for nobody yet."""
    standing = names.standing
    workshop, name, found = standing.workshop, named(names, person), course(rows, key_of(standing.workshop))
    point = point_of(workshop, months)
    meeting = meets_on(workshop, point)
    story = story_of(standing, found.happenings, person) if person > 0 else Story.TOGETHER
    discreet = posted and not (person > 0 and standing.person(person).opens_own_post)
    speaking = voices(standing, names, person, story, discreet=discreet)
    household = one_household(rows, standing, person)
    full = rows.get(Workshop, key_of(workshop))
    unread = not speaking.readers
    top = head(workshop, code, follow_up_title(months), private(names, person), next_date(workshop, meeting))
    since = start_word(workshop), month_before(standing, months)
    return HandoutSheet(
        head=seen_at_home(top, workshop) if posted else top,
        name=name,
        first_name=standing.called(person) if name else "",
        months=months,
        meeting=meeting,
        meeting_time=point.meeting_time,
        place=workshop.place,
        heading=heading_at_home(workshop),
        story=story,
        goals=_goals_so_far(standing, person, months),
        complaints=_complaints(rows, person, since[0], discreet=discreet) if story is not Story.PARTNER_DIED else (),
        two_weeks=_two_weeks(rows, full),
        calls=_calls(rows) if story not in ALONE and not unread else None,
        questions=filled_in(standing, person, months, story, speaking),
        since=since,
        voices=speaking,
        contact=_contact(rows, found, names, person, story, household=household),
        following=_following(workshop, meeting),
        numbers=tuple(Number(c.name, c.number, c.role) for c in sorted(full.contacts, key=lambda c: c.position)),
        checked=checked_words(full.contacts_checked_on),
        posted=posted,
        one_household=household,
    )


def _complaints(rows: Rows, person: int, month: str, *, discreet: bool) -> tuple[str, ...]:
    """What troubled somebody, in their own words; where others open the post only which of them it was."""
    if person <= 0:
        return ()
    own = [c.words for c in complaints_of(rows, person)]
    which = ("first", "second", "third")
    return tuple(f"The {which[n]} thing you named in {month}" if discreet else words for n, words in enumerate(own))


def _two_weeks(rows: Rows, workshop: Workshop) -> tuple[PrintedForm, ...]:
    keys = [m.instrument for m in workshop.measures if m.instrument in LAST_TWO_WEEKS]
    return tuple(form_of(shelf.instrument(rows, key)) for key in keys)


def _calls(rows: Rows) -> PrintedForm:
    """The ratings of the calls; they are about a week here, not about today."""
    form = form_of(shelf.instrument(rows, own_pages.ALLIANCE))
    items = tuple(replace(item, words=item.words.removesuffix(" today")) for item in form.items)
    return replace(form, items=items)


def _goals_so_far(standing: Standing, person: int, months: int) -> tuple[tuple[GoalView, int | None], ...]:
    """Each goal with the level of the follow-up before this one."""
    if person <= 0:
        return ()
    before = [f for (who, m), f in standing.follow_ups.items() if who == person and m < months]
    last = max(before, key=lambda f: f.months, default=None)
    return tuple((view_of(g), level_of(last, key_of(g))) for g in set_goals(standing, person))


def _contact(rows: Rows, course: Course, names: Names, person: int, story: Story, *, household: bool) -> Contact:
    """A person's own counts and strip over the whole term; the chart of ratings only for whoever asked for it."""
    standing = course.standing
    place = place_now(standing, person)
    if place is None or story in _NO_COUNTS:
        return Contact(
            partners=(), call_time="", dose=Dose(0), strip=strip((), {}, standing.workshop.held_on), felt=trend(())
        )
    days = known(rows, place)
    sheet, agreed = course.days(place), course.agreed(place, person)
    wanted = standing.person(person).feelings_wanted and not household
    return Contact(
        partners=names.all_called(partners_now(standing, person)),
        call_time=call_time(standing, person),
        dose=dose_of(agreed, days, person, sheet[-1]),
        strip=strip(sheet, days.own(person), sheet[-1], frozenset(agreed), days.recalled.get(person, {})),
        felt=trend(trend_of(own_checks(course, place, person))) if wanted else trend(()),
    )


def _following(workshop: Workshop, meeting: date) -> tuple[str, date, str] | None:
    points = sorted(workshop.points, key=lambda p: p.months)
    for point in points:
        day = meets_on(workshop, point)
        if day > meeting:
            return meeting_title(point.months), day, point.meeting_time
    return None
