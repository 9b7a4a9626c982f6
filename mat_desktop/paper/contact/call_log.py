"""The call log for the whole term: a row a week, a box a day, the same grid as on the screen."""

from datetime import date, timedelta

from mat_desktop.facilitation.printed.contact import CallLogSheet
from mat_desktop.facilitation.printer import DAY, EMPTY_DAYS, NO_CALL, NOT_WRITTEN, WITH
from mat_desktop.facilitation.shown.dates import day_month, day_month_year, month
from mat_desktop.facilitation.shown.words.contact import REASONS
from mat_desktop.paper.drawing import MM, Page, Place
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, SMALL, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.text import joined

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LABEL = 25 * MM
_WITH = 22 * MM
"""The column for whom a call was with, in a group of three."""
_REASONS = "  ".join(f"{number} {reason}" for number, reason in enumerate(REASONS.values(), 1))
_LEAST = 5.6 * MM
_MOST = 8 * MM
_BELOW = 46.0


def laid_out(sheet: CallLogSheet, form: Format) -> list[Page]:
    """The pages of one member's log; six months take one page, and two in large print."""
    leaf = Leaf(sheet.head, form)
    weeks, done = _weeks(sheet.days), 0
    while True:
        _top(leaf, sheet)
        room = leaf.floor - leaf.y - 13 - _BELOW
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
    if sheet.name:
        who = f"{sheet.name}, with {joined(sheet.with_whom)}" if sheet.with_whom else sheet.name
        leaf.words(who, 15, Face.BOLD, leading=19)
    else:
        leaf.line_for("Name:", 200)
    at = f"Our time: {sheet.call_time}.  " if sheet.call_time else ""
    leaf.words(f"{at}Tick: we talked.  M: message only.  Dash: no call.  E: excused.", leading=16, after=1)
    leaf.words(f"Beside a dash, if you like, why: {_REASONS}.", SMALL, leading=13, after=3)
    if sheet.letters:
        letters = ", ".join(f"{letter} {name}" for letter, name in sheet.letters)
        leaf.words(
            f"The letter in a box is whose turn it is: {letters}. If it was with another, write it under With.",
            SMALL,
            leading=13,
            after=3,
        )


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
        page.line(x, y + cell[1], x + cell[0], y, 0.4)


def _bottom(leaf: Leaf) -> None:
    leaf.y += 9
    x, page = leaf.left, leaf.page
    page.text(x, leaf.y + 11, "Empty days mean:", BODY, Face.SEMI)
    for offset, words in ((96.0, NO_CALL), (170.0, NOT_WRITTEN)):
        page.box(x + offset, leaf.y, 5 * MM, 5 * MM)
        page.places.append(Place(EMPTY_DAYS, words, x + offset, leaf.y, 5 * MM, 5 * MM))
        page.text(x + offset + 20, leaf.y + 11, words, BODY)
    leaf.y += 27
    page.text(x, leaf.y, "Nothing about what you said is written here.", SMALL)
