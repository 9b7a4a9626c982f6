"""`check` looks and changes nothing, and says what it found in sentences."""

import hashlib
import json
import shutil

import pytest

from mat_desktop import cli
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder import slot
from mat_desktop.storage.folder.library import open_with_passphrase
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.storage.folder.test_keys import one_workshop


@pytest.fixture
def folder(tmp_path):
    sealed_library_of(tmp_path / "library", one_workshop)
    open_with_passphrase(tmp_path / "library", PASSPHRASE, standing_rules).close()
    return tmp_path / "library"


def state(folder):
    return {
        str(path): (
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            path.is_file() and hashlib.sha256(path.read_bytes()).digest(),
        )
        for path in (folder, *folder.rglob("*"))
    }


def check(folder, capsys):
    secret = folder.parent / "secret"
    secret.write_text(PASSPHRASE)
    status = cli.main(["check", "--library", str(folder), "--passphrase-file", str(secret), "--json"])
    told = capsys.readouterr()
    return status, json.loads(told.out) if told.out else told.err


@pytest.mark.parametrize("how", ["whole", "a damaged copy of the key", "left open to others", "a leftover"])
def test_check_changes_nothing(folder, capsys, how):
    if how == "a damaged copy of the key":
        (folder / slot.SLOT_COPY).write_bytes(b"{}")
    if how == "left open to others":
        folder.chmod(0o755)
    if how == "a leftover":
        (folder / ".mat-desktop-half").touch()
    before = state(folder)
    status, told = check(folder, capsys)
    assert state(folder) == before
    assert told["sound"] is (how != "a damaged copy of the key")
    assert status == (0 if told["sound"] else 3)


def test_a_library_that_is_open_is_not_checked_beside_the_window(folder, capsys):
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    status, told = check(folder, capsys)
    library.close()
    assert status == 3
    assert "another window" in told


def test_nothing_of_the_copy_stays_behind(folder, capsys, tmp_path, monkeypatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    assert check(folder, capsys)[0] == 0
    assert list(place.iterdir()) == []
    shutil.rmtree(place)
