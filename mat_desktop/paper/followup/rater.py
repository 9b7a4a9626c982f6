"""The sheet of an independent rater: ladders under a number, without name, arm or earlier mark."""

from mat_desktop.facilitation.printed.followup import RaterSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.followup.hand_in import draw_ladder
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import Format, Leaf


def laid_out(sheet: RaterSheet, form: Format) -> list[Page]:
    """The ladders of one person, each to be marked by somebody who knows neither arm nor earlier answers."""
    leaf = Leaf(sheet.head, form)
    leaf.heading(f"Number {sheet.number}" if sheet.number else "Number")
    if not sheet.number:
        leaf.line_for("Number:", 80)
    leaf.words("Talk with this person, then circle the box in which you see them today. Ask for no name and no group.")
    leaf.y += 6
    if not sheet.goals:
        leaf.writing_lines(3)
    for number, goal in enumerate(sheet.goals, 1):
        leaf.need(110)
        leaf.words(f"{number}. {goal.title or 'The goal'}", 12, Face.BOLD, leading=17, after=2)
        draw_ladder(leaf, goal)
        leaf.y += 8
    leaf.line_for("Your name, and the day:")
    return leaf.finish()
