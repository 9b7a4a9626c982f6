"""A library that an earlier version left: unpacked, opened, and read as the database has it."""

import json
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import Any

from mat_desktop.app.system import SystemCodes
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import Library, open_with_passphrase

Row = dict[str, Any]
Rows = dict[tuple[str, int], Row]
"""Every row of what deeds change, by table and id."""

_LEDGERS = {"journal", "journal_change", "bookmark", "library_fact", "workshop_digest", "alembic_version"}
_PASSPHRASE = "-passphrase.txt"
"""Ends the name of the file beside an encrypted library that holds its passphrase."""


@dataclass(frozen=True)
class Left:
    """Where a library lies, its passphrase, empty where it has none, and the moment of its last deed."""

    folder: Path
    passphrase: str
    at: datetime

    def copied(self, folder: Path) -> "Left":
        """The same in a folder of its own, to be changed."""
        copytree(self.folder, folder)
        own: Left = replace(self, folder=folder)
        return own

    @contextmanager
    def opened(self) -> Iterator[tuple[Library, Desk]]:
        """Open by the present code, with a desk at the moment when it was left."""
        library = open_with_passphrase(self.folder, self.passphrase or None, standing_rules)
        try:
            yield library, Desk(library.archive, SampleClock(self.at), SystemCodes())
        finally:
            library.close()


def unpacked(packed: Path, into: Path) -> list[Left]:
    """All libraries of an archive; the passphrase of `NAME` stands in `NAME-passphrase.txt` beside it."""
    with tarfile.open(packed) as found:
        found.extractall(into, filter="data")
    return [found_in(path.parent) for path in sorted(into.glob("*/library.db"))]


def found_in(folder: Path) -> Left:
    """The library of this folder, its passphrase read from beside it; it is opened once to know when it was left."""
    secret = folder.with_name(folder.name + _PASSPHRASE)
    passphrase = secret.read_text(encoding="utf-8").splitlines()[0] if secret.exists() else ""
    library = open_with_passphrase(folder, passphrase or None, standing_rules)
    at = library.archive.saved_at()
    library.close()
    assert at is not None, f"Nothing was ever done in {folder}."
    return Left(folder, passphrase, at)


def asked(library: Library, statement: str) -> list[Row]:
    """What the open database answers, past all that the program makes of it."""
    with library.archive._engine.connect() as connection:
        return [dict(row) for row in connection.exec_driver_sql(statement).mappings()]


def rows_of(library: Library) -> Rows:
    """Every row of what deeds change, versions of rows aside."""
    names = {row["name"] for row in asked(library, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    tables = sorted(name for name in names - _LEDGERS if not name.startswith("sqlite_"))
    found = {(name, row["id"]): row for name in tables for row in asked(library, f"SELECT * FROM {name}")}
    return {key: {c: value for c, value in row.items() if c != "row_version"} for key, row in found.items()}


def taken_back(rows: Rows, library: Library, lines: Iterable[int]) -> Rows:
    """The rows as the images in the journal say that they were before these lines, worked out by hand.

    A row that stands in an image is the image; all others are as they are.
    """
    found, wanted = dict(rows), set(lines)
    for change in asked(library, "SELECT * FROM journal_change ORDER BY id DESC"):
        if change["sequence"] not in wanted:
            continue
        key = change["table_name"], change["row_id"]
        if change["before"] is None:
            del found[key]
        else:
            found[key] = _as_stored(json.loads(change["before"]))
    return found


def differences(before: Rows, after: Rows) -> list[str]:
    """Which rows differ, and in which columns; nothing where all is the same."""
    keys = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return [f"{table} {row}: {_columns(before.get((table, row)), after.get((table, row)))}" for table, row in keys]


def _columns(before: Row | None, after: Row | None) -> str:
    if before is None or after is None:
        return "is new" if before is None else "is gone"
    return ", ".join(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def _as_stored(image: Row) -> Row:
    return {name: int(value) if isinstance(value, bool) else value for name, value in image.items()}
