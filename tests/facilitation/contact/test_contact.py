from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.agreement import signing
from mat_desktop.facilitation.contact import alliance, calls, happenings, log, meetings, pairs, repair, schedule, sheet
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.contact.meetings import MeetingField
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.outcomes.views import began_in_words, outcomes
from mat_desktop.facilitation.pairing import life, moves, suggesting, telling
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.today import page as today
from mat_desktop.facilitation.today import reminders
from mat_desktop.workshop.contact.calls import CallKind, Wish
from mat_desktop.workshop.contact.days import Mark, Reason, Source
from mat_desktop.workshop.contact.happenings import Happened, NewTie
from mat_desktop.workshop.contact.meetings import Came, Lead
from mat_desktop.workshop.contact.protocol import TalkOutcome
from mat_desktop.workshop.contact.schedule import Rest
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import PartnershipState
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Frequency
from mat_desktop.workshop.sheets import MEETING_BAG, SheetKind
from tests.people import part_of_a_study

FIRST = date(2026, 3, 16)


def due(desk) -> dict[str, today.Due]:
    return {row.kind: row for row in today.today(desk).due}


@pytest.fixture
def three(desk, workshop_id, include):
    """Ana, Ben and Cleo in a group of three."""
    people = [include(name) for name in ("Ana", "Ben", "Cleo")]
    moves.put_together(desk, people)
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    (row, *_) = sheet.members(desk, workshop_id, FIRST)
    return row.places[0][0], *people


def test_empty_days_become_no_call_only_where_a_call_was_agreed_and_up_to_the_day_that_was_written(desk, pair, clock):
    place, ana, _ = pair
    clock.go_to(date(2026, 5, 1))
    schedule.add_pause(desk, place, FIRST + timedelta(days=2), FIRST + timedelta(days=3))
    log.mark(desk, place, ana, FIRST, Mark.TALKED)
    assert log.fill_rest(desk, place, ana, FIRST + timedelta(days=5)) == 3
    found = sheet.log_grid(desk, place, ana)
    assert found.marks == {
        FIRST: Mark.TALKED,
        **dict.fromkeys((FIRST + timedelta(days=n) for n in (1, 4, 5)), Mark.NO_CALL),
    }
    desk.archive.undo(clock.now())
    assert list(sheet.log_grid(desk, place, ana).marks) == [FIRST]


def test_a_log_is_in_once_its_last_day_lies_in_the_last_four_weeks_and_its_sheet_is_asked_for_until_then(
    desk, workshop_id, pair, clock
):
    place, ana, _ = pair
    last = setup.workshop(desk, workshop_id).last_day
    clock.go_to(last)
    log.mark_many(desk, place, ana, {FIRST: Mark.TALKED, last - timedelta(days=29): Mark.TALKED})
    assert today.rail(desk, workshop_id, last)[Step.CONTACT].done == 0
    assert "sheets" not in due(desk)
    clock.go_to(last - timedelta(days=28) + timedelta(days=35))
    assert "sheets" in due(desk)
    log.mark(desk, place, ana, last - timedelta(days=28), Mark.NO_CALL)
    assert today.rail(desk, workshop_id, last)[Step.CONTACT].done == 2


def test_a_lost_sheet_is_filled_from_the_partners_and_says_so_and_own_words_are_never_overwritten(desk, pair):
    place, ana, ben = pair
    log.mark(desk, place, ana, FIRST, Mark.NO_CALL)
    log.mark_many(desk, place, ben, {FIRST: Mark.TALKED, FIRST + timedelta(days=1): Mark.TALKED})
    assert log.from_partners(desk, place, ana) == 1
    found = sheet.log_grid(desk, place, ana)
    assert found.marks[FIRST] is Mark.NO_CALL
    assert found.details[FIRST + timedelta(days=1)].source is Source.PARTNER_SHEET
    with pytest.raises(Refusal, match="says nothing about the days"):
        log.from_partners(desk, place, ana)


