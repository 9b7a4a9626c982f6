"""The pile on the table, in the real window: pictures in, questions answered by one key each, days in the library."""

from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mat_desktop.app.system import Press
from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import sheet
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


@pytest.fixture
def pile(contact, tmp_path):  # noqa: F811
    """A photograph of Carmen's log in a folder, and what she meant."""
    page, meant = written_log(printed_log(contact.place.desk, CARMEN))
    (tmp_path / "pile").mkdir()
    picture = tmp_path / "pile" / "IMG_0001.jpg"
    picture.write_bytes(photographed(page, TROUBLES["bent"], np.random.default_rng(2)).jpeg())
    contact.page.take_in.pictures.click()
    return contact, picture, meant


def read(who, *paths):
    who.messages.paths = list(paths)
    who.page.pictures.choose.click()
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
    assert "Of 3 checked boxes, 0 wrong" in view.figures.text()
    history.undo(who.place.desk)
    assert sheet.log_grid(who.place.desk, who.carmen, CARMEN).marks == {}
