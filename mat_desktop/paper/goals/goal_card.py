"""The goal card: A5, two to a sheet of paper. In large print it takes a whole sheet."""

from collections.abc import Iterator

from mat_desktop.facilitation.goals.views import PlanView
from mat_desktop.facilitation.printed.goals import GoalCardSheet
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.goals import ladder
from mat_desktop.paper.leaf import BLANK, Leaf
from mat_desktop.paper.sizes import Format, Size, side_by_side
from mat_desktop.workshop.text import joined

_ROW, _STEP = 11 * MM, 12.0


def laid_together(cards: list[GoalCardSheet], size: Size, large: bool, alone: bool) -> Iterator[list[Page]]:
    """Two cards beside each other on a sheet turned sideways, or each on its own."""
    form = Format.of(size, large=True) if large else Format.half(size)
    singles = (page for card in cards for page in _card(card, form))
    if alone or large:
        yield from ([page] for page in singles)
        return
    for first in singles:
        yield [side_by_side(first, next(singles, None), size)]


def _card(card: GoalCardSheet, form: Format) -> list[Page]:
    leaf, goal = Leaf(card.head, form), card.goal
    leaf.words(card.head.whose, SMALL, leading=12)
    leaf.words(f"Goal card {card.number} of {card.of}{_shared(card)}", SMALL, Face.BOLD, leading=12, after=4)
    leaf.words((card.signers[0] if card.signers else "") or "Name: " + BLANK * 2, 17, Face.BOLD, leading=22)
    if goal is not None and goal.title:
        leaf.words(goal.title, 16, Face.BOLD, leading=20, after=6)
    else:
        leaf.line_for("My goal:")
        leaf.y += 6
    ladder.rows(leaf, goal, words=goal is not None and goal.steps_shown, low=_ROW, size=_STEP)
    leaf.y += 9
    plans = goal.plans if goal is not None and goal.steps_shown else ()
    if goal is not None and goal.first_step and goal.steps_shown:
        leaf.rich([(Face.BOLD, "First step:"), (Face.REGULAR, goal.first_step)], after=2)
    for plan in plans or (PlanView(if_words="", then_words="", backup="", asks_backup=False),):
        _plan(leaf, plan)
        if plan.backup:
            leaf.rich([(Face.BOLD, "If not:"), (Face.REGULAR, ladder.sentence(plan.backup))], after=2)
    if card.witnesses:
        at = f", call at {card.call_time}" if card.call_time else ""
        leaf.rich([(Face.BOLD, "My witness:"), (Face.REGULAR, joined(card.witnesses) + at)], after=2)
    _signatures(leaf, card)
    return leaf.finish()


def _plan(leaf: Leaf, plan: PlanView) -> None:
    """A plan as one sentence; where nothing is written yet, "If" and "then" each have a line of their own."""
    if plan.if_words or plan.then_words:
        leaf.rich(ladder.plan_words(plan), 12, after=3)
        return
    leaf.line_for("If")
    leaf.line_for("then")
    leaf.y += 4


def _shared(card: GoalCardSheet) -> str:
    return ", our shared project" if card.goal is not None and card.goal.shared else ""


def _signatures(leaf: Leaf, card: GoalCardSheet) -> None:
    own, *witnesses = card.signers or ("",)
    names = [own or "Name", *(witnesses or ["Witness"])]
    leaf.need(36)
    leaf.y = max(leaf.y, leaf.floor - 36)
    gap = 14.0
    column = (leaf.wide - gap * (len(names) - 1)) / len(names)
    for place, name in enumerate(names):
        x = leaf.left + place * (column + gap)
        leaf.page.line(x, leaf.y + 20, x + column, leaf.y + 20)
        leaf.page.text(x, leaf.y + 32, leaf.page.short(name, column, SMALL), SMALL)
    leaf.y += 36
