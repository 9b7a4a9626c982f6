"""Cards for the parts of the day: what the others do when the facilitator has stepped out."""

from mat_desktop.facilitation.printed.setup import GoOnSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.sizes import Format

_HIGH = 96.0


def laid_out(sheet: GoOnSheet, form: Format) -> list[Page]:
    """One card for each part of the day, to be cut apart."""
    leaf = Leaf(sheet.head, form)
    leaf.title("Go on without me")
    leaf.words(sheet.head.title)
    leaf.words("Cut along the lines. Put the card of the present part on the table when you step out.", after=6)
    for block in sheet.blocks:
        leaf.need(_HIGH)
        leaf.cut_line()
        leaf.y += 6
        leaf.words(f"{block.title}, {block.minutes} minutes", 14, Face.BOLD, leading=19, after=2)
        leaf.words("I have stepped out and I am coming back. Nothing is wrong with you.")
        leaf.words("Whoever sits nearest the door keeps the time. Do not talk about who went out.")
        leaf.words(f"Then: {block.following}." if block.following else "Then wait together until I am back.", after=8)
    return leaf.finish()
