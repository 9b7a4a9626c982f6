"""Which days were agreed: the denominator of every count, per partnership and per member."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.setup import Frequency, Workshop, first_day, last_day, meets_on, months_after

LETTERS = "ABC"
"""How the members of a partnership are called on its sheets."""


class Rest(StrEnum):
    """Why calls rest on some days that are agreed beforehand, or while a partnership is paused."""

    HOLIDAY = "holiday"
    ILLNESS = "illness"
    PAUSE = "pause"


@dataclass(eq=False)
class Pause:
    """Days on which no call is agreed, both ends included; without a last day it goes on until somebody says so."""

    partnership_id: int
    first_day: date
    last_day: date | None = None
    why: Rest = Rest.HOLIDAY
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class FrequencyChange:
    """From this day on the partnership agreed to talk in another rhythm; a weekly call is on this day's weekday."""

    partnership_id: int
    from_day: date
    frequency: Frequency
    id: int | None = None
    uid: str = ""


class ArmKind(StrEnum):
    """How much contact an arm of a study asks for (after the partner studies of Janis & Hoffman)."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MEETINGS = "meetings only or rotating partner"
    WAIT_LIST = "wait list"


@dataclass(eq=False)
class Arm:
    """One arm of a study, in the facilitator's words. A wait list begins its calls on its crossover date."""

    workshop_id: int
    position: int
    kind: ArmKind
    label: str
    crossover_on: date | None = None
    id: int | None = None
    uid: str = ""


USUAL_ARMS: tuple[tuple[ArmKind, str], ...] = (
    (ArmKind.DAILY, "A call every day"),
    (ArmKind.WEEKLY, "A call every week"),
    (ArmKind.MEETINGS, "Meetings only"),
    (ArmKind.WAIT_LIST, "Waiting list"),
)


@dataclass(frozen=True)
class Terms:
    """All that decides which days are agreed, for one partnership."""

    workshop: Workshop
    partnership: Partnership
    pauses: Sequence[Pause] = ()
    changes: Sequence[FrequencyChange] = ()
    arm: Arm | None = None
    meetings: Sequence[date] = ()


def crosses_over_on(workshop: Workshop, arm: Arm) -> date:
    """The day on which the calls of a wait list begin: the one that was typed, else when the agreed months are over."""
    return arm.crossover_on or months_after(workshop.held_on, workshop.contact_months)


def crossed_from(workshop: Workshop, arms: Iterable[Arm]) -> int | None:
    """From which month after the workshop on a follow-up comes after the first day of calls of those who waited.

    A follow-up on that day itself still comes before their calls. None where nobody waits.
    """
    began = min((crosses_over_on(workshop, arm) for arm in arms if arm.kind is ArmKind.WAIT_LIST), default=None)
    if began is None:
        return None
    meetings = {point.months: meets_on(workshop, point) for point in workshop.points}
    months = range(1, MOST_MONTHS + 1)
    return next((m for m in months if meetings.get(m, months_after(workshop.held_on, m)) > began), None)


MOST_MONTHS = 120
"""No follow-up comes later."""


def sheet_days(workshop: Workshop, arm: Arm | None = None) -> tuple[date, ...]:
    """Every day of the printed log: the term of the workshop, or the months after a wait list's crossover."""
    start, end = first_day(workshop), last_day(workshop)
    if arm is not None and arm.kind is ArmKind.WAIT_LIST:
        start = crosses_over_on(workshop, arm)
        end = _months_on(workshop, start)
    return tuple(start + timedelta(days=n) for n in range((end - start).days + 1))


def _months_on(workshop: Workshop, start: date) -> date:
    """The agreed months after a day, counted from the workshop where that day is one of its months.

    So a list that waits half a year from 31 August ends on 31 August, and not on the 28th for a short February.
    """
    begun = (n for n in range(MOST_MONTHS) if months_after(workshop.held_on, n) == start)
    waited = next(begun, None)
    if waited is None:
        return months_after(start, workshop.contact_months)
    return months_after(workshop.held_on, waited + workshop.contact_months)


