"""Paper of steps 8 and 9: the six-month and the one-year handout."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.contact.alliance import own_checks, trend_of
from mat_desktop.facilitation.contact.course import course, dose_of, known
from mat_desktop.facilitation.followup import set_goals
from mat_desktop.facilitation.goal_views import GoalView, partners_of, view_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.goals import call_time
from mat_desktop.facilitation.printed.head import Head, Place, head, named, next_date, private
from mat_desktop.facilitation.shown.dates import MONTHS, meeting_title
from mat_desktop.facilitation.shown.strip import Strip, strip
from mat_desktop.facilitation.shown.trend import Trend, trend
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact.dose import Dose
from mat_desktop.workshop.followup import ANSWERED, Question, level_of, questions_at
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.setup import Workshop, meets_on


@dataclass(frozen=True)
class HandoutSheet:
    """The six-month or the one-year handout of one person."""

    head: Head
    name: str
    first_name: str
    months: int
    meeting: date
    meeting_time: str
    place: str
    goals: tuple[tuple[GoalView, int | None], ...]
    partners: tuple[str, ...]
    call_time: str
    dose: Dose
    strip: Strip
    trend: Trend
    questions: tuple[Question, ...]
    start_word: str
    following: tuple[str, date, str] | None
    group: tuple[int, int] | None


def six_months(rows: Rows, standing: Standing, place: Place, code: str) -> HandoutSheet:
    """The handout of one person after six months."""
    return _handout(rows, standing, place.key, code, 6)


def one_year(rows: Rows, standing: Standing, place: Place, code: str) -> HandoutSheet:
    """The handout of one person after one year."""
    return _handout(rows, standing, place.key, code, 12)


def _handout(rows: Rows, standing: Standing, person: int, code: str, months: int) -> HandoutSheet:
    """One person's handout, with their own counts and their own ratings only; blank for nobody yet."""
    workshop, name = standing.workshop, named(standing, person)
    point = next(p for p in workshop.points if p.months == months)
    meeting = meets_on(workshop, point)
    counts, drawn, line = _own_contact(rows, standing, person)
    title = "Six-month follow-up" if months == 6 else "One-year follow-up"
    sheet_head = head(workshop, code, title, private(standing, person), next_date(workshop, meeting))
    return HandoutSheet(
        sheet_head,
        name,
        first_name(name),
        months,
        meeting,
        point.meeting_time,
        workshop.place,
        _goals_so_far(standing, person, months),
        partners_of(standing, person),
        call_time(standing, person),
        counts,
        drawn,
        line,
        questions_at(months),
        start_word(workshop),
        _following(workshop, meeting),
        _group(standing) if months >= 12 else None,
    )


def start_word(workshop: Workshop) -> str:
    """The month in which the workshop was, for "since March"."""
    return MONTHS[workshop.held_on.month - 1]


def _goals_so_far(standing: Standing, person: int, months: int) -> tuple[tuple[GoalView, int | None], ...]:
    """Each goal with the level of the follow-up before this one."""
    before = standing.follow_ups.get((person, 6)) if months > 6 else None
    return tuple((view_of(g), level_of(before, key_of(g))) for g in set_goals(standing, person))


def _own_contact(rows: Rows, standing: Standing, person: int) -> tuple[Dose, Strip, Trend]:
    """A person's own counts, strip and line of ratings, over the whole term; empty for nobody yet."""
    place = next((p for p in standing.agreed if person in people_of(p)), None)
    if place is None:
        return Dose(0), strip((), {}, standing.workshop.held_on), trend(())
    found, days = course(rows, standing), known(rows, place)
    sheet, agreed = found.days(place), found.agreed(place, person)
    recalled = days.recalled.get(person, {})
    return (
        dose_of(agreed, days, person, sheet[-1]),
        strip(sheet, days.own(person), sheet[-1], frozenset(agreed), recalled),
        trend(trend_of(own_checks(found, place, person))),
    )


def _following(workshop: Workshop, meeting: date) -> tuple[str, date, str] | None:
    points = sorted(workshop.points, key=lambda p: p.months)
    for point in points:
        day = meets_on(workshop, point)
        if day > meeting:
            return meeting_title(point.months), day, point.meeting_time
    return None


def _group(standing: Standing) -> tuple[int, int]:
    """How many began, and how many answered at six months."""
    began = standing.began
    found = [standing.follow_ups.get((person, 6)) for person in began]
    return len(began), sum(f is not None and f.state in ANSWERED for f in found)
