"""Sheets of every kind that are read from pictures: kept as typing keeps them, asked where it matters, else refused."""

from datetime import date

import pytest

from mat_desktop.app.system import Press
from mat_desktop.facilitation import history, safety
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import alliance
from mat_desktop.facilitation.followup import entry, views
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.pairing import ballots
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import answer_places
from mat_desktop.facilitation.sheets.pictures import BoxRead, PageRead
from mat_desktop.facilitation.sheets.reading.keeping import keep_sheet
from mat_desktop.facilitation.sheets.reading.sheet_answers import CANNOT_TELL, SheetAnswers
from mat_desktop.facilitation.sheets.reading.sheet_read import sheet_read
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import AnswerState, Mode, Response
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.promises import Promise, PromiseReason
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import SeenMark, Trouble
from mat_desktop.workshop.sheets import READ_FROM_PICTURES, SheetKind
from tests.facilitation.test_followup import MET, with_goal
from tests.paperwork import of_kind
from tests.sure import sure

DIGEST = "cd" * 32


@pytest.fixture
def handout(desk, workshop_id, pair, clock):
    """Ana's six-month handout as it is printed; she has a goal, a complaint and two questionnaires."""
    _, ana, _ = pair
    with_goal(desk, ana)
    responses.answer(desk, ana, own_pages.COMPLAINTS, 1, Entered(value=11, words="I lie awake"), Mode.PAPER)
    measures.use_measure(desk, workshop_id, "phq-4", on=True)
    with_safety(desk, workshop_id)
    clock.go_to(MET)
    return printed(desk, workshop_id, SheetKind.SIX_MONTHS, ana)


def with_safety(desk, workshop_id):
    """PHQ-9 is in use, and somebody is named who reads it."""
    setup.change(desk, workshop_id, setup.WorkshopField.SECOND_PERSON, "Mere")
    setup.change(desk, workshop_id, setup.WorkshopField.ANSWERS_READER, "Mere")
    measures.use_measure(desk, workshop_id, "phq-9", on=True)


def printed(desk, workshop_id, kind, person, style=Style()):  # noqa: B008  frozen
    """The pages that ask something, the first first."""
    sheets = of_kind(desk, workshop_id, kind, [person])
    answer_places.keep_printed(desk, Press(), workshop_id, sheets, style)
    code = sheets[0].head.code
    return [page for page in answer_places.kept_pages(desk, workshop_id)[::-1] if page.code == code]


def seen(page, crossed=None, *, marks=None, written=()):
    """The page as a reader hands it back: crosses by item, other marks by item and value, words by item."""
    boxes = []
    for place in page.places:
        mark = (marks or {}).get((place.item, place.value), SeenMark.EMPTY)
        if (crossed or {}).get(place.item) == place.value and place.value:
            mark = SeenMark.CROSS
        if not place.value and place.item in written:
            mark = SeenMark.SOMETHING
        sure = mark in (SeenMark.EMPTY, SeenMark.CROSS)
        boxes.append(BoxRead(place=place, seen=mark, certain=sure))
    return PageRead(picture=0, part=0, code=page.code, page=page.page, boxes=tuple(boxes), straight=b"", scale=6.0)


def with_item(pages, item):
    """The page on which a question stands."""
    return next(page for page in pages if any(place.item == item for place in page.places))


def read(desk, workshop_id, page_read, digest=DIGEST):
    return SheetAnswers(sheet_read(desk, workshop_id, page_read, digest, desk.clock.today()))


def open_cards(desk, workshop_id):
    return [card for card in safety.cards(desk, workshop_id) if card.open]


def answered(answers, truth):
    """Every question answered as it stands on the paper."""
    for line in answers.open:
        answers.answer(line.line.item, truth.get(line.line.item, ""))
    return answers


def kept(desk, answers):
    keep_sheet(desk, answers.read, answers.values(), answers.words, answers.figures(), 1)


