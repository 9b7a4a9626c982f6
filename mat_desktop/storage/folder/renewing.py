"""Renewing the data key, so that an old passphrase, an old key file and a lost recovery sheet open nothing any more.

First the slot holds both keys behind the new passphrase, in both copies; then the library's file is encrypted anew,
then every copy beside it; only then the earlier key leaves the slot. Whoever opens the library after this was cut off
goes on with it, for each step can be done twice.
"""

from collections.abc import Sequence
from pathlib import Path

from mat_desktop.facilitation.library.way_back import Renewed
from mat_desktop.storage.faults import Damaged, LibraryFault, told
from mat_desktop.storage.folder import slot
from mat_desktop.storage.folder.copying import verify
from mat_desktop.storage.folder.engine import connect
from mat_desktop.storage.folder.files import copy_private, part_in, sync_files, sync_folder
from mat_desktop.storage.folder.glance import DATABASE, HOT_JOURNAL, all_backups
from mat_desktop.storage.folder.moving import take_away, take_place


def begin(folder: Path, data_key: bytes, passphrase: str) -> None:
    """Write a fresh key beside the present one into both copies of the slot: from here on the passphrase is the new."""
    slot.write_slot(folder, slot.lock(slot.new_data_key(), passphrase, earlier=data_key))


def that_opens(database: Path, keys: Sequence[bytes]) -> bytes:
    """The first of these keys that opens a file; the first where none does, for then the file is damaged."""
    return next((key for key in keys[:-1] if _opens(database, key)), keys[-1]) if len(keys) > 1 else keys[0]


def _opens(database: Path, key: bytes) -> bool:
    try:
        connection = connect(database, key)
    except LibraryFault:
        return False
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except Exception:  # noqa: BLE001  whatever the driver says: it does not open
        return False
    finally:
        connection.close()
    return True


def rewrite_copies(folder: Path, now: bytes, earlier: tuple[bytes, ...], passphrase: str) -> Renewed:
    """Encrypt every copy in the library's folder anew; one that neither key opens is of another library, and left.

    Raises:
        NotSaved: when the disk does not take it.
    """
    left = [copy for copy in all_backups(folder) if not _rewrite(copy, now, earlier, passphrase)]
    return Renewed(len(all_backups(folder)) - len(left), tuple(left))


def _rewrite(copy: Path, now: bytes, earlier: tuple[bytes, ...], passphrase: str) -> bool:
    """The file first, then its slot: cut off between them, the file opens with the new key, and the slot follows."""
    try:
        if not _opens(copy / DATABASE, now):
            key = next((one for one in earlier if _opens(copy / DATABASE, one)), None)
            if key is None:
                return False
            _encrypt_anew(copy, key, now)
        slot.write_slot(copy, slot.lock(now, passphrase))
    except Damaged:
        return False
    except OSError as fault:
        raise told(fault) from fault
    return True


def _encrypt_anew(copy: Path, key: bytes, now: bytes) -> None:
    with part_in(copy.parent) as part:
        for name in (DATABASE, HOT_JOURNAL):
            if (copy / name).is_file():
                copy_private(copy / name, part / name)
        connection = connect(part / DATABASE, key)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute(f"PRAGMA rekey = \"x'{now.hex()}'\"")
        except Exception as fault:
            raise told(fault) from fault
        finally:
            connection.close()
        verify(part / DATABASE, now)
        sync_files(part)
        take_place(part / DATABASE, copy / DATABASE)
        take_away(copy / HOT_JOURNAL)
        sync_folder(copy)
