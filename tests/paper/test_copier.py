"""A bad copier: each page is copied twice with specks and gaps, and still every box, letter and digit is found.

Every kind of sheet goes through it in `dev.py torture copier`, filled and blank; for each change a sample does.
"""

import io
import os
from collections.abc import Iterator
from datetime import datetime

import numpy as np
import pypdfium2
import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.paper import press
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.codes import form_code
from mat_desktop.workshop.sheets import FILED, SheetKind
from tests.libraries import library_of
from tests.people import NEW_ZEALAND, CountedCodes
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

DPI = 300
SCALE = DPI / 72
DARK = 128
SPECKS, GAPS = 0.0004, 0.002
"""The share of dots that a copy blackens, and whitens, wherever they are."""
NEAR = 3
WORKSHOP = 1

SAMPLE = (SheetKind.SIX_MONTHS, SheetKind.CALL_LOG, SheetKind.CONSENT, SheetKind.ROUND_CARD)
"""What most is read from, each laid out in a way of its own."""
FULL, BLANK = "", " blank"
EVERY = [(kind, way) for kind in SheetKind for way in (FULL, BLANK) if (kind, way) != (SheetKind.PAIR_SLIP, BLANK)]
"""All that prints: a slip is never blank, for it asks about somebody."""
COPIED = EVERY if os.environ.get("MAT_DESKTOP_COPIED") == "all" else [(kind, FULL) for kind in SAMPLE]


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[Desk]:
    library = library_of(tmp_path_factory.mktemp("copied") / "library", a_year_of_twelve)
    clock = SampleClock(datetime.combine(YEAR, datetime.min.time(), NEW_ZEALAND).replace(hour=9))
    yield Desk(library.archive, clock, CountedCodes())
    library.close()


def ordered(desk: Desk, kind: SheetKind, way: str) -> tuple[Sheet, ...]:
    """The sheet of the first person who gets one, or a blank one, with a code as it has when it is printed."""
    people = tuple(person.key for person in sheets.recipients(desk, WORKSHOP, (kind,)))[:1] if way == FULL else ()
    order = Order(workshop_id=WORKSHOP, kinds=(kind,), people=people, blanks=0 if people else 1)
    wanted = sheets.plan(desk, order)
    return sheets.shown(desk, order, wanted, [form_code([20, number, 0, 0, 1]) for number in range(len(wanted))])


Copied = list[tuple[Page, np.ndarray, np.ndarray]]


@pytest.fixture(scope="module")
def copied_before() -> dict[tuple[SheetKind, str], Copied]:
    """What was printed and copied last: the tests of one kind come one after the other."""
    return {}


@pytest.fixture(params=COPIED, ids=[f"{kind}{way}" for kind, way in COPIED], scope="module")
def pages(desk: Desk, request: pytest.FixtureRequest, copied_before: dict[tuple[SheetKind, str], Copied]) -> Copied:
    """The pages of one sheet, each beside its picture in black and white, and the copy of a copy of that."""
    kind, way = request.param
    if (kind, way) not in copied_before:
        copied_before.clear()
        laid_out = press.pages_of(ordered(desk, kind, way), Style())
        document = pypdfium2.PdfDocument(io.BytesIO(press.bound(laid_out, "")))
        pictures = [dark(document[number]) for number in range(len(laid_out))]
        document.close()
        copied_before[kind, way] = [
            (page, picture, twice(picture)) for page, picture in zip(laid_out, pictures, strict=True)
        ]
    return copied_before[kind, way]


def dark(page: pypdfium2.PdfPage) -> np.ndarray:
    return np.asarray(page.render(scale=SCALE, grayscale=True).to_numpy() < DARK)


def copied(picture: np.ndarray, seed: int) -> np.ndarray:
    """One copy: light spreads to the dots beside, specks and gaps come, and each dot is black or white again."""
    high, wide = picture.shape
    padded = np.pad(picture, 1, mode="edge").astype(np.uint8)
    rows = padded[:, :wide] + padded[:, 1 : wide + 1] + padded[:, 2:]
    found = rows[:high] + rows[1 : high + 1] + rows[2:] > 4
    chance = np.random.default_rng(seed)
    for share, ink in ((SPECKS, True), (GAPS, False)):
        places = chance.integers(found.size, size=round(found.size * share))
        found.ravel()[places] = ink
    return np.asarray(found)