def test_every_page_of_a_handout_is_kept_as_typing_keeps_it_and_undone_by_one_step(desk, workshop_id, handout, pair):
    _, ana, _ = pair
    truth = {
        "A1": "1",
        "B1": "5",
        "B1 compared": "a little better",
        **{f"C{n}": str(n - 1) for n in range(1, 5)},
        **{f"D{n}": str(10 - n) for n in range(1, 9)},
        "E5": "a little",
        "E6": "I would like to go on",
    }
    before = views.follow_up(desk, ana, 6)
    pages = [page for page in handout if not any(place.item.startswith("PHQ-9") for place in page.places)]
    items = {place.item for page in pages for place in page.places if place.value}
    assert items == set(truth)
    for page in pages:
        kept(desk, answered(read(desk, workshop_id, seen(page, truth)), truth))
    found = views.follow_up(desk, ana, 6)
    assert found.goals[0][1] == FURTHER_BACK
    (complaint,) = found.complaints
    assert (sure(complaint.now).value, complaint.words) == (5, "I lie awake")
    assert complaint.improvement == "a little better"
    forms = {form.instrument: [item.answer.value for item in form.items if item.answer] for form in found.forms}
    assert forms["phq-4"] == [0, 1, 2, 3]
    assert forms[own_pages.ALLIANCE] == [9, 8, 7, 6, 5, 4, 3, 2]
    said = {question.key: words for question, words in found.questions}
    assert (said["worse"], said["go_on"]) == ("a little", "I would like to go on")
    for _ in pages:
        history.undo(desk)
    assert views.follow_up(desk, ana, 6) == before


def test_what_got_worse_and_the_wish_to_talk_are_always_asked_and_promise_their_call(desk, workshop_id, handout, pair):
    page = with_item(handout, "E5")
    answers = read(desk, workshop_id, seen(page, {"E5": "yes, a lot", "E6": "I would like to go on"}))
    assert {"E5", "E6"} <= {line.line.item for line in answers.open if not line.control}
    assert not answers.values().keys() & {"E5", "E6"}
    kept(desk, answered(answers, {"E5": "yes, a lot"}))
    with desk.archive.look() as rows:
        (promise,) = rows.all(Promise, reason=PromiseReason.WORSE)
    assert promise.participant_id == pair[1]


@pytest.mark.parametrize("asked", [True, False])
def test_a_safety_question_is_always_asked_and_opens_its_card_as_typing_does(desk, workshop_id, handout, pair, asked):
    _, ana, _ = pair
    page = with_item(handout, "PHQ-9 9")
    truth = {f"PHQ-9 {n}": "1" for n in range(1, 9)} | ({"PHQ-9 9": "2"} if asked else {"PHQ-9 9": "0"})
    answers = read(desk, workshop_id, seen(page, truth))
    assert "PHQ-9 9" in {line.line.item for line in answers.open}
    kept(desk, answered(answers, truth))
    assert bool(open_cards(desk, workshop_id)) is asked


def test_an_undone_page_and_the_page_done_again_treat_the_safety_card_as_a_typed_answer(desk, workshop_id, pair, clock):
    """Typed and read side by side: undo and redo say the same of both."""
    _, ana, ben = pair
    with_safety(desk, workshop_id)
    clock.go_to(MET)
    page = with_item(printed(desk, workshop_id, SheetKind.SIX_MONTHS, ana), "PHQ-9 9")

    def by_picture():
        answers = read(desk, workshop_id, seen(page, {"PHQ-9 9": "3"}))
        kept(desk, answered(answers, {"PHQ-9 9": "3"}))

    def typed():
        entry.respond(desk, ben, 6, "phq-9", 9, Entered(value=3))

    assert _there_and_back(desk, workshop_id, typed) == _there_and_back(desk, workshop_id, by_picture)


def _there_and_back(desk, workshop_id, deed):
    """How many cards are open after the deed, its undo and its redo, and in what words these were refused."""
    said, open_now = list[str](), list[int]()
    for act in (deed, lambda: history.undo(desk), lambda: history.redo(desk)):
        try:
            act()
            said.append("done")
        except Refusal as refusal:
            said.append(str(refusal).replace("Ben", "Ana"))
        open_now.append(len(open_cards(desk, workshop_id)))
    return said, [count - open_now[0] for count in open_now]


