from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mat_desktop.facilitation.shown.strip import strip
from mat_desktop.facilitation.shown.trend import trend
from mat_desktop.facilitation.shown.weeks import bars
from mat_desktop.workshop.contact.days import Mark, differing, of_two
from mat_desktop.workshop.contact.dose import by_week, dose
from mat_desktop.workshop.contact.meetings import LEADERLESS_AGENDA, LED_AGENDA
from mat_desktop.workshop.contact.protocol import Asked, RepairTalk, TalkOutcome, need
from mat_desktop.workshop.contact.schedule import (
    Arm,
    ArmKind,
    FrequencyChange,
    Pause,
    Terms,
    agreed_days,
    partners_by_day,
    sheet_days,
)
from mat_desktop.workshop.pairing.nouns import Member, Partnership, PartnershipState
from mat_desktop.workshop.setup import Frequency, Workshop, last_day
from tests.sure import sure

HELD_ON = date(2026, 3, 14)
FIRST = date(2026, 3, 16)
T, M, N, E = Mark.TALKED, Mark.MESSAGE, Mark.NO_CALL, Mark.EXCUSED


def days_of(marks: str) -> dict[date, Mark]:
    """`TTN.` as days from the first call on; a dot is not known."""
    letters = {"T": T, "M": M, "N": N, "E": E}
    return {FIRST + timedelta(days=n): letters[c] for n, c in enumerate(marks) if c != "."}


def terms(members: int = 2, **changed) -> Terms:
    place = Partnership(1, PartnershipState.CONFIRMED, confirmed_on=HELD_ON, id=1)
    place.members = [Member(n + 1, n) for n in range(members)]
    found = Terms(Workshop("Hall", "", HELD_ON, "UTC"), place)
    return Terms(**{**vars(found), **changed})


def agreed(number: int) -> list[date]:
    return [FIRST + timedelta(days=n) for n in range(number)]


def test_two_missed_calls_running_ask_for_a_repair_talk_and_an_unknown_day_is_no_missed_call():
    assert sure(need(agreed(4), days_of("TTNN"), ())).what is Asked.REPAIR
    assert need(agreed(4), days_of("TN.N"), ()) is None
    assert need(agreed(2), {}, ()) is None


def test_three_missed_calls_within_fourteen_days_ask_for_a_repair_talk():
    assert sure(need(agreed(20), days_of("NTTTTTNTTTTTTN"), ())).why == "No call on 3 days within 14."
    assert need(agreed(20), days_of("NTTTTTNTTTMTTTN"), ()) is None


def test_seven_days_of_silence_ask_for_a_call_with_each_alone():
    assert sure(need(agreed(10), days_of("TNNNNNN"), ())).what is Asked.REPAIR
    assert sure(need(agreed(10), days_of("TNNNNNNN"), ())).what is Asked.ALONE


def test_seven_calls_in_a_row_settle_what_was_missed():
    assert sure(need(agreed(20), days_of("NNTTTTTT"), ())).what is Asked.REPAIR
    assert need(agreed(20), days_of("NNTTTTTTT"), ()) is None


def test_a_repair_talk_answers_the_need_and_two_that_fail_ask_for_each_alone():
    talk = RepairTalk(1, FIRST + timedelta(days=2), outcome=TalkOutcome.AGREED, held_on=FIRST + timedelta(days=2))
    assert need(agreed(10), days_of("NN"), [talk]) is None
    failed = [RepairTalk(1, FIRST + timedelta(days=n), outcome=TalkOutcome.NOT_HELD) for n in (2, 5)]
    assert sure(need(agreed(10), days_of("NN"), failed)).what is Asked.ALONE
    helped = RepairTalk(1, FIRST + timedelta(days=8), outcome=TalkOutcome.AGREED, helped=True)
    assert need(agreed(10), days_of("NN"), [*failed, helped]) is None


