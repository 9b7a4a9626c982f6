"""Which form the library's tables have, and how an older form becomes the present one."""

from collections.abc import Iterator, Set
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from mat_desktop.storage.faults import NOT_OURS, TOO_NEW, Damaged, NotOurs, TooNew, told
from mat_desktop.storage.folder.forms import MIGRATIONS, known

if TYPE_CHECKING:
    from mat_desktop.storage.work.explained import Unexplained


def _found(engine: Engine) -> str | None:
    try:
        with engine.connect() as connection:
            there = connection.execute(
                text("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
            ).scalar()
            if not there:
                return None
            return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    except DBAPIError as fault:
        raise told(fault) from fault


def is_old(engine: Engine) -> bool:
    """Whether the library must be carried forward. Raises TooNew or NotOurs."""
    revision = _found(engine)
    if revision is None:
        raise NotOurs(NOT_OURS)
    if revision not in known():
        raise TooNew(TOO_NEW)
    return revision != known()[-1]


def carry_forward(engine: Engine) -> None:
    """Bring an older form to the present one, and end the history with it: both or neither."""
    from mat_desktop.storage.work.checking import keep_head
    from mat_desktop.storage.work.explained import unexplained

    with _without_foreign_keys(engine) as connection:
        before = set(unexplained(connection))
        _upgrade(connection)
        _end_history(connection, before)
        keep_head(connection)


def bring_up(engine: Engine) -> None:
    """Make the tables of the present form."""
    from mat_desktop.storage.work.checking import keep_head

    with _without_foreign_keys(engine) as connection:
        _upgrade(connection)
        keep_head(connection)


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    """One transaction in which tables may be rebuilt; what points to what is checked before it is committed.

    Raises Damaged, with nothing changed, where a row points to nothing afterwards.
    """
    _pragma(engine, "foreign_keys = OFF")
    try:
        with engine.begin() as connection:
            yield connection
            strays = connection.execute(text("PRAGMA foreign_key_check")).all()
            if strays:
                raise Damaged(f"Rows of {strays[0][0]} point to nothing. Nothing was changed.")
    except DBAPIError as fault:
        raise told(fault) from fault
    _pragma(engine, "foreign_keys = ON")


def _pragma(engine: Engine, words: str) -> None:
    try:
        raw = engine.raw_connection()
        raw.driver_connection.execute(f"PRAGMA {words}")  # type: ignore[union-attr]
        raw.close()
    except Exception as fault:
        raise told(fault) from fault


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _end_history(connection: Connection, before: "Set[Unexplained]") -> None:
    """Write into the journal that the form changed: images of the old form can no longer be brought back.

    The line holds an image of each row that the migrations made or changed, which no deed explains; what was not
    explained `before` them stays so, and is found. The line carries the time of the last deed, for a library has no
    clock of its own.
    """
    from mat_desktop.facilitation.deeds import DeedKind
    from mat_desktop.facilitation.ports import Note
    from mat_desktop.storage.tables.columns import metadata
    from mat_desktop.storage.work import journal
    from mat_desktop.storage.work.explained import FILLED_TABLES, unexplained
    from mat_desktop.storage.work.history import read_history

    facts = DeedKind.LIBRARY_MIGRATE.value
    last = read_history(connection).last_at
    if last is None:
        return
    recorder = journal.Recorder(Note(facts.key, facts.undoable, last))
    for row in unexplained(connection):
        if row not in before or (row.table in FILLED_TABLES and not row.imaged):
            recorder.keep_new(metadata.tables[row.table], row.row_id)
    journal.write(connection, recorder)