def test_two_sheets_that_differ_are_shown_and_settled_with_a_note(desk, pair, clock):
    place, ana, ben = pair
    log.mark(desk, place, ana, FIRST, Mark.TALKED)
    log.mark(desk, place, ben, FIRST, Mark.NO_CALL)
    (found,) = sheet.differences(desk, place)
    assert found.said == (("Ana", Mark.TALKED), ("Ben", Mark.NO_CALL))
    with pytest.raises(Refusal, match="how you found out"):
        log.settle(desk, place, FIRST, Mark.TALKED, " ")
    log.settle(desk, place, FIRST, Mark.TALKED, "Both looked at their phones")
    assert sheet.differences(desk, place) == ()
    assert sheet.log_grid(desk, place, ben).dose.talked == 1
    assert sheet.log_grid(desk, place, ben).marks[FIRST] is Mark.NO_CALL
    desk.archive.undo(clock.now())
    assert sheet.log_grid(desk, place, ben).dose.talked == 0


def test_a_number_for_a_week_is_refused_beside_days_and_gives_way_to_them(desk, pair):
    place, ana, _ = pair
    log.recall(desk, place, ana, FIRST, 5)
    assert sheet.log_grid(desk, place, ana).dose.recalled == 5
    log.mark(desk, place, ana, FIRST, Mark.TALKED)
    assert sheet.log_grid(desk, place, ana).recalled == {}
    with pytest.raises(Refusal, match="Some days of this week"):
        log.recall(desk, place, ana, FIRST, 5)
    with pytest.raises(Refusal, match="a number from 0 to 7"):
        log.recall(desk, place, ana, FIRST + timedelta(days=7), 8)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (log.DayField.REASON, Reason.WORK, "without a call"),
        (log.DayField.WITH_WHOM, "A", "With whom: B"),
    ],
)
def test_what_a_day_was_like_is_refused_in_words_where_it_cannot_be(desk, pair, field, value, said):
    place, ana, _ = pair
    with pytest.raises(Refusal, match="Mark the day first"):
        log.set_detail(desk, place, ana, FIRST, field, value)
    log.mark(desk, place, ana, FIRST, Mark.TALKED)
    with pytest.raises(Refusal, match=said):
        log.set_detail(desk, place, ana, FIRST, field, value)


def test_a_sheet_of_somebody_else_is_refused(desk, pair, include):
    with pytest.raises(Refusal, match="not of that partnership"):
        log.mark(desk, pair[0], include("Cleo"), FIRST, Mark.TALKED)


def test_pauses_that_overlap_end_before_they_begin_or_lie_outside_are_refused(desk, pair):
    place = pair[0]
    schedule.add_pause(desk, place, date(2026, 7, 1), date(2026, 7, 10))
    for first, last, said in (
        (date(2026, 7, 10), date(2026, 7, 12), "overlaps with “Holiday: 1 July 2026 to 10 July 2026”"),
        (date(2026, 8, 2), date(2026, 8, 1), "the other way round"),
        (date(2027, 8, 1), date(2027, 8, 2), "lie outside"),
    ):
        with pytest.raises(Refusal, match=said):
            schedule.add_pause(desk, place, first, last, Rest.ILLNESS)
    assert schedule.schedule(desk, place).agreed == len(sheet.log_grid(desk, place, pair[1]).days) - 10


def test_a_partnership_on_hold_is_not_counted_on_those_days_and_goes_on_afterwards(desk, pair, clock):
    place = pair[0]
    whole = schedule.schedule(desk, place).agreed
    clock.go_to(date(2026, 5, 1))
    life.pause(desk, place)
    assert schedule.schedule(desk, place).agreed == (date(2026, 5, 1) - FIRST).days
    clock.go_to(date(2026, 5, 8))
    safety.go_on(desk, place)
    assert schedule.schedule(desk, place).agreed == whole - 7


def test_another_rhythm_changes_the_denominator_from_its_day(desk, pair):
    place = pair[0]
    key = schedule.change_frequency(desk, place, date(2026, 6, 1), Frequency.WEEKLY)
    days = sorted(sheet.log_grid(desk, place, pair[1]).agreed)
    assert [day for day in days if day >= date(2026, 6, 1)][:2] == [date(2026, 6, 1), date(2026, 6, 8)]
    schedule.remove_change(desk, key)
    assert len(sheet.log_grid(desk, place, pair[1]).agreed) == len(sheet.log_grid(desk, place, pair[1]).days)


