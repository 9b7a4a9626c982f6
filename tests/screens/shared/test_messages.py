"""Questions each of whose answers does something: Esc and the cross do none of them."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mat_desktop.screens.shared.band import Strip
from mat_desktop.screens.shared.bench import Look
from mat_desktop.screens.shared.messages import REST_MS, WindowMessages
from tests.sure import sure


@pytest.fixture
def messages(qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return WindowMessages(window, Strip())


def picked(messages: WindowMessages, hand, *, unasked: bool = False) -> int | None:
    def act() -> None:
        dialog = sure(QApplication.activeModalWidget())
        QTest.qWait(10)
        hand(dialog)

    QTimer.singleShot(50, act)
    found: int | None = messages.pick("Save with names?", ("Without names", "With names"), unasked=unasked)
    return found


def key(which: Qt.Key):
    return lambda dialog: QTest.keyClick(sure(dialog.windowHandle()), which)


def click(name: str):
    def act(dialog: QWidget) -> None:
        found = next(b for b in dialog.findChildren(QPushButton) if b.text() == name)
        spot = found.mapTo(dialog, found.rect().center())
        QTest.mouseClick(sure(dialog.windowHandle()), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    return act


def test_esc_the_cross_and_leave_answer_nothing(messages):
    assert picked(messages, key(Qt.Key.Key_Escape)) is None
    assert picked(messages, lambda dialog: QApplication.sendEvent(sure(dialog.windowHandle()), QCloseEvent())) is None
    assert picked(messages, click("Leave")) is None


def test_enter_gives_the_filled_answer_and_a_click_the_one_that_was_clicked(messages):
    assert picked(messages, key(Qt.Key.Key_Return)) == 0
    assert picked(messages, click("Without names")) == 0
    assert picked(messages, click("With names")) == 1


def test_a_question_that_comes_over_somebody_who_is_typing_is_answered_by_none_of_these_keys(messages):
    answered: list[int] = []

    def types_on_and_then_reads(dialog: QWidget) -> None:
        dialog.finished.connect(answered.append)  # type: ignore[attr-defined]  # a QDialog
        for which in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Enter):
            key(which)(dialog)
        QTest.qWait(REST_MS // 2)
        key(Qt.Key.Key_Space)(dialog)
        QTest.qWait(REST_MS * 3 // 4)
        key(Qt.Key.Key_Return)(dialog)
        assert not answered, "each key begins the rest anew"
        QTest.qWait(REST_MS + 100)
        key(Qt.Key.Key_Space)(dialog)

    assert picked(messages, types_on_and_then_reads, unasked=True) == 0
    assert picked(messages, key(Qt.Key.Key_Escape), unasked=True) is None
    assert picked(messages, click("With names"), unasked=True) == 1


def test_what_was_done_is_not_read_in_the_colour_of_the_fault_before_it(qapp, qtbot):
    from mat_desktop.screens.look.dress import clothe, dress

    dress(qapp)
    window = QWidget()
    clothe(window)
    qtbot.addWidget(window)
    strip = Strip()
    strip.setParent(window)
    window.show()
    colours = []
    for look in (Look.NOTE, Look.FAULT, Look.NOTE):
        strip.say("The copy is made.", look)
        colours.append(strip.sentence.palette().color(strip.sentence.foregroundRole()).name())
    assert colours[1] != colours[0], "a fault has a colour of its own"
    assert colours[2] == colours[0]
