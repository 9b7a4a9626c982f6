"""With the largest words in an ordinary window there is room for what a person is at."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QTableWidget

from mat_desktop.facilitation.library.settings import Settings, TextSize
from mat_desktop.rehearsal.hands import press
from mat_desktop.screens.screening.page import ScreeningPage
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.screens.shared.ring import FocusRing
from mat_desktop.workshop.journey import Step
from tests.sure import sure, sure_of

LAPTOP = 1366, 768


def test_with_larger_words_the_rail_leaves_the_page_its_room_at_once_and_takes_it_back_with_smaller_ones(at_own_sample):
    rail = at_own_sample.place.rail
    wide = rail.width()
    at_own_sample.window.resize(*LAPTOP)
    for text, names in ((TextSize.LARGEST, False), (TextSize.USUAL, True)):
        at_own_sample.window.wardrobe.change(Settings(text=text))
        QTest.qWait(20)
        assert bool(rail.today.text()) is names
        assert (rail.width() == wide) is names


def test_a_question_is_seen_whole_with_its_answers(at_own_sample):
    at_own_sample.go_to(Step.SCREENING)
    at_own_sample.window.resize(*LAPTOP)
    at_own_sample.window.wardrobe.change(Settings(text=TextSize.LARGEST))
    QTest.qWait(50)
    form = sure_of(ScreeningPage, at_own_sample.page).talk.form
    area = next(one for one in at_own_sample.page.findChildren(QScrollArea) if one.isAncestorOf(form))
    highest = max(row.height() for row in form.findChildren(QuestionRow))
    assert area.viewport().height() >= highest


def test_a_table_that_has_the_keyboard_has_the_ring(at_own_sample):
    at_own_sample.go_to(Step.OUTCOMES)
    at_own_sample.window.activateWindow()
    press(at_own_sample.page.window(), "View: Table")
    table = sure(at_own_sample.page.findChild(QTableWidget))
    table.setCurrentCell(0, 0)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(20)
    rings = [one for one in at_own_sample.window.findChildren(FocusRing) if one.isVisible()]
    assert [one.geometry().contains(table.mapTo(one.parentWidget(), table.rect().center())) for one in rings] == [True]
