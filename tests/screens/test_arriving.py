"""A step that opens is one page with the keyboard in it, and nothing flashes up beside the window."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mat_desktop.rehearsal.hands import in_dialog, seen, write
from mat_desktop.screens.shared.buttons import Button
from mat_desktop.workshop.journey import Step
from tests.sure import sure


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def windows():
    found, application = Windows(), sure(QApplication.instance())
    application.installEventFilter(found)
    yield found
    application.removeEventFilter(found)


@pytest.mark.parametrize("step", list(Step))
def test_nothing_flashes_up_while_a_step_is_built(at_own_sample, windows, step):
    at_own_sample.place.open_step(step)
    QTest.qWait(10)
    assert windows.shown == []


def test_a_new_workshop_has_the_keyboard_and_another_enter_stays_with_it(at_own_sample):
    window, place = at_own_sample.window, at_own_sample.place
    at_own_sample.today()
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 500)
    place.today.new.setFocus()

    def fill(dialog) -> None:
        write(dialog, "Title", "Mill Lane")
        write(dialog, "Date", "today")
        seen(dialog, Button, "Set up").setFocus()
        QTest.keyClick(sure(dialog.windowHandle()), Qt.Key.Key_Return)

    in_dialog(lambda: QTest.keyClick(sure(window.windowHandle()), Qt.Key.Key_Return), fill)
    QTest.qWait(20)
    assert place.step is Step.SETUP
    before = place.desk.archive.last_done()
    QTest.keyClick(sure(window.windowHandle()), Qt.Key.Key_Return)
    assert place.main.currentWidget() is place.frame, "Enter did not lead away"
    assert place.desk.archive.last_done() == before, "and did nothing"


def test_going_on_from_today_leads_to_the_header_of_the_board_and_not_to_private_reasons(at_own_sample):
    window, place = at_own_sample.window, at_own_sample.place
    place.open_step(Step.PAIRING)
    at_own_sample.today()
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 500)
    place.today.take_keyboard()
    assert sure(window.focusWidget()).accessibleName() == "Continue"
    QTest.keyClick(sure(window.windowHandle()), Qt.Key.Key_Return)
    QTest.qWait(20)
    assert place.step is Step.PAIRING
    assert sure(window.focusWidget()).accessibleName() == "View: Board"


def test_the_key_of_the_step_that_is_open_leaves_the_ring_where_the_next_digit_belongs(at_own_sample):
    who = at_own_sample
    who.go_to(Step.SCREENING)
    who.page.begin()
    QTest.qWait(20)
    ringed = sure(QApplication.focusWidget())
    assert who.page.isAncestorOf(ringed)
    QTest.keyClick(sure(who.window.windowHandle()), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(20)
    assert QApplication.focusWidget() is ringed
