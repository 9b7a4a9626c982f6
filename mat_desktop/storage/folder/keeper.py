"""Keeps the file of one open library: watches it, copies it, rescues what is held when it was exchanged."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from mat_desktop.facilitation.dispatch import Task
from mat_desktop.storage.faults import AWAY, Away, Damaged, DiskFault, NotSaved, told
from mat_desktop.storage.folder import backup
from mat_desktop.storage.folder.copying import CopyOrder, JournalHead, copied, head_at, head_of, verify
from mat_desktop.storage.folder.engine import HeldKey
from mat_desktop.storage.folder.files import make_private, make_private_folder, sweep, sync_files, sync_folder
from mat_desktop.storage.folder.glance import BACKUPS, DATABASE, HOT_JOURNAL
from mat_desktop.storage.folder.lock import FolderLock
from mat_desktop.storage.folder.slot import SLOT, SLOT_COPY, mend
from mat_desktop.storage.folder.watch import Stamp, Watch, stamp_of
from mat_desktop.workshop.refusal import Refusal


class FileKeeper:
    """Implements the archive's Keeper port."""

    def __init__(self, folder: Path, engine: Engine, held: HeldKey, slot: bytes | None, lock: FolderLock) -> None:
        self._folder, self._engine, self._key, self._lock = folder, engine, held, lock
        self._doubted = False
        self.slot = slot
        self._watch = Watch(folder / DATABASE, self._rescue)
        self._sequence = self._head().sequence
        self._journal: Stamp | None = None

    def rekey(self, data_key: bytes) -> None:
        """Encrypt the file anew, whole or not at all.

        Raises:
            NotSaved: when the disk does not take it; then the present key still holds.
            Exchanged: as `check` and `renew`.
        """
        self._watch.check()
        raw = self._engine.raw_connection()
        try:
            raw.driver_connection.execute(f"PRAGMA rekey = \"x'{data_key.hex()}'\"")  # type: ignore[union-attr]
            self._key.value = data_key
        except Exception as fault:
            raise told(fault) from fault
        finally:
            raw.close()
            self._watch.renew()

    def at_hand(self) -> None:
        """Before a page is turned, for a page whose half can be read is worse than the one before.

        Raises:
            Exchanged: when the file went from its place, or its disk is away.
        """
        if self._watch.away:
            self.check()

    def take_up(self) -> None:
        """After the disk was away or reported a fault: open the file anew that is back at its place. Else nothing.

        What lies there is ours when its journal goes as far as the one that was left; else what is held stays held.

        Raises:
            InUse: when another program has taken the folder meanwhile.
        """
        if not self._doubted or self._watch.away:
            return
        if self._is_as_it_was_left():
            self._lock.take()
            self._let_go()
            self._head()
            self._watch.take_up()
            self._journal = None
        self._doubted = False

    def _is_as_it_was_left(self) -> bool:
        if self._watch.is_the_file:
            # It is held by a connection that no longer reads it, and SQLite lets nobody else of this process in.
            self._let_go()
        with suppress(Refusal):
            return head_at(self._folder / DATABASE, self._key.value).sequence == self._sequence
        return False

    def about(self, refusal: Refusal) -> Refusal:
        """What a fault of the database comes from: where the disk is away, that is said instead."""
        if not isinstance(refusal, NotSaved):
            return refusal
        self._doubted = self._doubted or self._watch.away or isinstance(refusal, DiskFault)
        return Away(AWAY) if self._watch.away else refusal

    def check(self) -> None:
        """Before something is written. Raises Exchanged.

        Where the journal for taking back went, the file is opened anew: a deed whose journal lies nowhere would be
        half done for good if the power went.
        """
        self.take_up()
        self._doubted = self._doubted or self._watch.away
        self._watch.check()
        if self._journal is not None and stamp_of(self._folder / HOT_JOURNAL) != self._journal:
            self._let_go()
            self._journal = None

    def renew(self) -> None:
        """After something was written. Raises Exchanged."""
        self._doubted = self._doubted or self._watch.away
        self._watch.renew()
        self._journal = stamp_of(self._folder / HOT_JOURNAL)

    def mend_slot(self) -> None:
        """Write the key files anew where they are not those that open this library; never beside another file.

        Raises NotSaved when the disk does not take it.
        """
        if self.slot and self._watch.same:
            mend(self._folder, self.slot)

    def wrote(self, sequence: int) -> None:
        """The journal goes up to this line now."""
        self._sequence = sequence

    def copy_to(self, folder: Path, at: datetime) -> Path:
        """One verified copy in any folder. Raises Refusal as `copied` does."""
        self._watch.check()
        self._let_go()
        if folder.is_dir():
            sweep(folder)
        return copied(self._order(at, folder))

    def back_up(self, at: datetime) -> Path | None:
        """One verified backup when something changed since the last; None when nothing did."""
        self._watch.check()
        if backup.is_kept(self._folder / BACKUPS, self._head()):
            return None
        self._let_go()
        return backup.made(self._order(at, self._folder / BACKUPS))

    def before_much(self, at: datetime) -> None:
        """The same, before a deed that changes much at once."""
        self.back_up(at)

    def wipe(self) -> None:
        """Write the file anew, so that nothing stays in it of what was taken out. Raises NotSaved."""
        self._watch.check()
        raw = self._engine.raw_connection()
        try:
            raw.driver_connection.execute("VACUUM")  # type: ignore[union-attr]
        except Exception as fault:
            raise told(fault) from fault
        finally:
            raw.close()
            self._watch.renew()

    def backing_up(self, at: datetime) -> "Task[None, CopyOrder, Path] | None":
        """The same as a task for a process of its own, beside which deeds go on; None when nothing changed."""
        self._watch.check()
        if backup.is_kept(self._folder / BACKUPS, self._head()):
            return None
        return Task(
            work=backup.made_beside,
            parts=(),
            given=self._order(at, self._folder / BACKUPS),
            heavy=True,
            lost="The backup was not made ({why}). It is tried again later.",
        )

    def _order(self, at: datetime, target: Path) -> CopyOrder:
        return CopyOrder(
            library=self._folder / DATABASE,
            target=target,
            data_key=self._key.value,
            slot=self.slot,
            at=backup.named_by(at),
        )

    def _head(self) -> JournalHead:
        raw = self._engine.raw_connection()
        try:
            return head_of(raw.driver_connection)
        except Exception as fault:
            raise told(fault) from fault
        finally:
            raw.close()

    def _let_go(self) -> None:
        """Close the file, so that this process may read it; the next look opens it again. The folder stays locked."""
        self._engine.dispose()

    def _rescue(self, target: Path) -> None:
        """What the open connection holds, verified, in a folder of its own that is made for it."""
        make_private_folder(target)
        make_private(target / DATABASE)
        raw = self._engine.raw_connection()
        try:
            raw.driver_connection.execute("VACUUM INTO ?", (str(target / DATABASE),))  # type: ignore[union-attr]
        except Exception as fault:
            raise told(fault) from fault
        finally:
            raw.close()
        for name in (SLOT, SLOT_COPY) if self.slot is not None else ():
            make_private(target / name)
            (target / name).write_bytes(self.slot or b"")
        if verify(target / DATABASE, self._key.value).sequence != self._sequence:
            raise Damaged("What is held is mixed with what lies there now. Bring back the newest backup.")
        sync_files(target)
        sync_folder(target.parent)
