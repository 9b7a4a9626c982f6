"""Asking for a whole workshop to be erased: what is typed for it, what is locked meanwhile, what is in the way."""

from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import history, safety
from mat_desktop.facilitation.library import erasing_workshop as erasing
from mat_desktop.facilitation.library.erasing_workshop import BeforeWorkshop, WorkshopProof
from mat_desktop.facilitation.library.erasure import CopiesErased
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import requests
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.setup import keeping
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from tests.people import WORKSHOP_DAY

WEEK = WORKSHOP_DAY + timedelta(days=7)


@pytest.fixture
def proof(desk, workshop_id):
    return WorkshopProof(setup.workshop(desk, workshop_id).title, "2")


def due(desk) -> list[str]:
    return [words.title for words in today.today(desk).due]


def test_a_workshop_is_erased_seven_days_later_and_not_before(desk, pair, clock, proof):
    assert erasing.ask(desk, 1, proof, at_once=False) == WEEK
    assert keeping.keeping(desk, 1).erase_on == WEEK
    clock.go_to(WEEK - timedelta(days=1))
    with pytest.raises(Refusal, match="still to come"):
        erasing.erase(desk, 1)
    clock.go_to(WEEK)
    assert erasing.erase(desk, 1).people == 2
    with desk.archive.look() as rows:
        assert rows.all(Workshop) == []
    assert today.today(desk).workshops == ()


def test_no_workshop_is_erased_that_nobody_asked_for(desk, pair):
    with pytest.raises(Refusal):
        erasing.erase(desk, 1)


@pytest.mark.parametrize(("title", "people", "why"), [("Mill Lane", "2", "another title"), (None, "3", "number of pe")])
def test_another_workshop_is_not_erased_by_mistake(desk, pair, proof, title, people, why):
    with pytest.raises(Refusal, match=why):
        erasing.ask(desk, 1, WorkshopProof(title or proof.title, people), at_once=True)


def test_a_workshop_is_not_erased_while_a_safety_card_is_open(desk, pair, proof):
    _, ana, _ = pair
    card = safety.open_by_hand(desk, ana, "said so at the door")
    with pytest.raises(Refusal, match="Ana: the safety card is open"):
        erasing.ask(desk, 1, proof, at_once=True)
    safety.record_action(desk, card, "Talked alone", "10:00", "RN")
    erasing.ask(desk, 1, proof, at_once=True)
    safety.open_by_hand(desk, ana, "and again")
    with pytest.raises(Refusal, match="Ana: the safety card is open"):
        erasing.erase(desk, 1)


def test_all_of_the_workshop_is_locked_until_it_is_called_off(desk, pair, proof):
    erasing.ask(desk, 1, proof, at_once=False)
    for change in (
        lambda: participants.change(desk, pair[1], participants.PersonField.PHONE, "021 7"),
        lambda: setup.change(desk, 1, setup.WorkshopField.PLACE, "Mill Lane"),
    ):
        with pytest.raises(Refusal, match="This workshop is locked"):
            change()
    with pytest.raises(Refusal, match="already"):
        erasing.ask(desk, 1, proof, at_once=True)
    erasing.call_off(desk, 1)
    participants.change(desk, pair[1], participants.PersonField.PHONE, "021 7")
    with pytest.raises(Refusal, match="Nobody asked"):
        erasing.call_off(desk, 1)


def test_another_workshop_goes_on_meanwhile(desk, pair, proof):
    other = setup.create(desk, "Mill Lane", "", WORKSHOP_DAY, "Pacific/Auckland")
    erasing.ask(desk, 1, proof, at_once=False)
    participants.add(desk, other, "Wren")


def test_today_asks_for_the_workshop_once_and_for_nobody_of_it_alone(desk, pair, clock, proof):
    clock.go_to(date(2027, 6, 20))
    assert "Erase 2 people: kept long enough" in due(desk)
    erasing.ask(desk, 1, proof, at_once=False)
    assert [title for title in due(desk) if "rase" in title] == ["Erase everything of this workshop"]
    clock.go_to(date(2027, 9, 1))
    assert "Erase everything of this workshop" in due(desk)
    erasing.erase(desk, 1)
    assert due(desk) == []


def test_the_wish_is_no_request_of_any_person(desk, pair, proof):
    erasing.ask(desk, 1, proof, at_once=False)
    with desk.archive.look() as rows:
        assert requests.lines(rows, rows.get(Workshop, 1), {}) == ()


def test_asking_is_undone_and_the_workshop_is_open_again(desk, pair, proof):
    erasing.ask(desk, 1, proof, at_once=False)
    history.undo(desk)
    assert erasing.erasure_of(desk, 1, WORKSHOP_DAY).erase_on is None
    participants.change(desk, pair[1], participants.PersonField.PHONE, "021 7")


def test_she_is_told_first_until_when_people_believe_that_it_is_kept_and_whose_calls_go_on(desk, pair):
    view = erasing.erasure_of(desk, 1, WORKSHOP_DAY)
    assert (view.people, view.go_on, view.later, view.kept_until) == (2, 1, 0, date(2027, 6, 30))


def test_nothing_is_undone_once_a_workshop_was_erased(desk, pair, proof):
    erasing.ask(desk, 1, proof, at_once=True)
    erasing.erase(desk, 1)
    assert history.undo_offer(desk) is None


def test_the_certificate_names_what_could_not_be_reached_and_nobody(desk, pair):
    desk.hold(Fact.SECOND_COPY, "2027-05-02")
    before = BeforeWorkshop(facilitator="Ruth", held_on=WORKSHOP_DAY, people=12, given_out=(date(2027, 4, 1),))
    told = erasing.certificate(desk, before, CopiesErased(reached=14, beyond=("before-0006",)))
    assert told.erased.startswith(
        "On 14 March 2026, Ruth erased what was kept about 12 people who came to the workshop"
    )
    assert told.erased.endswith("It was erased from 14 safety copies too.")
    assert told.beyond == (
        "Papers at people’s homes. Agreements and logs that they took with them. "
        "The table that was made on 1 April 2027, which has no names. The stick of 2 May 2027. "
        "The safety copy “before-0006”."
    )
    assert told.by_hand == ("the sheets in the folder were shredded on", "the stick of 2 May 2027 was erased on")
    assert "Ana" not in str(told)
