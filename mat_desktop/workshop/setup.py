"""Step 1: the workshop itself, its protocol, its dates and its run sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from mat_desktop.workshop.answers.responses import Measure
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.safety import CARD_WORDS, CrisisContact


class Frequency(StrEnum):
    """How often partners talk, as the protocol asks."""

    DAILY = "daily"
    WEEKDAYS = "weekdays"
    WEEKLY = "weekly"


GOALS = "goals"


@dataclass(eq=False)
class FollowUpPoint:
    """A moment after the workshop when everybody is asked again."""

    months: int
    meeting_date: date | None = None
    meeting_time: str = "10:00"
    id: int | None = None
    uid: str = ""
    workshop_id: int | None = None


@dataclass(eq=False)
class Workshop:
    """One event and the year after it, with its protocol."""

    title: str
    place: str
    held_on: date
    time_zone: str
    facilitator: str = ""
    facilitator_phone: str = ""
    safety_words: str = "If you are not safe, call your emergency number."
    first_call_on: date | None = None
    frequency: Frequency = Frequency.DAILY
    contact_months: int = 6
    trial_days: int = 14
    finished: bool = False
    second_person: str = ""
    answers_reader: str = ""
    second_entry: bool = False
    card_words: str = CARD_WORDS
    contacts_checked_on: date | None = None
    ballots_destroyed: bool = False
    paper_counted: bool = False
    closed_at: datetime | None = None
    safety_contact: str = ""
    """Who stands in as safety contact where the facilitator is somebody's partner."""
    avoid_earlier: bool = True
    headline: str = GOALS
    """The one measure that was named in advance as the one to look at first: the goals, or an instrument."""
    headline_on: date | None = None
    """The day on which that was named last."""
    group_agreed_on: date | None = None
    """Since when all have agreed that the group may see its result, without names."""
    unblinded_on: date | None = None
    """Since when the arms of a study are named beside their results."""
    study: bool = False
    """Part of a study: only then there are arms, a waiting list and what goes with them."""
    typed_on: date | None = None
    """The day on which the workshop was set up here; nothing is overdue before."""
    phone_until: date | None = None
    """Until when the facilitator answers her number; None where she has not said."""
    authority: str = ""
    """Who watches over privacy where the workshop is; empty means what is usual in its time zone."""
    authority_web: str = ""
    answer_within: str = ""
    """Within which time somebody who asks gets an answer; empty means as is usual there."""
    authority_checked_on: date | None = None
    kept_until: date | None = None
    """Until when what is known of people is kept, if another day than the usual one was agreed."""
    begins_at: str = ""
    """The time of day at which the workshop begins, as `09:00`; empty where she has not said."""
    home_heading: str = ""
    """What stands at the top of papers that people take home; empty means the place."""
    id: int | None = None
    uid: str = ""
    points: list[FollowUpPoint] = field(default_factory=list)
    blocks: list["RunSheetBlock"] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    contacts: list[CrisisContact] = field(default_factory=list)


@dataclass(eq=False)
class RunSheetBlock:
    """One part of the workshop day. `step` is the page to have open; an empty one needs no typing."""

    position: int
    title: str
    minutes: int
    step: str = ""
    droppable: bool = False
    dropped: bool = False
    started_at: datetime | None = None
    id: int | None = None
    uid: str = ""
    workshop_id: int | None = None


def months_after(day: date, months: int) -> date:
    """The same calendar day `months` later, or the last one of a shorter month (31 Aug + 6 = 28 Feb)."""
    return day + relativedelta(months=months)


def heading_at_home(workshop: Workshop) -> str:
    """What others may read at the top of papers at home: as she chose it, else the place, never the title."""
    return workshop.home_heading or workshop.place


def due_on(workshop: Workshop, point: FollowUpPoint) -> date:
    """When a follow-up is due: calendar months from the workshop date, never chained."""
    return months_after(workshop.held_on, point.months)


def meets_on(workshop: Workshop, point: FollowUpPoint) -> date:
    """When the follow-up meeting is: the facilitator's choice, else the due date."""
    return point.meeting_date or due_on(workshop, point)


def first_day(workshop: Workshop) -> date:
    """The first day on which partners talk: two days after the workshop unless another day was chosen."""
    return workshop.first_call_on or workshop.held_on + timedelta(days=2)


def last_day(workshop: Workshop) -> date:
    """The last day of agreed contact: the six-month meeting where there is one, else the months end."""
    for point in workshop.points:
        if point.months == workshop.contact_months:
            return meets_on(workshop, point)
    return months_after(workshop.held_on, workshop.contact_months)


def term(workshop: Workshop) -> tuple[date, ...]:
    """Every calendar day from the first to the last day of agreed contact."""
    start = first_day(workshop)
    return tuple(start + timedelta(days=n) for n in range((last_day(workshop) - start).days + 1))


