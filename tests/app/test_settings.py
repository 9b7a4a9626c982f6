"""The settings of this computer lie in a small file that cannot hurt anybody."""

import json

from mat_desktop.app.settings import NAME, SettingsFile
from mat_desktop.facilitation.library.settings import (
    LookWish,
    PaperWish,
    Settings,
    TextSize,
    paper_of,
    stepped,
)


def test_what_was_set_is_there_after_the_program_was_closed(tmp_path):
    wanted = Settings(look=LookWish.DARK, text=TextSize.LARGE, paper=PaperWish.LETTER, privacy_minutes=10)
    SettingsFile(tmp_path / NAME).keep(wanted)
    assert SettingsFile(tmp_path / NAME).read() == wanted


def test_a_settings_file_that_cannot_be_read_is_put_aside_whole_and_said(tmp_path):
    for broken in (b"{", b"\xff\xfe\x00", b"[]", b"[" * 5000, b"{}" + b" " * 70_000):
        (tmp_path / NAME).write_bytes(broken)
        store = SettingsFile(tmp_path / NAME)
        assert store.read() == Settings()
        assert (tmp_path / store.put_aside).read_bytes() == broken
        assert not (tmp_path / NAME).exists()


def test_a_value_that_cannot_be_leaves_the_others_as_they_were_set(tmp_path):
    told = {"look": "pink", "text": 130, "privacy_minutes": 0, "lock_minutes": True, "day_lock_minutes": "90"}
    (tmp_path / NAME).write_text(json.dumps(told))
    assert SettingsFile(tmp_path / NAME).read() == Settings(text=TextSize.LARGE)


def test_a_folder_for_copies_that_is_no_path_is_as_if_it_had_not_been_set(tmp_path):
    for told in (7, None, ["/media"], "x" * 5000, "a\0b"):
        (tmp_path / NAME).write_text(json.dumps({"copies": told, "text": 130}))
        assert SettingsFile(tmp_path / NAME).read() == Settings(text=TextSize.LARGE)
    SettingsFile(tmp_path / NAME).keep(Settings(copies="/media/stick"))
    assert SettingsFile(tmp_path / NAME).read().copies == "/media/stick"


def test_what_a_newer_version_set_is_still_there_after_a_change(tmp_path):
    (tmp_path / NAME).write_text(json.dumps({"voice": "low", "text": 115}))
    store = SettingsFile(tmp_path / NAME)
    store.read()
    store.keep(Settings(text=TextSize.LARGEST))
    told = json.loads((tmp_path / NAME).read_text())
    assert (told["voice"], told["text"]) == ("low", 150)


def test_words_grow_and_shrink_by_steps_and_stop_at_the_ends():
    assert [int(stepped(size, 1)) for size in TextSize] == [115, 130, 150, 150]
    assert [int(stepped(size, -1)) for size in TextSize] == [100, 100, 115, 130]


def test_the_first_paper_is_the_one_that_is_sold_where_she_lives():
    wanted = {"US": "Letter", "ca": "Letter", "MX": "Letter", "NZ": "A4", "DE": "A4", "": "A4", "QQ": "A4"}
    assert {land: paper_of(PaperWish.COUNTRY, land) for land in wanted} == wanted
    assert paper_of(PaperWish.A4, "US") == "A4"
