"""Libraries for tests: made once, by the real migrations and deeds, then copied."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import Library, create, open_with_passphrase


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="mat-desktop-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    create(folder / "library", None, standing_rules).close()
    return folder / "library"


@cache
def _filled(fill: Callable[[Library], None]) -> Path:
    folder = _template().parent / fill.__name__
    library = empty_library(folder)
    fill(library)
    library.close()
    return folder


def empty_library(folder: Path) -> Library:
    """An open, empty, plain library in this folder, which must not be there yet."""
    return _copied(_template(), folder)


def library_of(folder: Path, fill: Callable[[Library], None]) -> Library:
    """An open copy of a library that was filled once; the folder must not be there yet."""
    return _copied(_filled(fill), folder)


def _copied(template: Path, folder: Path) -> Library:
    shutil.copytree(template, folder)
    return open_with_passphrase(folder, None, standing_rules)
