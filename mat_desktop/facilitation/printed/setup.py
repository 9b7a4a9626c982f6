"""Paper of step 1: the run sheet, where the day stands, cards to go on alone, the evidence, the dates."""

from dataclasses import dataclass
from datetime import date, datetime, time

from mat_desktop.facilitation.agreement.terms import terms_now
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.participants.access import access_line
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, private
from mat_desktop.facilitation.shown.dates import clock, meeting_title
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.setup import (
    RunSheetBlock,
    Workshop,
    begins_on_the_clock,
    first_day,
    last_day,
    meets_on,
    times,
    trial_over_on,
)


@dataclass(frozen=True, kw_only=True)
class RunSheetLine:
    """One part of the day: when it begins, how long, what, and whether it may be left out.

    `begins` is the time of day, as `09:00`; where she has not said when the day begins, how long after that, as `0:20`.
    """

    begins: str
    minutes: int
    title: str
    droppable: bool


@dataclass(frozen=True)
class RunSheet:
    """The day on one page, for the facilitator.

    `by_the_clock` says that its times are times of day; `access` is who needs which help, by table number.
    """

    head: Head
    by_the_clock: bool
    access: str
    lines: tuple[RunSheetLine, ...]


@dataclass(frozen=True)
class GoOnBlock:
    """One part of the day that goes on without the facilitator."""

    title: str
    minutes: int
    following: str


@dataclass(frozen=True)
class GoOnSheet:
    """Cards for the parts of the day."""

    head: Head
    blocks: tuple[GoOnBlock, ...]


@dataclass(frozen=True)
class EvidenceSheet:
    """What is known about daily calls, for and against."""

    head: Head


@dataclass(frozen=True)
class PairLine:
    """One pair that said yes: table numbers, first names, the time of the call."""

    tables: str
    names: str
    window: str


@dataclass(frozen=True, kw_only=True)
class WhereWeAreSheet:
    """How the day stands, with nothing private: if the battery dies the day goes on from this page."""

    head: Head
    people: tuple[tuple[int, str], ...]
    pairs: tuple[PairLine, ...]
    waiting: tuple[int, ...]
    over: tuple[str, ...]
    ahead: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class DateLine:
    """One date to keep: the day, what happens, and the time where there is one."""

    day: date
    words: str
    time: str


@dataclass(frozen=True, kw_only=True)
class DatesSheet:
    """What comes when, for one person."""

    head: Head
    name: str
    call_time: str
    lines: tuple[DateLine, ...]


def _kept(rows: Rows, standing: Standing) -> list[RunSheetBlock]:
    workshop = rows.get(Workshop, key_of(standing.workshop))
    return [b for b in sorted(workshop.blocks, key=lambda b: b.position) if not b.dropped]


def run_sheet(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> RunSheet:
    """The parts of the day that were not dropped, in the order and with the times that the screen shows."""
    workshop = rows.get(Workshop, key_of(standing.workshop))
    begins = begins_on_the_clock(workshop, datetime.combine(workshop.held_on, time()))
    kept, lines, after = _kept(rows, standing), [], 0
    at = times(kept, begins, None) if begins and all(b.started_at is None for b in kept) else {}
    for block in kept:
        words = clock(at[block.position]) if at else f"{after // 60}:{after % 60:02}"
        lines.append(RunSheetLine(begins=words, minutes=block.minutes, title=block.title, droppable=block.droppable))
        after += block.minutes
    sheet_head = head(standing.workshop, code, "Run sheet", "for the facilitator")
    return RunSheet(sheet_head, by_the_clock=bool(at), access=access_line(standing), lines=tuple(lines))


def go_on(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> GoOnSheet:
    """The cards to go on alone, each with what comes after it."""
    kept = _kept(rows, standing)
    after = [*(b.title for b in kept[1:]), ""]
    blocks = tuple(GoOnBlock(b.title, b.minutes, following) for b, following in zip(kept, after, strict=True))
    return GoOnSheet(head(standing.workshop, code, "Go on without me", "for the table"), blocks)


def evidence(_rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> EvidenceSheet:
    """The evidence page."""
    return EvidenceSheet(head(standing.workshop, code, "What is known", "to read"))


def where_we_are(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> WhereWeAreSheet:
    """Table numbers, pairs that said yes, call times, and what is left of the day; first names are enough."""
    names = Names(standing, first_only=True)
    pairs = []
    for place in standing.agreed:
        members = people_of(place)
        tables = " + ".join(str(standing.person(m).table_number) for m in members)
        window = terms_now(standing, key_of(place)).window_starts
        pairs.append(PairLine(tables, " + ".join(names.of_all(members)), window))
    placed = {m for p in standing.agreed for m in people_of(p)}
    begun = [b for b in _kept(rows, standing) if b.started_at is not None]
    last = max((b.position for b in begun), default=-1)
    kept = _kept(rows, standing)
    by_table = sorted(standing.coming, key=lambda p: p.table_number)
    return WhereWeAreSheet(
        head=head(standing.workshop, code, "Where we are", "nothing private"),
        people=tuple((p.table_number, names.of(key_of(p))) for p in by_table),
        pairs=tuple(pairs),
        waiting=tuple(p.table_number for p in standing.voting if key_of(p) not in placed),
        over=tuple(b.title for b in kept if b.position < last),
        ahead=tuple((b.title, b.minutes) for b in kept if b.position >= last),
    )


def dates(_rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> DatesSheet:
    """First call, trial, the last day of the term and every meeting."""
    workshop, person = standing.workshop, ordered.key
    pair = next((p for p in standing.agreed if person in people_of(p)), None)
    trial = trial_over_on(workshop, pair.confirmed_on if pair else None)
    lines = [
        DateLine(first_day(workshop), "First call", ""),
        DateLine(trial, "Both say how it works: go on, change the terms, change partner, or stop", ""),
        DateLine(last_day(workshop), "Last day of the agreed calls", ""),
    ]
    for point in workshop.points:
        name = meeting_title(point.months)
        lines.append(DateLine(meets_on(workshop, point), name, point.meeting_time))
    call_time = terms_now(standing, key_of(pair)).window_starts if pair else ""
    sheet_head = head(workshop, code, "Dates", private(names, person))
    return DatesSheet(
        head=sheet_head,
        name=named(names, person),
        call_time=call_time,
        lines=tuple(sorted(lines, key=lambda line: line.day)),
    )
