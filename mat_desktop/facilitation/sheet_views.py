"""The frozen views that the printer draws: everything that stands on a sheet, and nothing else."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.agreement import Terms, terms_now
from mat_desktop.facilitation.contact import trend_of
from mat_desktop.facilitation.followup import set_goals
from mat_desktop.facilitation.goals import GoalView, partners_of, view_of
from mat_desktop.facilitation.pairing import printed
from mat_desktop.facilitation.pairing.printed import RoundCard, Slip
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.screening_sheets import GoOnBlock, Help, PrintedForm, blocks, forms, help_of
from mat_desktop.facilitation.shown.dates import day_month_year, short
from mat_desktop.facilitation.shown.strip import Strip, strip
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact import AllianceCheck, ContactDay, Dose, Mark, dose
from mat_desktop.workshop.followup import Question, level_of, questions_at
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.setup import Workshop, first_day, is_agreed, last_day, meets_on, term, trial_ends_on


@dataclass(frozen=True)
class Head:
    """What stands on every sheet: whose workshop, the code, whom it belongs to, the next date."""

    title: str
    place_and_date: str
    code: str
    footer: str
    owner: str
    next_date: str
    facilitator: str
    safety_words: str


@dataclass(frozen=True)
class AgreementSheet:
    """One agreement."""

    head: Head
    terms: Terms


@dataclass(frozen=True)
class CallLogSheet:
    """One member's log for the whole term, 27 rows for six months."""

    head: Head
    name: str
    with_whom: tuple[str, ...]
    call_time: str
    days: tuple[date, ...]
    not_agreed: frozenset[date]


@dataclass(frozen=True)
class GoalCardSheet:
    """One goal on an A5 card."""

    head: Head
    name: str
    number: int
    of: int
    goal: GoalView
    witnesses: tuple[str, ...]
    call_time: str


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
    trend: tuple[tuple[date, float], ...]
    questions: tuple[Question, ...]
    start_word: str
    following: tuple[str, date, str] | None
    group: tuple[int, int] | None


@dataclass(frozen=True)
class QuestionnaireSheet:
    """Blank forms for one person, or for nobody yet."""

    head: Head
    name: str
    forms: tuple[PrintedForm, ...]


@dataclass(frozen=True)
class HelpSheet:
    """The numbers that are in everybody's pack."""

    head: Head
    help: Help


@dataclass(frozen=True)
class ReferralSheet:
    """A referral for one person; what it says is written by pen."""

    head: Head
    name: str
    help: Help


@dataclass(frozen=True)
class GoOnSheet:
    """Cards for the parts of the day."""

    head: Head
    blocks: tuple[GoOnBlock, ...]


@dataclass(frozen=True)
class RoundCardSheet:
    """One person's round card, which is the ballot as well."""

    head: Head
    card: RoundCard


@dataclass(frozen=True)
class PairSlipSheet:
    """The slips that ask the members of one partnership."""

    head: Head
    slips: tuple[Slip, ...]


Sheet = (
    AgreementSheet
    | CallLogSheet
    | GoalCardSheet
    | HandoutSheet
    | QuestionnaireSheet
    | HelpSheet
    | ReferralSheet
    | GoOnSheet
    | RoundCardSheet
    | PairSlipSheet
)


def _head(workshop: Workshop, code: str, footer: str, owner: str, next_date: str) -> Head:
    place = f"{workshop.place}, " if workshop.place else ""
    facilitator = ", ".join(x for x in (workshop.facilitator, workshop.facilitator_phone) if x)
    if workshop.safety_contact:
        facilitator = f"{facilitator}; or {workshop.safety_contact}"
    return Head(
        workshop.title,
        f"{place}{day_month_year(workshop.held_on)}",
        code,
        footer,
        owner,
        next_date,
        facilitator,
        workshop.safety_words,
    )


def questionnaire(rows: Rows, standing: Standing, person: int, code: str) -> QuestionnaireSheet:
    """The questionnaires of one person; `person` 0 or less is nobody yet."""
    name = standing.name(person) if person > 0 else ""
    head = _head(standing.workshop, code, "Questions", "private", "")
    return QuestionnaireSheet(head, name, forms(rows, rows.get(Workshop, key_of(standing.workshop))))


def help_sheet(rows: Rows, standing: Standing, code: str) -> HelpSheet:
    """The help sheet of a workshop."""
    head = _head(standing.workshop, code, "Help", "keep this", _next_date(standing.workshop, standing.workshop.held_on))
    return HelpSheet(head, help_of(rows.get(Workshop, key_of(standing.workshop))))


def referral(rows: Rows, standing: Standing, person: int, code: str) -> ReferralSheet:
    """The referral sheet of one person. It holds no answer and no reason."""
    head = _head(standing.workshop, code, "Suggestion", "private", "")
    return ReferralSheet(head, standing.name(person), help_of(rows.get(Workshop, key_of(standing.workshop))))


def go_on(rows: Rows, standing: Standing, code: str) -> GoOnSheet:
    """The cards to go on alone."""
    head = _head(standing.workshop, code, "Go on without me", "for the table", "")
    return GoOnSheet(head, blocks(rows.get(Workshop, key_of(standing.workshop))))


def round_card(rows: Rows, standing: Standing, person: int, code: str) -> RoundCardSheet:
    """The round card of one person; the foot bears the table number and no name."""
    card = printed.round_card(rows, standing, person)
    return RoundCardSheet(_head(standing.workshop, code, "Rounds", f"table {card.table_number}", ""), card)


