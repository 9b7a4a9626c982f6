"""Slips, cards, tents and lists: what is cut, folded, carried, and cut up again."""

from dataclasses import replace
from datetime import datetime

import pytest

from mat_desktop.cli.libraries import KINDS
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes.flow import FlowStep
from mat_desktop.facilitation.printed.contact import PocketCardSheet
from mat_desktop.facilitation.printed.followup.views import AbsentSheet
from mat_desktop.facilitation.printed.head import Head
from mat_desktop.facilitation.printed.pairing import CardLine, PairSlipSheet, RoundCard, RoundCardSheet, Slip
from mat_desktop.facilitation.printed.participants import SignInSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.paper import press
from mat_desktop.paper.blocks import Pen, Room, Section, filled, parted
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.measures import STANDARD
from mat_desktop.paper.outcomes.pictures import flow
from mat_desktop.paper.sizes import Format, Size
from mat_desktop.workshop.codes import form_code
from mat_desktop.workshop.sheets import FACTS, SheetKind
from tests.libraries import library_of
from tests.paper.marks import covered, overlapping
from tests.people import NEW_ZEALAND, CountedCodes
from tests.sure import sure_of
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

WORKSHOP = 1
ALONE = Style()
HEAD = Head(
    title="", place_and_date="", code="", footer="Slips", owner="", next_date="", facilitator="", safety_words=""
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    library = library_of(tmp_path_factory.mktemp("small") / "library", a_year_of_twelve)
    clock = SampleClock(datetime.combine(YEAR, datetime.min.time(), NEW_ZEALAND).replace(hour=9))
    yield Desk(library.archive, clock, CountedCodes())
    library.close()


def pages(desk: Desk, kind: SheetKind, style: Style = ALONE, people: int = 2) -> list[Page]:
    keys = tuple(p.key for p in sheets.recipients(desk, WORKSHOP, (kind,)))[:people]
    return press.pages_of(sheets.preview(desk, Order(workshop_id=WORKSHOP, kinds=(kind,), people=keys)), style)


def texts(page: Page, kind: str = "text") -> list[tuple[float, float, str]]:
    return [(mark[1], mark[2], mark[3]) for mark in page.marks if mark[0] == kind]


def slips(*pairs: tuple[str, ...]) -> list[PairSlipSheet]:
    found = []
    for number, names in enumerate(pairs):
        for name in names:
            asked = f"Would you try with {' and '.join(n for n in names if n != name)}?"
            slip = Slip(name=name, question=asked, pair=number, others=1, reader="Ruth")
            found.append(PairSlipSheet(HEAD, (slip,)))
    return found


def cells(page: Page, names: set[str]) -> dict[str, tuple[int, int]]:
    return {
        words: (int(x // (page.width / 2)), int(y // (page.height / 3)))
        for x, y, words in texts(page)
        if words in names
    }


@pytest.mark.parametrize(
    "pairs",
    [
        (("Ana", "Ben"),),
        (("Ana", "Ben"), ("Cleo", "Dov")),
        (("Ana", "Ben"), ("Cleo", "Dov"), ("Elif", "Farid")),
        (("Ana", "Ben", "Cleo"),),
    ],
)
def test_the_slips_of_one_pair_never_lie_beside_each_other_on_a_sheet(pairs):
    for page in press.pages_of(slips(*pairs), Style()):
        where = cells(page, {name for pair in pairs for name in pair})
        for pair in pairs:
            own = [where[name] for name in pair if name in where]
            for first in own:
                assert not any(abs(first[0] - x) + abs(first[1] - y) == 1 for x, y in own)


def test_nine_people_are_asked_on_two_sheets_that_carry_no_code():
    found = press.pages_of(slips(("A", "B"), ("C", "D"), ("E", "F"), ("G", "H", "I")), Style())
    assert len(found) == 2
    assert not [mark for page in found for mark in page.marks if mark[0] == "boxes"]


def test_a_slip_asks_in_words_that_press_nobody():
    (page,) = press.pages_of(slips(("Ana", "Ben")), Style())
    said = " ".join(words for _, _, words in texts(page))
    for words in (
        "Yes",
        "No, thank you",
        "Talk with me first",
        "You never have to say why.",
        "hand it to Ruth yourself",
    ):
        assert words in said


def test_a_name_tent_is_read_from_both_sides(desk):
    (page,) = pages(desk, SheetKind.NAME_TENT)
    upright = {words for _, _, words in texts(page)}
    assert upright == {words for _, _, words in texts(page, "turned")}
    assert "Ana" in upright


def test_a_pocket_card_has_the_numbers_on_its_outer_back_and_not_on_its_front(desk):
    (page,) = pages(desk, SheetKind.POCKET_CARD, people=1)
    lowest = {words: y for _, y, words in texts(page)}
    panel = 54 * 72 / 25.4
    top = 22 * 72 / 25.4
    assert all(lowest[number] > top + 3 * panel for number in ("1737", "111", "021 555 0142"))
    assert sum(words == "My partner’s number:" for _, _, words in texts(page)) == 2, "there is one to spare"
    assert min(mark[5] for mark in page.marks if mark[0] == "text") >= 9.5


def test_the_phone_list_says_no_workshop_and_has_its_numbers_where_they_are_cut_off(desk):
    page, _ = pages(desk, SheetKind.PHONE_LIST)
    said = texts(page)
    assert "Harbour Hall" not in " ".join(words for _, _, words in said)
    (cut,) = {mark[1] for mark in page.marks if mark[0] == "line" and mark[1] == mark[3]}
    assert all(x > cut for x, _, words in said if words.startswith("021"))
    assert all(x < cut for x, _, words in said if words in ("Ana", "Ben", "a", "d"))


def test_what_the_boxes_of_the_phone_list_mean_stands_on_a_page_that_stays_at_home_and_has_nobody_on_it(desk):
    carried, at_home = (" ".join(words for _, _, words in texts(page)) for page in pages(desk, SheetKind.PHONE_LIST))
    for letter, meaning in zip("abcd", ("Go on as it is", "Change something", "Another partner", "Stop"), strict=True):
        assert f"{letter} {meaning}" in at_home
        assert meaning not in carried
    assert "This page stays at home" in at_home
    assert "How should it go on?" in at_home
    for name in ("Ana", "Ben", "021 555", "Harbour Hall"):
        assert name not in at_home


def test_what_is_cut_apart_or_folded_has_an_empty_back_where_both_sides_are_printed(desk):
    for kind in (SheetKind.GO_ON, SheetKind.NAME_TENT, SheetKind.SIX_MONTHS):
        found = pages(desk, kind, Style(both_sides=True), people=1)
        fronts = 2 if kind is SheetKind.SIX_MONTHS else len(found) // 2
        assert all(not page.marks for page in found[1 : 2 * fronts : 2]), kind


def test_the_command_line_prints_every_kind():
    assert set(KINDS) == {str(kind) for kind in SheetKind}


def test_every_kind_stands_under_one_heading_of_the_print_list():
    assert {facts.group.value for facts in FACTS.values()} == {"Day", "Home", "Meeting", "Half year", "For you"}


def block(high: float):
    pen = Pen(0, 100, STANDARD)
    for line in range(int(high // 20)):
        pen.page.text(0, line * 20 + 15, f"line {line}", 10)
    pen.y = high
    return pen.block()


def test_a_section_goes_to_the_next_page_whole_and_one_that_no_page_holds_is_parted_between_lines():
    room = Room(0, 100)
    placed = filled([Section((block(60),)), Section((block(30), block(30)))], room)
    assert [[y for _, y in page] for page in placed] == [[0], [0, 30]]
    placed = filled([Section((block(60),)), Section((block(30), block(30)), whole=False)], room)
    assert [[y for _, y in page] for page in placed] == [[0, 60], [0]]
    placed = filled([Section((block(240),))], room)
    assert len(placed) == 3
    lines = [mark[3] for page in placed for one, _ in page for mark in one.page.marks]
    assert lines == [f"line {n}" for n in range(12)], "no word is lost"


def test_a_frame_that_no_page_holds_goes_on_as_a_frame_on_the_next_one():
    pen = Pen(0, 100, STANDARD)
    pen.page.box(0, 0, 50, 150)
    for line in range(7):
        pen.page.text(5, line * 20 + 15, f"line {line}", 10)
    pen.y = 150
    parts = parted(pen.block(), 100)
    frames = [mark for part in parts for mark in part.page.marks if mark[0] == "box"]
    assert len(frames) == len(parts) == 2
    assert sum(mark[4] for mark in frames) == 150


def card(*, likeness: bool) -> RoundCardSheet:
    """A card of table 3, which met table 1 in the second round and table 2 in none."""
    return RoundCardSheet(HEAD, RoundCard(3, (CardLine(1, 2), CardLine(2, None)), likeness=likeness))


def test_how_alike_two_are_is_marked_from_one_to_five_for_whom_one_met_and_is_not_asked_where_nobody_wants_to_know():
    (page,) = press.pages_of([card(likeness=True)], Style())
    met, unmet = [mark[2] for mark in page.marks if mark[0] == "text" and mark[5] == 14]
    rings = {mark[2] + 3.4 for mark in page.marks if mark[0] == "circle"}
    row = {y: [words for _, at, words in sorted(texts(page)) if at == y and words.isdigit()] for y in rings}
    upper, lower = (next(row[y] for y in rings if abs(y - base) < 6) for base in (met, unmet))
    assert upper == ["1", "2", "3", "1", "2", "3", "4", "5"]
    assert lower == ["1", "2", "3"]
    (page,) = press.pages_of([card(likeness=False)], Style())
    assert sum(mark[0] == "circle" for mark in page.marks) == 6


@pytest.mark.parametrize("style", [Style(paper, large) for paper in ("A4", "Letter") for large in (False, True)])
def test_no_column_of_a_card_that_asks_for_likeness_stands_on_another(style):
    (page,) = press.pages_of([card(likeness=True)], style)
    assert overlapping(page) == []
    rings = [covered(mark) for mark in page.marks if mark[0] == "circle"]
    assert len(rings) == 11
    for left, top, right, low in rings:
        beside = [covered(m) for m in page.marks if m[0] in ("text", "circle")]
        near = [(x1, x2) for x1, y1, x2, y2 in beside if x1 < right and left < x2 and y1 < low and top < y2]
        assert all(left <= x1 and x2 <= right for x1, x2 in near)
    assert max(right for _, _, right, _ in map(covered, page.marks)) < page.width - 14 * MM


def test_a_long_time_of_calls_stays_inside_its_pocket_card(desk):
    keys = tuple(p.key for p in sheets.recipients(desk, WORKSHOP, (SheetKind.POCKET_CARD,)))[:1]
    (view,) = sheets.preview(desk, Order(workshop_id=WORKSHOP, kinds=(SheetKind.POCKET_CARD,), people=keys))
    long = replace(sure_of(PocketCardSheet, view), call_time="19:30 from Monday to Friday, and 10:00 on other days")
    (page,) = press.pages_of([long], Style())
    middle = page.width / 2
    ends = [covered(mark)[2] for mark in page.marks if mark[0] == "text" and mark[1] < middle and mark[2] > 24 * MM]
    assert max(ends) < middle - 7


def test_a_pocket_card_in_large_print_begins_a_page_for_what_would_be_parted(desk):
    first, second = pages(desk, SheetKind.POCKET_CARD, Style(large=True), people=1)
    said = [[words for _, _, words in texts(page)] for page in (first, second)]
    assert "A call" in said[0]
    assert said[1][0] == "A missed call"


def test_whoever_walks_in_finds_an_empty_row_at_the_door_and_no_page_begins_for_a_further_one():
    for people in range(30):
        listed = SignInSheet(HEAD, tuple((n + 1, f"Name {n}") for n in range(people)), spare=4)
        found = press.pages_of([listed], Style(large=True))
        rows = [sum(mark[0] == "box" and mark[3] > page.width / 2 for mark in page.marks) for page in found]
        names = [sum(words.startswith("Name ") for _, _, words in texts(page)) for page in found]
        empty = [row - name for row, name in zip(rows, names, strict=True)]
        assert sum(empty) > 0, people
        assert names[-1] or not any(empty[:-1]), people


def test_who_went_no_further_is_joined_to_the_box_that_was_left():
    step = FlowStep(count=9, words="were included", left="2 never began: moved away")
    leaf = Leaf(HEAD, Format.of(Size.A4))
    flow(leaf, [step, FlowStep(count=7, words="began with a partner", left="")])
    box = next(mark for mark in leaf.page.marks if mark[0] == "box")
    (stroke,) = [mark for mark in leaf.page.marks if mark[0] == "line" and mark[1] == mark[3]]
    why = next(y for _, y, words in texts(leaf.page) if words.startswith("2 never began"))
    assert stroke[1] == box[1] + box[3] / 2
    assert stroke[2] == box[2] + box[4]
    assert stroke[2] + 5 < stroke[4] < why - 9


def test_the_label_that_is_cut_out_carries_no_code_and_the_strip_that_comes_back_does(desk):
    (key,) = tuple(p.key for p in sheets.recipients(desk, WORKSHOP, (SheetKind.ABSENT,)))[:1]
    (view,) = sheets.preview(desk, Order(workshop_id=WORKSHOP, kinds=(SheetKind.ABSENT,), people=(key,)))
    coded = replace(sure_of(AbsentSheet, view), head=replace(view.head, code=form_code([20, 0, 0, 0, 1])))
    letter, *_, label = press.pages_of([coded], Style())
    assert [sum(mark[0] == "boxes" for mark in page.marks) for page in (letter, label)] == [1, 0]
