"""Which step undo would take back and redo would do again, worked out from the journal's lines."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from mat_desktop.facilitation.deeds import ERASING, DeedKind
from mat_desktop.facilitation.ports import Note
from mat_desktop.storage.tables.ledger import journal
from mat_desktop.storage.work.journal import readable

UNDO, REDO = DeedKind.UNDO.value.key, DeedKind.REDO.value.key
ENDS_HISTORY = frozenset(kind.value.key for kind in (DeedKind.LIBRARY_RESTORE, DeedKind.LIBRARY_MIGRATE, *ERASING))


@dataclass(frozen=True)
class JournalLine:
    """One line of the journal, as far as undo needs it."""

    sequence: int
    kind: str
    at: datetime
    undoable: bool
    workshop_id: int | None
    visit: str
    takes: tuple[int, ...]


@dataclass
class History:
    """Two stacks of steps. Deeds of one visit to one field are one step."""

    done: list[JournalLine] = field(default_factory=list)
    undone: list[list[JournalLine]] = field(default_factory=list)
    last_at: datetime | None = None
    for_good: JournalLine | None = None
    """The last deed, where it is one that no undo takes back."""
    begun_late: bool = False
    """Whether there are lines before the first one that was taken: what was undone in them is not known here."""

    def take(self, line: JournalLine) -> None:
        """Move the stacks as this line says."""
        self.last_at = line.at
        self.for_good = None
        if line.kind == UNDO:
            while line.takes and self.done and self.done[-1].sequence not in line.takes:
                self.pass_over()
            group = self.last_step()
            self.pass_over()
            whole = not self.begun_late or {done.sequence for done in group} == set(line.takes)
            self.undone.append(group if whole else [])
        elif line.kind == REDO:
            if self.undone or not self.begun_late:
                self.done += self.undone.pop()
        elif line.kind in ENDS_HISTORY:
            self.done.clear()
            self.undone.clear()
        elif line.undoable:
            self.done.append(line)
            self.undone.clear()
        else:
            self.for_good = line

    def pass_over(self) -> None:
        """Let the last step go: it was taken back, or there is nothing in it to take back."""
        group = self.last_step()
        del self.done[len(self.done) - len(group) :]

    def last_step(self) -> list[JournalLine]:
        """The lines that one undo takes back together, oldest first."""
        if not self.done:
            return []
        visit = self.done[-1].visit
        first = len(self.done) - 1
        while visit and first > 0 and self.done[first - 1].visit == visit:
            first -= 1
        return self.done[first:]


def read_history(connection: Connection) -> History:
    """The stacks as the journal leaves them, as far back as undo goes: thousands of steps, whatever its length.

    A journal may hold a million lines, and she waits for the library to open. Raises Damaged, which quotes nothing.
    """
    with readable():
        return _read(connection)


_READ_BACK = 5000
"""So many lines are read, and no more: whoever takes back more steps than that brings back a copy."""


def _read(connection: Connection) -> History:
    last = connection.execute(select(func.max(journal.c.sequence))).scalar() or 0
    history = History(begun_late=last > _READ_BACK)
    columns = [journal.c[name] for name in ("sequence", "kind", "at", "undoable", "workshop_id", "visit", "takes")]
    asked = select(*columns).where(journal.c.sequence > last - _READ_BACK).order_by(journal.c.sequence)
    lines = [line_of(row) for row in connection.execute(asked).mappings()]
    for line in lines:
        history.take(line)
    if history.begun_late:
        _leave_half_a_step(history, lines[0].visit)
    return history


def _leave_half_a_step(history: History, visit: str) -> None:
    """A step in the midst of which reading began is taken back as a whole or not at all."""
    while visit and history.done and history.done[0].visit == visit:
        del history.done[0]


def line_written(sequence: int, note: Note, takes: tuple[int, ...] = ()) -> JournalLine:
    """The line that was written under this number, as it will be read: its time with an offset, and no zone."""
    at = datetime.fromisoformat(note.at.isoformat())
    return JournalLine(sequence, note.kind, at, note.undoable, note.workshop_id, note.visit, takes)


def done_at(connection: Connection, kind: str, workshop_id: int) -> tuple[datetime, ...]:
    """The times of all lines of one kind about one workshop, the first one first."""
    asked = select(journal.c.at).where(journal.c.kind == kind, journal.c.workshop_id == workshop_id)
    return tuple(connection.execute(asked.order_by(journal.c.sequence)).scalars())


def last_about(connection: Connection, workshop_id: int) -> tuple[datetime, int] | None:
    """The time and the number of the last line about one workshop."""
    asked = select(journal.c.at, journal.c.sequence).where(journal.c.workshop_id == workshop_id)
    row = connection.execute(asked.order_by(journal.c.sequence.desc()).limit(1)).first()
    return (row.at, row.sequence) if row else None


def line_of(row: Any) -> JournalLine:
    """A journal row as a line."""
    return JournalLine(
        row["sequence"],
        row["kind"],
        row["at"],
        bool(row["undoable"]),
        row["workshop_id"],
        row["visit"],
        tuple(row["takes"]),
    )
