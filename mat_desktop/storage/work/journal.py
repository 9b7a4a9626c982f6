"""The append-only record of deeds: row images, salted commitments, and a chain of hashes over both."""

import hashlib
import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, Date, LargeBinary, RowMapping, Select, Table, bindparam, insert, select
from sqlalchemy.orm import Mapper, Session

from mat_desktop.facilitation.ports import Note
from mat_desktop.storage.faults import Damaged
from mat_desktop.storage.tables.columns import Instant, Worded, metadata
from mat_desktop.storage.tables.ledger import journal, journal_changes
from mat_desktop.storage.work.about import Read, people_of

Image = dict[str, Any]
Key = tuple[str, int]

_NOT_COMPARED = "row_version"
_AS_IT_IS = frozenset({int, float, str, bool, type(None)})
_AT_ONCE = 500
"""So many rows are asked for in one question; a database takes no endless list."""
GENESIS = "0" * 64
FORM = 2
"""The form of the lines that are written now: whom each image is about stands in the line itself, and is hashed with
it. Lines of form 1, written up to 0.6.0, did not say so; they stay as they were written and are verified as then."""
_NEW_LINE, _NEW_IMAGES = insert(journal), insert(journal_changes)
_HEAD = select(journal.c.hash).order_by(journal.c.sequence.desc()).limit(1)


@dataclass(frozen=True)
class RowChange:
    """One row before and after a deed; None where it was not there."""

    table: str
    row_id: int
    before: Image | None
    after: Image | None

    @property
    def image(self) -> Image:
        """The row as the deed leaves it; what it takes out, as it was before."""
        return self.after or self.before or {}


@dataclass
class Recorder:
    """Takes the images of one deed, folded over all its flushes into one before and one after a row."""

    note: Note
    takes: tuple[int, ...] = ()
    before: dict[Key, Image | None] = field(default_factory=dict)

    def keep_before(self, connection: Connection, table: Table, row_id: int) -> None:
        """Read the row as it still is; only the first image of a deed counts."""
        key = (table.name, row_id)
        if key not in self.before:
            self.before[key] = read_image(connection, table, row_id)

    def keep_new(self, table: Table, row_id: int) -> None:
        """Mark a row that was not there before."""
        self.before.setdefault((table.name, row_id), None)

    def changes(self, connection: Connection) -> list[RowChange]:
        """What is different now, in the order of the tables."""
        rows: dict[str, list[int]] = defaultdict(list)
        for name, row_id in self.before:
            rows[name].append(row_id)
        now = {name: read_images(connection, metadata.tables[name], ids) for name, ids in rows.items()}
        changed = [RowChange(name, key, before, now[name].get(key)) for (name, key), before in self.before.items()]
        return [change for change in changed if change.before != change.after]


def read_image(connection: Connection, table: Table, row_id: int) -> Image | None:
    """The row as plain JSON values, without its row version."""
    row = connection.execute(_one_of(table), {"id": row_id}).mappings().first()
    return None if row is None else _image(row)


def read_images(connection: Connection, table: Table, row_ids: Sequence[int]) -> dict[int, Image]:
    """The same of many rows at once, by their ids; what is not there is left out."""
    if len(row_ids) == 1:
        found = read_image(connection, table, row_ids[0])
        return {} if found is None else {row_ids[0]: found}
    parts = (row_ids[start : start + _AT_ONCE] for start in range(0, len(row_ids), _AT_ONCE))
    rows = (row for part in parts for row in connection.execute(_many_of(table), {"ids": part}).mappings())
    return {row["id"]: _image(row) for row in rows}


def _image(row: RowMapping) -> Image:
    """Most values are as JSON holds them, and asked for first: every deed reads the whole row of a person twice."""
    held = {name: value if type(value) in _AS_IT_IS else _plain(value) for name, value in row.items()}
    held.pop(_NOT_COMPARED, None)
    return held


@cache
def _one_of(table: Table) -> Select[Any]:
    return select(table).where(table.c.id == bindparam("id"))


@cache
def _many_of(table: Table) -> Select[Any]:
    return select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    return str(value) if isinstance(value, StrEnum) else value


def lively(table: Table, image: Mapping[str, Any]) -> Image:
    """The image with the values that the plain classes hold."""
    return {name: _value(table, name, value) for name, value in image.items()}


def _value(table: Table, name: str, value: Any) -> Any:
    kind = table.c[name].type
    if value is None:
        return None
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Instant):
        return datetime.fromisoformat(value)
    if isinstance(kind, LargeBinary):
        return b64decode(value)
    return kind.words(value) if isinstance(kind, Worded) else value


def watch(mapper: Mapper[Any]) -> None:
    """Have every change of a mapped class recorded by the deed under way.

    Raises TypeError for a class without a table of its own; so does, from then on, a change outside a deed.
    """
    from sqlalchemy import event

    table = mapper.local_table
    if not isinstance(table, Table):
        raise TypeError(f"{mapper} has no table of its own.")
    own: Table = table

    def recorder_of(target: object) -> Recorder:
        session = Session.object_session(target)
        recorder = session.info.get("recorder") if session else None
        if not isinstance(recorder, Recorder):
            raise TypeError("A row was changed outside a deed.")
        return recorder

    def before(_mapper: Mapper[Any], connection: Connection, target: Any) -> None:
        recorder_of(target).keep_before(connection, own, target.id)

    def inserted(_mapper: Mapper[Any], _connection: Connection, target: Any) -> None:
        recorder_of(target).keep_new(own, target.id)

    event.listen(mapper, "before_update", before)
    event.listen(mapper, "before_delete", before)
    event.listen(mapper, "after_insert", inserted)


