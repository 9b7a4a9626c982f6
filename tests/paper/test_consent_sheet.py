"""The sheet on which people decide: its words, whole, and that the program does what each box on it says."""

import re
from datetime import date
from itertools import pairwise

import pytest

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.followup import entry as follow_ups
from mat_desktop.facilitation.followup.no_more import no_more
from mat_desktop.facilitation.followup.wording import questions_put
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals.views import partners_at_home
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.consenting import AtHome
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.setup.workshop import WorkshopField
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.standing import stand
from mat_desktop.facilitation.today import page as today
from mat_desktop.paper import press
from mat_desktop.paper.drawing import MM
from mat_desktop.paper.leaf import BLANK
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import Story
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.participants.consent import ASKED, Consent, ConsentKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind
from mat_desktop.workshop.today import DueKind
from tests.paper.test_sheets import printed, words
from tests.paperwork import of_kind

SHEET = """
Ruth Hale runs this workshop. Ruth also looks after what is written down about you. Phone 021 555 0142, Pier Street 4.
We meet for one day. You choose a goal. You find a partner. The two of you talk every day for six months.
We meet again after six months and after one year.
It may help. That is not proven. It is not treatment. It does not take the place of a doctor.
You can skip any question. You can stop at any time. You do not have to say why.
What is kept: your name and how to reach you. Your answers about how you feel. Your goals. Which days you two talked.
What you and Ruth agreed.
Where: locked on one computer and on its safety copies, and on paper in a locked place.
Who can read it: Ruth and Joana. Your partner sees your goals and what you two agreed, and nothing else.
If someone’s life or safety is in danger, we tell people who can help. We tell you too, if that is safe.
If someone takes over from Ruth, you are asked first.
How long: until 30 June 2027. Then it is erased, unless you say yes to box 4.
You can: see it, get a copy, have mistakes put right, have it erased, or take back a yes. Just ask Ruth.
You get an answer within 20 working days.
What can’t be called back: papers that other people have, and answers that were counted without your name before you
asked.
If papers or the computer are lost, Ruth tells you.
Not happy? Tell Ruth. You can also ask the Privacy Commissioner, privacy.org.nz.
"""
BOXES = """
You can say no to boxes 2 to 5 and still take part.
* I am 18 or older and I want to take part. I know that it is not treatment.
My answers, also about my health, may be kept on the computer until 30 June 2027. yes no, keep mine on paper only
My answers may be counted with others, without my name, to learn what helps.
Ruth may ask me again in later years. Then my name, number and answers are kept until March 2037.
If my life is in danger, Ruth may phone: number I have told this person. Please never phone:
On papers that I take home: my partner’s first name only “my partner” my goal in full in short only “my goal”
Letters: nobody else opens my post please do not write Phone: you may leave a message do not
Date and signature: One copy is yours.
"""


@pytest.fixture
def hall(desk, workshop_id, pair):
    for field, value in (
        (WorkshopField.FACILITATOR, "Ruth Hale"),
        (WorkshopField.FACILITATOR_PHONE, "021 555 0142"),
        (WorkshopField.ANSWERS_READER, "Joana"),
    ):
        setup.change(desk, workshop_id, field, value)
    return pair


def said(desk, workshop_id, person) -> str:
    text = words(printed(desk, workshop_id, SheetKind.CONSENT, [person])).replace("_", "")
    return " ".join(text.split())


@pytest.mark.parametrize("style", [Style(paper, large) for paper in ("A4", "Letter") for large in (False, True)])
def test_what_is_read_and_what_is_signed_is_one_page_and_in_large_print_two(desk, workshop_id, hall, style):
    setup.change(desk, workshop_id, WorkshopField.PLACE, "Harbour Community Hall, Pier Street 4, upstairs")
    for people, blanks in (([hall[1]], 0), ([], 1)):
        pages = press.pages_of(of_kind(desk, workshop_id, SheetKind.CONSENT, people, blanks), style)
        assert len(pages) == (2 if style.large else 1)
        last = [mark for mark in pages[-1].marks if mark[0] == "text"]
        said = [mark[3] for mark in last]
        assert {"What do you say yes to?", "Date and signature:", "One copy is yours."} <= set(said)
        _, x, y, *_ = next(mark for mark in last if mark[3] == "One copy is yours.")
        signature = max(
            (mark for mark in pages[-1].marks if mark[0] == "line" and mark[2] - 12 < y), key=lambda m: m[2]
        )
        assert signature[3] < x, "the words do not stand on the line for the signature"
        gaps = sorted({mark[2] for mark in last if BLANK in mark[3]})
        assert all(low - high > 8.9 * MM for high, low in pairwise(gaps)), "there is room for the pen"


