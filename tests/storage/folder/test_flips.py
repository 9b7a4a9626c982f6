"""A bit that a failing disk turned over, anywhere in the file: it is found, or it stood where nothing is kept."""

import os
from pathlib import Path
from random import Random  # noqa: TID251  with a seed

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder import slot
from mat_desktop.storage.folder.copying import verify
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.storage.folder.library import open_with_passphrase
from mat_desktop.workshop.refusal import Refusal
from tests.figures import figure
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import harbour_hall
from tests.storage.folder.test_kills import names_in

FLIPS = int(os.environ.get("MAT_DESKTOP_FLIPS", "40"))


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


def test_every_bit_that_turns_over_in_the_library_is_found_or_does_no_harm(tmp_path):
    folder = tmp_path / "library"
    sealed_library_of(folder, ana)
    key, dice = slot.open_slot(folder, PASSPHRASE).keys[0], Random(20261126)
    whole, found = (folder / DATABASE).read_bytes(), 0
    for _ in range(FLIPS):
        flipped = bytearray(whole)
        at = dice.randrange(len(whole))
        flipped[at] ^= 1 << dice.randrange(8)
        (folder / DATABASE).write_bytes(flipped)
        found += is_refused(folder / DATABASE, key) or names_in(folder, PASSPHRASE) != "Ana"
    (folder / DATABASE).write_bytes(whole)
    assert not is_refused(folder / DATABASE, key), "a check that refuses everything proves nothing"
    assert found >= FLIPS * 9 // 10, "pages are sealed: only what lies between them can turn over unseen"
    figure("a bit flipped in the file", f"{FLIPS}: {found} found, {FLIPS - found} without any effect, 0 errors")


def is_refused(path: Path, key: bytes) -> bool:
    """Whether it is refused in a sentence; an error of any other kind fails the test."""
    try:
        verify(path, key)
    except Refusal:
        return True
    return False


def test_a_flipped_key_file_is_told_and_the_other_copy_opens(tmp_path):
    folder = tmp_path / "library"
    sealed_library_of(folder, ana)
    key = folder / slot.SLOT
    held = bytearray(key.read_bytes())
    held[len(held) // 2] ^= 1
    key.write_bytes(held)
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    assert library.mended
    library.close()
