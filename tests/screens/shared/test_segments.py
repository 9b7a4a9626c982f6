"""One of several answers that stand joined: what arrows, Enter, Space and Tab do, and what a screen reader is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from mat_desktop.screens.shared.buttons import Segment
from mat_desktop.screens.shared.parts import Segments
from tests.sure import sure

KEY = Qt.Key


class Asked:
    """A window with a field, three answers and a field."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.window = QWidget()
        self.came = Segments((("", "Not said"), ("here", "Here"), ("away", "Not here")), "Ana", self.kept.append)
        self.came.set("here")
        layout = QVBoxLayout(self.window)
        for part in (QLineEdit(), self.came, QLineEdit()):
            layout.addWidget(part)
        self.window.show()
        self.window.activateWindow()
        QTest.qWait(20)

    def strike(self, *keys: Qt.Key) -> None:
        """Keys to the window, as a hand strikes them."""
        for one in keys:
            QTest.keyClick(self.window.windowHandle(), one)

    def ringed(self) -> str:
        """What has the keyboard."""
        return sure(QApplication.focusWidget()).accessibleName()


@pytest.fixture
def asked(qtbot):
    found = Asked()
    qtbot.addWidget(found.window)
    found.came.button("here").setFocus()
    return found


def test_arrows_go_from_answer_to_answer_and_choose_nothing_on_the_way(asked):
    asked.strike(KEY.Key_Right)
    assert (asked.ringed(), asked.kept) == ("Ana: Not here", [])
    asked.strike(KEY.Key_Right, KEY.Key_Right)
    assert (asked.ringed(), asked.kept) == ("Ana: Not here", [])
    asked.strike(KEY.Key_Left, KEY.Key_Up, KEY.Key_Up)
    assert (asked.ringed(), asked.kept) == ("Ana: Not said", [])
    assert asked.came.button("here").isChecked()


@pytest.mark.parametrize("chooses", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_enter_and_space_choose_the_answer_with_the_ring(asked, chooses):
    asked.strike(KEY.Key_Right, chooses)
    assert asked.kept == ["away"]
    assert [one.text() for one in asked.came.findChildren(Segment) if one.isChecked()] == ["Not here"]


def test_tab_stops_once_for_all_of_them(asked):
    asked.strike(KEY.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    asked.strike(KEY.Key_Backtab)
    assert asked.ringed() == "Ana: Here"
    asked.strike(KEY.Key_Backtab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_screen_reader_is_told_radio_buttons_and_which_one_is_chosen(asked):
    told = {one.text(): sure(QAccessible.queryAccessibleInterface(one)) for one in asked.came.findChildren(Segment)}
    assert {one.role() for one in told.values()} == {QAccessible.Role.RadioButton}
    assert [said for said, one in told.items() if one.state().checked] == ["Here"]
    assert asked.came.accessibleName() == "Ana"


def test_no_word_of_an_answer_is_cut(asked):
    for one in asked.came.findChildren(Segment):
        assert one.width() >= one.fontMetrics().horizontalAdvance(one.text()) + 16
