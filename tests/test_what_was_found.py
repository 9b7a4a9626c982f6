"""What was promised and not kept when the year was first played through, and the test that now lives through each.

Three tables: what the program contradicted itself in, the twelve things that were missing or thin in the order of what
they cost her, and the input that must not break a promise. A test that is gone fails, and so does a line without one.
"""

import pytest

from tests.test_words_kept import lived_through

CONTRADICTED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Next follows the run sheet and never loops", ("test_next_follows_the_day_as_it_was_made_and_never_goes_round",)),
    (
        "Before screening the day pack holds ballots for who is registered, with their rows",
        ("test_before_screening_each_has_a_ballot_with_a_row_for_every_other_and_the_wall_has_the_rounds",),
    ),
    ("Not known stands beside every count", ("test_beside_every_count_of_days_stands_how_many_are_not_known",)),
    ("A meeting without a leader gets its card", ("test_the_bag_of_a_meeting_without_a_leader_holds_its_card",)),
    (
        "The page for a funder counts no partnership that silence or the term has ended",
        ("test_a_funder_reads_who_talked_in_the_last_four_weeks_whatever_state_their_partnership_is_in",),
    ),
    (
        "The headline measure is named in advance or not",
        ("test_the_headline_measure_is_named_before_the_answers_and_not_after",),
    ),
    (
        "Nobody without a yes is kept, paired or sent home",
        (
            "test_before_anything_is_written_down_it_is_asked_and_a_no_closes_the_form",
            "test_who_says_no_to_taking_part_is_off_the_board_until_they_say_yes_and_who_is_in_a_pair_is_not_left_alone",
            "test_the_day_is_not_closed_before_the_signed_sheet_of_everybody_in_a_pair_is_there",
        ),
    ),
)
MISSING: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "1 Promised calls",
        (
            "test_promised_calls_stand_first_on_today_three_at_a_time_and_what_is_about_safety_before_the_others",
            "test_in_a_year_of_twelve_every_promise_consent_and_worrying_line_ends_where_it_must",
            "test_who_comes_back_from_stepping_out_on_the_day_is_told_where_a_call_is_promised_to_who_went_home",
        ),
    ),
    (
        "2 Safety card within reach",
        (
            "test_the_safety_card_of_who_is_on_the_page_is_one_key_away_while_a_handout_is_typed",
            "test_a_card_names_the_own_number_and_whether_the_named_person_may_be_phoned",
            "test_on_a_laptop_the_numbers_to_phone_are_seen_at_once_beside_what_can_be_done",
        ),
    ),
    (
        "3 Call sheet on paper",
        (
            "test_the_phone_list_says_no_workshop_and_has_its_numbers_where_they_are_cut_off",
            "test_the_call_sheet_is_typed_back_with_one_key_a_person_and_is_to_be_cut_up",
            "test_what_the_boxes_of_the_phone_list_mean_stands_on_a_page_that_stays_at_home_and_has_nobody_on_it",
        ),
    ),
    (
        "4 Hand in and keep apart",
        (
            "test_two_pages_are_handed_in_and_one_is_kept",
            "test_without_a_log_there_is_a_line_for_a_guess_of_ones_own",
        ),
    ),
    (
        "5 Finish, archive, repeat, search",
        (
            "test_a_finished_workshop_asks_for_nothing_but_erasing_and_can_be_opened_again",
            "test_a_new_workshop_like_the_last_takes_everything_but_people_and_moves_the_dates",
            "test_a_trial_and_a_repair_talk_are_asked_for_no_more_once_the_agreed_time_is_over",
            "test_the_people_of_twenty_workshops_are_searched_in_a_tenth_of_a_second",
        ),
    ),
    (
        "6 Day pack",
        (
            "test_the_essential_pack_of_twelve_people_with_three_spares_is_at_most_110_sheets",
            "test_access_needs_stand_on_one_line_and_help_with_reading_prints_large",
            "test_the_evening_before_each_of_the_six_keys_leads_to_where_it_is_done",
        ),
    ),
    (
        "7 Room clock and run sheet",
        (
            "test_one_clock_says_at_every_table_who_speaks_and_goes_on_by_itself",
            "test_parts_are_renamed_added_moved_repeated_and_removed_and_each_is_undone_alone",
            "test_every_part_has_its_time_on_screen_and_on_paper_before_the_day_starts",
        ),
    ),
    ("8 Dates", ("test_what_comes_in_a_year_stands_alike_on_the_page_of_dates_and_in_the_calendar_file",)),
    (
        "9 The facilitator as partner",
        ("test_where_the_facilitator_takes_part_she_has_a_log_a_card_dates_and_a_goal_of_her_own",),
    ),
    (
        "10 Today: what hurts first, and counts that agree",
        (
            "test_the_meeting_of_today_stands_over_what_is_overdue_and_under_an_open_card",
            "test_the_rail_and_the_card_of_a_workshop_count_alike_on_every_day",
            "test_the_rail_counts_the_weeks_of_the_calls_as_the_card_on_today_does",
            "test_after_the_day_a_missing_consent_does_not_hold_the_workshop_at_its_second_step",
        ),
    ),
    (
        "11 Couples, the third answer, something has happened, the open board, drops",
        (
            "test_a_couple_is_marked_at_the_talk_and_found_where_pairs_are_made",
            "test_talk_first_on_a_slip_is_typed_on_the_telling_list",
            "test_what_happened_to_somebody_in_no_pair_is_told_from_their_line_and_promises_a_call",
            "test_the_open_board_says_nothing_of_a_safety_card",
            "test_what_the_board_says_of_a_drop_is_what_the_drop_does",
        ),
    ),
    (
        "12 Six fields first, and lists as people have them",
        (
            "test_of_a_person_six_fields_stand_there_until_more_is_asked_for",
            "test_questions_for_access_and_for_what_to_call_somebody_are_found_by_their_words",
            "test_the_exports_of_eight_tools_and_a_workbook_are_taken_in",
        ),
    ),
)
BAD_INPUT: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "A promise for who has died",
        (
            "test_after_a_death_the_partner_is_phoned_again_tomorrow_and_nobody_phones_the_dead",
            "test_nobody_can_promise_a_call_to_who_has_died_or_was_erased",
        ),
    ),
    (
        "A promise for who left",
        ("test_somebody_who_left_is_phoned_the_next_day_and_who_left_unwell_as_a_matter_of_safety",),
    ),
    (
        "A promise for who was erased",
        (
            "test_in_a_year_of_twelve_every_promise_consent_and_worrying_line_ends_where_it_must",
            "test_nobody_can_promise_a_call_to_who_has_died_or_was_erased",
        ),
    ),
    (
        "Two promises on one day",
        ("test_two_promises_on_one_day_stand_beside_each_other_and_one_reason_is_one_promise",),
    ),
    ("A clock set back", ("test_a_clock_set_back_neither_loses_a_promise_nor_counts_an_attempt_twice",)),
    (
        "Consent withdrawn in the middle of screening",
        ("test_consent_withdrawn_in_the_middle_of_screening_keeps_what_is_there_and_takes_nothing_more",),
    ),
    ("Finishing with open cards", ("test_open_cards_and_promised_calls_keep_a_workshop_open_by_name",)),
    (
        "A sixth table in the room clock",
        ("test_a_sixth_table_a_fourth_person_and_somebody_alone_are_refused_by_name",),
    ),
)


@pytest.mark.parametrize(("found", "tests"), [*CONTRADICTED, *MISSING, *BAD_INPUT])
def test_whatever_was_found_to_be_promised_and_not_kept_is_lived_through_now(found: str, tests: tuple[str, ...]):
    assert tests, found
    gone = [test for test in tests if test not in lived_through()]
    assert not gone, f"{found}: {gone}"
