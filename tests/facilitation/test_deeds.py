import ast
import inspect
from datetime import date, timedelta
from pathlib import Path

import pytest

import mat_desktop.facilitation
from mat_desktop.facilitation import guidance, history, screening
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import signing
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.contact import log, sheet
from mat_desktop.facilitation.deeds import EARLIER, OF_THE_ARCHIVE, DeedKind
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.library.notices import check_passphrase, synced_by
from mat_desktop.facilitation.outcomes import views as views_of_outcomes
from mat_desktop.facilitation.outcomes.words import gain_in_words
from mat_desktop.facilitation.pairing import board, life, moves, suggesting
from mat_desktop.facilitation.participants import newcomers, roster
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.newcomers import Newcomer
from mat_desktop.facilitation.setup import run_sheet
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import filing
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.followup import FURTHER_BACK, FollowUpState
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import PartnershipState
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind
from tests.people import WORKSHOP_DAY, rest_left_empty
from tests.sure import sure

WITHOUT_UNDO = {
    "sheets.places",
    "sheets.print",
    "agreement.printed",
    "sheets.claim",
    "safety.open",
    "private.hand_over",
    "private.answer",
    "private.finish",
    "private.return",
    "research.export",
    "study.seal_plan",
    "study.seal",
    "study.reveal",
    "study.unblind",
    "library.passphrase",
    "library.key",
    "private.pin",
}
"""Paper, data that left the house, an opened safety card, what somebody answered alone, what a study seals, keys."""


def test_every_deed_can_be_undone_unless_it_is_named_as_one_that_cannot():
    kinds = set(DeedKind) - EARLIER - OF_THE_ARCHIVE
    assert {kind.value.key for kind in kinds if not kind.value.undoable} == WITHOUT_UNDO


def test_no_deed_calls_another_deed():
    folder = Path(inspect.getfile(mat_desktop.facilitation)).parent
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [n for n in tree.body if isinstance(n, ast.FunctionDef)]
        deeds = {f.name for f in functions if any("deed(" in ast.unparse(d) for d in f.decorator_list)}
        for function in (f for f in functions if f.name in deeds):
            called = {c.func.id for c in ast.walk(function) if isinstance(c, ast.Call) and isinstance(c.func, ast.Name)}
            assert not called & deeds, f"{path.name}: {function.name} calls {called & deeds}"


def test_somebody_who_is_not_included_cannot_be_paired(desk, workshop_id, include):
    ana, ben = include("Ana"), participants.add(desk, workshop_id, "Ben")
    with pytest.raises(Refusal, match="Ben"):
        moves.put_together(desk, [ana, ben])
    assert board.board(desk, workshop_id).cards == ()


def test_nobody_is_in_two_partnerships(desk, workshop_id, include):
    ana, ben, cleo = include("Ana"), include("Ben"), include("Cleo")
    moves.put_together(desk, [ana, ben])
    with pytest.raises(Refusal, match="Ana would be in two partnerships"):
        moves.put_together(desk, [ana, cleo])


def test_a_decision_cannot_be_changed_under_a_partnership(desk, workshop_id, pair):
    _, ana, _ = pair
    with pytest.raises(Refusal, match="End it in step 4"):
        screening.decide(desk, ana, ScreeningOutcome.REFER, "wants other help")
    assert screening.talk(desk, ana, WORKSHOP_DAY).outcome is ScreeningOutcome.INCLUDE


def test_undo_cannot_pair_somebody_who_is_no_longer_included(desk, workshop_id, pair):
    place, ana, _ = pair
    life.end(desk, place, "did not fit")
    screening.decide(desk, ana, ScreeningOutcome.NOT_NOW, "moves house")
    history.undo(desk)
    history.undo(desk)
    assert board.board(desk, workshop_id).cards[0].state is PartnershipState.TRIAL


def test_a_reason_is_asked_for_before_somebody_is_referred(desk, workshop_id):
    tom = participants.add(desk, workshop_id, "Tom")
    with pytest.raises(Refusal, match="reason"):
        screening.decide(desk, tom, ScreeningOutcome.REFER)
    assert screening.talk(desk, tom, WORKSHOP_DAY).outcome is None


def test_swapping_exchanges_two_people_and_undo_names_them(desk, workshop_id, include):
    ana, ben, cleo, dov = (include(n) for n in ("Ana", "Ben", "Cleo", "Dov"))
    moves.propose(desk, workshop_id, [([ana, ben], 50), ([cleo, dov], 50)])
    effect = board.effect(desk, ben, cleo)
    assert {change.names for change in effect} == {"Ana and Cleo", "Ben and Dov"}
    moves.swap(desk, ben, cleo)
    pairs = {frozenset(n for _, n in c.members) for c in board.board(desk, workshop_id).cards}
    assert pairs == {frozenset({"Ana", "Cleo"}), frozenset({"Ben", "Dov"})}
    offer = history.undo_offer(desk)
    assert offer is not None
    assert "Ben" in offer.label
    assert "Cleo" in offer.label


