"""Who came to a meeting: first names only, a box to tick, and the minutes of help given and got."""

from mat_desktop.facilitation.printed.contact import AttendanceSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.participants.table import Table
from mat_desktop.paper.sizes import Format

_SPARE = 3


def laid_out(sheet: AttendanceSheet, form: Format) -> list[Page]:
    """One list; it says nothing about anybody but that they came, and how long they helped."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Who came")
    leaf.line_for("Meeting of:", 160)
    leaf.words(
        "Tick that you are here. Help is counted in minutes, as you remember it; leave it open if you like.", after=6
    )
    table = Table(leaf, (("Name", 0.34), ("Here", 0.14), ("Help I gave, min", 0.26), ("Help I got, min", 0.26)))
    for name in (*sheet.names, *[""] * _SPARE):
        table.row(name)
    return leaf.finish()
