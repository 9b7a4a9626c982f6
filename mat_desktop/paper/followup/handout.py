"""The six-month and the one-year handout: own goals, contact and trend; then questions for the pen."""

from itertools import pairwise

from mat_desktop.facilitation.sheet_views import HandoutSheet
from mat_desktop.facilitation.shown.dates import full, month
from mat_desktop.facilitation.shown.numbers import counted, signed, spelled
from mat_desktop.facilitation.shown.strip import Cell
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.leaf import BODY, MARGIN, SMALL, Leaf, Size
from mat_desktop.workshop.contact import ALLIANCE_NOTICE, Mark
from mat_desktop.workshop.followup import Question
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.text import joined

_INDENT = 34.0


def laid_out(sheet: HandoutSheet, size: Size) -> list[Page]:
    """The pages of one handout."""
    leaf = Leaf(sheet.head, size)
    word = (
        "six months on" if sheet.months == 6 else "one year on" if sheet.months == 12 else f"{sheet.months} months on"
    )
    leaf.new_page()
    leaf.banner((sheet.head.title, sheet.head.place_and_date), (sheet.head.footer, full(sheet.meeting)))
    leaf.title(f"{sheet.first_name}, {word}")
    leaf.words("This sheet is yours. Read this page, answer the other one by pen, and bring both to the meeting.")
    _goals(leaf, sheet)
    _partner_and_trend(leaf, sheet)
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
    for number, (goal, earlier) in enumerate(sheet.goals, 1):
        leaf.need(100)
        leaf.words(f"{number}. {goal.words}" if count > 1 else goal.words, 12, Face.BOLD, leading=16, after=2)
        _ladder(leaf, [*reversed(goal.ladder)], (goal.now, goal.target, earlier))
        leaf.y += 7


def _ladder(leaf: Leaf, steps: list[tuple[int, str]], flags: tuple[int, int, int | None]) -> None:
    page, column = leaf.page, leaf.wide / 5
    now, target, earlier = flags
    texts = [page.lines(words, column - 14, BODY) if words else [] for _, words in steps]
    height = max(56.0, 34 + 14 * max(map(len, texts)))
    leaf.need(height)
    page = leaf.page
    for place, (level, _) in enumerate(steps):
        x = MARGIN + place * column
        page.box(x, leaf.y, column, height, 1)
        page.text(x + 7, leaf.y + 17, signed(level), 13, Face.BOLD)
        flag = "start" if level == now else "hoped for" if level == target else ""
        if level == earlier:
            flag = "at six months"
        page.text(x + column - 7, leaf.y + 16, flag, SMALL, Face.BOLD, "right")
        for number, line in enumerate(texts[place]):
            page.text(x + 7, leaf.y + 33 + 14 * number, line, BODY)
    place = [level for level, _ in steps].index(target)
    page.box(MARGIN + place * column + 1, leaf.y, column - 2, height, 2.5)
    leaf.y += height
    leaf.page.box(MARGIN, leaf.y + 6, 4 * MM, 4 * MM)
    leaf.page.text(MARGIN + 17, leaf.y + 15, "further back than the start", SMALL)
    leaf.y += 19


def _partner_and_trend(leaf: Leaf, sheet: HandoutSheet) -> None:
    high = 126.0
    leaf.need(high)
    top, column = leaf.y + 8, leaf.wide * 0.5
    if sheet.partners:
        _partner(leaf.page, sheet, top, column - 20)
    if sheet.trend:
        _trend(leaf.page, sheet, MARGIN + column + 4, top, leaf.wide - column - 4)
    leaf.y = top + (high - 8 if sheet.trend or sheet.partners else 0)


def _partner(page: Page, sheet: HandoutSheet, top: float, wide: float) -> None:
    one = len(sheet.partners) == 1
    page.text(MARGIN, top + 14, "Your partner" if one else "Your partners", 14, Face.BOLD)
    y = top + 20
    for line in page.lines(joined(sheet.partners), wide, 12.5, Face.BOLD)[:2]:
        page.text(MARGIN, y + 14, line, 12.5, Face.BOLD)
        y += 17
    if sheet.call_time:
        page.text(MARGIN, y + 13, f"Your call: {sheet.call_time}", BODY)
        y += 16
    who = joined([first_name(p) for p in sheet.partners])
    said = f"{who} {'is the witness' if one else 'are the witnesses'} to your goals. Tell {who} first where you stand."
    for line in page.lines(said, wide, BODY)[:3]:
        page.text(MARGIN, y + 16, line, BODY)
        y += 15


def _trend(page: Page, sheet: HandoutSheet, x: float, top: float, wide: float) -> None:
    page.text(x, top + 14, "How it feels to you, 0 to 10", 14, Face.BOLD)
    left, base, high = x + 22, top + 92, 64.0
    for level in (0, 5, 10):
        y = base - high * level / 10
        page.text(left - 6, y + 4, str(level), SMALL, align="right")
        page.line(left, y, x + wide, y, 0.7 if level == 0 else 0.5, () if level == 0 else (1.0, 2.5))
    step = (x + wide - left - 20) / max(1, len(sheet.trend) - 1)
    points = [(left + 10 + n * step, base - high * mean / 10) for n, (_, mean) in enumerate(sheet.trend)]
    for (x1, y1), (x2, y2) in pairwise(points):
        page.line(x1, y1, x2, y2, 1.3)
    for (px, py), (day, _) in zip(points, sheet.trend, strict=True):
        page.circle(px, py, 3, 1, filled=True)
        page.text(px, base + 12, month(day), SMALL, align="middle")
    page.text(x, base + 25, ALLIANCE_NOTICE, 7.5)


