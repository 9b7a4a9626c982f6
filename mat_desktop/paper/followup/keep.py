"""The part of a handout that is kept: where you stood, your calls with their denominator, your own line, dates."""

from mat_desktop.facilitation.printed.followup import Contact, HandoutSheet, KeepSheet
from mat_desktop.facilitation.shown.dates import full, month
from mat_desktop.facilitation.shown.numbers import counted, signed
from mat_desktop.facilitation.shown.strip import Cell
from mat_desktop.facilitation.shown.words.contact import MARKS
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.followup.hand_in import goal_title, greeting
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.leaf import BODY, SMALL, Format, Leaf
from mat_desktop.workshop.contact.alliance import ALLIANCE_NOTICE
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.contact.dose import Dose
from mat_desktop.workshop.followup import FURTHER_BACK, Story
from mat_desktop.workshop.text import joined

_WORDS = {
    Story.ENDED: "Your calls have come to an end. What you two did stays yours.",
    Story.SILENT: "If you would like to talk about the calls, phone the facilitator.",
    Story.PARTNER_DIED: "We think of you. Phone the facilitator whenever you like; you need do nothing.",
    Story.NEVER_PAIRED: "Your goal stands, with a partner or without. Phone the facilitator if you would like one.",
}


def laid_out(sheet: KeepSheet, form: Format) -> list[Page]:
    """The pages that are kept."""
    leaf = Leaf(sheet.head, form)
    draw(leaf, sheet.handout)
    return leaf.finish()


def draw(leaf: Leaf, sheet: HandoutSheet) -> None:
    """Put the part that is kept on the leaf."""
    leaf.banner((sheet.head.title, sheet.head.place_and_date), (sheet.head.footer, sheet.name))
    leaf.title(greeting(sheet))
    leaf.words("Part 2: keep this. It is yours alone.", BODY, Face.BOLD)
    _stood(leaf, sheet)
    _partner(leaf, sheet)
    if sheet.contact.dose.agreed:
        _calls(leaf, sheet.contact)
    if sheet.contact.trend.points:
        _trend(leaf, sheet)
    if sheet.group is not None:
        _group(leaf, sheet.group)
    leaf.need(46)
    leaf.words("If I notice that I am slipping back:", BODY, Face.BOLD)
    _if_then(leaf)
    if sheet.contact.partners and leaf.floor - leaf.y > 60 * MM:
        leaf.section(f"What I want to tell {joined(sheet.contact.partners_called)}", 4)
        leaf.writing_lines(1)
    _next_meeting(leaf, sheet)
    _numbers(leaf, sheet)


def _if_then(leaf: Leaf) -> None:
    """One plan for the pen, on one line where that is wide enough."""
    leaf.need(26)
    half = leaf.wide / 2
    for x, word in ((leaf.left, "If"), (leaf.left + half, "then I")):
        end = x + half - (10 if x == leaf.left else 0)
        leaf.page.text(x, leaf.y + 19, word, BODY)
        leaf.page.line(x + width(f"{word}  ", Face.REGULAR, BODY), leaf.y + 21, end, leaf.y + 21)
    leaf.y += 27


def _stood(leaf: Leaf, sheet: HandoutSheet) -> None:
    """Where somebody stood at the start and at the follow-up before."""
    if not sheet.goals:
        return
    leaf.section("Where you stood")
    for number, (goal, earlier) in enumerate(sheet.goals, 1):
        words = dict(goal.ladder)
        leaf.words(goal_title(goal, number, [g for g, _ in sheet.goals]), BODY, Face.BOLD)
        said = [f"at the start {signed(goal.now)}, {words[goal.now]}" if words[goal.now] else ""]
        if earlier is not None:
            stood = "further back than the start" if earlier == FURTHER_BACK else f"{signed(earlier)}, {words[earlier]}"
            said.append(f"when you were asked before {stood}")
        said.append(f"hoped for {signed(goal.target)}, {words[goal.target]}")
        sentence = "; ".join(part for part in said if part)
        leaf.words(f"{sentence[:1].upper()}{sentence[1:]}.", after=3)


def _partner(leaf: Leaf, sheet: HandoutSheet) -> None:
    if sheet.story in _WORDS:
        leaf.words(_WORDS[sheet.story], after=2)
        return
    partners = sheet.contact.partners
    if not partners:
        return
    one = len(partners) == 1
    leaf.section("Your partner" if one else "Your partners", 4)
    at = f", your call at {sheet.contact.call_time}" if sheet.contact.call_time else ""
    who = joined(sheet.contact.partners_called)
    leaf.words(f"{joined(partners)}{at}. Tell {who} first where you stand.")


