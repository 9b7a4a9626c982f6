"""What a participant holds at six months and at one year: two pages to hand in, one to keep."""

from dataclasses import replace
from datetime import date, datetime
from itertools import product

import pytest

from mat_desktop.app.system import Press
from mat_desktop.facilitation import safety
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.printed.followup.views import (
    HandInSheet,
    HandoutSheet,
    KeepSheet,
    Number,
    OwnFormSheet,
)
from mat_desktop.facilitation.printed.head import Part
from mat_desktop.facilitation.printed.screening import PrintedForm
from mat_desktop.facilitation.printer import Style, said_beforehand
from mat_desktop.facilitation.setup import measures as used
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import answer_places
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.paper import press
from mat_desktop.paper.blocks import filled as by_blocks
from mat_desktop.paper.drawing import MM, WRITTEN, Page
from mat_desktop.paper.followup import hand_in
from mat_desktop.paper.followup.frame import Frame
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.measures import LARGE_TIGHT
from mat_desktop.paper.sizes import Format, Size
from mat_desktop.workshop.contact.dose import Dose
from mat_desktop.workshop.followup import Story, questions_for
from mat_desktop.workshop.safety import ContactRole
from mat_desktop.workshop.sheets import SheetKind
from tests.paper.marks import covered, overlapping
from tests.people import NEW_ZEALAND, CountedCodes
from tests.sure import sure_of
from tests.twelve import STORIES, a_year_of_twelve
from tests.years import YEAR

WORKSHOP = 1
A4, LETTER, LARGE, LARGE_LETTER = Style(), Style("Letter"), Style(large=True), Style("Letter", large=True)
POINTS = (SheetKind.SIX_MONTHS, SheetKind.ONE_YEAR)
LADDER = ((2, "every day"), (1, "6 days a week"), (0, "5 days a week"), (-1, "3 or 4 days a week"), (-2, "1 or 2 days"))
LONG = ((2, "7 days a week, also in bad weather"), *LADDER[1:])


@pytest.fixture
def filled():
    return a_year_of_twelve


@pytest.fixture
def desk(library):
    clock = SampleClock(datetime.combine(YEAR, datetime.min.time(), NEW_ZEALAND).replace(hour=9))
    return Desk(library.archive, clock, CountedCodes())


def person(desk: Desk, name: str) -> int:
    return next(p.key for p in sheets.recipients(desk, WORKSHOP, (SheetKind.SIX_MONTHS,)) if p.name == name)


def handout(desk: Desk, name: str, kind: SheetKind = SheetKind.SIX_MONTHS) -> HandoutSheet:
    first, *_ = sheets.preview(desk, Order(workshop_id=WORKSHOP, kinds=(kind,), people=(person(desk, name),)))
    return sure_of(HandInSheet, first).handout


def with_so_many(one: HandoutSheet, goals: int, complaints: int, ladder=LADDER) -> HandoutSheet:
    goal = replace(one.goals[0][0], ladder=ladder, title="Walk half an hour most days")
    return replace(one, goals=((goal, None),) * goals, complaints=("I lie awake and go over the day",) * complaints)


def handed_in(one: HandoutSheet, style: Style = A4) -> list[Page]:
    return press.pages_of([hand_in_of(one)], style)


def hand_in_of(one: HandoutSheet) -> HandInSheet:
    return HandInSheet(one.head, one)


def kept(one: HandoutSheet, style: Style = A4) -> list[Page]:
    return press.pages_of([KeepSheet(replace(one.head, code="", owner=""), one)], style)


def said(pages: list[Page]) -> str:
    return " ".join(mark[3] for page in pages for mark in page.marks if mark[0] in ("text", "white"))


@pytest.mark.parametrize("kind", POINTS)
def test_two_pages_are_handed_in_and_one_is_kept(desk, kind):
    one = handout(desk, "Ana", kind)
    for goals, complaints in ((1, 0), (1, 3), (2, 2), (2, 3), (3, 2)):
        shown = with_so_many(one, goals, complaints, LONG)
        assert (len(handed_in(shown)), len(kept(shown))) == (2, 1), (goals, complaints)
    for goals, complaints in product((1, 2), (0, 1, 2)):
        shown = with_so_many(one, goals, complaints, LONG)
        assert (len(handed_in(shown, LETTER)), len(kept(shown, LETTER))) == (2, 1), (goals, complaints)
    for goals, complaints in product((1, 2, 3), (0, 1, 2, 3)):
        assert len(kept(with_so_many(one, goals, complaints, LONG), LETTER)) == 1, "one page to keep, always"


