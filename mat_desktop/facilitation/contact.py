"""Step 7: six months of contact, typed from printed logs, and each member's private alliance check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.strip import Strip, strip
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.contact import (
    ALLIANCE_ITEMS,
    SILENT_DAYS,
    AllianceCheck,
    AllianceRating,
    ContactDay,
    Dose,
    Mark,
    Source,
    alliance_mean,
    asks_for_a_talk,
    dose,
)
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop, is_agreed, last_day, term


@dataclass(frozen=True)
class MemberLog:
    """One member's log: the strip to draw, the counts, and the trend of their own ratings."""

    participant_id: int
    name: str
    strip: Strip
    dose: Dose
    trend: tuple[tuple[date, float], ...]
    talk_reason: str


@dataclass(frozen=True)
class PairContact:
    """One partnership in its half year. `facts` says what is known of the last seven days, in words."""

    partnership_id: int
    state: PartnershipState
    members: tuple[MemberLog, ...]
    facts: str


@dataclass(frozen=True)
class MemberRow:
    """One line of the list of sheets: who, in which partnership, and whether the log is long silent."""

    participant_id: int
    name: str
    partnership_id: int
    begun: bool
    silent: bool


@dataclass(frozen=True)
class LogGrid:
    """What the entry grid shows: every day of the term with its mark, as on the printed log."""

    partnership_id: int
    participant_id: int
    name: str
    with_whom: tuple[str, ...]
    days: tuple[date, ...]
    marks: dict[date, Mark]
    dose: Dose


@dataclass(frozen=True)
class CheckView:
    """One alliance check of one member."""

    id: int
    happened_on: date
    ratings: dict[str, int]
    mean: float | None


@deed("contact.mark", "the call log of {people}")
def mark(
    work: Work,
    partnership_id: int,
    person_id: int,
    day: date,
    what: Mark | None,
    source: Source = Source.SHEET,
) -> None:
    """Say what a member's log says about one day; None makes it not known again."""
    _mark_days(work, partnership_id, person_id, {day: what}, source)


@deed("contact.mark_many", "the call log of {people}")
def mark_many(
    work: Work,
    partnership_id: int,
    person_id: int,
    marks: Mapping[date, Mark | None],
    source: Source = Source.SHEET,
) -> None:
    """Say what a member's log says about several days at once; one undo takes all of them back."""
    _mark_days(work, partnership_id, person_id, marks, source)


def _mark_days(
    work: Work, partnership_id: int, person_id: int, marks: Mapping[date, Mark | None], source: Source
) -> None:
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, person_id)
    days = set(term(work.rows.get(Workshop, place.workshop_id)))
    if person_id not in people_of(place):
        raise Refusal("This person is no member of the partnership.")
    if outside := [day for day in marks if day not in days]:
        raise Refusal(f"{outside[0].isoformat()} is not in the agreed months.")
    entries = {key_of(e): e for e in work.rows.all(ContactDay, partnership_id=partnership_id)}
    held = {e.day: e for e in entries.values() if e.participant_id == person_id}
    for day, what in marks.items():
        found = held.get(day)
        if found is not None and what is None:
            work.rows.remove(found)
            del held[day], entries[key_of(found)]
        elif found is not None and what is not None:
            found.mark, found.source = what, source
        elif what is not None:
            held[day] = ContactDay(partnership_id, person_id, day, what, source)
    new = [d for d in held.values() if d.id is None]
    work.rows.add_all(new)
    _sum_up(place, [*entries.values(), *new])


def _sum_up(place: Partnership, entries: Sequence[ContactDay]) -> None:
    """Keep the summary in step: a day counts as talked when either log says so."""
    place.days_talked = len({e.day for e in entries if e.mark is Mark.TALKED})
    place.days_known = len({e.day for e in entries})
    place.last_known_day = max((e.day for e in entries), default=None)


