"""Paper of step 1: the run sheet, where the day stands, cards to go on alone, the evidence, the dates."""

from dataclasses import dataclass
from datetime import date, datetime, time

from mat_desktop.facilitation.agreement.terms import terms_now
from mat_desktop.facilitation.contact.course import timetable
from mat_desktop.facilitation.contact.year import dates_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.participants.access import access_line
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head, named, private
from mat_desktop.facilitation.shown.dates import clock, day_month
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact.schedule import LETTERS, partners_by_day
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.setup import (
    RunSheetBlock,
    Workshop,
    begins_on_the_clock,
    times,
)
from mat_desktop.workshop.text import joined

ON_HOLD = "Your calls are on hold just now."


@dataclass(frozen=True, kw_only=True)
class RunSheetLine:
    """One part of the day: when it begins, how long, what, and whether it may be left out.

    `begins` is the time of day, as `09:00`; where she has not said when the day begins, how long after that, as `0:20`.
    """

    begins: str
    minutes: int
    title: str
    droppable: bool


@dataclass(frozen=True, kw_only=True)
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
    record: str = ""
    """How far the record of what was done went when it was printed; nothing on a page that is only looked at."""


@dataclass(frozen=True, kw_only=True)
class DateLine:
    """One date to keep: the day, what happens, the time where there is one, and the place where it is another."""

    day: date
    words: str
    time: str
    where: str = ""


@dataclass(frozen=True, kw_only=True)
class DatesSheet:
    """What comes when, for one person."""

    head: Head
    name: str
    calls: str
    """When the calls are, in a sentence; where it is empty there is a line for it."""
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
    return RunSheet(head=sheet_head, by_the_clock=bool(at), access=access_line(standing), lines=tuple(lines))


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


def dates(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> DatesSheet:
    """Everything that comes in the year of one person: calls, meetings, pauses, talks, promised calls."""
    workshop, person = standing.workshop, ordered.key
    pair = next((p for p in standing.agreed if person in people_of(p)), None)
    at = terms_now(standing, key_of(pair)).window_starts if pair else ""
    return DatesSheet(
        head=head(workshop, code, "Dates", private(names, person)),
        name=named(names, person),
        calls=_calls(rows, names, pair, person, at),
        lines=tuple(
            DateLine(day=one.day, words=one.words, time=one.at, where=one.where if one.where != workshop.place else "")
            for one in dates_of(rows, standing, person)
        ),
    )


def _calls(rows: Rows, names: Names, pair: Partnership | None, person: int, at: str) -> str:
    """When calls are, in a sentence; empty where no time is known yet and it is written by hand."""
    if pair is not None and pair.state is PartnershipState.PAUSED:
        return ON_HOLD
    if not at:
        return ""
    said = f"Every agreed day at {at}: our call."
    if pair is None or len(pair.members) < 3 or pair.together:
        return said
    return " ".join((said, _turns(rows, names, pair, person)))


def _turns(rows: Rows, names: Names, pair: Partnership, person: int) -> str:
    """How the turns of a group of three begin; with names only where their owner chose so for papers at home."""
    terms = timetable(rows, pair.workshop_id).terms(pair)
    days = sorted(partners_by_day(terms, person).items())[:2]
    if not days:
        return ""
    people, named_here = people_of(pair), names.standing.person(person).partner_named
    others = dict(zip(LETTERS, names.all_called(people), strict=False))
    begin = [
        f"{joined([others[letter] for letter in letters])} on {day_month(day)}" if named_here else day_month(day)
        for day, letters in days
    ]
    return f"By turns: {', '.join(begin)}, and so on. Your call log shows every day."
