"""The referral sheet: numbers, and lines that the facilitator fills in by pen."""

from mat_desktop.facilitation.printed.screening import ReferralSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.screening.help_sheet import numbers
from mat_desktop.paper.sizes import Format


def laid_out(sheet: ReferralSheet, form: Format) -> list[Page]:
    """One page for one person: numbers, and lines that the facilitator fills in by pen."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("What I suggest")
    leaf.words(f"For {sheet.name}" if sheet.name else "For " + "_" * 30, 15, Face.BOLD, leading=22, after=4)
    leaf.words("It is not about your worth. These people can help better with this than daily calls can.", after=6)
    for words, lines in (
        ("Whom to phone or see:", 2),
        ("What I suggest, and why:", 3),
        ("I will phone you on:", 1),
    ):
        leaf.words(words, BODY, Face.SEMI)
        leaf.writing_lines(lines)
    numbers(leaf, sheet.help, "At any hour")
    return leaf.finish()
