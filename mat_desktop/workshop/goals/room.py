"""Step 5: the clock that tables of three share in the round of goals; at each table one speaks, the others listen."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

SEATS = 3
LETTERS = "ABCDE"
"""The tables that one clock carries. One person can hear five tables; a sixth would be alone."""
MOST_AT_TABLES = SEATS * len(LETTERS)
_TRIES = 5000
"""So many ways to seat those who are kept apart are tried before they are seated as they come."""


@dataclass(eq=False)
class RoomSeat:
    """Where one person sits, by the letter of the table, and which of its turns is theirs, from 1 on."""

    participant_id: int
    letter: str
    turn: int
    room_clock_id: int | None = None
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class RoomClock:
    """One clock for all tables: how long each turn is, and how long it has stood still. It goes on by itself."""

    workshop_id: int
    started_at: datetime
    minutes: int
    first_seconds: int
    second_seconds: int
    third_seconds: int
    paused_at: datetime | None = None
    paused_seconds: int = 0
    ended_at: datetime | None = None
    id: int | None = None
    uid: str = ""
    seats: list[RoomSeat] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class TurnOfRoom:
    """Which turn it is, from 1 on, of how many, and the seconds left of it; negative when the last one is over."""

    turn: int
    turns: int
    seconds_left: int


def turns_of(clock: RoomClock) -> int:
    """How many turns there are: as many as the fullest table has people."""
    return max((seat.turn for seat in clock.seats), default=1)


def lengths(clock: RoomClock) -> list[int]:
    """The seconds of each turn."""
    return [clock.first_seconds, clock.second_seconds, clock.third_seconds][: turns_of(clock)]


def set_length(clock: RoomClock, turn: int, seconds: int) -> None:
    """Make one turn so long."""
    setattr(clock, ("first_seconds", "second_seconds", "third_seconds")[turn - 1], seconds)


def turn_now(clock: RoomClock, now: datetime) -> TurnOfRoom:
    """Where the clock stands; while it stands still it keeps its time, and a clock set back begins no turn anew."""
    until = clock.ended_at or clock.paused_at or now
    gone = max(0, int((until - clock.started_at).total_seconds()) - clock.paused_seconds)
    long = lengths(clock)
    for turn, seconds in enumerate(long, 1):
        if gone < seconds or turn == len(long):
            return TurnOfRoom(turn=turn, turns=len(long), seconds_left=seconds - gone)
        gone -= seconds
    raise AssertionError("A clock has a turn.")


def seated(people: Sequence[int], apart: Collection[frozenset[int]]) -> list[list[int]]:
    """Tables of three, and of two where threes do not come out even; whoever is kept apart sits at two tables.

    Where that cannot be, they are seated as they come. At each table the order is that of `people`.
    """
    if not people:
        return []
    many = -(-len(people) // SEATS)
    sizes = [len(people) // many + (number < len(people) % many) for number in range(many)]
    order = sorted(people, key=lambda p: -sum(p in pair for pair in apart))
    tables: list[list[int]] = [[] for _ in sizes]
    tries = iter(range(_TRIES))
    if not _seat(order, tables, sizes, apart, tries):
        tables = [list(islice(rest, size)) for rest in (iter(people),) for size in sizes]
    return [sorted(table, key=people.index) for table in tables]


def _seat(
    order: Sequence[int],
    tables: list[list[int]],
    sizes: Sequence[int],
    apart: Collection[frozenset[int]],
    tries: Iterator[int],
) -> bool:
    """Seat the next one at the first table where nobody is whom they are kept apart from; back where none is."""
    if not order:
        return True
    person, rest = order[0], order[1:]
    for place in range(len(tables)):
        free = len(tables[place]) < sizes[place]
        if free and not any(frozenset((person, other)) in apart for other in tables[place]):
            if next(tries, None) is None:
                return False
            tables[place].append(person)
            if _seat(rest, tables, sizes, apart, tries):
                return True
            tables[place].remove(person)
    return False
