"""The open file is only ever looked at, and another one at its place is noticed before a deed is acknowledged."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mat_desktop.app.worker import Processes
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.ports import Fact, Note
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.faults import Exchanged, NotSaved
from mat_desktop.storage.folder.glance import DATABASE, HOT_JOURNAL, all_backups, copies_in
from mat_desktop.storage.folder.library import open_with_passphrase
from mat_desktop.storage.folder.restoring import restore
from mat_desktop.workshop.participants.participant import Participant
from tests.libraries import sealed_library_of

AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere the system keeps an open file in its place")


def names(library):
    with library.archive.look() as rows:
        return [person.name for person in rows.all(Participant)]


def names_in(folder):
    library = open_with_passphrase(folder, None, standing_rules)
    try:
        return names(library)
    finally:
        library.close()


def from_elsewhere(words, *paths):
    """What another process does to the file, so that nothing in this one opens it."""
    subprocess.run(["/bin/sh", "-c", words, "sh", *map(str, paths)], check=True)


def exchanged_by_rename(folder, older):
    from_elsewhere('cp "$1" "$2.new" && mv "$2.new" "$2"', older, folder / DATABASE)


def overwritten(folder, older):
    from_elsewhere('cat "$1" > "$2"', older, folder / DATABASE)


def renamed(folder, older):
    from_elsewhere('mv "$1" "$1.old"', folder / DATABASE)


def removed(folder, older):
    from_elsewhere('rm "$1"', folder / DATABASE)


def folder_renamed(folder, older):
    from_elsewhere('mv "$1" "$1-old"', folder)


def folder_removed(folder, older):
    from_elsewhere('rm -r "$1"', folder)


@pytest.mark.parametrize(
    "happens", [exchanged_by_rename, overwritten, renamed, removed, folder_renamed, folder_removed]
)
def test_another_file_at_the_place_is_noticed_before_a_deed_is_acknowledged_and_what_is_held_is_rescued(
    library, desk, workshop_id, tmp_path, happens
):
    older = library.back_up(AT).rename(tmp_path / "older")
    participants.add(desk, workshop_id, "Ana")
    happens(library.folder, older / DATABASE)
    with pytest.raises(Exchanged, match=r"NOT saved.* bring that copy back"):
        participants.add(desk, workshop_id, "Ben")
    with pytest.raises(Exchanged):
        desk.archive.keep_fact(Fact.PIN, "x")
    (rescued,) = [path for path in all_backups(library.folder) if path.name.startswith("rescued")]
    library.close()
    restore(library.folder, rescued, None)
    assert names_in(library.folder) == ["Ana"], "what was acknowledged, and not what was refused"
    assert all_backups(library.folder)[0].name == "rescued-1", "it is offered first"


def test_a_file_that_comes_back_to_its_place_is_the_same_and_work_goes_on(library, desk, workshop_id):
    renamed(library.folder, None)
    with pytest.raises(Exchanged):
        participants.add(desk, workshop_id, "Ana")
    from_elsewhere('mv "$1.old" "$1"', library.folder / DATABASE)
    participants.add(desk, workshop_id, "Ben")
    assert names(library) == ["Ben"]
    assert library.archive.faults() == []


def journal_removed(folder):
    from_elsewhere('rm "$1"', folder / HOT_JOURNAL)


def journal_exchanged(folder):
    from_elsewhere('cp "$1" "$1.new" && mv "$1.new" "$1"', folder / HOT_JOURNAL)


@pytest.mark.parametrize("happens", [journal_removed, journal_exchanged])
def test_a_journal_for_taking_back_that_went_is_there_again_for_the_next_deed(library, desk, workshop_id, happens):
    """Without it a power cut in the middle of that deed would leave half of it in the file."""
    participants.add(desk, workshop_id, "Ana")
    happens(library.folder)
    with library.archive.deed(Note("participants.add", True, AT, workshop_id=workshop_id)) as rows:
        rows.add(Participant(workshop_id, "Ben"))
        assert not [name for name in files_in_use() if HOT_JOURNAL in name and "deleted" in name]
    assert names(library) == ["Ana", "Ben"]
    assert (library.folder / HOT_JOURNAL).exists()
    assert library.archive.faults() == []


def files_in_use() -> list[str]:
    """The files that this process holds open, where the system tells them; of one that went it says "deleted"."""
    held = Path("/proc/self/fd")
    return [os.path.realpath(one) for one in held.iterdir()] if held.exists() else []


def test_a_journal_in_whose_place_something_else_lies_keeps_the_deed_from_being_called_saved(
    library, desk, workshop_id
):
    participants.add(desk, workshop_id, "Ana")
    from_elsewhere('rm "$1" && mkdir "$1"', library.folder / HOT_JOURNAL)
    with pytest.raises(NotSaved):
        participants.add(desk, workshop_id, "Ben")
    (library.folder / HOT_JOURNAL).rmdir()
    participants.add(desk, workshop_id, "Cleo")
    assert names(library) == ["Ana", "Cleo"]


def test_our_own_work_never_looks_like_another_file(library, desk, workshop_id):
    for number in range(30):
        participants.add(desk, workshop_id, f"Person {number}")
    library.back_up(AT)
    participants.add(desk, workshop_id, "Ana")
    assert not [path for path in all_backups(library.folder) if path.name.startswith("rescued")]


ONLY_LOOKED_AT = """
import sys
import time
from pathlib import Path


