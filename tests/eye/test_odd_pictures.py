"""Pictures that nobody would take on purpose: what is seen is read, what is hidden is asked, nothing is made up."""

from io import BytesIO

import numpy as np
from PIL import Image

from mat_desktop.eye.reader import read_picture
from mat_desktop.facilitation.printer import DAY, Style
from tests.eye.camera import TROUBLES, photographed
from tests.eye.sheets import CLEAR, filled, known, log

FIRST, SECOND = log()[0], log(Style("Letter"), 8)[0]


def png(grey: np.ndarray) -> bytes:
    kept = BytesIO()
    Image.fromarray(grey.astype(np.uint8)).save(kept, "PNG")
    return kept.getvalue()


def wrong_ones(read, written) -> list[str]:
    sure = [box for box in read.boxes if box.certain and box.place.value == DAY]
    return [box.place.item for box in sure if CLEAR.get(written[box.place.item], box.seen) is not box.seen]


def test_a_table_on_which_two_sheets_lie_gives_both():
    told, shots = {}, []
    for page, seed in ((FIRST, 31), (SECOND, 32)):
        chance = np.random.default_rng(seed)
        sheet, told[page.code] = filled(page, chance)
        shots.append(photographed(sheet, TROUBLES["far away"], chance).grey)
    high = max(shot.shape[0] for shot in shots)
    table = np.hstack([np.pad(shot, ((0, high - shot.shape[0]), (0, 40)), constant_values=90) for shot in shots])
    found = {read.code: read for read in read_picture(0, png(table), [known(FIRST), known(SECOND)], None)}
    assert set(found) == {FIRST.code, SECOND.code}
    for code, read in found.items():
        assert read.trouble is None
        assert sum(box.certain for box in read.boxes) > 60
        assert wrong_ones(read, told[code]) == []


def test_what_a_sheet_is_folded_over_is_never_read_as_empty():
    chance = np.random.default_rng(33)
    sheet, written = filled(FIRST, chance)
    sheet[1500:2000] = 246
    (read,) = list(read_picture(0, photographed(sheet, TROUBLES["plain"], chance).jpeg(), [known(FIRST)], None))
    under = [box for box in read.boxes if 151 < box.place.y + box.place.high / 2 < 199]
    assert not [box for box in under if box.certain]
    assert wrong_ones(read, written) == []


def test_a_photograph_of_a_screen_is_refused_or_asked_and_never_taken_wrongly():
    chance = np.random.default_rng(34)
    sheet, written = filled(FIRST, chance)
    rows, columns = np.mgrid[0 : sheet.shape[0], 0 : sheet.shape[1]]
    screen = sheet * (0.86 + 0.14 * np.sin(rows / 1.9)) * (0.9 + 0.1 * np.sin(columns / 2.3 + rows / 400))
    picture = photographed(np.clip(screen, 0, 255).astype(np.uint8), TROUBLES["plain"], chance)
    for read in read_picture(0, picture.jpeg(), [known(FIRST)], None):
        assert wrong_ones(read, written) == []
