"""Sheets of questions from pictures, in the real window: one key a doubtful line, one step back, nothing unasked."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mat_desktop.app.system import Press
from mat_desktop.eye import gates, reader
from mat_desktop.eye.reader import KnownPage
from mat_desktop.facilitation import history
from mat_desktop.facilitation.followup import views
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import answer_places
from mat_desktop.facilitation.sheets.pictures import PageRead
from mat_desktop.facilitation.sheets.reading.sheet_lines import LineKind, SheetLine
from mat_desktop.facilitation.sheets.reading.sheet_read import LineRead
from mat_desktop.paper.press import redrawn
from mat_desktop.rehearsal.hands import in_dialog, press
from mat_desktop.screens.contact.pictures.pile import PictureFile, WaitingPage
from mat_desktop.screens.contact.pictures.sheet_check import shown
from mat_desktop.screens.look.belonging import seen_in
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.seen import SeenMark
from mat_desktop.workshop.sheets import SheetKind
from tests.facilitation.sheets.test_sheet_pictures import seen
from tests.paperwork import of_kind

CARMEN, DOV = 3, 4


def a_white_page() -> bytes:
    """A straightened page with nothing on it, as JPEG."""
    kept = BytesIO()
    Image.new("L", (420, 594), 255).save(kept, "JPEG")
    return kept.getvalue()


@pytest.fixture
def handout(at_own_sample):
    """Carmen's six-month handout as it was printed, and the page of pictures, reached from step 8."""
    who = at_own_sample
    desk = who.place.desk
    sheets = of_kind(desk, 1, SheetKind.SIX_MONTHS, [CARMEN])
    answer_places.keep_printed(desk, Press(), 1, sheets, Style())
    code = sheets[0].head.code
    who.go_to(Step.SIX_MONTHS)
    press(who.place, "From pictures")
    return who, [page for page in answer_places.kept_pages(desk, 1)[::-1] if page.code == code]


def hand_over(who, *reads: PageRead) -> None:
    """What the reader would have handed over."""
    view, white = who.page.pictures, a_white_page()
    for number, read in enumerate(reads):
        file = PictureFile(f"IMG_{number}.jpg", f"{number}".encode())
        view.pile.waiting.append(WaitingPage(file, replace(read, straight=white, scale=2.0)))
    view._came()


def with_item(pages, item):
    return next(page for page in pages if any(place.item == item for place in page.places))


def value_of(page, item, number):
    return [place.value for place in page.places if place.item == item][number]


def test_a_page_of_a_handout_is_in_the_library_after_a_key_for_each_doubtful_line(handout):
    who, pages = handout
    view, desk = who.page.pictures, who.place.desk
    page = with_item(pages, "E5")
    before = views.follow_up(desk, CARMEN, 6)
    truth = {item: value_of(page, item, 0) for item in dict.fromkeys(p.item for p in page.places if p.value)}
    hand_over(who, seen(page, truth))
    assert view.whose.text().startswith("Carmen")
    assert view.span.text() == "Six-month handout, page 2"
    assert not view.keep.isEnabled()
    keys = 0
    while view.check.line is not None:
        line = view.check.line.line
        place = [value for value, _ in line.options].index(truth[line.item])
        typed = truth[line.item] if truth[line.item].isdecimal() else str(place + 1)
        QTest.keyClicks(who.window.focusWidget(), typed)
        keys += len(typed)
        assert keys < 40
    assert keys <= len(truth)
    assert view.keep.isEnabled()
    view.keep.click()
    said = {question.key: words for question, words in views.follow_up(desk, CARMEN, 6).questions}
    assert said["worse"] == "no"
    assert any("Ctrl+Z" in words for words in who.messages.said)
    history.undo(desk)
    assert views.follow_up(desk, CARMEN, 6) == before


def test_the_figures_say_how_the_reader_did_here_and_show_no_empty_table_before_it_read_anything(handout):
    who, pages = handout
    view = who.page.pictures
    assert figures_of(who) == ["No page was read in this library yet."]
    hand_over(who, seen(with_item(pages, "C1"), {f"C{n}": "0" for n in range(1, 5)}))
    while view.check.line is not None:
        QTest.keyClick(who.window.focusWidget(), Qt.Key.Key_M)
    view.keep.click()
    said, *cells = figures_of(who)
    assert said.startswith("1 page read. Of 3 checked boxes, ")
    assert {"Six-month handouts", "Checked"} <= set(cells)


def test_every_box_for_words_is_judged_where_print_is_near(handout):
    """Else none could be believed to be empty, and she would be shown the picture of an empty box on each handout."""
    judged = dict[str, bool]()
    for page in Press().pages(of_kind(handout[0].place.desk, 1, SheetKind.SIX_MONTHS, [DOV]), Style()):
        words = [place for place in page.places if not place.value]
        template = KnownPage(page, redrawn).template if words else None
        if template is not None:
            fits = np.ones(len(template.at), bool)
            seen_there = gates._spoken_for(template, fits, fits, reader._middles(words))
            judged |= dict(zip([place.item for place in words], seen_there.tolist(), strict=True))
    assert judged == dict.fromkeys(("E1", "E2", "E3", "E4", "E5 words"), True)


def test_the_digit_of_a_step_and_the_number_with_which_its_words_begin_are_told_apart():
    steps = (("1", "further back"), ("2", "1 or 2 days a week"))
    ladder = SheetLine(item="A1", words="Walk", options=steps, part=LineKind.LADDER)
    ratings = replace(ladder, options=(("0", "not at all"), ("1", "")))
    assert said_of(ladder) == ["1: further back", "2: 1 or 2 days a week"]
    assert said_of(ratings) == ["0 not at all", "1"]


def said_of(line):
    """What stands on the buttons."""
    return [words for _, words, _ in shown(LineRead(line=line, places=(), value="")).options]


def figures_of(who):
    """What stands in the dialog behind Figures, what it means left out, and Esc."""
    found = list[str]()

    def read(dialog):
        found.extend(one.text() for one in seen_in(dialog, QLabel) if one.text() and "Asked are" not in one.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(lambda: press(who.place, "Figures"), read)
    return found


def test_a_line_that_was_clicked_is_asked_again_and_words_are_typed_beside_their_picture(handout):
    who, pages = handout
    view, desk = who.page.pictures, who.place.desk
    page = with_item(pages, "E1")
    hand_over(who, seen(page, written=("E1",)))
    assert view.check.words[0].title.text().startswith("E1")
    view.check.words[0].edit.setPlainText("I walk again")
    settled = next(line for line in view.lines.read.lines if not line.why)
    view._doubt(settled.line.item)
    assert view.check.line is settled
    while view.check.line is not None:
        QTest.keyClick(who.window.focusWidget(), Qt.Key.Key_M)
    view.keep.click()
    said = {question.key: words for question, words in views.follow_up(desk, CARMEN, 6).questions}
    assert said["different"] == "I walk again"


def test_what_was_typed_is_not_left_out_unasked_and_nothing_stays_when_the_laptop_is_handed_over(handout):
    who, pages = handout
    view = who.page.pictures
    page = with_item(pages, "E1")
    hand_over(who, seen(page, written=("E1",)), seen(page, marks={("E5", "no"): SeenMark.FILLED}))
    view.check.words[0].edit.setPlainText("I walk again")
    who.messages.answers = [False]
    view.leave_out.click()
    assert view.lines is not None
    assert view.lines.words["E1"] == "I walk again"
    who.page.abandon()
    assert view.lines is None
    assert view.check.words == []
    assert not view.pile.waiting
