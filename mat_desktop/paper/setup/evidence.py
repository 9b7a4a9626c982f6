"""The evidence page: what speaks for daily calls between equals, what speaks against, and what is not known."""

from mat_desktop.facilitation.printed.setup import EvidenceSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format

_FOR = (
    (
        "244 men with diabetes phoned each other in pairs every week. After six months their blood sugar was better "
        "than that of men who had a nurse’s care alone. Heisler and colleagues, 2010."
    ),
    (
        "Partners who agreed on goals and were in contact every day kept to their plan better than those with weekly "
        "contact, and those better than people with counselling alone. The studies were small. Janis and Hoffman, 1970 "
        "and 1982."
    ),
    (
        "People who plan “if this happens, then I do that” more often do what they want to do. This was seen in 94 "
        "tests. Gollwitzer and Sheeran, 2006."
    ),
    (
        "Where people feel that they work well together, things more often end well. This was seen in 295 studies of "
        "treatment. Flückiger and colleagues, 2018."
    ),
)
_AGAINST = (
    (
        "443 people who were treated for depression phoned each other for support: it made no difference. Valenstein "
        "and colleagues, 2016."
    ),
    "563 people who wanted to stop smoking had a partner for it: it made no difference. May and colleagues, 2006.",
    (
        "Choosing partners by what they have in common made no difference. Kaselitz and colleagues, 2018. In another "
        "study it was the partner’s own success that mattered. Gorin and colleagues, 2005."
    ),
    (
        "Warm professors without training helped students as much, on average, as trained people did. Both helped only "
        "a little more than waiting. Strupp and Hadley, 1979."
    ),
)


def laid_out(sheet: EvidenceSheet, form: Format) -> list[Page]:
    """One page, said fairly."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("What is known about this")
    leaf.words(
        "It may help. That is not proven. Studies disagree, and none of them was about this workshop.", 12, after=4
    )
    leaf.section("It helped", 2)
    leaf.bullets(list(_FOR))
    leaf.section("It made no difference, or it is not clear")
    leaf.bullets(list(_AGAINST))
    leaf.section("What this means for you")
    leaf.words(
        "Nobody can promise you that it works. You find out by trying, and you can stop at any time. If you have a "
        "doctor, go on seeing them. Do not change a medicine because of a call.",
        BODY,
        after=6,
    )
    leaf.words(
        "The workshop is based on an arrangement described by Roberta Russell (Changes 13, 1995, 213-218).",
        SMALL,
        Face.REGULAR,
    )
    return leaf.finish()
