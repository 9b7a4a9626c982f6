"""Whether the journal is what was written: every line, every image, both ends, and that there is one at all."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.exc import SQLAlchemyError

from mat_desktop.facilitation.ports import Fact
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.tables.ledger import facts, journal, journal_changes
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.journal import GENESIS, RowChange, commitment, line_hash

_UNREADABLE = (ValueError, TypeError, KeyError, LookupError, AttributeError, SQLAlchemyError)
"""What reading something ends in that was never written so."""


def journal_faults(connection: Connection) -> list[str]:
    """What is wrong with the journal, one sentence a fault; nothing when it is whole."""
    sequences = list(connection.execute(select(journal.c.sequence).order_by(journal.c.sequence)).scalars())
    found, previous, expected = list[str](), GENESIS, 1
    for sequence in sequences:
        if sequence != expected:
            found.append(f"The journal misses line {expected}.")
        told, previous = _line_faults(connection, sequence, previous)
        found += told
        expected = sequence + 1
    return found + _ends(connection, expected - 1) + _strays(connection) + _without_a_journal(connection, sequences)


def _line_faults(connection: Connection, sequence: int, previous: str) -> tuple[list[str], str]:
    """What is wrong with one line and its images, and its hash, on which the next one stands."""
    try:
        row = connection.execute(select(journal).where(journal.c.sequence == sequence)).mappings().one()
        line: dict[str, Any] = {str(name): value for name, value in row.items()}
        changed = line["previous"] != previous or line["hash"] != line_hash(line)
        found = [f"Line {sequence} of the journal was changed."] if changed else []
        return found + _image_faults(connection, line), line["hash"]
    except _UNREADABLE:
        raw = connection.execute(select(journal.c.hash).where(journal.c.sequence == sequence)).scalar()
        return [f"Line {sequence} of the journal, or an image of it, cannot be read: it was changed."], str(raw)


def _image_faults(connection: Connection, line: Mapping[str, Any]) -> list[str]:
    of_line = select(journal_changes).where(journal_changes.c.sequence == line["sequence"])
    rows = connection.execute(of_line.order_by(journal_changes.c.id)).all()
    if [[r.table_name, r.row_id] for r in rows] != [entry[:2] for entry in line["touched"]]:
        return [f"The images of line {line['sequence']} of the journal are not complete."]
    pairs = zip(rows, line["touched"], strict=True)
    broken = [_IMAGE.format(line=line["sequence"]) for row, entry in pairs if not _holds(row, entry[2])]
    return broken + [_IMAGE.format(line=line["sequence"]) for row in rows if not _names_people(row.people)]


_IMAGE = "An image of line {line} of the journal was changed."


def _holds(row: Row[Any], promised: str) -> bool:
    """Whether an image is what its line promises. One that was erased has no salt, and nothing is left of it then."""
    if row.salt is None:
        return row.before is None and row.after is None
    return commitment(RowChange(row.table_name, row.row_id, row.before, row.after), row.salt) == promised


def _names_people(people: object) -> bool:
    return isinstance(people, list) and all(isinstance(one, int) for one in people)


def _ends(connection: Connection, last: int) -> list[str]:
    """Both numbers of how far it goes: the one that the database counts, and the one kept when it was closed."""
    counted = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").scalar() or 0
    found = [f"The journal ends at line {last} and should end at line {counted}."] if counted != last else []
    kept = connection.execute(select(facts.c.value).where(facts.c.name == Fact.JOURNAL_HEAD.value)).scalar()
    if kept is not None and not _stands(connection, str(kept)):
        found.append("The journal does not go as far as it did when the library was closed last, or goes another way.")
    return found


def _stands(connection: Connection, head: str) -> bool:
    number, _, mark = head.partition(" ")
    line = select(journal.c.hash).where(journal.c.sequence == (int(number) if number.isdecimal() else -1))
    return connection.execute(line).scalar() == mark


def head(connection: Connection) -> str:
    """How far the journal goes, as it is kept when the library is closed or copied; empty before the first line."""
    last = connection.execute(select(journal.c.sequence, journal.c.hash).order_by(journal.c.sequence.desc())).first()
    return f"{last.sequence} {last.hash}" if last is not None else ""


def _strays(connection: Connection) -> list[str]:
    """Images of no line, and images that stand in another order than the deeds."""
    of_none = journal_changes.c.sequence.not_in(select(journal.c.sequence))
    count = connection.execute(select(func.count()).select_from(journal_changes).where(of_none)).scalar()
    found = ["The journal holds an image that belongs to no line."] if count else []
    order = connection.execute(select(journal_changes.c.sequence).order_by(journal_changes.c.id)).scalars().all()
    return [*found, "Images of the journal stand in another order than its lines."] if _goes_back(order) else found


def _goes_back(order: Sequence[int]) -> bool:
    return any(later < earlier for earlier, later in pairwise(order))


def _without_a_journal(connection: Connection, sequences: Sequence[int]) -> list[str]:
    """Rows that no deed ever wrote."""
    if sequences:
        return []
    counts = (select(func.count()).select_from(metadata.tables[name]) for name in sorted(DOMAIN_TABLES))
    filled = any(connection.execute(count).scalar() for count in counts)
    return ["The journal is empty, and the library is not."] if filled else []
