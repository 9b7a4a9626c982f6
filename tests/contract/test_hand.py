"""The hand itself: it reaches what a hand reaches, and finds out a cover that only looks like one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mat_desktop.rehearsal.hands import LEFT
from tests.contract.aloud import read_aloud
from tests.contract.hand import Hand, to_the_front


class Desk(QWidget):
    """A window with a button and a line."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0
        self.button, self.line = QPushButton("Remove Ana"), QLineEdit()
        self.line.setAccessibleName("Name of Ana")
        layout = QVBoxLayout(self)
        layout.addWidget(self.button)
        layout.addWidget(self.line)
        self.button.clicked.connect(self.press)
        self.resize(300, 200)

    def press(self) -> None:
        """Count."""
        self.pressed += 1


@pytest.fixture
def desk(qtbot):
    found = Desk()
    qtbot.addWidget(found)
    found.show()
    to_the_front(found)
    return found


@pytest.fixture
def hand(desk):
    return Hand(lambda: desk)


def covered(desk: Desk) -> QWidget:
    """A cover as one would make it: a blank page that lies over the others."""
    found = QWidget(desk)
    found.setAutoFillBackground(True)
    found.setGeometry(desk.rect())
    found.show()
    found.raise_()
    return found


def test_a_hand_presses_what_lies_under_it(desk, hand):
    hand.click(desk.button)
    assert desk.pressed == 1


def test_a_click_that_is_sent_to_the_button_passes_through_a_cover_and_a_hand_does_not(desk, hand):
    covered(desk)
    QTest.mouseClick(desk.button, LEFT)
    assert desk.pressed == 1, "sent to the widget, a click proves nothing about covers"
    hand.click_at(desk, desk.button.geometry().center())
    assert desk.pressed == 1


def test_a_cover_that_only_looks_like_one_is_found_out_by_keys_and_by_what_is_read_aloud(desk, hand):
    desk.line.setFocus()
    covered(desk)
    hand.key(Qt.Key.Key_X)
    assert desk.line.text() == "x"
    assert any("Ana" in words for words in read_aloud())


def test_behind_a_dialog_a_hand_reaches_nothing(desk, hand):
    dialog = QDialog(desk)
    dialog.setModal(True)
    dialog.open()
    QTest.mouseClick(desk.button, LEFT)
    assert desk.pressed == 1
    hand.click_at(desk, desk.button.mapTo(desk, QPoint(20, 10)))
    assert desk.pressed == 1
    dialog.reject()


def test_what_opens_under_the_hand_is_noted_and_left_and_the_keyboard_comes_back(desk, hand):
    desk.button.clicked.connect(lambda: QDialog(desk).exec())
    hand.click(desk.button)
    assert hand.opened == ["QDialog"]
    desk.line.setFocus()
    hand.key(Qt.Key.Key_A)
    assert desk.line.text() == "a"
