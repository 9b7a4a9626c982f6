"""A second screen is unplugged while the program stood on it: everything comes back whole, and in reach."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mat_desktop.screens.frame.screen_gone import SETTLES_MS
from mat_desktop.screens.shared.dialog import Dialog
from tests.screens.test_private import at_the_table, hand_over, words_on
from tests.sure import sure

__all__ = ["at_the_table"]
BESIDE = QPoint(5000, 300)
"""Where the second screen was."""


@pytest.fixture
def at_work(facilitator):
    """The program as it was started, in an ordinary window."""
    facilitator.open()
    facilitator.window.showNormal()
    return facilitator


def unplug() -> None:
    """The system says that a screen went, and leaves all windows where they were."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.screenRemoved.emit(QGuiApplication.primaryScreen())
    QTest.qWait(SETTLES_MS + 100)


def whole_on_the_screen_that_is_left(window: QWidget) -> bool:
    return QGuiApplication.primaryScreen().availableGeometry().contains(window.frameGeometry())


def test_the_window_comes_back_whole_from_a_screen_that_was_unplugged(at_work):
    at_work.window.move(BESIDE)
    unplug()
    assert whole_on_the_screen_that_is_left(at_work.window)


def test_a_window_larger_than_the_screen_that_is_left_becomes_as_large_as_that(at_work):
    at_work.window.setGeometry(BESIDE.x(), BESIDE.y(), 3000, 2000)
    unplug()
    assert whole_on_the_screen_that_is_left(at_work.window)
    assert at_work.window.size().width() > 500


def test_a_dialog_and_the_one_that_it_opened_come_back_with_what_was_typed(at_work):
    outer = Dialog(at_work.window, "Asked")
    outer.open()
    inner = Dialog(outer, "Asked once more")
    inner.open()
    for window in (at_work.window, outer, inner):
        window.move(BESIDE)
    unplug()
    assert [whole_on_the_screen_that_is_left(one) for one in (at_work.window, outer, inner)] == [True] * 3
    assert outer.isVisible()
    assert inner.isVisible()
    inner.reject()
    outer.reject()


def test_a_window_that_stands_where_a_screen_is_stays_where_it_is(at_work):
    at_work.window.setGeometry(10, 30, 600, 500)
    before = at_work.window.geometry()
    unplug()
    assert at_work.window.geometry() == before


def test_the_questions_of_a_participant_come_back_whole_with_the_question_they_were_at(at_the_table):
    questions = hand_over(at_the_table, "PHQ-4")
    before = words_on(questions)
    questions.move(BESIDE)
    unplug()
    assert whole_on_the_screen_that_is_left(questions)
    assert words_on(questions) == before


def test_what_filled_the_screen_that_is_gone_fills_the_one_that_is_left(at_the_table):
    questions = hand_over(at_the_table, "PHQ-4")
    questions.showFullScreen()
    QTest.qWait(20)
    sure(questions.windowHandle()).setGeometry(QRect(BESIDE, QSize(3840, 2160)))
    QTest.qWait(20)
    assert questions.isFullScreen()
    unplug()
    assert questions.isFullScreen()
    assert questions.geometry() == QGuiApplication.primaryScreen().geometry()
