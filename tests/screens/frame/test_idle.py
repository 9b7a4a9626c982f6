"""Without a hand on it for some minutes the window covers itself, and loses nothing by that."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mat_desktop.facilitation.library.settings import Settings
from mat_desktop.rehearsal.hands import seen
from mat_desktop.screens.frame.idle import Idle
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
    idle = Idle(place, lambda: place.tools.wardrobe.settings.privacy_minutes, place.covers.cover, seconds)
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
    facilitator.press("For the projector")
    shown = next(top for top in facilitator.window.findChildren(Projector))
    seconds.go_on(60)
    idle.look()
    assert not facilitator.place.covered
    shown.close()
