"""Step 5: goals in threes. Several tables work at once by one clock; it says whose turn it is and who listens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, kept_apart, key_of, stand
from mat_desktop.workshop.goals.room import (
    LETTERS,
    MOST_AT_TABLES,
    SEATS,
    RoomClock,
    RoomSeat,
    TurnOfRoom,
    seated,
    set_length,
    turn_now,
)
from mat_desktop.workshop.goals.round import GoalTurn, left_of
from mat_desktop.workshop.participants.participant import ABSENT, Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined

MORE_SECONDS = 300
LEAST_MINUTES, MOST_MINUTES = 1, 60
SIXTH_TABLE = (
    f"{{names}} would sit at a sixth table. The clock carries five, {MOST_AT_TABLES} people, for one person can hear "
    "no more. Give them no table; each has a turn of their own under “Goal round”."
)
FULL_TABLE = "Table {letter} has {many} people. A table holds three: seat {name} at another one, or at none."
LONELY_TABLE = "{name} is alone at table {letter}, and nobody would listen. Seat them at another one, or at none."
NOBODY = "Nobody sits at a table. Seat two people or three at each."
NO_CLOCK = "No clock runs for the tables."
LAST_TURN = "This is the last turn. End the clock when all are ready."
MINUTES = f"Minutes for each person: a whole number from {LEAST_MINUTES} to {MOST_MINUTES}."
BY_ITSELF = "They read what they wrote to each other."


@dataclass(frozen=True, kw_only=True)
class SeatView:
    """One person in the room and the letter of the table proposed for them; a letter after E is a table too many."""

    person: int
    name: str
    letter: str


@dataclass(frozen=True, kw_only=True)
class RoomTable:
    """One table now: who speaks, who listens. Nobody speaks where a table of two has had its turns."""

    letter: str
    speaks: str
    listen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RoomView:
    """The clock of the tables while it runs."""

    now: TurnOfRoom
    paused: bool
    over: bool
    tables: tuple[RoomTable, ...]


@dataclass(frozen=True, kw_only=True)
class WallClock:
    """What the room may see of the clock that runs: no name. One person's turn alone is one of one."""

    seconds_left: int
    turn: int
    turns: int


