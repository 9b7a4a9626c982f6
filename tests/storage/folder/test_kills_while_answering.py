"""The program is killed while answers are given, again and again, in one library: nothing that was saved is lost.

The suite kills a few times, `dev.py torture` a thousand times.
"""

import os
import signal
import time
import warnings
from pathlib import Path
from random import Random  # noqa: TID251  with a seed

import pytest

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.faults import WrongPassphrase
from mat_desktop.storage.folder import slot
from mat_desktop.storage.folder.engine import connect
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.storage.folder.library import open_with_passphrase
from tests.answering import answer
from tests.figures import figure
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import harbour_hall
from tests.storage.folder.test_kills import AT, after_kills, names_in

KILLS = int(os.environ.get("MAT_DESKTOP_KILLS_ANSWERING", "5"))
_ENDLESS = 10**6
_EACH = 20
"""So many answers are given between two kills, on the whole."""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only here a child can be forked and killed")


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


def killed_while_answering(folder: Path, first: int, dice: Random, *, early: bool = False) -> int:
    """Answer from this number on in a child, and kill it in the middle. Returns the last number that was saved."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads of the runner only wait
        child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            answer(folder, PASSPHRASE, first, _ENDLESS, writing, early=early)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as saved:
        for _ in range(dice.randint(_EACH, _EACH + _EACH // 2)):
            assert saved.readline(), "a child that dies by itself proves nothing"
        time.sleep(dice.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        told = saved.read().split()
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    return int(told[-1]) if told else -1


def held_in(folder: Path, key: bytes) -> int:
    """The number that the library holds; it is read through."""
    connection = connect(folder / DATABASE, key)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return int(connection.execute("SELECT phone FROM participant").fetchone()[0] or 0)
    finally:
        connection.close()


def test_no_kill_while_answers_are_given_loses_one_that_was_saved(tmp_path):
    folder = tmp_path / "library"
    sealed_library_of(folder, ana)
    key, dice, held, lost = slot.open_slot(folder, PASSPHRASE).keys[0], Random(20261126), 0, 0
    for _ in range(KILLS):
        before = held
        saved = killed_while_answering(folder, before + 1, dice)
        held = held_in(folder, key)
        lost += held < max(saved, before + _EACH)
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    assert library.archive.faults() == []
    library.close()
    assert lost == 0
    figure("kill -9 while answers are given", f"{KILLS} kills, {held} answers saved: 0 lost, 0 corrupt")


def test_the_harness_finds_a_program_that_says_saved_too_early(tmp_path):
    folder = tmp_path / "library"
    sealed_library_of(folder, ana)
    key = slot.open_slot(folder, PASSPHRASE).keys[0]
    assert any(
        killed_while_answering(folder, first, Random(first), early=True) > held_in(folder, key)
        for first in range(1, 10_000, 100)
    )


def test_a_new_key_that_is_killed_in_the_making_leaves_a_library_that_opens_by_one_of_the_passphrases(tmp_path):
    sealed_library_of(tmp_path / "before", ana)
    library = open_with_passphrase(tmp_path / "before", PASSPHRASE, standing_rules)
    library.back_up(AT)
    library.close()
    new = "other words of mine"

    def renew(folder: Path) -> None:
        opened = open_with_passphrase(folder, PASSPHRASE, standing_rules)
        opened.renew_key(new)
        opened.close()

    def found(folder: Path) -> str:
        try:
            return names_in(folder, PASSPHRASE)
        except WrongPassphrase:
            return names_in(folder, new)

    states = after_kills(tmp_path / "before", tmp_path, renew, found)
    assert set(states) == {"Ana"}
    figure("kill -9 while the key is renewed", f"{len(states) - 1} kills: always opens, 0 lost")
