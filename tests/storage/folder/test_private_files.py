"""What the program makes in a library is for whoever is logged in, and for nobody else."""

import os
import stat

import pytest

from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import create, open_with_passphrase
from mat_desktop.storage.folder.restoring import restore
from tests.libraries import PASSPHRASE
from tests.people import nine_o_clock
from tests.sure import sure

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows keeps such folders private by itself")


@pytest.fixture(autouse=True)
def _open_hearted():
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder):
    paths = [folder, *folder.rglob("*")]
    assert len(paths) > 3
    return {str(path.relative_to(folder)): oct(path.stat().st_mode) for path in paths if path.stat().st_mode & 0o077}


def test_nobody_else_can_read_a_library_its_backups_or_what_was_brought_back(tmp_path):
    folder = tmp_path / "library"
    library = create(folder, PASSPHRASE, standing_rules)
    assert open_to_others(folder) == {}
    made = sure(library.back_up(nine_o_clock().now()))
    copy = library.archive.copy_to(tmp_path / "stick", nine_o_clock().now())
    library.renew_key("other words by now")
    library.close()
    restore(folder, made, "other words by now")
    assert open_to_others(folder) == {}
    assert open_to_others(copy) == {}
    restore(tmp_path / "elsewhere", copy, PASSPHRASE)
    assert open_to_others(tmp_path / "elsewhere") == {}


def test_what_an_older_version_left_open_to_others_is_closed_when_it_is_opened(tmp_path):
    folder = tmp_path / "library"
    library = create(folder, PASSPHRASE, standing_rules)
    library.back_up(nine_o_clock().now())
    library.close()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    outside = tmp_path / "outside.txt"
    outside.touch()
    (folder / "link").symlink_to(outside)
    open_with_passphrase(folder, PASSPHRASE, standing_rules).close()
    (folder / "link").unlink()
    assert open_to_others(folder) == {}
    assert stat.S_IMODE(outside.stat().st_mode) == 0o666
