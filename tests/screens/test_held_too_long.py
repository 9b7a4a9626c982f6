"""A key that a hand holds a moment too long does one thing: as a command, and on what a menu opens from."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.pairing.effect import EffectPanel
from mat_desktop.workshop.journey import Step
from tests.contract.libraries import DAY
from tests.contract.visitor import Visitor, visitor_of
from tests.sure import sure

PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_the_board(qapp, tmp_path):
    load_fonts()
    DAY.lay(tmp_path / "library")
    found = visitor_of(tmp_path / "library", DAY.day)
    found.go_to(Step.PAIRING)
    yield found
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    found.close()


def leave_what_asks() -> None:
    """Go away from a question that a key opened, without an answer."""
    asks = QApplication.activeModalWidget()
    if isinstance(asks, QDialog):
        asks.reject()


def hold(visitor: Visitor, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN, times: int = 12) -> None:
    """Hold a key down in the window of the program, as a system tells it: whatever opens meanwhile gets the repeats."""
    handle, leaving = sure(visitor.window.windowHandle()), QTimer(interval=20)
    leaving.timeout.connect(leave_what_asks)
    leaving.start()
    for turn in range(times):
        QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, key, held, "", turn > 0))
        QApplication.processEvents()
    QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyRelease, key, held))
    leaving.stop()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_key_that_opened_the_moves_of_somebody_chooses_none_of_them(at_the_board, key):
    visitor = at_the_board
    visitor.button("Elif, not placed yet").setFocus(Qt.FocusReason.TabFocusReason)
    last = visitor.kept.last()
    hold(visitor, key)
    assert visitor.kept.last() == last
    effects = [one for one in visitor.page.findChildren(EffectPanel) if one.isVisible()]
    assert not [label.text() for one in effects for label in one.findChildren(QLabel) if label.isVisible()]


def test_undo_that_is_held_takes_back_one_thing(at_the_board):
    visitor = at_the_board
    visitor.press("Lock ", visitor.page)
    visitor.press("Unlock ", visitor.page)
    last = visitor.kept.last()
    hold(visitor, Qt.Key.Key_Z, CTRL)
    assert [line.kind for line in visitor.kept.since(last)] == ["undo"]
