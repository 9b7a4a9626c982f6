"""Bringing rows back to what the journal's images say, through the unit of work like every other change."""

from typing import Any

from sqlalchemy import Table, inspect
from sqlalchemy.orm import Session

from mat_desktop.storage.tables.columns import mappers, metadata
from mat_desktop.storage.work import journal
from mat_desktop.storage.work.referring import still_referring
from mat_desktop.workshop.refusal import Refusal


def apply(session: Session, changes: list[journal.RowChange]) -> None:
    """Bring every row from `before` to `after`: children go first and parents come first.

    Raises Refusal, and changes nothing, where a row is no longer what it was `before`, and where something that stays
    refers to a row that goes.
    """
    order = {table.name: place for place, table in enumerate(metadata.sorted_tables)}
    connection = session.connection()
    for change in changes:
        if journal.read_image(connection, metadata.tables[change.table], change.row_id) != change.before:
            raise Refusal(
                f"This cannot be taken back or repeated: the {change.table.replace('_', ' ')} "
                "it is about has changed since."
            )
    gone = [c for c in changes if c.after is None]
    new = [c for c in changes if c.before is None and c.after is not None]
    other = [c for c in changes if c.before is not None and c.after is not None]
    for change in sorted(gone, key=lambda c: -order[c.table]):
        _delete(session, change)
    for change in sorted(new, key=lambda c: order[c.table]):
        _insert(session, change)
    for change in other:
        _fill(session.get_one(_class_of(change.table), change.row_id), change)
        _settle(session)


def _settle(session: Session) -> None:
    session.flush()
    session.expunge_all()


def _delete(session: Session, change: journal.RowChange) -> None:
    refers = still_referring(session.connection(), change.table, change.row_id)
    if refers:
        raise Refusal(f"{refers[0].upper()}{refers[1:]} still refers to this. Take that back first.")
    session.delete(session.get_one(_class_of(change.table), change.row_id))
    _settle(session)


def _insert(session: Session, change: journal.RowChange) -> None:
    mapper: Any = inspect(_class_of(change.table))
    thing = mapper.class_manager.new_instance()
    _fill(thing, change)
    session.add(thing)
    _settle(session)


def _fill(thing: object, change: journal.RowChange) -> None:
    assert change.after is not None
    for name, value in journal.lively(metadata.tables[change.table], change.after).items():
        setattr(thing, name, value)


def _class_of(table: str) -> type[Any]:
    for mapper in mappers.mappers:
        local = mapper.local_table
        if isinstance(local, Table) and local.name == table:
            return mapper.class_
    raise LookupError(table)
