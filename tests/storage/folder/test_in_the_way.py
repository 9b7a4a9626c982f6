"""Whatever lies where the program has its files: the library opens, or a sentence says why, and nothing is waited for.

A pipe would be waited for without end, a device read without end, and a folder can be neither read nor replaced.
"""

import os
import shutil
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.faults import Missing, NotSaved
from mat_desktop.storage.folder import exchange
from mat_desktop.storage.folder.files import IN_THE_WAY
from mat_desktop.storage.folder.glance import DATABASE, HOT_JOURNAL, exists
from mat_desktop.storage.folder.library import create, open_with_passphrase
from mat_desktop.storage.folder.lock import LOCK
from mat_desktop.storage.folder.restoring import restore
from mat_desktop.storage.folder.slot import SLOT, SLOT_COPY
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import CountedCodes, harbour_hall, nine_o_clock
from tests.storage.folder.test_kills import names_in

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only here there are pipes and devices with a name")
AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)
_PATIENCE_S = 120


def a_folder(path: Path) -> None:
    path.mkdir()
    (path / "something").touch()


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def a_link_without_end(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_list_without_bottom(path: Path) -> None:
    path.write_text("[" * 100_000, encoding="utf-8")


KINDS: tuple[Callable[[Path], object], ...] = (
    *(a_folder, os.mkfifo, a_link_to_itself, a_link_without_end, a_list_without_bottom),
)
PLACES = (SLOT, SLOT_COPY, LOCK, HOT_JOURNAL, "exchange.json", "backups", ".mat-desktop-1", ".restore.part")


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


@pytest.fixture(autouse=True)
def _waits_for_nothing():
    def gave_up(_signal: int, _frame: object) -> None:
        raise TimeoutError("it waits for something that never comes")

    before = signal.signal(signal.SIGALRM, gave_up)
    signal.alarm(_PATIENCE_S)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sealed_library_of(tmp_path / "library", ana)
    return tmp_path / "library"


def put(kind: Callable[[Path], object], path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    kind(path)


@pytest.mark.parametrize("name", PLACES)
def test_what_lies_in_the_way_of_any_file_of_ours_keeps_nobody_out_and_lets_backups_be_made(folder, name):
    for kind in KINDS:
        put(kind, folder / name)
        exchange.settle(folder)
        library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
        try:
            ana(Desk(library.archive, nine_o_clock(), CountedCodes()))
            if not (folder / "backups").is_symlink():
                assert library.back_up(AT)
        finally:
            library.close()
    assert names_in(folder, PASSPHRASE) == ", ".join(["Ana"] * (1 + len(KINDS)))


@pytest.mark.parametrize("kind", KINDS[:-1])
def test_where_something_else_lies_in_the_place_of_the_library_it_is_missing_and_a_copy_comes_back_over_it(
    folder, tmp_path, kind
):
    shutil.copytree(folder, tmp_path / "copy")
    put(kind, folder / DATABASE)
    assert not exists(folder)
    with pytest.raises(Missing, match="bring the newest copy back"):
        open_with_passphrase(folder, PASSPHRASE, standing_rules)
    restore(folder, tmp_path / "copy", PASSPHRASE)
    assert names_in(folder, PASSPHRASE) == "Ana"


def test_a_first_start_puts_aside_what_is_no_library_and_throws_nothing_away(tmp_path):
    folder = tmp_path / "library"
    a_folder_of_hers = folder / DATABASE
    a_folder_of_hers.mkdir(parents=True)
    (a_folder_of_hers / "notes.txt").write_text("mine", encoding="utf-8")
    create(folder, PASSPHRASE, standing_rules).close()
    assert names_in(folder, PASSPHRASE) == ""
    (kept,) = folder.glob(f"{DATABASE}{IN_THE_WAY}-*")
    assert (kept / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_backups_on_a_disk_that_is_not_plugged_in_are_said_and_the_way_there_is_kept(folder, tmp_path):
    (folder / "backups").symlink_to(tmp_path / "stick" / "backups")
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    try:
        with pytest.raises(NotSaved, match=r"not there\. Plug it in"):
            library.back_up(AT)
        (tmp_path / "stick" / "backups").mkdir(parents=True)
        assert library.back_up(AT)
    finally:
        library.close()


def test_a_copy_made_into_her_own_folder_leaves_what_other_programs_are_still_at(folder, tmp_path):
    hers = tmp_path / "downloads"
    hers.mkdir()
    (hers / ".film.mp4.part").write_bytes(b"half of it")
    (hers / ".2026-03-01T10-00-00.part").mkdir()
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    library.archive.copy_to(hers, AT)
    library.close()
    assert (hers / ".film.mp4.part").read_bytes() == b"half of it"
    assert not (hers / ".2026-03-01T10-00-00.part").exists(), "what 0.6.0 left half done goes"


def test_in_a_folder_of_her_own_that_was_made_the_library_s_only_our_files_are_closed_to_others(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    hers = folder / "run.sh"
    hers.touch()
    hers.chmod(0o755)
    create(folder, PASSPHRASE, standing_rules).close()
    open_with_passphrase(folder, PASSPHRASE, standing_rules).close()
    assert hers.stat().st_mode & 0o777 == 0o755
    assert (folder / DATABASE).stat().st_mode & 0o777 == 0o600
