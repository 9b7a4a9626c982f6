"""Erasing a whole workshop from a library and its journal: all of its people, and the workshop itself.

Everything goes that points to the workshop, over any number of steps; rows of other workshops that mention one of its
people mention nobody afterwards, and stay without their names. What stays is that on some day a workshop was erased.
"""

from sqlalchemy import Connection, update

from mat_desktop.facilitation.ports import Fact, Note
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.tables.ledger import bookmarks, digests, facts
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work import journal
from mat_desktop.storage.work.about import references
from mat_desktop.storage.work.blanking import blank_images
from mat_desktop.storage.work.naming import OwnNames, names_of
from mat_desktop.storage.work.reach import (
    WORKSHOP,
    Held,
    found_by_table,
    ids_of,
    pointing_to,
    reach_of_workshop,
    still_there,
)
from mat_desktop.storage.work.redacting import delete, one_of, take_names
from mat_desktop.storage.work.touched import Touched


def erase_workshop(connection: Connection, note: Note, uid: str) -> int | None:
    """Erase one workshop within the transaction under way, and end the history with it.

    Returns the number of the line in the journal; None where this library never knew the workshop.
    """
    workshops = ids_of(connection, WORKSHOP, uid)
    if not workshops:
        return None
    with found_by_table(connection):
        return _erase(connection, note, workshops)


def _erase(connection: Connection, note: Note, workshops: frozenset[int]) -> int | None:
    reach, touched = reach_of_workshop(connection, workshops), Touched(note)
    names = names_of(connection, reach.people)
    blank_images(connection, reach, names, _reminds_of_nobody, touched)
    _empty_mentions(connection, reach.own, touched)
    for table in reversed(metadata.sorted_tables):
        rows = still_there(connection, table.name, reach.own.get(table.name, set()))
        touched.add(table.name, rows)
        delete(connection, table, rows)
    take_names(connection, names, touched)
    _clear_ledgers(connection, workshops, names)
    return journal.write(connection, touched)


def _reminds_of_nobody(_written: str) -> bool:
    """What is due belongs to its workshop, and goes with it."""
    return False


def _empty_mentions(connection: Connection, own: Held, touched: Touched) -> None:
    for name in sorted(DOMAIN_TABLES):
        for column, target in references(name):
            rows = pointing_to(connection, name, column, own.get(target, set())) - own.get(name, set())
            if rows:
                table = metadata.tables[name]
                connection.execute(update(table).where(one_of(table)).values({column: None}), {"ids": sorted(rows)})
                touched.add(name, rows)


def _clear_ledgers(connection: Connection, workshops: frozenset[int], names: OwnNames) -> None:
    """What is kept beside the things themselves: where she stopped, what was worked out, what the library knows."""
    connection.execute(digests.delete())
    connection.execute(bookmarks.delete().where(bookmarks.c.workshop_id.in_(sorted(workshops))))
    for row in connection.execute(facts.select()).all():
        if row.name == Fact.COMING_OUT.value or names.are_in(row.value):
            connection.execute(facts.delete().where(facts.c.name == row.name))