def test_in_a_group_of_three_the_log_says_with_whom_and_a_lost_sheet_takes_only_its_own_calls(desk, three):
    place, ana, ben, cleo = three
    grid = sheet.log_grid(desk, place, ana)
    assert grid.rota[FIRST] == "B"
    log.mark(desk, place, ana, FIRST, Mark.TALKED)
    log.mark(desk, place, ana, FIRST + timedelta(days=2), Mark.TALKED, with_whom="C")
    assert [d.with_whom for d in sheet.log_grid(desk, place, ana).details.values()] == ["B", "C"]
    assert log.from_partners(desk, place, ben) == 1
    assert log.from_partners(desk, place, cleo) == 1
    assert list(sheet.log_grid(desk, place, cleo).marks) == [FIRST + timedelta(days=2)]


def test_all_who_go_on_after_the_trial_are_confirmed_and_one_who_would_not_keeps_it_open(desk, pair, clock):
    place, ana, ben = pair
    clock.go_to(date(2026, 3, 28))
    assert due(desk)["trial"].title == "Trial check: Ana and Ben"
    calls.record_call(desk, place, ana, CallKind.DAY_14, Wish.GO_ON)
    calls.record_call(desk, place, ben, CallKind.DAY_14, Wish.PARTNER)
    found = calls.round_of(desk, place, CallKind.DAY_14)
    assert (found.leads_to, found.on_trial) == (Wish.PARTNER, True)
    calls.record_call(desk, place, ben, CallKind.DAY_14, Wish.GO_ON)
    assert not calls.round_of(desk, place, CallKind.DAY_14).on_trial
    assert "trial" not in due(desk)


def test_a_round_of_calls_shows_how_to_reach_each_and_what_was_said_on_which_day(desk, pair, clock):
    place, ana, ben = pair
    participants.change(desk, ana, participants.PersonField.PHONE, "021 555 0101")
    participants.change(desk, ana, participants.PersonField.REACH_BY_PHONE, True)
    participants.change(desk, ana, participants.PersonField.MAY_LEAVE_MESSAGE, True)
    clock.go_to(date(2026, 3, 29))
    calls.record_call(desk, place, ana, CallKind.DAY_14, Wish.TERMS, "mornings are better")
    found = calls.round_of(desk, place, CallKind.DAY_14)
    seen, other = found.members
    assert (seen.name, seen.ways, seen.phone) == ("Ana", "Phone", "021 555 0101")
    assert (seen.called_on, seen.wish, seen.note) == (date(2026, 3, 29), Wish.TERMS, "mornings are better")
    assert (other.called_on, other.wish, other.note) == (None, None, "")
    assert (found.names, found.asked_on, found.leads_to) == ("Ana and Ben", date(2026, 3, 28), None)
    calls.record_call(desk, place, ben, CallKind.DAY_14, Wish.GO_ON)
    assert calls.round_of(desk, place, CallKind.DAY_14).said.startswith("Somebody would like to change something")
    for wish, said in ((Wish.PARTNER, "Say to both alike: “This one did not work out."), (Wish.STOP, "Somebody stops")):
        calls.record_call(desk, place, ben, CallKind.DAY_14, wish)
        assert said in calls.round_of(desk, place, CallKind.DAY_14).said
    for person in (ana, ben):
        calls.record_call(desk, place, person, CallKind.DAY_14, Wish.GO_ON)
    assert calls.round_of(desk, place, CallKind.DAY_14).said == "Both go on. The partnership is confirmed."


def test_once_a_partnership_has_ended_nothing_keeps_who_wished_for_it(desk, pair):
    place, ana, ben = pair
    calls.record_call(desk, place, ana, CallKind.DAY_14, Wish.STOP)
    calls.record_call(desk, place, ben, CallKind.DAY_14, Wish.GO_ON)
    life.end(desk, place, "After a private call; no fault.")
    assert {m.wish for m in calls.round_of(desk, place, CallKind.DAY_14).members} == {None}


