"""A first start, a new form, a way back and a backup that are killed in the middle: the old state or the new, always.

The suite kills at a few operations; `dev.py torture` at every one, and at hundreds of random moments besides. What
0.6.0 did is played too: the harness must find that it loses.
"""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.faults import LibraryFault
from mat_desktop.storage.folder import exchange
from mat_desktop.storage.folder.glance import PIECES, exists
from mat_desktop.storage.folder.library import create, open_with_passphrase
from mat_desktop.storage.folder.restoring import restore
from mat_desktop.workshop.participants.participant import Participant
from tests.figures import figure
from tests.kills import chosen, killed_after, killed_at, moments, operations, seconds_of
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import harbour_hall
from tests.storage.test_migrations import first_form

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only here a child can be forked and killed")
AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)
Do = Callable[[Path], object]
Is = Callable[[Path], str]
"""What is found in a folder after a kill, in a word."""


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


def ben(desk):
    participants.add(desk, harbour_hall(desk), "Ben")


def names_in(folder: Path, passphrase: str | None = None) -> str:
    library = open_with_passphrase(folder, passphrase, standing_rules)
    try:
        with library.archive.look() as rows:
            names = [person.name for person in rows.all(Participant)]
        return ", ".join(names + library.archive.faults())
    finally:
        library.close()


def after_kills(before: Path, tmp_path: Path, do: Do, found: Is) -> list[str]:
    """What is found after each kill, twice over: what one opening put right must hold for the next."""
    folder = tmp_path / "killed"

    def afresh() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if before.exists():
            shutil.copytree(before, folder)

    def ended() -> str:
        once, twice = said(folder, found), said(folder, found)
        return once if once == twice else f"first {once}, then {twice}"

    afresh()
    whole = operations(lambda: do(folder), folder)
    afresh()
    longest = seconds_of(lambda: do(folder)) if list(moments(1.0)) else 0.0
    states, killed = [ended()], 0
    for operation in chosen(whole):
        afresh()
        killed += killed_at(operation, lambda: do(folder), folder)
        states.append(ended())
    for moment in moments(longest):
        afresh()
        killed_after(moment, lambda: do(folder))
        states.append(ended())
    assert killed >= 2, "a harness that kills nobody proves nothing"
    return states


def _reached(states: list[str]) -> str:
    return f"{len(states) - 1} kills: old or new, 0 that do not open"


def said(folder: Path, found: Is) -> str:
    try:
        return found(folder)
    except LibraryFault as fault:
        return f"does not open: {fault}"


@pytest.fixture
def sealed(tmp_path):
    """A closed library with Ana, and a copy of it."""
    sealed_library_of(tmp_path / "before", ana)
    library = open_with_passphrase(tmp_path / "before", PASSPHRASE, standing_rules)
    library.archive.copy_to(tmp_path / "stick", AT)
    library.close()
    (copy,) = (tmp_path / "stick").iterdir()
    return tmp_path / "before", copy


def test_a_first_start_that_is_killed_begins_anew_or_is_done(tmp_path):
    def begun(folder):
        exchange.settle(folder)
        if not exists(folder):
            create(folder, PASSPHRASE, standing_rules).close()
            return "anew"
        return f"done{names_in(folder, PASSPHRASE)}"

    def start(folder):
        create(folder, PASSPHRASE, standing_rules).close()

    def once(folder):
        return begun(folder).replace("anew", "done")

    states = after_kills(tmp_path / "nothing", tmp_path, start, once)
    assert set(states) == {"done"}
    figure("kill -9 in a first start", _reached(states))


def test_a_library_that_is_killed_while_it_gets_a_new_form_always_opens_with_every_row(tmp_path):
    first_form(tmp_path / "before")
    states = after_kills(tmp_path / "before", tmp_path, names_in, names_in)
    assert set(states) == {"Ana"}
    figure("kill -9 in migrations", _reached(states))


def test_what_is_killed_on_its_way_back_is_the_old_library_or_the_new_one(sealed, tmp_path):
    _, copy = sealed
    sealed_library_of(tmp_path / "other", ben)
    states = after_kills(
        tmp_path / "other",
        tmp_path,
        lambda folder: restore(folder, copy, PASSPHRASE),
        lambda folder: names_in(folder, PASSPHRASE),
    )
    assert set(states) == {"Ana", "Ben"}
    figure("kill -9 in the way back", _reached(states))


def test_a_backup_that_is_killed_harms_nothing_and_the_next_one_is_made(sealed, tmp_path):
    def back_up(folder):
        library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
        library.back_up(AT)
        library.close()

    def found(folder):
        back_up(folder)
        left = [path.name for path in (folder / "backups").iterdir() if path.name.startswith(".")]
        return f"{names_in(folder, PASSPHRASE)}, {len(left)} left behind"

    states = after_kills(sealed[0], tmp_path, back_up, found)
    assert set(states) == {"Ana, 0 left behind"}
    figure("kill -9 in a backup", _reached(states))


def as_0_6_0_did(folder: Path, source: Path) -> None:
    """The way back of 0.6.0: the old pieces moved away one by one, then the new ones moved in, and no plan."""
    part, aside = folder / ".restoring", folder / "old-1"
    shutil.copytree(source, part)
    aside.mkdir()
    for name in PIECES:
        if (folder / name).exists():
            (folder / name).rename(aside / name)
    for name in PIECES:
        if (part / name).exists():
            (part / name).rename(folder / name)


def test_the_harness_finds_that_the_way_back_of_0_6_0_loses_the_library(sealed, tmp_path, monkeypatch):
    before, copy = sealed
    monkeypatch.setattr("tests.storage.folder.test_kills.chosen", lambda whole: range(1, whole + 1))
    states = after_kills(
        before,
        tmp_path,
        lambda folder: as_0_6_0_did(folder, copy),
        lambda folder: names_in(folder, PASSPHRASE),
    )
    lost = [state for state in states if state.startswith("does not open")]
    assert len(lost) >= 3
    figure("kill -9 in the way back", f"control, as 0.6.0 did it: {len(lost)} of {len(states)} no longer open")
