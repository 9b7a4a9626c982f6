"""The run sheet is hers: she names, adds, moves, repeats and removes its parts, and it keeps the time."""

from datetime import timedelta
from random import Random  # noqa: TID251  seeded below

import pytest

from mat_desktop.facilitation import guidance, history
from mat_desktop.facilitation.pairing import rounds
from mat_desktop.facilitation.printed.setup import RunSheet
from mat_desktop.facilitation.setup import parts_of_the_day, repeating, run_sheet
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.setup.parts_of_the_day import MOST_PARTS
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.shown.dates import clock as shown
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import RunSheetBlock
from mat_desktop.workshop.sheets import SheetKind
from tests.people import WORKSHOP_DAY


def day_of(desk, workshop_id):
    return run_sheet.run_sheet(desk, workshop_id, desk.clock.now())


def titles(desk, workshop_id) -> list[str]:
    return [block.title for block in day_of(desk, workshop_id).blocks]


def part(desk, workshop_id, title: str):
    return next(block for block in day_of(desk, workshop_id).blocks if block.title == title)


def on_paper(desk, workshop_id) -> RunSheet:
    (sheet,) = sheets.preview(desk, Order(workshop_id=workshop_id, kinds=(SheetKind.RUN_SHEET,)))
    assert isinstance(sheet, RunSheet)
    return sheet


def test_every_part_has_its_time_on_screen_and_on_paper_before_the_day_starts(desk, workshop_id, clock):
    clock.go_to(WORKSHOP_DAY - timedelta(days=1))
    assert {block.begins for block in day_of(desk, workshop_id).blocks} == {None}
    assert (on_paper(desk, workshop_id).by_the_clock, on_paper(desk, workshop_id).lines[1].begins) == (False, "0:20")
    parts_of_the_day.set_begin(desk, workshop_id, "9.30")
    seen = [(shown(b.begins), b.title) for b in day_of(desk, workshop_id).blocks if b.begins]
    assert seen[:3] == [
        ("09:30", "Welcome and ground rules"),
        ("09:50", "Private baseline"),
        ("10:15", "Evidence for and against"),
    ]
    assert [(line.begins, line.title) for line in on_paper(desk, workshop_id).lines] == seen
    with pytest.raises(Refusal, match="A time of day such as"):
        parts_of_the_day.set_begin(desk, workshop_id, "half past")


def test_parts_are_renamed_added_moved_repeated_and_removed_and_each_is_undone_alone(desk, workshop_id, clock):
    clock.go_to(WORKSHOP_DAY - timedelta(days=1))
    before = day_of(desk, workshop_id)
    welcome, lunch = part(desk, workshop_id, "Welcome and ground rules"), part(desk, workshop_id, "Lunch")
    steps = (
        lambda: parts_of_the_day.rename_block(desk, welcome.id, "  Karakia and welcome "),
        lambda: parts_of_the_day.add_block(desk, workshop_id, "A walk", lunch.id),
        lambda: parts_of_the_day.repeat_block(desk, lunch.id),
        lambda: parts_of_the_day.move_block(desk, lunch.id, -1),
        lambda: parts_of_the_day.remove_block(desk, part(desk, workshop_id, "Listening drill").id),
        lambda: parts_of_the_day.set_page(desk, lunch.id, Step.PARTICIPANTS),
    )
    states = [before]
    for step in steps:
        step()
        states.append(day_of(desk, workshop_id))
    found = titles(desk, workshop_id)
    assert found[0] == "Karakia and welcome"
    at = found.index("Lunch")
    assert found[at + 1 : at + 4] == ["Goals in threes", "Lunch", "A walk"]
    assert "Listening drill" not in found
    for state in reversed(states[:-1]):
        history.undo(desk)
        assert day_of(desk, workshop_id) == state


def test_what_has_begun_stays_where_it_is_and_what_is_needed_is_not_removed(desk, workshop_id, clock):
    first, second, *_ = day_of(desk, workshop_id).blocks
    with pytest.raises(Refusal, match="“Welcome and ground rules” cannot go any further back"):
        parts_of_the_day.move_block(desk, first.id, -1)
    with pytest.raises(Refusal, match="“Private baseline” cannot be removed while what comes later needs it"):
        parts_of_the_day.remove_block(desk, second.id)
    run_sheet.start_block(desk, second.id)
    for refused in (parts_of_the_day.remove_block, lambda d, b: parts_of_the_day.move_block(d, b, 1)):
        for begun in (first, second):
            with pytest.raises(Refusal, match="has begun or is over"):
                refused(desk, begun.id)
    third = day_of(desk, workshop_id).blocks[2]
    with pytest.raises(Refusal, match="cannot go any further back"):
        parts_of_the_day.move_block(desk, third.id, -1)
    new = parts_of_the_day.add_block(desk, workshop_id, "Air", first.id)
    assert day_of(desk, workshop_id).blocks[2].id == new
    with pytest.raises(Refusal, match="Give this part of the day a name"):
        parts_of_the_day.rename_block(desk, new, " ")
    parts_of_the_day.may_be_left_out(desk, part(desk, workshop_id, "Private ballot").id, droppable=True)
    parts_of_the_day.remove_block(desk, part(desk, workshop_id, "Private ballot").id)


