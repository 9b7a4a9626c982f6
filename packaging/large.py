"""A large library, made in bulk: every row and every line of its journal as they are when each was typed alone.

Nothing of it is kept safe while it is made, so that a million entries take a minute and not a day.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

IN_HASTE = (
    *("synchronous = OFF", "journal_mode = MEMORY", "cache_size = -600000", "cipher_memory_security = OFF"),
    *("secure_delete = OFF", "cell_size_check = OFF"),
)
"""Settings of the connection that makes it; whoever opens it next has the usual ones."""
AT = "2026-08-31T09:00:00+00:00"
ENTRIES = "contact_day"
_LINE = (
    "INSERT INTO journal (sequence, at, kind, undoable, workshop_id, visit, takes, touched, previous, hash, form) "
    "VALUES (?, ?, ?, ?, ?, '', '[]', ?, ?, ?, ?)"
)
_IMAGE = (
    "INSERT INTO journal_change (sequence, table_name, row_id, before, after, salt, people) "
    "VALUES (?, ?, ?, NULL, ?, ?, ?)"
)
_SALT = "5" * 32


def hurry(raw: Any) -> None:
    """Let a connection lose everything if the power goes."""
    for setting in IN_HASTE:
        raw.execute(f"PRAGMA {setting}")


Told = tuple[dict[str, Any], int, list[int]]
"""An image, its workshop, and whom it is about."""


class Chain:
    """Writes lines of the journal behind those that are there, each with its images."""

    def __init__(self, raw: Any) -> None:
        from mat_desktop.storage.work import journal

        self._raw, self._journal = raw, journal
        last = raw.execute("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
        self._sequence, self._hash = last or (0, journal.GENESIS)

    def add_one_by_one(self, kind: str, rows: Iterator[Told]) -> None:
        """A line for each image of an entry, with its workshop and whom it is about."""
        images: list[tuple[Any, ...]] = []
        self._raw.executemany(_LINE, (self._line(kind, ENTRIES, [one], images) for one in rows))
        self._raw.executemany(_IMAGE, images)

    def add_together(self, kind: str, table: str, rows: Sequence[dict[str, Any]]) -> None:
        """One line for images of many rows of a table."""
        images: list[tuple[Any, ...]] = []
        self._raw.execute(_LINE, self._line(kind, table, [(row, 1, []) for row in rows], images))
        self._raw.executemany(_IMAGE, images)

    def _line(self, kind: str, table: str, rows: Sequence[Told], images: list[tuple[Any, ...]]) -> tuple[Any, ...]:
        self._sequence += 1
        touched = []
        for image, _, people in rows:
            change = self._journal.RowChange(table, image["id"], None, image)
            touched.append([table, image["id"], self._journal.commitment(change, _SALT), people])
            images.append((self._sequence, table, image["id"], json.dumps(image), _SALT, json.dumps(people)))
        line = {
            "at": AT,
            "kind": kind,
            "undoable": 1,
            "workshop_id": rows[0][1],
            "visit": "",
            "takes": [],
            "touched": touched,
            "previous": self._hash,
            "form": self._journal.FORM,
        }
        previous, self._hash = self._hash, self._journal.line_hash(line)
        return (
            *(self._sequence, AT, kind, 1, rows[0][1], json.dumps(touched), previous, self._hash),
            self._journal.FORM,
        )


def explain(engine: Any) -> None:
    """Write the journal of everything that lies in the tables: a line for each entry of a log, one for each table."""
    from mat_desktop.storage.tables.columns import metadata
    from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
    from mat_desktop.storage.work import checking, journal

    with engine.begin() as connection:
        raw = connection.connection.driver_connection
        chain = Chain(raw)
        for table in sorted(DOMAIN_TABLES - {ENTRIES}):
            ids = [key for (key,) in raw.execute(f"SELECT id FROM {table} ORDER BY id")]
            rows = journal.read_images(connection, metadata.tables[table], ids)
            if rows:
                chain.add_together("participants.import", table, [rows[key] for key in ids])
        chain.add_one_by_one("contact.mark", _entries(raw))
        checking.keep_head(connection)


def _entries(raw: Any) -> Iterator[Told]:
    workshop_of = dict(raw.execute("SELECT id, workshop_id FROM partnership").fetchall())
    asked = raw.execute(f"SELECT * FROM {ENTRIES} ORDER BY id")
    names = [column[0] for column in asked.description]
    for values in asked.fetchall():
        image = dict(zip(names, values, strict=True))
        del image["row_version"]
        yield image, workshop_of[image["partnership_id"]], [image["participant_id"]]


def uids() -> Iterator[str]:
    """Ids that come in their order, so that the end of the index is all that is written to."""
    return (f"{number:032x}" for number in count(1))
