import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import mat_desktop.storage.tables.ledger  # noqa: F401
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.storage.faults import Damaged, InUse, LibraryFault, Missing, NotSaved, TooNew, WrongPassphrase, told
from mat_desktop.storage.folder import sheet, slot
from mat_desktop.storage.folder.engine import SETTINGS
from mat_desktop.storage.folder.files import sync_folder, write_whole
from mat_desktop.storage.folder.glance import all_backups, exists, needs_passphrase
from mat_desktop.storage.folder.library import create, open_with_passphrase, open_with_recovery
from mat_desktop.storage.folder.restoring import restore
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.setup import Workshop
from tests.people import WORKSHOP_DAY, CountedCodes

AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)


@pytest.fixture
def secret(tmp_path, clock):
    """An encrypted library with one workshop and one participant, closed."""
    from mat_desktop.facilitation.desk import Desk

    library = create(tmp_path / "secret", "four words of mine", standing_rules)
    desk = Desk(library.archive, clock, CountedCodes())
    workshop = setup.create(desk, "Harbour Hall", "Pier", WORKSHOP_DAY, "UTC")
    participants.add(desk, workshop, "Canaryname Person", "021")
    library.close()
    return library.folder


def opened(folder, passphrase="four words of mine"):
    return open_with_passphrase(folder, passphrase, standing_rules)


def people(library):
    with library.archive.look() as rows:
        return [p.name for p in rows.all(Participant)]


def test_a_library_opens_again_with_its_passphrase_and_nothing_in_it_can_be_read_without(secret):
    for path in secret.iterdir():
        assert b"Canaryname" not in path.read_bytes()
    library = opened(secret)
    assert people(library) == ["Canaryname Person"]
    library.close()


def test_a_wrong_passphrase_is_told_apart_from_damage_and_changes_nothing(secret):
    before = (secret / "library.db").read_bytes()
    with pytest.raises(WrongPassphrase, match="Caps Lock"):
        opened(secret, "something else")
    assert (secret / "library.db").read_bytes() == before


def test_one_damaged_copy_of_the_key_slot_is_not_fatal_and_two_are_damage(secret):
    (secret / slot.SLOT).write_text("{}")
    opened(secret).close()
    for name in (slot.SLOT, slot.SLOT_COPY):
        (secret / name).write_text("{}")
    with pytest.raises(Damaged, match="recovery sheet"):
        opened(secret)


def test_the_recovery_sheet_opens_the_library_and_sets_a_new_passphrase(secret):
    library = opened(secret)
    sheet = "\n".join(library.recovery_lines())
    library.close()
    (secret / slot.SLOT).unlink()
    (secret / slot.SLOT_COPY).unlink()
    open_with_recovery(secret, sheet.lower(), "brand new words", standing_rules).close()
    library = opened(secret, "brand new words")
    assert people(library) == ["Canaryname Person"]
    library.close()


def test_a_misread_line_of_the_recovery_sheet_is_named():
    lines = list(sheet.recovery_lines(bytes(range(slot.DATA_KEY_BYTES))))
    lines[2] = ("B" if lines[2][0] != "B" else "C") + lines[2][1:]
    with pytest.raises(WrongPassphrase, match="Line 3"):
        sheet.read_recovery("\n".join(lines))
    with pytest.raises(WrongPassphrase, match="8 lines"):
        sheet.read_recovery("\n".join(lines[:2]))


SHEET = sheet.recovery_lines(bytes(range(17, 17 + slot.DATA_KEY_BYTES)))


@pytest.mark.parametrize(
    "as_typed",
    [
        "{number} {line}",
        "{number}. {line}",
        "{number}) {line}",
        "Line {number}: {line}",
        "  {number}\t{line}  ",
        "{line}",
        "{line}.\n",
    ],
)
def test_the_recovery_sheet_opens_as_it_is_printed_with_the_numbers_before_its_lines_or_without(secret, as_typed):
    library = opened(secret)
    lines = library.recovery_lines()
    library.close()
    sheet = "\n".join(as_typed.format(number=number, line=line) for number, line in enumerate(lines, 1))
    for typed in (sheet, sheet.lower(), sheet.replace("0", "O"), sheet.replace("0", "o").replace("1", "l")):
        open_with_recovery(secret, typed, "brand new words", standing_rules).close()


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("numbered", [True, False])
def test_only_the_line_that_is_wrong_is_said_not_to_add_up(number, numbered):
    lines = list(SHEET)
    lines[number - 1] = lines[number - 1][:-1] + ("0" if lines[number - 1][-1] != "0" else "4")
    typed = [f"{place} {line}" if numbered else line for place, line in enumerate(lines, 1)]
    with pytest.raises(WrongPassphrase, match=f"^Line {number} of the recovery sheet does not add up"):
        sheet.read_recovery("\n".join(typed))
    del typed[number - 1]
    with pytest.raises(WrongPassphrase, match=f"Line {number} .* is missing" if number < 8 else "7 were typed"):
        sheet.read_recovery("\n".join(typed))


