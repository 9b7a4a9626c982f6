"""The part of a handout that is kept: the half year or the year on one page, the person's own lines, dates, numbers."""

from dataclasses import dataclass

from mat_desktop.facilitation.printed.followup.views import HandoutSheet, KeepSheet
from mat_desktop.facilitation.shown.dates import point_words
from mat_desktop.paper.blocks import Block, Pen, Section, filled
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.followup import kept_foot
from mat_desktop.paper.followup.feelings import draw_feelings
from mat_desktop.paper.followup.frame import Frame, greeting
from mat_desktop.paper.followup.kept_words import counted_days, own_guess, story_words
from mat_desktop.paper.followup.ladders import goal_title
from mat_desktop.paper.followup.strip import draw_strip
from mat_desktop.paper.followup.tracks import draw_track
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.measures import LARGE, STANDARD
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.followup import Story

_GOING_ON = "What keeps me going: a person, a place, a time of day"
_GAP = 8 * MM
_LARGE_ROWS = (5.4 * MM, 4.8 * MM, 4.2 * MM)
_LARGE_OWN = ((24, 3), (18, 2), (0, 2), (0, 1), (0, 0))
"""The chart in millimetres, and how many lines of one's own."""


@dataclass(frozen=True)
class _Fit:
    """How closely the page is laid out: strip row, whether goals stand beside their line, chart, own lines."""

    row: float
    compact: bool
    chart: float
    lines: int


_FITS = (
    *(_Fit(row * MM, compact=False, chart=18 * MM, lines=3) for row in (3.6, 3.4, 3.2)),
    *(_Fit(row * MM, compact=True, chart=chart * MM, lines=2) for row, chart in ((3.6, 18), (3.2, 14), (3.0, 12))),
    _Fit(3.0 * MM, compact=True, chart=0, lines=2),
    _Fit(3.0 * MM, compact=True, chart=0, lines=1),
    _Fit(3.0 * MM, compact=True, chart=0, lines=0),
)
"""From roomy to close: first strip and goals, then the chart, at last own lines. Type, plan and numbers stay."""
_MOST_LINES, _MOST_LARGE_LINES, _MOST_CHART, _TITLE_LINES = 8, 5, 30 * MM, 2


def laid_out(sheet: KeepSheet, form: Format) -> list[Page]:
    """One page; in large print two."""
    return pages_of(sheet.handout, form)


