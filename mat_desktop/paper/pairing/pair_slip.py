"""Slips that ask each alone whether they would try; everybody fills one in, and it is folded and handed back."""

from mat_desktop.facilitation.printed.pairing import PairSlipSheet, Slip
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import SMALL, Leaf
from mat_desktop.paper.sizes import Format

_HIGH = 66 * MM
_ANSWERS = ("Yes", "I would rather not", "Please talk with me first")


def laid_out(sheet: PairSlipSheet, form: Format) -> list[Page]:
    """The slips of one partnership, to be cut apart."""
    leaf = Leaf(sheet.head, form)
    leaf.words("Cut along the lines. Hand each slip over alone; everybody answers, and folds it.", SMALL, after=8)
    for slip in sheet.slips:
        leaf.need(_HIGH)
        leaf.cut_line()
        leaf.y += 10
        _slip(leaf, slip)
    leaf.cut_line()
    return leaf.finish()


def _slip(leaf: Leaf, slip: Slip) -> None:
    leaf.words(slip.name, 14, Face.BOLD, leading=19, after=4)
    leaf.words(slip.question, 13, leading=18, after=4)
    leaf.tick_boxes(list(_ANSWERS))
    leaf.words(
        "Nobody but the facilitator is told what you mark. If it does not come about, everybody asked hears the same "
        "words. You may also stop later, at any time and without a reason.",
        SMALL,
        leading=13,
        after=12,
    )
