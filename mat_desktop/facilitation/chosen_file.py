"""A file that somebody chose, or that anything may lie in the place of: its kind and size are known before it is read.

A pipe would be waited for without end, a device read without end, and a folder is no file. This is the one place where
the program reads what it did not just make itself.
"""

import os
import stat
from pathlib import Path

from mat_desktop.workshop.refusal import Refusal

FOLDER = "This is a folder. Choose the file in it."
DEVICE = "This is a device, not a file. Save what it gives as a file and choose that."


class TooLarge(Refusal):
    """Nothing of the file was kept."""


def content_of_file(path: Path, most: int, *, piped: bool = False) -> bytes:
    """The bytes of a file of at most so many.

    Args:
        path: the file.
        most: bytes; of a file that says it is larger none is read.
        piped: whether what another command writes will do too.

    Raises:
        TooLarge: when there are more.
        Refusal: for a folder, a pipe or a device, of which nothing is read.
        OSError: where the system does not give it.
    """
    told = path.stat()
    refuse_other_kinds(told.st_mode, piped=piped)
    if told.st_size > most:
        raise TooLarge(_too_large(most))
    with open(path, "rb", opener=None if piped else _never_waiting) as file:
        refuse_other_kinds(os.fstat(file.fileno()).st_mode, piped=piped)
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLarge(_too_large(most))
    return content


def beginning_of_file(path: Path, count: int) -> bytes:
    """The first bytes of a file of whatever size. Raises as `content_of_file` does, but never for its size."""
    refuse_other_kinds(path.stat().st_mode)
    with open(path, "rb", opener=_never_waiting) as file:
        refuse_other_kinds(os.fstat(file.fileno()).st_mode)
        return file.read(count)


def refuse_other_kinds(mode: int, *, piped: bool = False) -> None:
    """Raise Refusal for what is no file, by the mode that `stat` told."""
    if stat.S_ISDIR(mode):
        raise Refusal(FOLDER)
    if not (stat.S_ISREG(mode) or (piped and stat.S_ISFIFO(mode))):
        raise Refusal(DEVICE)


def _never_waiting(path: str, flags: int) -> int:
    """Opens without waiting for whoever writes to a pipe: it may have come into the file's place a moment ago."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(most: int) -> str:
    size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1000} kB"
    return f"The file is larger than {size}."
