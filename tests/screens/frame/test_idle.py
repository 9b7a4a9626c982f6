"""Without a hand on it for some minutes the window covers itself, later it locks, and loses nothing by that."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from mat_desktop.facilitation.library.settings import Settings
from mat_desktop.rehearsal.hands import in_dialog, seen
from mat_desktop.screens.frame.idle import After, Idle
from mat_desktop.screens.pairing.projector import Projector
from mat_desktop.workshop.journey import Step
from tests.sure import sure


class Seconds:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def go_on(self, minutes: float) -> None:
        self.now += minutes * 60


@pytest.fixture
def at_rest(at_own_sample):
    """The facilitator at the participants, with an idle clock of the test's own; the clock and what watches it."""
    at_own_sample.go_to(Step.PARTICIPANTS)
    place, seconds = at_own_sample.place, Seconds()
    wardrobe = place.tools.wardrobe
    covers = After(lambda: wardrobe.settings.privacy_minutes, place.covers.cover)
    idle = Idle(place, (covers,), seconds)
    idle.follow(sure(at_own_sample.window.windowHandle()))
    yield at_own_sample, seconds, idle
    idle.rest()


def test_after_three_minutes_without_a_hand_nothing_is_to_be_seen_and_what_was_typed_is_still_there(at_rest):
    facilitator, seconds, idle = at_rest
    line = seen(facilitator.window, QLineEdit, "Name of a new participant")
    line.setText("Half a na")
    seconds.go_on(2.9)
    idle.look()
    assert not facilitator.place.covered
    seconds.go_on(0.2)
    idle.look()
    assert facilitator.place.covered
    assert not line.isVisible()
    facilitator.back_to_work()
    assert seen(facilitator.window, QLineEdit, "Name of a new participant").text() == "Half a na"


def test_a_key_a_move_of_the_mouse_and_the_wheel_are_hands(at_rest):
    facilitator, seconds, idle = at_rest
    handle = sure(facilitator.window.windowHandle())
    for hand in (
        lambda: QTest.keyClick(handle, Qt.Key.Key_Shift),
        lambda: QTest.mouseMove(handle, QPoint(300, 300)),
        lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(700, 40)),
    ):
        seconds.go_on(2.9)
        hand()
        QTest.qWait(5)
        seconds.go_on(2.9)
        idle.look()
        assert not facilitator.place.covered


def test_the_minutes_that_she_sets_hold_at_once(at_rest):
    facilitator, seconds, idle = at_rest
    facilitator.window.wardrobe.change(Settings(privacy_minutes=10))
    seconds.go_on(9.9)
    idle.look()
    assert not facilitator.place.covered
    seconds.go_on(0.2)
    idle.look()
    assert facilitator.place.covered


def test_what_is_shown_to_the_room_is_left_as_it_is(at_rest):
    facilitator, seconds, idle = at_rest
    facilitator.go_to(Step.PAIRING)

    def rest(shown: QDialog) -> None:
        assert isinstance(shown, Projector)
        seconds.go_on(60)
        idle.look()
        assert not facilitator.place.covered

    in_dialog(lambda: facilitator.press("For the projector"), rest)


@pytest.fixture
def resting(qapp):
    """What was done, the clock, and an idle watch that covers after 3 minutes and locks after 30."""
    done, seconds, home = [], Seconds(), QWidget()
    steps = (After(lambda: 3, lambda: done.append("cover")), After(lambda: 30, lambda: done.append("lock")))
    idle = Idle(home, steps, seconds)
    yield done, seconds, idle, home
    idle.rest()
    home.close()


def test_first_the_cover_then_the_lock_each_once(resting):
    done, seconds, idle, _ = resting
    for _ in range(40):
        seconds.go_on(1)
        idle.look()
    assert done == ["cover", "lock"]


def test_a_hand_under_the_cover_begins_the_time_to_the_lock_anew(resting):
    done, seconds, idle, home = resting
    home.show()
    idle.follow(sure(home.windowHandle()))
    seconds.go_on(29)
    idle.look()
    QTest.keyClick(home.windowHandle(), Qt.Key.Key_Shift)
    seconds.go_on(29)
    idle.look()
    assert done == ["cover", "cover"]
    seconds.go_on(2)
    idle.look()
    assert done == ["cover", "cover", "lock"]


def test_nothing_that_is_shown_to_the_room_is_locked_away(resting):
    done, seconds, idle, _ = resting
    shown = QWidget()
    shown.setObjectName("projector")
    shown.show()
    seconds.go_on(120)
    idle.look()
    assert done == []
    shown.close()
    idle.look()
    assert done == ["lock"]
