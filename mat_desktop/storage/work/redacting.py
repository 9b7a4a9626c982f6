"""Taking words out of rows that stay: those of a partnership, and a person's names in what was written about others."""

import json
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import JSON, Column, Connection, LargeBinary, Table, bindparam, select, text, update

from mat_desktop.facilitation.agreement.terms import without
from mat_desktop.storage.tables.columns import FREE, metadata
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.about import PERSON
from mat_desktop.storage.work.naming import OWN_CONTACTS, OwnNames, may_name_people
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
    """Take rows out."""
    if rows:
        connection.execute(table.delete().where(_one_of(table)), {"ids": sorted(rows)})


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
    plain, written = enumerate(sorted(names.words)), enumerate(names.as_json)
    forms = {False: {f"p{n}": word for n, word in plain}, True: {f"j{n}": word for n, word in written}}
    columns = [(c.name, isinstance(c.type, JSON)) for c in free_columns(table)]
    any_of = " OR ".join(f"instr({column}, :{name}) > 0" for column, is_json in columns for name in forms[is_json])
    if not any_of:
        return set()
    given = {name: word for is_json in {kind for _, kind in columns} for name, word in forms[is_json].items()}
    asked = text(f"SELECT id FROM {table.name} WHERE {any_of}")  # noqa: S608  names of our own tables
    return set(connection.execute(asked, given).scalars())


def _rewrite(connection: Connection, table: Table, rows: Collection[int], make: Make) -> set[int]:
    """Put another value where people wrote something. Returns the rows in which one differs."""
    columns, changed = free_columns(table), set()
    if not columns or not rows:
        return set()
    asked = select(table.c.id, *columns).where(_one_of(table))
    for row in connection.execute(asked, {"ids": sorted(rows)}).mappings().all():
        made = {column.name: make(column, row[column.name]) for column in columns}
        values = {name: value for name, value in made.items() if value != row[name]}
        if values:
            connection.execute(update(table).where(table.c.id == row["id"]).values(**values))
            changed.add(row["id"])
    return changed


def _one_of(table: Table) -> Any:
    return table.c.id.in_(bindparam("ids", expanding=True))
