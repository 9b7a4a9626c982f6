"""A disk that is really full, in the middle of work: nothing that was saved goes, and it goes on once there is room."""

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.faults import NotSaved
from mat_desktop.storage.folder.files import write_whole
from mat_desktop.storage.folder.library import Library, open_with_passphrase
from tests.figures import figure
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import CountedCodes, harbour_hall

ROUNDS = int(os.environ.get("MAT_DESKTOP_FULL_DISKS", "3"))
AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)
_STEP = 64 * 1024
SIZE = 3 * 1024 * 1024 + ROUNDS * 4 * _STEP
"""Room for what is saved in all rounds, once what fills it is gone."""


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk in memory; where this computer lets nobody make one, the test is left out."""
    place = tmp_path / "disk"
    place.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    try:
        subprocess.run(made, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only the administrator of a Linux can make a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path, room: int) -> Path:
    """Leave so many bytes, and no more."""
    filler = disk / "filler"
    free = os.statvfs(disk)
    filler.write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - room))
    return filler


def at_desk(library: Library) -> Desk:
    return Desk(library.archive, SampleClock(datetime(2026, 3, 14, 9, tzinfo=UTC)), CountedCodes())


def answered_until_full(desk: Desk, first: int) -> int:
    """Answer until the disk refuses, in its sentence. Returns the last number that was saved."""
    saved = first - 1
    with pytest.raises(NotSaved, match="disk is full"):
        for number in range(first, first + 10_000):
            # Longer each time, so that the file must grow and a disk without room is met soon.
            participants.change(desk, 1, participants.PersonField.ACCESS_NOTE, f"{number} " + "long " * 600)
            saved = number
    return saved


def test_on_a_full_disk_no_answer_that_was_saved_is_lost_and_work_goes_on_when_there_is_room(disk):
    folder = disk / "library"
    sealed_library_of(folder, ana)
    library, saved, answers = open_with_passphrase(folder, PASSPHRASE, standing_rules), 0, 0
    (disk / "old.pdf").write_bytes(b"an old page")
    for turn in range(ROUNDS):
        filler = fill(disk, (turn % 4 + 1) * _STEP)
        saved = answered_until_full(at_desk(library), saved + 1)
        held = participants.person(at_desk(library), 1).access_note
        assert held.startswith(f"{saved} ") or not saved
        with pytest.raises(NotSaved, match="disk is full"):
            library.back_up(AT)
        with pytest.raises(NotSaved, match="disk is full"):
            write_whole(disk / "old.pdf", b"x" * 100_000)
        assert (disk / "old.pdf").read_bytes() == b"an old page"
        filler.unlink()
        participants.change(at_desk(library), 1, participants.PersonField.PHONE, str(turn))
        assert library.archive.faults() == []
        answers = saved
    library.close()
    again = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    assert participants.person(at_desk(again), 1).phone == str(ROUNDS - 1)
    assert again.archive.faults() == []
    left = [path.name for path in (folder / "backups").iterdir() if path.name.startswith(".")] if ROUNDS else []
    again.close()
    assert left == []
    figure(
        "a full disk", f"{ROUNDS} times, {answers} answers saved before: 0 lost, old files whole, each refused in words"
    )
