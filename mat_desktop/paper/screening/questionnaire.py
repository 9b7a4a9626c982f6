"""Questionnaires as blank forms: circles with the printed value inside, in the order in which they are typed."""

from dataclasses import replace

from mat_desktop.facilitation.printed.screening import PrintedForm, PrintedItem, QuestionnaireSheet
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, LEADING, Leaf
from mat_desktop.paper.sizes import Format

_RADIUS = 3.5 * MM
_MOST_IN_COLUMNS = 6
_NARROW = 400.0
_STEP, _STATEMENT = 8.2 * MM, 62 * MM
"""From one circle of a scale to the next, and how much a question beside it needs at least."""
_OWN_LINE, _EDGE, _LOW_EDGE = 9 * MM, 11 * MM, 9 * MM
_ABOVE_HEADS, _UNDER_ROW = 3.0, 3.0


def laid_out(sheet: QuestionnaireSheet, form: Format) -> list[Page]:
    """The pages of one person's questionnaires; a form is not broken where it fits on a page."""
    leaf = Leaf(sheet.head, replace(form, edge=_LOW_EDGE if form.is_low else _EDGE))
    leaf.banner((sheet.head.title, sheet.head.place_and_date), ("Questions", "private"))
    leaf.owner(sheet.name)
    leaf.words("Mark one circle in each row. You may leave any question out. Only the facilitator reads this.", after=4)
    if sheet.folds:
        leaf.words("Fill it in alone. Fold it twice, answers inside. Your partner never sees it.", after=4)
    for one in sheet.forms:
        draw_form(leaf, one)
    return leaf.finish()


def draw_form(leaf: Leaf, form: PrintedForm) -> None:
    """One blank form; it is not broken where it fits on a page."""
    wide = len(form.items[0].options) > _MOST_IN_COLUMNS
    stacked = not wide and leaf.wide < _NARROW
    beside = _is_scale(leaf, form)
    total = 60 + sum(_height(leaf, form, item, wide) for item in form.items)
    low_down = leaf.y > leaf.floor / 2
    leaf.need(total if low_down and total < leaf.floor - leaf.left else 160)
    leaf.section(form.title, 12)
    if form.stem:
        leaf.words(form.stem, after=2)
    if form.at_the_workshop:
        leaf.words("Filled in at the workshop. Not sent by post.", SMALL, after=2)
    if beside:
        _ends(leaf, form.items[0])
    elif not wide and not stacked:
        _heads(leaf, form.items[0], _column(leaf, form))
    for item in form.items:
        leaf.need(_height(leaf, form, item, wide))
        _answered(leaf, form, item, beside=beside, wide=wide)
    if beside:
        leaf.page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.5)
        leaf.y += 4
    if form.notice:
        leaf.words(form.notice, SMALL, leading=12.5, after=2)


def _answered(leaf: Leaf, form: PrintedForm, item: PrintedItem, *, beside: bool, wide: bool) -> None:
    """One question with what can be crossed: on its line, under it, or in columns."""
    if beside:
        _scale(leaf, item, form.title)
    elif wide:
        _ruler(leaf, item, form.title)
    elif leaf.wide < _NARROW:
        _stacked(leaf, item, form.title)
    else:
        before = form.items[max(0, form.items.index(item) - 1)]
        _row(leaf, item, _column(leaf, form), form.title, own_heads=item.options != before.options)


def _is_scale(leaf: Leaf, form: PrintedForm) -> bool:
    """Whether every question is answered on one and the same scale, with words at its ends, that fits on its line."""
    first, *others = form.items
    ends = [bool(words) for _, words in first.options]
    alike = all(item.options == first.options for item in others) and not any(item.own_words for item in form.items)
    long = len(first.options) > _MOST_IN_COLUMNS and leaf.wide - _STEP * len(first.options) > _STATEMENT
    return long and alike and ends[0] and ends[-1] and not any(ends[1:-1])


