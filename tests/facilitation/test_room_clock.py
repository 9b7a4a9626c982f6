"""Goals in threes: several tables work by one clock, which goes on whatever happens at the laptop."""

from datetime import timedelta

import pytest

from mat_desktop.facilitation import history
from mat_desktop.facilitation.door import checkin
from mat_desktop.facilitation.goals import room
from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Proof
from mat_desktop.facilitation.pairing import ties
from mat_desktop.workshop.goals.room import RoomSeat, seated
from mat_desktop.workshop.participants.participant import Presence
from mat_desktop.workshop.refusal import Refusal
from tests.sure import sure

NAMES = ("Ana", "Ben", "Cleo", "Dov", "Elif", "Farid", "Grace", "Hemi")


@pytest.fixture
def eight(include):
    """Eight people with a ballot, by name."""
    return {name: include(name) for name in NAMES}


def tables_of(desk, workshop_id) -> list[list[int]]:
    seats = room.seating(desk, workshop_id)
    return [[s.person for s in seats if s.letter == letter] for letter in sorted({s.letter for s in seats})]


def now_at(desk, workshop_id) -> room.RoomView:
    return sure(room.room(desk, workshop_id, desk.clock.now()))


def on_the_wall(desk) -> tuple[int, int, int]:
    shown = sure(room.wall_clock(desk, desk.clock.now()))
    return left(shown.seconds_left), shown.turn, shown.turns


def left(seconds: int) -> int:
    """Whole minutes left; the clock of the tests goes on by a second at every look."""
    return round(seconds / 60)


@pytest.mark.parametrize(("people", "sizes"), [(2, [2]), (4, [2, 2]), (5, [3, 2]), (7, [3, 2, 2]), (12, [3] * 4)])
def test_nobody_sits_alone_and_no_table_has_more_than_three(people, sizes):
    assert [len(table) for table in seated(list(range(people)), ())] == sizes


def test_couples_and_people_kept_apart_sit_at_two_tables(desk, workshop_id, eight):
    ties.mark_couple(desk, eight["Ana"], eight["Ben"])
    ties.keep_apart(desk, eight["Ana"], eight["Cleo"], "")
    tables = tables_of(desk, workshop_id)
    assert sorted(map(len, tables)) == [2, 3, 3]
    ana = next(table for table in tables if eight["Ana"] in table)
    assert not {eight["Ben"], eight["Cleo"]} & set(ana)
    assert seated([1, 2], (frozenset((1, 2)),)) == [[1, 2]], "where it cannot be, they sit as they come"


def test_one_clock_says_at_every_table_who_speaks_and_goes_on_by_itself(desk, workshop_id, eight, clock):
    room.begin(desk, workshop_id, tables_of(desk, workshop_id), "20")
    view = now_at(desk, workshop_id)
    assert (view.now.turn, view.now.turns, left(view.now.seconds_left)) == (1, 3, 20)
    first = {table.letter: table.speaks for table in view.tables}
    clock.at += timedelta(minutes=21)
    view = now_at(desk, workshop_id)
    assert (view.now.turn, left(view.now.seconds_left)) == (2, 19)
    assert all(table.speaks != first[table.letter] and first[table.letter] in table.listen for table in view.tables)
    clock.at += timedelta(minutes=20)
    assert [(table.speaks, len(table.listen)) for table in now_at(desk, workshop_id).tables if not table.speaks] == [
        ("", 2)
    ], "a table of two is ready and nobody there is told to speak"
    clock.at += timedelta(minutes=25)
    view = now_at(desk, workshop_id)
    assert (view.over, view.now.turn, left(view.now.seconds_left)) == (True, 3, -6)


