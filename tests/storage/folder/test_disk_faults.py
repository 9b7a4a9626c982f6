"""A disk that refuses one operation, whichever: it is said in a sentence, and the library is the old one or the new.

The suite tries a few operations of each road, `dev.py torture` every one.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.faults import WrongPassphrase
from mat_desktop.storage.folder import exchange
from mat_desktop.storage.folder.glance import exists
from mat_desktop.storage.folder.library import create, open_with_passphrase
from mat_desktop.storage.folder.restoring import restore
from tests.figures import figure
from tests.kills import AT_EVERY, chosen, failed_at, operations
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import harbour_hall
from tests.storage.folder.test_kills import names_in
from tests.storage.test_migrations import first_form

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only here a child can be forked and refused")
AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)
NEW = "other words of mine"
REFUSED = (errno.ENOSPC, errno.EIO, errno.EACCES)
FAULTS = int(os.environ.get("MAT_DESKTOP_FAULTS", "0"))
"""At how many operations of each road `dev.py torture` has one of these errors; from a hundred on, each at every one.

The suite tries a few.
"""
A_FEW = 8
"""So many of each road in the suite: of fewer, all may be such that nothing is lost when the disk refuses them."""


def tried(whole: int) -> Iterator[tuple[int, int]]:
    """Operations, and the error with which each is refused."""
    errors = len(REFUSED) if FAULTS >= AT_EVERY else 1
    for operation in chosen(whole, max(FAULTS, A_FEW)):
        yield from ((operation, REFUSED[(operation + n) % len(REFUSED)]) for n in range(errors))


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


def ben(desk):
    participants.add(desk, harbour_hall(desk), "Ben")


def first_start(folder: Path) -> None:
    create(folder, PASSPHRASE, standing_rules).close()


def new_form(folder: Path) -> None:
    open_with_passphrase(folder, None, standing_rules).close()


def way_back(folder: Path) -> None:
    restore(folder, folder.with_name("copy"), PASSPHRASE)


def backup(folder: Path) -> None:
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    try:
        library.back_up(AT)
    finally:
        library.close()


def new_key(folder: Path) -> None:
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    try:
        library.renew_key(NEW)
    finally:
        library.close()


def of_ana(place: Path) -> None:
    sealed_library_of(place, ana)


def of_ben_beside_a_copy(place: Path) -> None:
    sealed_library_of(place, ben)
    sealed_library_of(place.with_name("kept"), ana)


def nothing(place: Path) -> None:
    assert not place.exists()


def found_in(folder: Path) -> str:
    """Who is in the library once it is opened as it would be the next day."""
    exchange.settle(folder)
    if not exists(folder):
        return "nobody yet"
    passphrase = PASSPHRASE if (folder / "library.key").exists() else None
    try:
        return names_in(folder, passphrase)
    except WrongPassphrase:
        return names_in(folder, NEW)


ROADS: tuple[tuple[str, Callable[[Path], None], Callable[[Path], None], frozenset[str]], ...] = (
    ("first start", nothing, first_start, frozenset({"nobody yet", ""})),
    ("new form", first_form, new_form, frozenset({"Ana"})),
    ("way back", of_ben_beside_a_copy, way_back, frozenset({"Ana", "Ben"})),
    ("backup", of_ana, backup, frozenset({"Ana"})),
    ("new key", of_ana, new_key, frozenset({"Ana"})),
)


@pytest.mark.parametrize(("road", "make", "do", "sound"), ROADS, ids=[road for road, *_ in ROADS])
def test_a_disk_that_refuses_any_one_operation_is_told_and_leaves_the_old_library_or_the_new(
    tmp_path, road, make, do, sound
):
    before, folder = tmp_path / "before", tmp_path / "library"
    make(before)
    if (kept := tmp_path / "kept").exists():
        kept.rename(tmp_path / "copy")

    def afresh() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if before.exists():
            shutil.copytree(before, folder)

    afresh()
    whole, unsaid, harmed, refused = operations(lambda: do(folder), folder), [], [], 0
    for operation, number in tried(whole):
        afresh()
        came = failed_at(operation, lambda: do(folder), folder, number)
        refused += bool(came)
        state = found_in(folder)
        unsaid += [f"{operation} of {whole}, {errno.errorcode[number]}: {came}"] if came.startswith("!") else []
        harmed += [f"{operation} of {whole}, {errno.errorcode[number]}: {state}"] if state not in sound else []
    assert (unsaid, harmed) == ([], [])
    assert refused, "a disk that refuses nothing proves nothing"
    count = len(list(tried(whole)))
    words = f"{road}: {count} faults over {whole} operations, {refused} refused in a sentence, 0 harmed"
    figure("a fault at every operation on files", words)