@pytest.mark.parametrize("kind", POINTS)
def test_large_print_is_four_pages_to_hand_in_and_two_to_keep(desk, kind):
    one = handout(desk, "Ana", kind)
    for goals, complaints in ((1, 0), (1, 3), (2, 2), (2, 3), (3, 2)):
        shown = with_so_many(one, goals, complaints, LONG)
        assert (len(handed_in(shown, LARGE)), len(kept(shown, LARGE))) == (4, 2), (goals, complaints)
    for goals, complaints in product((1, 2), (0, 1, 2)):
        shown = with_so_many(one, goals, complaints, LONG)
        assert (len(handed_in(shown, LARGE_LETTER)), len(kept(shown, LARGE_LETTER))) == (4, 2), (goals, complaints)
    for goals, complaints in product((1, 2, 3), (0, 3)):
        assert len(kept(with_so_many(one, goals, complaints, LONG), LARGE_LETTER)) == 2, "two pages to keep, always"


@pytest.mark.parametrize("kind", POINTS)
def test_in_large_print_the_eight_ratings_of_the_calls_stand_on_one_page(desk, kind):
    one = handout(desk, "Ana", kind)
    for goals, complaints in ((1, 1), (2, 2), (3, 2)):
        pages = handed_in(with_so_many(one, goals, complaints, LONG), LARGE)
        assert {n for n, page in enumerate(pages) for place in page.places if place.item[0] == "D"} == {2}


def test_what_goes_on_on_another_page_says_again_what_is_asked(desk):
    one = with_so_many(handout(desk, "Ana"), 3, 3, LONG)
    frame = Frame(one, Format.of(Size.A4, large=True), LARGE_TIGHT)
    sections = [hand_in.calls(frame, sure_of(PrintedForm, one.calls), whole=False)] * 2
    first, second, *_ = frame.pages(by_blocks(sections, frame.room))
    for page in (first, second):
        assert "Your calls with Ben." in said([page])
        assert "0 is not at all, 10 is completely." in said([page])


@pytest.mark.parametrize(("style", "goals", "pages", "usual"), [(A4, 3, 3, 2), (LARGE_LETTER, 3, 5, 4)])
def test_whoever_gets_more_pages_than_usual_is_told_beforehand_by_name(desk, style, goals, pages, usual):
    one = handout(desk, "Ana")
    sheet = hand_in_of(with_so_many(one, goals, 3, LONG))
    (counted,) = Press().counting([sheet], style)
    assert counted.longer == (f"Ana: {pages} pages, not {usual}",)
    (usual_one,) = Press().counting([hand_in_of(with_so_many(one, 2, 2, LONG))], style)
    assert usual_one.longer == ()
    assert said_beforehand([usual_one]) == ()
    assert said_beforehand([counted, usual_one]) == (
        f"More pages to hand in than usual, for there is more to ask: Ana: {pages} pages, not {usual}.",
    )


def test_a_long_title_at_the_head_never_runs_into_the_day(desk):
    setup.change(desk, WORKSHOP, setup.WorkshopField.TITLE, "We go on to it " * 12)
    for page in handed_in(handout(desk, "Ana")):
        title = next(mark for mark in page.marks if mark[0] == "text" and mark[3].startswith("We go"))
        (day,) = [mark for mark in page.marks if mark[0] == "text" and mark[2] == title[2] and mark is not title]
        ends = title[1] + width(title[3], Face.SEMI, title[5])
        assert title[3].endswith("…")
        assert day[1] - 14 - 24 < ends <= day[1] - 14, "as many words as fit, and white before the day"


def test_three_pages_say_so_on_the_first(desk):
    pages = handed_in(with_so_many(handout(desk, "Ana"), 3, 3, LONG))
    assert len(pages) == 3
    assert "3 pages, about 10 minutes" in said(pages[:1])


