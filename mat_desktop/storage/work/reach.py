"""What a library holds about one person, or one workshop: found by what points to what, in tables and in images.

Tags in the journal say whom an image is about, for the words of undo. Erasing does not trust them: it follows the
references of the tables, so that a table which points to people is reached without being named here.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, text

from mat_desktop.storage.tables.columns import MENTIONS, metadata
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.storage.work.about import PERSON, references

PARTNERSHIP, MEMBER, WORKSHOP = "partnership", "member", "workshop"
Held = Mapping[str, set[int]]
"""The ids of rows, by their table."""
Edge = tuple[str, str, str]
"""A table, its column that points, and the table to which it points."""

_IDS = "(SELECT value FROM json_each(:ids))"
_IN_IMAGES = (
    "SELECT row_id FROM journal_change WHERE table_name = :table "  # noqa: S608  no words of anybody
    f"AND (json_extract(before, :path) IN {_IDS} OR json_extract(after, :path) IN {_IDS})"
)
_BY_UID = (
    "SELECT id FROM {table} WHERE uid = :uid UNION SELECT row_id FROM journal_change WHERE "
    "table_name = '{table}' AND (json_extract(before, '$.uid') = :uid OR json_extract(after, '$.uid') = :uid)"
)
_TABLES_OF_IMAGES = "SELECT DISTINCT table_name FROM journal_change"
_COLUMNS_OF_IMAGES = (
    "SELECT DISTINCT one.key FROM journal_change, json_each(coalesce(after, before)) AS one "
    "WHERE table_name = :table AND one.key LIKE '%\\_id' ESCAPE '\\'"
)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Rows about one person or one workshop, living ones and such as only the journal knows.

    `own` are there because of it alone; `shared` belong to a partnership in which the person is, and to none
    of its members alone; `moved` were about it once and are about something else now.
    """

    people: frozenset[int]
    own: Held
    moved: Held
    shared: Held
    partnerships: frozenset[int]


@dataclass(frozen=True)
class _Pointing:
    """Which rows of a table point to some rows, which did so before they went, and which did and do no longer."""

    living: set[int]
    gone: set[int]
    moved: set[int]


@contextmanager
def found_by_table(connection: Connection) -> Iterator[None]:
    """Have the images found by their table meanwhile: a log has a million of them, and most questions are of others."""
    connection.execute(text("CREATE INDEX erasing ON journal_change (table_name, row_id)"))
    yield
    connection.execute(text("DROP INDEX erasing"))


def ids_of(connection: Connection, table: str, uid: str) -> frozenset[int]:
    """Under which id a library knows the row with this uid, now or in its journal; nothing where it never did."""
    return frozenset(connection.execute(text(_BY_UID.format(table=table)), {"uid": uid}).scalars())


def reach_of(connection: Connection, people: Collection[int]) -> Reach:
    """Everything there is about a person, who is known under these ids."""
    edges = _edges(connection)
    own, moved = _closure(connection, {PERSON: set(people)}, [e for e in edges if not is_mention(e[0], e[1])])
    partnerships = _partnerships(connection, own[MEMBER])
    shared, _ = _closure(
        connection,
        {PARTNERSHIP: partnerships},
        [e for e in edges if e[0] not in (PERSON, MEMBER)],
        keep=lambda table, rows: _of_no_single_person(connection, table, rows) - own[table],
    )
    return Reach(people=frozenset(people), own=own, moved=moved, shared=shared, partnerships=frozenset(partnerships))


def reach_of_workshop(connection: Connection, workshops: Collection[int]) -> Reach:
    """Everything there is about a workshop, which is known under these ids: all of it is its own."""
    edges = [e for e in _edges(connection) if not is_mention(e[0], e[1])]
    own, moved = _closure(connection, {WORKSHOP: set(workshops)}, edges)
    return Reach(people=frozenset(own[PERSON]), own=own, moved=moved, shared={}, partnerships=frozenset())


def is_mention(table: str, column: str) -> bool:
    """Whether a reference only mentions somebody: its row is somebody else's, and stays with the reference emptied.

    That is so where the table says it, and where it may be empty beside another one that may not: an idea for Ana
    that Ben had is Ana's.
    """
    if table not in metadata.tables:
        return False
    own = metadata.tables[table].c[column]
    others = [metadata.tables[table].c[name] for name, target in references(table) if target == PERSON]
    beside = any(other is not own and not other.nullable for other in others)
    return bool(own.info.get(MENTIONS)) or (own in others and bool(own.nullable) and beside)


