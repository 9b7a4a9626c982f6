"""The archive: one library, one session at a time, every deed committed with its line in the journal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, bindparam, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.ports import AuditEntry, Bookmark, Erasure, Fact, Note, Recorded, Rows
from mat_desktop.storage.faults import told
from mat_desktop.storage.tables.columns import mappers
from mat_desktop.storage.tables.ledger import bookmarks, digests, facts
from mat_desktop.storage.tables.ledger import journal as journal_lines
from mat_desktop.storage.tables.mapping import map_everything
from mat_desktop.storage.work import audit, checking, erasing, journal, pending
from mat_desktop.storage.work import history as past
from mat_desktop.storage.work.called import names_of
from mat_desktop.storage.work.explained import row_faults
from mat_desktop.storage.work.keeper import Keeper
from mat_desktop.storage.work.remembered import Remembered
from mat_desktop.storage.work.replay import apply
from mat_desktop.storage.work.rows import SqlRows
from mat_desktop.storage.work.session import around_the_unit_of_work, quiet_session, refuse_stray_writes
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.refusal import Refusal

T = TypeVar("T")
_NOTHING = {past.UNDO: "There is nothing to undo.", past.REDO: "There is nothing to redo."}
_CHANGE_MUCH = frozenset({DeedKind.PARTICIPANTS_IMPORT.value.key})
"""Before these a backup is made."""
_NO_LONGER = "What was to be erased is no longer there."
Rules = Callable[[Rows, Mapping[str, frozenset[str]], int | None], None]
"""Look at the rows after a deed: which columns of which tables it changed, in which workshop. Raise Refusal."""


class SqlArchive:
    """Keeps a library in SQLite or SQLCipher. Belongs to the thread that opened it."""

    def __init__(self, engine: Engine, rules: Rules, keeper: Keeper) -> None:
        self._engine = engine
        self._rules = rules
        self._keeper = keeper
        self._busy = self._closed = self._wrote = False
        self._history: past.History | None = None
        self._known = Remembered()
        event.listen(engine, "before_cursor_execute", refuse_stray_writes)

    def at_hand(self) -> None:
        """See that the library lies where it was, before a page is turned. Raises Refusal."""
        self._keeper.at_hand()

    @contextmanager
    def look(self) -> Iterator[Rows]:
        """A session whose changes are thrown away."""
        with self._session() as session:
            yield SqlRows(session, self._known)

    @contextmanager
    def deed(self, note: Note) -> Iterator[Rows]:
        """A session that is committed and journalled, or nothing happened."""
        _watch_once()
        if note.kind in _CHANGE_MUCH:
            self._keeper.before_much(note.at)
        recorder = journal.Recorder(note)
        with self._writing(recorder) as session:
            rows = SqlRows(session)
            yield rows
            self._finish(session, rows, recorder)

    def _finish(self, session: Session, rows: Rows, recorder: journal.Recorder) -> None:
        session.flush()
        history = self._stacks(session.connection())
        changes, note = recorder.changes(session.connection()), recorder.note
        self._rules(rows, _columns_of(changes), note.workshop_id)
        sequence = journal.write(session.connection(), recorder, changes)
        if sequence is None:
            return
        _forget_digest(session.connection(), note.workshop_id)
        session.commit()
        self._keeper.wrote(sequence)
        self._wrote = True
        self._known.forget({table for table, _ in recorder.before} | {journal_lines.name})
        history.take(past.line_written(sequence, note, recorder.takes))

    @contextmanager
    def _session(self, recorder: journal.Recorder | None = None) -> Iterator[Session]:
        assert not self._busy, "A deed never calls a deed."
        assert not self._closed, "The library is closed; a look would open it again."
        self._keeper.take_up()
        self._busy = True
        try:
            with quiet_session(self._engine, recorder) as session:
                yield session
        except StaleDataError as stale:
            raise Refusal("This was changed in the meantime. Look at it again, then repeat the change.") from stale
        except DBAPIError as fault:
            raise self._keeper.about(told(fault)) from fault
        finally:
            self._busy = False

    @contextmanager
    def _writing(self, recorder: journal.Recorder | None = None) -> Iterator[Session]:
        """A session that writes, into the file that was opened and into no other."""
        self._keeper.check()
        try:
            with self._session(recorder) as session:
                yield session
        finally:
            self._keeper.renew()

    def _stacks(self, connection: Connection) -> past.History:
        if self._history is None:
            self._history = past.read_history(connection)
        return self._history

    def _history_now(self) -> past.History:
        if self._history is None:
            with self._session() as session:
                self._stacks(session.connection())
        assert self._history is not None
        return self._history

    def _last_step(self) -> list[past.JournalLine]:
        """The last step with something in it; what was typed and taken back within one visit leaves nothing."""
        while len(step := self._history_now().last_step()) > 1:
            with self._session() as session:
                if journal.net_changes(session.connection(), [line.sequence for line in step]):
                    break
            self._history_now().pass_over()
        return step

    def last_done(self) -> Recorded | None:
        """The step that undo would take back."""
        return self._recorded(self._last_step())

    def last_for_good(self) -> Recorded | None:
        """The last deed, where no undo takes it back; what undo would take back lies before it."""
        last = self._history_now().for_good
        return self._recorded([last] if last is not None else [])

    def last_undone(self) -> Recorded | None:
        """The step that redo would do again."""
        undone = self._history_now().undone
        return self._recorded(undone[-1] if undone else [])

    def saved_at(self) -> datetime | None:
        """When the last deed was committed."""
        return self._history_now().last_at

    def _recorded(self, lines: list[past.JournalLine]) -> Recorded | None:
        if not lines:
            return None
        question = (SqlArchive._read_step, tuple(line.sequence for line in lines))
        kept = self._known.get(question)
        if kept is None:
            kept = self._known.keep(question, self._read_step(lines), frozenset({"participant", journal_lines.name}))
        found: Recorded = kept.value
        return found

    def _read_step(self, lines: list[past.JournalLine]) -> Recorded:
        sequences = tuple(line.sequence for line in lines)
        with self._session() as session:
            people = journal.people_in(session.connection(), sequences)
            names = names_of(session.connection(), people, sequences)
        last = lines[-1]
        return Recorded(
            sequences=sequences, kind=last.kind, at=last.at, workshop_id=last.workshop_id, people=people, names=names
        )

    def undo(self, at: datetime) -> None:
        """Take back the last step."""
        self._turn(past.UNDO, self._last_step(), at)

    def redo(self, at: datetime) -> None:
        """Do the last undone step again."""
        undone = self._history_now().undone
        self._turn(past.REDO, undone[-1] if undone else [], at)

    def _turn(self, kind: str, lines: list[past.JournalLine], at: datetime) -> None:
        if not lines:
            raise Refusal(_NOTHING[kind])
        _watch_once()
        sequences = tuple(line.sequence for line in lines)
        note = Note(kind, True, at, workshop_id=lines[-1].workshop_id)
        recorder = journal.Recorder(note, sequences)
        with self._writing(recorder) as session:
            checking.must_hold(session.connection(), sequences)
            changes = journal.net_changes(session.connection(), sequences)
            if kind == past.UNDO:
                changes = [journal.RowChange(c.table, c.row_id, c.after, c.before) for c in changes]
            apply(session, changes)
            self._finish(session, SqlRows(session), recorder)

    def erase(self, note: Note, erasure: Erasure) -> None:
        """Erase somebody or a workshop from library and journal; that the copies are to come is kept with it.

        Raises Refusal where that is no longer there.
        """
        self._keeper.before_much(note.at)
        with self._writing() as session:
            connection = session.connection()
            history = self._stacks(connection)
            with around_the_unit_of_work(connection):
                sequence = erasing.erase(connection, note, erasure)
            if sequence is None:
                raise Refusal(_NO_LONGER)
            self._rules(SqlRows(session), {"partnership": frozenset()}, note.workshop_id)
            pending.add(connection, erasure)
            session.commit()
            self._keeper.wrote(sequence)
        self._wrote = True
        self.forget()
        history.take(past.line_written(sequence, note))

    def to_be_erased_in_copies(self) -> list[Erasure]:
        """Who is erased from the library, and not yet from all of its copies."""
        with self._session() as session:
            return pending.waiting(session.connection())

    def done_at(self, kind: DeedKind, workshop_id: int) -> tuple[datetime, ...]:
        """When deeds of this kind were done in a workshop, the first one first."""
        with self._session() as session:
            return past.done_at(session.connection(), kind.value.key, workshop_id)

    def entries(self, person: int | None, before: int | None, count: int) -> list[AuditEntry]:
        """Lines of the journal for whoever asks what was done, newest first."""
        with self._session() as session:
            return audit.entries(session.connection(), person, before, count)

    def last_about(self, workshop_id: int) -> tuple[datetime, int] | None:
        """When the last deed about a workshop was done, and its number in the journal."""
        with self._session() as session:
            return past.last_about(session.connection(), workshop_id)

    def place(self) -> Bookmark | None:
        """Where the facilitator stopped last."""
        with self._session() as session:
            row = session.connection().execute(select(bookmarks)).first()
        return Bookmark(row.workshop_id, Step(row.step), row.person_id) if row else None

    def keep_place(self, bookmark: Bookmark) -> None:
        """Remember where the facilitator is; the journal does not."""
        with self._writing() as session:
            session.connection().execute(bookmarks.delete())
            session.connection().execute(
                bookmarks.insert().values(
                    id=1, workshop_id=bookmark.workshop_id, step=str(bookmark.step), person_id=bookmark.person_id
                )
            )
            session.commit()

    def fact(self, fact: Fact, /) -> str:
        """A fact about the library itself."""
        with self._session() as session:
            found = session.connection().execute(select(facts.c.value).where(facts.c.name == fact.value)).scalar()
        return str(found or "")

    def keep_fact(self, fact: Fact, value: str) -> None:
        """Keep a fact about the library itself."""
        with self._writing() as session:
            session.connection().execute(facts.delete().where(facts.c.name == fact.value))
            session.connection().execute(facts.insert().values(name=fact.value, value=value))
            session.commit()

    def digests(self) -> dict[int, Any]:
        """What was worked out of each workshop since its last deed."""
        with self._session() as session:
            rows = session.connection().execute(select(digests.c.workshop_id, digests.c.body)).all()
        return {row.workshop_id: row.body for row in rows}

    def keep_digests(self, bodies: Mapping[int, Any]) -> None:
        """Keep what was worked out until the next deed about that workshop."""
        if not bodies:
            return
        with self._writing() as session:
            connection = session.connection()
            connection.execute(digests.delete().where(digests.c.workshop_id.in_(list(bodies))))
            connection.execute(digests.insert(), [{"workshop_id": key, "body": body} for key, body in bodies.items()])
            session.commit()

    def copy_to(self, folder: Path, at: datetime) -> Path:
        """Write one verified copy."""
        assert not self._busy, "A copy waits for the deed to end."
        self.keep_head()
        return self._keeper.copy_to(folder, at)

    def faults(self) -> list[str]:
        """What is wrong with the database or the journal; nothing when both are whole."""
        with self._session() as session:
            connection = session.connection()
            answers = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            found = [f"The database says: {answer}" for answer in answers if answer != "ok"]
            strays = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            found += [f"A row of {stray[0]} points to nothing." for stray in strays]
            return found + checking.journal_faults(connection) + row_faults(connection)

    def head(self) -> str:
        """How far the journal goes, whole."""
        with self._session() as session:
            return checking.head(session.connection())

    def goes_as_on_paper(self, number: int, mark: str) -> bool:
        """Whether the journal came to this mark at this line."""
        with self._session() as session:
            return checking.goes_as_on_paper(session.connection(), number, mark)

    def keep_head(self) -> None:
        """Keep how far the journal goes beside it, so that a journal that was cut is known. Raises Refusal."""
        if not self._wrote:
            return
        with self._writing() as session:
            checking.keep_head(session.connection())
            session.commit()
        self._wrote = False

    def forget(self) -> None:
        """Let go of all that looks have read."""
        self._known = Remembered()

    def close(self) -> None:
        """Let go of the file, for good. How far the journal goes is kept, where something was done."""
        if not self._closed:
            with suppress(Refusal):
                self.keep_head()
        self._closed = True
        self._engine.dispose()


def _columns_of(changes: Iterable[journal.RowChange]) -> dict[str, frozenset[str]]:
    """What is different now in each table; all of a row that came or went."""
    columns: dict[str, frozenset[str]] = {}
    for change in changes:
        old, new = change.before or {}, change.after or {}
        differing = {name for name in change.image if not (name in old and name in new and old[name] == new[name])}
        columns[change.table] = columns.get(change.table, frozenset()) | differing
    return columns


_STALE = digests.delete().where(digests.c.workshop_id == bindparam("workshop"))


def _forget_digest(connection: Connection, workshop_id: int | None) -> None:
    """What was worked out of a workshop is no longer so after a deed; a deed about no single one ends them all."""
    if workshop_id is None:
        connection.execute(digests.delete())
    else:
        connection.execute(_STALE, {"workshop": workshop_id})


@cache
def _watch_once() -> None:
    map_everything()
    for mapper in mappers.mappers:
        journal.watch(mapper)
