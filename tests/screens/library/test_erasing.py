"""Erasing somebody in the window: the safe button is the filled one, and the certificate is made once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.roster import roster
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import in_dialog, press, strike, write
from mat_desktop.screens.library.erasing import EraseDialog
from mat_desktop.screens.shared.entering import filled_button
from mat_desktop.workshop.journey import Step
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase

PHONE, FIGURES = "Last two figures of the phone number", "88"
PATIENCE_MS = 60_000


def mill_lane(desk):
    workshop_id = setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    participants.add(desk, workshop_id, "Ana", "021 555 7788")
    participants.add(desk, workshop_id, "Ben", "021 555 7799")


@pytest.fixture
def at_the_list(facilitator):
    with_passphrase(facilitator, mill_lane)
    facilitator.go_to(Step.PARTICIPANTS)
    return facilitator


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def asked(who, then):
    in_dialog(lambda: press(who.place, "Erase …"), then)


def test_enter_keeps_everything(at_the_list):
    def act(dialog):
        assert isinstance(dialog, EraseDialog)
        assert filled_button(dialog) is dialog.keep
        dialog.keep.setFocus()
        strike(dialog, Qt.Key.Key_Return)

    asked(at_the_list, act)
    assert erasure.waiting(at_the_list.place.desk, 1) == {}


def test_the_wrong_figures_are_refused_in_the_dialog(at_the_list):
    def act(dialog):
        write(dialog, "Table number", "2")
        press(dialog, "Erase now")
        assert "another table number" in dialog.error.text()

    asked(at_the_list, act)
    assert [row.name for row in roster(at_the_list.place.desk, 1)] == ["Ana", "Ben"]


def test_who_waits_is_shown_locked_and_is_called_off(at_the_list):
    def wait(dialog):
        write(dialog, "Table number", "1")
        write(dialog, PHONE, FIGURES)
        press(dialog, "Wait seven days")

    asked(at_the_list, wait)
    page = at_the_list.place.page
    assert page.locked.text() == "Locked, to be erased. It is done on 21 March 2026."
    assert not page.form.isEnabled()
    asked(at_the_list, lambda dialog: press(dialog, "Call it off"))
    assert not page.locked.isVisible()
    assert page.form.isEnabled()


def test_somebody_is_erased_at_once_and_the_certificate_is_saved(at_the_list, tmp_path):
    at_the_list.messages.paths.append(tmp_path / "erased.pdf")

    def erase(dialog):
        write(dialog, "Table number", "1")
        write(dialog, PHONE, FIGURES)
        press(dialog, "Erase now")
        until_done(dialog)
        assert "It was erased from one safety copy too." in words_on(dialog)
        dialog.leave()
        assert at_the_list.messages.asked[-1].startswith("The certificate is not printed.")
        press(dialog, "Save as PDF")
        press(dialog, "Done")

    at_the_list.messages.answers.append(False)
    asked(at_the_list, erase)
    assert (tmp_path / "erased.pdf").read_bytes().startswith(b"%PDF")
    assert [row.name for row in roster(at_the_list.place.desk, 1)] == ["Ben"]


def test_while_somebody_is_erased_what_was_left_of_earlier_erasings_waits(at_the_list):
    earlier = at_the_list.window._erasing_on

    def erase(dialog):
        write(dialog, "Table number", "1")
        write(dialog, PHONE, FIGURES)
        press(dialog, "Erase now")
        earlier.begin()
        assert not earlier._work.busy
        until_done(dialog)
        assert "It was erased from one safety copy too." in words_on(dialog)
        dialog.leave()

    at_the_list.messages.answers.append(True)
    asked(at_the_list, erase)
    assert earlier._work.busy, "it looks at the copies once the dialog is gone"


def until_done(dialog):
    for _ in range(PATIENCE_MS // 50):
        QTest.qWait(50)
        if any(told in words_on(dialog) for told in ("could not reach: ", "could not be reached: ")):
            return
    raise AssertionError(words_on(dialog))
