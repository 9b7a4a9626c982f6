"""One verified copy of a library's file, and the process that makes it beside the window.

While a library is open, nothing in its own process may open its file: closing it again would drop SQLite's lock. So
whoever copies an open library does so in a process of its own, which is handed the path and the key through a pipe.
This module imports neither SQLAlchemy nor Qt, so that such a process begins soon.
"""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mat_desktop.storage.faults import NOT_OURS, TOO_NEW, Damaged, NotOurs, TooNew, told
from mat_desktop.storage.folder.engine import connect
from mat_desktop.storage.folder.files import (
    caught_up,
    copy_private,
    free_name,
    make_private,
    make_private_folder,
    part_in,
    sync_files,
    sync_folder,
)
from mat_desktop.storage.folder.forms import known
from mat_desktop.storage.folder.glance import DATABASE, HOT_JOURNAL
from mat_desktop.storage.folder.moving import give_name
from mat_desktop.storage.folder.slot import SLOT, SLOT_COPY, slot_of
from mat_desktop.workshop.refusal import Refusal

_TRIES, _PAUSE_S = 20, 0.1
"""How often a copy catches up because a deed came in between."""
_BUSY = "The library was written to all the time. The copy is made later; nothing is lost."
NOBODY = "0" * 8
"""What stands in a name for a journal that has no line yet."""


@dataclass(frozen=True)
class JournalHead:
    """The last line of a journal: its number, and the first figures of its hash, which tell one course from another."""

    sequence: int
    mark: str

    @property
    def words(self) -> str:
        """How it stands in the name of a copy."""
        return f"deed-{self.sequence}-{self.mark}"


@dataclass(frozen=True, kw_only=True)
class CopyOrder:
    """What is copied, where to, and how the copy is called: by its name, else by this time and its own head."""

    library: Path
    target: Path
    data_key: bytes | None = field(repr=False)
    slot: bytes | None = field(repr=False)
    """The key slot that opened the library, byte for byte."""
    at: str = ""
    name: str = ""


def copied(order: CopyOrder) -> Path:
    """Make one copy, read it back, verify it, and give it its name. Returns where it lies.

    The copy is the same file byte for byte, opens with the key, passes the database's own check, and has a form and a
    journal that this program knows.

    Raises:
        NotSaved: when the disk does not take it.
        Damaged: when the copy does not verify.
        Refusal: when the library was never at rest long enough.
    """
    try:
        make_private_folder(order.target)
        with part_in(order.target) as part:
            _copy_at_rest(order.library, part / DATABASE)
            for name in (SLOT, SLOT_COPY) if order.slot is not None else ():
                make_private(part / name)
                (part / name).write_bytes(order.slot or b"")
            head = verify(part / DATABASE, order.data_key)
            if order.slot is not None:
                slot_of((part / SLOT).read_bytes())
            sync_files(part)
            path = free_name(order.target, order.name or f"{order.at}-{head.words}")
            give_name(part, path)
            sync_folder(order.target)
    except OSError as fault:
        raise told(fault) from fault
    return path


def _copy_at_rest(source: Path, target: Path) -> None:
    """Copy a file, and catch up until both are the same while nobody writes to it.

    A copy is whole when it was read beside the source from end to end, nothing differed, the source's stamp stayed, and
    its journal for taking back was empty throughout. A deed in between costs only the blocks that it changed, so that a
    large library is copied though somebody types all the time.
    """
    copy_private(source, target)
    for _ in range(_TRIES):
        before = _stamp(source)
        if before is None:
            time.sleep(_PAUSE_S)
        elif caught_up(source, target) and _stamp(source) == before:
            return
    raise Refusal(_BUSY)


def _stamp(path: Path) -> tuple[int, ...] | None:
    """What tells one state of the file from another; None in the middle of a deed."""
    journal = path.with_name(HOT_JOURNAL)
    if journal.exists() and journal.stat().st_size:
        return None
    told_of = os.stat(path)  # noqa: PTH116  one call
    return told_of.st_ino, told_of.st_size, told_of.st_mtime_ns


def verify(path: Path, data_key: bytes | None) -> JournalHead:
    """Open a library file that nobody has open, read it through, and say how far its journal goes.

    Raises:
        Damaged: when it does not open with this key, or is not whole.
        NotOurs: when it was never a library of this program.
        TooNew: when a newer version wrote it.
    """
    connection = connect(path, data_key)
    try:
        _read_through(connection)
        return head_of(connection)
    except Exception as fault:
        raise told(fault) from fault
    finally:
        connection.close()


def head_at(path: Path, data_key: bytes | None) -> JournalHead:
    """How far the journal of a file goes that nobody has open. Raises Refusal where it does not open with this key."""
    try:
        connection = connect(path, data_key)
        try:
            return head_of(connection)
        finally:
            connection.close()
    except Exception as fault:
        raise told(fault) from fault


def _read_through(connection: Any) -> None:
    """Every page by the database's own check, every table to its end, and the form."""
    answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if answer != "ok":
        raise Damaged(f"The copy is damaged: {answer}")
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master").fetchall()}
    if not {"alembic_version", "journal", "workshop"} <= names:
        raise NotOurs(NOT_OURS)
    (form,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
    if form not in known():
        raise TooNew(TOO_NEW)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()


def head_of(connection: Any) -> JournalHead:
    """How far the journal goes, asked of a driver's connection."""
    last = connection.execute("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
    return JournalHead(last[0], str(last[1])[:8]) if last else JournalHead(0, NOBODY)
