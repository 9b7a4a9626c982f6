"""Consent sheets and phone lists from pictures: no yes that was not confirmed, no wish in silence, no name kept."""

from datetime import date, timedelta

import pytest

from mat_desktop.app.system import Press
from mat_desktop.facilitation import history
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import calls
from mat_desktop.facilitation.pairing import ballots, rounds, weighing
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.printed.contact import PhoneListSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import answer_places, orders
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.sheets.reading.keeping import keep_consents, keep_sheet, keeper_of
from mat_desktop.facilitation.sheets.reading.sheet_answers import CANNOT_TELL
from mat_desktop.facilitation.today import page as today_page
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.contact.calls import CallKind, Wish
from mat_desktop.workshop.pairing.criteria.similarity import SIMILARITY
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import KeptPage, SeenMark
from mat_desktop.workshop.sheets import IssuedSheet, SheetKind
from tests.facilitation.sheets.test_sheet_pictures import answered, printed, read, seen
from tests.people import WORKSHOP_DAY, part_of_a_study
from tests.sure import sure_of

PAPER_ONLY = "no, keep mine on paper only"
TRUTH = {
    "1": "yes",
    "2": "yes",
    "3": "no",
    "4": "yes",
    "5": "no",
    "papers: partner": "my partner’s first name",
    "papers: goal": "in short",
    "letters": "please do not write",
    "phone": "you may leave a message",
}
DAY = timedelta(days=1)


@pytest.fixture
def newcomer(desk, workshop_id, pair):
    """Cleo, who registered and has said nothing yet."""
    return participants.add(desk, workshop_id, "Cleo Ward", "021 555 0199")


def consent_sheet(desk, workshop_id, person, kind=SheetKind.CONSENT):
    (page,) = printed(desk, workshop_id, kind, person)
    return page


def row_of(desk, workshop_id, person):
    return next(row for row in consenting.answers(desk, workshop_id) if row.id == person)


def kept(desk, answers):
    """As the window keeps it."""
    keep = keeper_of(answers.read.kind)
    keep(desk, answers.read, answers.values(), answers.words, answers.figures(), 1)


def test_a_consent_sheet_is_kept_as_typing_keeps_it_and_undone_by_one_step(desk, workshop_id, newcomer):
    page = consent_sheet(desk, workshop_id, newcomer)
    before = row_of(desk, workshop_id, newcomer)
    assert {place.item for place in page.places if place.value} == set(TRUTH)
    answers = answered(read(desk, workshop_id, seen(page, TRUTH, written=("date and signature",))), TRUTH)
    assert answers.read.notes == ()
    kept(desk, answers)
    found = row_of(desk, workshop_id, newcomer)
    assert found.answers == (True, True, False, True, False)
    assert found.at_home == ("first name", "in short", "do not write", "message")
    typed = participants.add(desk, workshop_id, "Dov", "021 555 0198")
    consenting.answer_consent(desk, typed, ConsentKind.TAKE_PART, yes=True)
    assert words_of(desk, newcomer) == words_of(desk, typed), "with the very words that were put"
    history.undo(desk)
    history.undo(desk)
    history.undo(desk)
    assert row_of(desk, workshop_id, newcomer) == before


def words_of(desk, person):
    with desk.archive.look() as rows:
        found = rows.get(Participant, person)
        return [c.wording for c in found.consents if c.kind is ConsentKind.TAKE_PART]


def test_every_line_of_a_consent_sheet_is_asked_and_nothing_is_kept_before_she_answers(desk, workshop_id, newcomer):
    page = consent_sheet(desk, workshop_id, newcomer)
    answers = read(desk, workshop_id, seen(page, TRUTH))
    assert {line.line.item for line in answers.open} == set(TRUTH)
    assert {line.guess for line in answers.open} == set(TRUTH.values())
    assert not answers.done
    assert answers.values() == {}


@pytest.mark.parametrize("mark", [SeenMark.FILLED, SeenMark.SOMETHING, SeenMark.HIDDEN, SeenMark.TICK])
def test_at_a_doubtful_mark_no_yes_is_even_guessed(desk, workshop_id, newcomer, mark):
    page = consent_sheet(desk, workshop_id, newcomer)
    answers = read(desk, workshop_id, seen(page, marks={("1", "yes"): mark}))
    (line,) = [line for line in answers.open if line.line.item == "1"]
    assert (line.value, line.guess) == ("", "")
    assert line.why != "this is always asked"


def test_an_empty_or_illegible_box_takes_no_yes_back(desk, workshop_id, newcomer):
    consenting.answer_consent(desk, newcomer, ConsentKind.TAKE_PART, yes=True)
    page = consent_sheet(desk, workshop_id, newcomer)
    answers = read(desk, workshop_id, seen(page))
    answers.answer("1", "")
    for line in answers.open:
        answers.answer(line.line.item, CANNOT_TELL)
    assert answers.values() == {}
    kept(desk, answers)
    assert row_of(desk, workshop_id, newcomer).answers[0] is True