def test_two_wrong_lines_are_both_named():
    lines = [line if number not in (2, 5) else line[::-1] for number, line in enumerate(SHEET, 1)]
    with pytest.raises(WrongPassphrase, match=r"Lines 2 and 5 .* do not add up"):
        sheet.read_recovery("\n".join(lines))


@pytest.mark.parametrize("content", [b"", b"x", os.urandom(8192), b"PK\x03\x04" + b"0" * 4096])
def test_a_file_that_is_no_library_is_refused_and_left_as_it_is(secret, content):
    (secret / "library.db").write_bytes(content)
    with pytest.raises(Damaged):
        opened(secret)
    assert (secret / "library.db").read_bytes() == content


def test_a_truncated_library_is_refused(secret):
    content = (secret / "library.db").read_bytes()
    (secret / "library.db").write_bytes(content[: len(content) // 2])
    with pytest.raises(Damaged):
        library = opened(secret)
        try:
            faults = library.archive.faults()
        finally:
            library.close()
        raise Damaged("; ".join(faults))


def test_a_flipped_bit_is_found(secret):
    content = bytearray((secret / "library.db").read_bytes())
    for place in range(5000, len(content), len(content) // 12):
        flipped = bytearray(content)
        flipped[place] ^= 1
        (secret / "library.db").write_bytes(flipped)
        with pytest.raises(LibraryFault):
            library = opened(secret)
            try:
                if library.archive.faults():
                    raise Damaged("found by the check")
            finally:
                library.close()


def test_a_newer_library_is_left_alone_byte_for_byte(secret):
    library = opened(secret)
    with library.archive._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    library.close()
    before = (secret / "library.db").read_bytes()
    with pytest.raises(TooNew, match="newer MAT Desktop"):
        opened(secret)
    assert (secret / "library.db").read_bytes() == before


def test_a_second_window_is_kept_out(secret):
    library = opened(secret)
    with pytest.raises(InUse, match="another window"):
        opened(secret)
    library.close()
    opened(secret).close()


def test_a_library_that_is_gone_is_missing_and_not_made_anew(tmp_path):
    with pytest.raises(Missing):
        needs_passphrase(tmp_path / "nowhere")
    assert not exists(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_creating_never_overwrites(secret):
    with pytest.raises(LibraryFault, match="already"):
        create(secret, "another passphrase", standing_rules)


def test_the_database_is_opened_with_every_durable_setting(library):
    with library.archive._engine.connect() as connection:
        for name, _, wanted in SETTINGS:
            assert connection.execute(text(f"PRAGMA {name}")).scalar() == wanted, name


def test_the_migrations_make_exactly_the_tables_that_are_mapped(library):
    with library.archive._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []
        strict = connection.execute(text("SELECT name FROM pragma_table_list WHERE strict = 1")).scalars().all()
    assert set(strict) == set(metadata.tables)


def test_a_write_around_the_unit_of_work_is_refused(library, workshop_id):
    with pytest.raises(RuntimeError, match="went around"), library.archive._engine.begin() as connection:
        connection.execute(text("UPDATE workshop SET title = 'x'"))


def test_a_deed_inside_a_deed_is_refused(desk, workshop_id):
    with desk.archive.look() as rows, pytest.raises(AssertionError, match="never calls a deed"):
        setup.change(desk, workshop_id, setup.WorkshopField.TITLE, rows.get(Workshop, workshop_id).title)


def test_a_backup_verifies_and_restores_the_whole_library(secret, clock):
    library = opened(secret)
    made = library.back_up(AT)
    assert library.back_up(AT) is None, "nothing changed since"
    library.close()
    (name,) = [p.name for p in all_backups(secret)]
    assert name.startswith("2026-03-14T18-05-00-deed-2-"), "the time, and the last deed in it"
    for name in ("library.db", slot.SLOT, slot.SLOT_COPY):
        (secret / name).unlink()
    aside = restore(secret, made, "four words of mine")
    assert not (aside / "library.db").exists()
    library = opened(secret)
    assert people(library) == ["Canaryname Person"]
    library.close()


def test_restoring_keeps_what_lay_there(secret):
    library = opened(secret)
    made = library.back_up(AT)
    library.close()
    (secret / "library.db").write_bytes(b"broken")
    aside = restore(secret, made, "four words of mine")
    assert (aside / "library.db").read_bytes() == b"broken"
    opened(secret).close()


def test_a_damaged_backup_is_not_restored(secret):
    library = opened(secret)
    made = library.back_up(AT)
    library.close()
    (made / "library.db").write_bytes(b"x" * 5000)
    before = (secret / "library.db").read_bytes()
    with pytest.raises(Damaged):
        restore(secret, made, "four words of mine")
    assert (secret / "library.db").read_bytes() == before


def test_a_whole_file_is_written_or_the_old_one_stays(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    write_whole(path, b"old")

    def no_room(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(NotSaved, match="disk is full"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("answer", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_a_folder_that_the_system_cannot_bring_to_the_disk_is_no_failure(tmp_path, monkeypatch, answer):
    fsync = os.fsync

    def of_files_only(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(answer, os.strerror(answer))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", of_files_only)
    write_whole(tmp_path / "a.pdf", b"new")
    library = create(tmp_path / "library", "four words of mine", standing_rules)
    library.back_up(AT)
    library.close()
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    opened(tmp_path / "library").close()


def test_a_folder_that_the_disk_fails_to_bring_in_is_a_failure(tmp_path, monkeypatch):
    def broken(_handle):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output error"):
        sync_folder(tmp_path)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full. Free some space"),
        (errno.EDQUOT, "the disk is full. Free some space"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENOENT, "is not there. Plug it in again"),
        (errno.ENODEV, "is not there. Plug it in again"),
        (errno.EIO, "reported a fault"),
        (errno.ELOOP, "the system says"),
    ],
)
def test_what_the_system_says_of_the_disk_becomes_a_sentence_with_what_to_do(number, sentence):
    said = str(told(OSError(number, os.strerror(number))))
    assert said.startswith("NOT saved: ")
    assert sentence in said


def test_a_folder_that_is_gone_is_said_to_be_and_a_copy_is_made_elsewhere(secret, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    library = opened(secret)
    with pytest.raises(NotSaved, match=r"is not there|system says"):
        library.archive.copy_to(tmp_path / "file" / "below", AT)
    library.archive.copy_to(tmp_path / "stick", AT)
    library.close()


WRITER = textwrap.dedent(
    """
    import sys
    from datetime import datetime, timezone
    from pathlib import Path
    from mat_desktop.facilitation.participants import people as participants
    from mat_desktop.facilitation.setup import workshop as setup
    from mat_desktop.facilitation.desk import Desk
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.facilitation.library.sample import SampleClock
    from mat_desktop.storage.folder.library import open_with_passphrase
    library = open_with_passphrase(Path(sys.argv[1]), None, standing_rules)
    desk = Desk(library.archive, SampleClock(datetime(2026, 3, 14, tzinfo=timezone.utc)), None)
    n = 0
    while True:
        participants.change(desk, 1, participants.PersonField.PHONE, str(n))
        print(n, flush=True)
        n += 1
    """
)


@pytest.mark.parametrize("answers", [1, 3, 8, 15, 40])
def test_no_acknowledged_answer_is_lost_when_the_program_is_killed(library, desk, workshop_id, tmp_path, answers):
    participants.add(desk, workshop_id, "Ana")
    library.close()
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(library.folder)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(answers):
        last = int(writer.stdout.readline())
    writer.send_signal(signal.SIGKILL)
    seen = writer.stdout.read().split()
    writer.wait()
    writer.stdout.close()
    last = int(seen[-1]) if seen else last
    found = open_with_passphrase(library.folder, None, standing_rules)
    with found.archive.look() as rows:
        assert int(rows.get(Participant, 1).phone) >= last
    assert found.archive.faults() == []
    found.close()


def test_a_slot_opens_by_the_effort_that_it_says_and_not_by_the_one_of_today(secret, monkeypatch):
    monkeypatch.setattr(slot, "EFFORT", slot.Effort(memory_kib=8 * 1024, passes=6, lanes=2))
    opened(secret).close()


@pytest.mark.parametrize("effort", [slot.Effort(2**31, 3, 4), slot.Effort(64, 2**31, 1), slot.Effort(64, 0, 0)])
def test_a_slot_that_asks_for_more_than_a_laptop_has_is_damaged(secret, effort):
    held = slot.read_slot(secret)
    slot.write_slot(secret, slot.KeySlot(held.salt, held.nonce, held.locked, effort))
    with pytest.raises(Damaged, match="recovery sheet"):
        opened(secret)
