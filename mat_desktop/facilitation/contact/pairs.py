"""How the pairs are: facts from both logs, and both members' ratings for the facilitator alone."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.contact.alliance import own_checks, talk_reasons, trend_of
from mat_desktop.facilitation.contact.course import Course, Known, course, dose_of, known
from mat_desktop.facilitation.contact.sheet import in_words, is_silent
from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.strip import DayStrip, strip
from mat_desktop.facilitation.shown.trend import Trend, trend
from mat_desktop.facilitation.shown.weeks import WeekBar, bars
from mat_desktop.facilitation.shown.words.contact import ASKED
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.contact.alliance import alliance_mean, gap, nearest
from mat_desktop.workshop.contact.days import Mark, differing, of_two
from mat_desktop.workshop.contact.dose import Dose, by_week
from mat_desktop.workshop.contact.protocol import Asked, Need, need
from mat_desktop.workshop.contact.schedule import counted_in
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.text import joined


@dataclass(frozen=True, kw_only=True)
class MemberLog:
    """One member's log: the strip to draw, the counts, the weeks, and the trend of their own ratings."""

    participant_id: int
    name: str
    strip: DayStrip
    dose: Dose
    counts: str
    weeks: tuple[WeekBar, ...]
    trend: Trend
    ratings: str
    talk_reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PairContact:
    """One partnership in its half year. `facts` says what is known of the last week of the log, in words."""

    partnership_id: int
    names: str
    state: PartnershipState
    members: tuple[MemberLog, ...]
    facts: str
    need: Need | None
    differs: str
    gap: str


@look
def pairs(rows: Rows, workshop_id: int, today: date) -> tuple[PairContact, ...]:
    """Every partnership that began, those that have ended last."""
    found = course(rows, workshop_id)
    places = sorted(found.begun, key=lambda p: p.state is PartnershipState.ENDED)
    return tuple(_pair(rows, found, p, today) for p in places if _on_lists(found, p))


@look
def pair(rows: Rows, partnership_id: int, today: date) -> PairContact:
    """One partnership."""
    place = rows.get(Partnership, partnership_id)
    return _pair(rows, course(rows, place.workshop_id), place, today)


def _on_lists(course: Course, partnership: Partnership) -> bool:
    """Who has died is on no list, and neither is the partnership that ended with it."""
    return all(course.standing.person(m).died_on is None for m in people_of(partnership))


def _pair(rows: Rows, course: Course, partnership: Partnership, today: date) -> PairContact:
    days = known(rows, partnership)
    members = tuple(_member(course, partnership, days, person, today) for person in people_of(partnership))
    together = of_two(days.marks, days.settled)
    agreed = course.agreed(partnership)
    ended = partnership.state is PartnershipState.ENDED
    asked = None if ended else need(agreed, together, course.talks.get(key_of(partnership), ()))
    differs = differing(days.marks, days.settled)
    return PairContact(
        partnership_id=key_of(partnership),
        names=joined([m.name for m in members]),
        state=partnership.state,
        members=members,
        facts=_facts(partnership, counted_in(agreed, today), together, today),
        need=asked,
        differs=f"The sheets differ on {counted(len(differs), 'day')}" if differs else "",
        gap=_gap(course, partnership, today),
    )


def _member(course: Course, partnership: Partnership, days: Known, person: int, today: date) -> MemberLog:
    agreed = course.agreed(partnership, person)
    own, recalled = days.own(person), days.recalled.get(person, {})
    checks = own_checks(course, partnership, person)
    means = trend_of(checks)
    asked = [day for day in course.check_days(partnership) if day <= today]
    past = counted_in(agreed, today)
    counts = dose_of(past, days, person, today)
    return MemberLog(
        participant_id=person,
        name=course.standing.name(person),
        strip=strip(course.days(partnership), own, today, frozenset(agreed), recalled),
        dose=counts,
        counts=in_words(counts),
        weeks=bars(by_week(past, own, recalled), today),
        trend=trend(means, asked),
        ratings=_ratings(means, asked),
        talk_reasons=talk_reasons(checks),
    )


def _ratings(means: tuple[tuple[date, float], ...], asked: list[date]) -> str:
    """What was rated in words; what is missing is named and is never taken for good."""
    given = {nearest(asked, day) for day, _ in means}
    absent = [day_month(day) for day in asked if day not in given]
    said = f"last {means[-1][1]:.1f} on {day_month(means[-1][0])}" if means else "no rating yet"
    return f"{said}; no rating for {joined(absent)}" if absent and means else said


def _gap(course: Course, partnership: Partnership, today: date) -> str:
    """How far the members lie apart on the last agreed date that at least one of them rated."""
    asked = [day for day in course.check_days(partnership) if day <= today]
    rated: dict[date, dict[int, float]] = {}
    for check in course.checks.get(key_of(partnership), []):
        mean = alliance_mean({r.item: r.value for r in check.ratings})
        day = nearest(asked, check.happened_on)
        if mean is not None and day is not None:
            rated.setdefault(day, {})[check.participant_id] = mean
    if not rated:
        return ""
    day = max(rated)
    values = [rated[day].get(person) for person in people_of(partnership)]
    present = [v for v in values if v is not None]
    if len(present) < len(values):
        return f"{day_month(day)}: {len(present)} of {len(values)} ratings, so no gap is known"
    return f"{day_month(day)}: {gap(max(present), min(present)):.1f} apart"


def _facts(partnership: Partnership, past: list[date], together: dict[date, Mark], today: date) -> str:
    if partnership.state is PartnershipState.ENDED:
        return f"Ended on {day_month(partnership.ended_on)}" if partnership.ended_on else "Ended"
    if partnership.state is PartnershipState.PAUSED:
        return "On hold"
    if not past:
        return "Not begun"
    if not together:
        return "No log back yet"
    last = max(together)
    week = [day for day in past if day <= last][-7:]
    talked = sum(together.get(day) is Mark.TALKED for day in week)
    said = f"Talked {talked} of {len(week)}, up to {day_month(last)}"
    return f"{said}; sheet not back since" if is_silent(partnership, lambda: past, today) else said


def asks_in_words(pair: PairContact) -> str:
    """What the log asks for and why, empty where it asks for nothing."""
    return f"{begun(ASKED[pair.need.what])}: {pair.need.why}" if pair.need is not None else ""


def asks_alone(pair: PairContact) -> bool:
    """Whether each is to be phoned alone."""
    return pair.need is not None and pair.need.what is Asked.ALONE


def asks_talk(pair: PairContact) -> bool:
    """Whether a repair talk is to be held."""
    return pair.need is not None and pair.need.what is Asked.REPAIR