def twice(picture: np.ndarray) -> np.ndarray:
    return copied(copied(picture, 1), 2)


def seen(picture: np.ndarray, x: float, y: float) -> bool:
    """Whether there is ink near this point, in points from the top left corner."""
    column, row = round(x * SCALE), round(y * SCALE)
    return bool(picture[row - NEAR : row + NEAR + 1, column - NEAR : column + NEAR + 1].any())


def rings_and_boxes(page: Page) -> list[list[tuple[float, float]]]:
    """Points along whatever is drawn to be crossed or filled in: rings, and frames about as wide as high."""
    found = []
    for mark in page.marks:
        if mark[0] == "circle" and not mark[-1]:
            found.append(ring(*mark[1:4]))
        elif mark[0] == "box" and not mark[-1] and max(mark[3:5]) < 16 * MM:
            found.append(edges(*mark[1:5]))
    return found


def ring(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    turns = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    return [(x + radius * np.cos(turn), y + radius * np.sin(turn)) for turn in turns]


def edges(x: float, y: float, wide: float, high: float) -> list[tuple[float, float]]:
    steps = np.linspace(0, 1, 12)
    sides = [[(step, 0), (step, 1), (0, step), (1, step)] for step in steps]
    return [(x + wide * across, y + high * down) for side in sides for across, down in side]


def lines_to_write_on(page: Page) -> list[list[tuple[float, float]]]:
    level = [mark for mark in page.marks if mark[0] == "line" and mark[2] == mark[4] and not mark[6]]
    return [[(mark[1] + (mark[3] - mark[1]) * step, mark[2]) for step in np.linspace(0.01, 0.99, 50)] for mark in level]


def test_every_ring_every_box_and_every_line_to_write_on_is_whole_after_two_copies(pages):
    for page, _, copy in pages:
        for points in (*rings_and_boxes(page), *lines_to_write_on(page)):
            assert np.mean([seen(copy, *point) for point in points]) > 0.97, points[0]


def test_every_place_for_an_answer_is_one_of_the_rings_and_boxes_that_are_drawn(pages):
    for page, _, copy in pages:
        for place in (place for place in page.places if place.value):
            radius = place.w / 2
            both = ring(place.x + radius, place.y + radius, radius), edges(place.x, place.y, place.w, place.h)
            assert max(np.mean([seen(copy, *point) for point in points]) for points in both) > 0.97, place


@pytest.mark.parametrize("kind", SheetKind)
def test_every_kind_that_is_answered_has_somewhere_to_answer_and_goes_through_the_copier(desk, kind):
    """By what is drawn, so that a new kind is copied too without anybody adding it here."""
    assert (kind, FULL) in EVERY
    if kind in FILED:
        pages = press.pages_of(ordered(desk, kind, FULL), Style())
        assert any([*rings_and_boxes(page), *lines_to_write_on(page)] for page in pages)


def test_every_code_still_reads_after_two_copies(pages):
    for page, _, copy in pages:
        for code in (mark[1] for mark in page.marks if mark[0] == "boxes"):
            wrong = sum(not copy[round((y + h / 2) * SCALE), round((x + w / 2) * SCALE)] for x, y, w, h in code)
            assert wrong <= 0.02 * len(code), "level M mends fifteen in a hundred"


def letters(page: Page) -> list[tuple[str, float, float, float, float]]:
    """Each letter and digit with the rectangle in which it stands, in points."""
    found = []
    for mark in page.marks:
        if mark[0] == "text":
            _, x, y, words, name, size = mark
            face = next((face for face in Face if str(face) == name), Face.REGULAR)
            for letter in words:
                long = width(letter, face, size)
                if letter.isalnum():
                    found.append((letter, x, y - size * 0.8, long, size * 0.85))
                x += long
    return found


def test_every_letter_and_digit_keeps_its_form_after_two_copies(pages):
    for page, picture, copy in pages:
        for letter, x, y, long, high in letters(page):
            rows = slice(round(y * SCALE), round((y + high) * SCALE))
            columns = slice(round(x * SCALE), max(round(x * SCALE) + 2, round((x + long) * SCALE)))
            before, after = picture[rows, columns], copy[rows, columns]
            same = np.sum(before & after) / max(1, np.sum(before | after))
            assert same > 0.72, (letter, x, y)
