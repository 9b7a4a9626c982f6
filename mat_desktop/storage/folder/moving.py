"""Giving a file or a folder its name, also where another program looks into it at that very moment.

On Windows a virus scanner, a program for copies or a synced folder opens what has just been written, and until it is
done nobody else can rename, exchange or delete it. That takes a moment, so it is tried again before it is told.
"""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from mat_desktop.storage.faults import SHARING_FAULTS

T = TypeVar("T")

PATIENCE_S, _PAUSE_S = 2.0, 0.05
"""How long somebody waits who pressed a key, and how often it is tried meanwhile."""
_ACCESS_DENIED = 5
"""What Windows answers for a file that is open elsewhere, and for one that is marked as read-only."""


def take_place(part: Path, path: Path) -> None:
    """Give a file the name of another, which it replaces at once.

    Raises OSError where the system refuses; with EBUSY where another program held one of the two for two seconds.
    """
    _patiently(lambda: os.replace(part, path), path)  # noqa: PTH105  pathlib's call is the same without the pairing


def give_name(part: Path, path: Path) -> Path:
    """Give a file or a folder a name that is free. Returns it. Raises as `take_place` does."""
    return _patiently(lambda: part.rename(path), part)


def take_away(path: Path) -> None:
    """Delete a file, if it is there. Raises as `take_place` does."""
    _patiently(lambda: path.unlink(missing_ok=True), path)


def _patiently(move: Callable[[], T], path: Path) -> T:
    last = time.monotonic() + PATIENCE_S
    while True:
        try:
            return move()
        except OSError as fault:
            if not _is_held(fault, path):
                raise
            if time.monotonic() >= last:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path)) from fault
        time.sleep(_PAUSE_S)


def _is_held(fault: OSError, path: Path) -> bool:
    """Whether somebody else has it open; a file that is marked as read-only stays so, however long one waits."""
    number = getattr(fault, "winerror", None)
    if number == _ACCESS_DENIED:
        return not path.exists() or os.access(path, os.W_OK)
    return number in SHARING_FAULTS