def is_agreed(workshop: Workshop, day: date) -> bool:
    """Whether the protocol asks partners to talk on this day; a weekly call is the start's weekday."""
    if workshop.frequency is Frequency.WEEKDAYS:
        return day.weekday() < 5
    if workshop.frequency is Frequency.WEEKLY:
        return day.weekday() == first_day(workshop).weekday()
    return True


def trial_ends_on(workshop: Workshop) -> date:
    """The day on which both say whether the partnership works, counted from the workshop."""
    return workshop.held_on + timedelta(days=workshop.trial_days)


def trial_over_on(workshop: Workshop, begun_on: date | None) -> date:
    """The day on which one partnership is asked: the workshop's, or later where it began later."""
    usual = trial_ends_on(workshop)
    return usual if begun_on is None else max(usual, begun_on + timedelta(days=workshop.trial_days))


def usual_points() -> list[FollowUpPoint]:
    """Six months and one year: what every workshop begins with."""
    return [FollowUpPoint(6), FollowUpPoint(12)]


_USUAL_DAY: tuple[tuple[str, int, str, bool], ...] = (
    ("Welcome and ground rules", 20, Step.PARTICIPANTS, False),
    ("Private baseline", 25, Step.SCREENING, False),
    ("Evidence for and against", 20, "", True),
    ("Listening drill", 30, "", True),
    ("Break, safety answers read", 15, Step.SCREENING, False),
    ("What troubles me, and a wish", 25, Step.GOALS, False),
    ("Goals in threes", 60, Step.GOALS, False),
    ("Lunch", 45, "", False),
    ("Three-minute rounds", 40, Step.PAIRING, True),
    ("Private ballot", 10, Step.PAIRING, False),
    ("Break, ballots typed and pairs decided", 15, Step.PAIRING, False),
    ("Pairs told privately", 20, Step.PAIRING, False),
    ("Agreement", 40, Step.AGREEMENT, False),
    ("If-then plans said twice", 20, Step.GOALS, True),
    ("Practice call, first log entry", 25, Step.CONTACT, False),
    ("Missed call and repair rehearsal", 20, "", True),
    ("Dates", 15, Step.SETUP, False),
    ("Alliance check and close", 5, Step.CONTACT, False),
)


def usual_run_sheet() -> list[RunSheetBlock]:
    """The day as it usually runs; goals come before pairing."""
    return [
        RunSheetBlock(position, title, minutes, step, droppable)
        for position, (title, minutes, step, droppable) in enumerate(_USUAL_DAY)
    ]


@dataclass(frozen=True)
class Moment:
    """Where the day stands: the block under way, when it should end, and how late the day is."""

    block: RunSheetBlock
    ends_at: datetime
    minutes_late: int
    can_give: int
    following: RunSheetBlock | None


def begins_on_the_clock(workshop: Workshop, now: datetime) -> datetime | None:
    """When the day should begin, by the clock of `now`; None where she has not said."""
    if not workshop.begins_at:
        return None
    return datetime.combine(workshop.held_on, time.fromisoformat(workshop.begins_at), now.tzinfo)


def last_begun(blocks: Sequence[RunSheetBlock]) -> int:
    """The position of the part under way, or of the last one; -1 before the day began."""
    return max((b.position for b in blocks if b.started_at is not None and not b.dropped), default=-1)


def moment(blocks: Sequence[RunSheetBlock], opened_at: datetime, now: datetime) -> Moment | None:
    """Where the day stands at `now`, or None before it began.

    `minutes_late` compares the start of the part under way with the plan counted from `opened_at`, when the day should
    have begun; `can_give` is the sum of minutes of the parts still to come that may be left out.
    """
    last = last_begun(blocks)
    block = next((b for b in blocks if b.position == last), None)
    if block is None:
        return None
    kept = [b for b in blocks if not b.dropped]
    planned = opened_at + timedelta(minutes=sum(b.minutes for b in kept if b.position < last))
    started = block.started_at or planned
    ends_at = started + timedelta(minutes=block.minutes)
    overrun = max(0, int((now - ends_at).total_seconds() // 60))
    late = max(0, int((started - planned).total_seconds() // 60)) + overrun
    after = [b for b in kept if b.position > last]
    return Moment(block, ends_at, late, sum(b.minutes for b in after if b.droppable), after[0] if after else None)


def times(blocks: Sequence[RunSheetBlock], begins: datetime | None, now: datetime | None) -> dict[int, datetime]:
    """When each part begins, by its position: as it began, or as it will if all goes by its minutes from now on.

    `now` is None on another day than the workshop's: then nothing runs over.
    Left out are parts that were dropped or passed over, and all of them where nobody has said when the day begins.
    """
    found: dict[int, datetime] = {}
    last, at = last_begun(blocks), begins
    for block in sorted((b for b in blocks if not b.dropped), key=lambda b: b.position):
        if block.position <= last and block.started_at is None:
            continue
        at = block.started_at or at
        if at is None:
            break
        found[block.position] = at
        at += timedelta(minutes=block.minutes)
        if now is not None and block.position == last:
            at = max(at, now)
    return found
