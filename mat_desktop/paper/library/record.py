"""The record of one person, as it is handed over to them: every line that is kept, with their own corrections."""

from mat_desktop.facilitation.printed.head import Head
from mat_desktop.facilitation.printed.library.handed_over import RecordLine, RecordSheet
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.press import bound
from mat_desktop.paper.sizes import Format, Size

_TITLE = "What is kept about you"


def pdf(record: RecordSheet, size: Size = Size.A4, *, large: bool = False) -> bytes:
    """As many pages as it needs. No code stands on it: it is nothing to be handed in."""
    leaf = Leaf(
        Head(title="", place_and_date="", code="", footer="", owner="", next_date="", facilitator="", safety_words=""),
        Format.of(size, large=large),
    )
    leaf.title(_TITLE)
    leaf.owner(record.name)
    leaf.words(f"Made on {record.made_on}. {record.intro}", after=6)
    for part in record.parts:
        leaf.section(part.title)
        for line in part.lines:
            _draw(leaf, line)
    leaf.rule(8, 8)
    for words in record.foot:
        leaf.words(words, after=2)
    for number, page in enumerate(leaf.pages, 1):
        count = f"Page {number} of {len(leaf.pages)}, private, {record.name}"
        page.text(leaf.right, leaf.floor + 24, page.short(count, leaf.wide, SMALL, quietly=True), SMALL, align="right")
    return bound([page.enlarged(leaf.form.scale) if large else page for page in leaf.pages], _TITLE)


def _draw(leaf: Leaf, line: RecordLine) -> None:
    pieces = [(face, words) for face, words in ((Face.BOLD, line.head), (Face.REGULAR, line.words)) if words]
    leaf.rich(
        [
            (face, f"{words}:" if face is Face.BOLD and line.words and words[-1] not in ":?!" else words)
            for face, words in pieces
        ],
        after=2,
    )
    if line.correction:
        leaf.words(line.correction, SMALL, Face.BOLD, indent=16, after=3)
