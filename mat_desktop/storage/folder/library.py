"""A library is a folder: the database, two copies of the key slot, the backups."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from mat_desktop.facilitation.dispatch import Task
from mat_desktop.facilitation.library.way_back import Renewed
from mat_desktop.storage.faults import IN_USE, InUse, LibraryFault, NotSaved, WrongPassphrase, told
from mat_desktop.storage.folder import backup, renewing, schema, sheet, slot
from mat_desktop.storage.folder.copying import CopyOrder
from mat_desktop.storage.folder.engine import HeldKey, make_engine
from mat_desktop.storage.folder.exchange import put_in_place, settle_locked
from mat_desktop.storage.folder.files import keep_private, make_private, make_private_folder, part_in
from mat_desktop.storage.folder.forms import known
from mat_desktop.storage.folder.glance import BACKUPS, DATABASE, all_backups, exists, made_in, needs_passphrase
from mat_desktop.storage.folder.keeper import FileKeeper
from mat_desktop.storage.folder.lock import FolderLock
from mat_desktop.storage.work.archive import Rules, SqlArchive
from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.facilitation.library.erasure import CopiesErased
    from mat_desktop.storage.folder.erasing import ErasureOrder


@dataclass
class Library:
    """One open library."""

    folder: Path
    archive: SqlArchive
    key: HeldKey
    keeper: FileKeeper
    lock: FolderLock
    mended: bool = False
    """Whether a copy of the key file was damaged or missing, and was written anew at opening."""

    @property
    def data_key(self) -> bytes | None:
        """The data key; only sample libraries have none."""
        return self.key.value

    @property
    def encrypted(self) -> bool:
        """Whether there is a passphrase; only sample libraries have none."""
        return self.data_key is not None

    def back_up(self, at: datetime) -> Path | None:
        """One verified backup when something changed since the last; then thin out the old ones."""
        self.archive.keep_head()
        return self.keeper.back_up(at)

    def backing_up(self, at: datetime) -> Task[None, CopyOrder, Path] | None:
        """The same, as a task for a process of its own; None when nothing changed."""
        self.archive.keep_head()
        return self.keeper.backing_up(at)

    def erasing_copies(self) -> "Task[Path, ErasureOrder, CopiesErased] | None":
        """Erase from the copies who is erased from the library, as a task; None where nobody is waiting for it."""
        erasures = self.archive.to_be_erased_in_copies()
        if not erasures:
            return None
        from mat_desktop.storage.folder.erasing import ErasureOrder, in_copies

        self.keeper.wipe()
        return Task(
            work=in_copies,
            parts=all_backups(self.folder),
            given=ErasureOrder(erasures=tuple(erasures), data_key=self.data_key),
            heavy=True,
            lost="The copies were not all reached ({why}). It is done when the library is opened again.",
        )

    def change_passphrase(self, passphrase: str) -> None:
        """Close the same data key behind another passphrase.

        Raises:
            Exchanged: when another file lies at the place; the key files there are left, for they may be its own.
            NotSaved: when the disk does not take it.
        """
        assert self.data_key is not None, "A sample library has no passphrase."
        self.keeper.check()
        slot.write_slot(self.folder, slot.lock(self.data_key, passphrase))
        self.keeper.slot = slot.whole_copy(self.folder)

    def renew_key(self, passphrase: str) -> Renewed:
        """Encrypt everything anew behind another passphrase: whoever knows the old one has nothing by it.

        The old passphrase, the old recovery sheet and the key files of old copies open nothing here any more. Cut off
        at any moment, the library opens with the old passphrase or with the new one, and then it is gone on with.

        Raises:
            Exchanged: as `change_passphrase`.
            NotSaved: when the disk does not take it.
        """
        assert self.data_key is not None, "A sample library has no passphrase."
        self.keeper.check()
        renewing.begin(self.folder, self.data_key, passphrase)
        self.keeper.slot = slot.whole_copy(self.folder)
        return self.go_on_renewing(passphrase)

    def go_on_renewing(self, passphrase: str) -> Renewed:
        """Go on from a slot with both keys, whatever was done already."""
        now, *earlier = slot.open_slot(self.folder, passphrase).keys
        if self.data_key != now:
            self.keeper.rekey(now)
        left = renewing.rewrite_copies(self.folder, now, tuple(earlier), passphrase)
        slot.write_slot(self.folder, slot.lock(now, passphrase))
        self.keeper.slot = slot.whole_copy(self.folder)
        return left

    def is_passphrase(self, words: str) -> bool:
        """Whether this opens the key slot. A sample library, which has none, takes the word `sample`."""
        if self.data_key is None:
            return words.strip().casefold() == "sample"
        try:
            return self.data_key in slot.open_slot(self.folder, words).keys
        except LibraryFault:
            return False

    def recovery_lines(self) -> tuple[str, ...]:
        """What the recovery sheet prints; nothing for a sample library."""
        return sheet.recovery_lines(self.data_key) if self.data_key else ()

    def close(self) -> None:
        """Let go of the file and of its folder. Key files that were lost or changed meanwhile are written anew."""
        with suppress(Refusal, OSError):
            self.keeper.mend_slot()
        self.archive.close()
        self.lock.release()


def create(folder: Path, passphrase: str | None, rules: Rules) -> Library:
    """A new, empty library. Without a passphrase it is plain, which is for samples only.

    It is made whole under another name first; what a first start that was cut off has left is put aside.

    Raises:
        LibraryFault: when something lies there already.
        NotSaved: when the disk does not take it; nothing lies there then.
    """
    with _held_for_good(folder) as lock:
        if exists(folder):
            raise LibraryFault(f"There is a library in {folder} already.")
        data_key = slot.new_data_key() if passphrase is not None else None
        held = b""
        with part_in(folder) as part:
            if data_key is not None and passphrase is not None:
                slot.write_slot(part, slot.lock(data_key, passphrase))
                held = slot.whole_copy(part) or b""
            make_private(part / DATABASE)
            engine = make_engine(part / DATABASE, data_key)
            try:
                schema.bring_up(engine)
            finally:
                engine.dispose()
            put_in_place(part, folder)
        return _opened(folder, data_key, rules, lock, held)


def open_with_passphrase(folder: Path, passphrase: str | None, rules: Rules) -> Library:
    """Open with the passphrase, or a sample library without one."""
    with _held(folder) as lock:
        if not needs_passphrase(folder):
            return _opened(folder, None, rules, lock)
        opened = slot.open_slot(folder, passphrase or "")
        library = _opened(folder, renewing.that_opens(folder / DATABASE, opened.keys), rules, lock, opened.held)
        try:
            # On a full disk she comes in all the same, and what is left to do is done at the next opening.
            with suppress(NotSaved):
                library.mended = slot.mend(folder, opened.held)
                if len(opened.keys) > 1:
                    library.go_on_renewing(passphrase or "")
        except BaseException:
            library.archive.close()
            raise
        return library


def open_with_recovery(folder: Path, typed: str, new_passphrase: str, rules: Rules) -> Library:
    """Open with the recovery sheet and set a new passphrase."""
    with _held(folder) as lock:
        needs_passphrase(folder)
        data_key = sheet.read_recovery(typed)
        if not sheet.belongs(data_key, folder / DATABASE):
            raise WrongPassphrase(sheet.OTHER_SHEET)
        library = _opened(folder, data_key, rules, lock)
        try:
            library.change_passphrase(new_passphrase)
        except BaseException:
            library.archive.close()
            raise
        return library


@contextmanager
def _held(folder: Path) -> Iterator[FolderLock]:
    """The folder's lock over whatever is begun; it stays with what came of it, and goes where nothing did."""
    if not folder.is_dir():
        needs_passphrase(folder)
    lock = FolderLock(folder)
    try:
        settle_locked(folder)
        yield lock
        keep_private(folder, tuple(made_in(folder)))
    except OSError as fault:
        lock.release()
        raise told(fault) from fault
    except BaseException:
        lock.release()
        raise


