"""Whatever somebody chooses, or lies where the program looks: it is refused before it is read, and never waited for."""

import os
from pathlib import Path

import pytest

from mat_desktop import cli
from mat_desktop.app.mishap_log import MishapLog
from mat_desktop.app.settings import SettingsFile
from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.chosen_file import DEVICE, TooLarge, beginning_of_file, content_of_file
from mat_desktop.facilitation.library.settings import Settings
from mat_desktop.workshop.refusal import Refusal

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only here there are pipes and devices with a name")


@pytest.fixture
def others(tmp_path: Path) -> dict[str, Path]:
    """A folder, a pipe into which nobody writes, a device without end, a link to itself and a file of 3 GB."""
    found = {name: tmp_path / name for name in ("folder", "pipe", "device", "loop", "large")}
    found["folder"].mkdir()
    os.mkfifo(found["pipe"])
    found["device"].symlink_to("/dev/zero")
    found["loop"].symlink_to("loop")
    with found["large"].open("wb") as file:
        file.truncate(3_000_000_000)
    return found


def test_what_is_no_file_or_too_large_is_refused_unread(others):
    for name in ("folder", "pipe", "device"):
        with pytest.raises(Refusal, match="This is a"):
            content_of_file(others[name], 1000)
        with pytest.raises(Refusal, match="This is a"):
            beginning_of_file(others[name], 16)
    with pytest.raises(TooLarge, match="larger than 1 kB"):
        content_of_file(others["large"], 1000)
    with pytest.raises(OSError, match="symbolic links"):
        content_of_file(others["loop"], 1000)
    assert beginning_of_file(others["large"], 16) == bytes(16)


def test_a_file_that_says_it_is_empty_and_has_no_end_is_too_large_once_more_came_than_is_read():
    """Files of the system say 0 bytes, and give what they have."""
    with pytest.raises(TooLarge):
        content_of_file(Path("/proc/self/environ") if Path("/proc/self/environ").exists() else Path(__file__), 1)


def test_a_pipe_that_came_into_the_place_of_the_file_after_the_look_is_not_waited_for(tmp_path, monkeypatch):
    regular, pipe = tmp_path / "regular", tmp_path / "pipe"
    regular.touch()
    os.mkfifo(pipe)
    told = regular.stat()
    monkeypatch.setattr(Path, "stat", lambda _self, **_more: told)
    with pytest.raises(Refusal, match=DEVICE[:20]):
        content_of_file(pipe, 1000)


def test_settings_are_as_they_come_where_something_else_lies_in_their_place_and_can_be_kept_again(others):
    for path in others.values():
        store = SettingsFile(path)
        assert store.read() == Settings()
        if path.name != "loop":
            assert store.put_aside.startswith("settings-unreadable-")
        store.keep(Settings())
        assert path.is_file()


def test_the_log_of_mishaps_waits_for_nothing_and_is_begun_anew_where_another_file_lies(others):
    for name in ("pipe", "device", "loop", "large"):
        log = MishapLog(others[name])
        log.append("once")
        assert log.read() == "once\n\n"
    with pytest.raises(OSError, match="in its place"):
        MishapLog(others["folder"]).append("once")


def test_an_instrument_of_any_other_kind_is_refused_in_a_sentence(others):
    for path in others.values():
        with pytest.raises(Refusal):
            shelf.read_file(path)


@pytest.mark.parametrize("name", ["folder", "device", "loop", "large"])
def test_no_command_reads_its_table_or_passphrase_from_what_is_no_file(others, name, capsys, tmp_path):
    path = str(others[name])
    for words in (
        *(["pair", path], ["pair", "--scores", path], ["score", "phq-9", path], ["outcomes", path], ["pool", path]),
        *(["score", path, __file__], ["verify-seal", path]),
    ):
        assert cli.main(words, tmp_path / "log") == 2, words
        said = capsys.readouterr().err
        assert said.strip()
        assert "Traceback" not in said
    assert not (tmp_path / "log").exists(), "nothing of this is a fault of the program"
