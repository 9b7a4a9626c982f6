"""The call log for the whole term: a row a week, a box a day, the same grid as on the screen."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from mat_desktop.facilitation.printed.contact import CallLogSheet
from mat_desktop.facilitation.printer import DAY, EMPTY_DAYS, NO_CALL, NOT_WRITTEN, WITH
from mat_desktop.facilitation.shown.dates import day_month, day_month_year, month
from mat_desktop.facilitation.shown.words.contact import REASONS
from mat_desktop.paper.drawing import MM, Page, Place
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BLANK, BODY, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.text import joined

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LABEL = 25 * MM
_WITH = 22 * MM
"""The column for whom a call was with, in a group of three."""
_REASONS = ", ".join(f"{number} {reason}" for number, reason in enumerate(REASONS.values(), 1))
_LEAST = 5.6 * MM
_MOST = 8 * MM
_BELOW = 30.0
_TOLD = "Nothing about what you said is written here."
_WHO = 15.0
_MARGIN, _EDGE = 15 * MM, 12 * MM
_EXAMPLE, _EXAMPLE_HIGH, _APART = 15 * MM, 6.4 * MM, 8.0
"""A box as an example, about as wide and high as a day is, and how far the next one stands from its words."""
_PEN = 1.4
"""How thick a pen writes."""


def laid_out(sheet: CallLogSheet, form: Format) -> list[Page]:
    """The pages of one member's log; six months take one page, and two in large print."""
    leaf = Leaf(sheet.head, replace(form, margin=_MARGIN, edge=_EDGE))
    weeks, done = _weeks(sheet.days), 0
    while True:
        _top(leaf, sheet)
        room = leaf.floor - leaf.y - 13 - (_BELOW if _told_beside(leaf) else _BELOW + 16)
        many = max(1, int(room // _LEAST))
        _grid(leaf, sheet, weeks[done : done + many], done, room)
        _bottom(leaf)
        done += many
        if done >= len(weeks):
            return leaf.finish()
        leaf.new_page()


def _weeks(days: tuple[date, ...]) -> list[tuple[date, ...]]:
    """The days of the term, week by week from Monday."""
    found: dict[date, list[date]] = {}
    for day in days:
        found.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    return [tuple(week) for week in found.values()]


def _top(leaf: Leaf, sheet: CallLogSheet) -> None:
    head, days = sheet.head, sheet.days
    span = f"{day_month(days[0])} to {day_month_year(days[-1])}" if days else ""
    leaf.banner((head.title, head.place_and_date), ("Call log", span))
    at = f"Our time: {sheet.call_time}." if sheet.call_time else ""
    if sheet.name:
        who = f"{sheet.name}, with {joined(sheet.with_whom)}" if sheet.with_whom else sheet.name
        beside = width(who, Face.BOLD, _WHO) + width(f"   {at}", Face.REGULAR, BODY) <= leaf.wide
        if at and beside:
            leaf.page.text(leaf.right, leaf.y + _WHO, at, BODY, align="right")
        leaf.words(who, _WHO, Face.BOLD, leading=19)
        if at and not beside:
            leaf.words(at)
    else:
        leaf.line_for("Name:", 200)
    _examples(leaf)
    leaf.words(f"Beside a dash, if you like, why: {_REASONS}.", SMALL, leading=13, after=3)
    if sheet.letters:
        letters = ", ".join(f"{letter} {name or BLANK}" for letter, name in sheet.letters)
        leaf.words(
            f"The letter in a box is whose turn it is: {letters}. If it was with another, write it under With.",
            SMALL,
            leading=13,
            after=3,
        )


def _examples(leaf: Leaf) -> None:
    """How a day is marked: four boxes of the grid as somebody filled them in, each with what it means."""
    leaf.words("One mark for each day, in its box, with a dark pen, not a pencil:", after=1)
    x, page, high = leaf.left, leaf.page, _EXAMPLE_HIGH
    pitch = (leaf.wide - sum(width(words, Face.REGULAR, BODY) + 5 for _, words in _MARKED)) / len(_MARKED)
    wide = min(_EXAMPLE, pitch - _APART)
    for draw, words in _MARKED:
        page.box(x, leaf.y, wide, high, 0.7)
        with page.tagged("Artifact"):
            draw(page, x + wide / 2, leaf.y + high / 2)
        page.text(x + wide + 5, leaf.y + high / 2 + BODY * 0.36, words, BODY)
        x += wide + 5 + width(words, Face.REGULAR, BODY) + min(2 * _APART, pitch - wide)
    leaf.y += high + 3


def _strokes(page: Page, x: float, y: float, *points: tuple[float, float]) -> None:
    for (x1, y1), (x2, y2) in pairwise(points):
        page.line(x + x1, y + y1, x + x2, y + y2, _PEN)


def _tick(page: Page, x: float, y: float) -> None:
    _strokes(page, x, y, (-6, 0), (-2, 5), (6, -5))


def _m(page: Page, x: float, y: float) -> None:
    _strokes(page, x, y, (-6, 5), (-5, -5), (0, 3), (5, -5), (6, 5))


def _dash(page: Page, x: float, y: float) -> None:
    _strokes(page, x, y, (-7, 0.5), (7, -0.5))


def _e(page: Page, x: float, y: float) -> None:
    _strokes(page, x, y, (4, -5), (-3, -5), (-3, 5), (4, 5))
    _strokes(page, x, y, (-3, 0), (3, 0))


_MARKED = ((_tick, "we talked"), (_m, "message only"), (_dash, "no call"), (_e, "excused"))


def _grid(leaf: Leaf, sheet: CallLogSheet, weeks: list[tuple[date, ...]], first: int, room: float) -> None:
    page = leaf.page
    column = (leaf.wide - _LABEL - (_WITH if sheet.letters else 0)) / 7
    row = min(_MOST, room / max(1, len(weeks)))
    for place, name in enumerate(_WEEKDAYS):
        page.text(leaf.left + _LABEL + (place + 0.5) * column, leaf.y + 9, name, SMALL, Face.SEMI, "middle")
    if sheet.letters:
        page.text(leaf.right - _WITH / 2, leaf.y + 9, "With", SMALL, Face.SEMI, "middle")
    leaf.y += 13
    for number, week in enumerate(weeks, first + 1):
        page.text(leaf.left + 4, leaf.y + row / 2 + 4, f"{number}", BODY, Face.BOLD)
        page.text(leaf.left + 24, leaf.y + row / 2 + 4, f"{week[0].day} {month(week[0])}", SMALL)
        for day in week:
            x = leaf.left + _LABEL + day.weekday() * column
            _day(page, day, x, leaf.y, (column, row), day in sheet.not_agreed)
            if turn := sheet.rota.get(day, ""):
                page.text(x + column - 4, leaf.y + 10, turn, SMALL, align="right")
        if sheet.letters:
            page.box(leaf.right - _WITH, leaf.y, _WITH, row, 0.7)
            page.words_here(f"{WITH} {week[0].isoformat()}", leaf.right - _WITH, leaf.y, _WITH, row)
        leaf.y += row


def _day(page: Page, day: date, x: float, y: float, cell: tuple[float, float], not_agreed: bool) -> None:
    page.box(x, y, cell[0], cell[1], 0.7)
    page.places.append(Place(day.isoformat(), DAY, x, y, cell[0], cell[1]))
    page.text(x + 3, y + 10, str(day.day), SMALL)
    if not_agreed:
        page.line(x, y + cell[1], x + cell[0], y, 0.5)


def _bottom(leaf: Leaf) -> None:
    leaf.y += 9
    x, page = leaf.left, leaf.page
    page.text(x, leaf.y + 11, "Empty days mean:", BODY, Face.SEMI)
    for offset, words in ((96.0, NO_CALL), (170.0, NOT_WRITTEN)):
        page.box(x + offset, leaf.y, 5 * MM, 5 * MM)
        page.places.append(Place(EMPTY_DAYS, words, x + offset, leaf.y, 5 * MM, 5 * MM))
        page.text(x + offset + 20, leaf.y + 11, words, BODY)
    if _told_beside(leaf):
        page.text(leaf.right, leaf.y + 11, _TOLD, SMALL, align="right")
    else:
        page.text(x, leaf.y + 27, _TOLD, SMALL)


def _told_beside(leaf: Leaf) -> bool:
    return leaf.left + 310 + width(_TOLD, Face.REGULAR, SMALL) <= leaf.right
