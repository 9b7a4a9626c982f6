"""The keys of a library: the slot as it is read, mended, changed and revoked."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from base64 import b64encode

import pytest

from mat_desktop.app.doors import at_desk
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.way_back import WayIn
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.storage.faults import FULL, Damaged, Exchanged, LibraryFault, NotSaved, TooNew, WrongPassphrase
from mat_desktop.storage.folder import renewing, sheet, slot
from mat_desktop.storage.folder.glance import BACKUPS, DATABASE, all_backups
from mat_desktop.storage.folder.library import create, open_with_passphrase, open_with_recovery
from mat_desktop.storage.folder.restoring import bring_back, restore
from mat_desktop.workshop.setup import Workshop
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.people import harbour_hall, nine_o_clock
from tests.sure import sure

NEW, OTHER = "quite other words now", "words of another library"
SHORT = b64encode(b"short").decode()


def one_workshop(desk: Desk) -> None:
    harbour_hall(desk)


@pytest.fixture
def folder(tmp_path):
    """A closed library with a passphrase and one workshop."""
    sealed_library_of(tmp_path / "library", one_workshop)
    return tmp_path / "library"


def opened(folder, passphrase=PASSPHRASE):
    return open_with_passphrase(folder, passphrase, standing_rules)


def titles(library):
    with library.archive.look() as rows:
        return [one.title for one in rows.all(Workshop)]


def body_of(folder):
    return json.loads((folder / slot.SLOT).read_text())["slot"]


def write_body(folder, body):
    """A slot with a right checksum, as somebody would write it who knows how."""
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    for name in (slot.SLOT, slot.SLOT_COPY):
        (folder / name).write_text(json.dumps({"slot": body, "sha256": digest}))


@pytest.mark.parametrize("effort", [(8, 1, 1), (64, 1, 1), (7 * 1024, 4, 1), (6 * 1024, 40, 1)])
def test_a_slot_that_asks_for_too_little_work_is_refused_in_words(folder, effort):
    held = slot.read_slot(folder)
    slot.write_slot(folder, slot.KeySlot(held.salt, held.nonce, held.locked, slot.Effort(*effort)))
    with pytest.raises(Damaged, match="asks for so little work"):
        opened(folder)


@pytest.mark.parametrize("changed", [{"format": 3}, {"format": "1"}, {"kdf": "scrypt"}])
def test_a_slot_of_a_form_that_is_not_known_is_of_a_newer_version(folder, changed):
    write_body(folder, body_of(folder) | changed)
    with pytest.raises(TooNew, match="newer MAT Desktop"):
        opened(folder)


@pytest.mark.parametrize(
    "changed",
    [
        *({"salt": SHORT}, {"nonce": ""}, {"locked": SHORT}, {"salt": None}, {"salt": ["x"]}),
        *({"passes": "many"}, {"memory_kib": 10**400}, {"lanes": {}}),
    ],
)
def test_a_slot_with_a_piece_that_cannot_be_is_damaged_and_nothing_worse(folder, changed):
    write_body(folder, body_of(folder) | changed)
    with pytest.raises(Damaged, match="recovery sheet"):
        opened(folder)


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, b'{"slot":' * 900, b"[]", b"null", b'{"slot": [], "sha256": 1}', b"\xff\xfe", b"{}" * 10**6],
)
def test_a_key_file_of_any_content_is_damaged_and_nothing_worse(folder, content):
    for name in (slot.SLOT, slot.SLOT_COPY):
        (folder / name).write_bytes(content)
    with pytest.raises(Damaged, match="recovery sheet"):
        opened(folder)


def test_a_passphrase_that_is_no_text_is_wrong_and_cannot_be_chosen(folder):
    with pytest.raises(WrongPassphrase):
        opened(folder, "half \udcff letters")
    library = opened(folder)
    with pytest.raises(Exception, match="no text"):
        library.change_passphrase("half \udcff letters")
    library.close()
    opened(folder).close()


@pytest.mark.parametrize("name", [slot.SLOT, slot.SLOT_COPY])
@pytest.mark.parametrize("how", ["damaged", "gone"])
def test_a_damaged_copy_of_the_slot_is_told_and_mended(folder, name, how):
    whole = (folder / name).read_bytes()
    if how == "gone":
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(whole[:40] + b"X" + whole[41:])
    library = opened(folder)
    assert library.mended
    library.close()
    assert (folder / name).read_bytes() == whole
    library = opened(folder)
    assert not library.mended
    library.close()


def test_a_change_of_the_passphrase_that_was_cut_off_between_both_copies_opens_with_either(folder):
    old = (folder / slot.SLOT_COPY).read_bytes()
    library = opened(folder)
    library.change_passphrase(NEW)
    library.close()
    for passphrase in (PASSPHRASE, NEW):
        shutil.copytree(folder, folder.with_name(passphrase[:5]))
        (folder.with_name(passphrase[:5]) / slot.SLOT_COPY).write_bytes(old)
        opened(folder.with_name(passphrase[:5]), passphrase).close()


def test_a_backup_with_a_key_file_that_opens_nothing_is_not_called_verified(folder):
    library = opened(folder)
    library.keeper.slot = b"{}"
    with pytest.raises(Damaged):
        library.back_up(nine_o_clock().now())
    library.close()
    assert all_backups(folder) == ()


def test_the_recovery_sheet_of_another_library_is_called_that_and_not_damaged(folder, tmp_path):
    typed = "\n".join(sheet.recovery_lines(slot.new_data_key()))
    for attempt in (
        lambda: open_with_recovery(folder, typed, NEW, standing_rules),
        lambda: bring_back(tmp_path / "other", folder, WayIn(sheet=typed, passphrase=NEW)),
    ):
        with pytest.raises(WrongPassphrase, match="belongs to another library"):
            attempt()
    opened(folder).close()


def renewed(folder):
    """The library after somebody may have known the passphrase, with what was known before."""
    library = opened(folder)
    made = library.back_up(nine_o_clock().now())
    lines, copy = library.recovery_lines(), folder.with_name("stolen")
    shutil.copytree(made, copy)
    told = library.renew_key(NEW)
    return library, "\n".join(lines), copy, told


def test_after_renewing_the_work_goes_on_and_only_the_new_passphrase_opens(folder):
    library, old_sheet, stolen, told = renewed(folder)
    assert (told.rewritten, told.left) == (1, ())
    assert titles(library) == ["Harbour Hall"]
    assert library.is_passphrase(NEW)
    assert not library.is_passphrase(PASSPHRASE)
    assert library.archive.faults() == []
    new_sheet = "\n".join(library.recovery_lines())
    library.close()
    with pytest.raises(WrongPassphrase):
        opened(folder)
    with pytest.raises(WrongPassphrase, match="before its key was renewed"):
        open_with_recovery(folder, old_sheet, PASSPHRASE, standing_rules)
    for name in (slot.SLOT, slot.SLOT_COPY):
        shutil.copyfile(stolen / name, folder / name)
    with pytest.raises(LibraryFault):
        opened(folder)
    again = open_with_recovery(folder, new_sheet, NEW, standing_rules)
    assert titles(again) == ["Harbour Hall"]
    again.close()


def test_after_renewing_every_backup_opens_with_the_new_passphrase_alone(folder, tmp_path):
    library, old_sheet, _, _ = renewed(folder)
    library.close()
    (made,) = all_backups(folder)
    with pytest.raises(WrongPassphrase):
        restore(tmp_path / "a", made, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        bring_back(tmp_path / "b", made, WayIn(sheet=old_sheet, passphrase="whatever it is"))
    restore(tmp_path / "c", made, NEW)
    brought = opened(tmp_path / "c", NEW)
    assert titles(brought) == ["Harbour Hall"]
    brought.close()


def test_after_renewing_deeds_and_backups_go_on_with_the_new_key(folder):
    library, _, _, _ = renewed(folder)
    setup.create(at_desk(library, nine_o_clock()).desk, "Mill Lane", "", nine_o_clock().today(), "UTC")
    made = library.back_up(nine_o_clock().now())
    assert made is not None
    library.close()
    reopened = opened(folder, NEW)
    assert len(titles(reopened)) == 2
    reopened.close()


def test_a_backup_made_after_a_renewing_that_the_disk_stopped_half_way_opens_with_the_new_passphrase(
    folder, monkeypatch
):
    library = opened(folder)

    def full(*_arguments: object) -> None:
        raise NotSaved(FULL)

    with monkeypatch.context() as patch:
        patch.setattr(renewing, "rewrite_copies", full)
        with pytest.raises(NotSaved):
            library.renew_key(NEW)
    made = sure(library.back_up(nine_o_clock().now()))
    library.close()
    assert renewing.that_opens(made / DATABASE, keys := slot.open_slot(made, NEW).keys) == keys[0]
    again = opened(folder, NEW)
    assert titles(again) == ["Harbour Hall"]
    again.close()


@pytest.mark.parametrize("lost", [(slot.SLOT,), (slot.SLOT_COPY,), (slot.SLOT, slot.SLOT_COPY)])
def test_key_files_that_went_while_the_library_was_open_are_there_again_once_it_is_closed(folder, lost):
    library = opened(folder)
    for name in lost:
        (folder / name).unlink()
    library.close()
    again = opened(folder)
    assert not again.mended
    again.close()


def test_a_new_passphrase_is_not_set_beside_another_library_that_came_into_the_place(folder, tmp_path):
    create(tmp_path / "other", OTHER, standing_rules).close()
    library = opened(folder)
    for name in (DATABASE, slot.SLOT, slot.SLOT_COPY):
        subprocess.run(["/bin/mv", str(tmp_path / "other" / name), str(folder / name)], check=True)
    for change in (library.change_passphrase, library.renew_key):
        with pytest.raises(Exchanged):
            change(NEW)
    library.close()
    opened(folder, OTHER).close()


@pytest.mark.parametrize("cut", range(1, 9))
def test_cut_off_at_any_step_the_library_opens_with_the_old_or_the_new_and_is_gone_on_with(folder, cut):
    """The process ends at the cut, as a power failure ends it, at every call that brings something to the disk."""
    library = opened(folder)
    library.back_up(nine_o_clock().now())
    library.close()
    done = subprocess.run([sys.executable, "-c", CUT_OFF, str(folder), str(cut)], env=os.environ, check=False)
    assert done.returncode == 9
    try:
        library = opened(folder, NEW)
        renewed_by_now = True
    except WrongPassphrase:
        library, renewed_by_now = opened(folder), False
    assert titles(library) == ["Harbour Hall"]
    library.close()
    assert renewed_by_now or cut == 1
    assert body_of(folder)["format"] == 1
    if renewed_by_now:
        (made,) = all_backups(folder)
        assert renewing.that_opens(made / DATABASE, slot.open_slot(made, NEW).keys)
        with pytest.raises(WrongPassphrase):
            opened(folder)


CUT_OFF = f"""
import os, sys
from pathlib import Path
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder import files, renewing, slot
from mat_desktop.storage.folder.keeper import FileKeeper
from mat_desktop.storage.folder.library import open_with_passphrase
left = int(sys.argv[2])
def cut(function):
    def done(*args, **kwargs):
        global left
        left -= 1
        if not left:
            os._exit(9)
        return function(*args, **kwargs)
    return done