@deed("contact.check", "the alliance check of {people}")
def begin_check(work: Work, partnership_id: int, person_id: int, day: date) -> int:
    """Open one member's check for a day; the same day opens the same check."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, person_id)
    found = work.rows.find(AllianceCheck, partnership_id=partnership_id, participant_id=person_id, happened_on=day)
    return key_of(found or work.rows.add(AllianceCheck(partnership_id, person_id, day)))


@deed("contact.rate", "the alliance check of {people}")
def rate(work: Work, check_id: int, ratings: Mapping[str, int | None]) -> None:
    """Record items, 0 to 10 each; None makes an item unanswered again."""
    check = work.rows.get(AllianceCheck, check_id)
    place = work.rows.get(Partnership, check.partnership_id)
    work.about(place.workshop_id, check.participant_id)
    for item, value in ratings.items():
        _rate_one(check, item, value)


def _rate_one(check: AllianceCheck, item: str, value: int | None) -> None:
    if value is not None and not 0 <= value <= 10:
        raise Refusal("Each answer is a whole number from 0 to 10.")
    if item not in {i.key for i in ALLIANCE_ITEMS}:
        raise KeyError(item)
    found = next((r for r in check.ratings if r.item == item), None)
    if found is not None and value is None:
        check.ratings.remove(found)
    elif found is not None and value is not None:
        found.value = value
    elif value is not None:
        check.ratings.append(AllianceRating(item, value))


@look
def members(rows: Rows, workshop_id: int, today: date) -> tuple[MemberRow, ...]:
    """Everybody in a partnership, in the order of the alphabet, told from the summary rows alone."""
    standing = stand(rows, workshop_id)
    expected = min(today, last_day(standing.workshop)) - timedelta(days=SILENT_DAYS)
    found = [
        MemberRow(person, standing.name(person), key_of(p), p.days_known > 0, _is_silent(p, expected))
        for p in standing.agreed
        for person in people_of(p)
    ]
    return tuple(sorted(found, key=lambda row: row.name.casefold()))


def _is_silent(place: Partnership, expected: date) -> bool:
    return (place.last_known_day or date.min) < expected and expected > (place.confirmed_on or expected)


@look
def pairs(rows: Rows, workshop_id: int, today: date) -> tuple[PairContact, ...]:
    """Every partnership with both logs and both trends."""
    standing = stand(rows, workshop_id)
    return tuple(_pair(rows, standing, p, today) for p in standing.agreed)


def _pair(rows: Rows, standing: Standing, place: Partnership, today: date) -> PairContact:
    days = term(standing.workshop)
    marks = _marks(rows, place)
    checks = rows.all(AllianceCheck, partnership_id=key_of(place))
    members = tuple(
        _member_log(standing, person, days, marks.get(person, {}), checks, today) for person in people_of(place)
    )
    return PairContact(key_of(place), place.state, members, _facts(days, marks, today))


def _marks(rows: Rows, place: Partnership) -> dict[int, dict[date, Mark]]:
    found: dict[int, dict[date, Mark]] = {person: {} for person in people_of(place)}
    for entry in rows.all(ContactDay, partnership_id=key_of(place)):
        found.setdefault(entry.participant_id, {})[entry.day] = entry.mark
    return found


def _member_log(
    standing: Standing,
    person: int,
    days: tuple[date, ...],
    marks: Mapping[date, Mark],
    checks: Sequence[AllianceCheck],
    today: date,
) -> MemberLog:
    own = sorted((c for c in checks if c.participant_id == person), key=lambda c: c.happened_on)
    ratings = [{r.item: r.value for r in c.ratings} for c in own]
    return MemberLog(
        person,
        standing.name(person),
        strip(days, marks, today),
        dose([d for d in days if is_agreed(standing.workshop, d) and d <= today], marks),
        trend_of(own),
        asks_for_a_talk(ratings[-1], ratings[-2] if len(ratings) > 1 else None) if ratings else "",
    )


def trend_of(checks: Sequence[AllianceCheck]) -> tuple[tuple[date, float], ...]:
    """One point a check: its day and the mean of bond, goal and task."""
    found = []
    for check in sorted(checks, key=lambda c: c.happened_on):
        mean = alliance_mean({r.item: r.value for r in check.ratings})
        if mean is not None:
            found.append((check.happened_on, mean))
    return tuple(found)


def _facts(days: tuple[date, ...], marks: Mapping[int, Mapping[date, Mark]], today: date) -> str:
    past = [day for day in days if day <= today]
    known = sorted({day for own in marks.values() for day in own})
    if not past:
        return "Not begun"
    if not known:
        return "No log back yet"
    week = [day for day in past if day <= known[-1]][-7:]
    talked = sum(any(own.get(day) is Mark.TALKED for own in marks.values()) for day in week)
    return f"Talked {talked} of {len(week)}"


@look
def log_grid(rows: Rows, partnership_id: int, person_id: int) -> LogGrid:
    """One member's log for typing."""
    place = rows.get(Partnership, partnership_id)
    standing = stand(rows, place.workshop_id)
    days = term(standing.workshop)
    own = rows.all(ContactDay, partnership_id=partnership_id, participant_id=person_id)
    marks = {entry.day: entry.mark for entry in own}
    return LogGrid(
        partnership_id,
        person_id,
        standing.name(person_id),
        tuple(standing.name(m) for m in people_of(place) if m != person_id),
        days,
        marks,
        dose([d for d in days if is_agreed(standing.workshop, d)], marks),
    )


@look
def checks_of(rows: Rows, partnership_id: int, person_id: int) -> tuple[CheckView, ...]:
    """One member's checks, oldest first; never shown to the partner."""
    found = rows.all(AllianceCheck, partnership_id=partnership_id, participant_id=person_id)
    views = []
    for check in sorted(found, key=lambda c: c.happened_on):
        ratings = {r.item: r.value for r in check.ratings}
        views.append(CheckView(key_of(check), check.happened_on, ratings, alliance_mean(ratings)))
    return tuple(views)