def _first_of(leaf: Leaf, item: PrintedItem) -> float:
    """The middle of the first circle of a scale."""
    return leaf.right - (len(item.options) - 1) * _STEP - _RADIUS


def _ends(leaf: Leaf, item: PrintedItem) -> None:
    """What the ends of the scale mean, once over all its lines."""
    for x, (_, words), align in (
        (_first_of(leaf, item) - _RADIUS, item.options[0], "left"),
        (leaf.right, item.options[-1], "right"),
    ):
        leaf.page.text(x, leaf.y + SMALL, words, SMALL, Face.SEMI, align)
    leaf.y += SMALL + 5


def _scale(leaf: Leaf, item: PrintedItem, form: str) -> None:
    """A question with its scale on one line."""
    page, top, first = leaf.page, leaf.y, _first_of(leaf, item)
    lines = page.lines(item.words, first - _RADIUS - 6 - leaf.left - 22, BODY)
    high = max(2 * _RADIUS + 5, len(lines) * LEADING + 6)
    page.line(leaf.left, top, leaf.right, top, 0.5)
    base = top + high / 2 + BODY * 0.36 - (len(lines) - 1) * LEADING / 2
    page.text(leaf.left, base, str(item.number), BODY, Face.BOLD)
    for number, line in enumerate(lines):
        page.text(leaf.left + 22, base + number * LEADING, line, BODY)
    for place, (value, _) in enumerate(item.options):
        _circle(page, f"{form} {item.number}", first + place * _STEP, top + high / 2, value)
    leaf.y = top + high


def _column(leaf: Leaf, form: PrintedForm) -> float:
    count = len(form.items[0].options)
    return min(62.0, leaf.wide * 0.52 / count)


def _room(leaf: Leaf, item: PrintedItem, column: float) -> float:
    return leaf.wide - column * len(item.options) - 30


def _height(leaf: Leaf, form: PrintedForm, item: PrintedItem, wide: bool) -> float:
    """How high a question is drawn with all that can be crossed."""
    if _is_scale(leaf, form):
        room = _first_of(leaf, item) - _RADIUS - 6 - leaf.left - 22
        return max(2 * _RADIUS + 5, len(leaf.page.lines(item.words, room, BODY)) * LEADING + 6)
    if wide:
        lines = len(leaf.page.lines(item.words, leaf.wide - 22, BODY))
        return lines * LEADING + 2 * _RADIUS + 21 + (_OWN_LINE + 6 if item.own_words else 0)
    if leaf.wide < _NARROW:
        return _stacked_height(leaf, item)
    column = _column(leaf, form)
    before = form.items[max(0, form.items.index(item) - 1)]
    own = _ABOVE_HEADS + _heads_high(leaf, item, column) if item.options != before.options else 0
    return own + _row_high(leaf, item, column) + _UNDER_ROW


def _heads(leaf: Leaf, item: PrintedItem, column: float) -> None:
    """The words of the answers over their columns."""
    left = leaf.right - column * len(item.options)
    for place, (_, words) in enumerate(item.options):
        for number, line in enumerate(leaf.page.lines(words, column - 4, SMALL)):
            x = left + (place + 0.5) * column
            leaf.page.text(x, leaf.y + 9 + number * 11.2, line, SMALL, Face.SEMI, "middle")
    leaf.y += _heads_high(leaf, item, column)


def _heads_high(leaf: Leaf, item: PrintedItem, column: float) -> float:
    return max(len(leaf.page.lines(words, column - 4, SMALL)) for _, words in item.options) * 11.2 + 4


def _row_high(leaf: Leaf, item: PrintedItem, column: float) -> float:
    room = _room(leaf, item, column)
    words = 15 + len(leaf.page.lines(item.words, room, BODY)) * LEADING
    hints = len(leaf.page.lines(item.hint, room, SMALL)) * 11 if item.hint else 0
    return max(words + hints - (12 if item.hint else 6), 2 * _RADIUS + 4)


