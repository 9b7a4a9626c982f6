"""A questionnaire that is a sheet of its own: its reader stands at its head, and it never goes into the box."""

from mat_desktop.facilitation.printed.followup.views import OwnFormSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.screening.questionnaire import draw_form
from mat_desktop.paper.sizes import Format


def laid_out(sheet: OwnFormSheet, form: Format) -> list[Page]:
    """The pages of one form."""
    leaf = Leaf(sheet.head, form)
    leaf.banner((sheet.head.title, sheet.head.place_and_date), ("A sheet of its own", "private"))
    leaf.owner(sheet.name)
    if sheet.reader:
        reads = "reads" if " and " not in sheet.reader else "read"
        leaf.words(
            f"{sheet.reader} {reads} this sheet before you go home today. Give it to {sheet.reader} yourself. Do not "
            "put it in the box.",
            face=Face.BOLD,
            after=4,
        )
    leaf.words("Put one cross on each line. You can skip any question.", after=4)
    draw_form(leaf, sheet.form)
    return leaf.finish()