def test_nobody_of_twelve_takes_more_than_three_sheets(desk):
    people = [p.key for p in sheets.recipients(desk, WORKSHOP, (SheetKind.SIX_MONTHS,))]
    order = Order(workshop_id=WORKSHOP, kinds=(SheetKind.SIX_MONTHS,), people=tuple(people))
    pages = [len(found) for found in press.stacks(sheets.preview(desk, order), A4)]
    assert sum(pages) <= 3 * len(people)


@pytest.mark.parametrize("style", [A4, LETTER, LARGE])
def test_letters_and_numbers_run_in_the_order_of_typing_and_no_item_is_divided(desk, style):
    for kind, goals, complaints in product(POINTS, (1, 3), (1, 3)):
        pages = handed_in(with_so_many(handout(desk, "Ana", kind), goals, complaints, LONG), style)
        where = [(place.item.split()[0], number) for number, page in enumerate(pages) for place in page.places]
        items = list(dict.fromkeys(item for item, _ in where))
        assert items == sorted(items), "the sheet asks in one order"
        assert len(dict(where)) == len(set(where)), "every item has all its answers on one page"
        questions = {f"E{q.number}" for q in questions_for(6 if kind is POINTS[0] else 12, Story.TOGETHER)}
        assert {*questions, "D8", "C4", f"B{complaints}", f"A{goals}"} <= set(items)


def test_the_six_boxes_of_a_ladder_are_numbered_from_the_worst(desk):
    (first, *_) = handed_in(handout(desk, "Ana"))
    boxes = [place for place in first.places if place.item == "A1"]
    assert [place.value for place in boxes] == ["1", "2", "3", "4", "5", "6"]
    assert [place.x for place in boxes] == sorted(place.x for place in boxes)
    assert "Further back than all" in said([first])
    assert "−2" not in said([first]), "no plus or minus is shown to whoever answers"


@pytest.mark.parametrize(("style", "least", "circle", "tick", "line"), [(A4, 9.5, 6.6, 5, 9), (LARGE, 14, 9, 7, 12)])
def test_nothing_is_smaller_than_the_measures_say(desk, style, least, circle, tick, line):
    for kind, name in product(POINTS, STORIES):
        one = handout(desk, name, kind)
        pages = handed_in(one, style) + kept(one, style)
        assert min(mark[5] for page in pages for mark in page.marks if mark[0] == "text") >= least
        places = [place for page in pages for place in page.places]
        assert {round(p.w / MM, 1) for p in places if p.item[0] in "CD"} <= {circle}
        assert {round(p.w / MM, 1) for p in places if p.item in ("E5", "E6", "E7") and p.value} <= {tick}
        lines = [p.h / MM for p in places if p.item in ("E1", "E4") and not p.value]
        assert all(round(high % line, 1) in (round(line - 1.4, 1), round(line - 4 / MM, 1)) for high in lines), lines


def test_nothing_that_is_kept_carries_a_code_a_surname_or_the_workshops_title(desk):
    participants.change(desk, person(desk, "Ana"), PersonField.NAME, "Ana Rewi")
    one = handout(desk, "Ana Rewi")
    pages = kept(one)
    assert not [mark for page in pages for mark in page.marks if mark[0] == "boxes"], "no QR"
    assert "Rewi" not in said(pages)
    assert "Harbour Hall" not in said(pages)
    assert "Rewi" in said(handed_in(one))


def test_what_is_kept_names_the_partner_only_for_whoever_chose_it(desk):
    assert "You and your partner talked on" in said(kept(handout(desk, "Ana")))
    assert "Ben" not in said(kept(handout(desk, "Ana")))
    participants.change(desk, person(desk, "Ana"), PersonField.PARTNER_NAMED, True)
    assert "You and Ben talked on" in said(kept(handout(desk, "Ana")))


def test_the_chart_of_how_the_calls_felt_is_only_for_whoever_asked(desk):
    assert "How the calls felt" not in said(kept(handout(desk, "Ana")))
    participants.change(desk, person(desk, "Ana"), PersonField.FEELINGS_WANTED, True)
    one = handout(desk, "Ana")
    assert "How the calls felt" in said(kept(one))
    assert "What I want to say" in said(kept(one))
    assert "What I want to say" not in said(kept(replace(one, one_household=True)))


