"""The list for the box of sheets: the same two boxes for everybody, so that it tells nothing of anybody."""

from mat_desktop.facilitation.printed.contact import ToCollectSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.participants.table import Table
from mat_desktop.paper.sizes import Format


def laid_out(sheet: ToCollectSheet, form: Format) -> list[Page]:
    """One list, to be ticked when a sheet lies in the box."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Sheets in the box")
    leaf.line_for("Meeting of:", 160)
    leaf.words(
        "Sheets lie face down. A sheet that was forgotten comes by post or at the next meeting; no need to explain."
    )
    leaf.y += 6
    table = Table(leaf, (("Name", 0.4), ("Call log", 0.2), ("Folded slip", 0.2), ("Will send it", 0.2)))
    for name in sheet.names:
        table.row(name)
    return leaf.finish()
