"""The sheet of an independent rater: ladders under a number, without name, arm or earlier mark."""

from dataclasses import replace

from mat_desktop.facilitation.printed.followup.views import RaterSheet
from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.followup.ladders import draw_goal
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.measures import STANDARD
from mat_desktop.paper.sizes import Format

_MEASURES = replace(STANDARD, small=SMALL)
"""In large print they are drawn larger, as all of this sheet is; the smallest type is then fourteen points."""


def laid_out(sheet: RaterSheet, form: Format) -> list[Page]:
    """The ladders of one person, each to be marked by somebody who knows neither arm nor earlier answers."""
    leaf = Leaf(sheet.head, form)
    leaf.heading(f"Number {sheet.number}" if sheet.number else "Number")
    if not sheet.number:
        leaf.line_for("Number:", 80, item="number")
    leaf.words("Talk with this person, then cross the box in which you see them today. Ask for no name and no group.")
    leaf.y += 6
    if not sheet.goals:
        leaf.writing_lines(3, item="A1 words")
    for number, goal in enumerate(sheet.goals, 1):
        pen = Pen(leaf.left, leaf.wide, _MEASURES)
        draw_goal(pen, f"A{number}", goal.title or "The goal", goal)
        leaf.put(pen.block(8))
    leaf.line_for("Your name, and the day:", item="rater and day")
    return leaf.finish()
