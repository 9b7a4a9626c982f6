"""Every "I will phone you" is kept: it stands on Today until they have talked, or until it was decided otherwise."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import history, safety, screening
from mat_desktop.facilitation.contact import calls, happenings, log, repair
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.door import checkin, closing
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Proof
from mat_desktop.facilitation.pairing import life, moves, telling
from mat_desktop.facilitation.ports import Bookmark
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.promises.views import by_when, moved_words
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.contact.calls import CallKind, Wish
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.contact.happenings import Happened, NewTie
from mat_desktop.workshop.followup import A_LOT_WORSE, GO_ON, WORSE, FollowUp
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import Reply
from mat_desktop.workshop.participants.participant import Participant, Presence
from mat_desktop.workshop.promises import Instead, Promise, PromiseReason, PromiseState
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.today import DueKind
from tests.deeds import clock_of
from tests.facilitation.contact import test_happenings
from tests.libraries import library_of
from tests.people import WORKSHOP_DAY, CountedCodes
from tests.people import include as register
from tests.storage import test_migrations
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

DAY = timedelta(days=1)


def promised(desk):
    """Who stands on Today with a promised call, why, and by when."""
    return {(p.call.who, p.call.which.reason): p.call.due for p in today.today(desk).promised}


def of(desk, name):
    (found,) = [p.call for p in today.today(desk).promised if p.call.who == name]
    return found


def asked(desk, workshop_id, include, *names):
    people = [include(name) for name in names]
    moves.put_together(desk, people)
    telling.confirm(desk, workshop_id)
    return telling.telling(desk, workshop_id).open[0].partnership_id, people


@pytest.mark.parametrize("outcome", [ScreeningOutcome.REFER, ScreeningOutcome.NOT_NOW])
def test_i_will_phone_you_said_with_a_decision_stands_on_today_on_that_day(desk, workshop_id, include, clock, outcome):
    ana = include("Ana")
    screening.decide(desk, ana, outcome, "other help first")
    week = WORKSHOP_DAY + 7 * DAY
    assert screening.talk(desk, ana, WORKSHOP_DAY).phones_on[outcome] == week
    assert promised(desk) == {}
    clock.go_to(week)
    assert promised(desk) == {("Ana", screening.PROMISES[outcome]): week}


def test_another_decision_takes_back_the_call_that_went_with_the_first(desk, workshop_id, include, clock):
    ana = include("Ana")
    screening.decide(desk, ana, ScreeningOutcome.REFER, "other help first")
    screening.decide(desk, ana, ScreeningOutcome.NOT_NOW, "rather wait")
    clock.go_to(WORKSHOP_DAY + 9 * DAY)
    assert [reason for _, reason in promised(desk)] == [PromiseReason.NOT_NOW]
    screening.decide(desk, ana, ScreeningOutcome.INCLUDE, "we talked")
    assert promised(desk) == {}


def test_somebody_who_waits_is_phoned_on_the_day_that_was_settled_and_not_before(desk, workshop_id, include, clock):
    tom = include("Tom")
    day = WORKSHOP_DAY + 5 * DAY
    life.waits(desk, tom, day)
    clock.go_to(day - DAY)
    assert promised(desk) == {}
    clock.go_to(day)
    assert promised(desk) == {("Tom", PromiseReason.WAITS): day}


def test_a_partner_found_is_a_promise_kept_to_somebody_who_waited(desk, workshop_id, include, clock):
    tom = include("Tom")
    life.waits(desk, tom, WORKSHOP_DAY + DAY)
    moves.put_together(desk, [tom, include("Una")])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    clock.go_to(WORKSHOP_DAY + 2 * DAY)
    assert promised(desk) == {}


def test_a_phone_date_on_the_door_list_is_a_promise_and_another_date_moves_it(desk, workshop_id, include, clock):
    tom = include("Tom")
    closing.phone_on(desk, tom, WORKSHOP_DAY + 2 * DAY)
    closing.phone_on(desk, tom, WORKSHOP_DAY + 4 * DAY)
    assert closing.door_list(desk, workshop_id, "").lines[0].phone_on == WORKSHOP_DAY + 4 * DAY
    clock.go_to(WORKSHOP_DAY + 4 * DAY)
    assert promised(desk) == {("Tom", PromiseReason.NO_PARTNER): WORKSHOP_DAY + 4 * DAY}


def test_somebody_who_left_is_phoned_the_next_day_and_who_left_unwell_as_a_matter_of_safety(
    desk, workshop_id, include, clock
):
    ana, ben = include("Ana"), include("Ben")
    safety.open_by_hand(desk, ben, "crying in the hall")
    for person in (ana, ben):
        checkin.mark(desk, person, Presence.LEFT)
    clock.go_to(WORKSHOP_DAY + DAY)
    assert [(p.call.who, p.call.safety) for p in today.today(desk).promised] == [("Ben", True), ("Ana", False)]
    checkin.mark(desk, ana, Presence.HERE)
    assert [p.call.who for p in today.today(desk).promised] == ["Ben"]


def test_talk_with_me_first_on_a_slip_is_a_talk_today_and_the_others_wait(desk, workshop_id, include):
    place, (ana, ben) = asked(desk, workshop_id, include, "Ana", "Ben")
    telling.reply(desk, place, ana, Reply.TALK_FIRST)
    assert promised(desk) == {("Ana", PromiseReason.TALK_FIRST): WORKSHOP_DAY}
    assert telling.telling(desk, workshop_id).open[0].members[0].talk_first
    with pytest.raises(Refusal, match="Not everybody said yes"):
        telling.all_said_yes(desk, workshop_id)
    telling.reply(desk, place, ana, Reply.YES)
    assert promised(desk) == {}
    telling.reply(desk, place, ben, Reply.YES)
    assert telling.telling(desk, workshop_id).begun == (("Ana", "Ben"),)


def test_after_a_refusal_both_alike_are_promised_a_call_and_nobody_is_named(desk, workshop_id, include, clock):
    place, (ana, ben) = asked(desk, workshop_id, include, "Ana", "Ben")
    telling.reply(desk, place, ana, Reply.YES)
    telling.reply(desk, place, ben, Reply.RATHER_NOT)
    clock.go_to(WORKSHOP_DAY + DAY)
    due = WORKSHOP_DAY + DAY
    assert promised(desk) == {(who, PromiseReason.NOT_COME_ABOUT): due for who in ("Ana", "Ben")}


def test_a_card_on_somebody_whose_calls_have_begun_promises_both_a_call_and_theirs_never_runs_out(
    desk, workshop_id, pair, clock
):
    place, ana, _ = pair
    safety.open_by_hand(desk, ana, "a line on the sheet")
    clock.go_to(WORKSHOP_DAY + 2 * DAY)
    assert [(p.call.who, p.call.safety) for p in today.today(desk).promised] == [("Ana", True), ("Ben", False)]
    (card,) = safety.cards(desk, workshop_id)
    safety.record_action(desk, card.id, "Talked alone", "10:40", "RN")
    safety.go_on(desk, place)
    assert [p.call.who for p in today.today(desk).promised] == ["Ana"]


def test_a_pause_and_a_new_tie_promise_a_call_to_those_whose_calls_rest(desk, workshop_id, pair, clock):
    place, ana, ben = pair
    life.pause(desk, place)
    clock.go_to(WORKSHOP_DAY + 2 * DAY)
    assert {who for who, reason in promised(desk) if reason is PromiseReason.HOLD} == {"Ana", "Ben"}
    calls.record_call(desk, place, ana, CallKind.ALONE, Wish.GO_ON)
    assert {who for who, reason in promised(desk) if reason is PromiseReason.HOLD} == {"Ben"}
    safety.go_on(desk, place)
    assert promised(desk) == {}
    happenings.record(desk, ben, Told(kind=Happened.TIE, happened_on=clock.today(), tie=NewTie.LENDER))
    clock.go_to(WORKSHOP_DAY + 4 * DAY)
    assert [who for who, _ in promised(desk)] == ["Ana"]


def test_after_a_death_the_partner_is_phoned_again_tomorrow_and_nobody_phones_the_dead(desk, workshop_id, pair, clock):
    _, ana, ben = pair
    keeping.give(desk, ben, WORKSHOP_DAY)
    happenings.record(desk, ben, Told(kind=Happened.DIED, happened_on=WORKSHOP_DAY))
    clock.go_to(WORKSHOP_DAY + DAY)
    assert promised(desk) == {("Ana", PromiseReason.BEREAVED): WORKSHOP_DAY + DAY}
    assert of(desk, "Ana").safety
    with pytest.raises(Refusal, match="Nobody phones Ben"):
        keeping.give(desk, ben, WORKSHOP_DAY + 3 * DAY)
    assert ana


@pytest.mark.parametrize(
    ("question", "grave", "mild", "reason"),
    [
        (WORSE, "yes, a lot", "a little", PromiseReason.WORSE),
        (
            GO_ON,
            "I want to talk with the facilitator",
            "I don't know yet",
            PromiseReason.ASKED_TO_TALK,
        ),
    ],
)
def test_a_worrying_line_on_a_handout_promises_a_call_within_two_days(
    desk, workshop_id, pair, clock, question, grave, mild, reason
):
    clock.go_to(date(2026, 9, 14))
    entry.answer(desk, pair[1], 6, question, grave)
    clock.go_to(date(2026, 9, 16))
    assert ("Ana", reason) in promised(desk)
    entry.answer(desk, pair[1], 6, question, mild)
    assert ("Ana", reason) not in promised(desk)


def test_day_14_month_1_and_month_3_are_asked_for_and_the_next_takes_the_place_of_the_last(
    desk, workshop_id, pair, clock
):
    place, ana, ben = pair

    def named(day):
        clock.go_to(day)
        return {(who, reason.value) for who, reason in promised(desk)}

    assert named(WORKSHOP_DAY + 13 * DAY) == set()
    assert named(WORKSHOP_DAY + 14 * DAY) == {("Ana", "day 14"), ("Ben", "day 14")}
    calls.record_call(desk, place, ana, CallKind.DAY_14, Wish.GO_ON)
    assert named(WORKSHOP_DAY + 15 * DAY) == {("Ben", "day 14")}
    calls.record_call(desk, place, ben, CallKind.DAY_14, Wish.GO_ON)
    assert named(date(2026, 4, 16)) == {("Ana", "month 1"), ("Ben", "month 1")}
    keeping.kept(desk, of(desk, "Ana").which)
    assert named(date(2026, 5, 20)) == {("Ben", "month 1")}
    assert named(date(2026, 6, 16)) == {("Ana", "month 3"), ("Ben", "month 3")}
    life.end(desk, place, "moved away")
    assert named(date(2026, 6, 16)) == set()


def test_attempts_count_on_different_days_and_the_third_ends_an_ordinary_promise(desk, workshop_id, include, clock):
    keeping.give(desk, include("Ana"), WORKSHOP_DAY + DAY)
    for number in (1, 2, 3):
        clock.go_to(WORKSHOP_DAY + number * DAY)
        state = keeping.no_answer(desk, of(desk, "Ana").which)
        assert state is (PromiseState.NOT_REACHED if number == 3 else PromiseState.OPEN)
        if number < 3:
            with pytest.raises(Refusal, match="different days"):
                keeping.no_answer(desk, of(desk, "Ana").which)
    assert promised(desk) == {}


def test_a_safety_promise_asks_after_the_second_miss_what_is_done_instead_and_never_ends(
    desk, workshop_id, include, clock
):
    keeping.give(desk, include("Ana"), WORKSHOP_DAY + DAY, safety=True)
    for number in (1, 2):
        clock.go_to(WORKSHOP_DAY + number * DAY)
        keeping.no_answer(desk, of(desk, "Ana").which)
    assert of(desk, "Ana").asks_instead
    which = of(desk, "Ana").which
    with pytest.raises(Refusal, match="missed twice"):
        keeping.moved(desk, which, clock.today() + DAY)
    with pytest.raises(Refusal, match="never called off"):
        keeping.called_off(desk, which)
    keeping.decide_instead(desk, which, Instead.AGAIN_TODAY)
    assert not of(desk, "Ana").asks_instead
    keeping.no_answer(desk, which)
    assert (of(desk, "Ana").asks_instead, of(desk, "Ana").attempts) == (True, 2)
    keeping.decide_instead(desk, which, Instead.WELFARE_CHECK)
    for number in range(3, 12):
        clock.go_to(WORKSHOP_DAY + number * DAY)
        keeping.no_answer(desk, which)
        keeping.decide_instead(desk, which, Instead.SECOND_PERSON)
    assert of(desk, "Ana").attempts == 11
    keeping.kept(desk, which)
    assert promised(desk) == {}


def test_a_promise_is_moved_with_words_to_say_and_undo_takes_the_move_back(desk, workshop_id, include, clock):
    ana = include("Ana Sorrel")
    keeping.give(desk, ana, WORKSHOP_DAY)
    found = of(desk, "Ana Sorrel")
    assert by_when(found, WORKSHOP_DAY) == "by today"
    later = WORKSHOP_DAY + 2 * DAY
    assert moved_words(found, later) == (
        "“Ana, I said that I would phone by Sat 14 March. It will be Mon 16 March. Is that all right for you?”"
    )
    keeping.moved(desk, found.which, later)
    assert promised(desk) == {}
    history.undo(desk)
    assert of(desk, "Ana Sorrel").due == WORKSHOP_DAY
    with pytest.raises(Refusal, match="That day is over"):
        keeping.moved(desk, found.which, WORKSHOP_DAY - DAY)


def test_two_promises_on_one_day_stand_beside_each_other_and_one_reason_is_one_promise(
    desk, workshop_id, include, clock
):
    ana = include("Ana")
    life.waits(desk, ana, WORKSHOP_DAY + DAY)
    checkin.mark(desk, ana, Presence.LEFT)
    checkin.mark(desk, ana, Presence.LEFT)
    clock.go_to(WORKSHOP_DAY + DAY)
    assert sorted(reason for _, reason in promised(desk)) == [PromiseReason.LEFT, PromiseReason.WAITS]


@pytest.mark.parametrize("gone", ["died", "erased"])
def test_nobody_can_promise_a_call_to_who_has_died_or_was_erased(desk, workshop_id, pair, clock, gone):
    _, ana, _ = pair
    keeping.give(desk, ana, WORKSHOP_DAY + DAY)
    if gone == "died":
        happenings.record(desk, ana, Told(happened_on=WORKSHOP_DAY, kind=Happened.DIED))
    else:
        erasure.ask(desk, ana, Proof("1", "55"), at_once=True)
        erasure.erase(desk, ana)
    with pytest.raises(Refusal, match="they have died, were erased, or are you"):
        keeping.give(desk, ana, WORKSHOP_DAY + 2 * DAY)
    clock.go_to(WORKSHOP_DAY + 30 * DAY)
    assert ana not in {one.call.person for one in today.today(desk).promised}


def test_a_clock_set_back_neither_loses_a_promise_nor_counts_an_attempt_twice(desk, workshop_id, include, clock):
    keeping.give(desk, include("Ana"), WORKSHOP_DAY + DAY)
    clock.go_to(WORKSHOP_DAY + DAY)
    which = of(desk, "Ana").which
    keeping.no_answer(desk, which)
    clock.go_to(WORKSHOP_DAY - DAY)
    keeping.no_answer(desk, which)
    clock.go_to(WORKSHOP_DAY + 2 * DAY)
    assert of(desk, "Ana").attempts == 1


def test_on_the_day_of_an_event_other_workshops_are_a_number_and_nothing_else(desk, workshop_id, include):
    keeping.give(desk, include("Ana"), WORKSHOP_DAY)
    other = setup.create(desk, "Hill House", "", WORKSHOP_DAY - 40 * DAY, "Pacific/Auckland")
    keeping.give(desk, register(desk, other, "Otto"), WORKSHOP_DAY)
    view = today.today(desk)
    assert view.event == "Harbour Hall"
    assert [p.call.who for p in view.promised] == ["Ana"]
    assert view.promised_elsewhere == 1


def test_on_the_day_of_an_event_no_list_says_a_name_or_the_title_of_another_workshop(desk, workshop_id, pair, clock):
    other = setup.create(desk, "Hill House", "", WORKSHOP_DAY - 40 * DAY, "Pacific/Auckland")
    _, ana, _ = pair
    wren = register(desk, other, "Wren")
    for one in (ana, wren):
        safety.open_by_hand(desk, one, "said so")
    repair.arrange(desk, pair[0], WORKSHOP_DAY, "18:00", "the library")
    desk.archive.keep_place(Bookmark(other, Step.SCREENING, wren))

    def read():
        found = today.today(desk)
        carry = (found.carry_on.title, found.carry_on.saying) if found.carry_on else ()
        return " | ".join((*carry, *(words for row in found.due for words in (row.title, row.workshop, row.detail))))

    for name in ("Ana", "Ben", "Wren", "Hill House"):
        assert name not in read(), read()
    assert "Repair talk arranged: one pair" in read()
    assert "Another workshop" in read()
    assert today.today(desk).event_id == workshop_id
    clock.go_to(WORKSHOP_DAY + DAY)
    assert "Hill House" in read()
    assert "You were with Wren" in read()
    assert today.today(desk).event_id == 0


_BY_DATE = test_day_14_month_1_and_month_3_are_asked_for_and_the_next_takes_the_place_of_the_last
_DECIDED = test_i_will_phone_you_said_with_a_decision_stands_on_today_on_that_day
_ON_HANDOUT = test_a_worrying_line_on_a_handout_promises_a_call_within_two_days
_OF_0_6_0 = test_migrations.test_a_day_on_which_somebody_was_to_be_phoned_is_a_promise_now_and_stands_on_today
PROMISES: dict[PromiseReason, tuple[str, Callable[..., object]]] = {
    PromiseReason.OWN: (
        "The line of a person, Ctrl+F",
        test_a_promise_is_moved_with_words_to_say_and_undo_takes_the_move_back,
    ),
    PromiseReason.SAID_BEFORE: ("A library of 0.6.0", _OF_0_6_0),
    PromiseReason.REFERRED: ("Screening, Talk", _DECIDED),
    PromiseReason.NOT_NOW: ("Screening, Talk", _DECIDED),
    PromiseReason.WAITS: (
        "Pairing, Board",
        test_somebody_who_waits_is_phoned_on_the_day_that_was_settled_and_not_before,
    ),
    PromiseReason.NO_PARTNER: (
        "Participants, Door list",
        test_a_phone_date_on_the_door_list_is_a_promise_and_another_date_moves_it,
    ),
    PromiseReason.LEFT: (
        "Participants, Check-in",
        test_somebody_who_left_is_phoned_the_next_day_and_who_left_unwell_as_a_matter_of_safety,
    ),
    PromiseReason.TALK_FIRST: (
        "Pairing, Telling list",
        test_talk_with_me_first_on_a_slip_is_a_talk_today_and_the_others_wait,
    ),
    PromiseReason.NOT_COME_ABOUT: (
        "Pairing, Telling list",
        test_after_a_refusal_both_alike_are_promised_a_call_and_nobody_is_named,
    ),
    PromiseReason.CARD: (
        "Safety card, F7",
        test_a_card_on_somebody_whose_calls_have_begun_promises_both_a_call_and_theirs_never_runs_out,
    ),
    PromiseReason.HOLD: (
        "Safety card, Something has happened",
        test_a_pause_and_a_new_tie_promise_a_call_to_those_whose_calls_rest,
    ),
    PromiseReason.BEREAVED: (
        "Something has happened",
        test_after_a_death_the_partner_is_phoned_again_tomorrow_and_nobody_phones_the_dead,
    ),
    PromiseReason.HAPPENED: (
        "Something has happened",
        test_happenings.test_whoever_is_in_no_pair_is_promised_a_call_and_it_does_not_fall_silent,
    ),
    PromiseReason.WORSE: ("Follow-up sheet", _ON_HANDOUT),
    PromiseReason.ASKED_TO_TALK: ("Follow-up sheet", _ON_HANDOUT),
    PromiseReason.DAY_14: ("Every partnership", _BY_DATE),
    PromiseReason.MONTH_1: ("Every partnership", _BY_DATE),
    PromiseReason.MONTH_3: ("Every partnership", _BY_DATE),
}
"""Every promise there is, the page that makes it, and the test that sees it on Today."""


@pytest.mark.parametrize("reason", PromiseReason)
def test_every_promise_has_a_page_that_makes_it_and_a_test_that_sees_it(reason):
    page, test = PROMISES[reason]
    assert page
    assert test.__name__.startswith("test_")


def test_in_a_played_year_of_twelve_no_promise_fell_silent(tmp_path):
    """A straight recount: whatever of the year asks for a call has one, and each is on Today or was ended by a deed."""
    library = library_of(tmp_path / "twelve", a_year_of_twelve)
    desk = Desk(library.archive, clock_of(YEAR), CountedCodes())
    shown = {p.call.which.promise_id for p in today.today(desk).promised}
    with library.archive.look() as rows:
        kept = rows.all(Promise)
        names = {p.id: p.name for p in rows.all(Participant)}
        dead = {p.id for p in rows.all(Participant) if p.died_on is not None}
        worse = {f.participant_id for f in rows.all(FollowUp) for a in f.answers if a.words == A_LOT_WORSE}
    assert {p.id for p in kept if p.state is PromiseState.OPEN and p.participant_id not in dead} <= shown
    assert all(p.closed_on is not None for p in kept if p.state is not PromiseState.OPEN)
    assert worse == {p.participant_id for p in kept if p.reason is PromiseReason.WORSE}
    assert [names[p.participant_id] for p in kept if p.reason is PromiseReason.BEREAVED] == ["Ines"]
    library.close()


def test_a_trial_and_a_repair_talk_are_asked_for_no_more_once_the_agreed_time_is_over(desk, workshop_id, pair, clock):
    place, ana, ben = pair
    clock.go_to(date(2026, 4, 20))
    for person in (ana, ben):
        log.mark_many(desk, place, person, {date(2026, 4, day): Mark.NO_CALL for day in range(10, 14)})

    def asked(day):
        clock.go_to(day)
        kinds = (DueKind.TRIAL, DueKind.REPAIR, DueKind.ALONE)
        return {row.kind for row in today.today(desk).due if row.kind in kinds}

    assert asked(date(2026, 4, 25)) == {DueKind.TRIAL, DueKind.REPAIR}
    assert asked(date(2026, 9, 15)) == set()


def test_who_found_no_partner_and_what_nobody_signed_hold_no_workshop_at_a_step_of_its_day_for_a_year(
    desk, workshop_id, pair, include, clock
):
    include("Lena")

    def found(day):
        clock.go_to(day)
        view = today.today(desk)
        (card,) = view.workshops
        return card.current, DueKind.AGREEMENT in {row.kind for row in view.due}

    assert found(WORKSHOP_DAY + 3 * DAY) == (Step.GOALS, True)
    assert found(date(2026, 9, 14))[1]
    assert found(date(2026, 9, 15)) == (Step.CONTACT, False)


def test_after_the_day_a_missing_consent_does_not_hold_the_workshop_at_its_second_step(desk, workshop_id, pair, clock):
    clock.go_to(WORKSHOP_DAY + 3 * DAY)
    (card,) = today.today(desk).workshops
    assert card.current is Step.GOALS
    clock.go_to(WORKSHOP_DAY)
    (card,) = today.today(desk).workshops
    assert card.current is Step.PARTICIPANTS
