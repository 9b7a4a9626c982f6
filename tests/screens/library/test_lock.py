"""The full lock: nothing of the library is left in the window, nothing typed is lost, the passphrase leads back."""

import gc
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from mat_desktop.facilitation.library.locking import minutes_to_lock
from mat_desktop.facilitation.library.settings import Settings
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.private import pin
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import choose, in_dialog, press, seen, write
from mat_desktop.screens.frame.window import Workplace
from mat_desktop.screens.library.entrance import Entrance
from mat_desktop.screens.setup.new_dialog import NewWorkshop
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.storage.folder.lock import FolderLock
from mat_desktop.workshop.journey import Step
from tests.contract.aloud import read_aloud
from tests.libraries import PASSPHRASE
from tests.screens.conftest import with_passphrase
from tests.sure import sure

CTRL = Qt.KeyboardModifier.ControlModifier
HELD_ON = date(2026, 3, 14)


def mill_lane(desk):
    key = setup.create(desk, "Mill Lane", "", HELD_ON, "Pacific/Auckland")
    for name in ("Ottilie Quill", "Barnaby Finch"):
        participants.add(desk, key, name, "021 555")


@pytest.fixture
def at_work(facilitator):
    """The facilitator at the second person of a library with a passphrase, two weeks after the workshop."""
    facilitator.clock.go_to(HELD_ON + timedelta(days=14))
    with_passphrase(facilitator, mill_lane)
    facilitator.go_to(Step.PARTICIPANTS)
    facilitator.place.open_step(Step.PARTICIPANTS, 2)
    facilitator.window.activateWindow()
    QTest.qWaitForWindowActive(facilitator.window, 500)
    return facilitator


def ctrl_l(wait: int = 60) -> None:
    top = sure(QApplication.activeModalWidget() or QApplication.activeWindow())
    QTest.keyClick(sure(top.windowHandle()), Qt.Key.Key_L, CTRL)
    if wait:
        QTest.qWait(wait)


def typed(words: str) -> None:
    top = sure(QApplication.activeWindow())
    for letter in words:
        QTest.keyClick(sure(top.windowHandle()), Qt.Key(ord(letter.upper())))


def unlock(facilitator) -> None:
    write(facilitator.window, "Passphrase", PASSPHRASE)
    press(facilitator.window, "Open")


def locked(facilitator) -> bool:
    return facilitator.window.workplace is None and isinstance(facilitator.window.centralWidget(), Entrance)


def test_ctrl_l_locks_and_the_passphrase_leads_back_to_the_same_workshop_step_and_person(at_work):
    ctrl_l()
    assert locked(at_work)
    assert "Locked. Type the passphrase to go on." in read_aloud()
    assert any(words.startswith("All is saved up to ") and "Where we are" in words for words in read_aloud())
    assert any("Where we are" in words for words in read_aloud())
    unlock(at_work)
    place = at_work.place
    assert (place.bench.workshop_id, place.step, place.page.person) == (1, Step.PARTICIPANTS, 2)
    assert not place.covered


def test_a_wrong_passphrase_does_not_unlock(at_work):
    ctrl_l()
    write(at_work.window, "Passphrase", "not these words")
    press(at_work.window, "Open")
    assert locked(at_work)
    assert seen(at_work.window, QLineEdit, "Passphrase").selectedText(), "the next try takes the place of this one"


def test_behind_the_lock_is_no_page_no_name_and_no_open_file(at_work):
    assert any("Quill" in words for words in read_aloud())
    ctrl_l()
    assert not any("Quill" in words or "Mill Lane" in words for words in read_aloud())
    gc.collect()
    assert not [w for w in QApplication.allWidgets() if isinstance(w, Workplace)]
    FolderLock(at_work.folder).release()
    assert (at_work.folder / DATABASE).exists()


def test_a_field_that_is_half_typed_is_kept_and_half_a_new_name_stands_there_again(at_work):
    new = seen(at_work.page, QLineEdit, "Name of a new participant")
    new.setFocus()
    typed("half a na")
    field = seen(at_work.page, QLineEdit, "Name")
    field.setFocus()
    field.end(False)
    typed(" lark")
    ctrl_l()
    assert locked(at_work)
    unlock(at_work)
    assert seen(at_work.page, QLineEdit, "Name of a new participant").text().casefold() == "half a na"
    names = {line.name.casefold() for line in roster.roster(at_work.place.desk, 1)}
    assert names == {"ottilie quill", "barnaby finch lark"}


