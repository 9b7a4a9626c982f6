"""What a page says is drawn is drawn: each kind of mark comes onto the paper where it belongs, and nowhere else."""

import pypdfium2
import pytest

from mat_desktop.facilitation.shown.strip import Cell
from mat_desktop.paper import press
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.followup import strip

DOTS = 4
"""To a point: a quarter of a point is seen."""
THICK = 2.0


def ink(page: Page) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything dark on the printed page, in points."""
    document = pypdfium2.PdfDocument(press.bound([page], "A page"))
    picture = document[0].render(scale=DOTS).to_numpy().min(axis=2) < 128
    document.close()
    down, across = picture.any(axis=1).nonzero()[0], picture.any(axis=0).nonzero()[0]
    left, top, right, bottom = (float(v) / DOTS for v in (across[0], down[0], across[-1] + 1, down[-1] + 1))
    return left, top, right, bottom


@pytest.mark.parametrize(
    ("draw", "where"),
    [
        (lambda page: page.line(20, 30, 60, 30, THICK), (20, 29, 60, 31)),
        (lambda page: page.line(20, 30, 20, 70, THICK), (19, 30, 21, 70)),
        (lambda page: page.box(20, 30, 50, 10, THICK), (19, 29, 71, 41)),
        (lambda page: page.box(20, 30, 50, 10, 0, filled=True), (20, 30, 70, 40)),
        (lambda page: page.circle(50, 60, 10, THICK), (39, 49, 61, 71)),
        (lambda page: page.boxes([(20, 30, 5, 10), (40, 50, 10, 5)]), (20, 30, 50, 55)),
        (lambda page: page.text(20, 40, "H", 20), (21.5, 26.5, 32.5, 40)),
        (lambda page: page.text(20, 40, "H", 20, align="right"), (8, 26.5, 18.5, 40)),
        (lambda page: page.text(20, 40, "H", 20, align="middle"), (15, 26.5, 25.5, 40)),
    ],
)
def test_a_mark_stands_on_the_paper_where_the_page_has_it(draw, where):
    page = Page(100, 120)
    draw(page)
    assert ink(page) == pytest.approx(where, abs=0.5)


def middle_is_dark(page: Page, x: float, y: float) -> bool:
    document = pypdfium2.PdfDocument(press.bound([page], "A page"))
    picture = document[0].render(scale=DOTS).to_numpy()
    document.close()
    return bool(picture[int(y * DOTS), int(x * DOTS)].min() < 128)


def test_what_is_filled_is_dark_inside_and_what_is_not_is_left_for_the_pen():
    for filled in (True, False):
        page = Page(100, 120)
        page.box(10, 10, 20, 20, filled=filled)
        page.circle(60, 60, 10, filled=filled)
        assert middle_is_dark(page, 20, 20) is filled
        assert middle_is_dark(page, 60, 60) is filled


def test_a_cut_line_has_gaps_and_the_line_after_it_has_none():
    page = Page(100, 120)
    page.line(10, 30, 90, 30, THICK, (8.0, 8.0))
    page.line(10, 60, 90, 60, THICK)
    page.box(10, 80, 80, 20, THICK)
    assert [middle_is_dark(page, x, 30) for x in (14, 22, 30, 38)] == [True, False, True, False]
    assert all(middle_is_dark(page, x, y) for x in (14, 22, 30, 38) for y in (60, 80))


def test_large_print_draws_the_same_page_larger():
    small, large = Page(50, 60), Page(100, 120)
    for page, scale in ((small, 1), (large, 2)):
        page.line(10 * scale, 15 * scale, 30 * scale, 15 * scale, THICK * scale)
        page.box(10 * scale, 20 * scale, 20 * scale, 5 * scale, THICK * scale)
        page.circle(35 * scale, 40 * scale, 5 * scale, THICK * scale)
        page.text(10 * scale, 50 * scale, "H", 10 * scale)
        page.boxes([(2 * scale, 3 * scale, 4 * scale, 5 * scale)])
    assert small.enlarged(2) == large


def test_a_page_taken_over_onto_another_keeps_its_marks_and_moves_them_aside():
    left, moved = Page(50, 60), Page(50, 60)
    for page, aside in ((left, 0), (moved, 20)):
        page.line(10 + aside, 15, 30 + aside, 15)
        page.box(10 + aside, 20, 20, 5)
        page.circle(35 + aside, 40, 5)
        page.text(10 + aside, 50, "H", 10)
        page.boxes([(2 + aside, 3, 4, 5)])
    both = Page(100, 60)
    both.taken(left, 20)
    assert both.marks == moved.marks


def test_a_day_remembered_as_a_number_has_a_level_stroke_and_a_day_not_known_a_rising_one():
    remembered, unknown = Page(50, 60), Page(50, 60)
    for page, recalled in ((remembered, True), (unknown, False)):
        strip._cell(page, Cell(column=0, row=0, mark=None, ahead=False, recalled=recalled), 10, 20, (8, 6))
    ((_, left, top, right, bottom, *_),) = remembered.marks
    assert (left, top, right, bottom) == (12, 23, 16, 23)
    ((_, left, top, right, bottom, *_),) = unknown.marks
    assert (left, top, right, bottom) == (12, 26, 16, 20)
