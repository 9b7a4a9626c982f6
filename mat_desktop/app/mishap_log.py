"""The file in which whoever mends the program reads what went wrong in it. It needs no Qt, so that any front can."""

import sys
from datetime import datetime
from pathlib import Path

from mat_desktop import __version__
from mat_desktop.facilitation.chosen_file import content_of_file
from mat_desktop.storage.folder.files import write_whole
from mat_desktop.workshop.refusal import Refusal

_MOST_TIMES = 2
"""A file so many times as large as the limit was not written here; it is begun anew."""


class MishapLog:
    """The file with the accounts. It never grows beyond its limit: the oldest accounts go."""

    def __init__(self, path: Path, limit: int = 200_000) -> None:
        self.path, self._limit = path, limit

    def read(self) -> str:
        """All that is written down; empty while nothing has gone wrong, or where it cannot be read."""
        try:
            return content_of_file(self.path, _MOST_TIMES * self._limit).decode(errors="replace")
        except (OSError, Refusal):
            return ""

    def append(self, entry: str) -> None:
        """Write one account at the end. Raises OSError when the disk does not take it."""
        kept = self.read() + entry.rstrip("\n") + "\n\n"
        if len(kept.encode()) > self._limit:
            half = kept.encode()[-self._limit // 2 :].decode(errors="ignore")
            kept = half.partition("\n\n")[2] or half
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_whole(self.path, kept.encode())
        except Refusal as refusal:
            raise OSError(str(refusal)) from refusal


def headline(when: datetime) -> str:
    """The first line of an account: when, and which program on which system."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    return f"{when:%Y-%m-%d %H:%M}  MAT Desktop {__version__}, Python {python}, {sys.platform}"
