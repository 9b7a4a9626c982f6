"""Whatever is dropped on the window: it is read, or refused by its name; nothing breaks and nothing is left behind."""

import re
import warnings
from io import BytesIO
from random import Random  # noqa: TID251  with a seed

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfWriter

from mat_desktop.app.eyes import SystemEye
from mat_desktop.eye.files import MOST_PAGES, pages_of
from mat_desktop.eye.reader import read_picture
from mat_desktop.facilitation.dispatch import AtOnce
from mat_desktop.facilitation.shown.words.sheets import TROUBLES
from mat_desktop.workshop.seen import Trouble
from tests.eye.sheets import known, log


def saved(picture: Image.Image, kind: str, **how) -> bytes:
    into = BytesIO()
    picture.save(into, kind, **how)
    return into.getvalue()


def grey(wide: int, high: int) -> Image.Image:
    return Image.fromarray(np.random.default_rng(0).integers(60, 220, (high, wide)).astype(np.uint8))


def empty_pdf(pages: int) -> bytes:
    writer, into = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.write(into)
    return into.getvalue()


WHOLE = saved(grey(1200, 1600), "JPEG")
BAD = {
    "nothing": (b"", Trouble.NO_PICTURE),
    "a letter": (b"Dear Ruth, the pictures are attached.", Trouble.NO_PICTURE),
    "cut short": (WHOLE[: len(WHOLE) // 2], Trouble.BROKEN),
    "an iPhone's own kind": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", Trouble.HEIC),
    "200 megapixels": (saved(Image.new("L", (20_000, 10_000), 200), "PNG"), Trouble.TOO_LARGE),
    "a stamp": (saved(grey(300, 200), "JPEG"), Trouble.TOO_SMALL),
    "a fax": (saved(grey(1200, 1600).convert("1"), "TIFF", compression="group4"), Trouble.TWO_LEVELS),
    "a fax kept as grey": (saved(grey(1200, 1600).convert("1").convert("L"), "PNG"), Trouble.TWO_LEVELS),
    "500 pages": (empty_pdf(500), Trouble.TOO_MANY),
    "a broken PDF": (b"%PDF-1.7 and no more", Trouble.BROKEN),
    "a cat": (WHOLE, Trouble.NO_CODE),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_refused_in_words(name):
    data, trouble = BAD[name]
    (read,) = list(read_picture(0, data, [], None))
    assert read.trouble is trouble
    assert TROUBLES[trouble]
    assert not read.boxes


def page_that_is_none() -> bytes:
    """A PDF of two pages, of which the second is a number."""
    return re.sub(rb"/Kids \[ (\d+ 0 R) \d+ 0 R \]", rb"/Kids [ \1 9999 ]", empty_pdf(2))


def test_a_page_of_a_pdf_that_cannot_be_read_leaves_the_others_to_be_read():
    first, second = pages_of(page_that_is_none())
    assert (first.trouble, second.trouble) == (None, Trouble.BROKEN)


def hostile(seed: bytes, dice: Random) -> bytes:
    """The same file with some bytes, most of them of its head, turned into the values that readers trip over."""
    told = bytearray(seed[: dice.choice((len(seed), dice.randrange(len(seed))))]) or bytearray(b"x")
    for _ in range(dice.choice((1, 2, 5, 20))):
        told[dice.randrange(min(len(told), dice.choice((60, 400, len(told)))))] = dice.choice((0, 1, 127, 128, 255))
    return bytes(told)


def test_whatever_stands_in_a_picture_or_a_pdf_it_is_read_or_refused_in_words():
    """In files that were changed at random; a decoder that raised something of its own took all others with it."""
    dice, page = Random(18), grey(640, 700)
    seeds = [
        *(saved(page, kind) for kind in ("JPEG", "PNG", "TIFF", "WEBP", "BMP")),
        saved(page.convert("1"), "TIFF", compression="group4"),
        empty_pdf(2),
    ]
    without_width = (
        saved(page, "TIFF")
        .replace(b"\x00\x01\x04\x00", b"\x0f\x01\x04\x00")
        .replace(b"\x00\x01\x03\x00", b"\x0f\x01\x03\x00")
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert {one.trouble for one in pages_of(without_width)} == {Trouble.NO_PICTURE}
        for n in range(700):
            for one in pages_of(hostile(seeds[n % len(seeds)], dice)):
                assert (one.grey is None) == (one.trouble is not None)


def test_every_trouble_has_its_sentence():
    assert set(TROUBLES) == set(Trouble)


def test_a_pile_from_the_scanner_gives_each_of_its_pages():
    frames = [grey(1000, 1400) for _ in range(3)]
    tiff = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    assert [page.part for page in pages_of(tiff)] == [0, 1, 2]
    assert len(list(pages_of(empty_pdf(4)))) == 4
    assert MOST_PAGES >= 100


def test_a_code_of_another_library_is_known_as_such():
    page = log()[0]
    picture = saved(Image.fromarray(known(page).raster).convert("L"), "PNG")
    (read,) = list(read_picture(0, picture, [], None))
    assert (read.code, read.trouble) == (page.code, Trouble.NOT_KNOWN)


def test_pictures_go_to_the_reader_in_pieces_and_come_back_in_their_order():
    pictures = [BAD[name][0] for name in ("a stamp", "cut short", "nothing")]
    found = AtOnce().begin(SystemEye().task(pictures, ())).result()
    assert [(read.picture, read.trouble) for read in found] == [
        (0, Trouble.TOO_SMALL), (1, Trouble.BROKEN), (2, Trouble.NO_PICTURE)
    ]  # fmt: skip