def test_paused_days_are_not_agreed_and_a_missed_call_before_and_after_them_runs_on():
    pause = Pause(1, FIRST + timedelta(days=1), FIRST + timedelta(days=5))
    days = agreed_days(terms(pauses=[pause]))
    assert days[:2] == (FIRST, FIRST + timedelta(days=6))
    assert sure(need(days, {days[0]: N, days[1]: N}, ())).why == "No call on 2 agreed days running."


def test_a_partnership_counts_from_the_day_after_both_said_yes_to_the_day_before_it_ended():
    found = terms()
    found.partnership.confirmed_on, found.partnership.ended_on = date(2026, 5, 4), date(2026, 5, 8)
    assert agreed_days(found) == (date(2026, 5, 5), date(2026, 5, 6), date(2026, 5, 7))


def test_a_weekly_rhythm_from_a_day_on_keeps_its_weekday():
    change = FrequencyChange(1, date(2026, 6, 3), Frequency.WEEKLY)
    days = agreed_days(terms(changes=[change]))
    after = [day for day in days if day >= change.from_day]
    assert {day.weekday() for day in after} == {2}
    assert date(2026, 6, 2) in days
    assert date(2026, 6, 4) not in days


def test_in_a_group_of_three_each_has_two_days_of_three_with_the_partner_of_the_rota():
    found = terms(members=3)
    counts = Counter(day for person in (1, 2, 3) for day in agreed_days(found, person))
    assert set(counts.values()) == {2}
    assert list(partners_by_day(found, 1).values())[:4] == ["B", "C", "B", "C"]
    found.partnership.together = True
    assert agreed_days(found, 1) == agreed_days(found)
    assert set(partners_by_day(found, 2).values()) == {"AC"}


def test_who_joins_later_counts_from_the_next_day_and_the_two_talked_every_day_until_then():
    found = terms(members=3)
    found.partnership.members[2].joined_on = FIRST + timedelta(days=9)
    assert agreed_days(found, 1)[:10] == tuple(agreed(10))
    assert agreed_days(found, 3)[0] > FIRST + timedelta(days=9)
    assert set(list(partners_by_day(found, 1).values())[:10]) == {"B"}
    assert len(agreed_days(found, 1)) < len(agreed_days(found))


def test_the_denominator_follows_the_arm():
    weekly = agreed_days(terms(arm=Arm(1, 1, ArmKind.WEEKLY, "Weekly")))
    assert {day.weekday() for day in weekly} == {FIRST.weekday()}
    met = [date(2026, 4, 14), date(2026, 5, 14)]
    assert agreed_days(terms(arm=Arm(1, 2, ArmKind.MEETINGS, "Meetings"), meetings=met)) == tuple(met)
    waiting = terms(arm=Arm(1, 3, ArmKind.WAIT_LIST, "Waiting", date(2026, 9, 14)))
    assert agreed_days(waiting)[0] == date(2026, 9, 14)
    assert sheet_days(waiting.workshop, waiting.arm)[-1] == date(2027, 3, 14)


@pytest.mark.parametrize(
    ("held_on", "ends"),
    [
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 8, 29)),
    ],
)
def test_a_term_over_short_months_and_leap_days_holds_every_civil_day_once(held_on, ends):
    workshop = Workshop("Hall", "", held_on, "UTC")
    days = sheet_days(workshop)
    assert last_day(workshop) == days[-1] == ends
    assert all((b - a).days == 1 for a, b in pairwise(days))


@pytest.mark.parametrize(
    ("held_on", "typed", "begins", "ends"),
    [
        (date(2026, 8, 31), None, date(2027, 2, 28), date(2027, 8, 31)),
        (date(2026, 8, 31), date(2027, 2, 28), date(2027, 2, 28), date(2027, 8, 31)),
        (date(2026, 8, 31), date(2027, 2, 20), date(2027, 2, 20), date(2027, 8, 20)),
        (date(2026, 2, 28), date(2026, 8, 31), date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 3, 14), None, date(2026, 9, 14), date(2027, 3, 14)),
    ],
)
def test_a_waiting_list_from_the_last_of_august_ends_on_the_last_of_august(held_on, typed, begins, ends):
    days = sheet_days(Workshop("Hall", "", held_on, "UTC"), Arm(1, 3, ArmKind.WAIT_LIST, "Waiting", typed))
    assert (days[0], days[-1]) == (begins, ends)


