"""What can be wrong with a library, each in the sentence that the facilitator reads."""

from mat_desktop.workshop.refusal import Refusal


class LibraryFault(Refusal):
    """The library cannot be used as it is. Nothing was written."""


class WrongPassphrase(LibraryFault):
    """The passphrase does not open the key slot."""


class Damaged(LibraryFault):
    """The file is not what was written."""


class TooNew(LibraryFault):
    """A newer MAT Desktop wrote this library."""


class InUse(LibraryFault):
    """Another window holds the library."""


class Missing(LibraryFault):
    """There is no library at this place."""


class NotSaved(Refusal):
    """The disk did not take it. What was typed is still on the screen."""


DAMAGED = "The library file is damaged. Nothing was changed. Restore the newest backup: mat-desktop restore."
IN_USE = "This library is open in another window. Close that one, then try again."
FULL = "NOT saved: the disk is full. Free some space; what you typed is still here."
READ_ONLY = "NOT saved: the disk or the folder is read-only. Move the library or change its permissions."

_BY_WORDS: tuple[tuple[str, type[Refusal], str], ...] = (
    ("disk is full", NotSaved, FULL),
    ("disk full", NotSaved, FULL),
    ("readonly", NotSaved, READ_ONLY),
    ("unable to open", NotSaved, READ_ONLY),
    ("disk i/o", NotSaved, "NOT saved: the disk reported a fault. Copy the library to another disk."),
    ("locked", InUse, IN_USE),
    ("busy", InUse, IN_USE),
    ("malformed", Damaged, DAMAGED),
    ("not a database", Damaged, DAMAGED),
    ("hmac", Damaged, DAMAGED),
    ("foreign key", Refusal, "Something else still refers to this. Take that back first."),
    ("unique", Refusal, "This is there already."),
)


def told(fault: Exception) -> Refusal:
    """The refusal that says a database error in a sentence. Raises an error of our own making again as it is."""
    text = str(getattr(fault, "orig", None) or fault).lower()
    for words, kind, sentence in _BY_WORDS:
        if words in text:
            return kind(sentence)
    raise fault
