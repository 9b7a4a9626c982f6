"""The pile on the table, in the real window: pictures in, questions answered by one key each, days in the library."""

from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mat_desktop.app.system import Press
from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import log, sheet
from mat_desktop.facilitation.printer import DAY, Style
from mat_desktop.facilitation.sheets import answer_places, orders
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.workshop.contact.days import Mark, Source
from mat_desktop.workshop.sheets import SheetKind
from tests.eye.camera import TROUBLES, photographed
from tests.eye.hands import Hand, write_mark
from tests.eye.printing import box_of, paper
from tests.screens.test_contact import CARMEN, contact  # noqa: F401  a fixture

HAND = Hand(pen=0.5, dark=0.9, size=4.2, slant=0.1, loose=0.04)
KEYS = {
    Mark.TALKED: Qt.Key.Key_T,
    Mark.MESSAGE: Qt.Key.Key_M,
    Mark.NO_CALL: Qt.Key.Key_Minus,
    Mark.EXCUSED: Qt.Key.Key_E,
}


def printed_log(desk, person):
    order = Order(workshop_id=1, kinds=(SheetKind.CALL_LOG,), people=(person,))
    found = orders.print_out(desk, order)
    answer_places.keep_printed(desk, Press(), 1, found, Style())
    code = found[0].head.code
    (page,) = [page for page in answer_places.kept_pages(desk, 1) if page.code == code]
    return page


def written_log(printed, seed=5):
    """The page with marks on it, and what was meant on each day; the last weeks are empty."""
    chance, page, meant = np.random.default_rng(seed), paper(printed), {}
    for place in printed.places:
        if place.value != DAY or date.fromisoformat(place.item) > date(2026, 8, 30):
            continue
        mark = str(chance.choice([str(m) for m in Mark], p=[0.7, 0.08, 0.16, 0.06]))
        write_mark(page, box_of(place), mark, HAND, chance)
        meant[date.fromisoformat(place.item)] = Mark(mark)
    return page, meant


TAKEN: dict[str, tuple[bytes, dict[date, Mark]]] = {}


def photograph(printed):
    """The filled page as a phone sees it, made once for all tests: their libraries are copies of one."""
    if str(printed) not in TAKEN:
        page, meant = written_log(printed)
        TAKEN[str(printed)] = photographed(page, TROUBLES["bent"], np.random.default_rng(2)).jpeg(), meant
    return TAKEN[str(printed)]


@pytest.fixture
def pile(contact, tmp_path):  # noqa: F811
    """A photograph of Carmen's log in a folder, and what she meant."""
    data, meant = photograph(printed_log(contact.place.desk, CARMEN))
    (tmp_path / "pile").mkdir()
    picture = tmp_path / "pile" / "IMG_0001.jpg"
    picture.write_bytes(data)
    contact.page.take_in.pictures.click()
    return contact, picture, meant


def read(who, *paths):
    who.messages.paths = list(paths)
    who.page.pictures.sources.choose.click()
    until_read(who)


def until_read(who):
    for _ in range(3000):
        QTest.qWait(20)
        if not who.page.pictures.strip.busy:
            return
    raise AssertionError("The pictures were never read.")


def answer_all(who, meant):
    """One key for each question; how many there were."""
    asking, count = who.page.pictures.asking, 0
    while asking.box is not None:
        QTest.keyClick(who.window.focusWidget(), KEYS.get(meant.get(asking.box.day), Qt.Key.Key_0))
        count += 1
        assert count < 200
    return count


def test_a_photographed_log_is_in_the_library_after_a_key_for_each_doubtful_box(pile):
    who, picture, meant = pile
    read(who, picture)
    view = who.page.pictures
    assert view.whose.text().startswith("Carmen")
    assert not view.keep.isEnabled()
    keys = answer_all(who, meant)
    assert keys <= 0.25 * len(view.answers.read.days)
    view.keep.click()
    grid = sheet.log_grid(who.place.desk, who.carmen, CARMEN)
    assert grid.marks == meant
    assert {grid.details[day].source for day in meant} == {Source.PHOTO}
    assert "Of 3 checked boxes, 0 wrong" in view.trial.words.text()
    history.undo(who.place.desk)
    assert sheet.log_grid(who.place.desk, who.carmen, CARMEN).marks == {}


def test_a_control_that_was_read_otherwise_counts_as_wrong_and_the_answer_holds(pile):
    who, picture, meant = pile
    read(who, picture)
    view = who.page.pictures
    control = next(box for box in view.answers.read.days if box.control and box.mark is not Mark.EXCUSED)
    view.asking.ask_again(control)
    asked = view.asking.box
    for held in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier):
        QTest.keyClick(who.window.focusWidget(), Qt.Key.Key_N, held)
    assert view.asking.box is asked, "a letter with Alt is a command and answers no box"
    QTest.keyClick(who.window.focusWidget(), Qt.Key.Key_E)
    answer_all(who, meant)
    view.keep.click()
    grid = sheet.log_grid(who.place.desk, who.carmen, CARMEN)
    assert grid.marks[control.day] is Mark.EXCUSED
    assert "Of 3 checked boxes, 1 wrong" in view.trial.words.text()


def test_what_was_typed_before_is_asked_and_never_overwritten_unasked(pile):
    who, picture, meant = pile
    day = next(day for day, mark in meant.items() if mark is Mark.TALKED)
    log.mark(who.place.desk, who.carmen, CARMEN, day, Mark.EXCUSED)
    read(who, picture)
    view = who.page.pictures
    box = next(box for box in view.answers.read.days if box.day == day)
    assert box.why
    assert day not in view.answers.marks()
    answer_all(who, {**meant, day: Mark.EXCUSED})
    view.keep.click()
    grid = sheet.log_grid(who.place.desk, who.carmen, CARMEN)
    assert grid.marks[day] is Mark.EXCUSED
    assert grid.details[day].source is Source.SHEET


def test_the_very_same_picture_is_refused_a_second_time(pile):
    who, picture, meant = pile
    read(who, picture)
    view = who.page.pictures
    answer_all(who, meant)
    view.keep.click()
    read(who, picture)
    assert "was read on 20 September already" in view.said.text()
    assert not view.keep.isVisible()
    view.leave_out.click()
    assert "already" not in view.said.text()


def test_a_picture_of_something_else_is_refused_in_words_and_the_next_one_is_read(pile, tmp_path):
    who, picture, _ = pile
    other = tmp_path / "pile" / "AAA.jpg"
    other.write_bytes(picture.read_bytes()[:4000])
    who.messages.paths = [picture.parent]
    who.page.pictures.sources.folder.click()
    until_read(who)
    view = who.page.pictures
    assert "AAA.jpg" in view.said.text()
    assert view.answers is None
    view.leave_out.click()
    assert view.answers is not None
    assert view.whose.text().startswith("Carmen")


def test_nothing_of_a_picture_stays_when_the_laptop_is_handed_over(pile):
    who, picture, _ = pile
    read(who, picture)
    who.page.abandon()
    assert who.page.pictures.answers is None
    assert not who.page.pictures.pile.waiting
