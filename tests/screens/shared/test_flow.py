"""Parts that stand in lines as words of a text do."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from mat_desktop.screens.shared.columns import Columns
from mat_desktop.screens.shared.flow import FlowLayout
from mat_desktop.screens.shared.joined import JoinedLayout
from mat_desktop.screens.shared.parts import boxed


class Counted(QPushButton):
    """A button that counts how often it is asked what it likes to have."""

    def __init__(self, words):
        super().__init__(words)
        self.asked = 0

    def sizeHint(self) -> QSize:
        self.asked += 1
        return super().sizeHint()


@pytest.fixture(params=[FlowLayout, JoinedLayout, Columns])
def line(request, qtbot):
    """Three buttons in a line that is seen, and what holds them."""
    buttons = [Counted(words) for words in ("Yes", "No", "Not yet")]
    box = boxed(request.param(*buttons, gap=8))
    qtbot.addWidget(box)
    box.resize(900, 100)
    box.show()
    qtbot.wait(1)
    return box, buttons


def test_a_line_asks_its_parts_once_however_many_widths_a_page_tries(line):
    box, buttons = line
    box.layout().invalidate()
    box.layout().heightForWidth(50)
    asked = [button.asked for button in buttons]
    for width in range(100, 900, 10):
        box.layout().heightForWidth(width)
    assert [button.asked for button in buttons] == asked


def test_words_that_become_longer_are_seen_whole_at_once(line, qtbot):
    box, (first, *_) = line
    first.setText("Yes, and I have said so to my partner already, on the telephone")
    qtbot.wait(1)
    assert first.width() >= first.sizeHint().width()


def test_what_goes_leaves_its_room_to_the_others(line, qtbot):
    box, (first, second, _third) = line
    first.hide()
    qtbot.wait(1)
    assert second.x() == 0
