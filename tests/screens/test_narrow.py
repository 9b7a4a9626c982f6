"""Everything is in reach on a small laptop, with the names that people really have."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from mat_desktop.facilitation.door import closing
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.shown.strip import strip
from mat_desktop.rehearsal.hands import in_dialog, press, seen
from mat_desktop.screens.contact.strips import StripView, month_names
from mat_desktop.screens.frame.shell import AROUND, Shell, fitting
from mat_desktop.screens.pairing.chip import Chip
from mat_desktop.screens.shared.shortened import Shortened
from mat_desktop.workshop.journey import Step
from tests.people import WORKSHOP_DAY, include
from tests.screens.conftest import with_passphrase
from tests.sure import sure

LEFT = Qt.MouseButton.LeftButton

NAMES = (
    "Carla de la Fuente y Martínez-Bordiú",
    "Wolfgang-Amadeus von und zu Hohenstein",
    "Ana",
    "Ben",
    "Cleo",
    "Dov",
    "Aroha Te Whānau-ā-Apanui",
)
SIZES = [(1366, 768), (1280, 680)]


def long_names(desk):
    workshop = setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "UTC")
    for name in NAMES:
        include(desk, workshop, name)
    for first in (1, 3, 5):
        moves.put_together(desk, [first, first + 1])


def sideways(page: QWidget) -> list[str]:
    """What of the page lies outside the window, or of an area that scrolls without a bar to reach it by."""
    beyond = []
    for kind in (QAbstractButton, QLabel, QLineEdit):
        for widget in page.findChildren(kind):
            if not widget.isVisible():
                continue
            left = widget.mapTo(page, QPoint(0, 0)).x()
            if left < 0 or left + widget.width() > page.width():
                beyond.append(f"{type(widget).__name__} {widget.accessibleName()} {left}")
    for area in page.findChildren(QScrollArea):
        if area.isVisible() and sure(area.widget()).width() > area.viewport().width():
            assert area.horizontalScrollBar().isVisible()
            beyond.append("a page that scrolls sideways")
    return beyond


def click(widget: QWidget) -> None:
    """As a hand does: where the thing is, on the window."""
    top = widget.window()
    QTest.mouseClick(sure(top.windowHandle()), LEFT, pos=widget.mapTo(top, QPoint(12, widget.height() // 2)))


def at_the_door_list(facilitator, size) -> None:
    """Pairs with long names who all said yes, and the list by which they go home."""
    with_passphrase(facilitator, long_names)
    telling.confirm(facilitator.place.desk, 1)
    telling.all_said_yes(facilitator.place.desk, 1)
    consenting.signed(facilitator.place.desk, [row.id for row in consenting.answers(facilitator.place.desk, 1)])
    facilitator.place.show_again()
    facilitator.window.resize(*size)
    facilitator.go_to(Step.PARTICIPANTS)
    press(facilitator.place, "View: Door list")
    facilitator.settle()


def test_what_ends_the_day_stays_where_it_is_while_the_list_of_what_is_open_becomes_shorter(facilitator):
    at_the_door_list(facilitator, SIZES[0])
    ends = [
        seen(facilitator.page, QCheckBox, "Ballots and slips destroyed"),
        seen(facilitator.page, QPushButton, "Close the day"),
    ]
    before = [one.mapToGlobal(QPoint(0, 0)) for one in ends]
    high = facilitator.page.closing.missing.height()
    for name in NAMES[:6]:
        click(seen(facilitator.page, QCheckBox, f"{name}: numbers exchanged"))
        click(seen(facilitator.page, QCheckBox, f"{name}: papers in hand"))
    facilitator.settle()
    assert facilitator.page.closing.missing.height() < high
    assert [one.mapToGlobal(QPoint(0, 0)) for one in ends] == before


@pytest.mark.parametrize("size", SIZES)
def test_every_column_of_the_door_list_can_be_seen_and_ticked_with_long_names(facilitator, size):
    at_the_door_list(facilitator, size)
    assert sideways(facilitator.page) == []
    for ticked in (f"{NAMES[0]}: numbers exchanged", f"{NAMES[0]}: papers in hand"):
        click(seen(facilitator.page, QCheckBox, ticked))
    click(seen(facilitator.page, QCheckBox, "Ballots and slips destroyed"))
    found = closing.door_list(facilitator.place.desk, 1, "")
    line = next(line for line in found.lines if line.name == NAMES[0])
    assert (line.numbers_exchanged, line.papers_in_hand, found.ballots_destroyed) == (True, True, True)
    click(seen(facilitator.page, QPushButton, "Close the day"))
    assert facilitator.messages.said, "the click reached the button, and what is missing was said"


@pytest.mark.parametrize("size", SIZES)
def test_no_pair_of_the_board_is_cut_and_no_name_of_it_where_the_window_has_room(facilitator, size):
    with_passphrase(facilitator, long_names)
    facilitator.window.resize(*size)
    facilitator.go_to(Step.PAIRING)
    facilitator.settle()
    assert sideways(facilitator.page) == []
    for chip in facilitator.page.findChildren(Chip):
        assert chip.toolTip() != chip.text(), "shortened although there was room"


def test_a_name_gives_way_last_and_then_has_a_tool_tip(qtbot):
    name = Shortened(NAMES[0])
    qtbot.addWidget(name)
    name.resize(name.sizeHint())
    name.show()
    assert name.toolTip() == ""
    name.resize(80, 24)
    assert name.toolTip() == NAMES[0]


@pytest.mark.parametrize("room", [QSize(1366, 768), QSize(1280, 720), QSize(1093, 614), QSize(911, 512)])
def test_the_window_asks_for_no_more_than_the_screen_has_with_what_is_drawn_around_it(room):
    usual, smallest = fitting(room)
    for size in (usual + AROUND, smallest + AROUND):
        assert size.boundedTo(room) == size


def test_the_window_opens_maximised_the_first_time_and_then_as_it_was_left(qtbot, tmp_path):
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    first = Shell()
    qtbot.addWidget(first)
    first.open_up()
    assert first.isMaximized()
    first.showNormal()
    first.resize(700, 700)
    first.remember()
    again = Shell()
    qtbot.addWidget(again)
    again.open_up()
    assert not again.isMaximized()
    screen = again.screen().availableGeometry()
    assert screen.contains(again.frameGeometry())


def test_no_month_of_a_contact_strip_is_lost_and_none_runs_into_another(qapp):
    first = date(2026, 3, 16)
    found = strip(tuple(first + timedelta(days=n) for n in range(182)), {}, first)
    places = month_names(found)
    assert [name for _, _, name in places] == ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]
    for (_, right, _), (left, _, _) in pairwise(places):
        assert right < left
    view = StripView(found, "")
    assert places[-1][1] <= view.width()


def test_a_day_in_words_is_read_whole_in_the_dialog_of_what_happened(at_own_sample):
    at_own_sample.go_to(Step.CONTACT)

    def look(dialog) -> None:
        line = seen(dialog, QLineEdit, "Day it happened")
        line.setText("30 September 2026")
        inside = line.width() - 2 * 13  # its border and padding
        assert line.fontMetrics().horizontalAdvance(line.text()) <= inside

    in_dialog(lambda: press(at_own_sample.place, "Something has happened"), look)
