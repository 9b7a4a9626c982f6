"""Consent sheets and phone lists: no clear cross is taken wrongly, also when the numbers were cut off the list."""

import os

import pytest

from mat_desktop.app.system import Press
from mat_desktop.eye.reader import KnownPage
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import answer_places
from mat_desktop.paper.drawing import MM
from mat_desktop.paper.press import redrawn
from mat_desktop.workshop.sheets import SheetKind
from tests.eye.camera import TROUBLES
from tests.eye.questions import LineTally, read_lines
from tests.figures import figure
from tests.paperwork import of_kind

SHEETS = int(os.environ.get("MAT_DESKTOP_CONSENT_SHEETS", "2"))
NAMES = ("Cleo", "Dov", "Elif", "Farid", "Grace", "Hemi", "Ines")


@pytest.fixture
def kept(desk, workshop_id, pair, include):
    """Pages as they come out of the printer, each with itself as it was kept and where it is cut."""
    for name in NAMES:
        include(name)
    found = []
    for style in (Style(), Style("Letter"), Style(large=True)):
        for kind, people in ((SheetKind.PHONE_LIST, []), (SheetKind.CONSENT, [pair[1]])):
            sheets = of_kind(desk, workshop_id, kind, people)
            answer_places.keep_printed(desk, Press(), workshop_id, sheets, style)
            known = [one for one in answer_places.kept_pages(desk, workshop_id) if one.code == sheets[0].head.code]
            for page in Press().pages(sheets, style):
                (own,) = [one for one in known if (one.page, one.width) == (page.page, page.width)]
                dashed = [mark[1] for mark in page.marks if mark[0] == "line" and mark[6] and mark[1] == mark[3]]
                found.append((page, KnownPage(own, redrawn), dashed[0] / MM if dashed else None))
    return found


def test_no_clear_cross_on_a_consent_sheet_or_a_phone_list_is_taken_wrongly(kept):
    tally, names = LineTally(), sorted(TROUBLES)
    for number in range(SHEETS):
        page, known, cut = kept[number % len(kept)]
        often_cut = cut if number % 3 != 2 else None
        read_lines(page, names[(number * 5 + 4) % len(names)], 1300 + number, tally, known, often_cut)
    lines, pictures = tally.lines, tally.pictures
    said = f"{pictures.total()} taken, {pictures['read']} read, {tally.boxes} boxes, {dict(lines)}"
    figure("Pictures of consent sheets and phone lists", said)
    assert lines["wrong"] == 0, tally.wrong
    assert lines["odd"] <= 2 * max(1, tally.boxes / 1000), tally.wrong
    assert pictures["read"] >= 0.85 * pictures.total() - 1
    assert lines.total() > 0
