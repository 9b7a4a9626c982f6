"""A disk that takes nothing more, on every road through the window: it is said, nothing typed goes, and it goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from mat_desktop.app.backing_up import BackingUp
from mat_desktop.app.worker import Processes
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.roster import roster
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import press, seen, write
from mat_desktop.screens.printing.page import PrintPage
from mat_desktop.screens.shared.fields import Field
from mat_desktop.storage.faults import AWAY
from mat_desktop.storage.folder.glance import all_backups
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind
from tests.full_disk import needs_a_system_that_refuses, no_room
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import WORKSHOP_DAY
from tests.pulled_out import needs_files_told_by_process, pulled_out
from tests.screens.conftest import with_passphrase
from tests.screens.test_private import PIN, hand_over, words_on

pytestmark = needs_a_system_that_refuses
NOT_SAVED = "! NOT saved: "


def mill_lane(desk):
    workshop = setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    participants.add(desk, workshop, "Ana")


def mill_lane_that_offers_no_sheet(desk):
    mill_lane(desk)
    desk.archive.keep_fact(Fact.RECOVERY_OFFERED, "")


@pytest.fixture
def at_work(facilitator):
    return with_passphrase(facilitator, mill_lane)


def told(facilitator):
    return [words for words in facilitator.messages.said if words.startswith(NOT_SAVED)]


def test_the_right_passphrase_opens_a_library_on_a_full_disk_and_each_step_of_it(facilitator):
    sealed_library_of(facilitator.folder, mill_lane_that_offers_no_sheet)
    facilitator.clock.at = facilitator.clock.at.replace(hour=11)
    with no_room():
        facilitator.open(PASSPHRASE)
        facilitator.window.workplace.errands.print_recovery = lambda: None
        facilitator.open_workshop("Mill Lane")
        assert told(facilitator), "that the place is not remembered is said"
        for step in (Step.SETUP, Step.SCREENING, Step.CONTACT):
            facilitator.go_to(step)
            assert facilitator.place.header.title.text(), step
            assert facilitator.page.findChildren(QLabel), step
    facilitator.go_to(Step.SETUP)
    before = len(told(facilitator))
    facilitator.go_to(Step.PARTICIPANTS)
    assert len(told(facilitator)) == before


def test_what_is_typed_stays_in_its_field_with_the_reason_under_it_and_is_kept_once_there_is_room(at_work):
    at_work.go_to(Step.SETUP)
    press(at_work.place.header, "View: Workshop")
    with no_room():
        at_work.write("Place", "The old mill")
        edit = seen(at_work.page, QLineEdit, "Place")
        field = edit.parentWidget()
        assert isinstance(field, Field)
        assert field.error.text().startswith("NOT saved: ")
        assert edit.text() == "The old mill"
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert setup.workshop(at_work.place.desk, 1).place == "The old mill"
    assert field.error.text() == ""


@needs_files_told_by_process
def test_while_the_stick_is_out_pages_stay_whole_and_what_is_typed_is_kept_once_it_is_back(facilitator, monkeypatch):
    stick = facilitator.folder.with_name("stick")
    stick.mkdir()
    monkeypatch.setenv("HOME", str(stick.with_name("no home")))
    facilitator.folder = stick / "library"
    with_passphrase(facilitator, mill_lane)
    facilitator.go_to(Step.SETUP)
    press(facilitator.place.header, "View: Workshop")
    with pulled_out(stick):
        facilitator.write("Place", "The old mill")
        edit = seen(facilitator.page, QLineEdit, "Place")
        field = edit.parentWidget()
        assert isinstance(field, Field)
        assert field.error.text().startswith(AWAY[:40])
        for go in (lambda: facilitator.place.open_step(Step.SCREENING), facilitator.place.open_today):
            go()
            assert facilitator.place.step is Step.SETUP
            assert facilitator.messages.said[-1] == f"! {AWAY}"
        assert edit.text() == "The old mill"
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert field.error.text() == ""
    facilitator.go_to(Step.SCREENING)
    assert setup.workshop(facilitator.place.desk, 1).place == "The old mill"
    with pulled_out(stick):
        facilitator.window.locking.lock()
        QTest.qWait(60)
        entrance = facilitator.window.centralWidget()
        assert "The library cannot be opened now" in words_on(entrance)
        assert "plug that in and try again" in words_on(entrance)
    press(entrance, "Try again")
    write(facilitator.window, "Passphrase", PASSPHRASE)
    press(facilitator.window, "Open")
    assert facilitator.place.step is Step.SCREENING


def test_a_participant_who_stops_on_a_full_disk_is_told_and_the_right_pin_brings_the_laptop_back(at_work):
    at_work.go_to(Step.SCREENING)
    at_work.pick("Ana")
    window = hand_over(at_work, "PHQ-4")
    with no_room():
        QTest.keyClicks(window, "1")
        QTest.qWait(5)
        assert "NOT saved: " in words_on(window)
        assert "Please call" in words_on(window)
        assert "Question 1 of" in words_on(window), "the question stays until it is answered"
        press(window, "I would like to stop")
        press(window, "Stop")
        assert "could not note that you have finished" in words_on(window)
        write(window, "PIN", "0000")
        press(window, "Unlock")
        assert window.unlock.error.text() == "That was not it."
        write(window, "PIN", PIN)
        press(window, "Unlock")
        assert at_work.window.workplace is not None
        at_work.back_to_work()
        assert told(at_work)
    at_work.go_to(Step.PARTICIPANTS)
    at_work.close()
    at_work.open(PASSPHRASE)
    QTest.qWait(50)
    assert at_work.window.participant is not None, "what could not be kept was never kept: it asks for the PIN again"


def test_printing_and_a_copy_on_a_full_disk_say_so_leave_nothing_half_and_work_afterwards(at_work, tmp_path):
    at_work.go_to(Step.PARTICIPANTS)
    at_work.press("Print")
    assert isinstance(at_work.page, PrintPage)
    at_work.page.show_kind(SheetKind.READINESS, (1,))
    at_work.page.settle()
    pdf, stick = tmp_path / "sheets.pdf", tmp_path / "stick"
    for takes in (False, True):
        at_work.messages.paths.append(pdf)
        if takes:
            at_work.press("Save as PDF")
            QTest.qWait(50)
        else:
            with no_room():
                at_work.press("Save as PDF")
                QTest.qWait(50)
        assert pdf.exists() == takes
    at_work.today()
    at_work.messages.paths.append(stick)
    with no_room():
        press(at_work.place, "Make a copy")
    assert told(at_work)[-1:] == at_work.messages.said[-1:]
    assert not stick.exists() or list(stick.iterdir()) == []
    at_work.messages.paths.append(stick)
    press(at_work.place, "Make a copy")
    assert len(list(stick.iterdir())) == 1


def test_whoever_stays_because_the_backup_failed_goes_on_working_with_every_key(at_work):
    at_work.go_to(Step.PARTICIPANTS)
    write(at_work.page, "Name of a new participant", "Ben")
    at_work.press("Add")
    at_work.messages.answers.append(False)
    with no_room():
        at_work.window.close()
    assert at_work.messages.asked[-1].startswith("The backup was not made. NOT saved: ")
    assert at_work.window.workplace is not None
    edit = seen(at_work.page, QLineEdit, "Called")
    edit.setFocus()
    QTest.keyClick(edit.window().windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Undone: adding Ben." in at_work.messages.said
    assert list((at_work.folder / "backups").glob(".*")) == []
    before = len(all_backups(at_work.folder))
    at_work.close()
    at_work.open(PASSPHRASE)
    assert len(all_backups(at_work.folder)) >= before


def test_what_is_typed_and_not_kept_is_asked_about_before_the_window_closes(at_work):
    at_work.go_to(Step.SETUP)
    press(at_work.place.header, "View: Workshop")
    with no_room():
        at_work.write("Place", "The old mill")
        at_work.messages.answers.append(False)
        at_work.window.close()
    assert at_work.messages.asked[-1].startswith("What you typed under “Place” is not kept: NOT saved: ")
    assert seen(at_work.page, QLineEdit, "Place").text() == "The old mill"
    at_work.close()
    assert at_work.messages.asked[-1].startswith("What you typed"), "with room it was kept, and nothing more is asked"
    at_work.open(PASSPHRASE)
    assert setup.workshop(at_work.place.desk, 1).place == "The old mill"


def wait_for(backing_up):
    for _ in range(600):
        if not backing_up.busy:
            return
        QTest.qWait(20)
    raise AssertionError("The backup did not come to an end.")


def test_every_half_hour_a_backup_is_made_beside_the_work_and_a_failure_is_said(at_work):
    said: list[str] = []
    backing_up = BackingUp(at_work.window, at_work.place.library, Processes(), said.append)
    before = len(all_backups(at_work.folder))
    backing_up._timer.timeout.emit()
    participants.add(at_work.place.desk, 1, "Ben")
    assert backing_up.busy
    wait_for(backing_up)
    assert len(all_backups(at_work.folder)) == before + 1
    participants.add(at_work.place.desk, 1, "Cleo")
    with no_room():
        backing_up.begin()
        wait_for(backing_up)
    assert said
    assert said[0].startswith("The backup was not made. NOT saved: ")
    assert len(all_backups(at_work.folder)) == before + 1
    backing_up.end()


def test_a_file_exchanged_under_the_window_is_said_where_she_works_and_comes_back_at_the_door(at_work):
    write_over = at_work.folder / "library.db"
    at_work.go_to(Step.PARTICIPANTS)
    write_over.rename(at_work.folder / "moved.db")
    write(at_work.page, "Name of a new participant", "Ben")
    at_work.press("Add")
    assert any("bring that copy back" in words for words in at_work.messages.said)
    assert seen(at_work.page, QLineEdit, "Name of a new participant").text() == "Ben"
    at_work.close()
    at_work.open()
    assert "There is no library in" in words_on(at_work.window)
    write(at_work.window, "Passphrase of the copy", PASSPHRASE)
    press(at_work.window, "Bring it back")
    at_work.open_workshop("Mill Lane")
    assert [person.name for person in roster(at_work.place.desk, 1)] == ["Ana"]
    assert seen(at_work.place, QPushButton, "Privacy screen")
