"""The goal sheet: what is written by pen while the group helps, in the order in which it is typed."""

from dataclasses import replace

from mat_desktop.facilitation.goals.views import GoalView, PlanView
from mat_desktop.facilitation.printed.goals import GoalSheet
from mat_desktop.facilitation.shown.words.goals import KINDS
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.goals import ladder
from mat_desktop.paper.leaf import BODY, WRITING, Leaf
from mat_desktop.paper.sizes import Format

_LOW_EDGE = 10 * MM
_STEP, _LOW_STEP = 23.0, 19.0
_IDEAS = 30.0
"""How high the heading of the ideas is."""


def laid_out(sheet: GoalSheet, form: Format) -> list[Page]:
    """A page for each goal; an empty one where none is written yet."""
    leaf = Leaf(sheet.head, replace(form, edge=_LOW_EDGE) if form.is_low else form)
    for number, goal in enumerate(sheet.goals or (None,), 1):
        if number > 1:
            leaf.new_page()
        leaf.banner((sheet.head.title, sheet.head.place_and_date), ("Goal sheet", f"goal {number}"))
        leaf.owner(sheet.name)
        if sheet.challenge and number == 1:
            leaf.words(f"Came with: {sheet.challenge}", SMALL, after=4)
        _goal(leaf, goal, f"goal {number}")
    _ideas(leaf, sheet)
    return leaf.finish()


def _goal(leaf: Leaf, goal: GoalView | None, item: str) -> None:
    leaf.words("My goal, in my own words", BODY, Face.BOLD)
    _written(leaf, goal.words if goal else "", 2, f"{item} words")
    if goal is None:
        leaf.words("It is counted in", BODY)
        leaf.tick_boxes(list(KINDS.values()), item=f"{item} counted in")
        leaf.line_for("Unit, now, and hoped for:", item=f"{item} unit")
    leaf.words("Five steps, in things you can count. Only “now” and “hoped for” must be written.", after=4)
    ladder.rows(leaf, goal, low=_LOW_STEP if leaf.form.is_low else _STEP, item=item)
    leaf.y += 6
    leaf.tick_boxes(["It could also get worse: then now is at −1"], item=f"{item} could get worse")
    for number in range(2):
        _plan(leaf, goal.plans[number] if goal and number < len(goal.plans) else None, f"{item} plan {number + 1}")
    leaf.words("Does the plan wait for somebody’s call? Then write what you do if there is no call.", SMALL)
    for said, words, about in (
        ("What is most likely to get in the way:", goal.obstacle if goal else "", "in the way"),
        ("My first step, within two days:", goal.first_step if goal else "", "first step"),
    ):
        if words:
            leaf.rich([(Face.BOLD, said), (Face.REGULAR, words)], after=2)
        else:
            leaf.line_for(said, item=f"{item} {about}")
    leaf.words("On paper that others may see, this goal is called", BODY, Face.BOLD)
    leaf.tick_boxes(["as written above", "in short: " + "_" * 24, "“My goal”, nothing more"], item=f"{item} called")


def _plan(leaf: Leaf, plan: PlanView | None, item: str) -> None:
    """A plan as it stands, or two lines for it."""
    if plan is None or not (plan.if_words or plan.then_words):
        leaf.line_for("If:", item=f"{item} if")
        leaf.line_for("then I:", item=f"{item} then")
        return
    leaf.rich(ladder.plan_words(plan), after=2)
    if plan.backup:
        leaf.words(f"If not: {ladder.sentence(plan.backup)}", after=2)


def _written(leaf: Leaf, words: str, lines: int, item: str) -> None:
    if words:
        leaf.words(words, 12, leading=16, after=4)
    else:
        leaf.writing_lines(lines, item=item)


def _ideas(leaf: Leaf, sheet: GoalSheet) -> None:
    leaf.need(_IDEAS + WRITING)
    leaf.section("Ideas from the group. You keep or drop each.", 6)
    for words, by in sheet.ideas:
        leaf.words(f"{words}{f' (from {by})' if by else ''}", indent=8)
    room = int((leaf.floor - leaf.y) // WRITING)
    leaf.writing_lines(min(6, max(1, room)), item="ideas")
