"""What stands about somebody in the contact line and on the phone list, and when it goes again."""

from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import schedule
from mat_desktop.facilitation.pairing import life
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.printed.contact import PhoneListSheet
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.promises.line import line
from mat_desktop.facilitation.setup import ending
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.today import page as today
from mat_desktop.facilitation.today import reminders
from mat_desktop.workshop.contact.schedule import ArmKind
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.promises import PLANNED, Promise
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKind
from tests.people import WORKSHOP_DAY, part_of_a_study
from tests.sure import sure_of

DAY = timedelta(days=1)
LAST_MEETING = date(2027, 3, 14)


def to_cut_up(desk):
    """What Today says about phone lists, and whether she can say that it is done."""
    rows = [row for row in today.today(desk).due if row.kind is DueKind.CUT_UP]
    return [(row.title, [(e.done_by_word, e.can_wait) for e in row.entries]) for row in rows]


def print_phone_list(desk, workshop_id):
    sheets.print_out(desk, Order(workshop_id=workshop_id, kinds=(SheetKind.PHONE_LIST,), people=()))


def test_today_asks_until_the_printed_phone_list_is_cut_up_also_after_the_workshop_is_finished(
    desk, workshop_id, include, clock
):
    include("Ana")
    assert to_cut_up(desk) == []
    print_phone_list(desk, workshop_id)
    asks = [(f"Cut up the phone list of {WORKSHOP_DAY.day} March", [(True, False)])]
    for days in (0, 3, 200):
        clock.go_to(WORKSHOP_DAY + days * DAY)
        assert to_cut_up(desk) == asks
    ending.finish(desk, workshop_id)
    assert to_cut_up(desk) == asks
    (row,) = [row for row in today.today(desk).due if row.kind is DueKind.CUT_UP]
    reminders.done(desk, workshop_id, row.entries[0].key)
    assert to_cut_up(desk) == []
    history.undo(desk)
    assert to_cut_up(desk) == asks


def listed(desk, workshop_id):
    (sheet,) = sheets.preview(desk, Order(workshop_id=workshop_id, kinds=(SheetKind.PHONE_LIST,), people=()))
    return [row.name for row in sure_of(PhoneListSheet, sheet).rows]


def test_whoever_is_promised_a_call_stands_on_the_phone_list_in_the_order_of_today_also_without_a_partner(
    desk, workshop_id, pair, include, clock
):
    cleo, dov, elif_ = (include(name) for name in ("Cleo", "Dov", "Elif"))
    assert listed(desk, workshop_id) == ["Ana", "Ben"]
    life.waits(desk, dov, WORKSHOP_DAY + 9 * DAY)
    keeping.give(desk, cleo, WORKSHOP_DAY + 10 * DAY)
    keeping.give(desk, elif_, WORKSHOP_DAY + 12 * DAY, safety=True)
    clock.go_to(WORKSHOP_DAY + 15 * DAY)
    on_today = [p.call.who for p in today.today(desk).promised]
    assert on_today == ["Elif", "Dov", "Cleo", "Ana", "Ben"]
    assert listed(desk, workshop_id) == on_today
    participants.change(desk, cleo, participants.PersonField.REACH_BY_PHONE, False)
    assert "Cleo" not in listed(desk, workshop_id)
    (call,) = [p.call for p in today.today(desk).promised if p.call.who == "Dov"]
    keeping.kept(desk, call.which)
    assert "Dov" not in listed(desk, workshop_id)


def test_a_phone_list_that_is_printed_anew_is_asked_about_anew(desk, workshop_id, include, clock):
    include("Ana")
    print_phone_list(desk, workshop_id)
    (row,) = [row for row in today.today(desk).due if row.kind is DueKind.CUT_UP]
    reminders.done(desk, workshop_id, row.entries[0].key)
    clock.go_to(WORKSHOP_DAY + 14 * DAY)
    assert to_cut_up(desk) == []
    print_phone_list(desk, workshop_id)
    assert len(to_cut_up(desk)) == 1


def test_of_a_kept_promise_stays_how_often_it_was_tried_and_no_day_of_it(desk, workshop_id, include, clock):
    ana = include("Ana")
    keeping.give(desk, ana, WORKSHOP_DAY)
    for days in (0, 1):
        clock.go_to(WORKSHOP_DAY + days * DAY)
        (call,) = [p.call for p in today.today(desk).promised]
        keeping.no_answer(desk, call.which)
    keeping.kept(desk, call.which)
    with desk.archive.look() as rows:
        (promise,) = rows.all(Promise)
    assert (promise.attempts, promise.tried_on) == (2, None)


@pytest.mark.parametrize("later", [False, True])
def test_three_months_after_the_last_meeting_the_line_is_empty_unless_later_contact_was_agreed(desk, pair, later):
    _, ana, _ = pair
    consenting.answer_consent(desk, ana, ConsentKind.LATER_CONTACT, yes=later)
    told = [bool(line(desk, ana, LAST_MEETING + timedelta(days=days)).entries) for days in (0, 92, 93)]
    assert told == [True, True, later]


def test_the_line_of_somebody_who_never_began_is_empty_three_months_after_the_workshop(desk, include, clock):
    wren = include("Wren")
    keeping.give(desk, wren, WORKSHOP_DAY + DAY)
    clock.go_to(WORKSHOP_DAY + DAY)
    (call,) = [p.call for p in today.today(desk).promised]
    keeping.kept(desk, call.which)
    ends = date(2026, 6, 14)
    assert [bool(line(desk, wren, day).entries) for day in (ends, ends + DAY)] == [True, False]


@pytest.mark.parametrize("kind", ArmKind)
def test_who_waits_by_chance_is_promised_the_same_calls_as_everybody_else(desk, workshop_id, pair, clock, kind):
    place, ana, _ = pair
    before = line(desk, ana, WORKSHOP_DAY).promises
    part_of_a_study(desk, workshop_id)
    (arm,) = [one for one in schedule.arms(desk, workshop_id) if one.kind is kind]
    if kind is ArmKind.WAIT_LIST:
        schedule.change_arm(desk, arm.id, "Waiting list", date(2026, 9, 14))
    schedule.choose_arm(desk, place, arm.id)
    assert [one.which.reason for one in before] == [*PLANNED]
    assert line(desk, ana, WORKSHOP_DAY).promises == before