def test_the_counts_add_up_to_all_agreed_days(desk):
    one = handout(desk, "Ana")
    words = said(kept(one))
    dose = one.contact.dose
    assert f"talked on {dose.talked} of {dose.agreed} days. For {dose.not_known} days we do not know." in words
    counts = [f"talked {dose.talked}", f"message only {dose.message}", f"no call {dose.no_call}"]
    assert all(count in words for count in counts)


def test_without_a_log_there_is_a_line_for_a_guess_of_ones_own(desk):
    one = handout(desk, "Ana")
    words = said(kept(replace(one, contact=replace(one.contact, dose=Dose(181)))))
    assert "My own guess: we talked on about" in words
    assert "181 days" in words
    assert "not known" not in words


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (Story.ENDED, "Your calls have ended. Your goals are still yours."),
        (Story.SILENT, "The calls stopped. You do not have to explain."),
        (Story.ON_HOLD, "Your calls are on hold just now."),
        (Story.NEVER_PAIRED, "You came with a goal, and it is still yours."),
        (Story.PARTNER_DIED, "We are thinking of you."),
        (Story.ONE_OF_THREE_DIED, "We are thinking of you."),
    ],
)
def test_each_story_has_its_own_words_and_no_count(desk, story, words):
    one = replace(handout(desk, "Ana"), story=story)
    pages = kept(one)
    assert words in said(pages)
    assert "talked on" not in said(pages)
    assert len(pages) == 1


def test_whoever_has_no_partner_is_asked_nothing_about_calls_and_keeps_the_numbers_of_the_questions(desk):
    words = said(handed_in(handout(desk, "Farid")))
    assert "Your calls with" not in words
    assert "will not." not in words
    assert "Is there anything about the calls, or how they ended, that Ruth should know?" in words
    assert "ask about a new partner" in words
    items = {place.item.split()[0] for page in handed_in(handout(desk, "Farid")) for place in page.places}
    assert not any(item.startswith("D") for item in items)
    assert {"E3", "E5", "E6"} <= items
    never = {place.item.split()[0] for page in handed_in(handout(desk, "Lena")) for place in page.places}
    assert "E3" not in never, "what is left out leaves a gap"


def test_the_bereaved_are_asked_one_thing_and_nothing_has_to_be_filled_in(desk):
    first, second = handed_in(handout(desk, "Ines"))
    assert "Nothing here has to be filled in." in said([first])
    assert {place.item for place in first.places} == {"E1"}
    assert "What would help now?" in said([first])
    assert "get worse" not in said([first, second])
    assert {place.item[0] for place in second.places} == {"A", "C"}
    assert "hoped for" not in said(kept(handout(desk, "Ines")))


def test_where_the_facilitator_is_the_partner_somebody_else_reads_or_nobody_is_asked(desk):
    one = handout(desk, "Ana")
    read = replace(one, voices=replace(one.voices, readers="Joana", envelope="Joana", partners=("Ruth",)))
    words = said(handed_in(read))
    assert "Ruth is your partner, so Ruth will not read this. Joana will." in words
    assert "put it in Joana’s envelope" in words


def test_part_two_of_everybody_comes_after_part_one_of_everybody(desk):
    people = tuple(person(desk, name) for name in ("Ana", "Cleo"))
    order = Order(workshop_id=WORKSHOP, kinds=(SheetKind.SIX_MONTHS,), people=people, blanks=1)
    parts = [sheet.part for sheet in sheets.plan(desk, order)]
    assert parts == [Part.HAND_IN] * 3 + [Part.KEEP] * 3
    only = sheets.plan(desk, replace(order, parts=(Part.KEEP,)))
    assert {sheet.part for sheet in only} == {Part.KEEP}


def test_both_parts_of_one_person_are_one_sheet_of_the_library(desk):
    found = sheets.print_out(
        desk, Order(workshop_id=WORKSHOP, kinds=(SheetKind.SIX_MONTHS,), people=(person(desk, "Ana"),))
    )
    first, second = found
    assert first.head.code
    assert not second.head.code
    assert sure_of(KeepSheet, second).handout.head.code == first.head.code


