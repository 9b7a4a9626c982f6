"""The part of a handout that is handed in: sections A to E in the order of typing, a cross everywhere, whole blocks."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from mat_desktop.facilitation.printed.followup.views import HandInSheet, HandoutSheet
from mat_desktop.facilitation.printed.screening import PrintedForm
from mat_desktop.paper.blocks import Block, Filled, Pen, Section, end_of, filled
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.followup.answers import draw_calls, draw_complaint, draw_scale, draw_stem, draw_two_weeks
from mat_desktop.paper.followup.frame import Frame, greeting
from mat_desktop.paper.followup.ladders import draw_blank_goal, draw_goal, goal_title
from mat_desktop.paper.followup.own_words import GROWING, question_blocks, urgent
from mat_desktop.paper.followup.sections import section_head
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.measures import CLOSE, LARGE, LARGE_CLOSE, LARGE_TIGHT, STANDARD, TIGHT
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.followup import Story
from mat_desktop.workshop.text import joined

_PAGES, _LARGE_PAGES = 2, 4
_WAYS = ((STANDARD, ""), (TIGHT, ""), (CLOSE, ""))
_LARGE_WAYS = (
    *((LARGE, ""), (LARGE_TIGHT, ""), (LARGE_TIGHT, "BC")),
    *((LARGE_CLOSE, ""), (LARGE_CLOSE, "BC"), (LARGE_CLOSE, "BCD")),
)
"""From roomy to close, each with the sections that may go on on another page between two of their questions."""
_BLANK_COMPLAINTS = 2
_NOTICE = "These are our own questions. They are not a test of you or of {partner}."
_MINUTES = 10


def laid_out(sheet: HandInSheet, form: Format) -> list[Page]:
    """The pages that are handed in."""
    return pages_of(sheet.handout, form)


def pages_of(handout: HandoutSheet, form: Format) -> list[Page]:
    """Two pages, in large print four, in the roomiest form that holds it; else in the one that takes fewest pages.

    More than that is said on the first page, and beforehand.
    """
    if handout.story is Story.PARTNER_DIED:
        return _for_the_bereaved(handout, form)
    expected, ways = (_LARGE_PAGES, _LARGE_WAYS) if form.scale > 1 else (_PAGES, _WAYS)
    drafts: list[_Draft] = []
    for measures, divided in ways:
        drafts.append(_Draft(Frame(handout, form, measures), divided, expected))
        if len(drafts[-1].placed) <= expected:
            break
    pages = min(drafts, key=lambda draft: len(draft.placed)).pages()
    if len(pages) > expected:
        pages[0].longer = f"{handout.name or 'a blank one'}: {len(pages)} pages, not {expected}"
    return pages


class _Draft:
    """One way to fill the pages; how many there are stands on the first of them. `divided` are sections by letter."""

    def __init__(self, frame: Frame, divided: str, expected: int) -> None:
        self.frame, self.divided, self.last = frame, divided, urgent(frame)
        self.placed = self._filled(expected)
        if len(self.placed) != expected:
            self.placed = self._filled(len(self.placed))

    def _filled(self, pages: int, more: Mapping[str, int] | None = None) -> Filled:
        sections = _sections(self.frame, pages, more or {}, self.divided)
        return filled(sections, self.frame.room, self.last.high)

    def pages(self) -> list[Page]:
        """The pages, with what is left of the last one as writing lines."""
        more = _growing(self.frame, self.placed, self.last)
        placed = self._filled(len(self.placed), more) if more else self.placed
        return self.frame.pages(placed, self.last)


def _growing(frame: Frame, placed: Filled, last: Block) -> Mapping[str, int]:
    """What is left of the last page becomes writing lines for the questions that stand on it: how many, by item."""
    here = {block.item: block for block, _ in placed[-1] if block.item}
    most = {q.item: q.most - q.lines for q in frame.sheet.questions if q.lines}
    left = frame.room.floor - last.high - end_of(placed[-1], frame.room)
    more: Counter[str] = Counter()
    for item in GROWING:
        if item in here and left >= frame.measures.line and more[item] < most.get(item, 0):
            more[item] += 1
            left -= frame.measures.line
    return more


def _sections(frame: Frame, pages: int, more: Mapping[str, int], divided: str = "") -> list[Section]:
    sheet = frame.sheet
    found = [Section((_intro(frame, pages),)), Section(tuple(_goals(frame)))]
    if sheet.complaints or not sheet.name:
        found.append(_complaints(frame, whole="B" not in divided))
    if any(form.items for form in sheet.two_weeks):
        found.append(_two_weeks(frame, whole="C" not in divided))
    if sheet.calls is not None:
        found.append(calls(frame, sheet.calls, whole="D" not in divided))
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
    how = f"{count}, about {_MINUTES} minutes. Use a dark pen, not a pencil."
    who = f"Sit where nobody can see what you write. {who_reads(sheet)}"
    pen.rich([(Face.BOLD, "Part 1: hand this in."), (Face.REGULAR, f"{how} {who}" if m.large else how)])
    if not m.large:
        pen.words(who)
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
    voices = sheet.voices
    partner = joined(voices.partners) or ("Your partner" if sheet.calls is not None else "")
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


def _complaints(frame: Frame, *, whole: bool) -> Section:
    """Section B, a block a complaint. Where it may go on on another page, each has the words above its line."""
    sheet, found = frame.sheet, []
    for number, words in enumerate(sheet.complaints or ("",) * _BLANK_COMPLAINTS, 1):
        pen = frame.pen()
        if number == 1:
            section_head(pen, "B", f"What troubled you in {sheet.since[0]}.", "How much does it trouble you now?")
        anchors = frame.measures.all_anchors or number == 1 or not whole
        draw_complaint(pen, f"B{number}", words, sheet.since[0], anchors=anchors)
        found.append(pen.block())
    return Section(tuple(found), whole)


def _two_weeks(frame: Frame, *, whole: bool = True) -> Section:
    forms = [form for form in frame.sheet.two_weeks if form.items]

    def headed() -> Pen:
        pen = frame.pen()
        section_head(pen, "C", "The last two weeks")
        return pen

    rows = draw_two_weeks(forms, chain([headed()], _pens(frame)))
    if whole:
        return Section(tuple(rows))
    again = headed()
    draw_stem(again, forms[-1])
    return Section(tuple(rows), whole=False, again=again.block())


def calls(frame: Frame, form: PrintedForm, *, whole: bool) -> Section:
    """Section D; where it goes on on another page, what is asked and what the ends mean stand there again."""
    who = joined(frame.sheet.voices.partners) or "your partner"

    def headed(asked: str = "") -> Pen:
        pen = frame.pen()
        section_head(pen, "D", f"Your calls with {who}.", asked)
        draw_scale(pen)
        return pen

    first = headed("Think of your last week of calls. How true is each line?")
    rows = draw_calls(form, chain([first], _pens(frame)), _NOTICE.format(partner=who))
    return Section(tuple(rows), whole, None if whole else headed().block())


def _pens(frame: Frame) -> Iterator[Pen]:
    while True:
        yield frame.pen()


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
        sections.append(_two_weeks(frame))
    return frame.pages([*first, *filled(sections, frame.room, last.high)], last)
