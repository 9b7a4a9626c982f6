"""Where we are: table numbers, pairs, call times and what is left of the day. Nothing private stands on it."""

from mat_desktop.facilitation.printed.setup import WhereWeAreSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.text import joined


def laid_out(sheet: WhereWeAreSheet, form: Format) -> list[Page]:
    """One page from which the day goes on without the computer."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Where we are")
    leaf.section("Tables", 0)
    leaf.words(", ".join(f"{number} {name}" for number, name in sheet.people) or "Nobody is expected yet.")
    leaf.section("Pairs who said yes")
    for pair in sheet.pairs:
        leaf.rich(
            [(Face.BOLD, pair.tables), (Face.REGULAR, f"{pair.names}{f', at {pair.window}' if pair.window else ''}")]
        )
    if not sheet.pairs:
        leaf.words("None yet.")
    if sheet.waiting:
        leaf.words(f"Not placed yet: table {joined([str(n) for n in sheet.waiting])}", BODY)
    leaf.section("Still to come")
    for title, minutes in sheet.ahead:
        leaf.words(f"{title}, {minutes} minutes", indent=8)
    if not sheet.ahead:
        leaf.words("The day is over.")
    if sheet.over:
        leaf.section("Over")
        leaf.words("; ".join(sheet.over))
    leaf.section("By pen from here")
    leaf.writing_lines(3)
    if sheet.record:
        leaf.words(_RECORD.format(head=sheet.record), BODY)
    return leaf.finish()


_RECORD = "The record of what was done goes to {head}. Keep this page: it shows if the record is cut later."
