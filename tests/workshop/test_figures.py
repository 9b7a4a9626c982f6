from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mat_desktop.facilitation.shown.strip import strip
from mat_desktop.workshop.codes import ALPHABET, check_character, form_code, read_code, shown_code
from mat_desktop.workshop.contact.alliance import alliance_mean, asks_for_a_talk
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.contact.dose import dose
from mat_desktop.workshop.goals.goal import attainment_t
from mat_desktop.workshop.outcomes.trajectory import Trajectory, group_result
from mat_desktop.workshop.screening import (
    CRISIS,
    DANGER,
    FINE,
    NO,
    STATEMENTS,
    UNSURE,
    Replies,
    ScreeningOutcome,
    in_crisis,
    suggested,
    to_talk_about,
    wants_reason,
)
from mat_desktop.workshop.text import clean, clean_name

fives = st.lists(st.integers(0, 31), min_size=5, max_size=5)


def test_five_equal_goals_give_the_published_t_score():
    assert attainment_t([-1, -1, 0, 0, -1]) == pytest.approx(40.95466, abs=5e-6)


def test_a_t_score_without_a_goal_is_refused():
    with pytest.raises(ValueError, match="at least one goal"):
        attainment_t([])


@given(fives, st.integers(0, 5), st.sampled_from(ALPHABET))
def test_one_wrong_character_in_a_form_code_is_always_found(numbers: list[int], place: int, other: str):
    code = form_code(numbers)
    wrong = code[:place] + other + code[place + 1 :]
    assert (read_code(wrong) is None) == (wrong != code)


@given(fives, st.integers(0, 3))
def test_two_neighbours_exchanged_in_a_form_code_are_always_found(numbers: list[int], place: int):
    code = form_code(numbers)
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (read_code(wrong) is None) == (wrong != code)


def test_a_form_code_is_read_in_any_case_and_spacing():
    code = form_code([1, 2, 3, 4, 5])
    assert len(ALPHABET) == 32
    assert not set("01OI") & set(ALPHABET)
    assert read_code(shown_code(code).lower()) == code
    assert code[5] == check_character(code[:5])


@given(st.lists(st.sampled_from([*Mark, None]), max_size=200))
def test_every_agreed_day_is_in_exactly_one_count(marks: list[Mark | None]):
    days = [date(2026, 3, 16) + timedelta(days=n) for n in range(len(marks))]
    known = {day: mark for day, mark in zip(days, marks, strict=True) if mark is not None}
    found = dose(days, known)
    assert found.agreed == found.talked + found.message + found.no_call + found.excused + found.not_known
    assert found.not_known == marks.count(None)


def test_a_day_without_a_mark_never_looks_like_no_call():
    days = (date(2026, 3, 16), date(2026, 3, 17))
    cells = strip(days, {days[0]: Mark.NO_CALL}, days[1]).cells
    assert [c.mark for c in cells] == [Mark.NO_CALL, None]


def test_a_fall_of_two_points_in_a_domain_asks_for_a_talk():
    before = {"truth": 8, "my_side": 8, "aims": 8, "matters": 8}
    assert not asks_for_a_talk({**before, "truth": 7}, before)
    (fell,) = asks_for_a_talk({**before, "truth": 6, "my_side": 6}, before)
    assert fell == "How far they trust each other: from 8.0 to 6.0 since the check before."
    assert asks_for_a_talk({"truth": 4}, None) == ("4 of 10 for “I could tell my partner the truth today.”",)
    assert asks_for_a_talk({"holding_back": 5}, None) == ("5 of 10 for “There is something I have been holding back.”",)
    assert not asks_for_a_talk({"holding_back": 1}, None)


def test_the_trend_leaves_holding_back_out():
    assert alliance_mean({"truth": 10, "aims": 8, "calls_help": 6, "holding_back": 0}) == pytest.approx(8.0)


def said(replies: dict[int, int], before: dict[int, int] | None = None, *, whole: bool = True) -> Replies:
    asked = tuple(range(1, STATEMENTS + 1))
    now = dict.fromkeys(asked, FINE) | replies if whole else replies
    return Replies(asked, frozenset({CRISIS, DANGER}), now, before or {})


def test_nothing_is_suggested_before_all_nine_are_answered():
    assert suggested(said({1: FINE}, whole=False)) is None
    assert suggested(said({})) is ScreeningOutcome.INCLUDE
    assert suggested(said({2: UNSURE})) is ScreeningOutcome.INCLUDE
    assert suggested(said({7: NO})) is ScreeningOutcome.NOT_NOW
    assert suggested(said({CRISIS: NO})) is ScreeningOutcome.REFER
    assert suggested(said({DANGER: NO}, whole=False)) is ScreeningOutcome.REFER


def test_nobody_is_suggested_for_pairing_while_they_would_rather_talk_or_a_card_is_open():
    for grave in (CRISIS, DANGER):
        assert suggested(said({grave: UNSURE})) is None
        assert suggested(said({grave: UNSURE, 3: NO})) is ScreeningOutcome.NOT_NOW
    assert suggested(said({}), card_open=True) is None


def test_unsure_no_unanswered_and_changed_since_the_call_want_a_talk():
    assert to_talk_about(said({})) == ()
    assert to_talk_about(said({2: UNSURE, 4: NO})) == (2, 4)
    assert to_talk_about(said({1: FINE}, whole=False)) == (2, 3, 4, 5, 6, 7, 8, 9)
    assert to_talk_about(said({}, {3: NO})) == (3,)


def test_crisis_and_danger_are_told_apart_and_an_answer_to_the_two_in_one_counts_for_both():
    assert not in_crisis({CRISIS: FINE, DANGER: FINE})
    assert in_crisis({CRISIS: UNSURE})
    assert in_crisis({CRISIS: FINE, DANGER: NO})


def test_a_reason_is_asked_for_where_it_matters():
    assert not wants_reason(ScreeningOutcome.INCLUDE, ScreeningOutcome.INCLUDE)
    assert wants_reason(ScreeningOutcome.INCLUDE, ScreeningOutcome.NOT_NOW)
    assert wants_reason(ScreeningOutcome.REFER, ScreeningOutcome.REFER)
    assert not wants_reason(ScreeningOutcome.OWN_CHOICE, ScreeningOutcome.INCLUDE)


def test_outcomes_count_first_and_name_the_missing():
    people = [
        Trajectory("Ana", 1, -2, 0, 0, 1, 150, 180),
        Trajectory("Ben", 1, -2, 0, 1, None, 90, 180),
        Trajectory("Cleo", 2, -1, 0, None, -3, 10, 180),
    ]
    found = group_result(people)
    assert (found.began, found.answered_six_months, found.answered_one_year) == (3, 2, 2)
    assert found.not_heard_from == ("Ben",)
    assert found.further_back == ("Cleo",)
    assert found.mean_gain == pytest.approx(3.0)


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_letters(text: str):
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & set("\u202a\u202e\u2066\u200f\x00\x1b")


def test_names_keep_every_letter_that_is_no_control_mark():
    assert clean_name("  Māori <b>&  Zoë\n") == "Māori <b>& Zoë"
    assert clean_name("a\u202eb") == "ab"