def test_a_confirmed_pair_stays_when_pairs_are_suggested_again(desk, workshop_id, pair, include):
    include("Cleo"), include("Dov")
    given = suggesting.asked(desk, workshop_id).case
    assert {c.name for c in given.people} == {"Cleo", "Dov"}
    moves.propose(desk, workshop_id, [([int(c.key) for c in given.people], 50)])
    assert len(board.board(desk, workshop_id).cards) == 2


def test_a_signed_agreement_is_frozen_and_new_terms_are_a_new_version(desk, workshop_id, pair):
    place, ana, _ = pair
    agreement.change(desk, place, TermField.WINDOW_STARTS, "7.30")
    signing.sign(desk, place)
    goal = goals.add(desk, ana)
    goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
    participants.change(desk, ana, participants.PersonField.NAME, "Ana Maria")
    assert agreement.terms(desk, place).names == ("Ana", "Ben")
    assert agreement.terms(desk, place).window_starts == "07:30"
    with pytest.raises(Refusal, match="signed"):
        agreement.change(desk, place, TermField.WINDOW_STARTS, "8:00")
    agreement.amend(desk, place)
    agreement.change(desk, place, TermField.WINDOW_STARTS, "8:00")
    assert (agreement.terms(desk, place).version, agreement.terms(desk, place).window_starts) == (2, "08:00")


def test_terms_written_by_hand_can_be_copied_later_and_are_marked(desk, workshop_id, pair):
    place, _, _ = pair
    signing.sign(desk, place, by_hand=True)
    agreement.change(desk, place, TermField.HOLIDAYS, "two weeks in July")
    assert agreement.terms(desk, place).copied_from_paper


@pytest.mark.parametrize("typed", ["25:00", "noon", "7:99", "12345"])
def test_a_time_of_day_that_is_none_is_refused(desk, workshop_id, pair, typed):
    with pytest.raises(Refusal, match="time of day"):
        agreement.change(desk, pair[0], TermField.WINDOW_STARTS, typed)


def test_the_log_keeps_not_known_apart_from_no_call(desk, workshop_id, pair):
    place, ana, _ = pair
    first = setup.workshop(desk, workshop_id).first_day
    log.mark(desk, place, ana, first, Mark.TALKED)
    log.mark(desk, place, ana, first + timedelta(days=1), Mark.NO_CALL)
    found = sheet.log_grid(desk, place, ana).dose
    assert (found.talked, found.no_call, found.not_known) == (1, 1, found.agreed - 2)
    log.mark(desk, place, ana, first, None)
    assert sheet.log_grid(desk, place, ana).dose.not_known == found.agreed - 1


def test_a_day_outside_the_term_is_refused(desk, workshop_id, pair):
    with pytest.raises(Refusal, match=r"not on this sheet\. It goes from 16 March 2026"):
        log.mark(desk, pair[0], pair[1], date(2027, 1, 1), Mark.TALKED)


def test_an_answer_after_the_meeting_is_late_and_one_that_never_came_is_counted(desk, workshop_id, pair, clock):
    _, ana, ben = pair
    goal = goals.add(desk, ana)
    goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
    steps.set_level(desk, goal, -2, "never")
    steps.set_level(desk, goal, 0, "daily")
    clock.go_to(date(2026, 10, 1))
    entry.set_date(desk, ana, 6, date(2026, 10, 1))
    entry.set_level(desk, ana, 6, goal, FURTHER_BACK)
    rest_left_empty(desk, ana, 6)
    entry.attempt(desk, ben, 6)
    entry.could_not_reach(desk, ben, 6)
    states = {r.name: r.state for r in views.people(desk, workshop_id, 6)}
    assert states == {"Ana": FollowUpState.LATE, "Ben": FollowUpState.LOST}
    with pytest.raises(Refusal, match="answers"):
        entry.could_not_reach(desk, ana, 6)


def test_outcomes_count_whoever_was_not_heard_from_and_tell_the_group_no_name(desk, workshop_id, pair):
    for person in pair[1:]:
        goal = goals.add(desk, person)
        goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
        steps.set_level(desk, goal, -2, "never")
        steps.set_level(desk, goal, 0, "daily")
        if person == pair[1]:
            entry.set_level(desk, person, 12, goal, 1)
    found = views_of_outcomes.outcomes(desk, workshop_id)
    assert found.result.not_heard_from == ("Ben",)
    assert "Ben" not in " ".join(found.caution), "the group sees no name"
    assert [gain_in_words(p) for p in found.people] == ["+3 steps", "no answer at one year"]


def test_now_stays_below_what_is_hoped_for(desk, workshop_id):
    goal = goals.add(desk, participants.add(desk, workshop_id, "Ana"))
    with pytest.raises(Refusal, match="below"):
        steps.set_flag(desk, goal, steps.GoalFlag.NOW, 1)


def test_somebody_who_was_paired_is_not_removed(desk, workshop_id, pair):
    with pytest.raises(Refusal, match="partner's record"):
        participants.remove(desk, pair[1])