def test_a_filled_circle_two_crosses_and_ink_beside_them_are_asked(desk, workshop_id, handout):
    page = with_item(handout, "C1")
    marks = {("C1", "0"): SeenMark.FILLED, ("C2", "1"): SeenMark.CROSS, ("C2", "2"): SeenMark.CROSS}
    marks[("C3", "0")] = SeenMark.SOMETHING
    answers = read(desk, workshop_id, seen(page, {"C4": "2"}, marks=marks))
    why = {line.line.item: line.why for line in answers.open if not line.control}
    assert {"C1", "C2", "C3"} <= set(why)
    assert "C4" not in why
    assert why["C2"] == "more than one is marked"


def test_a_typed_answer_is_asked_where_it_differs_and_never_taken_away_by_an_empty_line(
    desk, workshop_id, handout, pair
):
    _, ana, _ = pair
    entry.respond(desk, ana, 6, "phq-4", 1, Entered(value=3))
    entry.respond(desk, ana, 6, "phq-4", 2, Entered(value=2))
    page = with_item(handout, "C1")
    answers = read(desk, workshop_id, seen(page, {"C1": "0"}))
    why = {line.line.item: line.why for line in answers.open if not line.control}
    assert why["C1"].startswith("typed as")
    for line in answers.open:
        answers.answer(line.line.item, line.value if line.control else line.line.kept)
    assert not answers.values().keys() & {"C1", "C2"}
    kept(desk, answers)
    (form,) = [form for form in views.follow_up(desk, ana, 6).forms if form.instrument == "phq-4"]
    assert [item.answer.value for item in form.items[:2] if item.answer] == [3, 2]


def test_what_nobody_can_tell_is_kept_as_such_and_words_are_typed_beside_their_picture(
    desk, workshop_id, handout, pair
):
    _, ana, _ = pair
    page = with_item(handout, "C1")
    answers = read(desk, workshop_id, seen(page, marks={("C1", "0"): SeenMark.SOMETHING}))
    kept(desk, answered(answers, {"C1": CANNOT_TELL}))
    (form,) = [form for form in views.follow_up(desk, ana, 6).forms if form.instrument == "phq-4"]
    assert sure(form.items[0].answer).state is AnswerState.ILLEGIBLE
    other = with_item(handout, "E1")
    answers = read(desk, workshop_id, seen(other, written=("E1",)), "ef" * 32)
    (words,) = [one for one in answers.read.words if one.line.item == "E1"]
    assert words.written
    answers.words["E1"] = "I walk again"
    kept(desk, answered(answers, {}))
    said = {question.key: words for question, words in views.follow_up(desk, ana, 6).questions}
    assert said["different"] == "I walk again"


def test_a_question_that_was_asked_in_other_words_is_typed(desk, workshop_id, pair, clock):
    _, ana, _ = pair
    goal = with_goal(desk, ana, "Walk")
    clock.go_to(MET)
    page = with_item(printed(desk, workshop_id, SheetKind.SIX_MONTHS, ana), "A1")
    anew = goals.revise(desk, goal)
    goals.change(desk, anew, goals.GoalField.WORDS, "Swim")
    found = read(desk, workshop_id, seen(page, {"A1": "4"}))
    assert "A1" not in {line.line.item for line in found.read.lines}
    assert any(note.startswith("A1") for note in found.read.notes)


def test_an_alliance_check_is_kept_for_the_day_that_is_open(desk, workshop_id, pair, clock):
    place, ana, _ = pair
    clock.go_to(date(2026, 5, 20))
    (page,) = printed(desk, workshop_id, SheetKind.ALLIANCE_CHECK, ana)
    items = list(dict.fromkeys(p.item for p in page.places))
    truth = {item: str(n) for n, item in enumerate(items)}
    day = alliance.day_asked(desk, place, ana, desk.clock.today())
    kept(desk, answered(read(desk, workshop_id, seen(page, truth)), truth))
    (check,) = alliance.checks_of(desk, place, ana)
    assert (check.happened_on, list(check.ratings.values())) == (day, list(range(len(items))))


def test_a_round_card_is_kept_as_marks_about_table_numbers(desk, workshop_id, pair, include):
    _, ana, ben = pair
    cleo, dov = include("Cleo"), include("Dov")
    (page,) = printed(desk, workshop_id, SheetKind.ROUND_CARD, ana)
    number = {key: str(n) for key, n in ballots.ballot(desk, ana).others}
    truth = {number[ben]: "1", number[dov]: "3"}
    kept(desk, answered(read(desk, workshop_id, seen(page, truth)), truth))
    assert ballots.ballot(desk, ana).marks == {ben: Choice.GLADLY, dov: Choice.RATHER_NOT}
    assert cleo not in ballots.ballot(desk, ana).marks


