"""The second sheet, about a study alone: its words, what allows it, and that the program does what it says."""

from datetime import date

import pytest

from mat_desktop.facilitation.contact import pairs, schedule
from mat_desktop.facilitation.outcomes import plan, study
from mat_desktop.facilitation.outcomes.plan import PlanField
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.workshop.contact.schedule import ArmKind
from mat_desktop.workshop.outcomes.plan import NO_RESEARCH
from mat_desktop.workshop.participants.consent import Consent, ConsentKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind, essentials
from tests.paper.test_sheets import printed, words

STUDY = ConsentKind.STUDY
JUNE = date(2026, 6, 1)


@pytest.fixture
def in_study(desk, workshop_id, pair):
    """A pair in a workshop of a study that a committee allowed, with a waiting list until June."""
    for field, value in (
        (PlanField.COMMITTEE, "Southern Ethics Committee"),
        (PlanField.APPROVAL, "26/STH/14"),
        (PlanField.APPROVED_ON, date(2026, 2, 3)),
        (PlanField.REGISTRY, "ACTRN126"),
    ):
        plan.change_plan(desk, workshop_id, field, value)
    schedule.set_study(desk, workshop_id, on=True)
    waits = waiting_arm(desk, workshop_id)
    schedule.change_arm(desk, waits.id, waits.label, date(2026, 6, 14))
    return pair


def waiting_arm(desk, workshop_id):
    (waits,) = [a for a in schedule.arms(desk, workshop_id) if a.kind is ArmKind.WAIT_LIST]
    return waits


def said(desk, workshop_id, kind, person):
    return " ".join(words(printed(desk, workshop_id, kind, [person])).split())


def test_the_second_sheet_says_what_chance_decides_and_who_allowed_it_and_nothing_of_the_first(
    desk, workshop_id, in_study
):
    text = said(desk, workshop_id, SheetKind.STUDY_CONSENT, in_study[1])
    for sentence in (
        "Chance decides which calls you have. You may be asked to wait until 14 June 2026.",
        "You can say no and still take part, and you can leave the study and go on with your calls.",
        "Allowed by Southern Ethics Committee, number 26/STH/14, on 3 February 2026.",
        "I want to take part in the study.",
        "Date and signature:",
    ):
        assert sentence in text, sentence
    assert "may be kept on the computer" not in text
    first = said(desk, workshop_id, SheetKind.CONSENT, in_study[1])
    assert "Chance decides" not in first
    assert "study" not in first


def test_outside_a_study_there_is_no_second_sheet_and_it_cannot_be_answered(desk, workshop_id, pair):
    assert sheets.recipients(desk, workshop_id, (SheetKind.STUDY_CONSENT,)) == ()
    with pytest.raises(Refusal, match="part of no study"):
        consenting.answer_consent(desk, pair[1], STUDY, yes=True)


def test_in_a_study_the_second_sheet_is_among_what_the_day_could_not_be_held_without(desk, workshop_id, in_study):
    assert SheetKind.STUDY_CONSENT in essentials(study=True)
    assert SheetKind.STUDY_CONSENT not in essentials(study=False)
    assert [r.name for r in sheets.recipients(desk, workshop_id, (SheetKind.STUDY_CONSENT,))] == ["Ana", "Ben"]


@pytest.mark.parametrize("yes", [True, False])
def test_the_answer_is_kept_with_the_words_and_the_approval_it_was_given_under(desk, workshop_id, in_study, yes):
    consenting.answer_consent(desk, in_study[1], STUDY, yes=yes)
    assert [row.in_study for row in consenting.answers(desk, workshop_id)] == [yes, None]
    with desk.archive.look() as rows:
        (kept,) = [c for c in rows.all(Consent) if c.kind is STUDY]
    assert kept.wording.startswith("Chance decides")
    assert "26/STH/14" in kept.wording
    assert kept.refused is not yes


def test_chance_decides_nothing_for_who_was_not_asked_or_said_no(desk, workshop_id, in_study):
    place, ana, ben = in_study
    plan.change_plan(desk, workshop_id, PlanField.REGISTRY, NO_RESEARCH)
    study.seal_list(desk, workshop_id, [a.id for a in schedule.arms(desk, workshop_id)][:2])
    consenting.answer_consent(desk, ana, STUDY, yes=True)
    with pytest.raises(Refusal, match="Ben has not been asked about the study"):
        study.reveal(desk, place)
    consenting.answer_consent(desk, ben, STUDY, yes=False)
    assert study.allocations(desk, workshop_id).waiting == ()
    with pytest.raises(Refusal, match="not everybody of it is in the study"):
        study.reveal(desk, place)
    consenting.answer_consent(desk, ben, STUDY, yes=True)
    assert study.reveal(desk, place)


def test_nobody_who_said_no_is_put_in_an_arm_by_hand(desk, workshop_id, in_study):
    place, _, ben = in_study
    consenting.answer_consent(desk, ben, STUDY, yes=False)
    with pytest.raises(Refusal, match="in no arm"):
        schedule.choose_arm(desk, place, waiting_arm(desk, workshop_id).id)


def test_who_leaves_the_study_goes_on_with_the_calls_that_the_two_agreed(desk, workshop_id, in_study, clock):
    place, ana, ben = in_study
    clock.go_to(JUNE)
    first = schedule.schedule(desk, place).first
    for person in (ana, ben):
        consenting.answer_consent(desk, person, STUDY, yes=True)
    schedule.choose_arm(desk, place, waiting_arm(desk, workshop_id).id)
    assert schedule.schedule(desk, place).first > JUNE, "who waits has no calls yet"
    consenting.answer_consent(desk, ben, STUDY, yes=False)
    assert schedule.schedule(desk, place).first == first
    assert len(pairs.pairs(desk, workshop_id, JUNE)) == 1
