"""Rows under the hand and eye: a tick is pressed anywhere, names are whole where there is room, numbers have air."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mat_desktop.screens.look.dress import clothe, load_fonts
from mat_desktop.screens.shared.buttons import TickBox
from mat_desktop.screens.shared.page_zones import PageZones
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.screens.shared.people_rows import PersonEntry, whole
from mat_desktop.screens.shared.still import StillSpin
from tests.sure import sure

PLAIN, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot):
    load_fonts()
    found = QWidget()
    qtbot.addWidget(found)
    clothe(found)
    found.resize(1000, 600)
    return found


def test_a_tick_is_set_by_a_click_at_the_far_end_of_its_row(window):
    tick = TickBox("Papers")
    QVBoxLayout(window).addWidget(tick)
    window.show()
    QTest.qWait(5)
    end = tick.mapTo(window, QPoint(tick.width() - 6, tick.height() // 2))
    QTest.mouseClick(sure(window.windowHandle()), LEFT, PLAIN, end)
    assert tick.isChecked()


def test_a_list_is_as_wide_as_its_names_where_there_is_room_and_as_narrow_as_told_where_there_is_none(window):
    people = PeopleList("Partnerships", lambda _key: None, 240, find=False)
    entry = PersonEntry(1, "Carmen and Farid and Ines", "signed")
    people.show_entries([entry], 1)
    work = QWidget()
    work.setMinimumWidth(100)
    QHBoxLayout(window).addWidget(PageZones((people, 0), (work, 1)))
    window.show()
    QTest.qWait(5)
    assert people.width() > 240
    assert whole(entry, people.view.viewport().width())
    people.show_entries([PersonEntry(1, "Carmen " * 40, "signed")], 1)
    QTest.qWait(5)
    assert people.width() <= 240 * 1.5
    work.setMinimumWidth(window.width() - 280)
    QTest.qWait(5)
    assert people.width() < 260
    assert work.width() >= work.minimumWidth()


def test_a_number_stands_away_from_the_border_of_its_box(window):
    minutes = StillSpin()
    QVBoxLayout(window).addWidget(minutes)
    window.show()
    assert minutes.lineEdit().textMargins().left() >= 8
