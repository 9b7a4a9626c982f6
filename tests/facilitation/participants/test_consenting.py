"""Consent is one yes for taking part; a no to keeping answers is lived through the whole program."""

from datetime import timedelta

import pytest

from mat_desktop.facilitation import screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import log, schedule
from mat_desktop.facilitation.door import closing
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.outcomes import plan
from mat_desktop.facilitation.pairing import ballots, board, moves, telling
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.outcomes.plan import NO_RESEARCH
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.consent import ON_THE_SECOND_SHEET, WORDING, Consent, ConsentKind
from mat_desktop.workshop.participants.participant import Registration
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.today import DueKind
from tests.people import WORKSHOP_DAY

STORE, FIRST, TAKE_PART = ConsentKind.STORE, ConsentKind.FIRST_CALL, ConsentKind.TAKE_PART


def says(desk, person, kind, yes):
    consenting.answer_consent(desk, person, kind, yes=yes)


def test_a_no_at_the_first_call_is_kept_with_its_words_and_day_and_nothing_else_is_written_down(desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana", "021 555")
    says(desk, ana, FIRST, False)
    with desk.archive.look() as rows:
        (kept,) = rows.all(Consent)
    assert (kept.wording, kept.given_on, kept.refused) == (WORDING[FIRST], WORKSHOP_DAY, True)
    for road in (
        lambda: responses.answer(desk, ana, READINESS, 1, Entered(value=1)),
        lambda: screening.set_note(desk, ana, "tired"),
        lambda: goals.add(desk, ana),
        lambda: participants.change(desk, ana, PersonField.EMAIL, "ana@example.org"),
        lambda: participants.change(desk, ana, PersonField.CHALLENGE, "to sleep through the night"),
    ):
        with pytest.raises(Refusal, match="on paper"):
            road()
    participants.change(desk, ana, PersonField.CHALLENGE, "better sleep")
    participants.change(desk, ana, PersonField.PHONE, "021 556")


def test_nobody_says_yes_to_a_study_where_there_is_none_and_in_one_the_words_that_were_put_are_kept(desk, workshop_id):
    ana = participants.add(desk, workshop_id, "Ana", "021 555")
    for road in (
        lambda: participants.set_consent(desk, ana, ConsentKind.STUDY, given=True),
        lambda: says(desk, ana, ConsentKind.STUDY, True),
    ):
        with pytest.raises(Refusal, match="part of no study"):
            road()
    plan.change_plan(desk, workshop_id, plan.PlanField.REGISTRY, NO_RESEARCH)
    schedule.set_study(desk, workshop_id, on=True)
    participants.set_consent(desk, ana, ConsentKind.STUDY, given=True)
    with desk.archive.look() as rows:
        (kept,) = rows.all(Consent)
    assert "You may be asked to wait until" in kept.wording
    assert "no research that a committee has to allow" in kept.wording
    assert kept.wording.endswith(ON_THE_SECOND_SHEET)
    participants.set_consent(desk, ana, ConsentKind.STUDY, given=False)
    assert participants.person(desk, ana).consents == {}


def test_somebody_on_paper_only_is_included_without_a_reason_paired_and_gets_paper_but_nothing_is_typed(
    desk, workshop_id, include
):
    ana, ben = participants.add(desk, workshop_id, "Ana", "021 555"), include("Ben")
    says(desk, ana, TAKE_PART, True)
    says(desk, ana, STORE, False)
    assert screening.talk(desk, ana, WORKSHOP_DAY).nothing_because == "nothing, for the answers stay on paper"
    screening.decide(desk, ana, ScreeningOutcome.INCLUDE, "she is well")
    assert screening.talk(desk, ana, WORKSHOP_DAY).reason == ""
    moves.put_together(desk, [ana, ben])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    with pytest.raises(Refusal, match="on paper"):
        ballots.mark(desk, ana, ben, Choice.GLADLY)
    with pytest.raises(Refusal, match="on paper"):
        log.mark(desk, 1, ana, WORKSHOP_DAY + timedelta(days=2), Mark.TALKED)
    with pytest.raises(Refusal, match="on paper"):
        entry.answer(desk, ana, 6, "different", "much")
    ballots.mark(desk, ben, ana, Choice.GLADLY)


def test_nobody_asks_for_sheets_or_answers_of_somebody_on_paper_only(desk, workshop_id, pair, clock):
    _, ana, _ = pair
    says(desk, ana, STORE, False)
    clock.go_to(WORKSHOP_DAY.replace(month=10))
    kinds = (DueKind.SHEETS, DueKind.RATING, DueKind.ASKED_AGAIN)
    asked = {entry.who for row in today.today(desk).due if row.kind in kinds for entry in row.entries}
    assert asked == {"Ben"}


def test_the_last_answer_counts_and_people_of_older_libraries_are_not_refused(desk, workshop_id, include):
    ana, ben = include("Ana"), include("Ben")
    says(desk, ana, FIRST, True)
    says(desk, ana, STORE, False)
    assert participants.person(desk, ana).paper_only
    says(desk, ana, STORE, True)
    assert not participants.person(desk, ana).paper_only
    goals.add(desk, ana)
    assert not screening.talk(desk, ben, WORKSHOP_DAY).asked_first
    goals.add(desk, ben)


def test_consent_withdrawn_in_the_middle_of_screening_keeps_what_is_there_and_takes_nothing_more(
    desk, workshop_id, include
):
    ana = include("Ana")
    says(desk, ana, STORE, True)
    responses.answer(desk, ana, READINESS, 1, Entered(value=2))
    says(desk, ana, STORE, False)
    with pytest.raises(Refusal, match="on paper"):
        responses.answer(desk, ana, READINESS, 2, Entered(value=2))
    assert screening.talk(desk, ana, WORKSHOP_DAY).readiness.items[0].answer == Entered(value=2)


def test_many_signed_sheets_are_one_yes_each_and_set_nothing_that_is_optional(desk, workshop_id, include):
    people = [include(name) for name in ("Ana", "Ben", "Cleo")]
    assert consenting.signed(desk, people) == 3
    assert consenting.signed(desk, people) == 0
    assert {row.answers for row in consenting.answers(desk, workshop_id)} == {(True, None, None, None, None)}
    with pytest.raises(Refusal, match="in your hand"):
        consenting.signed(desk, ())


def test_who_says_no_to_taking_part_is_off_the_board_until_they_say_yes_and_who_is_in_a_pair_is_not_left_alone(
    desk, workshop_id, include, pair
):
    dov = include("Dov")
    assert [name for _, name in board.board(desk, workshop_id).not_placed] == ["Dov"]
    says(desk, dov, TAKE_PART, False)
    assert board.board(desk, workshop_id).not_placed == ()
    with pytest.raises(Refusal, match="Dov said no to taking part"):
        moves.put_together(desk, [dov, include("Elif")])
    says(desk, dov, TAKE_PART, True)
    assert "Dov" in [name for _, name in board.board(desk, workshop_id).not_placed]
    with pytest.raises(Refusal, match="Ana is in a pair"):
        says(desk, pair[1], TAKE_PART, False)


def test_the_day_is_not_closed_before_the_signed_sheet_of_everybody_in_a_pair_is_there(desk, workshop_id, pair):
    def missing():
        found = closing.door_list(desk, workshop_id, "")
        return [line.name for line in found.lines if "signed sheet" in line.open]

    assert missing() == ["Ana", "Ben"]
    with pytest.raises(Refusal, match=r"Ana \(signed sheet, numbers, papers\)"):
        closing.close_day(desk, workshop_id)
    consenting.signed(desk, pair[1:])
    assert missing() == []


def test_whoever_stops_before_a_pair_goes_off_the_list_and_who_is_in_a_pair_is_not_left_alone(
    desk, workshop_id, include, pair
):
    dov = include("Dov")
    says(desk, dov, TAKE_PART, True)
    consenting.stops(desk, dov)
    assert participants.person(desk, dov).registration is Registration.CANCELLED
    assert TAKE_PART not in participants.person(desk, dov).consents
    with pytest.raises(Refusal, match="Ana is in a pair"):
        consenting.stops(desk, pair[1])