def test_removing_somebody_takes_everything_and_undo_brings_it_back(desk, workshop_id, include):
    ana = include("Ana")
    goal = goals.add(desk, ana)
    goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
    participants.remove(desk, ana)
    assert roster.roster(desk, workshop_id) == ()
    history.undo(desk)
    assert goals.goals_of(desk, ana, desk.clock.today()).goals[0].words == "Walk"
    assert screening.talk(desk, ana, WORKSHOP_DAY).readiness.answered == 9


def test_a_sheet_keeps_its_code_when_it_is_printed_again(desk, workshop_id, pair):
    first = of_kind(desk, workshop_id, SheetKind.CALL_LOG, [pair[1]])
    again = of_kind(desk, workshop_id, SheetKind.CALL_LOG, [pair[1], pair[2]])
    assert again[0].head.code == first[0].head.code
    assert again[0].head.code != again[1].head.code
    assert sure(filing.find_sheet(desk, first[0].head.code)).participant_id == pair[1]


def test_undoing_what_was_printed_asks_first_and_names_the_sheet(desk, workshop_id, pair, clock):
    goal = goals.add(desk, pair[1])
    goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
    sheets.preview(desk, Order(workshop_id=workshop_id, kinds=(SheetKind.GOAL_CARD,), people=(pair[1],)))
    assert sure(history.undo_offer(desk)).question == "", "looking at a page prints nothing"
    (card,) = of_kind(desk, workshop_id, SheetKind.GOAL_CARD, [pair[1]])
    question = sure(history.undo_offer(desk)).question
    assert "no longer match" in question
    assert card.head.code[:4] in question


def test_undoing_a_deed_of_an_earlier_day_asks_first_and_names_it_and_its_date(desk, workshop_id, clock):
    participants.add(desk, workshop_id, "Ana")
    clock.go_to(date(2026, 3, 20))
    question = sure(history.undo_offer(desk)).question
    assert "Saturday 14 March 2026" in question
    assert "adding Ana" in question


def test_next_follows_the_run_sheet_on_the_day_and_the_rail_on_others(desk, workshop_id, clock):
    assert guidance.next_step(desk, workshop_id, Step.SCREENING)[0] is Step.GOALS
    clock.go_to(date(2026, 3, 1))
    assert guidance.next_step(desk, workshop_id, Step.SCREENING)[0] is Step.PAIRING


def test_every_step_has_words_for_its_usual_and_its_hardest_moment(desk, workshop_id):
    for step in Step:
        said = guidance.lines(desk, workshop_id, step)
        assert len(said) >= 2
        assert len({line.words for line in said}) == len(said)


def test_today_shows_only_the_event_on_a_workshop_day(desk, workshop_id, clock):
    other = setup.create(desk, "Mill Lane", "", date(2026, 3, 20), "UTC")
    participants.add(desk, other, "Olu")
    found = today.today(desk)
    assert found.event == "Harbour Hall"
    assert {item.workshop for item in found.due} == {"Harbour Hall"}
    clock.go_to(date(2026, 3, 15))
    assert "Mill Lane" in {item.workshop for item in today.today(desk).due}


def test_today_groups_one_kind_in_one_row_and_says_how_each_may_be_reached(desk, workshop_id, clock):
    clock.go_to(date(2026, 3, 10))
    for name in ("Ana", "Ben"):
        participants.add(desk, workshop_id, name)
    ana = roster.roster(desk, workshop_id)[0].id
    participants.change(desk, ana, participants.PersonField.ONLY_IN_PERSON, True)
    rows = [item for item in today.today(desk).due if item.step is Step.SCREENING]
    assert len(rows) == 1
    assert [(e.who, e.ways) for e in rows[0].entries] == [
        ("Ana", "Only in person"),
        ("Ben", "Phone, leave no message"),
    ]


def test_a_passphrase_is_long_enough_and_typed_twice_alike():
    assert "8 characters" in check_passphrase("short", "short")
    assert "not the same" in check_passphrase("long enough", "long enouhg")
    assert check_passphrase("long enough", "long enough") == ""


@pytest.mark.parametrize(("part", "name"), [("OneDrive - Home", "OneDrive"), ("Dropbox", "Dropbox"), ("Documents", "")])
def test_a_synced_folder_is_named(tmp_path, part, name):
    assert synced_by(tmp_path / part / "library") == name


def test_on_a_later_day_the_run_sheet_runs_no_more_and_is_not_late(desk, workshop_id, clock):
    run_sheet.start_block(desk, run_sheet.run_sheet(desk, workshop_id, clock.now()).blocks[0].id)
    assert run_sheet.run_sheet(desk, workshop_id, clock.now()).running is not None
    clock.go_to(date(2026, 9, 12))
    later = run_sheet.run_sheet(desk, workshop_id, clock.now())
    assert (later.running, later.minutes_late) == (None, 0)


def test_undo_names_up_to_three_people_and_counts_more(desk, workshop_id):
    for names, whom in (
        (("Ana",), "Ana"),
        (("Ben", "Cleo", "Dov"), "Ben, Cleo and Dov"),
        (("Elif", "Farid", "Grace", "Hemi"), "4 people"),
    ):
        newcomers.take_in(desk, workshop_id, [Newcomer((("name", name),)) for name in names], [])
        assert sure(history.undo_offer(desk)).label == f"Undo importing {whom}"