def write(connection: Connection, recorder: Recorder, changes: Sequence[RowChange] | None = None) -> int | None:
    """Write the deed's line and images; they are read where they are not given. Nothing where nothing changed."""
    changes = recorder.changes(connection) if changes is None else changes
    if not changes and recorder.note.undoable:
        return None
    salted = [(change, token_hex(16)) for change in changes]
    note = recorder.note
    people = _people_of_each(connection, changes, note)
    pairs = zip(salted, people, strict=True)
    touched = [[c.table, c.row_id, commitment(c, salt), about] for (c, salt), about in pairs]
    previous = last_hash(connection)
    line = {
        "at": note.at,
        "kind": note.kind,
        "undoable": int(note.undoable),
        "workshop_id": note.workshop_id,
        "visit": note.visit,
        "takes": list(recorder.takes),
        "touched": touched,
        "previous": previous,
        "form": FORM,
    }
    line["hash"] = line_hash(line)
    result = connection.execute(_NEW_LINE, line)
    assert result.inserted_primary_key is not None
    sequence = int(result.inserted_primary_key[0])
    if salted:
        rows = zip(salted, people, strict=True)
        connection.execute(_NEW_IMAGES, [_row(sequence, c, salt, about) for (c, salt), about in rows])
    return sequence


def _people_of_each(connection: Connection, changes: Sequence[RowChange], note: Note) -> list[list[int]]:
    """Everybody each change is about, in the order of the changes."""
    read = _reader(connection, changes)
    found = (people_of(c.table, c.row_id, c.image, read) if c.image else frozenset() for c in changes)
    return [sorted(note.people | people) for people in found]


def _reader(connection: Connection, changes: Iterable[RowChange]) -> Read:
    """Reads rows as this deed leaves them, each once; what it takes out, as it was before."""
    held: dict[Key, Image | None] = {(c.table, c.row_id): c.image for c in changes}

    def read(table: str, row_id: int) -> Image | None:
        if (table, row_id) not in held:
            held[(table, row_id)] = read_image(connection, metadata.tables[table], row_id)
        return held[(table, row_id)]

    return read


def _row(sequence: int, change: RowChange, salt: str, people: Sequence[int]) -> Image:
    return {
        "sequence": sequence,
        "table_name": change.table,
        "row_id": change.row_id,
        "before": change.before,
        "after": change.after,
        "salt": salt,
        "people": people,
    }


def last_hash(connection: Connection) -> str:
    """The head of the chain."""
    found = connection.execute(_HEAD).scalar()
    return str(found) if found else GENESIS


def line_hash(line: Mapping[str, Any]) -> str:
    """SHA-256 over the previous hash and everything that the line says; its form too, from form 2 on."""
    said = {k: _plain(line[k]) for k in ("at", "kind", "undoable", "workshop_id", "visit", "takes", "touched")}
    if line["form"] != 1:
        said["form"] = line["form"]
    return hashlib.sha256((line["previous"] + _canonical(said)).encode()).hexdigest()


def commitment(change: RowChange, salt: str) -> str:
    """What a line holds of one row, and nobody can read it out again."""
    said = _canonical({"before": change.before, "after": change.after})
    return hashlib.sha256((salt + said).encode()).hexdigest()


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def folded(changes: Iterable[RowChange]) -> list[RowChange]:
    """The first before and the last after of every row over several deeds."""
    folds: dict[Key, RowChange] = {}
    for change in changes:
        key = (change.table, change.row_id)
        first = folds.get(key, change)
        folds[key] = RowChange(change.table, change.row_id, first.before, change.after)
    return list(folds.values())


def read_changes(connection: Connection, sequences: Iterable[int]) -> list[RowChange]:
    """The images of these deeds, oldest first."""
    asked = select(journal_changes).where(journal_changes.c.sequence.in_(list(sequences)))
    with readable():
        rows = connection.execute(asked.order_by(journal_changes.c.id)).all()
    return [RowChange(r.table_name, r.row_id, r.before, r.after) for r in rows]


def net_changes(connection: Connection, sequences: Iterable[int]) -> list[RowChange]:
    """What these deeds changed together: the rows that are not as they were before the first of them."""
    return [c for c in folded(read_changes(connection, sequences)) if c.before != c.after]


def people_in(connection: Connection, sequences: Iterable[int]) -> tuple[int, ...]:
    """Everybody whom these deeds are about."""
    column, sequence = journal_changes.c.people, journal_changes.c.sequence
    with readable():
        told = connection.execute(select(column).where(sequence.in_(list(sequences)))).scalars()
        return tuple(sorted({int(person) for people in told for person in people}))


@contextmanager
def readable() -> Iterator[None]:
    """Has what was never written so be said in a sentence that quotes nothing of it. Raises Damaged."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError):
        raise Damaged(UNREADABLE) from None


UNREADABLE = "The journal of this library was changed and cannot be read. Bring the newest copy back."
