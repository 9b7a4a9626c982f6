"""A folder that is watched: what comes is read once it is whole, what lay there before is not, and Stop means stop."""

import pytest

from mat_desktop.screens.contact.pictures.watching import WatchedFolder


@pytest.fixture
def watched(qapp, tmp_path):
    from PySide6.QtCore import QObject
    from shiboken6 import delete

    parent, came, lost = QObject(), list[str](), list[bool]()
    folder = tmp_path / "DCIM"
    folder.mkdir()
    (folder / "old.jpg").write_bytes(b"before")
    found = WatchedFolder(parent, lambda paths: came.extend(path.name for path in paths), lambda: lost.append(True))
    found.start(folder)
    yield found, folder, came, lost
    delete(parent)


def test_a_picture_is_handed_over_once_when_it_grows_no_more_and_none_that_lay_there_before(watched):
    found, folder, came, _ = watched
    new = folder / "IMG_1.JPG"
    new.write_bytes(b"half")
    found.look()
    new.write_bytes(b"half and the rest")
    found.look()
    assert came == []
    (folder / "notes.txt").write_text("no picture")
    found.look()
    found.look()
    assert came == ["IMG_1.JPG"]


def test_after_stop_nothing_is_handed_over_any_more(watched):
    found, folder, came, _ = watched
    found.stop()
    (folder / "IMG_2.jpg").write_bytes(b"new")
    found.look()
    found.look()
    assert came == []


def test_a_cable_that_is_pulled_ends_the_watching_and_is_said(watched):
    found, folder, _, lost = watched
    (folder / "old.jpg").unlink()
    folder.rmdir()
    found.look()
    assert lost == [True]
    assert found.folder is None
