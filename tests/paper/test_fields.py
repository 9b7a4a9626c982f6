"""Where answers stand: on every sheet that is filled in by pen each box and each line is known by its millimetres."""

import json

import pytest

from mat_desktop.app.system import Press
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.pairing import rounds, weighing
from mat_desktop.facilitation.printed.contact import PhoneListSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import answer_places
from mat_desktop.paper import press
from mat_desktop.paper.drawing import MM
from mat_desktop.workshop.pairing.criteria.similarity import SIMILARITY
from mat_desktop.workshop.sheets import FILED, IssuedSheet, SheetKind
from tests.paperwork import of_kind, years_later
from tests.people import part_of_a_study
from tests.sure import sure, sure_of

STYLES = [Style(paper, large) for paper in ("A4", "Letter") for large in (False, True)]
CONSENT = {
    **{str(number): ("yes", "no") for number in (1, 3, 4, 5)},
    "2": ("yes", "no, keep mine on paper only"),
    "papers: partner": ("my partner’s first name", "only “my partner”"),
    "papers: goal": ("my goal in full", "in short", "only “my goal”"),
    "letters": ("nobody else opens my post", "please do not write"),
    "phone": ("you may leave a message", "do not"),
}


def asked(places):
    """The values of every item that is answered by a cross, and the items that are answered in words."""
    crosses: dict[str, list[str]] = {}
    for place in places:
        if place.value:
            crosses.setdefault(place.item, []).append(place.value)
    return {item: tuple(values) for item, values in crosses.items()}, {p.item for p in places if not p.value}


def places_of(desk, workshop_id, kind, people, style=Style(), blanks=0):  # noqa: B008  frozen
    pages = Press().pages(of_kind(desk, workshop_id, kind, people, blanks), style)
    return [place for page in pages for place in page.places]


@pytest.mark.parametrize("style", STYLES)
def test_on_a_consent_sheet_every_box_is_known_with_its_words_and_every_line_for_the_pen(
    desk, workshop_id, pair, style
):
    crosses, words = asked(places_of(desk, workshop_id, SheetKind.CONSENT, [pair[1]], style))
    assert crosses == CONSENT
    assert words == {"5 by pen", "date and signature"}


def test_the_sheet_about_a_study_asks_one_question(desk, workshop_id, pair):
    part_of_a_study(desk, workshop_id)
    crosses, words = asked(places_of(desk, workshop_id, SheetKind.STUDY_CONSENT, [pair[1]]))
    assert (crosses, words) == ({"study": ("yes", "no")}, {"date and signature"})


@pytest.mark.parametrize("style", STYLES)
def test_on_a_phone_list_each_row_has_its_four_boxes_and_a_line_for_another_day(desk, workshop_id, pair, style):
    sheet = sure_of(PhoneListSheet, of_kind(desk, workshop_id, SheetKind.PHONE_LIST)[0])
    crosses, words = asked([p for page in Press().pages([sheet], style) for p in page.places])
    whose = [row.whose for row in sheet.rows]
    assert len(set(whose)) == len(whose) == 2
    assert crosses == dict.fromkeys(whose, ("a", "b", "c", "d"))
    assert words == {f"{key} call again" for key in whose}


def test_on_the_sign_in_list_everybody_signs_and_leaves_in_a_row_and_spare_rows_have_theirs(desk, workshop_id, pair):
    crosses, words = asked(places_of(desk, workshop_id, SheetKind.SIGN_IN, []))
    assert crosses == {}
    assert {"1 signature", "1 left at", "2 signature", "row 3 signature", "row 6 left at"} <= words


def test_an_empty_goal_sheet_asks_in_the_order_in_which_it_is_typed(desk, workshop_id, pair):
    places = places_of(desk, workshop_id, SheetKind.GOAL_SHEET, [pair[1]])
    crosses, words = asked(places)
    assert set(crosses) == {"goal 1 counted in", "goal 1 could get worse", "goal 1 called"}
    assert crosses["goal 1 counted in"] == ("number", "habit", "milestone", "relation")
    assert {"goal 1 words", "goal 1 +2", "goal 1 −2", "goal 1 plan 2 then", "goal 1 first step", "ideas"} <= words
    tops = [place.y for place in places]
    assert tops == sorted(tops)


