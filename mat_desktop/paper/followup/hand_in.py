"""The part of a handout that is handed in: sections A to E in the order of typing, a cross everywhere, whole blocks."""

from collections import Counter
from collections.abc import Mapping

from mat_desktop.facilitation.printed.followup.views import HandInSheet, HandoutSheet
from mat_desktop.paper.blocks import Block, Filled, Pen, Section, end_of, filled
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.followup.answers import draw_calls, draw_complaint, draw_two_weeks
from mat_desktop.paper.followup.frame import Frame, greeting
from mat_desktop.paper.followup.ladders import draw_blank_goal, draw_goal, goal_title
from mat_desktop.paper.followup.own_words import GROWING, question_blocks, urgent
from mat_desktop.paper.followup.sections import section_head
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.measures import LARGE, STANDARD, TIGHT, Measures
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.followup import Story
from mat_desktop.workshop.text import joined

_PAGES, _LARGE_PAGES = 2, 4
_BLANK_COMPLAINTS = 2
_NOTICE = "These are our own questions. They are not a test of you or of {partner}."
_MINUTES = 10


def laid_out(sheet: HandInSheet, form: Format) -> list[Page]:
    """The pages that are handed in."""
    return pages_of(sheet.handout, form)


def pages_of(handout: HandoutSheet, form: Format) -> list[Page]:
    """Two pages in the usual form, else in the tight one; more only where neither holds it, and then in the usual."""
    if handout.story is Story.PARTNER_DIED:
        return _for_the_bereaved(handout, form)
    if form.scale > 1:
        return _drawn(handout, form, LARGE, _LARGE_PAGES)
    for measures in (STANDARD, TIGHT):
        pages = _drawn(handout, form, measures, _PAGES)
        if len(pages) <= _PAGES:
            return pages
    return _drawn(handout, form, STANDARD, _PAGES)


def _drawn(handout: HandoutSheet, form: Format, measures: Measures, expected: int) -> list[Page]:
    """Fill the pages; how many there are stands on the first of them."""
    frame = Frame(handout, form, measures)
    last = urgent(frame)
    placed = _filled(frame, last, expected)
    if len(placed) != expected:
        placed = _filled(frame, last, len(placed))
    return frame.pages(_grown(frame, placed, last), last)


def _filled(frame: Frame, last: Block, pages: int, more: Mapping[str, int] | None = None) -> Filled:
    return filled(_sections(frame, pages, more or {}), frame.room, last.high)


def _grown(frame: Frame, placed: Filled, last: Block) -> Filled:
    """What is left of the last page becomes writing lines for the questions that stand on it."""
    here = {block.item: block for block, _ in placed[-1] if block.item}
    most = {q.item: q.most - q.lines for q in frame.sheet.questions if q.lines}
    left = frame.room.floor - last.high - end_of(placed[-1], frame.room)
    more: Counter[str] = Counter()
    for item in GROWING:
        if item in here and left >= frame.measures.line and more[item] < most.get(item, 0):
            more[item] += 1
            left -= frame.measures.line
    return _filled(frame, last, len(placed), more) if more else placed


def _sections(frame: Frame, pages: int, more: Mapping[str, int]) -> list[Section]:
    sheet = frame.sheet
    found = [Section((_intro(frame, pages),)), Section(tuple(_goals(frame)))]
    if sheet.complaints or not sheet.name:
        found.append(Section(tuple(_complaints(frame))))
    if any(form.items for form in sheet.two_weeks):
        found.append(Section((_two_weeks(frame),)))
    if sheet.calls is not None:
        found.append(Section((_calls(frame),)))
    if sheet.questions:
        found.append(Section(tuple(question_blocks(frame, sheet.questions, more)), whole=False))
    return found


def _intro(frame: Frame, pages: int) -> Block:
    pen, sheet, m = frame.pen(), frame.sheet, frame.measures
    _title(pen, greeting(sheet))
    if not sheet.name:
        pen.page.text(pen.left, pen.y + m.body + 4, "Name", m.body)
        at = pen.left + width("Name  ", Face.REGULAR, m.body)
        pen.page.line(at, pen.y + m.body + 6, at + 80 * MM, pen.y + m.body + 6)
        pen.page.words_here("name", at, pen.y, 80 * MM, m.body + 6)
        pen.y += m.line
    count = "1 page" if pages == 1 else f"{pages} pages"
    sit = "Use a pen. Sit where nobody can see what you write."
    pen.rich([(Face.BOLD, "Part 1: hand this in."), (Face.REGULAR, f"{count}, about {_MINUTES} minutes. {sit}")])
    pen.words(who_reads(sheet))
    _example(pen)
    return pen.block()


def _title(pen: Pen, words: str) -> None:
    m = pen.m
    with pen.tagged("H1"):
        for line in pen.page.lines(words, pen.wide, m.title, Face.BOLD):
            pen.page.text(pen.left, pen.y + m.title, line, m.title, Face.BOLD)
            pen.y += m.title_high


