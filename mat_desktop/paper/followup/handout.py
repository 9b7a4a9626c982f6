"""The six-month and the one-year handout: own goals, contact and trend; then questions for the pen."""

from mat_desktop.facilitation.goal_views import GoalView
from mat_desktop.facilitation.printed.followup import HandoutSheet
from mat_desktop.facilitation.shown.dates import full, month
from mat_desktop.facilitation.shown.numbers import counted, signed, spelled
from mat_desktop.facilitation.shown.strip import Cell
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.goals import ladder
from mat_desktop.paper.leaf import BODY, SMALL, Format, Leaf
from mat_desktop.workshop.contact.alliance import ALLIANCE_NOTICE
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.contact.dose import Dose
from mat_desktop.workshop.followup import Question
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.text import joined

_INDENT = 28.0
_MOST_LINES = 6


def laid_out(sheet: HandoutSheet, form: Format) -> list[Page]:
    """The pages of one handout."""
    leaf = Leaf(sheet.head, form)
    word = {6: "six months on", 12: "one year on"}.get(sheet.months, f"{sheet.months} months on")
    leaf.banner((sheet.head.title, sheet.head.place_and_date), (sheet.head.footer, full(sheet.meeting)))
    leaf.title(f"{sheet.first_name}, {word}" if sheet.name else word.capitalize())
    if not sheet.name:
        leaf.line_for("Name:", 200)
    leaf.words("This sheet is yours. Read this page, answer the other one by pen, and bring both to the meeting.")
    _goals(leaf, sheet)
    _partner(leaf, sheet)
    if sheet.trend.points:
        _trend(leaf, sheet)
    _contact(leaf, sheet)
    if sheet.group is not None:
        _group(leaf, sheet.group)
    lines = int((leaf.floor - leaf.y - 26) // (9 * MM))
    if sheet.partners and lines > 0:
        leaf.section(f"What I want to tell {joined([first_name(p) for p in sheet.partners])} at the meeting", 4)
        leaf.writing_lines(min(2, lines))
    _questions(leaf, sheet)
    return leaf.finish()


def _goals(leaf: Leaf, sheet: HandoutSheet) -> None:
    count = len(sheet.goals)
    if not count:
        leaf.section("My goal, and where I stand today")
        leaf.writing_lines(2)
        return
    which = "goal" if count == 1 else f"{spelled(count)} goals"
    leaf.section(f"Your {which}. Circle the box where you are today.")
    replaced = {goal.position for goal, _ in sheet.goals if goal.version > 1}
    for number, (goal, earlier) in enumerate(sheet.goals, 1):
        title = goal.title or f"My goal {number}"
        if goal.version == 1 and goal.position in replaced:
            title = f"{title} (as it was written first)"
        leaf.need(90)
        leaf.words(f"{number}. {title}" if count > 1 else title, 12, Face.BOLD, leading=16, after=2)
        _ladder(leaf, goal, earlier)
        leaf.y += 5


def _ladder(leaf: Leaf, goal: GoalView, earlier: int | None) -> None:
    """Five boxes beside each other; where the words are long, under each other."""
    column = leaf.wide / 5
    longest = max(len(leaf.page.lines(words, column - 14, BODY)) for _, words in goal.ladder)
    if longest > _MOST_LINES or column < 80:
        for level, words in reversed(goal.ladder):
            ladder.row(leaf, level, words, _flag(goal, level, earlier))
    else:
        _boxes(leaf, goal, earlier, max(50.0, 34 + 14 * longest))
    leaf.need(24)
    leaf.page.box(leaf.left, leaf.y + 6, 4 * MM, 4 * MM)
    leaf.page.text(leaf.left + 17, leaf.y + 15, "further back than the start", SMALL)
    leaf.y += 19


def _flag(goal: GoalView, level: int, earlier: int | None) -> str:
    if level == earlier:
        return "at six months"
    return "start" if level == goal.now else "hoped for" if level == goal.target else ""


def _boxes(leaf: Leaf, goal: GoalView, earlier: int | None, height: float) -> None:
    leaf.need(height)
    page, column = leaf.page, leaf.wide / 5
    for place, (level, words) in enumerate(reversed(goal.ladder)):
        x = leaf.left + place * column
        page.box(x, leaf.y, column, height, 1)
        page.text(x + 7, leaf.y + 17, signed(level), 13, Face.BOLD)
        page.text(x + column - 7, leaf.y + 16, _flag(goal, level, earlier), SMALL, Face.BOLD, "right")
        for number, line in enumerate(page.lines(words, column - 14, BODY)):
            page.text(x + 7, leaf.y + 33 + 14 * number, line, BODY)
        if level == goal.target:
            page.box(x + 1, leaf.y, column - 2, height, 2.5)
    leaf.y += height


def _partner(leaf: Leaf, sheet: HandoutSheet) -> None:
    if not sheet.partners:
        return
    one = len(sheet.partners) == 1
    leaf.section("Your partner" if one else "Your partners", 4)
    at = f", your call at {sheet.call_time}" if sheet.call_time else ""
    leaf.words(f"{joined(sheet.partners)}{at}", BODY, Face.BOLD)
    who = joined([first_name(p) for p in sheet.partners])
    leaf.words(
        f"{who} {'is the witness' if one else 'are the witnesses'} to your goals. Tell {who} first where you stand."
    )


def _trend(leaf: Leaf, sheet: HandoutSheet) -> None:
    leaf.section("How it feels to you, 0 to 10", 4)
    leaf.need(92)
    page, wide = leaf.page, min(leaf.wide, 300.0)
    left, base, high = leaf.left + 22, leaf.y + 62, 54.0
    for level in (0, 5, 10):
        y = base - high * level / 10
        page.text(left - 6, y + 4, str(level), SMALL, align="right")
        page.line(left, y, left + wide, y, 0.7 if level == 0 else 0.5, () if level == 0 else (1.0, 2.5))
    places = {p: (left + 10 + p.x * (wide - 20), base - high * p.y) for p in sheet.trend.points}
    for first, second in sheet.trend.joined:
        page.line(*places[first], *places[second], 1.3)
    last = -99.0
    for point, (px, py) in places.items():
        page.circle(px, py, 3, 1, filled=True)
        if px - last >= 24:
            page.text(px, base + 12, month(point.day), SMALL, align="middle")
            last = px
    leaf.y = base + 18
    leaf.words(ALLIANCE_NOTICE, 7.5, leading=10)


def _contact(leaf: Leaf, sheet: HandoutSheet) -> None:
    found = sheet.dose
    if not found.agreed:
        return
    leaf.need(120)
    leaf.section(_counted(found), 6)
    page, cell_w, cell_h = leaf.page, 6.2 * MM, 2.9 * MM
    pitch_x = min(cell_w + 0.65 * MM, leaf.wide / max(1, sheet.strip.columns))
    cell_w = min(cell_w, pitch_x - 0.65 * MM)
    for column, name in sheet.strip.months:
        page.text(leaf.left + column * pitch_x, leaf.y + 8, name, SMALL)
    leaf.y += 13
    for cell in sheet.strip.cells:
        x, y = leaf.left + cell.column * pitch_x, leaf.y + cell.row * (cell_h + 0.75 * MM)
        _cell(page, cell, x, y, (cell_w, cell_h))
    leaf.y += 7 * (cell_h + 0.75 * MM) + 8
    _legend(leaf)


def _counted(found: Dose) -> str:
    """The days with a call, those remembered as a number, and those not known, apart."""
    recalled = f", and on {found.recalled} as you remember" if found.recalled else ""
    unknown = f"; {found.not_known} are not known" if found.not_known else ""
    return f"You talked on {found.talked} of {found.agreed} days{recalled}{unknown}"


def _cell(page: Page, cell: Cell, x: float, y: float, size: tuple[float, float]) -> None:
    w, h = size
    if cell.mark is None and not cell.agreed:
        return
    if cell.mark is None and cell.recalled:
        page.line(x + w * 0.25, y + h / 2, x + w * 0.75, y + h / 2, 0.9)
        return
    if cell.mark is None:
        page.line(x + w * 0.25, y + h, x + w * 0.75, y, 0.9)
        return
    page.box(x, y, w, h, 0.7, filled=cell.mark is Mark.TALKED)
    if cell.mark is Mark.MESSAGE:
        page.box(x, y + h / 2, w, h / 2, 0.7, filled=True)
    if cell.mark is Mark.EXCUSED:
        page.circle(x + w / 2, y + h / 2, 1.3, 0.5, filled=True)


def _legend(leaf: Leaf) -> None:
    x, marks = leaf.left, (*((mark, str(mark)) for mark in Mark), (None, "not known"))
    for mark, words in marks:
        long = 5 * MM + 6 + width(words, Face.REGULAR, SMALL)
        if x + long > leaf.right:
            x = leaf.left
            leaf.y += 14
        _cell(leaf.page, Cell(0, 0, mark, ahead=False), x, leaf.y + 1, (5 * MM, 2.9 * MM))
        leaf.page.text(x + 5 * MM + 6, leaf.y + 9, words, SMALL)
        x += long + 20
    leaf.y += 16


def _group(leaf: Leaf, group: tuple[int, int]) -> None:
    began, answered = group
    lost = began - answered
    leaf.section("The group", 4)
    leaf.words(
        f"{counted(began, 'person', 'people')} began. {answered} answered at six months; {lost} "
        f"{'was' if lost == 1 else 'were'} not heard from. This is one small group: it shows what happened here, "
        "not what works for everyone.",
    )


def _questions(leaf: Leaf, sheet: HandoutSheet) -> None:
    leaf.new_page()
    leaf.banner(("Please answer by pen", sheet.head.title), (sheet.head.footer, sheet.name))
    leaf.words(
        "Short answers are fine. Leave out what you like. Your partner does not see this page unless you show it."
    )
    leaf.y += 4
    shown = [q for q in sheet.questions if sheet.partners or q.key not in ("helped", "since")]
    for number, question in enumerate(shown, 1):
        _question(leaf, number, question, sheet)
    _next_meeting(leaf, sheet)
    leaf.words(
        f"Calls with a partner may help; this is not proven. They do not replace a doctor. {sheet.head.safety_words}",
        SMALL,
        leading=13,
    )
    if sheet.head.facilitator:
        leaf.words(f"Your facilitator: {sheet.head.facilitator}.", SMALL)


def _question(leaf: Leaf, number: int, question: Question, sheet: HandoutSheet) -> None:
    leaf.need(34 + question.lines * 9 * MM)
    leaf.y += 4
    leaf.page.text(leaf.left, leaf.y + 12, str(number), 12, Face.BOLD)
    leaf.words(question.words.format(start=sheet.start_word), 12, Face.BOLD, indent=_INDENT, leading=17)
    if question.lines:
        leaf.writing_lines(question.lines, _INDENT)
    if question.choices:
        leaf.tick_boxes(list(question.choices), _INDENT)


def _next_meeting(leaf: Leaf, sheet: HandoutSheet) -> None:
    if sheet.following is None:
        said, under = "This is our last meeting. Thank you.", "You two may go on for as long as you both like."
    else:
        title, day, time = sheet.following
        said, under = f"{title}: {full(day)}, {time}", sheet.place
    first = leaf.page.lines(said, leaf.wide - 32, 13, Face.BOLD)
    second = leaf.page.lines(under, leaf.wide - 32, BODY)
    high = 16 + 18 * len(first) + 15 * len(second)
    leaf.need(high + 12)
    leaf.y += 6
    page = leaf.page
    page.box(leaf.left, leaf.y, leaf.wide, high, 1.5)
    y = page.paragraph(leaf.left + 16, leaf.y + 6, said, leaf.wide - 32, 13, 18, Face.BOLD)
    page.paragraph(leaf.left + 16, y, under, leaf.wide - 32, BODY, 15)
    leaf.y += high + 6
