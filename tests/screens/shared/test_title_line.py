"""The head of a page takes no line that it could spare."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton

from mat_desktop.screens.shared.title_line import TitleLine

TOOLS, NARROW = 4, 60


@pytest.fixture
def line(qtbot):
    """A title, a short note, four tools of the page, and the privacy screen."""
    tools = [QPushButton(f"A tool with words {number}") for number in range(TOOLS)]
    found = TitleLine(QLabel("Contact"), QLabel("9 of 9"), QPushButton("Privacy screen"), tools)
    qtbot.addWidget(found)
    found.show()
    return found, tools


def top(widget, line) -> int:
    return int(widget.mapTo(line, QPoint(0, widget.height() // 2)).y())


def test_the_last_tool_stands_beside_the_title_rather_than_alone_in_a_third_line(line):
    found, tools = line
    found.resize(sum(tool.sizeHint().width() + 12 for tool in tools) + NARROW, 200)
    assert top(found.privacy, found) == top(found.title, found)
    assert len({top(tool, found) for tool in tools}) == 1
    assert top(tools[0], found) > top(found.title, found)
    assert found.privacy.geometry().right() <= found.width()


def test_tools_that_fit_into_one_line_stay_together(line):
    found, tools = line
    found.resize(sum(tool.sizeHint().width() + 12 for tool in tools) + found.privacy.sizeHint().width() + 60, 200)
    assert len({top(tool, found) for tool in (*tools, found.privacy)}) == 1
