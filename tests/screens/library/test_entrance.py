"""The door: a first start, a passphrase, and the way back in the window in at most five actions."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.roster import roster
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import press, seen, strike, write
from mat_desktop.screens.library.bringing_back import BringingBack
from mat_desktop.storage.folder import slot
from mat_desktop.storage.folder.library import open_with_passphrase
from tests.libraries import PASSPHRASE
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase
from tests.storage.folder.test_restoring import cut_off


def mill_lane(desk):
    participants.add(desk, setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland"), "Ana")


@pytest.fixture
def closed(facilitator):
    """A facilitator whose library was worked with and closed, so that there is a backup."""
    with_passphrase(facilitator, mill_lane).close()
    return facilitator


@pytest.fixture
def sheet(closed):
    library = open_with_passphrase(closed.folder, PASSPHRASE, standing_rules)
    lines = "\n".join(f"{number} {line}" for number, line in enumerate(library.recovery_lines(), 1))
    library.close()
    return lines


def words(facilitator):
    facilitator.settle()
    return " ".join(label.text() for label in facilitator.window.findChildren(QLabel) if label.isVisible())


class Counted:
    """Does what a person does, and counts it: a press, a text that is typed, a folder that is chosen."""

    def __init__(self, facilitator):
        self.facilitator, self.actions = facilitator, 0

    def press(self, name):
        self.actions += 1
        press(self.facilitator.window, name)
        return self

    def write(self, name, text):
        self.actions += 1
        write(self.facilitator.window, name, text)
        return self

    def choose_folder(self, folder):
        self.facilitator.messages.paths.append(folder)
        return self.press("Stick or folder")


def is_back(facilitator):
    facilitator.open_workshop("Mill Lane")
    people = roster(facilitator.place.desk, 1)
    return [person.name for person in people] == ["Ana"]


def test_the_window_stays_live_while_the_sample_is_made_and_can_stop_it(facilitator):
    facilitator.open()
    window = facilitator.window
    press(window, "Try the sample workshop")
    assert "The sample workshop is prepared" in words(facilitator)
    assert window.focusWidget().accessibleName() == "Stop"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert "Welcome to MAT Desktop" in words(facilitator)
    assert not facilitator.folder.with_name("sample").exists()


def test_a_damaged_library_comes_back_from_its_backups_by_the_passphrase(closed):
    (closed.folder / "library.db").write_bytes(b"x" * 8192)
    closed.open()
    write(closed.window, "Passphrase", PASSPHRASE)
    press(closed.window, "Open")
    assert "The library cannot be opened" in words(closed)
    hand = Counted(closed)
    hand.write("Passphrase of the copy", PASSPHRASE).press("Bring it back")
    assert hand.actions <= 5
    assert is_back(closed)


def test_a_library_that_is_gone_comes_back_from_its_backups_by_the_recovery_sheet(closed, sheet):
    for name in ("library.db", slot.SLOT, slot.SLOT_COPY):
        (closed.folder / name).unlink()
    closed.open()
    assert "There is no library in" in words(closed)
    hand = Counted(closed).write("The eight lines", sheet).write("New passphrase", "brand new words")
    hand.press("Bring it back")
    assert hand.actions <= 5
    assert is_back(closed)
    closed.close()
    closed.open("brand new words")
    assert is_back(closed)


def test_a_lost_laptop_is_made_good_by_a_stick_and_a_sheet_of_paper(closed, sheet, tmp_path):
    stick = tmp_path / "stick"
    shutil.copytree(closed.folder / "backups", stick)
    shutil.rmtree(closed.folder)
    closed.open()
    assert "Welcome to MAT Desktop" in words(closed)
    hand = Counted(closed).press("Bring a library back").choose_folder(stick)
    hand.write("The eight lines", sheet).write("New passphrase", "brand new words")
    hand.press("Bring it back")
    assert hand.actions <= 5
    assert is_back(closed)


def fits_into_the_smallest_window(closed):
    closed.window.resize(1280, 660)
    closed.settle()
    assert (closed.window.width(), closed.window.height()) == (1280, 660)
    form = closed.window.findChildren(BringingBack)[0]
    shown = [w for kind in (QPushButton, QPlainTextEdit, QComboBox) for w in closed.window.findChildren(kind)]
    for widget in (w for w in shown if w.isVisible()):
        assert isinstance(widget, QWidget)
        top = widget.mapTo(closed.window, widget.rect().topLeft())
        bottom = widget.mapTo(closed.window, widget.rect().bottomRight())
        assert top.y() >= 0, widget.accessibleName()
        assert bottom.y() <= closed.window.height(), widget.accessibleName()
        assert widget.height() >= widget.minimumSizeHint().height() or widget is form.sheet


def test_what_is_wrong_is_said_on_the_way_back_and_nothing_is_changed(closed, tmp_path):
    (closed.folder / "library.db").write_bytes(b"")
    before = (closed.folder / slot.SLOT).read_bytes()
    closed.open()
    fits_into_the_smallest_window(closed)
    hand = Counted(closed).write("Passphrase of the copy", "not this one").press("Bring it back")
    assert "does not open the library" in words(closed)
    hand.write("The eight lines", "nonsense").press("Bring it back")
    assert "At least 8 characters" in words(closed)
    hand.choose_folder(tmp_path / "nowhere")
    assert "There is no copy of a library in" in words(closed)
    assert not seen(closed.window, QComboBox, "Which copy").isEnabled()
    assert (closed.folder / slot.SLOT).read_bytes() == before
    assert (closed.folder / "library.db").read_bytes() == b""


def test_a_line_of_the_recovery_sheet_that_is_wrong_is_said_by_its_number_and_all_others_stay(closed, sheet):
    closed.open()
    press(closed.window, "I have forgotten it")
    lines = [line.split(" ", 1)[1] for line in sheet.splitlines()]
    wrong = lines[2][:-1] + ("0" if lines[2][-1] != "0" else "4")
    for place, line in enumerate([*lines[:2], wrong, *lines[3:]]):
        QTest.keyClicks(closed.window.focusWidget(), line)
        if place < 7:
            strike(closed.window, Qt.Key.Key_Return)
    for name in ("New passphrase", "The same again"):
        write(closed.window, name, "brand new words")
    press(closed.window, "Open")
    assert "Line 3 of the recovery sheet does not add up" in words(closed)
    edit = seen(closed.window, QPlainTextEdit, "The eight lines")
    assert edit.toPlainText().splitlines()[3:] == lines[3:]
    write(closed.window, "The eight lines", "\n".join(lines))
    press(closed.window, "Open")
    assert is_back(closed)


def test_a_library_with_a_broken_key_file_opens_with_the_recovery_sheet_from_the_page_that_says_so(closed, sheet):
    for name in (slot.SLOT, slot.SLOT_COPY):
        (closed.folder / name).write_text("{}")
    closed.open(PASSPHRASE)
    assert "recovery sheet" in words(closed)
    press(closed.window, "Open it with the recovery sheet")
    write(closed.window, "The eight lines", sheet)
    write(closed.window, "New passphrase", "brand new words")
    write(closed.window, "The same again", "brand new words")
    press(closed.window, "Open")
    assert is_back(closed)


def test_a_library_that_is_open_elsewhere_is_said_to_be_and_opens_once_it_is_closed_there(closed):
    held = open_with_passphrase(closed.folder, PASSPHRASE, standing_rules)
    closed.open(PASSPHRASE)
    assert "open in another window" in words(closed)
    held.close()
    write(closed.window, "Passphrase", PASSPHRASE)
    press(closed.window, "Open")
    assert is_back(closed)


def test_a_first_start_that_was_cut_off_begins_anew_by_itself_and_destroys_nothing(facilitator):
    facilitator.folder.mkdir()
    cut_off(facilitator.folder)
    facilitator.open()
    assert "Welcome to MAT Desktop" in words(facilitator)
    facilitator.make_library("brand new words")
    facilitator.set_up("Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")
    assert [path for path in facilitator.folder.glob("replaced-*") if (path / slot.SLOT).exists()]
