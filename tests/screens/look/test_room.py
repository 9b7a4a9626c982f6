"""With the largest words in an ordinary window there is room for what a person is at."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from mat_desktop.facilitation.library.settings import Settings, TextSize
from mat_desktop.screens.screening.page import ScreeningPage
from mat_desktop.screens.shared.question_row import QuestionRow
from mat_desktop.workshop.journey import Step
from tests.sure import sure_of

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