def test_a_no_that_stands_on_paper_is_asked_against_the_yes_that_was_typed_and_kept_with_its_words(
    desk, workshop_id, newcomer
):
    consenting.answer_consent(desk, newcomer, ConsentKind.STORE, yes=True)
    page = consent_sheet(desk, workshop_id, newcomer)
    answers = read(desk, workshop_id, seen(page, {"2": PAPER_ONLY}))
    (line,) = [line for line in answers.open if line.line.item == "2"]
    assert line.why == f"typed as “yes”, here it looks like “{PAPER_ONLY}”"
    kept(desk, answered(answers, {"1": "yes", "2": PAPER_ONLY}))
    assert row_of(desk, workshop_id, newcomer).answers[:2] == (True, False)
    assert participants.person(desk, newcomer).paper_only
    with pytest.raises(Refusal, match="it stays on paper"):
        responses.answer(desk, newcomer, own_pages.READINESS, 1, Entered(value=1))


def test_a_yes_that_was_taken_back_is_no_yes_again_because_the_old_sheet_is_read(desk, workshop_id, newcomer, clock):
    page = consent_sheet(desk, workshop_id, newcomer)
    consenting.answer_consent(desk, newcomer, ConsentKind.LATER_CONTACT, yes=True)
    clock.go_to(date(2026, 5, 3))
    participants.set_consent(desk, newcomer, ConsentKind.LATER_CONTACT, given=False)
    answers = read(desk, workshop_id, seen(page, TRUTH))
    (line,) = [line for line in answers.open if line.line.item == "4"]
    assert line.why.startswith("this yes was taken back on 3 May 2026")
    assert line.line.kept == ""


def test_an_unsigned_sheet_and_what_is_written_by_pen_are_said(desk, workshop_id, newcomer):
    page = consent_sheet(desk, workshop_id, newcomer)
    unsigned = read(desk, workshop_id, seen(page, TRUTH)).read.notes
    assert unsigned == ("Nothing is seen on the line for date and signature. Is this sheet signed?",)
    (note,) = read(desk, workshop_id, seen(page, TRUTH, written=("5 by pen", "date and signature"))).read.notes
    assert note.startswith("At 5 a name or a number is written.")


def test_a_sheet_whose_words_are_not_those_of_now_is_typed(desk, workshop_id, newcomer):
    page = consent_sheet(desk, workshop_id, newcomer)
    setup.change(desk, workshop_id, setup.WorkshopField.FACILITATOR, "Somebody Else")
    answers = read(desk, workshop_id, seen(page, TRUTH))
    assert "4" not in {line.line.item for line in answers.read.lines}, "its words name who may ask"
    assert "4" in answers.read.notes[-1]


def test_the_second_sheet_about_a_study_is_read_like_the_first(desk, workshop_id, newcomer):
    part_of_a_study(desk, workshop_id)
    page = consent_sheet(desk, workshop_id, newcomer, SheetKind.STUDY_CONSENT)
    kept(desk, answered(read(desk, workshop_id, seen(page, {"study": "yes"})), {"study": "yes"}))
    assert row_of(desk, workshop_id, newcomer).in_study is True


def test_a_consent_is_kept_by_no_other_deed_than_its_own(desk, workshop_id, newcomer):
    page = consent_sheet(desk, workshop_id, newcomer)
    answers = answered(read(desk, workshop_id, seen(page, TRUTH)), TRUTH)
    with pytest.raises(Refusal):
        keep_sheet(desk, answers.read, answers.values(), {}, answers.figures(), 1)
    keep_consents(desk, answers.read, answers.values(), {}, answers.figures(), 1)
    with pytest.raises(Refusal, match="This very picture"):
        read(desk, workshop_id, seen(page, TRUTH))


@pytest.fixture
def listed(desk, workshop_id, pair, include, clock):
    """A phone list of the day on which the calls after day 14 are due; Cleo was promised another call."""
    _, ana, ben = pair
    cleo = include("Cleo")
    keeping.give(desk, cleo, WORKSHOP_DAY + 14 * DAY)
    clock.go_to(WORKSHOP_DAY + 15 * DAY)
    sheets = orders.print_out(desk, Order(workshop_id=workshop_id, kinds=(SheetKind.PHONE_LIST,), people=()))
    answer_places.keep_printed(desk, Press(), workshop_id, sheets, Style())
    (page,) = answer_places.kept_pages(desk, workshop_id)
    return page, (ana, ben, cleo), {row.name: row.whose for row in sure_of(PhoneListSheet, sheets[0]).rows}


def due_now(desk):
    return {one.call.who for one in today_page.today(desk).promised}


