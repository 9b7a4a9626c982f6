"""A library on a stick that is pulled out and put back while it is open: said, nothing lost, and the work goes on."""

import shutil
from datetime import UTC, datetime

import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.roster import roster
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.storage.faults import Exchanged, InUse
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.storage.folder.library import create, open_with_passphrase
from mat_desktop.storage.folder.lock import FolderLock
from mat_desktop.workshop.refusal import Refusal
from tests.people import WORKSHOP_DAY, CountedCodes, nine_o_clock
from tests.pulled_out import needs_files_told_by_process, pulled_out

pytestmark = needs_files_told_by_process
AWAY = "The disk with your library is not there"


@pytest.fixture
def stick(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "no home"))
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def library(stick):
    opened = create(stick / "library", None, standing_rules)
    yield opened
    opened.close()


@pytest.fixture
def desk(library):
    desk = Desk(library.archive, nine_o_clock(), CountedCodes())
    setup.create(desk, "Mill Lane", "", WORKSHOP_DAY, "Pacific/Auckland")
    participants.add(desk, 1, "Ana")
    return desk


def names(desk):
    return [row.name for row in roster(desk, 1)]


def test_a_stick_that_is_out_is_said_and_once_it_is_back_the_same_deed_is_saved(library, desk, stick):
    with pulled_out(stick):
        for _ in range(2):
            with pytest.raises(Refusal, match=AWAY):
                participants.add(desk, 1, "Ben")
        with pytest.raises(Refusal, match=AWAY):
            library.archive.at_hand()
    library.archive.at_hand()
    assert names(desk) == ["Ana"]
    participants.add(desk, 1, "Ben")
    assert names(desk) == ["Ana", "Ben"]
    assert library.archive.faults() == []
    library.close()
    again = open_with_passphrase(stick / "library", None, standing_rules)
    assert names(Desk(again.archive, nine_o_clock(), CountedCodes())) == ["Ana", "Ben"]
    again.close()


def test_a_page_that_cannot_be_read_says_that_the_disk_is_away_and_not_that_something_was_not_saved(desk, stick):
    with pulled_out(stick), pytest.raises(Refusal, match=AWAY):
        names(desk)
    assert names(desk) == ["Ana"]


def test_after_it_was_out_the_folder_is_held_against_a_second_window_as_before(desk, stick):
    with pulled_out(stick), pytest.raises(Refusal):
        participants.add(desk, 1, "Ben")
    participants.add(desk, 1, "Ben")
    with pytest.raises(InUse):
        FolderLock(stick / "library")


def test_a_window_that_took_the_library_while_it_was_out_keeps_it(desk, stick):
    with pulled_out(stick) as out:
        with pytest.raises(Refusal):
            participants.add(desk, 1, "Ben")
        other = FolderLock(out / "library")
    with pytest.raises(InUse):
        participants.add(desk, 1, "Ben")
    other.release()
    participants.add(desk, 1, "Ben")
    assert names(desk) == ["Ana", "Ben"]


def test_into_a_library_that_comes_back_in_another_state_nothing_is_written(library, desk, stick):
    earlier = library.back_up(datetime(2026, 3, 14, 18, 5, tzinfo=UTC))
    participants.add(desk, 1, "Ben")
    with pulled_out(stick) as out:
        with pytest.raises(Refusal, match=AWAY):
            participants.add(desk, 1, "Cleo")
        shutil.copyfile(out / earlier.relative_to(stick) / DATABASE, out / "library" / DATABASE)
    lies = (stick / "library" / DATABASE).read_bytes()
    for _ in range(2):
        with pytest.raises(Exchanged):
            participants.add(desk, 1, "Cleo")
    assert (stick / "library" / DATABASE).read_bytes() == lies
