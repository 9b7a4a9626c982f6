"""What people read, sentence by sentence: the words as they were agreed, the page or paper, and the test for them.

A table of three columns: the sentence with … for each name, number or day that the program fills in; where it is read;
and the test in which what it promises is lived through. A sentence has to stand on the very paper that is named, as it
was printed and looked at, or be said by the very page; words that stand only elsewhere fail, and so does a test that is
gone.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "mat_desktop"
GOLDEN = HERE / "paper" / "golden"
HAND_IN, OWN_FORM, OTHERS, POSTED, KEEP, SLIP, FIRST_CALL, CONSENT, STUDY, ERASED, ERASING, LEAVING = (
    *("hand in", "form with a safety question", "hand in for another reader or the bereaved", "hand in by post"),
    *("page to keep", "slip", "first call", "consent sheet", "consent for the study", "certificate"),
    *("asking to be erased", "leaving"),
)
LETTER, LOCK, EVENING, PHONES, CARD, MISSED, LOST, STAND_IN = (
    *("letter", "lock", "evening before", "phone list", "safety card", "missed calls", "if something is lost"),
    "if I fall ill",
)
READ_ON: dict[str, tuple[str, ...]] = {
    HAND_IN: ("six-month", "one-year"),
    OWN_FORM: ("paper/followup/own_form.py",),
    OTHERS: ("paper/followup/hand_in.py",),
    POSTED: ("absent-pack",),
    KEEP: ("six-month", "six-month-blank", "one-year-blank"),
    SLIP: ("pair-slip",),
    FIRST_CALL: ("workshop/participants/consent.py",),
    CONSENT: ("consent",),
    STUDY: ("study-consent-blank",),
    ERASED: ("facilitation/library/erasure.py",),
    ERASING: ("screens/library/erasing.py", "screens/library/erasing_dialog.py"),
    LEAVING: ("screens/participants/person_fields.py",),
    LETTER: ("absent-pack",),
    LOCK: ("facilitation/library/notices.py",),
    EVENING: ("facilitation/today/evening.py",),
    PHONES: ("phone-list",),
    CARD: ("workshop/safety.py",),
    MISSED: ("screens/promises/replies.py",),
    LOST: ("if-lost",),
    STAND_IN: ("stand-in",),
}
"""Where a sentence stands: paper as it was printed and looked at (`tests/paper/golden`), or the file that says it."""
KEPT: tuple[tuple[str, str, str], ...] = (
    ("You can skip any question.", HAND_IN, "test_two_pages_are_handed_in_and_one_is_kept"),
    (
        "When you are done, fold it once with the writing inside",
        HAND_IN,
        "test_two_pages_are_handed_in_and_one_is_kept",
    ),
    (
        "… this sheet before you go home today. Give it to … yourself. Do not put it in the box.",
        OWN_FORM,
        "test_a_form_with_a_safety_question_is_a_sheet_of_its_own_for_its_reader",
    ),
    (
        "… is your partner, so … will not read this.",
        OTHERS,
        "test_where_the_facilitator_is_the_partner_somebody_else_reads_or_nobody_is_asked",
    ),
    (
        "Please do not write here what can’t wait.",
        POSTED,
        "test_what_is_posted_says_no_complaint_in_words_and_asks_nobody_to_wait_for_help",
    ),
    ("Further back than all of these", HAND_IN, "test_the_six_boxes_of_a_ladder_are_numbered_from_the_worst"),
    (
        "These are our own questions. They are not a test of you or of …",
        HAND_IN,
        "test_a_handout_is_titled_by_the_first_name_and_has_the_own_goal_and_count",
    ),
    ("Did anything get worse?", HAND_IN, "test_a_worrying_line_on_a_handout_promises_a_call_within_two_days"),
    (
        "Only … will see this. … talks with you before anything changes.",
        HAND_IN,
        "test_what_somebody_wrote_and_nobody_looked_at_stands_on_today_until_it_is_looked_at",
    ),
    ("talk with …", HAND_IN, "test_a_worrying_line_on_a_handout_promises_a_call_within_two_days"),
    (
        "May … ask you again in later years?",
        HAND_IN,
        "test_a_later_yes_names_the_very_month_until_which_the_library_keeps_it",
    ),
    ("For you, only if you like", OTHERS, "test_the_bereaved_are_asked_one_thing_and_nothing_has_to_be_filled_in"),
    ("Nobody else needs to see it.", KEEP, "test_nothing_that_is_kept_carries_a_code_a_surname_or_the_workshops_title"),
    ("talked on … of … days.", KEEP, "test_the_counts_add_up_to_all_agreed_days"),
    ("My own guess: we talked on about …", KEEP, "test_without_a_log_there_is_a_line_for_a_guess_of_ones_own"),
    ("Your calls have ended. Your goals are still yours.", KEEP, "test_each_story_has_its_own_words_and_no_count"),
    (
        "This was our last planned meeting. Thank you for coming.",
        KEEP,
        "test_the_last_meeting_says_so_and_until_when_the_facilitator_answers",
    ),
    ("Would you try … of calls with …", SLIP, "test_a_slip_asks_in_words_that_press_nobody"),
    ("Talk with me first", SLIP, "test_talk_with_me_first_on_a_slip_is_a_talk_today_and_the_others_wait"),
    (
        "If it does not happen, … the same words. You never have to say why.",
        SLIP,
        "test_after_a_refusal_both_alike_are_promised_a_call_and_nobody_is_named",
    ),
    (
        "If you do not take part, I erase them within three months.",
        FIRST_CALL,
        "test_two_weeks_before_the_promise_runs_out_today_asks_for_those_who_did_not_take_part",
    ),
    (
        "Then we just talk, and I write down only your name, your number and what you would like.",
        FIRST_CALL,
        "test_a_no_at_the_first_call_is_kept_with_its_words_and_day_and_nothing_else_is_written_down",
    ),
    (
        "You can stop at any time. You do not have to say why.",
        CONSENT,
        "test_whoever_stops_before_a_pair_goes_off_the_list_and_who_is_in_a_pair_is_not_left_alone",
    ),
    (
        "Your partner sees your goals and what you two agreed, and nothing else.",
        CONSENT,
        "test_what_others_chose_about_somebody_is_not_in_their_record",
    ),
    (
        "If someone takes over from …, you are asked first.",
        CONSENT,
        "test_whoever_stands_in_asks_each_person_before_anything_else_and_finds_every_promised_call",
    ),
    (
        "Then it is erased, unless you say yes to box 4.",
        CONSENT,
        "test_a_later_yes_names_the_very_month_until_which_the_library_keeps_it",
    ),
    (
        "see it, get a copy, have mistakes put right, have it erased, or take back a yes.",
        CONSENT,
        "test_all_words_of_a_person_stand_in_their_record_and_none_of_what_others_said",
    ),
    (
        "If papers or the computer are lost, … tells you.",
        CONSENT,
        "test_the_code_of_a_lost_sheet_tells_whom_to_phone_and_what_to_say_and_the_note_is_kept",
    ),
    (
        "I am 18 or older and I want to take part. I know that it is not treatment.",
        CONSENT,
        "test_each_box_keeps_the_very_words_that_stand_on_the_sheet",
    ),
    (
        "no, keep mine on paper only",
        CONSENT,
        "test_a_yes_that_is_taken_back_knows_its_roads_and_leaving_changes_nothing",
    ),
    (
        "Please never phone:",
        CONSENT,
        "test_a_card_names_the_own_number_and_whether_the_named_person_may_be_phoned",
    ),
    (
        "nobody else opens my post",
        CONSENT,
        "test_a_page_to_keep_is_posted_only_where_nobody_else_opens_the_post",
    ),
    (
        "please do not write",
        CONSENT,
        "test_who_asked_not_to_be_written_to_gets_no_letter_and_it_is_said_who_and_why",
    ),
    (
        "you may leave a message",
        CONSENT,
        "test_the_lines_under_the_boxes_are_crossed_one_after_the_other_as_on_paper",
    ),
    (
        "Chance decides which calls you have.",
        STUDY,
        "test_chance_decides_nothing_for_who_was_not_asked_or_said_no",
    ),
    (
        "You can say no and still take part, and you can leave the study and go on with your calls.",
        STUDY,
        "test_who_leaves_the_study_goes_on_with_the_calls_that_the_two_agreed",
    ),
    (
        "It was erased from … safety copies too.",
        ERASED,
        "test_the_certificate_names_what_could_not_be_reached_and_nobody",
    ),
    (
        "Is something still kept? Tell …, or ask …",
        ERASED,
        "test_the_certificate_of_erasure_says_what_went_what_stays_and_what_could_not_be_reached",
    ),
    (
        "Until then it is locked and can be called off.",
        ERASING,
        "test_what_is_kept_about_somebody_who_asked_is_locked_until_it_is_called_off",
    ),
    (
        "You do not have to decide today.",
        LEAVING,
        "test_a_yes_that_is_taken_back_knows_its_roads_and_leaving_changes_nothing",
    ),
    (
        "Please do not write or phone again.",
        LETTER,
        "test_the_strip_that_came_back_ends_letters_calls_and_questions_and_no_safety_call",
    ),
    (
        "I have a page for you to keep. I will give it to you when we meet.",
        LETTER,
        "test_a_page_to_keep_is_posted_only_where_nobody_else_opens_the_post",
    ),
    (
        "Do you need to talk today?",
        LETTER,
        "test_what_is_posted_says_no_complaint_in_words_and_asks_nobody_to_wait_for_help",
    ),
    (
        "All is saved up to …",
        LOCK,
        "test_ctrl_l_locks_and_the_passphrase_leads_back_to_the_same_workshop_step_and_person",
    ),
    (
        "Type it once now.",
        EVENING,
        "test_the_evening_before_each_of_the_six_keys_leads_to_where_it_is_done",
    ),
    (
        "Cut this sheet up when it is typed.",
        PHONES,
        "test_the_call_sheet_is_typed_back_with_one_key_a_person_and_is_to_be_cut_up",
    ),
    (
        "They chose to go on today. They have the numbers.",
        CARD,
        "test_own_words_stay_own_words_and_enter_leads_through_to_closing",
    ),
    (
        "Not reached. Decide now",
        MISSED,
        "test_a_safety_promise_asks_after_the_second_miss_what_is_done_instead_and_never_ends",
    ),
    (
        "ask for a welfare check",
        MISSED,
        "test_the_second_miss_of_a_safety_call_asks_for_one_of_four_things_and_keeps_the_call",
    ),
    (
        "It did not say why you came. I am sorry.",
        LOST,
        "test_the_code_of_a_lost_sheet_tells_whom_to_phone_and_what_to_say_and_the_note_is_kept",
    ),
    (
        "Before you open or read anything else: phone each person below and ask.",
        STAND_IN,
        "test_who_said_no_or_is_not_in_it_is_not_on_the_page_of_the_stand_in",
    ),
)


def plain(words: str) -> str:
    """Letters and figures in one line: how a sentence is set, on one line or on three, says nothing."""
    return " ".join(re.sub(r"[^\w’…]+", " ", words.replace("'", "’").casefold()).split())


@cache
def stands_on(place: str) -> str:
    """Every sentence of one paper, or of one file with each hole as …."""
    if "." not in place:
        marks = re.findall(
            r"^[\d.-]+ [\d.-]+ \w+ [\d.]+: (.*)$", (GOLDEN / f"{place}.txt").read_text(encoding="utf-8"), re.M
        )
        return plain(" ".join(marks))
    found: list[str] = []
    tree = ast.parse((PACKAGE / place).read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            found.append(re.sub(r"\{[^}]*\}", "…", node.value))
        elif isinstance(node, ast.JoinedStr):
            parts = (str(p.value) if isinstance(p, ast.Constant) else "…" for p in node.values)
            found.append("".join(parts))
    return " | ".join(map(plain, found))


def stands(sentence: str, place: str) -> bool:
    return all(plain(part) in stands_on(place) for part in sentence.split("…"))


@cache
def lived_through() -> frozenset[str]:
    found = (re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M) for path in HERE.rglob("test_*.py"))
    return frozenset(name for names in found for name in names)


@pytest.mark.parametrize(("sentence", "read_on", "test"), KEPT)
def test_what_people_read_stands_word_for_word_where_they_read_it_and_a_test_lives_through_it(
    sentence: str, read_on: str, test: str
):
    where = READ_ON[read_on]
    assert any(stands(sentence, place) for place in where), f"“{sentence}” does not stand on {read_on}: {where}"
    assert test in lived_through(), f"{read_on}: no test keeps “{sentence}”"


def test_every_paper_and_page_of_the_agreed_words_has_a_sentence_in_the_table():
    assert {read_on for _, read_on, _ in KEPT} == set(READ_ON)


def test_words_that_stand_only_on_another_paper_are_not_taken_for_kept():
    assert stands("Cut this sheet up when it is typed.", "phone-list")
    assert not stands("Cut this sheet up when it is typed.", "consent")
    assert not stands("Each row keeps its day.", "workshop/safety.py")