def test_a_form_with_a_safety_question_is_a_sheet_of_its_own_for_its_reader(desk):
    setup.change(desk, WORKSHOP, setup.WorkshopField.ANSWERS_READER, "Joana")
    used.use_measure(desk, WORKSHOP, "phq-9", on=True)
    order = Order(workshop_id=WORKSHOP, kinds=(SheetKind.SIX_MONTHS,), people=(person(desk, "Ana"),))
    first, own, last = sheets.preview(desk, order)
    assert isinstance(first, HandInSheet)
    assert isinstance(last, KeepSheet)
    words = said(press.pages_of([sure_of(OwnFormSheet, own)], A4))
    assert "Ruth and Joana read this sheet before you go home today." in words
    assert "Do not put it in the box." in words
    assert "better off dead" not in said(press.pages_of([first], A4))


def test_what_is_posted_says_no_complaint_in_words_and_asks_nobody_to_wait_for_help(desk):
    one = handout(desk, "Ana")
    participants.change(desk, person(desk, "Ana"), PersonField.ADDRESS, "12 Hill Road")
    words = said(handed_in(replace(one, posted=True, complaints=("The first thing you named in March",))))
    assert "Please do not write here what can’t wait." in words
    assert "Post it back with the label" in words
    assert "box" not in words


@pytest.mark.parametrize("style", [A4, LETTER, LARGE, LARGE_LETTER])
def test_no_number_stands_on_a_line_without_what_it_is_for(desk, style):
    for kind, name in product(POINTS, ("Ana", "Farid")):
        marks = [mark for mark in handed_in(handout(desk, name, kind), style)[-1].marks if mark[0] == "text"]
        (base,) = {mark[2] for mark in marks if mark[3].startswith("111")}
        assert len([mark for mark in marks if mark[2] == base]) > 1


def test_what_is_posted_names_no_partner_and_keeps_nothing_unless_nobody_else_opens_the_post(desk):
    dov = person(desk, "Dov")
    order = Order(workshop_id=WORKSHOP, kinds=(SheetKind.ABSENT,), people=(dov,))
    words = said(press.pages_of(sheets.preview(desk, order), A4))
    assert "Your calls with your partner." in words
    assert "Your partner will not." in words
    assert not {"Cleo", "Elif"} & set(words.replace(".", " ").split())
    assert "The first thing you named in March" in words
    assert "I have a page for you to keep. I will give it to you when we meet." in words
    assert "yours to keep" not in words
    participants.change(desk, dov, PersonField.OPENS_OWN_POST, True)
    words = said(press.pages_of(sheets.preview(desk, order), A4))
    assert "Your calls with Cleo and Elif." in words
    assert "The first thing you named in March" not in words
    assert "Part 2: yours to keep." in words
    assert "I have a page for you to keep" not in words


def test_a_number_is_named_by_what_it_is_for_and_never_by_its_order(desk):
    words = said(handed_in(handout(desk, "Ana")))
    assert "Need to talk? 1737." in words
    assert "If someone is in danger now: 111." in words
    safety.set_contact_role(desk, WORKSHOP, 0, ContactRole.EMERGENCY)
    assert "If someone is in danger now: 1737." in said(handed_in(handout(desk, "Ana")))


def test_where_answers_stand_is_kept_with_what_was_printed(desk):
    order = Order(workshop_id=WORKSHOP, kinds=(SheetKind.SIX_MONTHS,), people=(person(desk, "Ana"),))
    found = sheets.print_out(desk, order)
    answer_places.keep_printed(desk, Press(), WORKSHOP, found, A4)
    kept = answer_places.kept_pages(desk, WORKSHOP)
    places = [place for page in kept for place in page.places]
    (fourth,) = [place for place in places if (place.item, place.value) == ("A1", "4")]
    assert (fourth.page, fourth.wide) == (1, 6.0)
    assert [place.page for place in places if place.item == "E6"] == [2] * 5
    assert {page.code for page in kept} == {found[0].head.code}