@pytest.mark.parametrize("kind", [SheetKind.READINESS, SheetKind.COMPLAINTS, SheetKind.QUESTIONNAIRE])
def test_sheets_of_the_talk_are_kept_as_typed_ones(desk, workshop_id, pair, kind):
    _, ana, _ = pair
    measures.use_measure(desk, workshop_id, "phq-4", on=True)
    truth, found = dict[str, str](), []
    for page in printed(desk, workshop_id, kind, ana):
        own = dict[str, str]()
        for place in page.places:
            own.setdefault(place.item, place.value)
        truth |= own
        kept(desk, answered(read(desk, workshop_id, seen(page, own), f"{page.page:064}"), own))
        found += [line.line for line in read(desk, workshop_id, seen(page, {}), "9" * 64).read.lines]
    assert {line.item: line.kept for line in found} == truth


def how_they_came(desk, person):
    """In which ways the answers of each occasion came."""
    with desk.archive.look() as rows:
        return {(one.instrument, one.months): one.mode for one in rows.all(Response, participant_id=person)}


def test_answers_say_whether_they_were_read_from_a_photograph_or_typed(desk, workshop_id, handout, pair):
    _, ana, _ = pair
    for number, item in enumerate(("B1", "C1")):
        page = with_item(handout, item)
        kept(desk, answered(read(desk, workshop_id, seen(page, {item: "1"}), f"{number:064}"), {item: "1"}))
    found = how_they_came(desk, ana)
    assert found[own_pages.COMPLAINTS, 6] is found["phq-4", 6] is Mode.PHOTOGRAPH
    assert found[own_pages.COMPLAINTS, 0] is Mode.PAPER
    history.undo(desk)
    entry.respond(desk, ana, 6, "phq-4", 1, Entered(value=1))
    assert how_they_came(desk, ana)["phq-4", 6] is Mode.PAPER


def test_a_sheet_of_the_talk_that_was_photographed_says_so_in_the_record(desk, workshop_id, pair):
    _, ana, _ = pair
    page = printed(desk, workshop_id, SheetKind.READINESS, ana)[0]
    item, value = next((place.item, place.value) for place in page.places if place.value)
    kept(desk, answered(read(desk, workshop_id, seen(page, {item: value})), {item: value}))
    assert how_they_came(desk, ana)[own_pages.READINESS, 0] is Mode.PHOTOGRAPH


def test_a_page_that_says_nothing_new_the_same_picture_and_another_library_are_refused_by_name(
    desk, workshop_id, handout
):
    page, truth = with_item(handout, "C1"), {"C1": "1", "C2": "1", "C3": "1", "C4": "1"}
    kept(desk, answered(read(desk, workshop_id, seen(page, truth)), truth))
    with pytest.raises(Refusal, match="This very picture"):
        read(desk, workshop_id, seen(page, truth))
    with pytest.raises(Refusal, match="says nothing new"):
        read(desk, workshop_id, seen(page, truth), "12" * 32)
    with pytest.raises(Refusal, match="of no sheet of this library"):
        read(desk, workshop_id, PageRead(picture=0, part=0, code="ZZZZZZ", page=1, trouble=Trouble.NOT_KNOWN))


@pytest.mark.parametrize("kind", [SheetKind.GOAL_SHEET, SheetKind.DATES, SheetKind.AGREEMENT])
def test_a_kind_that_is_not_read_says_so_and_where_it_is_typed(desk, workshop_id, pair, kind):
    sheets = of_kind(desk, workshop_id, kind, [pair[1]])
    answer_places.keep_printed(desk, Press(), workshop_id, sheets, Style())
    assert answer_places.kept_pages(desk, workshop_id) == (), "no page is kept that is never read"
    page = PageRead(picture=0, part=0, code=sheets[0].head.code, page=1, trouble=Trouble.NOT_KNOWN)
    with pytest.raises(Refusal, match="not read from pictures"):
        read(desk, workshop_id, page)
    assert kind not in READ_FROM_PICTURES
