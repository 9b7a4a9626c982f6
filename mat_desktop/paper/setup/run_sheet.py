"""The run sheet: the parts of the day with their minutes, and room for when each began."""

from mat_desktop.facilitation.printed.setup import RunSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, LEADING, Leaf
from mat_desktop.paper.sizes import Format

_BEGINS, _LONG, _WHAT = 0.0, 66.0, 130.0


def laid_out(sheet: RunSheet, form: Format) -> list[Page]:
    """One page for the facilitator. When a part began is written between its rules."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("The day")
    if sheet.access:
        leaf.rich([(Face.SEMI, "Help needed at table"), (Face.REGULAR, sheet.access)], after=4)
    leaf.line_for("Began at:", 90)
    _heads(leaf, "At" if sheet.by_the_clock else "After")
    for line in sheet.lines:
        words = leaf.page.lines(line.title, leaf.wide - _WHAT - 84, BODY, Face.SEMI)
        leaf.need(9 + LEADING * len(words) + (11 if line.droppable else 0))
        page, top = leaf.page, leaf.y
        page.line(leaf.left, top, leaf.right, top, 0.5)
        page.text(leaf.left + _BEGINS, top + 15, line.begins, BODY, Face.BOLD)
        page.text(leaf.left + _LONG, top + 15, f"{line.minutes} min", BODY)
        for number, said in enumerate(words):
            page.text(leaf.left + _WHAT, top + 15 + number * LEADING, said, BODY, Face.SEMI)
        leaf.y = top + 8 + LEADING * len(words)
        if line.droppable:
            page.text(leaf.left + _WHAT, leaf.y + 5, "may be left out when you are late", SMALL)
            leaf.y += 11
    leaf.page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.5)
    return leaf.finish()


def _heads(leaf: Leaf, begins: str) -> None:
    for x, words in ((_BEGINS, begins), (_LONG, "Lasts"), (_WHAT, "Part of the day")):
        leaf.page.text(leaf.left + x, leaf.y + 9, words, SMALL, Face.SEMI)
    leaf.page.text(leaf.right - 70, leaf.y + 9, "Began", SMALL, Face.SEMI)
    leaf.y += 14
