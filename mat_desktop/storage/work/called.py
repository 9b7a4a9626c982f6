"""What people are called in the words of undo."""

from sqlalchemy import Connection, select

from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.work import journal


def names_of(connection: Connection, people: tuple[int, ...], sequences: tuple[int, ...]) -> tuple[str, ...]:
    """Names as they are now; for somebody who is gone, as the journal last saw them."""
    table = metadata.tables["participant"]
    known: dict[int, str] = {
        row.id: row.name for row in connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(people)))
    }
    for change in journal.read_changes(connection, sequences):
        if change.table == "participant" and change.row_id not in known:
            known[change.row_id] = str((change.before or change.after or {}).get("name", ""))
    return tuple(known[person] for person in people if person in known)
