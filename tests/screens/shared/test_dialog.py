"""What every dialog does for the hand and the eye: the keyboard is never nowhere, and no button is off the screen."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from mat_desktop.rehearsal.hands import press, seen
from mat_desktop.screens.look.standing_on import screen_of
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.laying_out import lay_out
from mat_desktop.screens.shared.parts import button, column, emptied
from tests.contract.hand import to_the_front

TITLE_OF_THE_SYSTEM = 40


class MadeAnew(Dialog):
    """Everything in it is made anew by each press, as in a safety card that is opened."""

    def __init__(self, window: QWidget | None) -> None:
        super().__init__(window, "Made anew")
        self.rows = column()
        QVBoxLayout(self).addLayout(self.rows)
        self.show_rows("Open", "Look", "Leave")

    def show_rows(self, *names: str) -> None:
        emptied(self.rows)
        for name in names:
            self.rows.addWidget(button(name, lambda: self.show_rows("Note it", "Look", "Leave it open")))


@pytest.fixture
def dialog(qtbot):
    found = MadeAnew(None)
    qtbot.addWidget(found)
    found.show()
    to_the_front(found)
    return found


def the_keyboard() -> str:
    QTest.qWait(10)
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else "nowhere"


@pytest.mark.parametrize(("pressed", "now"), [("Open", "Note it"), ("Look", "Look"), ("Leave", "Leave it open")])
def test_the_keyboard_stays_in_a_dialog_that_makes_anew_what_the_hand_pressed(dialog, pressed, now):
    seen(dialog, Button, pressed).setFocus()
    press(dialog, pressed)
    assert the_keyboard() == now


def test_a_dialog_that_is_closed_by_what_it_makes_anew_takes_the_keyboard_from_nobody(dialog, qtbot):
    other = QWidget()
    qtbot.addWidget(other)
    line = Button("Elsewhere")
    QVBoxLayout(other).addWidget(line)
    seen(dialog, Button, "Open").setFocus()
    dialog.show_rows("There")
    other.show()
    to_the_front(other)
    line.setFocus()
    assert the_keyboard() == line.accessibleName()


def test_a_dialog_with_more_than_the_screen_has_room_for_leaves_room_for_its_title(qtbot):
    found = Dialog(None, "High")
    qtbot.addWidget(found)
    layout = QVBoxLayout(found)
    for number in range(80):
        layout.addWidget(QLabel(f"Line {number}"))
    leave = button("Leave", found.leave, "primary")
    layout.addWidget(leave)
    found.show()
    room = screen_of(found).availableSize().height()
    assert found.height() <= room - TITLE_OF_THE_SYSTEM
    assert leave.visibleRegion().boundingRect() == leave.rect()


def test_a_dialog_that_grows_stays_above_the_lower_edge_of_the_screen(qtbot):
    found = Dialog(None, "Growing")
    qtbot.addWidget(found)
    layout = QVBoxLayout(found)
    layout.addWidget(button("Leave", found.leave, "primary"))
    found.show()
    bottom = screen_of(found).availableGeometry().bottom()
    found.move(found.x(), bottom - found.height())
    before = found.height()
    for number in range(20):
        layout.insertWidget(0, QLabel(f"Line {number}"))
    lay_out(found)
    found.fit_anew()
    assert found.height() > before
    assert found.frameGeometry().bottom() <= bottom


def test_a_dialog_that_scrolls_keeps_its_height_when_what_stands_in_it_changes(qtbot):
    found = Dialog(None, "High")
    qtbot.addWidget(found)
    layout = QVBoxLayout(found)
    for number in range(80):
        layout.addWidget(QLabel(f"Line {number}"))
    layout.addWidget(button("Leave", found.leave, "primary"))
    found.show()
    before = found.height()
    found.fit_anew()
    QTest.qWait(10)
    assert found.height() == before