def _contact(leaf: Leaf, sheet: HandoutSheet) -> None:
    found = sheet.dose
    if not found.agreed:
        return
    leaf.need(120)
    unknown = f"; {found.not_known} are not known" if found.not_known else ""
    leaf.section(f"You talked on {found.talked} of {found.agreed} days{unknown}", 6)
    page, cell_w, cell_h = leaf.page, 6.2 * MM, 2.9 * MM
    pitch_x = min(cell_w + 0.65 * MM, leaf.wide / max(1, sheet.strip.columns))
    cell_w = min(cell_w, pitch_x - 0.65 * MM)
    for column, name in sheet.strip.months:
        page.text(MARGIN + column * pitch_x, leaf.y + 8, name, SMALL)
    leaf.y += 13
    for cell in sheet.strip.cells:
        x, y = MARGIN + cell.column * pitch_x, leaf.y + cell.row * (cell_h + 0.75 * MM)
        _cell(page, cell, x, y, (cell_w, cell_h))
    leaf.y += 7 * (cell_h + 0.75 * MM) + 8
    _legend(leaf)


def _cell(page: Page, cell: Cell, x: float, y: float, size: tuple[float, float]) -> None:
    w, h = size
    if cell.mark is None:
        page.line(x + w * 0.25, y + h, x + w * 0.75, y, 0.9)
        return
    page.box(x, y, w, h, 0.7, filled=cell.mark is Mark.TALKED)
    if cell.mark is Mark.MESSAGE:
        page.box(x, y + h / 2, w, h / 2, 0.7, filled=True)
    if cell.mark is Mark.EXCUSED:
        page.circle(x + w / 2, y + h / 2, 1.3, 0.5, filled=True)


def _legend(leaf: Leaf) -> None:
    x = MARGIN
    for mark, words in (
        (Mark.TALKED, "talked"),
        (Mark.MESSAGE, "message only"),
        (Mark.NO_CALL, "no call"),
        (Mark.EXCUSED, "excused"),
        (None, "not known"),
    ):
        _cell(leaf.page, Cell(0, 0, mark, ahead=False), x, leaf.y + 1, (5 * MM, 2.9 * MM))
        leaf.page.text(x + 5 * MM + 6, leaf.y + 9, words, SMALL)
        x += 5 * MM + 26 + width(words, Face.REGULAR, SMALL)
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
    leaf.banner(("", ""), (sheet.head.footer, sheet.name))
    leaf.page.text(MARGIN + 44, leaf.y - 29, "Please answer by pen", 15, Face.BOLD)
    leaf.words(
        "Short answers are fine. Leave out what you like. Your partner does not see this page unless you show it."
    )
    leaf.y += 4
    shown = [q for q in sheet.questions if sheet.partners or q.key not in ("helped", "since")]
    for number, question in enumerate(shown, 1):
        _question(leaf, number, question, sheet)
    _next_meeting(leaf, sheet)
    leaf.y += 4
    leaf.words(
        "Calls with a partner may help; this is not proven. They do not replace a doctor or therapist. "
        f"{sheet.head.safety_words}",
        SMALL,
        leading=13,
    )
    if sheet.head.facilitator:
        leaf.words(f"Your facilitator: {sheet.head.facilitator}.", SMALL)


def _question(leaf: Leaf, number: int, question: Question, sheet: HandoutSheet) -> None:
    leaf.need(34 + question.lines * 9 * MM)
    leaf.y += 4
    leaf.page.text(MARGIN, leaf.y + 12, str(number), 12, Face.BOLD)
    leaf.words(question.words.format(start=sheet.start_word), 12, Face.BOLD, indent=_INDENT, leading=17)
    if question.lines:
        leaf.writing_lines(question.lines, _INDENT)
    column = (leaf.wide - _INDENT) / (2 if len(question.choices) > 3 else 3)
    per_row = 2 if len(question.choices) > 3 else 3
    for place, words in enumerate(question.choices):
        x, y = MARGIN + _INDENT + (place % per_row) * column, leaf.y + 4 + (place // per_row) * 23
        leaf.page.box(x, y, 5 * MM, 5 * MM, 1)
        leaf.page.text(x + 21, y + 11.5, words, BODY)
    if question.choices:
        leaf.y += 8 + 23 * -(-len(question.choices) // per_row)


def _next_meeting(leaf: Leaf, sheet: HandoutSheet) -> None:
    leaf.need(60)
    leaf.y += 6
    leaf.page.box(MARGIN, leaf.y, leaf.wide, 46, 1.5)
    if sheet.following is None:
        leaf.page.text(MARGIN + 16, leaf.y + 20, "This is our last meeting. Thank you.", 13, Face.BOLD)
        leaf.page.text(MARGIN + 16, leaf.y + 36, "You two may go on for as long as you both like.", BODY)
    else:
        title, day, time = sheet.following
        leaf.page.text(MARGIN + 16, leaf.y + 20, f"{title}: {full(day)}, {time}", 13, Face.BOLD)
        leaf.page.text(MARGIN + 16, leaf.y + 36, leaf.page.lines(sheet.place, leaf.wide - 32, BODY)[0], BODY)
    leaf.y += 52
