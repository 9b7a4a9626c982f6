"""The dates page: what comes when, for one person."""

from datetime import date
from itertools import groupby

from mat_desktop.facilitation.printed.setup import DateLine, DatesSheet
from mat_desktop.facilitation.shown.dates import full
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format


def laid_out(sheet: DatesSheet, form: Format) -> list[Page]:
    """One page for the wall at home."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Dates to keep")
    leaf.owner(sheet.name)
    leaf.words(sheet.calls or "Our call is at:", after=2)
    if not sheet.calls:
        leaf.writing_lines(1, gap=18)
    for day, lines in groupby(sheet.lines, lambda line: line.day):
        _day(leaf, day, list(lines))
    leaf.y += 8
    if sheet.head.facilitator:
        leaf.words(f"Cannot come? Phone {sheet.head.facilitator}.", SMALL, after=4)
    leaf.words("Meetings that we add ourselves:")
    leaf.writing_lines(3)
    return leaf.finish()


def _day(leaf: Leaf, day: date, lines: list[DateLine]) -> None:
    """One day with everything that comes on it."""
    leaf.need(32 + 16 * len(lines))
    leaf.y += 5
    leaf.words(full(day), 13, Face.BOLD, leading=17)
    for line in lines:
        said = f"{line.time}  {line.words}" if line.time else line.words
        leaf.words(f"{said} ({line.where})" if line.where else said, BODY, after=2)
    leaf.y += 2
    leaf.page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.5)