def pages_of(handout: HandoutSheet, form: Format) -> list[Page]:
    """The page to keep of one handout."""
    if form.scale > 1:
        return _large(Frame(handout, form, LARGE, kept=True))
    frame = Frame(handout, form, STANDARD, kept=True)
    foot = kept_foot.block(frame)
    close = len(handout.goals) > 2 or any(earlier is not None for _, earlier in handout.goals)
    fits = [fit for fit in _FITS if fit.compact or not close]
    fit = next((one for one in fits if _left(frame, foot, one) >= 0), fits[-1])
    more = int(max(0.0, _left(frame, foot, fit)) // STANDARD.line) if fit.lines else 0
    body = _body(frame, fit, min(more, _MOST_LINES - fit.lines))
    return frame.pages(filled([Section(tuple(body))], frame.room, foot.high), foot)


def _left(frame: Frame, foot: Block, fit: _Fit) -> float:
    return frame.room.high - foot.high - sum(block.high for block in _body(frame, fit, 0))


def _body(frame: Frame, fit: _Fit, more: int) -> list[Block]:
    return [_head(frame), *_calls(frame, fit), *_goals(frame, fit), *_own_lines(frame, fit, more)]


def _large(frame: Frame) -> list[Page]:
    """On the first page sentence, strip and goals; on the second the person's own lines, dates and numbers.

    Where the goals go on to the second page, the chart and at last own lines give way, so that there is no third.
    """
    foot = kept_foot.block(frame)
    row = next((row for row in _LARGE_ROWS if _first_high(frame, row) <= frame.room.high), _LARGE_ROWS[-1])
    for chart, lines in _LARGE_OWN:
        fit = _Fit(row, compact=False, chart=chart * MM, lines=lines)
        pages = filled([Section(tuple(_first(frame, fit)), whole=False)], frame.room)
        used = sum(block.high for block, _ in pages[1]) if len(pages) > 1 else 0
        left = frame.room.high - foot.high - used - sum(block.high for block in _own_lines(frame, fit, 0))
        if left >= 0:
            break
    own = _own_lines(frame, fit, min(_MOST_LARGE_LINES, int(max(0.0, left) // LARGE.line)) if lines else 0)
    if used:
        return frame.pages(filled([Section((*_first(frame, fit), *own), whole=False)], frame.room, foot.high), foot)
    return frame.pages([*pages, *filled([Section(tuple(own))], frame.room, foot.high)], foot)


def _first(frame: Frame, fit: _Fit) -> list[Block]:
    return [_head(frame), *_calls(frame, fit), *_goals(frame, fit)]


def _first_high(frame: Frame, row: float) -> float:
    return sum(block.high for block in _first(frame, _Fit(row, compact=False, chart=0, lines=0)))


def _head(frame: Frame) -> Block:
    pen, sheet, m = frame.pen(), frame.sheet, frame.measures
    with pen.tagged("H1"):
        title = greeting(sheet) if sheet.story is not Story.PARTNER_DIED else ""
        for line in pen.page.lines(title, pen.wide, m.title, Face.BOLD)[:_TITLE_LINES] if title else ():
            pen.page.text(pen.left, pen.y + m.title, line, m.title, Face.BOLD)
            pen.y += m.title_high
    year = "half year" if sheet.months == 6 else point_words(sheet.months).removeprefix("one ")
    own = f"This is your {year} on one page." if not m.large else f"This is your {year}."
    if sheet.months == 6:
        own += " Nobody else needs to see it."
    pen.rich([(Face.BOLD, "Part 2: yours to keep."), (Face.REGULAR, own)])
    return pen.block(2 * MM)


def _calls(frame: Frame, fit: _Fit) -> list[Block]:
    """The count with its denominator and the strip; a guess of one's own where no log is in; for others their words."""
    sheet, pen = frame.sheet, frame.pen()
    words = story_words(sheet)
    if words:
        pen.words(words)
        return [pen.block(3 * MM)]
    dose = sheet.contact.dose
    if not dose.agreed or dose.not_known == dose.agreed:
        own_guess(pen, dose.agreed)
        return [pen.block(2 * MM)]
    pen.rich([(Face.BOLD, "Your calls"), (Face.REGULAR, counted_days(sheet))])
    pen.y += 2
    draw_strip(pen, sheet.contact, fit.row)
    return [pen.block(1 * MM)]


def _goals(frame: Frame, fit: _Fit) -> list[Block]:
    sheet, m, found = frame.sheet, frame.measures, []
    goals = [goal for goal, _ in sheet.goals]
    for number, (goal, earlier) in enumerate(sheet.goals, 1):
        pen = frame.pen()
        if number == 1:
            _goals_head(pen)
        hope = sheet.story is not Story.PARTNER_DIED
        title = goal_title(goal, number, goals)
        draw_track(pen, title, goal, earlier, sheet.since, compact=fit.compact, hope=hope)
        found.append(pen.block())
    if not sheet.goals:
        pen = frame.pen()
        pen.words("My goal, and where I am today", m.section, Face.BOLD, leading=m.section + 5, role="H2")
        pen.writing_lines("", 2)
        found.append(pen.block(2 * MM))
    return found


def _goals_head(pen: Pen) -> None:
    m = pen.m
    pen.y += 3
    pen.words("Your goals", m.section, Face.BOLD, leading=m.section + 5, role="H2")
    note = "Put a cross where you are today. This is only for you. Further back? Put your cross left of the line."
    pen.words(note)
    pen.y += 2


def _own_lines(frame: Frame, fit: _Fit, more: int) -> list[Block]:
    """The chart for whoever asked for it, and lines: to say to the partner, or what keeps somebody going."""
    sheet, pen = frame.sheet, frame.pen()
    title = _lines_title(sheet)
    has_chart = bool(sheet.contact.felt.points) and fit.chart > 0
    count = fit.lines + more
    if not has_chart:
        if not title or not count:
            return []
        _lines(pen, title, count)
        return [pen.block(2 * MM)]
    half = (frame.wide - _GAP) / 2
    left = Pen(pen.left, half, frame.measures)
    high = min(_MOST_CHART, fit.chart + more * frame.measures.line)
    draw_feelings(left, sheet.contact.felt, high)
    pen.page.taken(left.page, 0)
    if title:
        right = Pen(pen.left + half + _GAP, half, frame.measures)
        _lines(right, title, count)
        pen.page.taken(right.page, 0)
        pen.y = right.y
    pen.y = max(pen.y, left.y)
    return [pen.block(2 * MM)]


def _lines(pen: Pen, title: str, count: int) -> None:
    pen.words(title, face=Face.BOLD, role="H3")
    pen.writing_lines("", count, before=-3)


def _lines_title(sheet: HandoutSheet) -> str:
    if sheet.story in (Story.ENDED, Story.SILENT, Story.NEVER_PAIRED):
        return _GOING_ON
    if sheet.story in (Story.PARTNER_DIED, Story.ON_HOLD) or sheet.one_household or sheet.months >= 12:
        return "What I take with me" if sheet.months >= 12 and sheet.story is not Story.PARTNER_DIED else ""
    return f"What I want to say to {sheet.voices.kept_partner or 'my partner'}"
