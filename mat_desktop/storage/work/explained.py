"""Whether every row of the tables is what the journal's last image of it says.

Rows and images are compared as they lie in the file, in the columns that a table has at that time, so that the same
holds before and after a library is brought to a newer form. A column that a migration added holds the migration's
default until the next deed takes an image of the row.
"""

import hashlib
import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.raw import UNREADABLE, raw

_LAST_IMAGES = (
    "SELECT i.table_name, i.row_id, i.after, i.salt FROM journal_change AS i JOIN "
    "(SELECT max(id) AS last FROM journal_change GROUP BY table_name, row_id) ON i.id = last "
    "ORDER BY i.table_name, i.row_id"
)
_NOT_COMPARED = ("row_version",)
_FILLED = {("workshop", "card_words"): "132d92e12bd4dfe0d3d3fb92896828f7dc5583617130470d14a100474c254e91"}
"""SHA-256 of what a migration wrote into a column that it added: the words with which safety cards began at first."""
FILLED_TABLES = frozenset({"consent", "response", "answer"})
"""Tables into which migrations up to 0.6.0 carried rows, of which they took no image."""


@dataclass(frozen=True)
class Unexplained:
    """A row that is not what its last image says; `imaged` is False where there is no image of it at all."""

    table: str
    row_id: int
    imaged: bool


def row_faults(connection: Connection) -> list[str]:
    """What the journal does not explain, one sentence a table; nothing where it explains every row."""
    rows = Counter(row.table for row in unexplained(connection))
    return [(_ONE if count == 1 else _MANY).format(table=table, count=count) for table, count in sorted(rows.items())]


_ONE = "In the table {table}, one row is not as the journal has it."
_MANY = "In the table {table}, {count} rows are not as the journal has them."


def unexplained(connection: Connection) -> Iterator[Unexplained]:
    """Every row that differs from its last image, has none, or is not there although its last image has it."""
    with raw(connection) as driver:
        there = {name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
        images = _Images(driver.execute(_LAST_IMAGES))
        for table in sorted(DOMAIN_TABLES & there):
            yield from _of_table(driver, table, images)


class _Images:
    """The last images, table by table and row by row, in their order."""

    def __init__(self, found: Iterator[Sequence[Any]]) -> None:
        self._found = iter(found)
        self._next = next(self._found, None)

    def up_to(self, table: str, row_id: int | None) -> Iterator[Sequence[Any]]:
        """Those of this table before a row, or all that are left of it; images of tables before it are passed over."""
        while self._next is not None and self._next[0] < table:
            self._next = next(self._found, None)
        while self._next is not None and self._next[0] == table and (row_id is None or self._next[1] < row_id):
            yield self._next
            self._next = next(self._found, None)

    def of(self, table: str, row_id: int) -> Sequence[Any] | None:
        """That of this row."""
        if self._next is None or (self._next[0], self._next[1]) != (table, row_id):
            return None
        found, self._next = self._next, next(self._found, None)
        return found


def _of_table(driver: Any, table: str, images: _Images) -> Iterator[Unexplained]:
    defaults = {row[1]: _literal(row[4]) for row in driver.execute(f'PRAGMA table_info("{table}")').fetchall()}
    rows = driver.execute(f'SELECT * FROM "{table}" ORDER BY id')  # noqa: S608  our tables
    names = [column[0] for column in rows.description]
    for values in rows:
        row = dict(zip(names, values, strict=True))
        yield from _gone(table, images.up_to(table, row["id"]))
        image = images.of(table, row["id"])
        if image is None or not _explains(table, image[2], row, defaults):
            yield Unexplained(table, row["id"], imaged=image is not None)
    yield from _gone(table, images.up_to(table, None))


def _gone(table: str, images: Iterator[Sequence[Any]]) -> Iterator[Unexplained]:
    """Rows that should be there."""
    for image in images:
        if image[2] is not None:
            yield Unexplained(table, image[1], imaged=True)


def _literal(written: str | None) -> Any:
    """The default of a column as the database holds it in words."""
    if written is None:
        return None
    return written[1:-1].replace("''", "'") if written.startswith("'") else json.loads(written)


def _explains(table: str, after: str | None, row: Mapping[str, Any], defaults: Mapping[str, Any]) -> bool:
    try:
        image = json.loads(after) if after is not None else None
        if not isinstance(image, dict):
            return False
        compared = [name for name in row if name not in _NOT_COMPARED]
        return all(
            _same(row[name], image[name]) if name in image else _as_added(table, name, row[name], defaults[name])
            for name in compared
        )
    except UNREADABLE:
        return False


def _same(lies: Any, held: Any) -> bool:
    """Whether a value of the file is what an image holds of it."""
    if isinstance(lies, bytes):
        return bool(b64encode(lies).decode("ascii") == held)
    if isinstance(held, dict | list) and isinstance(lies, str):
        return bool(json.loads(lies) == held)
    return bool(lies == held)


def _as_added(table: str, name: str, lies: Any, default: Any) -> bool:
    if str(lies) == str(default):
        return True
    filled = _FILLED.get((table, name))
    return filled is not None and hashlib.sha256(str(lies).encode()).hexdigest() == filled
