"""The way back, and whatever stood in its way before: locks, strangers, leftovers, sticks that take nothing."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.way_back import WayIn
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.faults import Damaged, InUse, LibraryFault, Missing, NotOurs, TooNew, WrongPassphrase
from mat_desktop.storage.folder import exchange, sheet, slot
from mat_desktop.storage.folder.engine import connect, make_engine
from mat_desktop.storage.folder.files import PART
from mat_desktop.storage.folder.glance import DATABASE, all_backups, copies_in, exists
from mat_desktop.storage.folder.library import create, open_with_passphrase
from mat_desktop.storage.folder.restoring import bring_back, restore
from mat_desktop.workshop.participants.participant import Participant
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import CountedCodes, harbour_hall
from tests.sure import sure

AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)


def ana(desk):
    participants.add(desk, harbour_hall(desk), "Ana")


@pytest.fixture
def secret(tmp_path):
    """A closed library with a passphrase, in which there is Ana."""
    sealed_library_of(tmp_path / "secret", ana)
    return tmp_path / "secret"


def opened(folder, passphrase=PASSPHRASE):
    return open_with_passphrase(folder, passphrase, standing_rules)


def backed_up(folder):
    library = opened(folder)
    try:
        return library.back_up(AT)
    finally:
        library.close()


def people(folder, passphrase=PASSPHRASE):
    library = opened(folder, passphrase)
    try:
        with library.archive.look() as rows:
            return [p.name for p in rows.all(Participant)]
    finally:
        library.close()


def pieces(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_going_back_waits_until_the_library_is_closed_and_no_acknowledged_deed_is_lost(secret, clock):
    made = backed_up(secret)
    library = opened(secret)
    with pytest.raises(InUse, match="open in another window"):
        restore(secret, made, PASSPHRASE)
    participants.add(Desk(library.archive, clock, CountedCodes()), 1, "Ben")
    library.close()
    assert people(secret) == ["Ana", "Ben"]


HOLDER = """
import sys
from mat_desktop.storage.folder.engine import connect
held = connect(__import__("pathlib").Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
held.execute("BEGIN IMMEDIATE")
held.execute("UPDATE library_fact SET value = value")
held.execute("COMMIT")
print("open", flush=True)
sys.stdin.read()
"""


def test_a_library_that_an_older_version_has_open_is_not_exchanged_either(secret):
    made = backed_up(secret)
    library = opened(secret)
    data_key = library.data_key
    library.close()
    words = [sys.executable, "-c", HOLDER, str(secret / DATABASE), data_key.hex()]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert sure(holder.stdout).readline() == "open\n"
        with pytest.raises(InUse):
            restore(secret, made, PASSPHRASE)
        sure(holder.stdin).close()
    restore(secret, made, PASSPHRASE)


def a_stranger(folder, _secret):
    connection = connect(folder / DATABASE, None)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def a_newer_one(folder, secret):
    shutil.copytree(backed_up(secret), folder, dirs_exist_ok=True)
    data_key = slot.unlock(slot.read_slot(folder), PASSPHRASE)
    engine = make_engine(folder / DATABASE, data_key)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()


def a_sample(folder, _secret):
    create(folder, None, standing_rules).close()


def a_torn_one(folder, secret):
    shutil.copytree(backed_up(secret), folder, dirs_exist_ok=True)
    content = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(content[: len(content) // 2])


def an_empty_one(folder, _secret):
    (folder / DATABASE).touch()


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (a_stranger, NotOurs),
        (a_newer_one, TooNew),
        (a_sample, LibraryFault),
        (a_torn_one, Damaged),
        (an_empty_one, Damaged),
        (lambda folder, secret: None, Missing),
    ],
)
def test_what_is_no_copy_of_ours_is_not_put_in_the_place_of_a_library(secret, tmp_path, make, fault):
    source = tmp_path / "found"
    source.mkdir()
    make(source, secret)
    before, inside = pieces(secret), pieces(source)
    with pytest.raises(fault):
        restore(secret, source, PASSPHRASE)
    assert pieces(secret) == before
    assert pieces(source) == inside
    assert not list(secret.glob("replaced-*"))
    assert not list(secret.glob(f"{PART}*"))


def test_a_wrong_passphrase_changes_nothing_and_the_sheet_of_another_library_is_not_called_damage(secret, tmp_path):
    made, before = backed_up(secret), pieces(secret)
    with pytest.raises(WrongPassphrase):
        restore(secret, made, "not this one")
    typed = "\n".join(sheet.recovery_lines(slot.new_data_key()))
    with pytest.raises(WrongPassphrase, match="belongs to another library"):
        bring_back(secret, made, WayIn(sheet=typed, passphrase="brand new words"))
    assert pieces(secret) == before


def test_a_stick_and_the_recovery_sheet_bring_the_whole_library_back_on_another_laptop(secret, tmp_path):
    library = opened(secret)
    sheet = "\n".join(library.recovery_lines())
    library.archive.copy_to(tmp_path / "stick", AT)
    library.close()
    shutil.rmtree(secret)
    (source,) = copies_in(tmp_path / "stick")
    (source / slot.SLOT).unlink()
    (source / slot.SLOT_COPY).unlink()
    anew = tmp_path / "laptop" / "library"
    bring_back(anew, source, WayIn(sheet=sheet, passphrase="brand new words"))
    assert people(anew, "brand new words") == ["Ana"]


def test_a_stick_that_takes_nothing_is_enough_and_stays_as_it_is(secret, tmp_path):
    stick = backed_up(secret).rename(tmp_path / "stick")
    shutil.copy(stick / DATABASE, stick / "library.db-journal.txt")
    before = pieces(stick)
    for path in (*stick.iterdir(), stick):
        path.chmod(0o555 if path.is_dir() else 0o444)
    restore(secret, stick, PASSPHRASE)
    assert pieces(stick) == before
    stick.chmod(0o755)


def test_what_lay_there_stays_beside_it_and_can_be_brought_back_too(secret, clock):
    made = backed_up(secret)
    library = opened(secret)
    participants.add(Desk(library.archive, clock, CountedCodes()), 1, "Ben")
    library.close()
    aside = restore(secret, made, PASSPHRASE)
    assert people(secret) == ["Ana"]
    assert aside in all_backups(secret)
    restore(secret, aside, PASSPHRASE)
    assert people(secret) == ["Ana", "Ben"]


def test_an_exchange_that_was_cut_off_after_its_plan_was_written_is_finished_at_the_next_opening(secret, monkeypatch):
    made = backed_up(secret)
    library = opened(secret)
    library.change_passphrase("another passphrase")
    library.close()

    def cut_off(_folder, _plan):
        raise KeyboardInterrupt

    carry_out = exchange._carry_out
    monkeypatch.setattr(exchange, "_carry_out", cut_off)
    monkeypatch.setattr(shutil, "rmtree", lambda *_args, **_more: None)
    with pytest.raises(KeyboardInterrupt):
        restore(secret, made, PASSPHRASE)
    monkeypatch.undo()
    assert exchange._carry_out is carry_out
    assert people(secret) == ["Ana"], "opened by the passphrase of the copy"
    assert not list(secret.glob(f"{PART}*"))
    assert not (secret / "exchange.json").exists()


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"part": "../../x", "pieces": ["library.db"], "aside": "replaced-1"}']
)
def test_a_plan_that_is_not_ours_moves_nothing(secret, content):
    (secret / "exchange.json").write_bytes(content)
    (secret / f"{PART}left").mkdir()
    assert people(secret) == ["Ana"]


def test_what_a_restore_of_0_6_0_left_in_the_middle_is_put_aside_and_offered(secret):
    (secret / ".restore.part").mkdir()
    shutil.copy(secret / DATABASE, secret / ".restore.part")
    (secret / "replaced-1").mkdir()
    for name in (DATABASE, slot.SLOT, slot.SLOT_COPY):
        (secret / name).rename(secret / "replaced-1" / name)
    exchange.settle(secret)
    assert exists(secret), "this is no first start"
    assert {path.name for path in all_backups(secret)} == {"replaced-1", "replaced-2"}
    restore(secret, secret / "replaced-1", PASSPHRASE)
    assert people(secret) == ["Ana"]


def test_an_open_library_is_left_alone_by_whoever_looks_in(secret):
    library = opened(secret)
    (secret / f"{PART}mine").mkdir()
    exchange.settle(secret)
    assert (secret / f"{PART}mine").exists()
    library.close()


@pytest.mark.skipif(os.name != "posix", reason="only here a file can go while it is open")
def test_a_restored_library_is_on_the_disk_before_it_has_its_name(secret, monkeypatch):
    made, order = backed_up(secret), []
    monkeypatch.setattr(os, "fsync", lambda handle: order.append(str(Path(f"/proc/self/fd/{handle}").readlink())))
    restore(secret, made, PASSPHRASE)
    plan = next(n for n, path in enumerate(order) if path == str(secret))
    assert any(path.endswith(DATABASE) and PART in path for path in order[:plan])


def cut_off(folder):
    """What a first start of 0.6.0 left that was cut off: the key, and a database in which nothing is yet."""
    slot.write_slot(folder, slot.lock(slot.new_data_key(), "the words of then"))
    (folder / DATABASE).touch()


def before_the_database(folder):
    cut_off(folder)
    (folder / DATABASE).unlink()


def of_ours(folder):
    (folder / f"{PART}abc").mkdir()
    cut_off(folder / f"{PART}abc")


def in_the_middle_of_its_tables(folder):
    """The key opens the file, and there is no table in it."""
    data_key = slot.new_data_key()
    slot.write_slot(folder, slot.lock(data_key, PASSPHRASE))
    connection = connect(folder / DATABASE, data_key)
    connection.execute("CREATE TABLE soon_gone (a)")
    connection.execute("DROP TABLE soon_gone")
    connection.close()


@pytest.mark.parametrize("left", [cut_off, before_the_database, of_ours])
def test_a_first_start_that_was_cut_off_is_none_and_the_next_one_destroys_nothing(tmp_path, left):
    folder = tmp_path / "library"
    folder.mkdir()
    left(folder)
    exchange.settle(folder)
    assert not exists(folder)
    create(folder, "brand new words", standing_rules).close()
    assert people(folder, "brand new words") == []
    kept = [path for path in folder.glob("replaced-*") if (path / slot.SLOT).exists()]
    assert bool(kept) == (left is not of_ours)


def test_a_first_start_of_0_6_0_that_was_cut_off_among_its_tables_is_done_by_its_own_passphrase(tmp_path):
    in_the_middle_of_its_tables(tmp_path)
    assert people(tmp_path) == []
