"""Asking for somebody to be erased: who is told apart, what is locked meanwhile, what is in the way."""

from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import history, safety, screening
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Beforehand, CopiesErased, Proof
from mat_desktop.facilitation.pairing import life
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.research import export as research
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from tests.people import WORKSHOP_DAY
from tests.sure import sure

WEEK = WORKSHOP_DAY + timedelta(days=7)
ANAS = Proof("1", "55")


def due(desk) -> list[str]:
    return [words.title for words in today.today(desk).due]


def test_who_asks_is_erased_seven_days_later_and_not_before(desk, pair, clock):
    _, ana, _ = pair
    assert erasure.ask(desk, ana, ANAS, at_once=False) == WEEK
    clock.go_to(WEEK - timedelta(days=1))
    with pytest.raises(Refusal, match="still to come"):
        erasure.erase(desk, ana)
    clock.go_to(WEEK)
    erasure.erase(desk, ana)
    with pytest.raises(Refusal, match="still to come"):
        erasure.erase(desk, ana)


def test_nobody_is_erased_who_did_not_ask(desk, pair):
    with pytest.raises(Refusal):
        erasure.erase(desk, pair[1])


@pytest.mark.parametrize(
    ("proof", "why"),
    [
        (Proof("2", "55"), "another table number"),
        (Proof("1", "56"), "ends otherwise"),
        (Proof("", ""), "another table number"),
    ],
)
def test_a_namesake_is_not_erased_by_mistake(desk, pair, proof, why):
    with pytest.raises(Refusal, match=why):
        erasure.ask(desk, pair[1], proof, at_once=True)


def test_before_the_question_she_reads_whose_calls_end_with_it(desk, pair):
    _, ana, ben = pair
    assert erasure.erasure_of(desk, ana, WORKSHOP_DAY).goes_on_with == ("Ben",)
    assert erasure.erasure_of(desk, ben, WORKSHOP_DAY).goes_on_with == ("Ana",)
    alone = participants.add(desk, pair[0], "Dov")
    assert erasure.erasure_of(desk, alone, WORKSHOP_DAY).goes_on_with == ()


def test_namesakes_are_told_apart_by_table_and_phone(desk, workshop_id):
    first = participants.add(desk, workshop_id, "Carmen R.", "021 555 1288")
    participants.add(desk, workshop_id, "Carmen S.", "021 555 1299")
    view = erasure.erasure_of(desk, first, WORKSHOP_DAY)
    assert view.who == "There are 2 people called Carmen. This is Carmen R., table 1, phone 021 … 88."


def test_nobody_is_erased_while_a_safety_card_is_open(desk, pair):
    _, ana, _ = pair
    card = safety.open_by_hand(desk, ana, "said so at the door")
    with pytest.raises(Refusal, match="A safety card of Ana is open"):
        erasure.ask(desk, ana, ANAS, at_once=True)
    safety.record_action(desk, card, "Talked alone", "10:00", "RN")
    erasure.ask(desk, ana, ANAS, at_once=True)
    safety.open_by_hand(desk, ana, "and again")
    with pytest.raises(Refusal, match="A safety card of Ana is open"):
        erasure.erase(desk, ana)


def test_a_facilitator_who_takes_part_does_not_erase_herself(desk, workshop_id):
    setup.change(desk, workshop_id, setup.WorkshopField.FACILITATOR, "Ruth")
    ruth = life.take_part(desk, workshop_id, "Joana 021 8")
    with pytest.raises(Refusal, match="This is you"):
        erasure.ask(desk, ruth, Proof("1", ""), at_once=True)


def test_what_is_kept_about_somebody_who_asked_is_locked_until_it_is_called_off(desk, pair):
    _, ana, ben = pair
    erasure.ask(desk, ana, ANAS, at_once=False)
    assert erasure.waiting(desk, 1) == {ana: WEEK}
    with pytest.raises(Refusal, match="locked"):
        participants.change(desk, ana, participants.PersonField.PHONE, "021 7")
    participants.change(desk, ben, participants.PersonField.PHONE, "021 7")
    with pytest.raises(Refusal, match="asked for Ana already"):
        erasure.ask(desk, ana, ANAS, at_once=True)
    erasure.call_off(desk, ana)
    participants.change(desk, ana, participants.PersonField.PHONE, "021 7")
    with pytest.raises(Refusal, match="Nobody asked"):
        erasure.call_off(desk, ana)


