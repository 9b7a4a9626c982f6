"""The part of a handout that is handed in: ladders without earlier marks, complaints, ratings, questions."""

from collections.abc import Sequence

from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.facilitation.printed.followup import HandInSheet, HandoutSheet
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.dates import full
from mat_desktop.facilitation.shown.numbers import signed, spelled
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.goals import ladder
from mat_desktop.paper.leaf import BODY, SMALL, Format, Leaf
from mat_desktop.paper.screening.questionnaire import draw_form
from mat_desktop.workshop.followup import IMPROVEMENT, Question
from mat_desktop.workshop.goals.goal import told_apart

_INDENT = 28.0
_MOST_LINES = 6
_RADIUS = 3.3 * MM


def laid_out(sheet: HandInSheet, form: Format) -> list[Page]:
    """The pages that are handed in."""
    leaf = Leaf(sheet.head, form)
    draw(leaf, sheet.handout)
    return leaf.finish()


def draw(leaf: Leaf, sheet: HandoutSheet) -> None:
    """Put the part that is handed in on the leaf."""
    leaf.banner((sheet.head.title, sheet.head.place_and_date), (sheet.head.footer, full(sheet.meeting)))
    leaf.title(greeting(sheet))
    if not sheet.name:
        leaf.line_for("Name:", 200)
    leaf.words("Part 1: hand this in.", BODY, Face.BOLD)
    leaf.words(
        "Fill it in alone and fold it, answers inside. Short answers are fine; leave out what you like. Only the "
        "facilitator reads it."
    )
    _goals(leaf, sheet)
    _complaints(leaf, sheet)
    for one in sheet.forms:
        draw_form(leaf, one)
    leaf.y += 4
    for number, question in enumerate(sheet.questions, 1):
        _question(leaf, number, question, sheet.start_word)


def greeting(sheet: HandoutSheet) -> str:
    """`Carmen, six months on`; without the name on a blank sheet."""
    since = since_words(sheet.months)
    return f"{sheet.first_name}, {since}" if sheet.name else begun(since)


def since_words(months: int) -> str:
    """`six months on`, `one year on`."""
    years, rest = divmod(months, 12)
    if rest or not years:
        return f"{spelled(months)} months on"
    return "one year on" if years == 1 else f"{spelled(years)} years on"


def _goals(leaf: Leaf, sheet: HandoutSheet) -> None:
    count = len(sheet.goals)
    if not count:
        leaf.section("My goal, and where I stand today")
        leaf.writing_lines(2)
        return
    which = "goal" if count == 1 else f"{spelled(count)} goals"
    leaf.section(f"Your {which}. Circle the box where you are today.")
    for number, (goal, _) in enumerate(sheet.goals, 1):
        leaf.need(90)
        title = goal_title(goal, number, [g for g, _ in sheet.goals])
        leaf.words(f"{number}. {title}" if count > 1 else title, 12, Face.BOLD, leading=16, after=2)
        draw_ladder(leaf, goal)
        leaf.y += 5


def goal_title(goal: GoalView, number: int, goals: Sequence[GoalView]) -> str:
    """The words of a goal for paper; of one that was written anew the first version says so."""
    return told_apart(goal.title or f"My goal {number}", goal, goals)


def draw_ladder(leaf: Leaf, goal: GoalView) -> None:
    """Five boxes beside each other; where the words are long, under each other. No earlier mark stands on it."""
    column = leaf.wide / 5
    longest = max(len(leaf.page.lines(words, column - 14, BODY)) for _, words in goal.ladder)
    if longest > _MOST_LINES or column < 80:
        for level, words in reversed(goal.ladder):
            ladder.row(leaf, level, words, ladder.Flag.HOPED_FOR if level == goal.target else ladder.Flag.NONE)
    else:
        _boxes(leaf, goal, max(50.0, 34 + 14 * longest))
    leaf.need(24)
    leaf.page.box(leaf.left, leaf.y + 6, 4 * MM, 4 * MM)
    leaf.page.text(leaf.left + 17, leaf.y + 15, "further back than the start", SMALL)
    leaf.y += 19


def _boxes(leaf: Leaf, goal: GoalView, height: float) -> None:
    leaf.need(height)
    page, column = leaf.page, leaf.wide / 5
    for place, (level, words) in enumerate(reversed(goal.ladder)):
        x = leaf.left + place * column
        page.box(x, leaf.y, column, height, 1)
        page.text(x + 7, leaf.y + 17, signed(level), 13, Face.BOLD)
        for number, line in enumerate(page.lines(words, column - 14, BODY)):
            page.text(x + 7, leaf.y + 33 + 14 * number, line, BODY)
        if level == goal.target:
            page.text(x + column - 7, leaf.y + 16, "hoped for", SMALL, Face.BOLD, "right")
            page.box(x + 1, leaf.y, column - 2, height, 2.5)
    leaf.y += height


def _complaints(leaf: Leaf, sheet: HandoutSheet) -> None:
    """Each complaint in own words, its thirteen marks and five words; what was marked at the start is not there."""
    if not sheet.complaints:
        return
    leaf.section("What troubled you. How much does it bother you now?")
    for words in sheet.complaints:
        lines = len(leaf.page.lines(words, leaf.wide, BODY, Face.BOLD))
        leaf.need(lines * 15.5 + 74)
        leaf.words(words, BODY, Face.BOLD)
        _thirteen(leaf)
        leaf.tick_boxes(list(IMPROVEMENT))


def _thirteen(leaf: Leaf) -> None:
    step = leaf.wide / 13
    for value in range(1, 14):
        x = leaf.left + (value - 0.5) * step
        leaf.page.circle(x, leaf.y + _RADIUS + 2, min(_RADIUS, step / 2 - 1), 0.9)
        leaf.page.text(x, leaf.y + _RADIUS + 5.4, str(value), SMALL, align="middle")
    y = leaf.y + 2 * _RADIUS + 13
    leaf.page.text(leaf.left, y, "not at all", SMALL)
    leaf.page.text(leaf.left + 6.5 * step, y, "pretty much", SMALL, align="middle")
    leaf.page.text(leaf.right, y, "couldn’t be worse", SMALL, align="right")
    leaf.y = y + 6


def _question(leaf: Leaf, number: int, question: Question, start: str) -> None:
    leaf.need(34 + question.lines * 9 * MM)
    leaf.y += 4
    leaf.page.text(leaf.left, leaf.y + 12, str(number), 12, Face.BOLD)
    leaf.words(question.words.format(start=start), 12, Face.BOLD, indent=_INDENT, leading=17)
    if question.lines:
        leaf.writing_lines(question.lines, _INDENT)
    if question.choices:
        leaf.tick_boxes(list(question.choices), _INDENT)