def test_ctrl_l_over_an_untouched_dialog_leaves_it_and_locks(at_work):
    in_dialog(at_work.place.errands.new_workshop, lambda _dialog: ctrl_l(wait=0))
    QTest.qWait(80)
    assert locked(at_work)
    unlock(at_work)
    assert at_work.place.page.person == 2


def test_over_a_dialog_with_something_typed_the_lock_lies_and_only_the_passphrase_lifts_it(at_work):
    """Its words can be kept nowhere else."""
    pin.set_pin(at_work.place.desk, "4826", "4826")
    told = {}

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, NewWorkshop)
        dialog.title.setText("Half a title")
        ctrl_l()
        told["locked"] = at_work.place.covers.locked
        told["aloud"] = [words for words in read_aloud() if "Quill" in words or "Half" in words]
        cover = sure(at_work.place.covers.page)
        for words, opens in (("4826", False), (PASSPHRASE, True)):
            at_work.clock.at += timedelta(minutes=10)
            line = seen(cover, QLineEdit, "Passphrase")
            line.setText(words)
            press(cover, "Go on")
            assert at_work.place.covers.locked is not opens
        told["title"] = dialog.title.text()
        assert dialog.title.isVisible()
        dialog.reject()

    in_dialog(at_work.place.errands.new_workshop, act)
    assert told == {"locked": True, "aloud": [], "title": "Half a title"}
    assert pin.has_pin(at_work.place.desk)
    assert at_work.place.page.person == 2


def test_under_the_privacy_screen_ctrl_l_still_locks(at_work):
    at_work.place.covers.toggle_privacy()
    ctrl_l()
    assert locked(at_work)
    unlock(at_work)
    assert not at_work.place.covered


def test_in_the_hands_of_a_participant_there_is_no_lock(at_work):
    from mat_desktop.facilitation.private import talk

    kept = talk.hand_over(at_work.place.desk, 1, ("readiness",))
    at_work.window.hand_over(kept)
    at_work.window.locking.lock()
    QTest.qWait(30)
    assert at_work.window.participant is not None
    assert not isinstance(at_work.window.centralWidget(), Entrance)


def test_a_library_without_a_passphrase_shows_the_privacy_screen_instead(at_own_sample):
    at_own_sample.window.activateWindow()
    QTest.qWaitForWindowActive(at_own_sample.window, 500)
    ctrl_l()
    assert at_own_sample.place.covered
    assert not at_own_sample.place.covers.locked
    at_own_sample.back_to_work()
    assert not at_own_sample.place.covered


def test_on_a_day_with_a_workshop_the_lock_waits_longer(desk, workshop_id):
    settings = Settings(lock_minutes=20, day_lock_minutes=120)
    assert minutes_to_lock(desk, settings) == 120
    desk.clock.go_to(desk.clock.today() + timedelta(days=1))
    assert minutes_to_lock(desk, settings) == 20


def test_both_times_of_the_lock_are_set_in_the_settings_and_kept_in_the_file_that_is_named_there(at_work):
    def act(dialog: QDialog) -> None:
        choose(dialog, "The library locks itself", "after 15 minutes without a hand on it")
        choose(dialog, "The same on a day with a workshop", "after 120 minutes without a hand on it")
        kept = at_work.window.wardrobe.store.kept_in
        # A path that is too long for a line is broken where it is seen, and told whole.
        assert any(kept in one.text() or kept in one.accessibleName() for one in dialog.findChildren(QLabel))

    in_dialog(at_work.place.errands.show_settings, act)
    kept = at_work.window.wardrobe.store.read()
    assert (kept.lock_minutes, kept.day_lock_minutes) == (15, 120)


def test_a_long_rest_locks_the_library_itself(at_work):
    """Through the window's own watch: nothing of the test stands in between."""
    at_work.window.wardrobe.change(Settings(lock_minutes=5))
    idle = at_work.place._idle
    idle._touched -= 4.5 * 60
    idle.look()
    QTest.qWait(60)
    assert at_work.place.covered
    assert not locked(at_work)
    idle._touched -= 60
    idle.look()
    QTest.qWait(60)
    assert locked(at_work)
    unlock(at_work)
    assert at_work.place.page.person == 2


def test_a_computer_that_goes_to_sleep_locks_the_library(at_work):
    at_work.window.sleeping.prepare(True)
    QTest.qWait(60)
    assert locked(at_work)
