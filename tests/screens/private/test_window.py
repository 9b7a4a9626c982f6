"""What the hands of a participant do, and what they cannot do by mistake."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mat_desktop.rehearsal.hands import press, seen
from mat_desktop.screens.private.answers import AnswerButton
from mat_desktop.screens.private.digits import NO_NUMBER, NUM_LOCK, SHIFT_FIRST
from tests.screens.test_private import at_the_table, hand_over, words_on
from tests.sure import sure

__all__ = ["at_the_table"]
NO, PAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


def key(window: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
    QTest.keyClick(sure(window.windowHandle()), which, held)
    QTest.qWait(1)


def letter(window: QWidget, words: str, which: Qt.Key = Qt.Key.Key_unknown, held: Qt.KeyboardModifier = NO) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(sure(window.windowHandle()), QKeyEvent(kind, which, held, words))
    QTest.qWait(1)


def by_input_method(window: QWidget, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(window, event)


def click(widget: QWidget) -> None:
    spot = widget.mapTo(widget.window(), widget.rect().center())
    QTest.mouseClick(sure(widget.window().windowHandle()), Qt.MouseButton.LeftButton, NO, spot)
    QTest.qWait(1)


def answers(window: QWidget) -> list[AnswerButton]:
    return [one for one in window.findChildren(AnswerButton) if one.isVisible()]


@pytest.fixture
def phq_4(at_the_table):
    return hand_over(at_the_table, "PHQ-4")


@pytest.fixture
def rulers(at_the_table):
    return hand_over(at_the_table, "Rulers")


def test_esc_does_nothing_at_all(phq_4):
    before = words_on(phq_4)
    key(phq_4, Qt.Key.Key_Escape)
    assert words_on(phq_4) == before
    phq_4.close()
    key(phq_4, Qt.Key.Key_Escape)
    assert words_on(phq_4) == "Stop here? What you answered is kept."


@pytest.mark.parametrize("way", ["button", "cross"])
def test_stopping_is_asked_once_in_place_and_going_on_is_the_filled_answer(phq_4, way):
    key(phq_4, Qt.Key.Key_2)
    before = words_on(phq_4)
    for _ in range(2 if way == "cross" else 1):
        if way == "cross":
            QApplication.sendEvent(sure(phq_4.windowHandle()), QCloseEvent())
        else:
            click(seen(phq_4, QPushButton, "I would like to stop"))
    assert words_on(phq_4) == "Stop here? What you answered is kept."
    assert seen(phq_4, QPushButton, "Go on").property("kind") == "primary"
    key(phq_4, Qt.Key.Key_1)
    key(phq_4, Qt.Key.Key_Return)
    assert words_on(phq_4) == before
    click(seen(phq_4, QPushButton, "I would like to stop"))
    click(seen(phq_4, QPushButton, "Stop"))
    assert "Please hand the computer back." in words_on(phq_4)


def test_the_question_stays_hidden_when_somebody_goes_on_who_was_asked_behind_the_hidden_page(phq_4):
    key(phq_4, Qt.Key.Key_F9)
    assert words_on(phq_4) == "Take your time. Nothing is lost."
    phq_4.close()
    key(phq_4, Qt.Key.Key_F9)
    press(phq_4, "Go on")
    assert words_on(phq_4) == "Take your time. Nothing is lost."
    key(phq_4, Qt.Key.Key_F9)
    assert "Question 1 of 4" in words_on(phq_4)


@pytest.mark.parametrize("digit", ["2", "٢", "۲", "२", "２", "২"])
def test_a_digit_of_any_script_answers(phq_4, digit):
    letter(phq_4, digit)
    assert "Question 2 of 4" in words_on(phq_4)
    assert phq_4._talk.questions()[0].answer.value == 2
    by_input_method(phq_4, digit)
    assert phq_4._talk.questions()[1].answer.value == 2


def test_the_number_keys_on_the_right_answer_or_say_that_they_are_switched_off(phq_4):
    letter(phq_4, "3", Qt.Key.Key_3, PAD)
    assert phq_4._talk.questions()[0].answer.value == 3
    key(phq_4, Qt.Key.Key_Left, PAD)
    assert "Question 2 of 4" in words_on(phq_4)
    assert NUM_LOCK in words_on(phq_4)


@pytest.mark.parametrize(("typed", "key_of_row", "value"), [("&", 1, 1), ("é", 2, 2), ('"', 3, 3), ("à", 10, 0)])
def test_a_number_key_of_a_french_keyboard_answers_without_shift(phq_4, typed, key_of_row, value):
    places_before_the_row = 9
    scan = key_of_row + places_before_the_row
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_unknown, NO, scan, 0, 0, typed)
    QApplication.sendEvent(sure(phq_4.windowHandle()), event)
    QTest.qWait(1)
    assert sure(phq_4._talk.questions()[0].answer).value == value


def test_the_same_sign_on_another_key_answers_nothing(phq_4):
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Minus, NO, 20, 0, 0, "-")
    QApplication.sendEvent(sure(phq_4.windowHandle()), event)
    QTest.qWait(1)
    assert phq_4._talk.questions()[0].answer is None
    assert NO_NUMBER in words_on(phq_4)


@pytest.mark.parametrize("typed", ["&", "é"])
def test_where_nobody_tells_which_key_it_was_a_french_row_asks_for_shift(phq_4, typed):
    letter(phq_4, typed)
    assert "Question 1 of 4" in words_on(phq_4)
    assert SHIFT_FIRST in words_on(phq_4)


@pytest.mark.parametrize("typed", ["q", "²"])
def test_a_key_that_is_no_number_answers_nothing_and_says_so(phq_4, typed):
    letter(phq_4, typed)
    assert "Question 1 of 4" in words_on(phq_4)
    assert NO_NUMBER in words_on(phq_4)
    assert phq_4._talk.questions()[0].answer is None


def test_the_first_of_two_digits_waits_as_long_as_it_takes(rulers):
    letter(rulers, "1")
    QTest.qWait(1800)
    assert "Question 1 of 5" in words_on(rulers)
    assert "You typed 1." in words_on(rulers)
    letter(rulers, "0")
    assert rulers._talk.questions()[0].answer.value == 10
    letter(rulers, "1")
    click(seen(rulers, QPushButton, "Next"))
    assert rulers._talk.questions()[1].answer.value == 1
    letter(rulers, "1")
    letter(rulers, "5")
    assert "The answers go from 0 to 10." in words_on(rulers)
    assert rulers._talk.questions()[2].answer is None
    assert not seen(rulers, QPushButton, "Next").isEnabled()


def test_enter_never_chooses_an_answer(phq_4):
    answers(phq_4)[2].setFocus()
    key(phq_4, Qt.Key.Key_Return)
    key(phq_4, Qt.Key.Key_Enter, PAD)
    assert "Question 1 of 4" in words_on(phq_4)
    assert phq_4._talk.questions()[0].answer is None


@pytest.mark.parametrize("arrow", ["Key_Left", "Key_Right", "Key_Up", "Key_Down"])
def test_an_arrow_on_a_chosen_answer_chooses_no_other(phq_4, arrow):
    key(phq_4, Qt.Key.Key_2)
    key(phq_4, Qt.Key.Key_Backspace)
    chosen = next(one for one in answers(phq_4) if one.isChecked())
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    key(phq_4, getattr(Qt.Key, arrow))
    assert "Question 1 of 4" in words_on(phq_4)
    assert [one.value for one in answers(phq_4) if one.isChecked()] == [chosen.value]


def test_a_held_key_and_a_double_click_answer_one_question(phq_4):
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_1, NO, "1", True, 1)
    letter(phq_4, "1", Qt.Key.Key_1)
    QApplication.sendEvent(sure(phq_4.windowHandle()), held)
    assert "Question 2 of 4" in words_on(phq_4)
    spot = answers(phq_4)[1].mapTo(phq_4, QPoint(40, 40))
    QTest.mouseDClick(sure(phq_4.windowHandle()), Qt.MouseButton.LeftButton, NO, spot)
    assert "Question 3 of 4" in words_on(phq_4)


def test_a_chosen_answer_keeps_the_printed_number_in_sight(phq_4):
    key(phq_4, Qt.Key.Key_2)
    key(phq_4, Qt.Key.Key_Backspace)
    chosen = next(one for one in answers(phq_4) if one.isChecked())
    with_number = chosen.grab().toImage()
    chosen.value = 8
    assert chosen.grab().toImage() != with_number


def test_the_questions_open_on_the_screen_where_her_window_was(at_the_table):
    hers = at_the_table.window.screen().geometry()
    assert hand_over(at_the_table, "PHQ-4").screen().geometry() == hers


def test_the_pin_is_typed_after_the_last_answer_and_the_question_comes_back_by_enter_without_the_mouse(phq_4):
    key(phq_4, Qt.Key.Key_F9)
    assert sure(phq_4.focusWidget()).text() == "Show the question again"
    key(phq_4, Qt.Key.Key_Return)
    for _ in range(4):
        key(phq_4, Qt.Key.Key_0)
    assert "Please hand the computer back." in words_on(phq_4)
    for digit in "11":
        key(phq_4, Qt.Key(ord(digit)))
    assert phq_4.unlock.edit.text() == "11"
