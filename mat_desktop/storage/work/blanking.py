"""Blanking images of the journal: what they held goes with its salt, and the commitment in the chain stays."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, text, update

from mat_desktop.storage.tables.ledger import journal_changes as images
from mat_desktop.storage.work.about import PERSON
from mat_desktop.storage.work.naming import OWN_CONTACTS, OwnNames, any_word_in, may_name_people
from mat_desktop.storage.work.reach import Reach
from mat_desktop.storage.work.touched import Touched

_BLANK = update(images).where(images.c.id == bindparam("one")).values(before=None, after=None, salt=None)
_ROWS = "table_name = :table AND row_id IN (SELECT value FROM json_each(:rows))"
_OF_ROWS = text(f"SELECT DISTINCT row_id FROM journal_change WHERE {_ROWS}")  # noqa: S608  as below
_BLANK_ROWS = text(f"UPDATE journal_change SET before = NULL, after = NULL, salt = NULL WHERE {_ROWS}")  # noqa: S608
_AT_ONCE = 500


def blank_images(
    connection: Connection, reach: Reach, names: OwnNames, reminds: Callable[[str], bool], touched: Touched
) -> None:
    """Blank the images of rows about the person, of what reminds of them by its key, and of rows that name them.

    The erasing's own line names each row of which an image was blanked, so that no image is empty without a reason.
    """
    for held in (reach.own, reach.moved, reach.shared):
        for table, rows in held.items():
            given = {"table": table, "rows": json.dumps(sorted(rows))}
            touched.add(table, set(connection.execute(_OF_ROWS, given).scalars()))
            connection.execute(_BLANK_ROWS, given)
    for row in [*_reminding(connection, reminds), *_naming(connection, names)]:
        connection.execute(_BLANK, {"one": row.id})
        touched.add(row.table_name, {row.row_id})


def _reminding(connection: Connection, reminds: Callable[[str], bool]) -> Iterator[Any]:
    asked = select(images).where(images.c.table_name == "reminder")
    for row in connection.execute(asked).all():
        key = (row.after or row.before or {}).get("key", "")
        if key and reminds(key):
            yield row


def _naming(connection: Connection, names: OwnNames) -> Iterator[Any]:
    for row in _these(connection, _perhaps_naming(connection, names)):
        told = [_of_others(row.table_name, image) for image in (row.before, row.after) if image]
        if may_name_people(row.table_name) and any(map(names.are_in, told)):
            yield row


def _these(connection: Connection, ids: Sequence[int]) -> Iterator[Any]:
    for start in range(0, len(ids), _AT_ONCE):
        yield from connection.execute(select(images).where(images.c.id.in_(ids[start : start + _AT_ONCE]))).all()


def _perhaps_naming(connection: Connection, names: OwnNames) -> Sequence[int]:
    """The images in which one of the names stands anywhere, also within another word."""
    if not names.words:
        return ()
    any_of = any_word_in("coalesce(before, '') || coalesce(after, '')")
    asked = text(f"SELECT id FROM journal_change WHERE salt IS NOT NULL AND {any_of}")  # noqa: S608  no words
    return connection.execute(asked, {"words": json.dumps(names.as_json)}).scalars().all()


def _of_others(table: str, image: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in image.items() if table != PERSON or name not in OWN_CONTACTS}