def test_the_clock_stands_still_gets_more_time_and_gives_the_turn_on(desk, workshop_id, eight, clock):
    room.begin(desk, workshop_id, tables_of(desk, workshop_id), 20)
    clock.at += timedelta(minutes=5)
    room.pause(desk, workshop_id, on=True)
    clock.at += timedelta(minutes=40)
    assert (now_at(desk, workshop_id).paused, left(now_at(desk, workshop_id).now.seconds_left)) == (True, 15)
    room.pause(desk, workshop_id, on=False)
    room.more_time(desk, workshop_id)
    assert left(now_at(desk, workshop_id).now.seconds_left) == 20
    room.next_turn(desk, workshop_id)
    assert (now_at(desk, workshop_id).now.turn, left(now_at(desk, workshop_id).now.seconds_left)) == (2, 20)
    history.undo(desk)
    assert now_at(desk, workshop_id).now.turn == 1
    room.next_turn(desk, workshop_id)
    room.next_turn(desk, workshop_id)
    with pytest.raises(Refusal, match="This is the last turn"):
        room.next_turn(desk, workshop_id)
    clock.at += timedelta(minutes=22)
    room.more_time(desk, workshop_id)
    assert left(now_at(desk, workshop_id).now.seconds_left) == 5, "five minutes more are five minutes from now"
    room.end(desk, workshop_id)
    assert room.room(desk, workshop_id, clock.at) is None
    with pytest.raises(Refusal, match="No clock runs"):
        room.pause(desk, workshop_id, on=True)


def test_a_clock_set_back_begins_no_turn_anew_and_yesterdays_runs_no_more(desk, workshop_id, eight, clock):
    room.begin(desk, workshop_id, tables_of(desk, workshop_id), 20)
    clock.at -= timedelta(minutes=30)
    assert left(now_at(desk, workshop_id).now.seconds_left) == 20
    clock.at += timedelta(days=1)
    assert room.room(desk, workshop_id, clock.at) is None
    assert room.wall_clock(desk, clock.at) is None


def test_a_sixth_table_a_fourth_person_and_somebody_alone_are_refused_by_name(desk, workshop_id, include):
    people = [include(f"Person {chr(ord('A') + n)}") for n in range(18)]
    tables = tables_of(desk, workshop_id)
    assert len(tables) == 6
    with pytest.raises(Refusal, match="Person P, Person Q and Person R would sit at a sixth table"):
        room.begin(desk, workshop_id, tables, 20)
    with pytest.raises(Refusal, match="Table A has 4 people"):
        room.begin(desk, workshop_id, (people[:4],), 20)
    with pytest.raises(Refusal, match="Person C is alone at table B"):
        room.begin(desk, workshop_id, (people[:2], people[2:3]), 20)
    with pytest.raises(Refusal, match="Nobody sits at a table"):
        room.begin(desk, workshop_id, ((), ()), 20)
    with pytest.raises(Refusal, match="a whole number from 1 to 60"):
        room.begin(desk, workshop_id, tables[:5], "long")
    assert room.room(desk, workshop_id, desk.clock.now()) is None, "what is refused begins nothing"
    room.begin(desk, workshop_id, tables[:5], 20)


def test_the_room_has_one_clock_and_the_wall_shows_it_without_a_name(desk, workshop_id, eight, clock):
    goal_round.begin_turn(desk, eight["Ana"])
    room.begin(desk, workshop_id, tables_of(desk, workshop_id), 15)
    assert goal_round.running_turn(desk, workshop_id, clock.at) is None
    assert on_the_wall(desk) == (15, 1, 3)
    goal_round.begin_turn(desk, eight["Ben"])
    assert room.room(desk, workshop_id, clock.at) is None
    assert on_the_wall(desk) == (20, 1, 1)


def test_whoever_goes_home_or_is_erased_speaks_at_no_table_any_more(desk, workshop_id, eight):
    room.begin(desk, workshop_id, ((eight["Ana"], eight["Ben"], eight["Cleo"]),), 15)
    checkin.mark(desk, eight["Ana"], Presence.LEFT)
    (table,) = now_at(desk, workshop_id).tables
    assert (table.speaks, [words.split()[-1] for words in table.listen]) == ("", ["Ben", "Cleo"])
    assert eight["Ana"] not in {seat.person for seat in room.seating(desk, workshop_id)}
    erasure.ask(desk, eight["Ben"], Proof(table_number="2", last_figures="55"), at_once=True)
    erasure.erase(desk, eight["Ben"])
    with desk.archive.look() as rows:
        assert [seat.participant_id for seat in rows.all(RoomSeat)] == [eight["Ana"], eight["Cleo"]]
