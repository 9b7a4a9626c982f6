"""The tables beside the things themselves: the journal, the bookmark and facts about the library."""

from sqlalchemy import JSON, Column, Integer, String, Table

from mat_desktop.storage.tables.columns import Instant, metadata
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES

journal = Table(
    "journal",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("at", Instant(), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("undoable", Integer, nullable=False),
    Column("workshop_id", Integer),
    Column("visit", String(200), nullable=False),
    Column("takes", JSON, nullable=False),
    Column("touched", JSON, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("form", Integer, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
journal_changes = Table(
    "journal_change",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sequence", Integer, nullable=False, index=True),
    Column("table_name", String(60), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("salt", String(32)),
    Column("people", JSON, nullable=False),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
bookmarks = Table(
    "bookmark",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("workshop_id", Integer, nullable=False),
    Column("step", String(20), nullable=False),
    Column("person_id", Integer),
    sqlite_strict=True,
)
facts = Table(
    "library_fact",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("value", String(4000), nullable=False),
    sqlite_strict=True,
)
digests = Table(
    "workshop_digest",
    metadata,
    Column("workshop_id", Integer, primary_key=True),
    Column("body", JSON, nullable=False),
    sqlite_strict=True,
)
"""What Today needs of each workshop, worked out after its last deed and thrown away by the next one."""
LEDGERS = frozenset(metadata.tables) - DOMAIN_TABLES
