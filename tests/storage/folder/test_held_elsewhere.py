"""A file that another program has open, as a virus scanner has each new one on Windows for a moment."""

import errno
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.faults import READ_ONLY, NotSaved
from mat_desktop.storage.folder import moving
from mat_desktop.storage.folder.files import is_left_over, write_whole
from mat_desktop.storage.folder.library import open_with_passphrase
from mat_desktop.storage.folder.restoring import restore
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import harbour_hall
from tests.storage.folder.test_kills import names_in

AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)
ACCESS_DENIED, SHARING, LOCKED = 5, 32, 33
MOVES = ("replace", "rename", "unlink")


class Scanner:
    """Stands in the place of the system's moves: lets none through for so long, by its own clock, which never waits."""

    def __init__(self, holds_s: float, winerror: int = SHARING) -> None:
        self._holds_s, self._winerror = holds_s, winerror
        self._now = 0.0
        self.refused = 0
        self._real: dict[str, Callable[..., None]] = {name: getattr(os, name) for name in MOVES}

    def monotonic(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        self._now += seconds

    def instead_of(self, name: str) -> Callable[..., None]:
        def moved(*places: object, **more: object) -> None:
            if self._now < self._holds_s:
                self.refused += 1
                held = PermissionError(errno.EACCES, "Access is denied", str(places[0]))
                setattr(held, "winerror", self._winerror)  # noqa: B010  only Windows knows it by itself
                raise held
            self._real[name](*places, **more)

        return moved

    @property
    def waited_s(self) -> float:
        return self._now


@pytest.fixture
def scanned(monkeypatch) -> Iterator[Callable[[Scanner], Scanner]]:
    def begun(scanner: Scanner) -> Scanner:
        monkeypatch.setattr(moving, "time", scanner)
        for name in MOVES:
            monkeypatch.setattr(os, name, scanner.instead_of(name))
        return scanner

    yield begun
    monkeypatch.undo()


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if is_left_over(path.name)]


@pytest.mark.parametrize("number", [ACCESS_DENIED, SHARING, LOCKED])
def test_a_file_that_a_scanner_holds_for_a_moment_is_saved_once_it_lets_go(tmp_path, scanned, number: int):
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    scanner = scanned(Scanner(1.5, number))
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert scanner.refused > 5
    assert 1.5 <= scanner.waited_s < 2


@pytest.mark.parametrize("number", [ACCESS_DENIED, SHARING, LOCKED])
def test_a_file_that_another_program_keeps_is_said_to_be_in_use_after_two_seconds_and_stays_as_it_was(
    tmp_path, scanned, number: int
):
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    scanner = scanned(Scanner(60, number))
    with pytest.raises(NotSaved, match=r"another program has “settings\.json” open"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert 2 <= scanner.waited_s < 2.2


def test_a_file_that_is_marked_as_read_only_is_told_at_once_and_not_as_in_use(tmp_path, scanned, monkeypatch):
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    scanner = scanned(Scanner(60, ACCESS_DENIED))
    with pytest.raises(NotSaved) as refused:
        write_whole(path, b"new")
    assert str(refused.value) == READ_ONLY
    assert scanner.waited_s == 0


def test_any_other_fault_of_the_disk_is_told_at_once(tmp_path, scanned):
    scanner = scanned(Scanner(60, 0))
    with pytest.raises(NotSaved) as refused:
        write_whole(tmp_path / "settings.json", b"new")
    assert str(refused.value) == READ_ONLY
    assert scanner.waited_s == 0


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


def ben(desk):
    participants.add(desk, harbour_hall(desk), "Ben")


def test_a_copy_is_made_and_brought_back_while_a_scanner_looks_into_each_new_file(tmp_path, scanned):
    folder, copy = tmp_path / "library", tmp_path / "kept"
    sealed_library_of(folder, ben)
    sealed_library_of(copy, ana)
    scanned(Scanner(0.5))
    restore(folder, copy, PASSPHRASE)
    assert names_in(folder, PASSPHRASE) == "Ana"
    assert left_over(folder) == []
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    try:
        scanned(Scanner(0.5))
        library.back_up(AT)
    finally:
        library.close()


def test_a_copy_that_cannot_get_its_name_is_said_and_leaves_nothing_half_done(tmp_path, scanned):
    folder = tmp_path / "library"
    sealed_library_of(folder, ana)
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    try:
        with pytest.raises(NotSaved, match="another program has"):
            scanned(Scanner(60))
            library.back_up(AT)
    finally:
        library.close()
    assert names_in(folder, PASSPHRASE) == "Ana"