def test_the_last_meeting_says_so_and_until_when_the_facilitator_answers(desk):
    one = replace(handout(desk, "Ana", SheetKind.ONE_YEAR), following=None)
    one = replace(one, voices=replace(one.voices, phone_until=date(2027, 4, 30)))
    words = said(kept(one))
    assert "This was our last planned meeting. Thank you for coming." in words
    assert "Ruth answers this number until 30 April 2027. After that: 1737." in words


def test_a_handout_for_somebody_bereaved_prints_only_when_they_alone_are_chosen(desk):
    ines, ana = person(desk, "Ines"), person(desk, "Ana")
    together = Order(workshop_id=WORKSHOP, kinds=(SheetKind.SIX_MONTHS,), people=(ines, ana))
    assert {sheet.key for sheet in sheets.plan(desk, together)} == {ana}
    assert any(
        "Nothing prints for Ines, who lost a partner." in words for words in sheets.before_printing(desk, together)
    )
    alone = replace(together, people=(ines,))
    assert {sheet.key for sheet in sheets.plan(desk, alone)} == {ines}
    assert any("Give the first sheet by hand" in words for words in sheets.before_printing(desk, alone))


HARD_NAMES = {
    "two hundred letters": "N" * 200,
    "emoji": "🙂 Ana",
    "from the right, with numbers and brackets": "שָׂרָה (12)",
    "two words of Arabic": "عبد الله",
    "Vietnamese and Maori": "Nguyễn Ōtāne",
    "Chinese": "李小龍",
    "Ethiopic, which no font has": "አበበ",
}
ELEVEN = tuple(
    Number(f"Line {n}, by phone or text, day and night", f"0800 555 0{n:02}", role)
    for n, role in enumerate([ContactRole.EMERGENCY, *[ContactRole.TALK] * 10])
)


@pytest.mark.parametrize("name", HARD_NAMES.values(), ids=HARD_NAMES)
def test_hard_names_long_ladders_and_many_numbers_are_whole_and_never_on_one_another(desk, name):
    one = handout(desk, "Ana")
    ladder = tuple((level, f"{level} " + "much of it " * 28) for level in (2, 1, 0, -1, -2))
    hard = replace(with_so_many(one, 2, 2, ladder), name=name, first_name=name, numbers=ELEVEN)
    hard = replace(hard, voices=replace(hard.voices, phone="", partners=(name,), kept_partner=name))
    for style in (A4, LETTER, LARGE):
        for pages in (handed_in(hard, style), kept(hard, style)):
            assert [overlapping(page) for page in pages] == [[]] * len(pages)
            for mark in (mark for page in pages for mark in page.marks if mark[0] in WRITTEN):
                left, _, right, low = covered(mark)
                assert left > 14.5 * MM
                assert right < pages[0].width - 14.5 * MM
                assert low < pages[0].height - 9 * MM
            words = said(pages)
            assert all(number.number in words for number in ELEVEN)
        assert "phone Ruth" not in said(kept(hard, style)), "nobody is told to phone a number that is not there"


def test_the_two_stacks_of_a_close_ladder_are_parted_by_white_and_each_is_read_downwards(desk):
    (first, *_) = handed_in(with_so_many(handout(desk, "Ana"), 3, 2, LONG), LARGE)
    for item in ("A1", "A2", "A3"):
        boxes = [place for place in first.places if place.item == item]
        assert [place.value for place in sorted(boxes, key=lambda p: (p.x, p.y))] == ["1", "2", "3", "4", "5", "6"]
    frames = sorted({(mark[1], mark[1] + mark[3]) for mark in first.marks if mark[0] == "box" and mark[3] > 200})
    (_, left_ends), (right_begins, _) = frames
    assert right_begins - left_ends > 2.9 * MM


def test_in_large_print_no_words_stand_on_the_rule_under_them(desk):
    for page in handed_in(handout(desk, "Ana"), LARGE):
        rules = [mark[2] for mark in page.marks if mark[0] == "line" and mark[3] - mark[1] > 300 and mark[5] == 0.5]
        lows = [mark[2] + mark[5] * 0.25 for mark in page.marks if mark[0] == "text"]
        assert not [low for low in lows if any(low - 4 < rule < low + 2 for rule in rules)]
