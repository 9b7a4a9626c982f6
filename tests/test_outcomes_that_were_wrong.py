"""What was once wrong in the figures, or in what was said of them, and the tests that hold the right of it.

Each of the twenty-four with its place in the order in which they were found. A test that is gone fails here, and so
does a line without one.
"""

import pytest

from tests.test_words_kept import lived_through

WRONG: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "1 One occasion at a time; nothing is carried forward unsaid",
        (
            "test_each_figure_belongs_to_one_occasion_and_nothing_stands_in_for_a_missing_answer",
            "test_of_nine_people_seven_count_at_one_year_and_the_two_others_move_the_mean_as_they_could",
            "test_the_last_known_value_is_carried_forward_only_to_a_later_occasion",
        ),
    ),
    (
        "2 The same goals and weights at both times",
        (
            "test_both_sides_of_a_change_are_about_the_same_goals",
            "test_goals_that_were_added_during_the_year_change_no_start",
            "test_a_goal_marked_again_where_it_began_is_no_change_whatever_became_of_the_others",
        ),
    ),
    (
        "3 No standardised change of goals",
        ("test_goals_have_no_standardised_change_for_the_method_sets_where_they_begin",),
    ),
    (
        "4 Arms are centred within blocks",
        (
            "test_a_block_that_holds_one_arm_only_changes_nothing",
            "test_exchanging_the_names_of_two_arms_changes_no_p_and_only_the_sign_of_their_difference",
        ),
    ),
    (
        "5 A tipping point instead of “robust”",
        (
            "test_what_the_missing_could_change_is_worked_out_and_where_the_change_would_vanish",
            "test_of_twenty_people_of_whom_two_were_heard_from_little_tips_the_change",
        ),
    ),
    (
        "6 Causal words only with a sealed list, and none after a crossover",
        (
            "test_only_the_planned_comparison_is_called_planned",
            "test_what_may_be_said_of_one_group_is_never_that_the_workshop_did_it",
            "test_arms_are_compared_up_to_the_day_on_which_those_who_wait_begin_and_not_after",
        ),
    ),
    (
        "7 The seal holds labels and kinds, and anybody can check it",
        (
            "test_words_that_are_exchanged_in_the_rows_are_seen",
            "test_once_the_list_is_sealed_the_words_of_its_arms_stay",
            "test_the_sealed_list_is_checked_anywhere_and_one_changed_letter_shows",
        ),
    ),
    (
        "8 Power counts partnerships",
        (
            "test_planning_takes_the_partnership_as_the_unit",
            "test_people_who_come_in_pairs_need_more_of_them_and_whole_partnerships",
        ),
    ),
    (
        "9 Three digits that count in every p, the smallest possible one too",
        ("test_the_change_its_test_and_its_interval_are_told_with_the_same_numbers",),
    ),
    (
        "10 The interval inverts the test, and there is one verdict",
        (
            "test_a_shift_lies_in_the_interval_just_when_the_test_does_not_rule_it_out",
            "test_fewer_than_six_partnerships_have_no_interval_and_no_direction",
            "test_one_verdict_comes_from_one_test",
            "test_a_mean_is_told_with_one_decimal_more_than_the_answers_have",
        ),
    ),
    (
        "11 Pooling says the safest interval first",
        (
            "test_pool_in_words_shows_the_safest_interval_first_and_what_one_workshop_more_would_show",
            "test_a_q_below_one_is_floored_and_one_workshop_has_neither_t_nor_prediction",
        ),
    ),
    (
        "12 Better of those who could, worse with its upper end, pairs taken into account",
        (
            "test_those_who_began_healthy_are_counted_among_the_worse_and_not_among_those_who_could_get_better",
            "test_pairs_who_change_alike_make_a_share_less_certain",
        ),
    ),
    (
        "13 Ties by what the measure can tell apart",
        (
            "test_changes_that_only_rounding_tells_apart_are_tied",
            "test_where_all_changed_alike_nothing_is_made_of_the_tie",
        ),
    ),
    (
        "14 A rank correlation is exact or drawn, never by t",
        ("test_a_rank_correlation_of_nine_ten_and_thirteen", "test_a_rank_correlation_is_counted_over_every_order"),
    ),
    (
        "15 Reliable is strictly beyond",
        ("test_a_change_of_exactly_196_is_not_beyond_it_and_without_reliability_nobody_is_classified",),
    ),
    (
        "16 Up is better in every association",
        ("test_more_contact_and_better_calls_with_more_improvement_are_never_told_with_opposite_signs",),
    ),
    (
        "17 Weeks two to four end on day 28",
        ("test_only_ratings_of_the_second_to_the_fourth_week_count_as_early",),
    ),
    (
        "18 Cut-offs need published figures",
        ("test_without_published_figures_nobody_is_classified_and_the_groups_own_are_not_used",),
    ),
    (
        "19 Harms count whoever answered at any follow-up",
        ("test_harms_are_told_of_everybody_who_answered_at_one_follow_up_or_another",),
    ),
    (
        "20 Of those who answered at that time, and nothing of a meeting that has not been",
        (
            "test_steps_are_told_of_those_who_stand_on_the_ladder_and_whoever_is_further_back_is_named_beside_them",
            "test_before_the_one_year_meeting_nothing_is_said_about_it",
        ),
    ),
    (
        "21 In advance means before the first answer",
        (
            "test_the_headline_measure_is_named_before_the_answers_and_not_after",
            "test_the_measure_to_look_at_first_is_named_in_set_up_and_refused_once_answers_are_in",
        ),
    ),
    (
        "22 An export tells nobody apart",
        (
            "test_eight_of_one_kind_do_not_tell_the_ninth",
            "test_a_straight_script_over_the_files_finds_the_same_people_hidden_in_each_table",
            "test_while_arms_stand_under_letters_the_data_name_none_and_no_number_of_days_tells_them",
            "test_all_of_the_sample_but_one_agreed_that_their_answers_are_counted",
        ),
    ),
    (
        "23 Licences and notices as their holders ask",
        (
            "test_all_shipped_instruments_name_their_licence_and_core_10_its_notice",
            "test_beside_every_reliable_change_stands_at_what_level_it_is_called_so",
        ),
    ),
    (
        "24 A cut-off and a reliable change come from one source",
        ("test_a_cut_off_and_a_reliable_change_come_from_one_source_and_say_their_level",),
    ),
)


@pytest.mark.parametrize(("wrong", "tests"), WRONG)
def test_whatever_was_wrong_in_the_outcomes_is_held_right_by_a_test(wrong: str, tests: tuple[str, ...]):
    assert tests, wrong
    gone = [test for test in tests if test not in lived_through()]
    assert not gone, f"{wrong}: {gone}"
