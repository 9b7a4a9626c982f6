"""A clear cross is never taken wrongly, on any kind of sheet, and a filled circle or two crosses are always asked."""

import os
from datetime import date
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from mat_desktop.app.system import Press
from mat_desktop.eye.aligning import grown
from mat_desktop.eye.codes import codes_on
from mat_desktop.eye.gates import gates
from mat_desktop.eye.reader import KnownPage, read_picture
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.setup import measures
from mat_desktop.paper.press import redrawn
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.seen import Trouble
from mat_desktop.workshop.sheets import SheetKind
from tests.eye.camera import TROUBLES, photographed
from tests.eye.printing import paper
from tests.eye.questions import LineTally, read_lines
from tests.eye.sheets import filled, known, log, off_by
from tests.facilitation.test_followup import with_goal
from tests.figures import figure
from tests.paperwork import of_kind

PICTURES = int(os.environ.get("MAT_DESKTOP_QUESTION_SHEETS", "3"))
WRONG_PRINTS = int(os.environ.get("MAT_DESKTOP_WRONG_PRINTS", "1"))
KINDS = (
    SheetKind.SIX_MONTHS,
    SheetKind.QUESTIONNAIRE,
    SheetKind.ROUND_CARD,
    SheetKind.ALLIANCE_CHECK,
    SheetKind.READINESS,
    SheetKind.ONE_YEAR,
    SheetKind.COMPLAINTS,
)


@pytest.fixture
def pages(desk, workshop_id, pair, include, clock):
    """Ana's sheets of every kind, as usual, on Letter and large: their pages that ask something."""
    _, ana, _ = pair
    with_goal(desk, ana)
    responses.answer(desk, ana, own_pages.COMPLAINTS, 1, Entered(value=11, words="I lie awake"), Mode.PAPER)
    measures.use_measure(desk, workshop_id, "phq-4", on=True)
    for name in ("Cleo", "Dov", "Elif"):
        include(name)
    cards = of_kind(desk, workshop_id, SheetKind.ROUND_CARD, [ana])
    clock.go_to(date(2026, 9, 20))
    found = []
    for number in range(PICTURES):
        kind = KINDS[number % len(KINDS)]
        sheets = cards if kind is SheetKind.ROUND_CARD else of_kind(desk, workshop_id, kind, [ana])
        style = (Style(), Style("Letter"), Style(large=True))[number // len(KINDS) % 3]
        asked = Press().pages(sheets, style)
        found.append(asked[number % len(asked)])
    return found


def test_no_clear_cross_is_taken_wrongly_and_few_lines_are_asked(pages):
    tally, names = LineTally(), sorted(TROUBLES)
    for number, page in enumerate(pages):
        read_lines(page, names[(number * 5 + 3) % len(names)], 700 + number, tally, KnownPage(page, redrawn))
    lines, pictures = tally.lines, tally.pictures
    said = (
        f"{pictures.total()} taken, {pictures['read']} read, {tally.boxes} boxes, {lines.total()} lines: {dict(lines)}"
    )
    figure("Pictures of questions", said)
    assert lines["wrong"] == 0, tally.wrong
    assert lines["odd"] <= 2 * max(1, tally.boxes / 1000), tally.wrong
    assert tally.share_asked <= 0.35
    assert pictures["read"] >= 0.85 * pictures.total() - 1


def test_a_sheet_of_another_print_under_a_known_code_is_refused_as_a_whole():
    """Letter for A4 has the very same days in boxes of another height, and everything else fits: its code tells."""
    prints = [log()[0], log(Style("Letter"), 7)[0], log(Style(large=True), 7)[0]]
    names, refused = sorted(TROUBLES), 0
    for number in range(WRONG_PRINTS):
        lies, kept = prints[number % 3], [one for one in prints if one is not prints[number % 3]]
        chance = np.random.default_rng(900 + number)
        sheet, _ = filled(lies, chance)
        picture = photographed(sheet, TROUBLES[names[(number * 3) % len(names)]], chance)
        (read,) = list(read_picture(0, picture.jpeg(), [known(one) for one in kept], None))
        assert not read.boxes
        assert read.trouble in (Trouble.NOT_KNOWN, Trouble.NOT_IN_PLACE, Trouble.NO_CODE)
        refused += 1
    figure("Pictures of another print", f"{refused} of {WRONG_PRINTS} refused as a whole, 0 boxes taken")


def test_of_a_sheet_of_several_pages_only_the_page_that_is_seen_is_made_ready(desk, workshop_id, pair, clock):
    """To cut the pieces of a page takes a quarter of a second: nobody waits for those of the pages that are not met."""
    clock.go_to(date(2026, 9, 20))
    printed = Press().pages(of_kind(desk, workshop_id, SheetKind.SIX_MONTHS, [pair[1]]), Style())
    pages = [KnownPage(page, redrawn) for page in printed]
    (code,) = codes_on(pages[0].raster)
    (left, top), (right, under) = code.corners.min(0).astype(int) - 20, code.corners.max(0).astype(int) + 20
    snippet, kept = np.pad(pages[0].raster[top:under, left:right], 400, constant_values=120), BytesIO()
    Image.fromarray(snippet).save(kept, "PNG")
    (read,) = list(read_picture(0, kept.getvalue(), pages, None))
    assert (read.page, read.trouble) == (1, Trouble.NOT_IN_PLACE)
    assert len(pages) > 1
    assert ["template" in vars(page) for page in pages] == [True] + [False] * (len(pages) - 1)


def test_a_sheet_of_which_only_the_foot_bears_print_near_its_code_is_found_although_it_leans_away(pages):
    """From the code alone nobody can tell how far the other end leans away: 15 cm of white lie between."""
    page = pages[1]
    chance = np.random.default_rng(6)
    picture = photographed(paper(page), TROUBLES["from the side"], chance)
    template = KnownPage(page, redrawn).template
    assert template is not None
    lies = grown(picture.grey, template, codes_on(picture.grey)[0].corners)
    assert lies is not None
    middles = np.array([(p.x + p.wide / 2, p.y + p.high / 2) for p in page.places])
    believed = gates(picture.grey, template, lies, middles)
    assert believed.open
    assert believed.boxes.all()
    assert off_by(picture, middles, lies.pixels(middles), TROUBLES["from the side"].fine).max() < 1.0
