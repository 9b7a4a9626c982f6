"""A bar comes to rest, whatever the content does with the room that it takes."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mat_desktop.rehearsal.hands import press
from mat_desktop.screens.shared.scrolling import Steady
from mat_desktop.workshop.journey import Step

WIDE, HIGH = 400, 300
PATIENCE = 40
"""Qt itself would turn until the program ends; here the content gives in after so many turns, and is found out."""


class Restless(QWidget):
    """Asks for less height once it is narrow, as a head does whose button drops its word, and for more once wide."""

    def __init__(self) -> None:
        super().__init__()
        self.setLayout(_Follows())
        self.turns = 0

    def resizeEvent(self, _event) -> None:
        self.turns += 1

    def heightForWidth(self, _width: int) -> int:
        wide = self.width() >= WIDE and self.turns < PATIENCE
        return HIGH + 20 if wide else HIGH - 20


class _Follows(QHBoxLayout):
    def hasHeightForWidth(self) -> bool:
        return True

    def minimumSize(self) -> QSize:
        return QSize(10, 10)


@pytest.fixture
def area(qtbot):
    found = Steady()
    qtbot.addWidget(found)
    found.setWidgetResizable(True)
    found.setFrameShape(Steady.Shape.NoFrame)
    return found


def test_content_that_is_lower_beside_the_bar_than_without_it_leaves_the_bar_where_it_is(area):
    content = Restless()
    area.setWidget(content)
    area.resize(WIDE, HIGH)
    area.show()
    QTest.qWait(5)
    assert content.turns < PATIENCE
    assert area.verticalScrollBar().isVisible()
    before = content.turns
    area.resize(WIDE, HIGH * 2)
    QTest.qWait(5)
    assert not area.verticalScrollBar().isVisible(), "In a higher room nothing scrolls, and the bar goes."
    assert content.turns < before + PATIENCE


def test_in_a_real_window_at_the_largest_words_no_page_of_the_sample_turns_for_ever(at_own_sample):
    who = at_own_sample
    who.window.wardrobe.step_text(3)
    for height in (749, 745, 740):
        who.window.resize(1366, height)
        who.go_to(Step.SIX_MONTHS)
        press(who.place.header, "View: Check-in")
        who.settle()
        press(who.place.header, "View: Take in sheets")
    assert who.window.isVisible()