def agreed_days(terms: Terms, person: int | None = None) -> tuple[date, ...]:
    """The days on which the partnership, or one of its members, agreed to talk.

    Both said yes before a day counts, and the day on which a partnership ends counts no more. Paused days do not
    count. In a group of three that talks by twos the rota A-B, B-C, C-A goes on from day to day of the rhythm,
    paused days included, so that it stays as it was printed.
    """
    place, resting = terms.partnership, _rests(terms)
    begun, ended = place.confirmed_on, place.ended_on or date.max
    if begun is None:
        return ()
    lived = [(day, pair) for day, pair in _turns(terms) if begun < day < ended]
    if person is not None and len(place.members) > 2:
        letter = LETTERS[people_of(place).index(person)]
        lived = [(day, pair) for day, pair in lived if letter in _company(place, day, pair)]
    return tuple(day for day, _ in lived if not any(first <= day <= last for first, last in resting))


def _turns(terms: Terms) -> list[tuple[date, str]]:
    """Every day of the rhythm, and which two of a group of three it belongs to."""
    days = sheet_days(terms.workshop, terms.arm)
    return [(day, rota(turn)) for turn, day in enumerate(_in_rhythm(terms, days))]


def partners_by_day(terms: Terms, person: int) -> dict[date, str]:
    """For a group of three: with whom one member's call of each agreed day is, as letters."""
    own = set(agreed_days(terms, person))
    people = people_of(terms.partnership)
    letter = LETTERS[people.index(person)]
    return {
        day: _company(terms.partnership, day, pair).replace(letter, "") for day, pair in _turns(terms) if day in own
    }


def _company(partnership: Partnership, day: date, pair: str) -> str:
    """The letters of those who are on the call of a day: all there are yet, or two of three by rota."""
    there = "".join(
        LETTERS[m.position]
        for m in partnership.members
        if m.joined_on is None or m.joined_on < day or len(partnership.members) < 3
    )
    return pair if len(there) == 3 and not partnership.together else there


def rota(turn: int) -> str:
    """Who talks with whom at one turn of a group of three."""
    return ("AB", "BC", "AC")[turn % 3]


def _rests(terms: Terms) -> list[tuple[date, date]]:
    """The spans without a call, both ends included."""
    spans = [(p.first_day, p.last_day or date.max) for p in terms.pauses]
    held = terms.partnership.held_on
    if terms.partnership.state is PartnershipState.PAUSED and held is not None:
        spans.append((held, date.max))
    return spans


def _in_rhythm(terms: Terms, days: Sequence[date]) -> list[date]:
    """The days of the sheet that the rhythm asks for: the workshop's or the arm's, and what was changed later."""
    changes = sorted(terms.changes, key=lambda c: c.from_day)
    first = min((c.from_day for c in changes), default=date.max)
    before = [day for day in days if day < first]
    found = _as_begun(terms, before, days[0])
    for change, until in zip(changes, [*(c.from_day for c in changes[1:]), date.max], strict=False):
        span = [day for day in days if change.from_day <= day < until]
        found += _falling(change.frequency, span, change.from_day)
    return found


def _as_begun(terms: Terms, days: Sequence[date], start: date) -> list[date]:
    if terms.arm is not None and terms.arm.kind is ArmKind.MEETINGS:
        met = set(terms.meetings)
        return [day for day in days if day in met]
    weekly = terms.arm is not None and terms.arm.kind is ArmKind.WEEKLY
    return _falling(Frequency.WEEKLY if weekly else _frequency(terms), days, start)


def _frequency(terms: Terms) -> Frequency:
    if terms.arm is not None and terms.arm.kind in (ArmKind.DAILY, ArmKind.WAIT_LIST):
        return Frequency.DAILY
    return terms.workshop.frequency


def _falling(frequency: Frequency, days: Sequence[date], anchor: date) -> list[date]:
    if frequency is Frequency.WEEKDAYS:
        return [day for day in days if day.weekday() < 5]
    if frequency is Frequency.WEEKLY:
        return [day for day in days if day.weekday() == anchor.weekday()]
    return list(days)


def counted_in(days: Iterable[date], until: date) -> list[date]:
    """Those of the days that are over or today."""
    return [day for day in days if day <= until]