@deed(DeedKind.GOALS_ROOM_BEGIN)
def begin(work: Work, workshop_id: int, tables: Sequence[Sequence[int]], minutes: int | str) -> int:
    """Begin the clock for these tables; another clock that runs in the room ends. Returns its id.

    Raises Refusal, by name, for a sixth table, for more than three at one, and for somebody alone at one.
    """
    people = [person for table in tables for person in table]
    work.about(workshop_id, *people)
    seconds = _minutes(minutes) * 60
    _check(Names(stand(work.rows, workshop_id), first_only=True), tables)
    _end_all(work, workshop_id)
    clock = RoomClock(workshop_id, work.now, seconds // 60, seconds, seconds, seconds)
    clock.seats = [
        RoomSeat(person, letter, turn)
        for letter, table in zip(LETTERS, tables, strict=False)
        for turn, person in enumerate(table, 1)
    ]
    return key_of(work.rows.add(clock))


def _minutes(typed: int | str) -> int:
    words = str(typed).strip()
    if not (words.isdecimal() and LEAST_MINUTES <= int(words) <= MOST_MINUTES):
        raise Refusal(MINUTES)
    return int(words)


def _check(names: Names, tables: Sequence[Sequence[int]]) -> None:
    if not any(tables):
        raise Refusal(NOBODY)
    if beyond := [person for table in tables[len(LETTERS) :] for person in table]:
        raise Refusal(SIXTH_TABLE.format(names=joined(list(names.of_all(beyond)))))
    for letter, table in zip(LETTERS, tables, strict=False):
        if len(table) > SEATS:
            raise Refusal(FULL_TABLE.format(letter=letter, many=len(table), name=names.of(table[-1])))
        if len(table) == 1:
            raise Refusal(LONELY_TABLE.format(letter=letter, name=names.of(table[0])))


def _end_all(work: Work, workshop_id: int) -> None:
    for clock in _running(work.rows, workshop_id):
        clock.ended_at = work.now
    for turn in work.rows.all(GoalTurn, workshop_id=workshop_id, ended_at=None):
        turn.ended_at = work.now


def _running(rows: Rows, workshop_id: int) -> Sequence[RoomClock]:
    return rows.all(RoomClock, workshop_id=workshop_id, ended_at=None)


def _clock(work: Work, workshop_id: int) -> RoomClock:
    work.about(workshop_id)
    found = next(iter(_running(work.rows, workshop_id)), None)
    if found is None:
        raise Refusal(NO_CLOCK)
    return found


@deed(DeedKind.GOALS_ROOM_PAUSE)
def pause(work: Work, workshop_id: int, *, on: bool) -> None:
    """Let the clock of the tables stand still, or go on. Raises Refusal while none runs."""
    clock = _clock(work, workshop_id)
    if on and clock.paused_at is None:
        clock.paused_at = work.now
    elif not on and clock.paused_at is not None:
        clock.paused_seconds += max(0, int((work.now - clock.paused_at).total_seconds()))
        clock.paused_at = None


@deed(DeedKind.GOALS_ROOM_MORE)
def more_time(work: Work, workshop_id: int) -> None:
    """Five minutes more for the turn under way, at every table. Raises Refusal while no clock runs."""
    clock = _clock(work, workshop_id)
    now = turn_now(clock, work.now)
    set_length(clock, now.turn, _length(clock, now.turn) + MORE_SECONDS + max(0, -now.seconds_left))


@deed(DeedKind.GOALS_ROOM_NEXT)
def next_turn(work: Work, workshop_id: int) -> None:
    """The next one at each table begins now. Raises Refusal in the last turn, and while no clock runs."""
    clock = _clock(work, workshop_id)
    now = turn_now(clock, work.now)
    if now.turn == now.turns:
        raise Refusal(LAST_TURN)
    set_length(clock, now.turn, _length(clock, now.turn) - now.seconds_left)


def _length(clock: RoomClock, turn: int) -> int:
    return (clock.first_seconds, clock.second_seconds, clock.third_seconds)[turn - 1]


@deed(DeedKind.GOALS_ROOM_END)
def end(work: Work, workshop_id: int) -> None:
    """The tables are ready. Raises Refusal while no clock runs."""
    _clock(work, workshop_id).ended_at = work.now


@look
def seating(rows: Rows, workshop_id: int) -> tuple[SeatView, ...]:
    """Who is in the room, by table number, and a table for each; couples and people kept apart sit at two."""
    standing = stand(rows, workshop_id)
    here = [p for p in standing.voting or standing.coming if p.presence not in ABSENT]
    people = [key_of(p) for p in sorted(here, key=lambda p: p.table_number)]
    names, at = Names(standing, first_only=True), {}
    for number, table in enumerate(seated(people, kept_apart(rows, workshop_id))):
        at.update(dict.fromkeys(table, chr(ord(LETTERS[0]) + number)))
    return tuple(SeatView(person=p, name=_named(standing, names, p), letter=at[p]) for p in people)


@look
def room(rows: Rows, workshop_id: int, now: datetime) -> RoomView | None:
    """The clock of the tables that runs today; None where there is none."""
    clock = next((c for c in _running(rows, workshop_id) if _is_of(c.started_at, now)), None)
    if clock is None:
        return None
    standing, turn = stand(rows, workshop_id), turn_now(clock, now)
    letters = sorted({seat.letter for seat in clock.seats})
    return RoomView(
        now=turn,
        paused=clock.paused_at is not None,
        over=turn.seconds_left <= 0,
        tables=tuple(_table(standing, clock, letter, turn.turn) for letter in letters),
    )


def _table(standing: Standing, clock: RoomClock, letter: str, turn: int) -> RoomTable:
    names = Names(standing, first_only=True)
    here = [seat for seat in clock.seats if seat.letter == letter and _stays(standing.person(seat.participant_id))]
    speaks = [_named(standing, names, seat.participant_id) for seat in here if seat.turn == turn]
    listen = [_named(standing, names, seat.participant_id) for seat in here if seat.turn != turn]
    return RoomTable(letter=letter, speaks=speaks[0] if speaks else "", listen=tuple(listen))


def _stays(person: Participant) -> bool:
    return person.presence not in ABSENT


def _named(standing: Standing, names: Names, person: int) -> str:
    number = standing.person(person).table_number
    return f"{number} {names.of(person)}" if number else names.of(person)


@look
def wall_clock(rows: Rows, now: datetime) -> WallClock | None:
    """What runs in the room now, in whatever workshop; what nobody ended on an earlier day runs no more."""
    tables = [c for c in rows.all(RoomClock, ended_at=None) if _is_of(c.started_at, now)]
    turns = [t for t in rows.all(GoalTurn, ended_at=None) if _is_of(t.started_at, now)]
    running: list[RoomClock | GoalTurn] = [*tables, *turns]
    latest = max(running, key=lambda one: one.started_at, default=None)
    if latest is None:
        return None
    if isinstance(latest, GoalTurn):
        return WallClock(seconds_left=int(left_of(latest, now).total_seconds()), turn=1, turns=1)
    found = turn_now(latest, now)
    return WallClock(seconds_left=found.seconds_left, turn=found.turn, turns=found.turns)


def _is_of(started: datetime, now: datetime) -> bool:
    return started.astimezone(now.tzinfo).date() == now.date()