def pair_slip(standing: Standing, partnership_id: int, code: str) -> PairSlipSheet:
    """The slips of one partnership."""
    head = _head(standing.workshop, code, "Slips", "private", "")
    return PairSlipSheet(head, printed.slips(standing, partnership_id))


def agreement(standing: Standing, partnership_id: int, code: str) -> AgreementSheet:
    """The agreement of one partnership, as it was signed or as it is drafted."""
    terms = terms_now(standing, partnership_id)
    trial = trial_ends_on(standing.workshop)
    head = _head(standing.workshop, code, "Agreement", "one copy each", short(trial) + f" {trial.year}")
    return AgreementSheet(head, terms)


def _place_of(standing: Standing, person: int) -> Partnership | None:
    return next((p for p in standing.agreed if person in people_of(p)), None)


def _call_time(standing: Standing, person: int) -> str:
    place = _place_of(standing, person)
    return terms_now(standing, key_of(place)).window_starts if place else ""


def call_log(standing: Standing, person: int, code: str) -> CallLogSheet:
    """One member's empty log for the whole term."""
    workshop = standing.workshop
    days = term(workshop)
    name = standing.name(person)
    head = _head(workshop, code, "Call log", f"private, {name}", _next_date(workshop, first_day(workshop)))
    return CallLogSheet(
        head,
        name,
        partners_of(standing, person),
        _call_time(standing, person),
        days,
        frozenset(d for d in days if not is_agreed(workshop, d)),
    )


def _next_date(workshop: Workshop, after: date) -> str:
    meetings = sorted(day for p in workshop.points if (day := meets_on(workshop, p)) > after)
    return f"{short(meetings[0])} {meetings[0].year}" if meetings else ""


def goal_cards(standing: Standing, person: int, code: str) -> list[GoalCardSheet]:
    """One card for each goal of a person."""
    goals = standing.goals.get(person, [])
    workshop, name = standing.workshop, standing.name(person)
    head = _head(workshop, code, "Goal card", f"private, {name}", _next_date(workshop, workshop.held_on))
    witnesses, call_time = partners_of(standing, person), _call_time(standing, person)
    return [
        GoalCardSheet(head, name, number, len(goals), view_of(goal), witnesses, call_time)
        for number, goal in enumerate(goals, 1)
    ]


def handout(rows: Rows, standing: Standing, person: int, code: str, months: int) -> HandoutSheet:
    """One person's handout at six months or one year, with their own counts and their own ratings only."""
    workshop, participant = standing.workshop, standing.person(person)
    point = next(p for p in workshop.points if p.months == months)
    meeting = meets_on(workshop, point)
    days = term(workshop)
    marks = _own_marks(rows, standing, person)
    title = "Six-month follow-up" if months == 6 else "One-year follow-up"
    head = _head(workshop, code, title, f"private, {participant.name}", _next_date(workshop, meeting))
    return HandoutSheet(
        head,
        participant.name,
        first_name(participant.name),
        months,
        meeting,
        point.meeting_time,
        workshop.place,
        _goals_so_far(standing, person, months),
        partners_of(standing, person),
        _call_time(standing, person),
        dose([d for d in days if is_agreed(workshop, d)], marks),
        strip(days, marks, last_day(workshop)),
        _own_trend(rows, standing, person),
        questions_at(months),
        start_word(workshop),
        _following(workshop, meeting),
        _group(standing) if months >= 12 else None,
    )


def start_word(workshop: Workshop) -> str:
    """The month in which the workshop was, for "since March"."""
    from mat_desktop.facilitation.shown.dates import MONTHS

    return MONTHS[workshop.held_on.month - 1]


def _goals_so_far(standing: Standing, person: int, months: int) -> tuple[tuple[GoalView, int | None], ...]:
    """Each goal with the level of the follow-up before this one."""
    before = standing.follow_ups.get((person, 6)) if months > 6 else None
    return tuple((view_of(g), level_of(before, key_of(g))) for g in set_goals(standing, person))


def _own_marks(rows: Rows, standing: Standing, person: int) -> dict[date, Mark]:
    place = _place_of(standing, person)
    if place is None:
        return {}
    entries = rows.all(ContactDay, partnership_id=key_of(place), participant_id=person)
    return {entry.day: entry.mark for entry in entries}


def _own_trend(rows: Rows, standing: Standing, person: int) -> tuple[tuple[date, float], ...]:
    place = _place_of(standing, person)
    if place is None:
        return ()
    return trend_of(rows.all(AllianceCheck, partnership_id=key_of(place), participant_id=person))


def _following(workshop: Workshop, meeting: date) -> tuple[str, date, str] | None:
    points = sorted(workshop.points, key=lambda p: p.months)
    for point in points:
        day = meets_on(workshop, point)
        if day > meeting:
            title = "One-year meeting" if point.months == 12 else f"Meeting after {point.months} months"
            return title, day, point.meeting_time
    return None


def _group(standing: Standing) -> tuple[int, int]:
    """How many began, and how many answered at six months."""
    from mat_desktop.workshop.followup import ANSWERED

    began = standing.began
    found = [standing.follow_ups.get((person, 6)) for person in began]
    return len(began), sum(f is not None and f.state in ANSWERED for f in found)