def test_the_sheet_says_what_was_agreed_word_for_word(desk, workshop_id, hall):
    text = said(desk, workshop_id, hall[1])
    sentences = re.split(r"(?<=[.?:])\s+", " ".join(SHEET.split()))
    for sentence in (*sentences, *BOXES.strip().split("\n")):
        assert sentence in text, sentence
    assert text.index("Not happy?") < text.index("What do you say yes to?")


@pytest.mark.parametrize("kind", ASKED)
def test_each_box_keeps_the_very_words_that_stand_on_the_sheet(desk, workshop_id, hall, kind):
    consenting.answer_consent(desk, hall[1], kind, yes=True)
    with desk.archive.look() as rows:
        (kept,) = [c.wording for c in rows.all(Consent) if c.participant_id == hall[1] and c.kind is kind]
    text = said(desk, workshop_id, hall[1])
    for part in kept.split("_" * 16):
        assert part.strip() in text
    if kind is ConsentKind.STORE:
        assert kept.endswith("until 30 June 2027.")


@pytest.mark.parametrize("choice", [PaperWords.FULL, PaperWords.SHORT, PaperWords.MY_GOAL, None])
def test_what_was_chosen_for_goals_at_home_holds_for_every_new_goal(desk, hall, choice):
    participants.change(desk, hall[1], PersonField.GOAL_WORDS, choice)
    goals.add(desk, hall[1])
    (goal,) = goals.goals_of(desk, hall[1], date(2026, 3, 14)).goals
    assert goal.on_paper is (choice or PaperWords.UNDECIDED)


@pytest.mark.parametrize("named", [True, False])
def test_what_was_chosen_for_the_partner_holds_on_papers_at_home(desk, workshop_id, hall, named):
    participants.change(desk, hall[1], PersonField.PARTNER_NAMED, named)
    with desk.archive.look() as rows:
        names = Names(stand(rows, workshop_id))
        assert partners_at_home(names, hall[1]) == (("Ben",) if named else ("my partner",))


@pytest.mark.parametrize("own", [True, False])
def test_a_page_to_keep_is_posted_only_where_nobody_else_opens_the_post(desk, workshop_id, hall, own):
    ana = hall[1]
    participants.change(desk, ana, PersonField.ADDRESS, "12 Hill Road")
    participants.change(desk, ana, PersonField.REACH_BY_POST, True)
    participants.change(desk, ana, PersonField.OPENS_OWN_POST, own)
    desk.clock.go_to(date(2026, 9, 20))
    follow_ups.attend(desk, ana, 6, Came.AWAY)
    text = words(printed(desk, workshop_id, SheetKind.ABSENT, [ana]))
    assert ("yours to keep" in text) is own
    assert ("I have a page for you to keep." in text) is not own


@pytest.fixture
def away(desk, hall):
    """Two who were not at the six-month meeting, both with an address and post allowed."""
    for person in hall[1:]:
        participants.change(desk, person, PersonField.ADDRESS, "12 Hill Road")
        participants.change(desk, person, PersonField.REACH_BY_POST, True)
    desk.clock.go_to(date(2026, 9, 20))
    for person in hall[1:]:
        follow_ups.attend(desk, person, 6, Came.AWAY)
    return hall[1:]


def posted_to(desk, workshop_id, people):
    """Who gets a letter when packs are printed for these, and what is said before."""
    order = Order(workshop_id=workshop_id, kinds=(SheetKind.ABSENT,), people=tuple(people))
    said = " ".join(sheets.before_printing(desk, order))
    return [r.name for r in sheets.recipients(desk, workshop_id, (SheetKind.ABSENT,))], said


