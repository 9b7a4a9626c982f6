"""A list that unfolds: only Enter or a click on a value chooses it, whichever key unfolds the list or folds it up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.shared.still import StillCombo
from tests.contract.hand import to_the_front

PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
FOLDS = [(Qt.Key.Key_F4, PLAIN), (Qt.Key.Key_Down, ALT), (Qt.Key.Key_Up, ALT), (Qt.Key.Key_Escape, PLAIN)]


@pytest.fixture
def registration(qtbot):
    load_fonts()
    found = StillCombo()
    found.addItems(["Interested", "Registered", "Confirmed", "Cancelled"])
    found.setCurrentIndex(1)
    qtbot.addWidget(found)
    found.show()
    to_the_front(found)
    found.setFocus()
    return found


def strike(box: StillCombo, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(box.view() if box.view().isVisible() else box, key, held)


@pytest.mark.parametrize(("key", "held"), FOLDS)
def test_a_key_that_folds_a_list_up_chooses_nothing(registration, key, held):
    strike(registration, Qt.Key.Key_Space)
    strike(registration, Qt.Key.Key_End)
    strike(registration, key, held)
    assert not registration.view().isVisible()
    assert registration.currentText() == "Registered"


def test_a_list_is_unfolded_at_the_value_that_is_chosen_also_after_another_one_was_only_looked_at(registration):
    strike(registration, Qt.Key.Key_Space)
    strike(registration, Qt.Key.Key_End)
    strike(registration, Qt.Key.Key_Escape)
    strike(registration, Qt.Key.Key_Space)
    assert registration.view().currentIndex().data() == "Registered"
    strike(registration, Qt.Key.Key_Return)
    assert registration.currentText() == "Registered"


def test_enter_in_the_list_chooses_what_is_marked(registration):
    strike(registration, Qt.Key.Key_Space)
    strike(registration, Qt.Key.Key_Down)
    strike(registration, Qt.Key.Key_Return)
    assert registration.currentText() == "Confirmed"
