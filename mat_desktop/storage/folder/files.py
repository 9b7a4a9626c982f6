"""Files that are whole or not there: written beside, brought to the disk, given their name last."""

import errno
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mat_desktop.storage.faults import told
from mat_desktop.storage.folder.moving import give_name, take_place

PART = ".mat-desktop-"
"""What we are still at has a name of its own each time, so that nothing left behind ever stands in its way."""

_BLOCK = 1 << 20
"""So many bytes of a file and its copy are held beside each other."""

IN_THE_WAY = "-in-the-way"
_OF_0_6_0 = re.compile(r"\.(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d.*|restore)\.part")
"""What 0.6.0 left of a copy or of a way back that was cut off."""

_NO_SUCH_SERVICE = {
    *(errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS),
    *(errno.EBADF, errno.EISDIR, errno.EACCES, errno.EPERM),
}
"""What systems answer that cannot bring the entries of a folder to the disk: shares, some sticks."""


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, bring to the disk, then exchange: a reader sees the old file or the new one.

    Raises:
        NotSaved: when the disk is full, read-only or gone; the old file is untouched.
    """
    name = ""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=PART)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        take_place(Path(name), path)
        sync_folder(path.parent)
    except OSError as fault:
        if name:
            _unlink(Path(name))
        raise told(fault) from fault


def make_private_folder(folder: Path) -> None:
    """Make a folder that only whoever is logged in can look into; one that is there stays as it is.

    Raises FileNotFoundError where a link stands for it and leads to a disk that is not there.
    """
    if folder.is_symlink() and not folder.exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_way(path: Path, *, folder: bool = False, links: bool = False) -> None:
    """Put aside what lies in the place of a file of ours, or of a folder, and is none: a pipe, a device.

    It keeps its name with an end to it. A link may lead to a disk that is only unplugged: it is left, unless with
    `links`, where none of ours can be one.
    """
    fits, link = path.is_dir() if folder else path.is_file(), path.is_symlink()
    if not os.path.lexists(path) or (link and not links) or (fits and not link):
        return
    give_name(path, numbered(path.parent, f"{path.name}{IN_THE_WAY}"))


def make_private(path: Path) -> None:
    """Make an empty file that only whoever is logged in can read, before anything is written into it."""
    path.touch(mode=0o600)


def copy_private(source: Path, target: Path) -> None:
    """Copy what a file holds into one that only whoever is logged in can read, whatever the first allowed."""
    make_private(target)
    shutil.copyfile(source, target)


def caught_up(source: Path, target: Path) -> bool:
    """Write every block of a file in which a copy of it differs, and cut what is too long.

    Returns whether nothing differed.
    """
    same = True
    with source.open("rb") as wanted, target.open("r+b") as held:
        while block := wanted.read(_BLOCK):
            at = held.tell()
            if held.read(len(block)) != block:
                same = False
                held.seek(at)
                held.write(block)
        if held.tell() < held.seek(0, os.SEEK_END):
            same = False
            held.truncate(wanted.tell())
    return same


def keep_private(folder: Path, ours: Iterable[Path]) -> None:
    """Close a library's folder, and what the program made in it, to everybody else: older versions left it open.

    `ours` names that; what else lies there, where somebody made a folder of their own the library's, stays as it is.
    It asks for no file to be opened, for the library may be open. What cannot be closed stays as it is.
    """
    if os.name != "posix":
        return
    within = (inner for path in ours if path.is_dir() and not path.is_symlink() for inner in path.rglob("*"))
    for path in (folder, *ours, *within):
        if not path.is_symlink():
            with suppress(OSError):
                path.chmod(0o700 if path.is_dir() else 0o600)


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries to the disk, where the system offers that."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as fault:
        if fault.errno not in _NO_SUCH_SERVICE:
            raise
        return
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in _NO_SUCH_SERVICE:
            raise
    finally:
        os.close(handle)


def sync_files(folder: Path) -> None:
    """Bring every file of a folder to the disk, then its entries."""
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    sync_folder(folder)


@contextmanager
def part_in(folder: Path) -> Iterator[Path]:
    """A folder that is still being filled; where it was not given its name in the end, it goes again."""
    part = Path(tempfile.mkdtemp(dir=folder, prefix=PART))
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def is_left_over(name: str) -> bool:
    """Whether an earlier attempt of ours left something of this name half done; other programs have parts too."""
    return name.startswith(PART) or _OF_0_6_0.fullmatch(name) is not None


def sweep(folder: Path) -> None:
    """Take away what earlier attempts left half done in this folder; what cannot be taken away is in nobody's way."""
    for path in [path for path in folder.glob(".*") if is_left_over(path.name)]:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            _unlink(path)


def _unlink(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return


def free_name(folder: Path, name: str) -> Path:
    """This name in the folder, or the first `name-2`, `name-3` that is not taken."""
    path, number = folder / name, 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{name}-{number}"
    return path


def numbered(folder: Path, name: str) -> Path:
    """The first of `name-1`, `name-2` that is not taken in the folder."""
    number = 1
    while os.path.lexists(folder / f"{name}-{number}"):
        number += 1
    return folder / f"{name}-{number}"


def digest(path: Path) -> str:
    """What a file holds, in short: two files with the same digest are the same byte for byte."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
