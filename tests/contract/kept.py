"""What the library kept: the lines of the journal with the rows that each changed, and every table as a whole."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, RowMapping, select

from mat_desktop.storage.folder.library import Library
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.tables.ledger import journal, journal_changes
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES


@dataclass(frozen=True, kw_only=True)
class KeptRow:
    """A row as one line of the journal left it; `after` is None where the row went."""

    table: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    people: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class KeptLine:
    """One line of the journal."""

    sequence: int
    kind: str
    undoable: bool
    rows: tuple[KeptRow, ...]

    @property
    def people(self) -> frozenset[int]:
        """Whomever this line is about."""
        return frozenset[int]().union(*(row.people for row in self.rows))

    def __str__(self) -> str:
        return f"{self.kind} ({', '.join(sorted({row.table for row in self.rows}))})"


class Keeps(Protocol):
    """What a state can be asked about what is kept."""

    def last(self) -> int:
        """The number of the last line of the journal; 0 where there is none."""
        ...

    def since(self, sequence: int) -> tuple[KeptLine, ...]:
        """The lines that came after this one, with the rows that they changed."""
        ...

    def tables(self) -> dict[str, str]:
        """A digest of every table that deeds change, row versions aside."""
        ...


class NothingKept:
    """Before the door: no library is open."""

    def last(self) -> int:
        """No line."""
        return 0

    def since(self, sequence: int) -> tuple[KeptLine, ...]:
        """No line."""
        return ()

    def tables(self) -> dict[str, str]:
        """No table."""
        return {}


class Kept:
    """Looks at a library beside the program, and changes nothing."""

    def __init__(self, library: Library) -> None:
        self._engine = library.archive._engine

    def last(self) -> int:
        """The number of the last line of the journal; 0 where there is none."""
        with self._engine.connect() as connection:
            return int(connection.exec_driver_sql(f"select max(sequence) from {journal.name}").scalar() or 0)

    def since(self, sequence: int) -> tuple[KeptLine, ...]:
        """The lines that came after this one, with the rows that they changed."""
        with self._engine.connect() as connection:
            lines = connection.execute(select(journal).where(journal.c.sequence > sequence)).mappings().all()
            return tuple(_line(connection, line) for line in lines)

    def tables(self) -> dict[str, str]:
        """A digest of every table that deeds change, row versions aside."""
        with self._engine.connect() as connection:
            return {name: _digest(connection, name) for name in sorted(DOMAIN_TABLES)}


def _line(connection: Connection, line: RowMapping) -> KeptLine:
    found = select(journal_changes).where(journal_changes.c.sequence == line["sequence"])
    rows = tuple(
        KeptRow(table=c["table_name"], before=c["before"], after=c["after"], people=frozenset(c["people"]))
        for c in connection.execute(found).mappings()
    )
    return KeptLine(sequence=line["sequence"], kind=line["kind"], undoable=bool(line["undoable"]), rows=rows)


def _digest(connection: Connection, name: str) -> str:
    columns = [f'"{c.name}"' for c in metadata.tables[name].columns if c.name != "row_version"]
    rows = connection.exec_driver_sql(f'select {", ".join(columns)} from "{name}" order by id').all()
    return hashlib.sha256(repr(rows).encode()).hexdigest()
