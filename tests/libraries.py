"""Libraries for tests: made once, by the real migrations and deeds, then copied.

A plain library is what most tests want; a sealed one has the
passphrase below, and its recovery sheet was put off, as `Facilitator.make_library` leaves it.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from mat_desktop.app.doors import make_sample
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.today import page as today
from mat_desktop.storage.folder.library import Library, create, open_with_passphrase
from tests.people import CountedCodes, nine_o_clock
from tests.shelf import shelf

PASSPHRASE = "four words of mine"


def empty_library(folder: Path) -> Library:
    """An open, empty, plain library in this folder, which must not be there yet."""
    return _copied("plain", lambda new: create(new, None, standing_rules).close(), folder)


def library_of(folder: Path, fill: Callable[[Library], None]) -> Library:
    """An open copy of a plain library that was filled once; the folder must not be there yet."""

    def make(new: Path) -> None:
        library = empty_library(new)
        fill(library)
        library.close()

    return _copied(f"plain {_told(fill)}", make, folder)


def sealed_library_of(folder: Path, fill: Callable[[Desk], None]) -> None:
    """A closed copy of an encrypted library that was filled once, at nine o'clock on the workshop day."""

    def make(new: Path) -> None:
        shutil.copytree(shelf.kept("sealed", _make_sealed), new)
        library = open_with_passphrase(new, PASSPHRASE, standing_rules)
        desk = Desk(library.archive, nine_o_clock(), CountedCodes())
        fill(desk)
        _looked_at(desk)
        library.close()

    shutil.copytree(shelf.kept(f"sealed {_told(fill)}", make), folder)


def sample_library() -> Path:
    """The sample workshop up to its six-month meeting; one for all, so whoever changes it copies it."""
    return shelf.kept("sample", _make_sample)


def _make_sample(folder: Path) -> None:
    make_sample(folder)
    library = open_with_passphrase(folder, None, standing_rules)
    _looked_at(Desk(library.archive, nine_o_clock(), CountedCodes()))
    library.close()


def _looked_at(desk: Desk) -> None:
    """Today was seen once: what it keeps of a workshop, so that it opens soon, is there from the second time on."""
    today.today(desk)


def _make_sealed(folder: Path) -> None:
    library = create(folder, PASSPHRASE, standing_rules)
    library.archive.keep_fact(Fact.RECOVERY_OFFERED, "yes")
    library.close()


def _told(fill: Callable[..., None]) -> str:
    return f"{fill.__module__}.{fill.__qualname__}"


def _copied(name: str, make: Callable[[Path], None], folder: Path) -> Library:
    shutil.copytree(shelf.kept(name, make), folder)
    return open_with_passphrase(folder, None, standing_rules)