def test_a_day_has_only_so_many_parts(desk, workshop_id):
    for _ in range(MOST_PARTS - len(titles(desk, workshop_id))):
        parts_of_the_day.add_block(desk, workshop_id, "Break")
    with pytest.raises(Refusal, match="A day has at most 60 parts"):
        parts_of_the_day.repeat_block(desk, day_of(desk, workshop_id).blocks[0].id)


def test_late_is_counted_from_the_time_at_which_the_day_should_have_begun(desk, workshop_id, clock):
    parts_of_the_day.set_begin(desk, workshop_id, "09:00")
    first, second, third, *_ = day_of(desk, workshop_id).blocks
    clock.at = clock.at.replace(hour=9, minute=15)
    run_sheet.start_block(desk, first.id)
    assert day_of(desk, workshop_id).minutes_late == 15
    clock.at += timedelta(minutes=20)
    run_sheet.start_block(desk, second.id)
    added = parts_of_the_day.add_block(desk, workshop_id, "Air", second.id)
    assert day_of(desk, workshop_id).minutes_late == 15, "what is put in ahead makes nothing late yet"
    run_sheet.set_minutes(desk, added, 5)
    clock.at += timedelta(minutes=second.minutes + 10)
    sheet = day_of(desk, workshop_id)
    assert sheet.minutes_late == 25
    begins = {block.title: block.begins for block in sheet.blocks}
    assert begins["Air"] == clock.at, "what comes next waits until what runs over is done"
    assert begins[third.title] == clock.at + timedelta(minutes=5)
    clock.at -= timedelta(hours=2)
    assert day_of(desk, workshop_id).minutes_late == 15, "a clock that was set back makes nothing later"


def test_the_day_starts_on_its_day_only(desk, workshop_id, clock):
    first = day_of(desk, workshop_id).blocks[0]
    clock.go_to(WORKSHOP_DAY + timedelta(days=1))
    with pytest.raises(Refusal, match="The day is Saturday 14 March 2026"):
        run_sheet.start_block(desk, first.id)
    assert {block.state for block in day_of(desk, workshop_id).blocks} == {"over"}


def test_next_follows_the_day_as_it_was_made_and_never_goes_round(desk, workshop_id, clock):
    chance = Random(7)
    for _ in range(60):
        blocks = day_of(desk, workshop_id).blocks
        block = chance.choice(blocks)
        deed = chance.choice(
            (
                lambda b=block: parts_of_the_day.move_block(desk, b.id, chance.choice((-1, 1))),
                lambda b=block: parts_of_the_day.repeat_block(desk, b.id),
                lambda b=block: parts_of_the_day.remove_block(desk, b.id),
                lambda b=block: parts_of_the_day.set_page(desk, b.id, chance.choice(("", *Step))),
                lambda b=block: parts_of_the_day.add_block(desk, workshop_id, "More", b.id),
                lambda b=block: run_sheet.start_block(desk, b.id),
            )
        )
        try:
            deed()
        except Refusal:
            continue
        with desk.archive.look() as rows:
            kept = sorted(b.position for b in rows.all(RunSheetBlock, workshop_id=workshop_id))
        assert kept == list(range(len(kept)))
        asked = [b.step for b in day_of(desk, workshop_id).blocks if b.step and b.state in ("ahead", "running")]
        for start in Step:
            passed = [start]
            while (step := guidance.next_step(desk, workshop_id, passed[-1])[0]) is not passed[-1]:
                assert step not in passed, "Next goes round"
                passed.append(step)
        if asked and Step(asked[0]) is not Step.SETUP:
            assert guidance.day_route(day_of(desk, workshop_id).blocks)[0] == asked[0]


def test_the_rounds_take_their_minutes_from_the_first_part_of_pairing_however_it_is_called(desk, workshop_id):
    block = part(desk, workshop_id, "Three-minute rounds")
    parts_of_the_day.rename_block(desk, block.id, "Speedy hellos")
    run_sheet.set_minutes(desk, block.id, 25)
    assert rounds.rota(desk, workshop_id).minutes == 25


def test_the_next_workshop_begins_with_the_day_as_it_was_made(desk, workshop_id, clock):
    parts_of_the_day.set_begin(desk, workshop_id, "10")
    parts_of_the_day.add_block(desk, workshop_id, "A walk", part(desk, workshop_id, "Lunch").id)
    day = WORKSHOP_DAY + timedelta(days=365)
    key = repeating.repeat(desk, workshop_id, "Again", "", day, setup.workshop(desk, workshop_id).time_zone)
    assert titles(desk, key) == titles(desk, workshop_id)
    assert day_of(desk, key).begins_at == "10:00"