def test_today_asks_until_it_is_done(desk, pair, clock):
    _, ana, _ = pair
    erasure.ask(desk, ana, ANAS, at_once=False)
    assert "Erase what is kept about one person" in due(desk), "others see Today on the day of an event"
    clock.go_to(WEEK + timedelta(days=30))
    assert "Erase what is kept about Ana" in due(desk)
    erasure.erase(desk, ana)
    assert not [words for words in due(desk) if words.startswith("Erase")]


def test_two_weeks_before_the_promise_runs_out_today_asks_for_those_who_did_not_take_part(desk, workshop_id, clock):
    participants.add(desk, workshop_id, "Wren")
    clock.go_to(date(2026, 5, 30))
    assert not [words for words in due(desk) if words.startswith("Erase")]
    clock.go_to(date(2026, 5, 31))
    assert "Erase Wren, who did not take part" in due(desk)


@pytest.mark.parametrize("outcome", [ScreeningOutcome.NOT_NOW, ScreeningOutcome.OWN_CHOICE, ScreeningOutcome.REFER])
def test_who_will_not_take_part_is_erased_within_three_months_of_the_call_and_not_of_a_later_workshop(
    desk, workshop_id, clock, outcome
):
    clock.go_to(date(2026, 1, 10))
    wren = participants.add(desk, workshop_id, "Wren", "021 555")
    screening.decide(desk, wren, outcome, "later")
    clock.go_to(date(2026, 3, 26))
    assert not [words for words in due(desk) if words.startswith("Erase")]
    clock.go_to(date(2026, 3, 27))
    assert "Erase Wren, who did not take part" in due(desk)
    screening.decide(desk, wren, ScreeningOutcome.INCLUDE, "it is time now")
    assert not [words for words in due(desk) if words.startswith("Erase")]


def test_who_stopped_before_a_pair_is_erased_within_three_months_of_that_day(desk, workshop_id, include, clock):
    clock.go_to(date(2026, 2, 1))
    wren = include("Wren")
    consenting.answer_consent(desk, wren, ConsentKind.TAKE_PART, yes=True)
    consenting.stops(desk, wren)
    clock.go_to(date(2026, 4, 16))
    assert not [words for words in due(desk) if words.startswith("Erase")]
    clock.go_to(date(2026, 4, 17))
    assert "Erase Wren, who did not take part" in due(desk)


def test_whoever_takes_part_or_waits_for_a_partner_is_not_proposed(desk, pair, include, clock):
    include("Cleo")
    clock.go_to(date(2026, 6, 10))
    assert not [words for words in due(desk) if words.startswith("Erase")]


def test_a_card_opens_on_somebody_who_is_locked(desk, pair):
    _, ana, _ = pair
    erasure.ask(desk, ana, ANAS, at_once=False)
    safety.open_by_hand(desk, ana, "said so at the door")


def test_asking_is_undone_by_name(desk, pair):
    erasure.ask(desk, pair[1], ANAS, at_once=False)
    assert "the wish of Ana to be erased" in sure(history.undo_offer(desk)).label
    history.undo(desk)
    assert erasure.waiting(desk, 1) == {}


def test_the_certificate_knows_of_the_research_data_that_were_made(desk, pair):
    research.handed_out(desk, 1)
    erasure.ask(desk, pair[1], ANAS, at_once=True)
    assert erasure.erase(desk, pair[1]).given_out == (WORKSHOP_DAY,)


def test_the_certificate_names_what_could_not_be_reached_and_nobody(desk, pair):
    desk.hold(Fact.SECOND_COPY, "2026-05-02")
    beforehand = Beforehand(authority="the ICO", facilitator="Ruth", had_partner=True, given_out=(date(2026, 4, 1),))
    told = erasure.certificate(desk, beforehand, CopiesErased(reached=14, beyond=("before-0006",)))
    assert told.erased.startswith("On 14 March 2026, as you asked, Ruth erased what was kept about you")
    assert told.erased.endswith("It was erased from 14 safety copies too.")
    assert told.beyond == (
        "Papers at your home. Your partner’s copy of the agreement. "
        "The table that was made on 1 April 2026, which has no names. The stick of 2 May 2026. "
        "The safety copy “before-0006”."
    )
    assert told.by_hand[1] == "the stick of 2 May 2026 was erased on"
    assert "Ana" not in str(told)