def test_a_repair_need_that_is_typed_late_is_not_born_overdue_and_a_talk_answers_it(desk, pair, clock):
    place, ana, _ = pair
    clock.go_to(date(2026, 6, 1))
    log.mark_many(desk, place, ana, {FIRST + timedelta(days=n): Mark.NO_CALL for n in range(2)})
    row = due(desk)["repair"]
    assert (row.day, row.title) == (date(2026, 6, 4), "Repair talk: Ana and Ben")
    talk = repair.arrange(desk, place, date(2026, 6, 3), "18:00", "The library")
    assert "repair" not in due(desk)
    assert due(desk)["talk"].day == date(2026, 6, 3)
    with pytest.raises(Refusal, match="arranged already"):
        repair.arrange(desk, place, date(2026, 6, 5))
    repair.change_talk(desk, talk, repair.TalkField.OUTCOME, TalkOutcome.AGREED)
    repair.change_talk(desk, talk, repair.TalkField.CHECK_ON, date(2026, 6, 20))
    clock.go_to(date(2026, 6, 20))
    assert "look-again" in due(desk)
    repair.change_talk(desk, talk, repair.TalkField.HELPED, True)
    assert not {"repair", "talk", "look-again"} & set(due(desk))


def test_a_sheet_that_is_not_back_is_asked_for_and_is_no_missed_call(desk, pair, clock):
    clock.go_to(FIRST + timedelta(days=36))
    rows = due(desk)
    assert rows["sheets"].title == "Call logs not back: 2 people"
    assert "repair" not in rows
    assert "alone" not in rows


def test_a_due_thing_waits_with_a_reason_and_ends_after_could_not_reach(desk, pair, clock, workshop_id):
    clock.go_to(date(2026, 3, 28))
    entry = due(desk)["trial"].entries[0]
    assert str(entry.key) == f"trial:{pair[0]}"
    with pytest.raises(Refusal, match="why it waits"):
        reminders.put_off(desk, workshop_id, entry.key, date(2026, 4, 2), "")
    with pytest.raises(Refusal, match="is over"):
        reminders.put_off(desk, workshop_id, entry.key, date(2026, 3, 28), "On holiday")
    reminders.put_off(desk, workshop_id, entry.key, date(2026, 4, 2), "On holiday")
    assert "trial" not in due(desk)
    clock.go_to(date(2026, 4, 2))
    assert "On holiday" in due(desk)["trial"].entries[0].ways
    assert [reminders.tried(desk, workshop_id, entry.key) for _ in range(3)] == [1, 2, 3]
    reminders.could_not_reach(desk, workshop_id, entry.key)
    assert "trial" not in due(desk)


def test_today_reads_what_was_worked_out_and_a_deed_or_its_undo_makes_it_anew(desk, pair, clock, workshop_id):
    clock.go_to(date(2026, 3, 28))
    assert due(desk)["trial"].title == "Trial check: Ana and Ben"
    assert set(desk.archive.digests()) == {workshop_id}
    assert due(desk)["trial"].title == "Trial check: Ana and Ben"
    participants.change(desk, pair[1], participants.PersonField.NAME, "Anahera")
    assert desk.archive.digests() == {}
    assert due(desk)["trial"].title == "Trial check: Anahera and Ben"
    desk.archive.undo(clock.now())
    assert due(desk)["trial"].title == "Trial check: Ana and Ben"


@pytest.mark.parametrize(
    ("day", "week"), [(FIRST, 1), (FIRST + timedelta(6), 1), (FIRST + timedelta(7), 2), (date(2026, 9, 14), 27)]
)
def test_the_card_of_a_workshop_says_which_week_of_the_calls_it_is(desk, pair, workshop_id, clock, day, week):
    place, ana, ben = pair
    for person in (ana, ben):
        participants.set_consent(desk, person, ConsentKind.TAKE_PART, given=True)
        participants.set_consent(desk, person, ConsentKind.STORE, given=True)
        goal = goals.add(desk, person)
        goals.change(desk, goal, goals.GoalField.WORDS, "Walk")
        steps.set_level(desk, goal, -2, "1 day")
        steps.set_level(desk, goal, 0, "5 days")
    signing.sign(desk, place)
    clock.go_to(day)
    (card,) = today.today(desk).workshops
    assert card.saying == f"Step 7: Week {week} of 27"