@contextmanager
def _held_for_good(folder: Path) -> Iterator[FolderLock]:
    """The same for a folder that may not be there yet."""
    try:
        make_private_folder(folder)
    except OSError as fault:
        raise told(fault) from fault
    with _held(folder) as lock:
        yield lock


def _opened(
    folder: Path, data_key: bytes | None, rules: Rules, lock: FolderLock, opener: bytes | None = None
) -> Library:
    """Open the file with its key. `opener` is the slot that opened, byte for byte, where it was one."""
    key = HeldKey(data_key)
    engine = make_engine(folder / DATABASE, key)
    held = opener or (slot.whole_copy(folder) if data_key is not None else None)
    try:
        _claim(engine)
        if _never_begun(folder, engine):
            schema.bring_up(engine)
        if schema.is_old(engine):
            _copy_before(folder, engine, data_key, held)
            schema.carry_forward(engine)
        keeper = FileKeeper(folder, engine, key, held, lock)
    except BaseException:
        engine.dispose()
        raise
    return Library(folder, SqlArchive(engine, rules, keeper), key, keeper, lock)


def _claim(engine: Engine) -> None:
    """Take the lock that keeps a second window of an older version out."""
    try:
        with engine.begin() as connection:
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
    except DBAPIError as fault:
        refusal = told(fault)
        raise (InUse(IN_USE) if isinstance(refusal, InUse) else refusal) from fault


def _never_begun(folder: Path, engine: Engine) -> bool:
    """Whether a first start of 0.6.0 was cut off here: the key opens the file, and no table was ever made in it."""
    with engine.connect() as connection:
        tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar()
    return not tables and not all_backups(folder)


def _copy_before(folder: Path, engine: Engine, data_key: bytes | None, held: bytes | None) -> None:
    """A verified copy of the old form, before anything is changed; the file is let go of for it."""
    engine.dispose()
    order = CopyOrder(library=folder / DATABASE, target=folder / BACKUPS, data_key=data_key, slot=held)
    backup.made_before(order, known()[-1])
