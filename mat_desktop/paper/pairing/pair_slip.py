"""Slips that ask each alone whether they would try; everybody fills one in, and it is folded and handed back."""

from mat_desktop.facilitation.pairing.printed import Slip
from mat_desktop.facilitation.sheet_views import PairSlipSheet
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, LEADING, MARGIN, SMALL, Leaf, Size

_HIGH = 66 * MM
_ANSWERS = ("Yes", "I would rather not", "Please talk with me first")


def laid_out(sheet: PairSlipSheet, size: Size) -> list[Page]:
    """The slips of one partnership, to be cut apart."""
    leaf = Leaf(sheet.head, size)
    leaf.new_page()
    leaf.words("Cut along the lines. Hand each slip over alone; everybody answers, and folds it.", SMALL, after=8)
    for slip in sheet.slips:
        leaf.need(_HIGH)
        _slip(leaf, slip)
    page = leaf.page
    page.line(MARGIN, leaf.y, MARGIN + leaf.wide, leaf.y, 0.5, (3.0, 3.0))
    return leaf.finish()


def _slip(leaf: Leaf, slip: Slip) -> None:
    page, top = leaf.page, leaf.y
    page.line(MARGIN, top, MARGIN + leaf.wide, top, 0.5, (3.0, 3.0))
    page.text(MARGIN + 8, top + 26, page.lines(slip.name, leaf.wide - 16, 14, Face.BOLD)[0], 14, Face.BOLD)
    y = top + 50
    for line in page.lines(slip.question, leaf.wide - 16, 13):
        page.text(MARGIN + 8, y, line, 13)
        y += 18
    y += 8
    x = MARGIN + 8
    for words in _ANSWERS:
        page.box(x, y, 4.5 * MM, 4.5 * MM, 0.9)
        page.text(x + 20, y + 10, words, BODY)
        x += leaf.wide / 3
    y += 34
    for words in (
        "Nobody but the facilitator is told what you mark. If it does not come about, everybody asked hears the same",
        "words. You may also stop later, at any time and without a reason.",
    ):
        page.text(MARGIN + 8, y, words, SMALL)
        y += LEADING - 3
    leaf.y = top + _HIGH