def who_reads(sheet: HandoutSheet) -> str:
    """Who reads the sheet, who does not, and where it goes when it is done."""
    voices, partner = sheet.voices, joined(sheet.voices.partners)
    if voices.envelope:
        readers = f"{voices.facilitator} is your partner, so {voices.facilitator} will not read this. "
        readers += f"{voices.envelope} will."
        into = f"put it in {voices.envelope}’s envelope"
    else:
        readers = f"Only {voices.readers or voices.facilitator} will read this."
        readers += f" {partner} will not." if partner else ""
        into = "put it in the box"
    if sheet.posted:
        return (
            f"You can skip any question. {readers} Post it back with the label. It may be some days before anybody "
            "reads it. Please do not write here what can’t wait."
        )
    return f"You can skip any question. {readers} When you are done, fold it once with the writing inside and {into}."


def _example(pen: Pen) -> None:
    """One way to answer on the whole form, shown above the first answer."""
    m, page = pen.m, pen.page
    pen.y += 1.2 * MM
    radius, base = m.circle / 2, pen.y + m.circle / 2 + m.body * 0.36
    said = "Put one cross on each line:"
    page.text(pen.left, base, said, m.body, Face.BOLD)
    x = pen.left + width(f"{said}   ", Face.BOLD, m.body) + radius
    page.circle(x, pen.y + radius, radius)
    for down in (-1, 1):
        page.line(x - radius * 1.05, pen.y + radius - down * radius * 1.05, x + radius * 1.05,
                  pen.y + radius + down * radius * 1.05, 1.6)  # fmt: skip
    page.text(x + radius + 5, base, "like this.", m.body)
    x += radius + 5 + width("like this.    ", Face.REGULAR, m.body) + radius
    wrong = "Wrong one? Fill it in and cross another."
    if x + radius + 5 + width(wrong, Face.REGULAR, m.body) > pen.right:
        pen.y += m.circle + 4
        base, x = pen.y + radius + m.body * 0.36, pen.left + radius
    page.circle(x, pen.y + radius, radius, filled=True)
    page.text(x + radius + 5, base, wrong, m.body)
    pen.y += m.circle


def _goals(frame: Frame) -> list[Block]:
    """Section A, a block a goal. By post a goal shows no more than its owner chose for paper."""
    sheet, found = frame.sheet, []
    goals = [goal for goal, _ in sheet.goals]
    for number, goal in enumerate(goals or [None], 1):
        pen = frame.pen()
        if number == 1:
            section_head(pen, "A", "Your goals today.", "Where are you now?")
        if goal is None:
            draw_blank_goal(pen, "A1")
        else:
            hidden = sheet.posted and not goal.steps_shown
            draw_goal(pen, f"A{number}", goal_title(goal, number, goals), goal, hidden=hidden)
        found.append(pen.block())
    return found


def _complaints(frame: Frame) -> list[Block]:
    sheet, found = frame.sheet, []
    for number, words in enumerate(sheet.complaints or ("",) * _BLANK_COMPLAINTS, 1):
        pen = frame.pen()
        if number == 1:
            section_head(pen, "B", f"What troubled you in {sheet.since[0]}.", "How much does it trouble you now?")
        anchors = frame.measures.all_anchors or number == 1
        draw_complaint(pen, f"B{number}", words, sheet.since[0], anchors=anchors)
        found.append(pen.block())
    return found


def _two_weeks(frame: Frame) -> Block:
    pen = frame.pen()
    section_head(pen, "C", "The last two weeks")
    draw_two_weeks(pen, frame.sheet.two_weeks)
    return pen.block()


def _calls(frame: Frame) -> Block:
    pen, sheet = frame.pen(), frame.sheet
    assert sheet.calls is not None
    who = joined(sheet.voices.partners) or "your partner"
    title = f"Your calls with {who}."
    section_head(pen, "D", title, "Think of your last week of calls. How true is each line?")
    draw_calls(pen, sheet.calls)
    pen.small(_NOTICE.format(partner=who), indent=frame.measures.indent)
    return pen.block()


def _for_the_bereaved(sheet: HandoutSheet, form: Format) -> list[Page]:
    """For whoever lost their partner: nothing has to be filled in, and A and C lie on a sheet given only if asked."""
    frame = Frame(sheet, form, LARGE if form.scale > 1 else STANDARD)
    last = urgent(frame)
    pen = frame.pen()
    _title(pen, "For you, only if you like")
    pen.words("Nothing here has to be filled in.")
    help_now = question_blocks(frame, sheet.questions, {}, headed=False)
    first = filled([Section((pen.block(4 * MM), *help_now))], frame.room)
    sections = [Section(tuple(_goals(frame)))]
    if any(form.items for form in sheet.two_weeks):
        sections.append(Section((_two_weeks(frame),)))
    return frame.pages([*first, *filled(sections, frame.room, last.high)], last)
