"""One page for a funder: what happened in words and counts, what it can show and what it cannot."""

from mat_desktop.facilitation.printed.outcomes.group import SummarySheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format


def laid_out(sheet: SummarySheet, form: Format) -> list[Page]:
    """The page, whole-group counts only."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("A year of daily calls")
    for number, words in sheet.lines:
        leaf.need(30)
        leaf.page.text(leaf.left + 44, leaf.y + 20, str(number), 20, Face.BOLD, "right")
        leaf.y += 6
        leaf.words(words, BODY + 1, indent=58, leading=18, after=4)
    leaf.section("What we looked at first")
    leaf.words(sheet.headline, after=4)
    leaf.section("What this can show")
    leaf.bullets(list(sheet.shows))
    leaf.section("What it cannot")
    leaf.bullets(list(sheet.shows_not))
    return leaf.finish()
