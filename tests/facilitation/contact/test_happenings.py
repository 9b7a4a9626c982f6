"""Something has happened to somebody on the list who is in no pair: before the day, or after they went home alone."""

from datetime import date, timedelta

import pytest

from mat_desktop.facilitation.contact import happenings
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.pairing import life, moves
from mat_desktop.facilitation.pairing.board import board
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.contact.happenings import Happened, NewTie
from mat_desktop.workshop.participants.participant import Registration
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind
from tests.people import WORKSHOP_DAY

DAY = timedelta(days=1)


def happened(desk, person, kind, on=WORKSHOP_DAY, **more):
    return happenings.record(desk, person, Told(kind=kind, happened_on=on, **more))


def promised(desk):
    return [(view.call.who, view.call.due) for view in today.today(desk).promised]


def test_something_can_happen_to_everybody_on_the_list_who_lives(desk, workshop_id, include):
    ana, ben = include("Ana"), participants.add(desk, workshop_id, "Ben", "021 5")
    for name, state in (("Cleo", Registration.WAITING), ("Dov", Registration.CANCELLED)):
        key = participants.add(desk, workshop_id, name, "021 5")
        participants.change(desk, key, participants.PersonField.REGISTRATION, state)
    happened(desk, ben, Happened.DIED)
    assert [one.name for one in happenings.whom(desk, workshop_id)] == ["Ana", "Cleo", "Dov"]
    assert not any(one.paired for one in happenings.whom(desk, workshop_id))
    with pytest.raises(Refusal, match="in no partnership"):
        happened(desk, ana, Happened.TIE, tie=NewTie.COUPLE)


@pytest.mark.parametrize("kind", [Happened.SILENT, Happened.OTHER])
def test_whoever_is_in_no_pair_is_promised_a_call_and_it_does_not_fall_silent(desk, workshop_id, include, clock, kind):
    ana = include("Ana")
    happened(desk, ana, kind, words="Moved house")
    clock.go_to(WORKSHOP_DAY + 3 * DAY)
    assert promised(desk) == [("Ana", WORKSHOP_DAY + 3 * DAY)]
    assert [row.kind for row in today.today(desk).due if row.step and row.entries and row.entries[0].who == "Ana"] == []
    clock.go_to(WORKSHOP_DAY + 40 * DAY)
    assert promised(desk) == [("Ana", WORKSHOP_DAY + 3 * DAY)]


def test_who_stops_before_the_day_is_expected_no_more_and_their_proposed_pair_is_taken_back(
    desk, workshop_id, include, clock
):
    ana, ben = include("Ana"), include("Ben")
    moves.put_together(desk, [ana, ben])
    setup.change(desk, workshop_id, setup.WorkshopField.HELD_ON, WORKSHOP_DAY + 7 * DAY)
    happened(desk, ana, Happened.STOPS)
    assert [row.name for row in roster.roster(desk, workshop_id) if row.registration is not Registration.CANCELLED] == [
        "Ben"
    ]
    assert board(desk, workshop_id).cards == ()
    desk.archive.undo(clock.now())
    assert len(board(desk, workshop_id).cards) == 1


def test_who_died_before_any_pair_leaves_every_list_and_nothing_prints(desk, workshop_id, include):
    ana = include("Ana")
    include("Ben")
    happened(desk, ana, Happened.DIED, on=WORKSHOP_DAY - 20 * DAY)
    assert [row.name for row in roster.roster(desk, workshop_id)] == ["Ben"]
    for kind in SheetKind:
        assert ana not in [r.key for r in sheets.recipients(desk, workshop_id, (kind,))]


@pytest.mark.parametrize("day", [WORKSHOP_DAY - 400 * DAY, WORKSHOP_DAY + DAY, date(26, 3, 14)])
def test_a_day_longer_ago_than_a_year_or_still_to_come_is_refused_with_the_days_that_can_be(
    desk, workshop_id, include, day
):
    with pytest.raises(Refusal, match="The day lies between 14 March 2025 and today"):
        happened(desk, include("Ana"), Happened.SILENT, on=day)


def test_where_the_facilitator_takes_part_she_has_a_log_a_card_dates_and_a_goal_of_her_own(desk, workshop_id, include):
    include("Ana")
    setup.change(desk, workshop_id, setup.WorkshopField.FACILITATOR, "Ruth")
    hers = life.take_part(desk, workshop_id, "Mere")
    assert goals.people(desk, workshop_id)[-1].id == hers
    goals.change(desk, goals.add(desk, hers), goals.GoalField.WORDS, "Sleep more")
    for kind in (
        *(SheetKind.CALL_LOG, SheetKind.POCKET_CARD, SheetKind.DATES),
        *(SheetKind.GOAL_SHEET, SheetKind.GOAL_CARD),
    ):
        assert hers in [r.key for r in sheets.recipients(desk, workshop_id, (kind,))], kind
    for kind in (SheetKind.QUESTIONNAIRE, SheetKind.SIX_MONTHS, SheetKind.CONSENT):
        assert hers not in [r.key for r in sheets.recipients(desk, workshop_id, (kind,))], kind