def test_what_stands_on_a_goal_sheet_already_is_no_field_any_more(desk, workshop_id, pair):
    key = goals.add(desk, pair[1])
    goals.change(desk, key, goals.GoalField.WORDS, "I walk to the harbour")
    _, words = asked(places_of(desk, workshop_id, SheetKind.GOAL_SHEET, [pair[1]]))
    assert "goal 1 words" not in words
    assert "goal 1 plan 1 if" in words


@pytest.mark.parametrize("style", STYLES)
def test_an_agreement_has_fields_for_its_gaps_what_each_asks_numbers_and_signatures(desk, workshop_id, pair, style):
    crosses, words = asked(places_of(desk, workshop_id, SheetKind.AGREEMENT, [pair[1]], style))
    assert crosses == {}
    assert {"asks 1", "asks 2", "number 1", "signature 1", "signature 2", "witness", "date"} <= words
    assert {item for item in words if item.isdecimal()}, "the gaps of its points bear their numbers"


@pytest.mark.parametrize("style", STYLES)
def test_circles_for_likeness_have_fields_of_their_own(desk, workshop_id, pair, include, style):
    include("Cleo")
    weighing.weigh(desk, workshop_id, SIMILARITY.name, 2)
    rounds.plan_rounds(desk, workshop_id, 40)
    crosses, _ = asked(places_of(desk, workshop_id, SheetKind.ROUND_CARD, [pair[1]], style))
    assert crosses["2 alike"] == ("1", "2", "3", "4", "5")
    assert crosses["2"] == ("1", "2", "3")


@pytest.mark.parametrize("kind", sorted(FILED))
def test_every_field_lies_whole_on_its_page_and_a_box_where_a_box_is_drawn(desk, workshop_id, pair, clock, kind):
    years_later(desk, workshop_id, clock, pair[1])
    sheets = of_kind(desk, workshop_id, kind, [pair[1]])
    for style in STYLES:
        pages = press.pages_of(sheets, style)
        assert any(page.places for page in pages), style
        for page in pages:
            assert [place for place in page.places if not is_in_place(page, place)] == []


def is_in_place(page, place):
    """Whether a field lies on its page, is large enough for a pen, and has its box or circle where it says."""
    corners = {(round(m[1], 1), round(m[2], 1)) for m in page.marks if m[0] == "box"}
    corners |= {(round(m[1] - m[3], 1), round(m[2] - m[3], 1)) for m in page.marks if m[0] == "circle"}
    inside = 0 <= place.x < place.x + place.w <= page.width and 0 <= place.y < place.y + place.h <= page.height
    return (
        inside
        and min(place.w, place.h) > 4 * MM
        and (not place.value or (round(place.x, 1), round(place.y, 1)) in corners)
    )


def test_an_agreement_is_kept_once_for_its_two_copies_and_no_page_of_it(desk, workshop_id, pair):
    sheets = of_kind(desk, workshop_id, SheetKind.AGREEMENT, pair[1:])
    answer_places.keep_printed(desk, Press(), workshop_id, sheets, Style())
    with desk.archive.look() as rows:
        places = json.loads(sure(rows.find(IssuedSheet, code=sheets[0].head.code)).fields)
    items = [item for item, *_ in places]
    assert len(places) == len({tuple(place) for place in places})
    assert items.count("signature 1") == 1
    assert answer_places.kept_pages(desk, workshop_id) == ()


def test_fields_grow_with_large_print(desk, workshop_id, pair):
    small, large = (
        places_of(desk, workshop_id, SheetKind.CONSENT, [pair[1]], Style(large=large)) for large in (False, True)
    )
    assert (small[0].wide, large[0].wide) == (5.0, pytest.approx(7.3, abs=0.4))
