"""The dates page: what comes when, for one person."""

from mat_desktop.facilitation.printed.setup import DatesSheet
from mat_desktop.facilitation.shown.dates import full
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, SMALL, Leaf
from mat_desktop.paper.sizes import Format


def laid_out(sheet: DatesSheet, form: Format) -> list[Page]:
    """One page for the wall at home."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Dates to keep")
    leaf.owner(sheet.name)
    leaf.words(f"Every agreed day at {sheet.call_time}: our call." if sheet.call_time else "Our call is at:", after=2)
    if not sheet.call_time:
        leaf.writing_lines(1, gap=18)
    for line in sheet.lines:
        leaf.need(52)
        leaf.y += 6
        at = f", {line.time}" if line.time else ""
        leaf.words(f"{full(line.day)}{at}", 13, Face.BOLD, leading=18)
        leaf.words(line.words, BODY, after=4)
        leaf.page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.4)
    leaf.y += 8
    if sheet.head.facilitator:
        leaf.words(f"Cannot come? Phone {sheet.head.facilitator}.", SMALL, after=4)
    leaf.words("Meetings that we add ourselves:")
    leaf.writing_lines(3)
    return leaf.finish()