def test_a_missing_rating_is_named_as_missing_and_the_gap_is_told_only_of_both(desk, pair, clock):
    place, ana, ben = pair
    clock.go_to(date(2026, 4, 10))
    alliance.rate(desk, alliance.begin_check(desk, place, ana, date(2026, 3, 28)), {"truth": 8, "aims": 6})
    found = pairs.pair(desk, place, date(2026, 4, 10))
    assert found.gap == "28 March: 1 of 2 ratings, so no gap is known"
    assert found.members[1].ratings == "no rating yet"
    assert due(desk)["rating"].entries[-1].who == "Ben"
    alliance.rate(desk, alliance.begin_check(desk, place, ben, date(2026, 3, 29)), {"truth": 3})
    found = pairs.pair(desk, place, date(2026, 4, 10))
    assert found.gap == "28 March: 4.0 apart"
    assert found.members[1].talk_reasons == ("3 of 10 for “I could tell my partner the truth today.”",)
    with pytest.raises(Refusal, match="still to come"):
        alliance.begin_check(desk, place, ana, date(2026, 5, 1))


def test_meetings_are_planned_each_month_and_who_came_is_said_one_by_one(desk, pair, workshop_id, clock):
    assert meetings.plan_usual(desk, workshop_id) == 5
    first = meetings.meetings(desk, workshop_id)[0]
    with pytest.raises(Refusal, match="is written down then"):
        meetings.attend(desk, first.id, pair[1], Came.HERE)
    clock.go_to(date(2026, 4, 14))
    assert today.today(desk).event == "Harbour Hall"
    assert due(desk)["meeting"].entries[0].who == "14 April, 10:00, led"
    meetings.attend(desk, first.id, pair[1], Came.HERE)
    found = meetings.meeting(desk, first.id)
    assert found.counts == "Here 1, excused 0, not here 0, not said 1."
    assert found.following == date(2026, 5, 14)
    with pytest.raises(Refusal, match="Take that back first"):
        meetings.remove_meeting(desk, first.id)
    with pytest.raises(Refusal, match="already"):
        meetings.add_meeting(desk, workshop_id, date(2026, 5, 14), Lead.LEADERLESS)


def test_what_lies_in_the_meeting_bag_shows_first_names_and_no_answer(desk, pair, workshop_id):
    order = sheets.Order(workshop_id=workshop_id, kinds=MEETING_BAG, people=pair[1:])
    said = str(sheets.print_out(desk, order))
    assert "'Ana', 'Ben'" in said
    assert "Shall" not in said


def told(kind: Happened, **more) -> Told:
    return Told(kind=kind, happened_on=date(2026, 5, 1), **more)


def test_a_new_number_is_passed_on_only_after_the_owners_yes(desk, pair, clock, workshop_id):
    clock.go_to(date(2026, 5, 1))
    with pytest.raises(Refusal, match="new phone number"):
        happenings.record(desk, pair[1], told(Happened.NEW_CONTACT))
    happenings.record(desk, pair[1], told(Happened.NEW_CONTACT, phone="021 999"))
    assert "tell" not in due(desk)
    assert participants.person(desk, pair[1]).phone == "021 999"
    happenings.record(desk, pair[1], told(Happened.NEW_CONTACT, phone="021 998", may_pass_on=True))
    entry = due(desk)["tell"].entries[0]
    reminders.done(desk, workshop_id, entry.key)
    assert "tell" not in due(desk)


def test_who_stops_leaves_without_fault_and_the_partner_is_looked_after(desk, pair, clock, workshop_id):
    place, ana, ben = pair
    clock.go_to(date(2026, 5, 1))
    happenings.record(desk, ana, told(Happened.STOPS, no_follow_up=True))
    found = pairs.pair(desk, place, date(2026, 5, 1))
    assert found.state is PartnershipState.ENDED
    assert due(desk)["partner"].title == "Phone Ben"
    assert len(sheet.log_grid(desk, place, ben).agreed) == (date(2026, 5, 1) - FIRST).days
    assert [p.key for p in suggesting.asked(desk, workshop_id).case.people] == [str(ben)]
    assert [r.key for r in sheets.recipients(desk, workshop_id, (SheetKind.SIX_MONTHS,))] == [ben]


