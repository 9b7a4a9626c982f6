"""A library is a folder: the database, two copies of the key slot, the backups."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from mat_desktop.storage.faults import IN_USE, InUse, LibraryFault, told
from mat_desktop.storage.folder import backup, schema, slot
from mat_desktop.storage.folder.engine import make_engine
from mat_desktop.storage.folder.glance import DATABASE, exists, needs_passphrase
from mat_desktop.storage.work.archive import Rules, SqlArchive


@dataclass
class Library:
    """One open library."""

    folder: Path
    archive: SqlArchive
    data_key: bytes | None

    @property
    def encrypted(self) -> bool:
        """Whether there is a passphrase; only sample libraries have none."""
        return self.data_key is not None

    def back_up(self, at: datetime) -> Path | None:
        """One verified backup when something changed since the last; then thin out the old ones."""
        return backup.back_up(self.folder, self.archive, at)

    def change_passphrase(self, passphrase: str) -> None:
        """Close the same data key behind another passphrase."""
        assert self.data_key is not None, "A sample library has no passphrase."
        slot.write_slot(self.folder, slot.lock(self.data_key, passphrase))

    def is_passphrase(self, words: str) -> bool:
        """Whether this opens the key slot. A sample library, which has none, takes the word `sample`."""
        if self.data_key is None:
            return words.strip().casefold() == "sample"
        try:
            return slot.unlock(slot.read_slot(self.folder), words) == self.data_key
        except LibraryFault:
            return False

    def recovery_lines(self) -> tuple[str, ...]:
        """What the recovery sheet prints; nothing for a sample library."""
        return slot.recovery_lines(self.data_key) if self.data_key else ()

    def close(self) -> None:
        """Let go of the file."""
        self.archive.close()


def create(folder: Path, passphrase: str | None, rules: Rules) -> Library:
    """A new, empty library. Without a passphrase it is plain, which is for samples only.

    Raises:
        LibraryFault: when something lies there already.
    """
    if exists(folder):
        raise LibraryFault(f"There is a library in {folder} already.")
    folder.mkdir(parents=True, exist_ok=True)
    data_key = slot.new_data_key() if passphrase is not None else None
    if data_key is not None and passphrase is not None:
        slot.write_slot(folder, slot.lock(data_key, passphrase))
    engine = make_engine(folder / DATABASE, data_key)
    schema.bring_up(engine)
    return _held(folder, engine, data_key, rules)


def open_with_passphrase(folder: Path, passphrase: str | None, rules: Rules) -> Library:
    """Open with the passphrase, or a sample library without one."""
    if not needs_passphrase(folder):
        return _open(folder, None, rules)
    return _open(folder, slot.unlock(slot.read_slot(folder), passphrase or ""), rules)


def open_with_recovery(folder: Path, typed: str, new_passphrase: str, rules: Rules) -> Library:
    """Open with the recovery sheet and set a new passphrase."""
    needs_passphrase(folder)
    library = _open(folder, slot.read_recovery(typed), rules)
    library.change_passphrase(new_passphrase)
    return library


def _open(folder: Path, data_key: bytes | None, rules: Rules) -> Library:
    engine = make_engine(folder / DATABASE, data_key)
    try:
        _claim(engine)
        if schema.is_old(engine):
            schema.back_up_first(folder, engine, data_key)
            schema.bring_up(engine)
            schema.end_history(engine)
    except Exception:
        engine.dispose()
        raise
    return _held(folder, engine, data_key, rules)


def _claim(engine: Engine) -> None:
    """Take the lock that keeps a second window out."""
    try:
        with engine.begin() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
    except DBAPIError as fault:
        refusal = told(fault)
        raise (InUse(IN_USE) if isinstance(refusal, InUse) else refusal) from fault


def _held(folder: Path, engine: Engine, data_key: bytes | None, rules: Rules) -> Library:
    def copier(target: Path, at: datetime) -> Path:
        return backup.copy(folder, engine, data_key, target, at)

    return Library(folder, SqlArchive(engine, rules, copier), data_key)
