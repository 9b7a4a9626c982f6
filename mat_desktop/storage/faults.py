"""What can be wrong with a library, each in the sentence that the facilitator reads."""

import errno
from pathlib import Path

from mat_desktop.facilitation.library.way_back import LibraryLost
from mat_desktop.workshop.refusal import Refusal


class LibraryFault(Refusal):
    """The library cannot be used as it is. Nothing was written."""


class WrongPassphrase(LibraryFault):
    """The passphrase does not open the key slot."""


class Damaged(LibraryFault, LibraryLost):
    """The file is not what was written."""


class TooNew(LibraryFault):
    """A newer MAT Desktop wrote this library."""


class InUse(LibraryFault):
    """Another window holds the library."""


class Missing(LibraryFault, LibraryLost):
    """There is no library at this place."""


class NotOurs(Damaged):
    """What lies here was never a library of this program."""


class Exchanged(LibraryFault):
    """The file at the library's place is no longer the one that is open."""


class Away(LibraryFault):
    """The disk with the library does not answer: pulled out, or gone off. What was saved lies on it."""


class NotSaved(Refusal):
    """The disk did not take it. What was typed is still on the screen."""


class DiskFault(NotSaved):
    """The disk is there and reports a fault, or was away and is back."""


DAMAGED = "The library file is damaged. Nothing was changed. Bring the newest copy back."
IN_USE = "This library is open in another window. Close that one, then try again."
FULL = "NOT saved: the disk is full. Free some space; what you typed is still here."
READ_ONLY = "NOT saved: the disk or the folder is read-only. Move the library or change its permissions."
GONE = "NOT saved: the disk or the folder is not there. Plug it in again or choose another place, then try once more."
AWAY = (
    "The disk with your library is not there. Nothing more is saved until it is; what was saved lies on it, and what "
    "you typed is still here. Plug it in again, then try once more."
)
IN_THE_WAY = "NOT saved: something else lies in its place{where}. Rename that, then try once more."
DISK_FAULT = "NOT saved: the disk reported a fault. What you typed is still here. Make a copy on another disk."
NOT_ENCRYPTED = (
    "NOT saved: the file could not be encrypted anew, and is as it was. See that the disk has room and can be written "
    "to, then try once more."
)
HELD = (
    "NOT saved: another program has {which} open, such as a virus scanner, a backup or a viewer. Close it there or "
    "wait a moment, then try once more."
)
OTHER_FAULT = "NOT saved: the system says “{why}”. What you typed is still here."
NOT_OURS = "This is no library of MAT Desktop. Nothing was changed."
TOO_NEW = "A newer MAT Desktop wrote this library. Nothing was changed. Open it with that version or a newer one."

_IN_THE_WAY = {errno.EEXIST, errno.ENOTEMPTY, errno.EISDIR}
SHARING_FAULTS = frozenset({32, 33})
"""What Windows answers where another program has the file open, or a part of it locked."""
_BY_NUMBER = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), FULL),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), READ_ONLY),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN), GONE),
}
_BY_WORDS: tuple[tuple[str, type[Refusal], str], ...] = (
    ("disk is full", NotSaved, FULL),
    ("disk full", NotSaved, FULL),
    ("readonly", NotSaved, READ_ONLY),
    ("unable to open", NotSaved, READ_ONLY),
    ("disk i/o", DiskFault, DISK_FAULT),
    ("locked", InUse, IN_USE),
    ("busy", InUse, IN_USE),
    ("malformed", Damaged, DAMAGED),
    ("not a database", Damaged, DAMAGED),
    ("key or rekey", NotSaved, NOT_ENCRYPTED),
    ("hmac", Damaged, DAMAGED),
    ("foreign key", Refusal, "Something else still refers to this. Take that back first."),
    ("unique", Refusal, "This is there already."),
)


def told(fault: Exception) -> Refusal:
    """The refusal that says what the disk or the database did not take, and what to do.

    This is the one place where a fault of the disk becomes a sentence: all that writes comes through here. Raises an
    error of our own making again as it is.
    """
    if isinstance(fault, Refusal):
        return fault
    if isinstance(fault, OSError) and fault.errno in _IN_THE_WAY:
        return NotSaved(IN_THE_WAY.format(where=f", “{fault.filename2 or fault.filename}”" if fault.filename else ""))
    if isinstance(fault, OSError) and fault.errno == errno.EIO:
        return DiskFault(DISK_FAULT)
    if isinstance(fault, OSError) and (fault.errno == errno.EBUSY or _is_shared(fault)):
        return NotSaved(HELD.format(which=f"“{Path(fault.filename).name}”" if fault.filename else "the file"))
    if isinstance(fault, OSError):
        return NotSaved(_BY_NUMBER.get(fault.errno or 0, OTHER_FAULT.format(why=fault.strerror or "no reason")))
    text = str(getattr(fault, "orig", None) or fault).lower()
    for words, kind, sentence in _BY_WORDS:
        if words in text:
            return kind(sentence)
    raise fault


def _is_shared(fault: OSError) -> bool:
    return getattr(fault, "winerror", None) in SHARING_FAULTS