def _trend(leaf: Leaf, sheet: HandoutSheet) -> None:
    leaf.need(120)
    leaf.section("How it felt to you, 0 to 10", 4)
    page, wide = leaf.page, min(leaf.wide, 300.0)
    left, base, high = leaf.left + 22, leaf.y + 44, 36.0
    for level in (0, 5, 10):
        y = base - high * level / 10
        page.text(left - 6, y + 4, str(level), SMALL, align="right")
        page.line(left, y, left + wide, y, 0.7 if level == 0 else 0.5, () if level == 0 else (1.0, 2.5))
    found = sheet.contact.trend
    places = {p: (left + 10 + p.x * (wide - 20), base - high * p.y) for p in found.points}
    for first, second in found.joined:
        page.line(*places[first], *places[second], 1.3)
    last = -99.0
    for point, (px, py) in places.items():
        page.circle(px, py, 3, 1, filled=True)
        if px - last >= 24:
            page.text(px, base + 12, month(point.day), SMALL, align="middle")
            last = px
    leaf.y = base + 18
    leaf.words(ALLIANCE_NOTICE, 7.5, leading=10)


def _calls(leaf: Leaf, found: Contact) -> None:
    leaf.need(150)
    leaf.section(counted_days(found.dose, len(found.partners)), 6)
    page, cell_w, cell_h = leaf.page, 6.2 * MM, 2.9 * MM
    pitch_x = min(cell_w + 0.65 * MM, leaf.wide / max(1, found.strip.columns))
    cell_w = min(cell_w, pitch_x - 0.65 * MM)
    for column, name in found.strip.months:
        page.text(leaf.left + column * pitch_x, leaf.y + 8, name, SMALL)
    leaf.y += 13
    for cell in found.strip.cells:
        x, y = leaf.left + cell.column * pitch_x, leaf.y + cell.row * (cell_h + 0.75 * MM)
        _cell(page, cell, x, y, (cell_w, cell_h))
    leaf.y += 7 * (cell_h + 0.75 * MM) + 8
    _legend(leaf)


def counted_days(dose: Dose, partners: int) -> str:
    """The days with a call, those remembered as a number, and those not known, apart and always together."""
    who = "You two" if partners == 1 else "You"
    recalled = f", and on {dose.recalled} as you remember" if dose.recalled else ""
    unknown = f"; {dose.not_known} are not known" if dose.not_known else ""
    return f"{who} talked on {dose.talked} of {dose.agreed} days{recalled}{unknown}"


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
    x, marks = leaf.left, (*MARKS.items(), (None, "not known"))
    for mark, words in marks:
        long = 5 * MM + 6 + width(words, Face.REGULAR, SMALL)
        if x + long > leaf.right:
            x = leaf.left
            leaf.y += 14
        _cell(leaf.page, Cell(column=0, row=0, mark=mark, ahead=False), x, leaf.y + 1, (5 * MM, 2.9 * MM))
        leaf.page.text(x + 5 * MM + 6, leaf.y + 9, words, SMALL)
        x += long + 20
    leaf.y += 16


def _group(leaf: Leaf, group: tuple[int, int]) -> None:
    began, answered = group
    silent = began - answered
    leaf.words(
        f"The group: {counted(began, 'person', 'people')} began. {answered} answered at the follow-up before; {silent} "
        f"{'was' if silent == 1 else 'were'} not heard from. This shows one small group, not what works for all.",
        after=4,
    )


def _next_meeting(leaf: Leaf, sheet: HandoutSheet) -> None:
    if sheet.following is None:
        said, under = "This is our last meeting. Thank you.", ""
    else:
        title, day, time = sheet.following
        said, under = f"{title}: {full(day)}, {time}", sheet.place
    first = leaf.page.lines(said, leaf.wide - 32, 13, Face.BOLD)
    second = leaf.page.lines(under, leaf.wide - 32, BODY) if under else []
    high = 16 + 18 * len(first) + 15 * len(second)
    leaf.need(high + 12)
    leaf.y += 6
    page = leaf.page
    page.box(leaf.left, leaf.y, leaf.wide, high, 1.5)
    y = page.paragraph(leaf.left + 16, leaf.y + 6, said, leaf.wide - 32, 13, 18, Face.BOLD)
    if under:
        page.paragraph(leaf.left + 16, y, under, leaf.wide - 32, BODY, 15)
    leaf.y += high + 8


def _numbers(leaf: Leaf, sheet: HandoutSheet) -> None:
    """The facilitator, and the numbers for a bad hour."""
    listed = ", ".join(f"{name} {number}" for name, number in sheet.contacts)
    numbers = f"{listed}." if listed else ""
    own = f"Your facilitator: {sheet.head.facilitator}." if sheet.head.facilitator else ""
    said = "Calls with a partner may help; this is not proven. They do not replace a doctor."
    leaf.words(" ".join(part for part in (said, sheet.head.safety_words, numbers, own) if part), SMALL, leading=13)
