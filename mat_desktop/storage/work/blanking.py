"""Blanking images of the journal: what they held goes with its salt, and the commitment in the chain stays."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, select, text, update

from mat_desktop.storage.tables.ledger import journal_changes as images
from mat_desktop.storage.work.about import PERSON
from mat_desktop.storage.work.naming import OWN_CONTACTS, OwnNames, may_name_people
from mat_desktop.storage.work.reach import Reach
from mat_desktop.storage.work.touched import Touched

_BLANK = update(images).where(images.c.id == bindparam("one")).values(before=None, after=None, salt=None)
_OF_ROWS = select(images.c.id, images.c.row_id).where(
    images.c.table_name == bindparam("table"), images.c.row_id.in_(bindparam("rows", expanding=True))
)
_THESE = select(images).where(images.c.id.in_(bindparam("ids", expanding=True)))


def blank_images(
    connection: Connection, reach: Reach, names: OwnNames, reminds: Callable[[str], bool], touched: Touched
) -> None:
    """Blank the images of rows about the person, of what reminds of them by its key, and of rows that name them.

    The erasing's own line names each row of which an image was blanked, so that no image is empty without a reason.
    """
    doomed: set[int] = set()
    blanked: dict[str, set[int]] = defaultdict(set)
    for held in (reach.own, reach.moved, reach.shared):
        for table, rows in held.items():
            for image in connection.execute(_OF_ROWS, {"table": table, "rows": sorted(rows)}).all():
                doomed.add(image.id)
                blanked[table].add(image.row_id)
    for row in [*_reminding(connection, reminds), *_naming(connection, names)]:
        doomed.add(row.id)
        blanked[row.table_name].add(row.row_id)
    if doomed:
        connection.execute(_BLANK, [{"one": one} for one in sorted(doomed)])
    for table, rows in blanked.items():
        touched.add(table, rows)


def _reminding(connection: Connection, reminds: Callable[[str], bool]) -> Iterator[Any]:
    asked = select(images).where(images.c.table_name == "reminder")
    for row in connection.execute(asked).all():
        key = (row.after or row.before or {}).get("key", "")
        if key and reminds(key):
            yield row


def _naming(connection: Connection, names: OwnNames) -> Iterator[Any]:
    for row in connection.execute(_THESE, {"ids": _perhaps_naming(connection, names)}).all():
        told = [_of_others(row.table_name, image) for image in (row.before, row.after) if image]
        if may_name_people(row.table_name) and any(map(names.are_in, told)):
            yield row


def _perhaps_naming(connection: Connection, names: OwnNames) -> Collection[int]:
    """The images in which one of the names stands anywhere, also within another word."""
    if not names.words:
        return ()
    said = "coalesce(before, '') || coalesce(after, '')"
    given = {f"n{number}": word for number, word in enumerate(names.as_json)}
    any_of = " OR ".join(f"instr({said}, :{name}) > 0" for name in given)
    asked = text(f"SELECT id FROM journal_change WHERE {any_of}")  # noqa: S608  numbered parameters
    return connection.execute(asked, given).scalars().all()


def _of_others(table: str, image: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in image.items() if table != PERSON or name not in OWN_CONTACTS}