@pytest.mark.parametrize("changed", [date(2026, 4, 5), date(2026, 3, 29)])
def test_the_night_of_a_clock_change_is_one_day_like_any_other(changed):
    workshop = Workshop("Hall", "", HELD_ON, "Pacific/Auckland")
    days = sheet_days(workshop)
    assert days.count(changed) == 1
    assert len(days) == (days[-1] - days[0]).days + 1


@given(
    st.lists(st.sampled_from([*Mark, None]), min_size=1, max_size=120),
    st.dictionaries(st.integers(0, 16), st.integers(0, 7)),
)
def test_every_agreed_day_is_in_one_count_and_the_weeks_add_up_to_the_whole(marks, numbers):
    days = agreed(len(marks))
    known = {day: mark for day, mark in zip(days, marks, strict=True) if mark is not None}
    remembered = {FIRST + timedelta(weeks=week): number for week, number in numbers.items()}
    found = dose(days, known, remembered)
    parts = (found.talked, found.message, found.no_call, found.excused, found.recalled, found.recalled_not)
    assert found.not_known >= 0
    assert sum(parts) + found.not_known == found.agreed == len(days)
    weeks = [w.dose for w in by_week(days, known, remembered)]
    for name in ("agreed", "talked", "recalled", "not_known"):
        assert sum(getattr(week, name) for week in weeks) == getattr(found, name)


def test_a_number_for_a_week_never_becomes_days():
    found = dose(agreed(7), {}, {FIRST: 5})
    assert (found.talked, found.recalled, found.recalled_not, found.not_known) == (0, 5, 2, 0)


def test_calls_on_days_that_were_not_agreed_are_counted_beside_the_dose():
    found = dose(agreed(2), days_of("TTTT"))
    assert (found.agreed, found.talked, found.beyond) == (2, 2, 2)


def test_sheets_differ_only_where_both_say_something_and_nothing_was_settled():
    marks = {1: days_of("TTN."), 2: days_of("TNNT")}
    assert differing(marks, {}) == (FIRST + timedelta(days=1),)
    assert differing(marks, {FIRST + timedelta(days=1): N}) == ()
    assert of_two(marks, {})[FIRST + timedelta(days=1)] is T
    assert of_two(marks, {FIRST + timedelta(days=1): N})[FIRST + timedelta(days=1)] is N


def test_a_line_of_ratings_breaks_where_one_is_missing():
    asked = [date(2026, 3, 28), date(2026, 4, 18), date(2026, 5, 16), date(2026, 6, 20)]
    found = trend([(asked[0], 8.0), (asked[1], 7.0), (asked[3], 6.0)], asked)
    assert [(a.value, b.value) for a, b in found.joined] == [(8.0, 7.0)]
    assert len(found.missing) == 1
    assert (found.points[0].x, found.points[-1].x, found.points[0].y) == (0, 1, 0.8)


def test_a_day_that_nobody_agreed_on_is_left_empty_on_the_strip():
    cells = strip(tuple(agreed(3)), {}, FIRST + timedelta(days=3), {FIRST}, [FIRST]).cells
    assert [cell.agreed for cell in cells] == [True, False, False]
    assert all(cell.recalled for cell in cells)


def test_the_weeks_stack_up_to_what_was_agreed():
    found = bars(by_week(agreed(7), days_of("TTT"), {}), FIRST + timedelta(days=30))
    assert (found[0].agreed, round(found[0].talked * 7), round(found[0].not_known * 7)) == (1.0, 3, 4)


def test_a_led_meeting_takes_ninety_minutes_and_one_without_a_leader_seventy_five():
    assert sum(card.minutes for card in LED_AGENDA) == 90
    assert sum(card.minutes for card in LEADERLESS_AGENDA) == 75
