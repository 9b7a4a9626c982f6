"""The lock of a library's folder: one program at a time opens, makes, carries forward or exchanges what lies in it.

SQLite's own lock keeps a second writer out of the file. It cannot keep a file from being exchanged, and there is none
before there is a file; this one can, and is there in time. It goes with the program, however that ends.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from mat_desktop.storage.faults import IN_USE, InUse, told
from mat_desktop.storage.folder.files import make_way

LOCK = "library.lock"


class FolderLock:
    """Held from the first look into the folder until the library is closed."""

    def __init__(self, folder: Path) -> None:
        """Take it, in a folder that is there.

        Raises:
            InUse: when another program has it.
            NotSaved: when the folder takes no file.
        """
        self._folder = folder
        self._file: IO[bytes] | None = None
        self.take()

    def take(self) -> None:
        """Take it, or take it anew where the disk was away. Raises InUse and NotSaved."""
        with suppress(OSError):
            self.release()
        try:
            make_way(self._folder / LOCK, links=True)
            handle = os.open(self._folder / LOCK, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            self._file = os.fdopen(handle, "ab")
        except OSError as fault:
            raise told(fault) from fault
        try:
            _lock(self._file)
        except BlockingIOError as fault:
            self.release()
            raise InUse(IN_USE) from fault
        except OSError:
            return  # This system offers no such lock; SQLite asks for its own.

    def release(self) -> None:
        """Let others in; once is enough."""
        file, self._file = self._file, None
        if file is not None:
            file.close()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as fault:
            raise BlockingIOError from fault

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
