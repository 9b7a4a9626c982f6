"""The forms that a library's tables have had, oldest first."""

from functools import cache
from pathlib import Path

MIGRATIONS = Path(__file__).parent.parent / "migrations"


@cache
def known() -> tuple[str, ...]:
    """The revisions in their order; a file's name begins with its revision."""
    return tuple(sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))
