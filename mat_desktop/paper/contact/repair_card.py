"""The missed-call and repair card: what to do, and the words to begin with."""

from mat_desktop.facilitation.printed.contact import RepairCardSheet
from mat_desktop.paper.contact.script import AFRAID, MISSED, REPAIR
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.screening.help_sheet import numbers
from mat_desktop.paper.sizes import Format


def laid_out(sheet: RepairCardSheet, form: Format) -> list[Page]:
    """One page, the same for everybody."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("A missed call, and repair")
    leaf.section("A call was missed", 0)
    leaf.bullets(list(MISSED))
    leaf.section("A repair talk, thirty minutes")
    for number, words in enumerate(REPAIR, 1):
        leaf.need(22)
        leaf.page.text(leaf.left, leaf.y + 12, str(number), 12, Face.BOLD)
        leaf.words(words, 12, leading=17, indent=24, after=2)
    leaf.y += 4
    leaf.words(AFRAID, BODY, Face.BOLD, after=6)
    leaf.words("A talk helps; it is no court. Nobody has to be right.", after=4)
    numbers(leaf, sheet.help, "If it is more than the two of you can carry")
    return leaf.finish()