def test_who_asked_not_to_be_written_to_gets_no_letter_and_it_is_said_who_and_why(desk, workshop_id, away):
    names, said = posted_to(desk, workshop_id, away)
    assert names == ["Ana", "Ben"]
    assert "No letter goes" not in said
    participants.change(desk, away[0], PersonField.NO_LETTERS, True)
    names, said = posted_to(desk, workshop_id, away)
    assert names == ["Ben"]
    assert "No letter goes to Ana (please do not write)." in said
    participants.change(desk, away[1], PersonField.REACH_BY_POST, False)
    names, said = posted_to(desk, workshop_id, away)
    assert names == []
    assert "Ben (not asked about letters)" in said
    with pytest.raises(Refusal):
        printed(desk, workshop_id, SheetKind.ABSENT, list(away))


def test_the_wish_stands_wherever_ways_to_reach_stand_and_takes_post_and_the_page_to_keep_with_it(desk, hall):
    ana = hall[1]
    participants.change(desk, ana, PersonField.OPENS_OWN_POST, True)
    assert participants.person(desk, ana).reach_by_post
    participants.change(desk, ana, PersonField.MAY_LEAVE_MESSAGE, False)
    participants.change(desk, ana, PersonField.NO_LETTERS, True)
    found = participants.person(desk, ana)
    assert not any((found.reach_by_post, found.opens_own_post, found.envelope_may_name))
    assert found.ways == "Phone, leave no message; please do not write"
    participants.change(desk, ana, PersonField.REACH_BY_POST, True)
    assert "please do not write" not in participants.person(desk, ana).ways


def test_the_strip_that_came_back_ends_letters_calls_and_questions_and_no_safety_call(desk, workshop_id, away, clock):
    ana, ben = away
    consenting.answer_consent(desk, ana, ConsentKind.LATER_CONTACT, yes=True)
    keeping.give(desk, ana, date(2026, 9, 22))
    safety.open_by_hand(desk, ben, "a line on the sheet")
    for person in away:
        no_more(desk, person)
    names, said = posted_to(desk, workshop_id, away)
    assert names == []
    assert "No letter" not in said, "nobody is told to phone them"
    assert participants.person(desk, ana).ways == "Please do not write"
    assert ConsentKind.LATER_CONTACT not in participants.person(desk, ana).consents
    clock.go_to(date(2026, 9, 30))
    view = today.today(desk)
    assert [one.call.who for one in view.promised] == ["Ben"], "what was promised about safety stays"
    asked = [row.kind for row in view.due if row.kind in (DueKind.FOLLOW_UP, DueKind.ASKED_AGAIN)]
    assert asked == []


def test_the_lines_under_the_boxes_are_crossed_one_after_the_other_as_on_paper(desk, workshop_id, hall):
    def crossed():
        return consenting.answers(desk, workshop_id)[0].at_home

    assert crossed() == ("only “my partner”", "", "", "no message")
    for line in AtHome:
        consenting.cross_next(desk, hall[1], line)
    assert crossed() == ("first name", "in full", "own post", "message")
    for line in AtHome:
        consenting.cross_next(desk, hall[1], line)
    assert crossed() == ("only “my partner”", "in short", "do not write", "no message")
    consenting.cross_next(desk, hall[1], AtHome.LETTERS)
    assert crossed()[2] == ""


@pytest.mark.parametrize("field", [PersonField.ONLY_IN_PERSON, PersonField.REACH_BY_PHONE])
def test_who_may_not_be_phoned_has_no_number_on_the_phone_list(desk, workshop_id, hall, field):
    with_both = words(printed(desk, workshop_id, SheetKind.PHONE_LIST, []))
    assert "Ana" in with_both
    participants.change(desk, hall[1], field, field is PersonField.ONLY_IN_PERSON)
    without = words(printed(desk, workshop_id, SheetKind.PHONE_LIST, []))
    assert "Ana" not in without
    assert "Ben" in without


def test_a_later_yes_names_the_very_month_until_which_the_library_keeps_it(desk, workshop_id, hall):
    with desk.archive.look() as rows:
        asked = questions_put(stand(rows, workshop_id), 24, Story.TOGETHER, (), "Ruth")
    (again,) = [
        question for question in asked if "March 2037" in f"{question.title} {question.under} {question.shown_choices}"
    ]
    assert again
