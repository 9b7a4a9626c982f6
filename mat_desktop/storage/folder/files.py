"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from mat_desktop.storage.faults import FULL, READ_ONLY, NotSaved


def write_whole(path: Path, content: bytes) -> None:
    """Write beside, bring to the disk, then exchange: a reader sees the old file or the new one.

    Raises:
        NotSaved: when the disk is full or read-only; the old file is untouched.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as fault:
        raise _told(fault) from fault
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105  pathlib's replace is the same call without the pairing in sight
        sync_folder(path.parent)
    except OSError as fault:
        Path(name).unlink(missing_ok=True)
        raise _told(fault) from fault


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _told(fault: OSError) -> NotSaved:
    import errno

    return NotSaved(FULL if fault.errno in (errno.ENOSPC, errno.EDQUOT) else f"{READ_ONLY} ({fault.strerror})")
