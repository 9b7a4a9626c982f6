"""What was done and when, for whoever asks: in the words of deeds, and naming nobody but the one who was chosen."""

import pytest

from mat_desktop.facilitation import history
from mat_desktop.facilitation.library import audit as module
from mat_desktop.facilitation.library.audit import Chosen, audit
from mat_desktop.facilitation.pairing import ballots, ties
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.dates import full
from tests.people import WORKSHOP_DAY


def lines(desk, chosen=None, before=None):
    return [line for day in audit(desk, chosen, before).days for line in day.lines]


@pytest.fixture
def ana(desk, workshop_id):
    return Chosen(participants.add(desk, workshop_id, "Ana"), "Ana")


@pytest.fixture
def ben(desk, workshop_id):
    return participants.add(desk, workshop_id, "Ben")


def test_without_anybody_chosen_nobody_is_named_and_the_last_deed_stands_first(desk, ana, ben):
    ties.mark_couple(desk, ana.id, ben)
    words = [line.split("  ")[1] for line in lines(desk)]
    assert words[:2] == ["marking 2 people as a couple", "adding somebody (2 times)"]
    assert words[-1] == "setting up the workshop"
    assert not [line for line in lines(desk) if "Ana" in line or "Ben" in line]


def test_of_somebody_who_is_chosen_all_that_was_about_them_is_told_and_nobody_else_is_named(desk, ana, ben):
    ties.mark_couple(desk, ana.id, ben)
    participants.change(desk, ben, participants.PersonField.PHONE, "021")
    told = [line.split("  ")[1] for line in lines(desk, ana)]
    assert told == ["marking Ana and 1 other as a couple", "adding Ana"]


def test_what_was_taken_back_and_done_again_says_so(desk, ana):
    history.undo(desk)
    history.redo(desk)
    told = [line.split("  ")[1] for line in lines(desk, ana)]
    assert told == ["done again: adding Ana", "taken back: adding Ana", "adding Ana"]


def test_each_day_has_its_title_and_each_deed_its_time(desk, clock, ana):
    (today,) = audit(desk).days
    assert today.title == full(clock.today())
    assert [line[:5] for line in today.lines] == [f"{clock.now():%H:%M}"] * 2


def test_a_long_journal_is_told_page_by_page_and_each_line_once(desk, workshop_id, monkeypatch):
    monkeypatch.setattr(module, "LINES", 2)
    for name in ("Ana", "Ben", "Cleo"):
        participants.add(desk, workshop_id, name)
    first = audit(desk)
    second = audit(desk, before=first.earlier)
    third = audit(desk, before=second.earlier)
    told = [line.split("  ")[1] for page in (first, second, third) for day in page.days for line in day.lines]
    assert told == ["adding somebody (2 times)", "adding somebody", "setting up the workshop"]
    assert third.earlier is None


def test_two_who_are_called_alike_can_be_told_apart(desk, workshop_id, ana):
    other = setup.create(desk, "Mill Lane", "", WORKSHOP_DAY, "UTC")
    participants.add(desk, other, "Ana")
    participants.add(desk, other, "Ben")
    names = [chosen.name for chosen in module.everybody(desk)]
    assert names[2] == "Ben"
    assert len(set(names)) == 3
    assert names[1].startswith("Ana (Mill Lane, table ")


def test_what_somebody_else_wished_about_a_person_stands_on_no_page_about_them(desk, ana, ben):
    ballots.rate(desk, ben, ana.id, 3)
    ties.keep_apart(desk, ana.id, ben)
    assert [line.split("  ")[1] for line in lines(desk, ana)] == ["adding Ana"]
    assert len(lines(desk)) == 4
