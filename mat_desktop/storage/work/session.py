"""The sessions of the archive: only the unit of work changes rows in them."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import ORMExecuteState, Session

from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.journal import Recorder


@contextmanager
def quiet_session(engine: Engine, recorder: Recorder | None) -> Iterator[Session]:
    """A session that flushes when it is told to, and refuses what would go around the journal."""
    with QuietSession(engine, expire_on_commit=False, autoflush=False) as session:
        session.info["recorder"] = recorder
        yield session


class QuietSession(Session):
    """A session that changes rows only in its unit of work. It is watched as a class: every look opens one."""


@event.listens_for(QuietSession, "before_flush")
def _flush_begins(session: Session, _context: object, _instances: object) -> None:
    session.connection().info["flushing"] = True


@event.listens_for(QuietSession, "after_flush")
def _flush_ends(session: Session, _context: object) -> None:
    session.connection().info["flushing"] = False


@event.listens_for(QuietSession, "do_orm_execute")
def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise RuntimeError("Only the unit of work changes rows.")


@contextmanager
def around_the_unit_of_work(connection: Connection) -> Iterator[None]:
    """For erasing alone, which must not keep an image of what it takes out."""
    connection.info["flushing"] = True
    try:
        yield
    finally:
        connection.info["flushing"] = False


def refuse_stray_writes(
    connection: Connection,
    _cursor: object,
    statement: str,
    _parameters: object,
    _context: object,
    _many: bool,
) -> None:
    """Refuse a statement that changes a table of things outside a flush.

    Raises:
        RuntimeError: for such a statement, which is a mistake of ours.
    """
    words = statement.replace('"', " ").split(None, 3)
    verb = words[0].upper() if words else ""
    if verb not in ("INSERT", "UPDATE", "DELETE"):
        return
    table = words[1] if verb == "UPDATE" else words[2]
    if table.split("(")[0] in DOMAIN_TABLES and not connection.info.get("flushing"):
        raise RuntimeError(f"A write to {table} went around the unit of work.")
