"""No picture that was chosen is lost in silence: not by Stop, not by a fault, not by reading another one by hand."""

from types import SimpleNamespace
from typing import cast

import pytest

from mat_desktop.facilitation.sheets.pictures import ByHand, PageRead
from mat_desktop.screens.contact.pictures import pile as piles
from mat_desktop.screens.shared.bench import Bench
from mat_desktop.screens.shared.beside import WorkStrip

HERE = ByHand(code="222222", page=1, corners=())


class Strip:
    """The strip while work is under way: it keeps what would be called when that ends."""

    busy = False

    def start(self, task, words, done, if_closed="", ended=lambda: None):
        self.busy, self.task, self.words, self.done, self.ended = True, task, words, done, ended

    def comes(self, *read):
        self.busy = False
        self.done(list(read))


@pytest.fixture
def at_it(tmp_path, monkeypatch):
    monkeypatch.setattr(piles, "kept_pages", lambda _desk, _workshop: ())
    eye = SimpleNamespace(task=lambda pictures, _printed, _by_hand=None: list(pictures))
    bench, strip = cast(Bench, SimpleNamespace(desk=None, workshop_id=1, eye=eye)), Strip()
    found = piles.Pile(bench, cast(WorkStrip, strip), lambda: None)
    paths = [tmp_path / f"{n}.jpg" for n in range(5)]
    for path in paths:
        path.write_bytes(path.name.encode())
    found.take(paths)
    return found, strip


def test_what_is_being_read_is_read_after_the_one_that_is_told_by_hand(at_it):
    pile, strip = at_it
    strip.comes(*(PageRead(picture=n, part=0) for n in range(3)))
    assert strip.task == [b"3.jpg", b"4.jpg"]
    pile.again(pile.waiting.popleft(), HERE)
    assert strip.task == [b"0.jpg"]
    assert pile.left == 2
    strip.comes(PageRead(picture=0, part=0, code="222222"))
    assert strip.task == [b"3.jpg", b"4.jpg"]
    strip.comes(PageRead(picture=0, part=0), PageRead(picture=1, part=0))
    assert [page.file.name for page in pile.waiting] == ["0.jpg", "1.jpg", "2.jpg", "3.jpg", "4.jpg"]


def test_stop_says_by_name_which_pictures_were_not_read_and_reads_none_of_them_later(at_it, tmp_path):
    pile, strip = at_it
    strip.busy = False
    strip.ended()
    assert pile.refused == [f"{n}.jpg: not read. Choose it again." for n in range(5)]
    assert pile.left == 0
    pile.take([tmp_path / "4.jpg"])
    assert strip.task == [b"4.jpg"]


def test_a_page_that_was_told_by_hand_and_could_not_be_read_waits_as_before(at_it):
    pile, strip = at_it
    strip.comes(PageRead(picture=0, part=0))
    page = pile.waiting.popleft()
    pile.again(page, HERE)
    strip.ended()
    assert list(pile.waiting) == [page]