slot.write_whole = cut(slot.write_whole)
library = open_with_passphrase(Path(sys.argv[1]), {PASSPHRASE!r}, standing_rules)
FileKeeper.rekey = cut(FileKeeper.rekey)
renewing.take_place = cut(renewing.take_place)
library.renew_key({NEW!r})
library.close()
"""


def test_where_the_disk_does_not_take_it_the_present_key_holds_and_it_is_said(folder, monkeypatch):
    library = opened(folder)

    def full(*_args):
        raise NotSaved("NOT saved: the disk is full.")

    monkeypatch.setattr(renewing, "begin", full)
    with pytest.raises(NotSaved):
        library.renew_key(NEW)
    assert library.is_passphrase(PASSPHRASE)
    library.close()
    opened(folder).close()


def test_a_copy_of_another_library_is_left_as_it_is_and_named(folder, tmp_path):
    sealed_library_of(tmp_path / "of_others", one_workshop)
    other = open_with_passphrase(tmp_path / "of_others", PASSPHRASE, standing_rules)
    other.renew_key("words of somebody else")
    other.close()
    shutil.copytree(tmp_path / "of_others", folder / BACKUPS / "2026-01-01T09-00-00")
    library = opened(folder)
    told = library.renew_key(NEW)
    library.close()
    assert [path.name for path in told.left] == ["2026-01-01T09-00-00"]
    restore(tmp_path / "back", told.left[0], "words of somebody else")
