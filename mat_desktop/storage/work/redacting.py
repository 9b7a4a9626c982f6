"""Taking words out of rows that stay: those of a partnership, and a person's names in what was written about others."""

import json
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import JSON, Column, Connection, LargeBinary, Table, bindparam, select, text, update

from mat_desktop.facilitation.agreement.terms import without
from mat_desktop.storage.tables.columns import FREE, metadata
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.about import PERSON
from mat_desktop.storage.work.naming import OWN_CONTACTS, OwnNames, any_word_in, may_name_people
from mat_desktop.storage.work.reach import Reach, still_there
from mat_desktop.storage.work.touched import Touched
from mat_desktop.workshop.participants.erasure import ERASED

Make = Callable[[Column[Any], Any], Any]
"""What stands in a column afterwards."""


def free_columns(table: Table) -> list[Column[Any]]:
    """The columns in which people write what they like, and those that keep a copy of such words."""
    return [column for column in table.c if column.info.get(FREE) or isinstance(column.type, JSON)]


def keeps_pages(table: Table) -> bool:
    """Whether a table keeps pages as they were printed: nothing can be taken out of these, so they go as a whole."""
    return any(isinstance(column.type, LargeBinary) for column in table.c)


def delete(connection: Connection, table: Table, rows: Collection[int]) -> None:
    """Take rows out, however many."""
    if rows:
        gone = text(f"DELETE FROM {table.name} WHERE id IN (SELECT value FROM json_each(:ids))")  # noqa: S608
        connection.execute(gone, {"ids": json.dumps(sorted(rows))})


def take_words_of_shared(connection: Connection, reach: Reach, touched: Touched) -> None:
    """Empty what belongs to a partnership and to no single member. The days stay; an agreement says that it is cut."""
    for name in sorted(set(reach.shared) & DOMAIN_TABLES):
        table, rows = metadata.tables[name], still_there(connection, name, reach.shared[name])
        if keeps_pages(table):
            delete(connection, table, rows)
            touched.add(name, rows)
        else:
            touched.add(name, _rewrite(connection, table, rows, lambda c, value: _cut(c, value, reach)))


def _cut(column: Column[Any], value: Any, reach: Reach) -> Any:
    if not value:
        return value
    if isinstance(column.type, JSON):
        return without(value, reach.people)
    return ERASED if (getattr(column.type, "length", None) or 0) >= len(ERASED) else ""


def take_names(connection: Connection, names: OwnNames, touched: Touched) -> None:
    """Take the person's names out of what was written about others."""
    for name in sorted(DOMAIN_TABLES):
        table = metadata.tables[name]
        if names.words and may_name_people(name):
            rows = _rows_with(connection, table, names)
            touched.add(name, _rewrite(connection, table, rows, lambda c, value: _nameless(c, value, names)))


def _nameless(column: Column[Any], value: Any, names: OwnNames) -> Any:
    if not value or _is_own_contact(column):
        return value
    if isinstance(value, str):
        return names.taken_out(value)
    return json.loads(names.taken_out(json.dumps(value, ensure_ascii=False)))


def _is_own_contact(column: Column[Any]) -> bool:
    return column.table.name == PERSON and column.name in OWN_CONTACTS


def _rows_with(connection: Connection, table: Table, names: OwnNames) -> set[int]:
    """The rows in which one of the names stands anywhere, also within another word."""
    forms = {False: json.dumps(sorted(names.words)), True: json.dumps(names.as_json)}
    rows: set[int] = set()
    for column in free_columns(table):
        asked = text(f"SELECT id FROM {table.name} WHERE {any_word_in(column.name)}")  # noqa: S608  our own tables
        rows |= set(connection.execute(asked, {"words": forms[isinstance(column.type, JSON)]}).scalars())
    return rows


def _rewrite(connection: Connection, table: Table, rows: Collection[int], make: Make) -> set[int]:
    """Put another value where people wrote something. Returns the rows in which one differs."""
    columns, changed = free_columns(table), set()
    if not columns or not rows:
        return set()
    asked = select(table.c.id, *columns).where(one_of(table))
    for row in connection.execute(asked, {"ids": sorted(rows)}).mappings().all():
        made = {column.name: make(column, row[column.name]) for column in columns}
        values = {name: value for name, value in made.items() if value != row[name]}
        if values:
            connection.execute(update(table).where(table.c.id == row["id"]).values(**values))
            changed.add(row["id"])
    return changed


def one_of(table: Table) -> Any:
    """That a row is among those whose ids are given as `ids`; no more of them than a statement takes."""
    return table.c.id.in_(bindparam("ids", expanding=True))
