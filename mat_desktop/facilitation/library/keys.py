"""Changing the passphrase. That it was changed is a line of the journal; what it is stands nowhere."""

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.library.notices import OpenLibrary, check_passphrase
from mat_desktop.facilitation.library.way_back import Renewed
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.private import pin
from mat_desktop.workshop.refusal import Refusal

_WRONG = "This is not the passphrase of this library."


def change_passphrase(library: OpenLibrary, present: str, first: str, second: str) -> None:
    """Close the library behind another passphrase.

    Raises:
        Refusal: when the present one is wrong or comes too soon, or the new one cannot be; nothing was changed.
    """
    _check(library, present, first, second)
    library.change_passphrase(first)
    _note_passphrase(library.desk)


def renew_key(library: OpenLibrary, present: str, first: str, second: str) -> Renewed:
    """The same where somebody may know the passphrase: everything is encrypted anew, and what is old opens nothing.

    A recovery sheet must be printed again, and a copy in a second place be made again.

    Raises:
        Refusal: as `change_passphrase`, or when the disk does not take it.
    """
    _check(library, present, first, second)
    renewed = library.renew_key(first)
    _note_key(library.desk)
    for fact in (Fact.RECOVERY_PRINTED, Fact.SECOND_COPY, Fact.COPY_HERE):
        library.desk.hold(fact, "")
    return renewed


def _check(library: OpenLibrary, present: str, first: str, second: str) -> None:
    wrong = check_passphrase(first, second)
    wrong = wrong or pin.try_secret(library.desk, lambda: library.is_passphrase(present), _WRONG)
    if wrong:
        raise Refusal(wrong)


@deed(DeedKind.LIBRARY_PASSPHRASE)
def _note_passphrase(_work: Work) -> None:
    """The passphrase was changed."""


@deed(DeedKind.LIBRARY_KEY)
def _note_key(_work: Work) -> None:
    """The key was renewed."""