@pytest.mark.parametrize("tie", list(NewTie))
def test_partners_who_become_more_than_that_pause_until_each_was_phoned(desk, pair, clock, tie):
    place, ana, _ = pair
    clock.go_to(date(2026, 5, 1))
    with pytest.raises(Refusal, match="what the two are"):
        happenings.record(desk, ana, told(Happened.TIE))
    happenings.record(desk, ana, told(Happened.TIE, tie=tie))
    assert pairs.pair(desk, place, date(2026, 5, 1)).facts == "On hold"
    assert "alone" in due(desk)


def test_after_a_death_everything_due_is_withdrawn_nothing_prints_and_the_partner_is_phoned_today(
    desk, pair, clock, workshop_id
):
    place, ana, _ = pair
    clock.go_to(date(2026, 5, 1))
    happenings.record(desk, ana, told(Happened.DIED))
    rows = due(desk)
    assert rows["died"].title == "Phone Ben yourself, today"
    everything = " ".join(f"{row.title} {[e.who for e in row.entries]}" for row in rows.values())
    assert "Ana" not in everything
    assert "Ana" not in str(sheet.members(desk, workshop_id, date(2026, 5, 1)))
    assert pairs.pairs(desk, workshop_id, date(2026, 5, 1)) == ()
    assert happenings.happenings(desk, workshop_id) == ()
    assert [row.name for row in roster.roster(desk, workshop_id)] == ["Ben"]
    for kind in SheetKind:
        if kind is not SheetKind.REFERRAL:
            assert ana not in [r.key for r in sheets.recipients(desk, workshop_id, (kind,))]
    assert (1, "died") in began_in_words(outcomes(desk, workshop_id))
    clock.go_to(date(2026, 9, 14))
    assert "Ana" not in " ".join(e.who for row in today.today(desk).due for e in row.entries)
    desk.archive.undo(clock.now())
    assert pairs.pair(desk, place, date(2026, 5, 1)).state is PartnershipState.TRIAL


def test_a_day_before_the_workshop_or_still_to_come_is_refused_for_what_happened(desk, pair):
    for day in (date(2026, 3, 1), date(2026, 5, 1)):
        with pytest.raises(Refusal, match="The day lies between"):
            happenings.record(desk, pair[1], Told(kind=Happened.SILENT, happened_on=day))


def test_arms_are_there_only_in_a_study_and_the_days_follow_the_arm(desk, pair, workshop_id):
    place = pair[0]
    assert schedule.arms(desk, workshop_id) == ()
    part_of_a_study(desk, workshop_id)
    arms = schedule.arms(desk, workshop_id)
    assert [arm.label for arm in arms] == ["A call every day", "A call every week", "Meetings only", "Waiting list"]
    schedule.choose_arm(desk, place, arms[1].id)
    assert len({day.weekday() for day in sheet.log_grid(desk, place, pair[1]).agreed}) == 1
    schedule.change_arm(desk, arms[3].id, "Later", date(2026, 9, 14))
    schedule.choose_arm(desk, place, arms[3].id)
    assert sheet.log_grid(desk, place, pair[1]).days[0] == date(2026, 9, 14)
    schedule.set_study(desk, workshop_id, on=False)
    assert sheet.log_grid(desk, place, pair[1]).days[0] == FIRST
    assert setup.workshop(desk, workshop_id).study is False


def test_the_day_of_a_meeting_typed_once_more_is_no_other_meeting_on_that_day(desk, workshop_id):
    meeting = meetings.add_meeting(desk, workshop_id, date(2026, 5, 14))
    meetings.change_meeting(desk, meeting, MeetingField.DAY, date(2026, 5, 14))
    meetings.change_meeting(desk, meeting, MeetingField.DAY, date(2026, 5, 21))
    other = meetings.add_meeting(desk, workshop_id, date(2026, 5, 14))
    with pytest.raises(Refusal, match="There is a meeting on 21 May 2026 already"):
        meetings.change_meeting(desk, other, MeetingField.DAY, date(2026, 5, 21))
    assert [row.day for row in meetings.meetings(desk, workshop_id)] == [date(2026, 5, 14), date(2026, 5, 21)]
