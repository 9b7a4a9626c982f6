"""People first, rule by rule: what nobody is to be hurt by, where that is seen to, and the test that lives through it.

The first column is the rule; the second the file that keeps it, or the paper on which it is read (a name without a
dot); the third the test. A rule whose file, paper or test is gone fails.
"""

import re
from pathlib import Path

import pytest

from tests.test_words_kept import GOLDEN, PACKAGE, lived_through

RULES: tuple[tuple[str, str, str], ...] = (
    # Nobody is hurt by a form.
    (
        "A form with a safety item is a sheet of its own: not in the box, never posted, read before they leave",
        "paper/followup/own_form.py",
        "test_a_form_with_a_safety_question_is_a_sheet_of_its_own_for_its_reader",
    ),
    (
        "What is posted asks nothing about safety",
        "absent-pack",
        "test_the_pack_for_the_absent_is_only_for_those_who_allow_post_and_asks_nothing_about_safety",
    ),
    (
        "Every follow-up meeting has a door list",
        "facilitation/followup/door.py",
        "test_everybody_who_came_is_on_the_door_list_until_their_sheet_was_looked_at",
    ),
    (
        "What was not looked at is due until it is",
        "workshop/unread.py",
        "test_what_somebody_wrote_and_nobody_looked_at_stands_on_today_until_it_is_looked_at",
    ),
    (
        "A tick makes a promise within two days, not a card",
        "workshop/promises.py",
        "test_a_worrying_line_on_a_handout_promises_a_call_within_two_days",
    ),
    (
        "PHQ-9 item 9 opens a card as before",
        "facilitation/safety.py",
        "test_a_low_total_with_item_nine_above_zero_opens_a_card_and_is_not_paired",
    ),
    (
        "Before a card opens on somebody whose calls have begun it says what it puts on hold",
        "screens/safety/card.py",
        "test_before_a_card_opens_on_somebody_whose_calls_have_begun_it_says_what_it_puts_on_hold",
    ),
    (
        "Such a card makes a promised call for both",
        "facilitation/safety.py",
        "test_a_card_on_somebody_whose_calls_have_begun_promises_both_a_call_and_theirs_never_runs_out",
    ),
    (
        "Handouts know the story on hold",
        "paper/followup/kept_words.py",
        "test_paper_of_somebody_whose_calls_are_on_hold_says_so_and_asks_nothing_about_the_calls",
    ),
    (
        "A safety promise never runs out; after the second miss it asks for one of four deeds",
        "workshop/promises.py",
        "test_a_safety_promise_asks_after_the_second_miss_what_is_done_instead_and_never_ends",
    ),
    (
        "Attempts count on different days",
        "facilitation/promises/keeping.py",
        "test_attempts_count_on_different_days_and_the_third_ends_an_ordinary_promise",
    ),
    (
        "The first action of a card never says that somebody is safe",
        "workshop/safety.py",
        "test_own_words_stay_own_words_and_enter_leads_through_to_closing",
    ),
    (
        "Crisis and danger are two questions",
        "workshop/safety.py",
        "test_after_a_call_with_the_form_before_crisis_and_danger_are_asked_anew_on_the_day",
    ),
    (
        "Each story has its own words, and none counts what has ended",
        "paper/followup/kept_words.py",
        "test_each_story_has_its_own_words_and_no_count",
    ),
    (
        "A death comes before every other story, whoever came after them",
        "facilitation/followup/asked.py",
        "test_a_death_comes_before_a_later_partnership_that_ended_too",
    ),
    (
        "Where the facilitator is the partner somebody else reads, or D, E3 and E6 are left out",
        "facilitation/printed/followup/naming.py",
        "test_where_the_facilitator_is_the_partner_somebody_else_reads_or_nobody_is_asked",
    ),
    (
        "Nobody of one household writes down what they want to say to the other",
        "paper/followup/keep.py",
        "test_the_chart_of_how_the_calls_felt_is_only_for_whoever_asked",
    ),
    (
        "The bereaved are asked one thing, by hand, and nothing has to be filled in",
        "facilitation/sheets/with_care.py",
        "test_a_handout_for_somebody_bereaved_prints_only_when_they_alone_are_chosen",
    ),
    (
        "The owner chooses the first name or “my partner”",
        "six-month",
        "test_what_is_kept_names_the_partner_only_for_whoever_chose_it",
    ),
    (
        "That holds in a calendar file too",
        "facilitation/contact/calendar.py",
        "test_no_name_is_in_a_calendar_unless_it_is_asked_for",
    ),
    (
        "The owner chooses how much of a goal stands on paper",
        "goal-card",
        "test_nothing_of_a_goal_prints_before_its_owner_has_chosen_what_paper_may_say",
    ),
    (
        "The chart of how calls felt is for whoever asked for it",
        "paper/followup/feelings.py",
        "test_the_chart_of_how_the_calls_felt_is_only_for_whoever_asked",
    ),
    (
        "Until when she answers her number stands on the page to keep",
        "paper/followup/kept_foot.py",
        "test_the_last_meeting_says_so_and_until_when_the_facilitator_answers",
    ),
    (
        "Contacts have roles, never an order",
        "workshop/safety.py",
        "test_a_number_is_named_by_what_it_is_for_and_never_by_its_order",
    ),
    (
        "No code, no surname and no title of the workshop on a page that is kept",
        "paper/followup/keep.py",
        "test_nothing_that_is_kept_carries_a_code_a_surname_or_the_workshops_title",
    ),
    (
        "Crisis numbers stand on the outer back of the pocket card",
        "pocket-card",
        "test_a_pocket_card_has_the_numbers_on_its_outer_back_and_not_on_its_front",
    ),
    (
        "By post: no complaint in words, and nobody waits for help",
        "absent-pack",
        "test_what_is_posted_says_no_complaint_in_words_and_asks_nobody_to_wait_for_help",
    ),
    (
        "By post: no partner's name and no page to keep unless nobody else opens it",
        "paper/followup/absent.py",
        "test_what_is_posted_names_no_partner_and_keeps_nothing_unless_nobody_else_opens_the_post",
    ),
    (
        "The strip “please do not write or phone again” is followed",
        "facilitation/followup/no_more.py",
        "test_the_strip_that_came_back_ends_letters_calls_and_questions_and_no_safety_call",
    ),
    (
        "Slips carry no code, and the two of a pair never lie beside each other",
        "pair-slip",
        "test_the_slips_of_one_pair_never_lie_beside_each_other_on_a_sheet",
    ),
    (
        "The rest of the slips is destroyed with the ballots",
        "facilitation/door/closing.py",
        "test_the_day_is_not_closed_over_an_open_card_and_names_everything_that_is_open",
    ),
    (
        "Whoever is promised a call stands on the call sheet",
        "facilitation/printed/contact.py",
        "test_whoever_is_promised_a_call_stands_on_the_phone_list_in_the_order_of_today_also_without_a_partner",
    ),
    (
        "Call sheet: neutral head, no reasons, numbers that are cut off",
        "phone-list",
        "test_the_phone_list_says_no_workshop_and_has_its_numbers_where_they_are_cut_off",
    ),
    (
        "Today asks until the call sheet is cut up",
        "facilitation/today/due/calls.py",
        "test_today_asks_until_the_printed_phone_list_is_cut_up_also_after_the_workshop_is_finished",
    ),
    (
        "The boxes of a ladder are numbered 1 to 6, and the first is further back than all",
        "six-month",
        "test_the_six_boxes_of_a_ladder_are_numbered_from_the_worst",
    ),
    # Consent, record, erasure.
    (
        "Taking part is the one yes that is needed; no to storing is “on paper only”",
        "workshop/participants/consent.py",
        "test_somebody_on_paper_only_is_included_without_a_reason_paired_and_gets_paper_but_nothing_is_typed",
    ),
    (
        "Who is on paper only and does not take part is erased",
        "facilitation/today/due/keeping.py",
        "test_two_weeks_before_the_promise_runs_out_today_asks_for_those_who_did_not_take_part",
    ),
    (
        "The first consent is read aloud before anything is written down, and kept with its words and day",
        "workshop/participants/consent.py",
        "test_a_no_at_the_first_call_is_kept_with_its_words_and_day_and_nothing_else_is_written_down",
    ),
    (
        "“Mark many” shows the names and sets nothing optional",
        "facilitation/participants/consenting.py",
        "test_many_signed_sheets_are_one_yes_each_and_set_nothing_that_is_optional",
    ),
    (
        "“Please never phone” stands on the card",
        "screens/safety/card.py",
        "test_a_card_names_the_own_number_and_whether_the_named_person_may_be_phoned",
    ),
    (
        "Withdrawal knows three roads",
        "screens/participants/person_fields.py",
        "test_a_yes_that_is_taken_back_knows_its_roads_and_leaving_changes_nothing",
    ),
    (
        "My record holds nothing that another said, chose or wished",
        "facilitation/library/record/told.py",
        "test_all_words_of_a_person_stand_in_their_record_and_none_of_what_others_said",
    ),
    (
        "Notes that name others are shown to her to strike out",
        "screens/library/record.py",
        "test_the_record_is_saved_without_the_note_that_names_somebody_else_until_she_puts_it_in",
    ),
    (
        "So does the page of what was done about one person",
        "facilitation/library/audit.py",
        "test_what_somebody_else_wished_about_a_person_stands_on_no_page_about_them",
    ),
    (
        "A statement of correction stands beside a note",
        "facilitation/participants/corrections.py",
        "test_a_statement_of_correction_stands_beside_the_line_it_is_about_and_replaces_the_one_before",
    ),
    (
        "Erasing asks for table number and last digits",
        "facilitation/library/erasure.py",
        "test_namesakes_are_told_apart_by_table_and_phone",
    ),
    (
        "It is locked for seven days and can be called off",
        "facilitation/library/erasure.py",
        "test_what_is_kept_about_somebody_who_asked_is_locked_until_it_is_called_off",
    ),
    (
        "Nobody is erased while a card is open",
        "facilitation/library/erasure.py",
        "test_nobody_is_erased_while_a_safety_card_is_open",
    ),
    (
        "Requests have a day, by the law of the country",
        "workshop/library.py",
        "test_an_answer_is_due_within_the_time_of_the_country",
    ),
    (
        "The certificate names what could not be reached",
        "facilitation/library/erasure.py",
        "test_the_certificate_names_what_could_not_be_reached_and_nobody",
    ),
    (
        "Attempts shrink to a count when a promise is kept",
        "workshop/promises.py",
        "test_of_a_kept_promise_stays_how_often_it_was_tried_and_no_day_of_it",
    ),
    (
        "The contact line goes three months after the last meeting unless later contact was agreed",
        "facilitation/promises/line.py",
        "test_three_months_after_the_last_meeting_the_line_is_empty_unless_later_contact_was_agreed",
    ),
    (
        "Authority, days and links come by country, with a day on which they were looked up",
        "privacy-notice",
        "test_the_authority_is_that_of_the_country_until_she_writes_another_and_counts_as_checked_once_looked_up",
    ),
    # Other people's eyes.
    (
        "On an event day names come on a second key",
        "screens/today/page.py",
        "test_on_the_day_of_an_event_names_come_on_a_second_key_and_are_gone_when_she_comes_back",
    ),
    (
        "No other workshop's title stands on Today on an event day",
        "facilitation/today/page.py",
        "test_on_the_day_of_an_event_other_workshops_are_a_number_and_nothing_else",
    ),
    (
        "Finished workshops are searched only when that is asked",
        "facilitation/promises/finding.py",
        "test_somebody_of_a_finished_workshop_is_found_only_when_finished_ones_are_asked_for",
    ),
    (
        "On an event day the lock waits longer",
        "screens/frame/idle.py",
        "test_on_a_day_with_a_workshop_the_lock_waits_longer",
    ),
    (
        "The privacy screen carries the clock of the room",
        "screens/frame/privacy.py",
        "test_the_clock_of_the_room_runs_on_over_the_privacy_screen_without_a_name",
    ),
    (
        "A participant who thinks is never locked out",
        "screens/private/between.py",
        "test_in_the_hands_of_a_participant_there_is_no_lock",
    ),
    (
        "The lock says that tables and pairs stand on paper",
        "screens/library/entrance.py",
        "test_ctrl_l_locks_and_the_passphrase_leads_back_to_the_same_workshop_step_and_person",
    ),
    (
        "Goals of others stand as numbers, never in words",
        "facilitation/shown/plots.py",
        "test_every_goal_has_a_line_by_its_number_and_never_its_words",
    ),
    (
        "A report for others begins at six partnerships",
        "summary",
        "test_a_report_of_fewer_than_six_partnerships_tells_others_how_many_came_and_nothing_else",
    ),
    (
        "A study waits for who allowed it, and its plan is sealed before the first person",
        "facilitation/outcomes/plan.py",
        "test_there_are_no_arms_before_all_is_typed_of_who_allowed_them",
    ),
    (
        "Once somebody is included no plan can be sealed",
        "facilitation/outcomes/plan.py",
        "test_once_somebody_is_included_no_plan_can_be_sealed",
    ),
    (
        "A study has a consent sheet of its own",
        "study-consent-blank",
        "test_the_second_sheet_says_what_chance_decides_and_who_allowed_it_and_nothing_of_the_first",
    ),
    (
        "Waiting arms have the same promised calls",
        "facilitation/promises/planned.py",
        "test_who_waits_by_chance_is_promised_the_same_calls_as_everybody_else",
    ),
    (
        "Research data hold only who said yes to that",
        "facilitation/research/request.py",
        "test_research_data_hold_only_who_agreed_and_no_name_date_or_free_text",
    ),
    # The evening before, and licences.
    (
        "One list of six on the evening before",
        "facilitation/today/evening.py",
        "test_the_evening_before_each_of_the_six_keys_leads_to_where_it_is_done",
    ),
    (
        "A stand-in asks each person first",
        "stand-in",
        "test_whoever_stands_in_asks_each_person_before_anything_else_and_finds_every_promised_call",
    ),
    (
        "The code of a lost sheet tells whose names stood on it and what to say",
        "if-lost",
        "test_the_code_of_a_lost_sheet_tells_whom_to_phone_and_what_to_say_and_the_note_is_kept",
    ),
    (
        "CORE-10 and WHO-5 ask whether anybody earns",
        "facilitation/setup/measures.py",
        "test_only_core_10_and_who_5_ask_whether_anybody_earns",
    ),
    (
        "They print with their notice",
        "questionnaire",
        "test_every_instrument_prints_inside_the_margins_with_its_notice",
    ),
    (
        "A page lists the licence of everything that is installed",
        "facilitation/library/licences.py",
        "test_the_licence_of_everything_that_is_installed_is_named",
    ),
    (
        "Letters and icons of others travel with their licence",
        "facilitation/library/licences.py",
        "test_every_letter_icon_and_questionnaire_of_others_has_its_licence_beside_it",
    ),
)


@pytest.mark.parametrize(("rule", "where", "test"), RULES, ids=[rule for rule, *_ in RULES])
def test_every_rule_has_a_place_that_keeps_it_and_a_test_that_lives_through_it(rule: str, where: str, test: str):
    place = PACKAGE / where if "." in where else GOLDEN / f"{where}.txt"
    assert place.is_file(), f"{rule}: {where} is gone"
    assert test in lived_through(), f"{rule}: no test keeps it"
    assert re.search(r"\w", Path(place).read_text(encoding="utf-8"))