def _row(leaf: Leaf, item: PrintedItem, column: float, form: str, *, own_heads: bool) -> None:
    if own_heads:
        leaf.y += _ABOVE_HEADS
        _heads(leaf, item, column)
    page, top = leaf.page, leaf.y
    left = leaf.right - column * len(item.options)
    page.line(leaf.left, top, leaf.right, top, 0.5)
    page.text(leaf.left, top + 15, str(item.number), BODY, Face.BOLD)
    y = top + 15
    for line in page.lines(item.words, _room(leaf, item, column), BODY):
        page.text(leaf.left + 22, y, line, BODY)
        y += LEADING
    for line in page.lines(item.hint, _room(leaf, item, column), SMALL) if item.hint else ():
        page.text(leaf.left + 22, y - 3, line, SMALL)
        y += 11
    high = _row_high(leaf, item, column)
    for place, (value, _) in enumerate(item.options):
        _circle(page, f"{form} {item.number}", left + (place + 0.5) * column, top + high / 2 + 1, value)
    leaf.y = top + high + _UNDER_ROW


def _circle(page: Page, item: str, x: float, y: float, value: int) -> None:
    page.choice(item, str(value), x, y, 2 * _RADIUS)
    page.text(x, y + 3.4, str(value), SMALL, align="middle")


def _question(leaf: Leaf, item: PrintedItem) -> None:
    leaf.page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.5)
    leaf.page.text(leaf.left, leaf.y + 15, str(item.number), BODY, Face.BOLD)
    leaf.y += 4
    leaf.words(item.words, indent=22)


_ANSWER_ROW = 2 * _RADIUS + 6


def _answers(leaf: Leaf, item: PrintedItem) -> list[tuple[float, int, int, str]]:
    """Where each answer stands under its question: x, row, value and words."""
    x, row, found = leaf.left + 22, 0, []
    for value, words in item.options:
        long = _ANSWER_ROW + width(words, Face.REGULAR, SMALL)
        if x > leaf.left + 22 and x + long > leaf.right:
            x, row = leaf.left + 22, row + 1
        found.append((x, row, value, words))
        x += long + 12
    return found


def _stacked_height(leaf: Leaf, item: PrintedItem) -> float:
    lines = len(leaf.page.lines(item.words, leaf.wide - 22, BODY))
    hints = len(leaf.page.lines(item.hint, leaf.wide - 22, SMALL)) if item.hint else 0
    return (lines + hints) * LEADING + 9 + (_answers(leaf, item)[-1][1] + 1) * _ANSWER_ROW


def _stacked(leaf: Leaf, item: PrintedItem, form: str) -> None:
    """In large print the answers stand under their question, each with its words."""
    _question(leaf, item)
    if item.hint:
        leaf.words(item.hint, SMALL, indent=22)
    answers = _answers(leaf, item)
    for x, row, value, words in answers:
        y = leaf.y + row * _ANSWER_ROW + _RADIUS + 2
        _circle(leaf.page, f"{form} {item.number}", x + _RADIUS, y, value)
        leaf.page.text(x + 2 * _RADIUS + 4, y + 3, words, SMALL)
    leaf.y += (answers[-1][1] + 1) * _ANSWER_ROW + 5


def _ruler(leaf: Leaf, item: PrintedItem, form: str) -> None:
    """A scale across the page, the values in circles, words under those that have some."""
    _question(leaf, item)
    if item.own_words:
        leaf.y += _OWN_LINE
        leaf.page.line(leaf.left + 22, leaf.y, leaf.right, leaf.y)
        leaf.y += 6
    page = leaf.page
    step = min(36.0, (leaf.wide - 60) / len(item.options))
    for place, (value, words) in enumerate(item.options):
        x = leaf.left + 44 + place * step
        _circle(page, f"{form} {item.number}", x, leaf.y + _RADIUS + 1, value)
        if words:
            half = width(words, Face.REGULAR, SMALL) / 2
            page.text(min(x, leaf.right - half), leaf.y + 2 * _RADIUS + 11, words, SMALL, align="middle")
    leaf.y += 2 * _RADIUS + 17
