"""Cards for the parts of the day: what the others do when the facilitator has stepped out."""

from mat_desktop.facilitation.sheet_views import GoOnSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, LEADING, MARGIN, Leaf, Size

_HIGH = 96.0


def laid_out(sheet: GoOnSheet, size: Size) -> list[Page]:
    """One card for each part of the day, to be cut apart."""
    leaf = Leaf(sheet.head, size)
    leaf.new_page()
    leaf.title("Go on without me")
    leaf.words(sheet.head.title)
    leaf.words("Cut along the lines. Put the card of the present part on the table when you step out.", after=6)
    for block in sheet.blocks:
        leaf.need(_HIGH)
        page, top = leaf.page, leaf.y
        page.line(MARGIN, top, MARGIN + leaf.wide, top, 0.5, (3.0, 3.0))
        page.text(MARGIN + 8, top + 22, page.lines(block.title, leaf.wide - 120, 14, Face.BOLD)[0], 14, Face.BOLD)
        page.text(MARGIN + leaf.wide - 8, top + 22, f"{block.minutes} minutes", 12, align="right")
        then = f"Then: {block.following}." if block.following else "Then wait together until I am back."
        for number, words in enumerate(
            (
                "I have stepped out and I am coming back. Nothing is wrong with you.",
                "Whoever sits nearest the door keeps the time. Do not talk about who went out.",
                then,
            )
        ):
            page.text(MARGIN + 8, top + 42 + number * LEADING, words, BODY)
        leaf.y = top + _HIGH
    return leaf.finish()
