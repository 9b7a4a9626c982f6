"""How the database file is opened: the key, the durable settings, one transaction kind.

SQLAlchemy is imported only where an engine is made: the process that copies backups needs a connection and no more.
"""

from dataclasses import dataclass, field
from pathlib import Path
from sys import platform
from typing import TYPE_CHECKING, Any

from mat_desktop.storage.faults import told

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("synchronous", "EXTRA", 3),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
)
"""TRUNCATE with EXTRA lost no acknowledged answer in simulated power cuts; DELETE with FULL did."""

CIPHER_MEMORY_SECURITY = "ON"
"""Whether SQLCipher locks its memory against being swapped out, and wipes it. Once on, it is on for the whole process
and every later connection pays for it, plain ones too; the tests do without it, but for the one that reads it back."""


def connect(path: Path, data_key: bytes | None) -> Any:
    """A driver connection, keyed and with every setting read back.

    Raises:
        RuntimeError: when a setting did not take.
    """
    from sqlcipher3 import dbapi2

    try:
        connection = dbapi2.connect(str(path), isolation_level=None, timeout=1.0, check_same_thread=True)
    except dbapi2.Error as fault:
        raise told(fault) from fault
    if data_key is not None:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
        connection.execute(f"PRAGMA cipher_memory_security = {CIPHER_MEMORY_SECURITY}")
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("This build of SQLite cannot encrypt.")
    settings = SETTINGS + ((("fullfsync", "ON", 1),) if platform == "darwin" else ())
    try:
        for name, value, read_back in settings:
            connection.execute(f"PRAGMA {name} = {value}")
            found = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if found != read_back:
                raise RuntimeError(f"SQLite kept {name} at {found}.")
    except dbapi2.Error as fault:
        connection.close()
        raise told(fault) from fault
    return connection


@dataclass
class HeldKey:
    """The data key of an open library; it may be renewed while the library is open."""

    value: bytes | None = field(repr=False)


def make_engine(path: Path, data_key: bytes | HeldKey | None) -> "Engine":
    """One connection for the whole library; every transaction holds the write lock from its start."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool
    from sqlcipher3 import dbapi2

    key = data_key if isinstance(data_key, HeldKey) else HeldKey(data_key)
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: connect(path, key.value), poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: "Connection") -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def is_held(path: Path) -> bool:
    """Whether some program has this file open, one of an older version too, which knows no lock of the folder.

    Raises NotSaved where the system does not open it.
    """
    from sqlcipher3 import dbapi2

    try:
        connection = dbapi2.connect(str(path), isolation_level=None, timeout=0)
    except dbapi2.Error as fault:
        raise told(fault) from fault
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as fault:
        return "locked" in str(fault)
    finally:
        connection.close()
    return False
