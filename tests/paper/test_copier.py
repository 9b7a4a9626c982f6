"""A bad copier: each page is copied twice with specks and gaps, and still every box, letter and digit is found."""

import io

import numpy as np
import pypdfium2
import pytest

from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.paper import press
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.sheets import SheetKind
from tests.people import ana_and_ben

DPI = 300
SCALE = DPI / 72
DARK = 128
SPECKS, GAPS = 0.0004, 0.002
"""The share of dots that a copy blackens, and whitens, wherever they are."""
NEAR = 3


@pytest.fixture
def filled():
    return ana_and_ben


FILLED_IN = (
    SheetKind.SIX_MONTHS,
    SheetKind.ONE_YEAR,
    SheetKind.CALL_LOG,
    SheetKind.READINESS,
    SheetKind.CONSENT,
    SheetKind.ROUND_CARD,
)
"""What people fill in with a pen, each laid out in a way of its own."""


@pytest.fixture(scope="module")
def copied_before():
    """What was printed and copied for an earlier test of the same kind."""
    return {}


@pytest.fixture(params=FILLED_IN)
def pages(desk, request, copied_before):
    """The pages of one sheet of Ana's, each beside its picture in black and white, and the copy of a copy of that."""
    if request.param in copied_before:
        return copied_before[request.param]
    (ana, *_) = sheets.recipients(desk, 1, (request.param,))
    views = sheets.preview(desk, Order(workshop_id=1, kinds=(request.param,), people=(ana.key,)))
    laid_out = press.pages_of(views, Style())
    document = pypdfium2.PdfDocument(io.BytesIO(press.bound(laid_out, "")))
    found = []
    for number, page in enumerate(laid_out):
        picture = dark(document[number])
        found.append((page, picture, twice(picture)))
    document.close()
    copied_before[request.param] = found
    return found


def dark(page: pypdfium2.PdfPage) -> np.ndarray:
    return np.asarray(page.render(scale=SCALE, grayscale=True).to_numpy() < DARK)


def copied(picture: np.ndarray, seed: int) -> np.ndarray:
    """One copy: light spreads to the dots beside, specks and gaps come, and each dot is black or white again."""
    chance = np.random.default_rng(seed)
    ink = picture.astype(float)
    padded = np.pad(ink, 1, mode="edge")
    high, wide = ink.shape
    around = [padded[dy : dy + high, dx : dx + wide] for dy in range(3) for dx in range(3)]
    found = np.mean(around, axis=0) > 0.5
    found |= chance.random(found.shape) < SPECKS
    return np.asarray(found & (chance.random(found.shape) >= GAPS))


def twice(picture: np.ndarray) -> np.ndarray:
    return copied(copied(picture, 1), 2)


def seen(picture: np.ndarray, x: float, y: float) -> bool:
    """Whether there is ink near this point, in points from the top left corner."""
    column, row = round(x * SCALE), round(y * SCALE)
    return bool(picture[row - NEAR : row + NEAR + 1, column - NEAR : column + NEAR + 1].any())


def outline(place) -> list[tuple[float, float]]:
    """Points along the ring or the box of one answer: whichever of the two is drawn there has ink at all of them."""
    steps = np.linspace(0, 1, 40, endpoint=False)
    radius = place.w / 2
    return [
        (place.x + radius + radius * np.cos(2 * np.pi * s), place.y + radius + radius * np.sin(2 * np.pi * s))
        for s in steps
    ]


def edges(place) -> list[tuple[float, float]]:
    steps = np.linspace(0, 1, 12)
    sides = [[(s, 0), (s, 1), (0, s), (1, s)] for s in steps]
    return [(place.x + place.w * across, place.y + place.h * down) for side in sides for across, down in side]


def test_every_ring_and_every_box_is_whole_after_two_copies(pages):
    for page, _, copy in pages:
        for place in (place for place in page.places if place.value):
            whole = max(np.mean([seen(copy, *point) for point in points]) for points in (outline(place), edges(place)))
            assert whole > 0.97, place


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
