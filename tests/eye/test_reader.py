"""What the reader may never do is take a clear mark wrongly; asking is always right."""

import os

import numpy as np
import pytest

from mat_desktop.eye.aligning import grown
from mat_desktop.eye.codes import codes_on
from mat_desktop.eye.gates import gates
from mat_desktop.eye.maps import PageMap, PageWindow
from mat_desktop.eye.reader import read_picture
from mat_desktop.facilitation.printer import DAY, Style
from mat_desktop.facilitation.sheets.pictures import ByHand
from mat_desktop.workshop.seen import SeenMark, Trouble
from tests.eye.camera import TROUBLES, photographed
from tests.eye.sheets import Tally, filled, known, log, off_by, read_one
from tests.figures import figure

SHEETS = int(os.environ.get("MAT_DESKTOP_SHEETS", "3"))
A4, LETTER, LARGE = log(), log(Style("Letter"), 8), log(Style(large=True), 9)
OTHER_PAPER = log(Style("Letter"))[0]
PAGES = (*A4, *LETTER, *LARGE)


def test_no_clear_mark_is_taken_wrongly_and_few_boxes_are_asked():
    tally, names = Tally(), sorted(TROUBLES)
    for number in range(SHEETS):
        read_one(PAGES[number % len(PAGES)], names[(number * 5 + 2) % len(names)], number, tally)
    boxes = tally.boxes
    figure("Pictures of logs", f"{sum(tally.pictures.values())} read, {boxes.total()} boxes: {dict(boxes)}")
    assert boxes["wrong"] == 0, tally.wrong
    assert boxes["odd"] <= 2 * max(1, boxes.total() / 1000), tally.wrong
    assert tally.asked <= 0.4
    assert tally.pictures["read"] >= 0.88 * SHEETS


def test_in_dim_light_an_empty_box_is_told_from_a_thin_pen_and_few_boxes_are_asked():
    """There the darkest speck of the grain is as dark as a pencil: without care nearly every box would be asked."""
    tally = Tally()
    read_one(A4[0], "dim", 9000, tally)
    assert tally.boxes["wrong"] == 0, tally.wrong
    assert tally.asked <= 0.25


@pytest.mark.parametrize("trouble", ["bent much", "folded"])
def test_a_box_that_is_believed_lies_within_a_millimetre(trouble):
    page = known(A4[0])
    sheet, _ = filled(A4[0], np.random.default_rng(3))
    picture = photographed(sheet, TROUBLES[trouble], np.random.default_rng(4))
    middles = np.array([(p.x + p.wide / 2, p.y + p.high / 2) for p in A4[0].places])
    (code,) = codes_on(picture.grey)
    assert page.template is not None
    lies = grown(picture.grey, page.template, code.corners)
    assert lies is not None
    seen = gates(picture.grey, page.template, lies, middles)
    off = off_by(picture, middles, lies.pixels(middles), TROUBLES[trouble].fine)
    assert seen.boxes.mean() > 0.9
    assert off[seen.boxes].max() < 1.0
    assert np.median(off) < 0.1


def test_a_pixel_has_its_centre_where_the_map_says():
    """Half a pixel off would be off by a tenth of a millimetre everywhere."""
    picture = np.tile(np.arange(200, dtype=np.float32), (200, 1))
    lies = PageMap(np.array([[10.0, 0, -0.5], [0, 10.0, -0.5], [0, 0, 1]]))
    flat = lies.straightened(picture, PageWindow(0, 0, 100, 40), 10.0)
    assert np.abs(flat[20] - np.arange(100)).max() < 1e-3
    assert lies.pixels(np.array([[0.05, 0.05]])) == pytest.approx(np.array([[0.0, 0.0]]))


def test_the_same_picture_gives_the_same_answer():
    sheet, _ = filled(A4[0], np.random.default_rng(8))
    data = photographed(sheet, TROUBLES["far away"], np.random.default_rng(9)).jpeg()
    first, second = (list(read_picture(0, data, [known(A4[0])], None)) for _ in range(2))
    assert first == second
    assert first[0].boxes


