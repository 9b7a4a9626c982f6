"""Files that people really have, line by line: what was found when they were tried, and the test that lives through it.

The first column is the line, the second the test. A line whose test is gone fails. Further files of each kind are in
`tests/facilitation/participants/test_other_files.py`.
"""

import pytest

from tests.test_words_kept import lived_through

ROSTERS: tuple[tuple[str, str], ...] = (
    (
        "A question text does not outvote the delimiter; marks in quotes are not counted",
        "test_commas_in_a_question_do_not_outvote_the_semicolons_between_the_cells",
    ),
    (
        "The mark is preferred that gives every row the same number of cells",
        "test_a_question_with_more_commas_than_the_row_has_cells_divides_nothing",
    ),
    ("The delimiter can be chosen in the dialog", "test_a_wrong_delimiter_can_be_put_right"),
    (
        "A name that holds a delimiter is told",
        "test_a_name_that_holds_what_divides_cells_is_told",
    ),
    (
        "“sep=;” is an instruction and no heading, and the rows keep their numbers",
        "test_the_instruction_of_excel_is_obeyed_and_the_rows_keep_their_numbers",
    ),
    (
        "Empty cells at the end carry nothing; a surplus cell with text is a fault",
        "test_empty_cells_at_the_end_of_a_row_carry_nothing",
    ),
    (
        "Of columns that could be the name the one that varies is taken; an e-mail address is no postal address",
        "test_of_two_columns_of_a_name_the_one_that_varies_is_taken_and_an_address_of_mail_is_no_address",
    ),
    (
        "A form sent twice is one person with the later answer; a couple with one e-mail stays two",
        "test_a_form_sent_twice_is_one_person_with_the_later_answer_and_a_couple_stays_two",
    ),
    (
        "Later is told by when it was sent, in whatever way the tool writes it",
        "test_of_a_form_sent_twice_the_later_answer_is_taken_whichever_stands_first",
    ),
    (
        "The same person in capitals with the same phone is the same person",
        "test_a_form_sent_twice_is_one_person_with_the_later_answer_and_a_couple_stays_two",
    ),
    (
        "Only a known yes-word is a consent; all else is named by row",
        "test_only_a_known_yes_word_is_a_consent_and_everything_else_is_named_by_row",
    ),
    ("“No” is kept as No", "test_a_yes_and_a_no_are_kept_as_such"),
    (
        "A phone that a spreadsheet spoilt is named by row and never kept",
        "test_a_number_that_a_spreadsheet_spoilt_is_named_by_row_and_never_kept",
    ),
    (
        "A number without its leading zero is spoilt only where numbers have one",
        "test_a_number_without_a_zero_is_whole_where_numbers_have_none",
    ),
    ("UTF-16 with its mark is read", "test_a_mark_at_the_start_says_the_encoding_whatever_was_declared"),
    (
        "Two apostrophes and zero-width marks make one person in a roster",
        "test_two_apostrophes_and_unseen_marks_make_one_person",
    ),
    (
        "So they do in rules and ballots",
        "test_another_spelling_in_ballots_and_rules_means_the_same_person",
    ),
    (
        "So they do at another import, and the spelling that is held stays",
        "test_another_spelling_is_the_same_person_and_the_one_that_is_held_stays",
    ),
    ("So do composed and decomposed letters", "test_letters_in_two_compositions_are_the_same_person"),
    (
        "A header of 100,000 columns is refused in half a second",
        "test_a_header_of_a_hundred_thousand_columns_is_refused_in_half_a_second",
    ),
    (
        "Size and kind are known before a byte is read: a large file, a device, a folder",
        "test_a_folder_a_device_a_database_and_a_file_without_end_are_refused_before_they_are_read",
    ),
    (
        "When somebody is free is found by the words of the question",
        "test_the_export_of_a_form_is_understood_by_its_headings",
    ),
    ("So is consent", "test_a_yes_and_a_no_are_kept_as_such"),
    (
        "So are access needs and what to call somebody",
        "test_questions_for_access_and_for_what_to_call_somebody_are_found_by_their_words",
    ),
    ("A workbook of Excel is read", "test_a_workbook_is_read_like_a_csv_file"),
    ("It unfolds to no more than the limits", "test_what_is_no_table_is_refused_in_half_a_second_by_one_sentence"),
    ("Its XML unfolds nothing by itself", "test_a_workbook_whose_xml_unfolds_itself_is_refused"),
    ("It has the same preview", "test_a_workbook_made_by_hand_is_taken_in"),
    (
        "A couple imported again stays two, with the consent where it was given",
        "test_a_couple_imported_again_stays_two_with_the_consent_where_it_was_given",
    ),
    (
        "Exact name and contact come first, over all rows",
        "test_two_people_of_one_name_are_each_met_by_their_own_contact_in_whatever_order",
    ),
    ("A contact alone with another name is a question", "test_a_contact_alone_is_a_question_and_never_a_match"),
    (
        "Two columns of a name are joined, in both orders and in other languages",
        "test_a_name_is_found_whole_in_both_orders_and_in_five_languages",
    ),
    ("So they are in the window", "test_the_exports_of_eight_tools_and_a_workbook_are_taken_in"),
    ("And on the command line", "test_a_workbook_is_a_roster_and_a_note_about_a_cell_does_not_refuse_it"),
    ("“Quill, Mara” is turned", "test_a_name_with_the_family_first_is_turned_and_a_degree_is_not"),
    (
        "“Dr.”, “Mrs” and “J. R.” are skipped, or what to call somebody is asked",
        "test_somebody_is_greeted_past_titles_and_initials_or_by_the_whole_name",
    ),
    (
        "Where a name does not say what to call somebody it is asked",
        "test_where_a_name_does_not_say_what_to_call_somebody_they_are_asked",
    ),
    (
        "Two of one first name and other family names are two people",
        "test_two_people_of_one_first_name_are_both_taken_in",
    ),
    (
        "The emergency contact's name and number are never the person's",
        "test_what_an_emergency_contact_is_called_and_their_number_never_becomes_the_persons",
    ),
    (
        "Nor is the number of anybody else who stands beside them",
        "test_the_number_of_somebody_who_stands_beside_a_person_never_becomes_theirs",
    ),
    (
        "Event, company, invoice, registration, user and id are never a name",
        "test_a_name_is_found_whole_in_both_orders_and_in_five_languages",
    ),
    (
        "A heading that merely begins with a known word is offered",
        "test_a_sentence_that_begins_with_a_known_word_is_offered_and_not_taken",
    ),
    (
        "A cell that can be none is left empty and named by row and column; the person is taken in",
        "test_a_cell_that_can_be_none_is_left_empty_and_the_person_is_taken_in",
    ),
    ("“Do Not Phone” and labels are no numbers", "test_columns_that_only_name_a_thing_are_not_it"),
    (
        "A note about a cell stands on stderr, with exit 0",
        "test_a_workbook_is_a_roster_and_a_note_about_a_cell_does_not_refuse_it",
    ),
    ("“When are you NOT available?” is not when they are", "test_when_somebody_is_not_available_is_not_when_they_are"),
    ("“Monday evening” and “not late please” are asked", "test_times_are_understood_exactly_or_asked"),
    ("A grid keeps its days", "test_a_grid_keeps_the_day_of_each_of_its_columns"),
    (
        "Headings in two rows are not people",
        "test_a_survey_with_two_rows_of_headings_spreads_each_question_over_its_parts",
    ),
    ("Headings in three rows are not people", "test_a_survey_with_three_rows_of_headings_has_no_person_among_them"),
    (
        "Rows of dashes and “Total” are no people, and that is said",
        "test_lines_sums_and_headings_that_come_again_are_no_people_and_that_is_said",
    ),
    (
        "A doubled heading that nobody maps refuses nothing",
        "test_a_doubled_heading_refuses_only_where_it_decides_who_somebody_is",
    ),
    (
        "A time zone that is none never loses the person",
        "test_a_cell_that_can_be_none_is_left_empty_and_the_person_is_taken_in",
    ),
    (
        "“'+64” loses its apostrophe",
        "test_the_apostrophe_that_keeps_a_spreadsheet_from_counting_is_no_part_of_a_number",
    ),
    ("Advice never repeats what was just tried", "test_the_dialog_never_advises_what_was_just_tried"),
)
NAMES_DAYS_PRINTERS_SCREENS: tuple[tuple[str, str], ...] = (
    (
        "Two of one first name in a pair are told apart, on paper too",
        "test_two_of_one_first_name_in_a_pair_are_told_apart_on_screen_and_on_paper",
    ),
    ("By a letter or by the whole name", "test_two_of_one_name_are_told_apart_by_a_letter_or_by_the_whole_name"),
    ("Émile stands at E, Łukasz at L", "test_lists_are_in_the_order_in_which_people_look_names_up"),
    ("“Talked” next September is refused", "test_a_day_that_is_still_to_come_can_be_excused_and_nothing_else"),
    ("An answer of next year is refused", "test_an_answer_of_a_day_to_come_is_refused"),
    ("So is every other day to come of what happened", "test_a_deed_refuses_a_day_to_come_as_the_field_does"),
    ("Years of two figures are asked", "test_what_can_mean_two_days_or_another_century_is_asked_in_words"),
    ("A workshop lies within some years of today", "test_a_day_that_is_many_years_away_is_a_slip_and_is_refused"),
    (
        "A waiting list from 31 August ends 31 August",
        "test_a_waiting_list_from_the_last_of_august_ends_on_the_last_of_august",
    ),
    (
        "“Today” is the workshop's zone on a page about one workshop",
        "test_today_is_the_day_where_the_workshop_is_whatever_the_laptop_thinks",
    ),
    ("A page range is obeyed", "test_only_the_pages_that_were_asked_for_come_out_as_often_as_was_asked"),
    ("Only its sheets are issued", "test_of_a_page_range_only_the_sheets_on_its_pages_are_issued_and_printed"),
    (
        "Goal cards go out as A4 on its side",
        "test_a_page_is_as_large_on_its_own_paper_as_it_was_made_whichever_way_it_lies",
    ),
    (
        "A printer with Letter only never stretches A4",
        "test_on_other_paper_a_page_stays_whole_in_the_middle_and_is_never_stretched",
    ),
    (
        "Both sides as chosen in the dialog decide which sheet did not come out",
        "test_after_a_jam_the_very_same_pages_print_again_from_the_sheet_that_is_missing",
    ),
    ("The first paper size follows the locale", "test_the_first_paper_is_the_one_that_is_sold_where_she_lives"),
    (
        "Participant mode opens on her screen and not on the projector",
        "test_the_questions_stand_on_the_screen_on_which_her_own_window_stood_and_not_on_the_projector",
    ),
    ("Digits of other scripts answer", "test_a_digit_of_any_script_answers"),
    ("So do those of the French row, without Shift", "test_a_number_key_of_a_french_keyboard_answers_without_shift"),
    ("What is no digit says why not", "test_a_key_that_is_no_number_answers_nothing_and_says_so"),
    (
        "A library folder deleted while open takes no deed",
        "test_a_folder_that_is_gone_is_said_to_be_and_a_copy_is_made_elsewhere",
    ),
    (
        "Output is UTF-8 whatever the system says",
        "test_a_name_in_a_file_cannot_write_over_the_terminal_and_comes_as_utf_8",
    ),
)
SCORES_AND_TABLES: tuple[tuple[str, str], ...] = (
    ("CORE-10 with one item missing keeps its decimals", "test_a_core_10_with_one_item_missing_keeps_its_decimals"),
    (
        "PHQ-9 prorating rounds half up",
        "test_a_prorated_phq_9_rounds_half_up",
    ),
    (
        "A file coded from 1 is refused whole, and read where that is said",
        "test_a_table_coded_from_one_is_refused_whole_and_read_when_that_is_said",
    ),
    (
        "NA, empty and “.” are missing, and 1.0 is 1, in every table",
        "test_one_rule_says_in_every_table_what_is_missing_and_what_is_one",
    ),
    (
        "In `outcomes` and `pool` what only looks like a number is none",
        "test_what_only_looks_like_a_number_is_never_taken_for_one",
    ),
    (
        "Headings of real exports are items, and other columns are left alone",
        "test_the_headings_of_real_exports_are_items_and_other_columns_are_left_alone",
    ),
    ("--encoding for `pair`", "test_a_spreadsheet_export_with_another_encoding_is_read"),
    (
        "--encoding for `score`",
        "test_an_answer_table_in_another_encoding_and_with_columns_that_were_named_is_read",
    ),
    ("--encoding for the rest", "test_another_encoding_is_read_when_it_is_given"),
    ("Exit 2 where a row was refused", "test_the_command_prints_a_json_list_and_names_bad_rows_on_stderr"),
    ("-99, 99 and 999 are never scores", "test_a_number_that_stands_for_no_answer_is_never_a_score"),
    (
        "Nor figures of outcomes",
        "test_a_number_far_outside_of_all_others_is_refused_by_row_and_never_a_figure",
    ),
    ("“Blue” and “blue ” are one partnership", "test_capitals_and_blanks_make_no_partnership_of_their_own"),
    ("A pool of 1,001 rows has no people", "test_a_pool_is_never_told_that_it_has_people"),
)
CALENDAR_FILES: tuple[tuple[str, str], ...] = (
    (
        "UIDs are of their own by library, workshop and person",
        "test_no_entry_of_one_workshop_or_person_overwrites_that_of_another",
    ),
    ("A yearly rule for summer and winter", "test_summer_time_comes_and_goes_by_a_yearly_rule"),
    ("A meeting that was moved looks newer", "test_a_meeting_that_was_moved_looks_newer"),
    (
        "The same bytes for the same state",
        "test_the_same_dates_give_the_same_file_and_without_a_call_time_there_is_no_call",
    ),
)
DISK_AND_CLOCK: tuple[tuple[str, str], ...] = (
    (
        "A share that cannot bring a folder to the disk is no failure",
        "test_a_folder_that_the_system_cannot_bring_to_the_disk_is_no_failure",
    ),
    ("EIO is one", "test_a_folder_that_the_disk_fails_to_bring_in_is_a_failure"),
    (
        "A file that a scanner holds is tried again for two seconds",
        "test_a_file_that_a_scanner_holds_for_a_moment_is_saved_once_it_lets_go",
    ),
    (
        "Then it is said to be in use",
        "test_a_file_that_another_program_keeps_is_said_to_be_in_use_after_two_seconds_and_stays_as_it_was",
    ),
    (
        "A backup of 2019 or 2027 costs none of today",
        "test_a_clock_that_once_stood_in_another_year_costs_no_backup_of_today",
    ),
    (
        "Backups stand in the order of the journal",
        "test_a_backup_made_while_the_clock_is_behind_is_newer_than_the_one_made_before",
    ),
    ("The copy just made is never thinned out", "test_the_copy_just_made_is_never_thinned_out"),
    (
        "What somebody is called is used wherever a first name is",
        "test_somebody_who_said_what_to_call_them_is_called_so_everywhere",
    ),
    (
        "Whom nobody knows how to greet is asked",
        "test_whoever_nobody_knows_how_to_greet_is_asked_what_to_call_them",
    ),
)
EVERY = (*ROSTERS, *NAMES_DAYS_PRINTERS_SCREENS, *SCORES_AND_TABLES, *CALENDAR_FILES, *DISK_AND_CLOCK)


@pytest.mark.parametrize(("line", "test"), EVERY, ids=[line for line, _ in EVERY])
def test_every_line_of_what_was_found_in_files_has_a_test_that_lives_through_it(line: str, test: str):
    assert test in lived_through(), f"{line}: no test keeps it"


def test_no_line_stands_there_twice():
    assert len({line for line, _ in EVERY}) == len(EVERY)
