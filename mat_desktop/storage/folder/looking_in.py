"""Looking into a library without changing anything of it: a copy is opened, and thrown away."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mat_desktop.storage.faults import NotSaved, told
from mat_desktop.storage.folder.files import copy_private
from mat_desktop.storage.folder.glance import PIECES, needs_passphrase
from mat_desktop.storage.folder.library import Library, open_with_passphrase
from mat_desktop.storage.folder.lock import LOCK, FolderLock
from mat_desktop.storage.work.archive import Rules


@contextmanager
def looked_into(folder: Path, passphrase: str | None, rules: Rules) -> Iterator[Library]:
    """The library as a copy of it opens, in a folder of this computer that goes again.

    Raises as `open_with_passphrase` does, and InUse where another window has the library.
    """
    needs_passphrase(folder)
    lock = _lock_of(folder)
    try:
        with tempfile.TemporaryDirectory(prefix="mat-desktop-") as place:
            copy = Path(place) / "library"
            copy.mkdir(mode=0o700)
            _copy(folder, copy)
            library = open_with_passphrase(copy, passphrase, rules)
            try:
                yield library
            finally:
                library.close()
    finally:
        if lock is not None:
            lock.release()


def _copy(folder: Path, copy: Path) -> None:
    try:
        for name in PIECES:
            if (folder / name).is_file():
                copy_private(folder / name, copy / name)
    except OSError as fault:
        raise told(fault) from fault


def _lock_of(folder: Path) -> FolderLock | None:
    """The folder's lock where there is a file for it; on a stick that takes nothing nobody can hold it."""
    if not (folder / LOCK).exists():
        return None
    try:
        return FolderLock(folder)
    except NotSaved:
        return None
