"""Which form the library's tables have, and how an older form becomes the present one."""

from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from mat_desktop.storage.faults import Damaged, TooNew, told

MIGRATIONS = Path(__file__).parent.parent / "migrations"


def known() -> tuple[str, ...]:
    """The revisions in their order; a file's name begins with its revision."""
    return tuple(sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))


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
    """Whether the library must be carried forward. Raises TooNew or Damaged."""
    revision = _found(engine)
    if revision is None:
        raise Damaged("This file is not a library of MAT Desktop. Nothing was changed.")
    if revision not in known():
        raise TooNew(
            "A newer MAT Desktop wrote this library. Nothing was changed. Open it with that version or a newer one."
        )
    return revision != known()[-1]


def back_up_first(folder: Path, engine: Engine, data_key: bytes | None) -> None:
    """A verified copy of the old form, before anything is changed."""
    from mat_desktop.storage.folder import backup

    backup.copy_as(folder, engine, data_key, folder / "backups" / f"before-{known()[-1]}")


def end_history(engine: Engine) -> None:
    """Write into the journal that the form changed: images of the old form can no longer be brought back.

    The line carries the time of the last deed, for a library has no clock of its own.
    """
    from mat_desktop.facilitation.deeds import DeedKind
    from mat_desktop.facilitation.ports import Note
    from mat_desktop.storage.work import journal
    from mat_desktop.storage.work.history import read_history

    facts = DeedKind.LIBRARY_MIGRATE.value
    with engine.begin() as connection:
        last = read_history(connection).last_at
        if last is not None:
            journal.write(connection, journal.Recorder(Note(facts.key, facts.undoable, last)))


def bring_up(engine: Engine) -> None:
    """Run the migrations in one transaction, foreign keys off meanwhile and checked before the commit.

    Raises Damaged, with nothing changed, where a row points to nothing afterwards.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    raw = engine.raw_connection()
    raw.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
    raw.close()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        strays = connection.execute(text("PRAGMA foreign_key_check")).all()
        if strays:
            raise Damaged(f"Rows of {strays[0][0]} point to nothing. Nothing was changed.")
    raw = engine.raw_connection()
    raw.driver_connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[union-attr]
    raw.close()
