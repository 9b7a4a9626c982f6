"""The power fails while answers are given: whatever the window said was saved is there, and the library is whole.

The suite plays a few hundred cuts, `dev.py torture` 10,000.
"""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.storage.folder import slot
from mat_desktop.storage.folder.engine import connect
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.workshop.refusal import Refusal
from tests import power
from tests.figures import figure
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import harbour_hall

CUTS = int(os.environ.get("MAT_DESKTOP_CUTS", "150"))
ANSWERS = 25
pytestmark = pytest.mark.skipif(not power.can_be_recorded(), reason="strace is not here, or may not watch")


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


def after_cuts(tmp_path: Path, kind: str, count: int) -> list[str]:
    """What became of each cut, in a word; empty where all that was saved is there."""
    folder = tmp_path / kind
    sealed_library_of(folder, ana)
    shutil.rmtree(folder / "backups", ignore_errors=True)
    key = slot.open_slot(folder, PASSPHRASE).keys[0]
    before = {DATABASE: (folder / DATABASE).read_bytes()}
    arguments = ("tests.answering", kind, str(folder), PASSPHRASE, str(ANSWERS))
    events = power.recorded(arguments, folder, tmp_path / f"{kind}.txt")
    place = tmp_path / f"{kind} after"
    place.mkdir()
    return [became(place, key, saved, files) for saved, files in power.cuts(events, before, count)]


def became(place: Path, key: bytes, saved: int, files: dict[str, bytes]) -> str:
    """Nothing where the library is whole and holds at least what was said to be saved."""
    for left in place.iterdir():
        left.unlink()
    for name in (DATABASE, f"{DATABASE}-journal"):
        if name in files:
            (place / name).write_bytes(files[name])
    try:
        connection = connect(place / DATABASE, key)
        try:
            return _read(connection, saved)
        finally:
            connection.close()
    except Refusal as refusal:
        return f"corrupt: {refusal}"
    except Exception as fault:
        if type(fault).__module__ != "sqlcipher3.dbapi2":
            raise
        return f"corrupt: {fault}"


def _read(connection: Any, saved: int) -> str:
    if (answer := connection.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
        return f"corrupt: {answer}"
    ((phone,), (lines,)) = (
        connection.execute(asked).fetchone()
        for asked in (
            "SELECT phone FROM participant",
            "SELECT count(*) FROM journal WHERE kind = 'participants.change'",
        )
    )
    held = int(phone or 0)
    if held != lines:
        return "corrupt: journal and table differ"
    return "" if held >= saved else "lost"


def test_no_power_cut_loses_an_answer_that_was_saved_or_harms_the_library(tmp_path):
    states = after_cuts(tmp_path, "real", CUTS)
    assert [state for state in states if state] == []
    figure("power cut, from recorded writes", f"{len(states)} states: 0 lost, 0 corrupt")


def test_the_harness_finds_what_weaker_settings_lose(tmp_path):
    states = after_cuts(tmp_path, "weak", min(CUTS, 500))
    lost = [state for state in states if state]
    assert lost, "a harness that finds nothing proves nothing"
    figure(
        "power cut, from recorded writes", f"control, DELETE with FULL: {len(lost)} of {len(states)} lost or corrupt"
    )
