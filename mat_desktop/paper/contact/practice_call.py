"""The practice call: two people back to back, as if on the phone, and the first entry in the log."""

from mat_desktop.facilitation.printed.contact import PracticeCallSheet
from mat_desktop.paper.contact.script import CALL
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format


def laid_out(sheet: PracticeCallSheet, form: Format) -> list[Page]:
    """One page, to be read out."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("A practice call")
    leaf.words(
        "Sit back to back, as if you were on the phone. Ten minutes, five for each. Say the words aloud.", after=8
    )
    for number, words in enumerate(CALL, 1):
        leaf.need(36)
        leaf.page.text(leaf.left, leaf.y + 14, str(number), 14, Face.BOLD)
        leaf.words(words, 14, leading=19, indent=28, after=7)
    leaf.section("Afterwards")
    leaf.bullets(
        [
            "Write a tick into today’s box of the log. This was the first call.",
            "Tell each other one thing that helped, and one thing to do differently tomorrow.",
            "Write your number on the other’s copy of the agreement.",
        ]
    )
    leaf.words("Listening is enough. You need not solve anything.", BODY, Face.SEMI)
    return leaf.finish()
