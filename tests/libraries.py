"""Empty libraries for tests: made once by the real migrations, then copied."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.library import Library, create, open_with_passphrase


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="mat-desktop-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    create(folder / "library", None, standing_rules).close()
    return folder / "library"


def empty_library(folder: Path) -> Library:
    """An open, empty, plain library in this folder, which must not be there yet."""
    shutil.copytree(_template(), folder)
    return open_with_passphrase(folder, None, standing_rules)
