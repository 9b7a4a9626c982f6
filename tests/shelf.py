"""Where libraries that are made once stand, for all workers of one run."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

_PATIENCE = 6000
"""Looks of 50 ms, five minutes in all, for a library that another worker is making."""


class Shelf:
    """Libraries by name in one folder, which the run names before its first test."""

    folder: Path

    def kept(self, name: str, make: Callable[[Path], None]) -> Path:
        """The library of this name; whoever needs it first makes it, and the other workers wait for it."""
        whole, part = self.folder / name, self.folder / f".{name}.part"
        for _ in range(_PATIENCE):
            if whole.exists():
                return whole
            try:
                part.mkdir()
            except FileExistsError:
                time.sleep(0.05)
                continue
            try:
                if not whole.exists():
                    make(part / "library")
                    (part / "library").rename(whole)
            finally:
                shutil.rmtree(part)
        raise TimeoutError(f"Another worker began the library {name!r} and never ended.")


shelf = Shelf()