def test_a_sheet_that_was_printed_otherwise_is_refused_as_a_whole():
    """The right code on another layout: glued on, or a print of which nothing is kept."""
    sheet, _ = filled(LARGE[0], np.random.default_rng(1))
    picture = photographed(sheet, TROUBLES["bent"], np.random.default_rng(2))
    (code,) = codes_on(picture.grey)
    template = known(A4[0]).template
    assert template is not None
    lies = grown(picture.grey, template, code.corners)
    middles = np.array([(p.x + p.wide / 2, p.y + p.high / 2) for p in A4[0].places])
    assert lies is None or not gates(picture.grey, template, lies, middles).open


def test_what_a_thumb_hides_is_asked_and_never_read():
    sheet, written = filled(A4[0], np.random.default_rng(5))
    picture = photographed(sheet, TROUBLES["thumb"], np.random.default_rng(6))
    (read,) = list(read_picture(0, picture.jpeg(), [known(A4[0])], None))
    x, y = TROUBLES["thumb"].thumb or (0, 0)
    under = [b for b in read.boxes if abs(b.place.x + b.place.wide / 2 - x) < 9 and abs(b.place.y + 3 - y) < 14]
    assert under
    assert not [b for b in under if b.certain]
    assert sum(b.certain for b in read.boxes) > 60


def test_without_a_code_the_same_log_on_other_paper_is_refused_as_a_whole():
    """Its words are found, each at its own day, but between rows that are not as high: dashes are made up there."""
    chance = np.random.default_rng(3)
    sheet, _ = filled(OTHER_PAPER, chance)
    _without_code(sheet, OTHER_PAPER)
    picture = photographed(sheet, TROUBLES["plain"], chance)
    told = _told(picture, A4[0].code, (215.9, 279.4))
    (read,) = list(read_picture(0, picture.jpeg(), [known(A4[0])], told))
    assert read.trouble is Trouble.NOT_IN_PLACE
    assert not read.boxes


def _without_code(sheet, page):
    """White where its code was."""
    template = known(page).template
    assert template is not None
    left, top = (round(value * 10 - 20) for value in template.quad[0])
    sheet[top : top + 240, left : left + 240] = 255


def _told(picture, code, paper):
    """The code, and the corners of the paper as they are clicked without a slip."""
    wide, high = paper
    corners = picture.pixels(np.array([[0, 0], [wide, 0], [wide, high], [0, high]], float))
    shares = corners / [picture.grey.shape[1], picture.grey.shape[0]]
    return ByHand(code=code, page=1, corners=tuple((float(x), float(y)) for x, y in shares))


def test_without_a_code_four_clicked_corners_are_enough():
    sheet, written = filled(A4[0], np.random.default_rng(10))
    code = known(A4[0]).template
    assert code is not None
    left, top = code.quad[0] * 10 - 20
    sheet[round(top) : round(top) + 220, round(left) : round(left) + 220] = 255
    picture = photographed(sheet, TROUBLES["from the side"], np.random.default_rng(11))
    (blind,) = list(read_picture(0, picture.jpeg(), [known(A4[0])], None))
    assert blind.trouble is Trouble.NO_CODE
    corners = picture.pixels(np.array([[0, 0], [210, 0], [210, 297], [0, 297]], float))
    off = np.random.default_rng(12).normal(0, 2 * TROUBLES["from the side"].fine, (4, 2))
    shares = (corners + off) / [picture.grey.shape[1], picture.grey.shape[0]]
    told = ByHand(code=A4[0].code, page=1, corners=tuple((float(x), float(y)) for x, y in shares))
    (read,) = list(read_picture(0, picture.jpeg(), [known(A4[0])], told))
    ticks = [b for b in read.boxes if b.certain and b.seen is SeenMark.TICK]
    assert len(ticks) > 50
    assert all(written[b.place.item] == "talked" for b in ticks if b.place.value == DAY)
