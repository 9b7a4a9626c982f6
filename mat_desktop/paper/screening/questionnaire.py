"""Questionnaires as blank forms: circles with the printed value inside, in the order in which they are typed."""

from mat_desktop.facilitation.screening_sheets import PrintedForm, PrintedItem
from mat_desktop.facilitation.sheet_views import QuestionnaireSheet
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, LEADING, MARGIN, SMALL, Leaf, Size

_RADIUS = 3.5 * MM
_MOST_IN_COLUMNS = 6


def laid_out(sheet: QuestionnaireSheet, size: Size) -> list[Page]:
    """The pages of one person's questionnaires; a form is not broken where it fits on a page."""
    leaf = Leaf(sheet.head, size)
    leaf.new_page()
    leaf.banner((sheet.head.title, sheet.head.place_and_date), ("Questions", "private"), mark=False)
    leaf.words(sheet.name or "Name: " + "_" * 30, 15, Face.BOLD, leading=22)
    leaf.words("Mark one circle in each row. You may leave any question out. Only the facilitator reads this.", after=4)
    for form in sheet.forms:
        _form(leaf, form)
    return leaf.finish()


def _form(leaf: Leaf, form: PrintedForm) -> None:
    wide = len(form.items[0].options) > _MOST_IN_COLUMNS
    leaf.need(min(60 + sum(_height(leaf, form, item, wide) for item in form.items), leaf.floor - MARGIN - 60))
    leaf.section(form.title, 12)
    if form.stem:
        leaf.words(form.stem, after=2)
    if form.at_the_workshop:
        leaf.words("Filled in at the workshop. Not sent by post.", SMALL, after=2)
    column = _column(leaf, form)
    if not wide:
        _heads(leaf, form.items[0], column)
    for place, item in enumerate(form.items):
        leaf.need(_height(leaf, form, item, wide))
        if wide:
            _ruler(leaf, item)
        else:
            other = place > 0 and item.options != form.items[0].options
            _row(leaf, item, column, own_heads=other)
    if form.notice:
        leaf.words(form.notice, SMALL, leading=12.5, after=2)


def _column(leaf: Leaf, form: PrintedForm) -> float:
    count = len(form.items[0].options)
    return min(62.0, leaf.wide * 0.52 / count)


def _room(leaf: Leaf, item: PrintedItem, column: float) -> float:
    return leaf.wide - column * len(item.options) - 30


def _height(leaf: Leaf, form: PrintedForm, item: PrintedItem, wide: bool) -> float:
    if wide:
        return LEADING + 2 * _RADIUS + 22 + (9 * MM if item.own_words else 0)
    lines = len(leaf.page.lines(item.words, _room(leaf, item, _column(leaf, form)), BODY))
    other = item.options != form.items[0].options
    return max(lines * LEADING + (11 if item.hint else 0), 2 * _RADIUS) + 9 + (24 if other else 0)


def _heads(leaf: Leaf, item: PrintedItem, column: float) -> None:
    """The words of the answers over their columns."""
    left = MARGIN + leaf.wide - column * len(item.options)
    high = max(len(leaf.page.lines(words, column - 4, SMALL - 1)) for _, words in item.options) * 10.5
    for place, (_, words) in enumerate(item.options):
        for number, line in enumerate(leaf.page.lines(words, column - 4, SMALL - 1)):
            x = left + (place + 0.5) * column
            leaf.page.text(x, leaf.y + 9 + number * 10.5, line, SMALL - 1, Face.SEMI, "middle")
    leaf.y += high + 4


def _row(leaf: Leaf, item: PrintedItem, column: float, *, own_heads: bool) -> None:
    if own_heads:
        leaf.y += 3
        _heads(leaf, item, column)
    page, top = leaf.page, leaf.y
    left = MARGIN + leaf.wide - column * len(item.options)
    page.line(MARGIN, top, MARGIN + leaf.wide, top, 0.4)
    page.text(MARGIN, top + 15, str(item.number), BODY, Face.BOLD)
    y = top + 15
    for line in page.lines(item.words, _room(leaf, item, column), BODY):
        page.text(MARGIN + 22, y, line, BODY)
        y += LEADING
    if item.hint:
        page.text(MARGIN + 22, y - 3, page.lines(item.hint, _room(leaf, item, column), SMALL)[0], SMALL)
        y += 11
    high = max(y - top - 6, 2 * _RADIUS + 6)
    for place, (value, _) in enumerate(item.options):
        _circle(page, left + (place + 0.5) * column, top + high / 2 + 1, value)
    leaf.y = top + high + 3


def _circle(page: Page, x: float, y: float, value: int) -> None:
    page.circle(x, y, _RADIUS, 0.9)
    page.text(x, y + 3.4, str(value), SMALL, align="middle")


def _ruler(leaf: Leaf, item: PrintedItem) -> None:
    """A scale across the page, the values in circles, words under those that have some."""
    page = leaf.page
    page.line(MARGIN, leaf.y, MARGIN + leaf.wide, leaf.y, 0.4)
    page.text(MARGIN, leaf.y + 15, str(item.number), BODY, Face.BOLD)
    page.text(MARGIN + 22, leaf.y + 15, page.lines(item.words, leaf.wide - 22, BODY)[0], BODY)
    leaf.y += LEADING + 5
    if item.own_words:
        leaf.y += 7 * MM
        page.line(MARGIN + 22, leaf.y, MARGIN + leaf.wide, leaf.y)
        leaf.y += 6
    step = min(36.0, (leaf.wide - 60) / len(item.options))
    for place, (value, words) in enumerate(item.options):
        x = MARGIN + 44 + place * step
        _circle(page, x, leaf.y + _RADIUS + 1, value)
        if words:
            page.text(x, leaf.y + 2 * _RADIUS + 11, words, SMALL - 1.5, align="middle")
    leaf.y += 2 * _RADIUS + 17
