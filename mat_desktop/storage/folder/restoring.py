"""The way back: a copy is put in the library's place, whole or not at all; what lay there is kept beside it."""

from pathlib import Path

from mat_desktop.facilitation.library.way_back import WayIn
from mat_desktop.storage.faults import IN_USE, InUse, LibraryFault, Missing, WrongPassphrase, told
from mat_desktop.storage.folder import sheet, slot
from mat_desktop.storage.folder.copying import verify
from mat_desktop.storage.folder.engine import is_held
from mat_desktop.storage.folder.exchange import put_in_place, settle_locked
from mat_desktop.storage.folder.files import copy_private, make_private_folder, part_in
from mat_desktop.storage.folder.glance import DATABASE, HOT_JOURNAL, PIECES, needs_passphrase
from mat_desktop.storage.folder.lock import FolderLock
from mat_desktop.storage.folder.moving import take_away
from mat_desktop.storage.folder.renewing import that_opens

_PLAIN = (
    "This copy is a sample workshop without a passphrase. It is not put in the place of an encrypted library. "
    "Nothing was changed."
)


def restore(folder: Path, source: Path, passphrase: str | None) -> Path:
    """Put a copy that opens with this passphrase in the library's place. The rest is as in `bring_back`."""
    return bring_back(folder, source, WayIn(passphrase=passphrase or ""))


def bring_back(folder: Path, source: Path, way_in: WayIn) -> Path:
    """Put a copy in the library's place; what lay there is kept beside it. Returns where that went.

    The copy itself is only read: it may lie on a stick that takes nothing.

    Raises:
        InUse: when the library is open.
        LibraryFault: when the copy is none, is not ours, does not open, is damaged or too new; nothing was changed.
        NotSaved: when the disk does not take it; nothing was changed.
    """
    if not (source / DATABASE).is_file():
        raise Missing(f"There is no copy of a library in {source}.")
    try:
        make_private_folder(folder)
        lock = FolderLock(folder)
        try:
            settle_locked(folder)
            if (folder / DATABASE).is_file() and is_held(folder / DATABASE):
                raise InUse(IN_USE)
            with part_in(folder) as part:
                _take(source, part, way_in)
                if slot.has_slot(folder) and not slot.has_slot(part):
                    raise LibraryFault(_PLAIN)
                return put_in_place(part, folder)
        finally:
            lock.release()
    except OSError as fault:
        raise told(fault) from fault


def _take(source: Path, part: Path, way_in: WayIn) -> None:
    """Copy the pieces of a library, and see that they open and are whole."""
    for name in PIECES:
        if (source / name).is_file():
            copy_private(source / name, part / name)
    if way_in.sheet:
        data_key: bytes | None = sheet.read_recovery(way_in.sheet)
        if not sheet.belongs(data_key or b"", part / DATABASE):
            raise WrongPassphrase(sheet.OTHER_SHEET)
    elif needs_passphrase(part):
        data_key = _key_of(part, way_in.passphrase)
    else:
        data_key = None
    verify(part / DATABASE, data_key)
    take_away(part / HOT_JOURNAL)
    if way_in.sheet and data_key is not None:
        slot.write_slot(part, slot.lock(data_key, way_in.passphrase))


def _key_of(part: Path, passphrase: str) -> bytes:
    return that_opens(part / DATABASE, slot.open_slot(part, passphrase).keys)
