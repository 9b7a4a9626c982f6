"""The lines of the journal as somebody reads them who asks what was done: newest first, a page at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, true

from mat_desktop.facilitation.ports import AuditEntry
from mat_desktop.storage.tables.ledger import journal, journal_changes
from mat_desktop.storage.work.journal import readable

_ONE = func.json_each(journal_changes.c.people).table_valued("value")
_ABOUT = (
    select(journal_changes.c.sequence)
    .select_from(journal_changes.join(_ONE, true()))
    .where(_ONE.c.value == bindparam("person"))
)
_PEOPLE = select(journal_changes.c.sequence, journal_changes.c.people).where(
    journal_changes.c.sequence.in_(bindparam("lines", expanding=True))
)
_KINDS = select(journal.c.sequence, journal.c.kind).where(journal.c.sequence.in_(bindparam("lines", expanding=True)))


def entries(connection: Connection, person: int | None, before: int | None, count: int) -> list[AuditEntry]:
    """So many lines before one, newest first; with a person, those about that person alone. Raises Damaged."""
    line = journal.c
    asked = select(line.sequence, line.at, line.kind, line.takes).order_by(line.sequence.desc()).limit(count)
    given: dict[str, int] = {}
    if before is not None:
        asked = asked.where(line.sequence < before)
    if person is not None:
        asked, given = asked.where(line.sequence.in_(_ABOUT)), {"person": person}
    with readable():
        lines = connection.execute(asked, given).all()
        people = _people(connection, [one.sequence for one in lines])
        kinds = _kinds(connection, [one.takes[0] for one in lines if one.takes])
        return [_entry(one, people, kinds) for one in lines]


def _people(connection: Connection, lines: Sequence[int]) -> Mapping[int, set[int]]:
    """Everybody whom each of these lines is about."""
    found: dict[int, set[int]] = defaultdict(set)
    for row in connection.execute(_PEOPLE, {"lines": lines}).all():
        found[row.sequence] |= set(row.people)
    return found


def _kinds(connection: Connection, lines: Sequence[int]) -> Mapping[int, str]:
    return {row.sequence: row.kind for row in connection.execute(_KINDS, {"lines": lines}).all()}


def _entry(line: Any, people: Mapping[int, set[int]], kinds: Mapping[int, str]) -> AuditEntry:
    took = kinds.get(line.takes[0], "") if line.takes else ""
    about = frozenset(people.get(line.sequence, ()))
    return AuditEntry(sequence=line.sequence, at=line.at, kind=line.kind, took=took, people=about)