def main():
    from mat_desktop.app.doors import SystemDoors
    from mat_desktop.app.worker import Processes
    from mat_desktop.facilitation import history
    from mat_desktop.facilitation.participants import people
    from tests.libraries import PASSPHRASE
    from tests.people import harbour_hall, nine_o_clock

    folder = Path(sys.argv[1])
    doors = SystemDoors(folder, folder.with_name("sample"), nine_o_clock())
    held, opened_by_name = doors.open(PASSPHRASE), []

    def watch(event, arguments):
        if event == "open" and str(arguments[0]).endswith("library.db"):
            opened_by_name.append(str(arguments[0]))

    sys.addaudithook(watch)
    people.add(held.desk, harbour_hall(held.desk), "Ana")
    history.undo(held.desk)
    assert held.is_passphrase(PASSPHRASE)
    doors.exists(), doors.copies()
    job = Processes().begin(held.backing_up())
    while not job.finished():
        time.sleep(0.01)
    history.redo(held.desk)
    assert not opened_by_name, opened_by_name
    held.close()
    open(folder / "library.db", "rb").close()
    assert opened_by_name, "the watch must see what it is there for"
    print((job.result() / "library.db").exists())


if __name__ == "__main__":
    main()
"""


def test_while_a_library_is_open_its_process_only_ever_asks_stat_of_the_file(tmp_path):
    sealed_library_of(tmp_path / "library", lambda _desk: None)
    script = tmp_path / "looks.py"
    script.write_text(ONLY_LOOKED_AT)
    root = Path(__file__).parents[3]
    words = [sys.executable, str(script), str(tmp_path / "library")]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(words, capture_output=True, text=True, cwd=root, check=False, env=environment, timeout=120)
    assert done.stdout.split() == ["True"], done.stderr


def test_a_copy_made_beside_the_work_is_whole_though_deeds_go_on(library, desk, workshop_id):
    job = Processes().begin(library.backing_up(AT))
    for number in range(200):
        participants.add(desk, workshop_id, f"Person {number}")
        if job.finished():
            break
    while not job.finished():
        pass
    made = job.result()
    assert library.archive.faults() == []
    shutil.copytree(made, library.folder.with_name("copy"))
    assert names_in(library.folder.with_name("copy")) == names(library)[: len(names_in(made))]
    assert copies_in(library.folder)[1:] == (made,)
