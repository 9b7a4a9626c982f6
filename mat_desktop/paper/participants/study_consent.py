"""The second consent sheet, about a study alone: what it is, who allowed it, one question, and the signature."""

from mat_desktop.facilitation.printed.participants import StudyConsentSheet
from mat_desktop.facilitation.printer import STUDY
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.participants.consent import signature
from mat_desktop.paper.sizes import Format


def laid_out(sheet: StudyConsentSheet, form: Format) -> list[Page]:
    """A sheet of its own, so that it is never mixed with the one about the workshop."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Before you decide about the study")
    leaf.owner(sheet.name)
    for sentence in sheet.told:
        leaf.words(sentence, after=6)
    leaf.together(lambda: _close(leaf, sheet.asked))
    return leaf.finish()


def _close(leaf: Leaf, asked: str) -> None:
    leaf.section("What do you say yes to?", 4)
    leaf.words(asked, after=4)
    leaf.tick_boxes(["yes", "no"], item=STUDY)
    signature(leaf)
