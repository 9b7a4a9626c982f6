"""What goes onto paper: sheets issued once, and the frozen views that the printer draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mat_desktop.facilitation.agreement import Terms, terms_now
from mat_desktop.facilitation.contact import trend_of
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.followup import set_goals
from mat_desktop.facilitation.goals import GoalView, partners_of, view_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import day_month_year, short
from mat_desktop.facilitation.shown.strip import Strip, strip
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact import AllianceCheck, ContactDay, Dose, Mark, dose
from mat_desktop.workshop.followup import Question, level_of, questions_at
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop, first_day, is_agreed, last_day, meets_on, term, trial_ends_on
from mat_desktop.workshop.sheets import IssuedSheet, SheetKind, form_code


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


Sheet = AgreementSheet | CallLogSheet | GoalCardSheet | HandoutSheet

BY_PARTNERSHIP = frozenset({SheetKind.AGREEMENT})


@dataclass(frozen=True)
class Recipient:
    """Whom a sheet can be printed for: a person, or a partnership."""

    key: int
    name: str


@look
def recipients(rows: Rows, workshop_id: int, kind: SheetKind) -> tuple[Recipient, ...]:
    """Everybody for whom this kind of sheet can be printed now."""
    standing = stand(rows, workshop_id)
    if kind in BY_PARTNERSHIP:
        return tuple(
            Recipient(key_of(p), " and ".join(standing.name(m) for m in people_of(p)))
            for p in standing.agreed or standing.live
        )
    if kind is SheetKind.GOAL_CARD:
        chosen = [p for p in standing.coming if standing.goals.get(key_of(p))]
        return tuple(Recipient(key_of(p), p.name) for p in chosen)
    if kind is SheetKind.CALL_LOG:
        members = {m for p in standing.agreed for m in people_of(p)}
        return tuple(Recipient(key_of(p), p.name) for p in standing.coming if p.id in members)
    return tuple(Recipient(person, standing.name(person)) for person in standing.began)


def sheets(desk: Desk, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> tuple[Sheet, ...]:
    """The sheets of one kind, each with its code; a sheet that was issued before keeps its code."""
    if not keys:
        raise Refusal("Choose at least one person to print for.")
    missing = _without_code(desk, workshop_id, kind, keys)
    if missing:
        issue(desk, workshop_id, kind, missing)
    return _views(desk, workshop_id, kind, keys)


@look
def _without_code(rows: Rows, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> list[int]:
    issued = _issued(rows, workshop_id, kind)
    return [key for key in keys if key not in issued]


def _issued(rows: Rows, workshop_id: int, kind: SheetKind) -> dict[int, IssuedSheet]:
    """The sheets of one kind by person or partnership; agreements by their latest version."""
    found = rows.all(IssuedSheet, workshop_id=workshop_id, kind=kind)
    versions = _versions(rows, workshop_id) if kind in BY_PARTNERSHIP else {}
    by_key = {}
    for sheet in found:
        key = sheet.partnership_id if kind in BY_PARTNERSHIP else sheet.participant_id
        if key is not None and sheet.version == versions.get(key, 1):
            by_key[key] = sheet
    return by_key


def _versions(rows: Rows, workshop_id: int) -> dict[int, int]:
    from mat_desktop.workshop.agreement import Agreement

    places = [key_of(p) for p in rows.all(Partnership, workshop_id=workshop_id)]
    versions: dict[int, int] = {}
    for found in rows.all(Agreement, partnership_id=places):
        versions[found.partnership_id] = max(found.version, versions.get(found.partnership_id, 1))
    return versions


@deed("sheets.issue", "issuing sheets for {people}", undoable=False)
def issue(work: Work, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> None:
    """Give sheets their codes. A sheet is issued once; no undo takes paper back."""
    versions = _versions(work.rows, workshop_id) if kind in BY_PARTNERSHIP else {}
    used = {sheet.code for sheet in work.rows.all(IssuedSheet)}
    work.about(workshop_id)
    for key in keys:
        sheet = IssuedSheet(workshop_id, _fresh_code(work, used), kind, versions.get(key, 1))
        if kind in BY_PARTNERSHIP:
            sheet.partnership_id = key
        else:
            sheet.participant_id = key
        used.add(sheet.code)
        work.rows.add(sheet)


def _fresh_code(work: Work, used: set[str]) -> str:
    code = form_code(work.codes.numbers(5))
    while code in used:
        code = form_code(work.codes.numbers(5))
    return code


@deed("sheets.printed", "printing for {people}", undoable=False)
def note_printed(work: Work, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> None:
    """Remember that these sheets went to paper or into a file, so that undo can say what no longer matches."""
    issued = _issued(work.rows, workshop_id, kind)
    work.about(workshop_id)
    for sheet in (issued[key] for key in keys if key in issued):
        sheet.printed_at = work.now


@look
def find_sheet(rows: Rows, code: str) -> tuple[int, SheetKind, int | None, int | None] | None:
    """Which sheet has this code: workshop, kind, person, partnership."""
    found = rows.find(IssuedSheet, code=code)
    return (found.workshop_id, found.kind, found.participant_id, found.partnership_id) if found else None


@look
def _views(rows: Rows, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> tuple[Sheet, ...]:
    standing = stand(rows, workshop_id)
    issued = _issued(rows, workshop_id, kind)
    found: list[Sheet] = []
    for key in keys:
        code = issued[key].code
        if kind is SheetKind.AGREEMENT:
            found.append(_agreement(standing, key, code))
        elif kind is SheetKind.CALL_LOG:
            found.append(_call_log(standing, key, code))
        elif kind is SheetKind.GOAL_CARD:
            found += _goal_cards(standing, key, code)
        else:
            found.append(_handout(rows, standing, key, code, 6 if kind is SheetKind.SIX_MONTHS else 12))
    return tuple(found)


def _head(workshop: Workshop, code: str, footer: str, owner: str, next_date: str) -> Head:
    place = f"{workshop.place}, " if workshop.place else ""
    facilitator = ", ".join(x for x in (workshop.facilitator, workshop.facilitator_phone) if x)
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


def _agreement(standing: Standing, partnership_id: int, code: str) -> AgreementSheet:
    terms = terms_now(standing, partnership_id)
    trial = trial_ends_on(standing.workshop)
    head = _head(standing.workshop, code, "Agreement", "one copy each", short(trial) + f" {trial.year}")
    return AgreementSheet(head, terms)


def _place_of(standing: Standing, person: int) -> Partnership | None:
    return next((p for p in standing.agreed if person in people_of(p)), None)


def _call_time(standing: Standing, person: int) -> str:
    place = _place_of(standing, person)
    return terms_now(standing, key_of(place)).window_starts if place else ""


def _call_log(standing: Standing, person: int, code: str) -> CallLogSheet:
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


def _goal_cards(standing: Standing, person: int, code: str) -> list[GoalCardSheet]:
    goals = standing.goals.get(person, [])
    workshop, name = standing.workshop, standing.name(person)
    head = _head(workshop, code, "Goal card", f"private, {name}", _next_date(workshop, workshop.held_on))
    witnesses, call_time = partners_of(standing, person), _call_time(standing, person)
    return [
        GoalCardSheet(head, name, number, len(goals), view_of(goal), witnesses, call_time)
        for number, goal in enumerate(goals, 1)
    ]


def _handout(rows: Rows, standing: Standing, person: int, code: str, months: int) -> HandoutSheet:
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


class Printer(Protocol):
    """Makes the paper."""

    def pdf(self, sheets: Sequence[Sheet], paper: str, *, cards_alone: bool = False) -> bytes:
        """One PDF of these sheets on `A4` or `Letter`."""
        ...

    def recovery_sheet(self, lines: Sequence[str], made_on: date, paper: str) -> bytes:
        """The recovery sheet as PDF."""
        ...