def test_a_phone_list_is_kept_as_typing_keeps_it_and_undone_by_one_step(desk, workshop_id, listed, pair):
    page, _, whose = listed
    assert due_now(desk) == {"Ana", "Ben", "Cleo"}
    answers = read(desk, workshop_id, seen(page, {whose["Ana"]: "a", whose["Cleo"]: "c"}))
    kept(desk, answered(answers, {whose["Ana"]: "a", whose["Cleo"]: "c"}))
    assert due_now(desk) == {"Ben"}
    wishes = {m.name: m.wish for m in calls.round_of(desk, pair[0], CallKind.DAY_14).members}
    assert wishes == {"Ana": Wish.GO_ON, "Ben": None}
    history.undo(desk)
    assert due_now(desk) == {"Ana", "Ben", "Cleo"}


@pytest.mark.parametrize(("letter", "asked"), [("a", False), ("b", True), ("c", True), ("d", True)])
def test_every_wish_but_to_go_on_is_asked_even_where_its_cross_is_clear(desk, workshop_id, listed, letter, asked):
    page, _, whose = listed
    (line,) = [
        line
        for line in read(desk, workshop_id, seen(page, {whose["Ana"]: letter})).read.lines
        if line.line.item == whose["Ana"]
    ]
    assert (line.why == "this is always asked") is asked
    assert line.line.label == "Ana"


def test_a_call_about_safety_is_never_taken_for_held_in_silence_nor_one_of_two(desk, workshop_id, listed):
    page, (ana, _, cleo), whose = listed
    keeping.give(desk, cleo, desk.clock.today(), safety=True)
    keeping.give(desk, ana, desk.clock.today())
    lines = {
        line.line.label: line for line in read(desk, workshop_id, seen(page, dict.fromkeys(whose.values(), "a"))).open
    }
    assert lines["Cleo"].why
    assert lines["Ana"].why.startswith("2 calls to Ana are due")


def test_of_somebody_who_keeps_answers_on_paper_only_no_wish_is_kept(desk, workshop_id, listed, pair):
    page, (ana, *_), whose = listed
    consenting.answer_consent(desk, ana, ConsentKind.STORE, yes=False)
    truth = {whose["Ana"]: "d"}
    kept(desk, answered(read(desk, workshop_id, seen(page, truth)), truth))
    assert "Ana" not in due_now(desk)
    assert {m.wish for m in calls.round_of(desk, pair[0], CallKind.DAY_14).members} == {None}


def test_a_day_to_call_again_and_a_call_that_is_not_due_any_more_are_said_by_name(desk, workshop_id, listed):
    page, _, whose = listed
    (call,) = [one.call for one in today_page.today(desk).promised if one.call.who == "Cleo"]
    keeping.kept(desk, call.which)
    answers = read(desk, workshop_id, seen(page, {whose["Cleo"]: "a"}, written=(f"{whose['Ben']} call again",)))
    notes = " ".join(answers.read.notes)
    assert "Cleo: a box is crossed, but no promised call is due." in notes
    assert "Ben: a day is written under “call again on”." in notes


def test_of_a_phone_list_no_name_and_no_number_is_kept(desk, workshop_id, listed):
    with desk.archive.look() as rows:
        (sheet,) = rows.all(IssuedSheet, kind=SheetKind.PHONE_LIST)
        (page,) = rows.all(KeptPage, sheet_id=sheet.id)
    for words in ("Ana", "Ben", "Cleo", "021 555"):
        assert words not in page.marks + page.fields + sheet.fields
    assert '"a"' in page.marks, "the letters before the boxes are part of the ruling"
    assert '"Phone list"' in page.marks


def test_a_phone_list_that_is_printed_again_is_another_sheet(desk, workshop_id, listed):
    page, *_ = listed
    again = orders.print_out(desk, Order(workshop_id=workshop_id, kinds=(SheetKind.PHONE_LIST,), people=()))
    assert again[0].head.code != page.code


def test_circles_for_likeness_are_read_with_the_ballot(desk, workshop_id, pair, include):
    _, ana, ben = pair
    include("Cleo")
    weighing.weigh(desk, workshop_id, SIMILARITY.name, 2)
    rounds.plan_rounds(desk, workshop_id, 40)
    (page,) = printed(desk, workshop_id, SheetKind.ROUND_CARD, ana)
    number = str(participants.person(desk, ben).table_number)
    truth = {number: "1", f"{number} alike": "4"}
    assert set(truth) <= {place.item for place in page.places}
    kept(desk, answered(read(desk, workshop_id, seen(page, truth)), truth))
    found = ballots.ballot(desk, ana)
    assert (found.marks[ben], found.ratings) == (Choice.GLADLY, {ben: 4})
    history.undo(desk)
    assert ballots.ballot(desk, ana).ratings == {}