def mentioning(connection: Connection, people: Collection[int]) -> dict[tuple[str, str], set[int]]:
    """The living rows that mention somebody, by their table and column."""
    found = {}
    for table in sorted(DOMAIN_TABLES):
        for column, target in references(table):
            if target == PERSON and is_mention(table, column):
                found[table, column] = pointing_to(connection, table, column, people)
    return found


def _edges(connection: Connection) -> list[Edge]:
    held = set(connection.execute(text(_TABLES_OF_IMAGES)).scalars())
    known = [(table, column, target) for table in sorted(DOMAIN_TABLES) for column, target in references(table)]
    return known + [edge for table in sorted(held - DOMAIN_TABLES) for edge in _edges_of_old(connection, table)]


def _edges_of_old(connection: Connection, table: str) -> list[Edge]:
    """Where the images of a table point that only older forms had: its columns are named after what they point to."""
    columns = connection.execute(text(_COLUMNS_OF_IMAGES), {"table": table}).scalars()
    return [(table, column, column.removesuffix("_id")) for column in columns]


def _closure(
    connection: Connection,
    start: Held,
    edges: list[Edge],
    keep: Callable[[str, set[int]], set[int]] = lambda _, rows: rows,
) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """These rows and all that point to them, over any number of steps; and those that did so once."""
    reached: dict[str, set[int]] = defaultdict(set, {table: set(rows) for table, rows in start.items()})
    moved: dict[str, set[int]] = defaultdict(set)
    last: Held = start
    while last:
        new: dict[str, set[int]] = defaultdict(set)
        for table, column, target in edges:
            if last.get(target):
                found = _pointing(connection, table, column, last[target])
                new[table] |= keep(table, (found.living | found.gone) - reached[table])
                moved[table] |= found.moved
        for table, rows in new.items():
            reached[table] |= rows
        last = {table: rows for table, rows in new.items() if rows}
    return reached, moved


def _pointing(connection: Connection, table: str, column: str, ids: Collection[int]) -> _Pointing:
    given = {"table": table, "path": f"$.{column}", "ids": json.dumps(sorted(ids))}
    imaged = set(connection.execute(text(_IN_IMAGES), given).scalars())
    if table not in DOMAIN_TABLES:
        return _Pointing(set(), imaged, set())
    living, there = pointing_to(connection, table, column, ids), still_there(connection, table, imaged)
    return _Pointing(living, imaged - there, there - living)


def pointing_to(connection: Connection, table: str, column: str, ids: Collection[int]) -> set[int]:
    """The living rows of a table that point to some rows."""
    asked = text(f"SELECT id FROM {table} WHERE {column} IN {_IDS}")  # noqa: S608  names of our own tables
    return set(connection.execute(asked, {"ids": json.dumps(sorted(ids))}).scalars())


def still_there(connection: Connection, table: str, ids: Collection[int]) -> set[int]:
    """Which of these rows live; none of a table that only older forms had."""
    return pointing_to(connection, table, "id", ids) if table in DOMAIN_TABLES else set()


def _partnerships(connection: Connection, members: Collection[int]) -> set[int]:
    """The partnerships in which these memberships are; of such as are gone, those that are gone themselves."""
    given = {"ids": json.dumps(sorted(members))}
    living = set(
        connection.execute(text(f"SELECT partnership_id FROM member WHERE id IN {_IDS}"), given).scalars()  # noqa: S608
    )
    told = "SELECT DISTINCT json_extract(coalesce(after, before), '$.partnership_id') FROM journal_change "
    imaged = set(
        connection.execute(text(f"{told} WHERE table_name = 'member' AND row_id IN {_IDS}"), given).scalars()
    ) - {None}
    return living | (imaged - still_there(connection, PARTNERSHIP, imaged))


def _of_no_single_person(connection: Connection, table: str, rows: set[int]) -> set[int]:
    """Which of these rows name no person of their own: what a member said or did alone stays that member's."""
    columns = [c for c, target in references(table) if target == PERSON] if table in DOMAIN_TABLES else []
    for column in columns if rows else ():
        given = {"ids": json.dumps(sorted(rows)), "table": table, "path": f"$.{column}"}
        named = text(f"SELECT id FROM {table} WHERE id IN {_IDS} AND {column} IS NOT NULL")  # noqa: S608
        imaged = text(
            f"SELECT row_id FROM journal_change WHERE table_name = :table AND row_id IN {_IDS} "  # noqa: S608
            "AND json_extract(coalesce(after, before), :path) IS NOT NULL"
        )
        rows = rows - set(connection.execute(named, given).scalars()) - set(connection.execute(imaged, given).scalars())
    return rows
