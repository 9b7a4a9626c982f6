"""The strip of the half year on the page to keep: a cell a day, weekdays at its left, counts in its legend."""

from dataclasses import replace

from mat_desktop.facilitation.printed.followup.views import Contact
from mat_desktop.facilitation.shown.strip import Cell, DayStrip
from mat_desktop.facilitation.shown.words.contact import MARKS
from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.contact.dose import Dose

_LETTERS = "MTWTFSS"
_GAP = 1 * MM
_WEEKDAYS = 6.4 * MM
_LARGE_WEEKS = 13
_CELL = (5.6 * MM, 2.6 * MM)


def draw_strip(pen: Pen, contact: Contact, row: float) -> None:
    """The whole term, `row` from one weekday to the next; in large print thirteen weeks below each other."""
    said = f"{_legend_words(contact.dose)}. A picture of each day."
    with pen.tagged("Figure", said):
        for part in _parts(contact.strip, -(-contact.strip.columns // 2) if pen.m.large else contact.strip.columns):
            _weeks(pen, part, row)
    _legend(pen, contact.dose)


def _parts(strip: DayStrip, weeks: int) -> list[DayStrip]:
    """The strip cut into so many weeks at a time."""
    found = []
    for first in range(0, strip.columns, max(1, weeks)):
        cells = tuple(
            replace(cell, column=cell.column - first) for cell in strip.cells if first <= cell.column < first + weeks
        )
        months = tuple((column - first, name) for column, name in strip.months if first <= column < first + weeks)
        found.append(DayStrip(min(weeks, strip.columns - first), cells, months))
    return found


def _weeks(pen: Pen, strip: DayStrip, row: float) -> None:
    page, m = pen.page, pen.m
    left = pen.left + _WEEKDAYS
    columns = max(_LARGE_WEEKS if m.large else 2 * _LARGE_WEEKS, strip.columns)
    pitch = (pen.right - left + _GAP) / columns
    size = (pitch - _GAP, row - _GAP)
    for column, name in strip.months:
        page.text(left + column * pitch, pen.y + m.small, name, m.small)
    pen.y += m.small + 4
    every = 1 if row >= m.small * 1.05 else 2
    for day, letter in list(enumerate(_LETTERS))[::every]:
        page.text(pen.left + 5, pen.y + day * row + size[1] / 2 + m.small * 0.36, letter, m.small, align="middle")
    for cell in strip.cells:
        _cell(page, cell, left + cell.column * pitch, pen.y + cell.row * row, size)
    pen.y += 7 * row + 4


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


def _counts(dose: Dose) -> list[tuple[Cell, str]]:
    """What is drawn how, with its count: together they are all agreed days."""
    plain = Cell(column=0, row=0, mark=None, ahead=False)
    numbers = {
        Mark.TALKED: dose.talked,
        Mark.MESSAGE: dose.message,
        Mark.NO_CALL: dose.no_call,
        Mark.EXCUSED: dose.excused,
    }
    found = [(replace(plain, mark=mark), f"{words} {numbers[mark]}") for mark, words in MARKS.items() if numbers[mark]]
    if dose.recalled or dose.recalled_not:
        found.append(
            (replace(plain, recalled=True), f"as you remember {dose.recalled} of {dose.recalled_not + dose.recalled}")
        )
    if dose.not_known:
        found.append((plain, f"not known {dose.not_known}"))
    return found


def _legend_words(dose: Dose) -> str:
    return ", ".join(words for _, words in _counts(dose))


def _legend(pen: Pen, dose: Dose) -> None:
    m, x, left = pen.m, pen.left + _WEEKDAYS, pen.left + _WEEKDAYS
    for cell, words in _counts(dose):
        long = _CELL[0] + 5 + width(words, Face.REGULAR, m.small)
        if x > left and x + long > pen.right:
            x = left
            pen.y += m.small_leading + 2
        _cell(pen.page, cell, x, pen.y + (m.small_leading - _CELL[1]) / 2, _CELL)
        pen.page.text(x + _CELL[0] + 5, pen.y + m.small, words, m.small)
        x += long + 15
    pen.y += m.small_leading + 2
