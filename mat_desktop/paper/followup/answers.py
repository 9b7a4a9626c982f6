"""Sections B to D: what troubled somebody, the last two weeks, the calls; one cross on each line."""

from collections.abc import Iterator, Sequence

from mat_desktop.facilitation.printed.screening import PrintedForm, PrintedItem
from mat_desktop.paper.blocks import Block, Pen
from mat_desktop.paper.drawing import MM
from mat_desktop.paper.fonts import Face, width
from mat_desktop.workshop.followup import IMPROVEMENT

_ANCHORS = ((1, "not at all"), (4, "a little"), (7, "pretty much"), (10, "very much"), (13, "couldn’t be worse"))
_COLUMN = 24 * MM
_RATING = 8.2 * MM
_STATEMENT = 78 * MM
_TWO = 2
_APART = 10.0
"""How far a box stands from the words before it at least, so that it is seen to belong to those behind it."""
_ABOVE_RULE = 2.5
"""What stays white in large print between words and the rule under them."""


def draw_complaint(pen: Pen, item: str, words: str, month: str, *, anchors: bool) -> None:
    """One complaint in own words: thirteen circles on a line, and five words that compare with the start."""
    page, m = pen.page, pen.m
    with pen.tagged("H3"):
        page.text(pen.left, pen.y + m.body, item, m.body, Face.BOLD)
        for line in page.lines(words, pen.wide - m.indent, m.body, Face.BOLD) if words else ():
            page.text(pen.left + m.indent, pen.y + m.body, line, m.body, Face.BOLD)
            pen.y += m.leading
    if not words:
        pen.writing_lines(f"{item} words", 1, indent=m.indent)
        pen.y += 3
    _thirteen(pen, item, anchors=anchors)
    _compared(pen, item, month)
    pen.y += m.after_complaint


def _thirteen(pen: Pen, item: str, *, anchors: bool) -> None:
    page, m = pen.page, pen.m
    left = pen.left + (0 if m.large else m.indent)
    step = (pen.right - left) / 13
    across = min(m.circle, step - 2.5)
    if anchors:
        for value, said in _ANCHORS:
            if m.large and value in (4, 10):
                continue
            half = width(said, Face.REGULAR, m.small) / 2
            x = min(max(left + (value - 0.5) * step, left + half), pen.right - half)
            page.text(x, pen.y + m.small, said, m.small, align="middle")
        pen.y += m.small + 4
    for value in range(1, 14):
        x = left + (value - 0.5) * step
        page.choice(item, str(value), x, pen.y + across / 2, across)
        page.text(x, pen.y + across / 2 + m.small * 0.36, str(value), m.small, align="middle")
    pen.y += across + m.after_circles


def _compared(pen: Pen, item: str, month: str) -> None:
    m = pen.m
    said = f"Compared with {month}:"
    values = [(words, words) for words in IMPROVEMENT]
    if m.large:
        _compared_below(pen, item, said)
        return
    edge = m.tick + 6
    own = width(f"{said} ", Face.BOLD, m.body)
    room = pen.wide - own - sum(edge + width(words, Face.REGULAR, m.body) for words in IMPROVEMENT)
    if room >= 4 * _APART:
        with pen.tagged("P"):
            pen.page.text(pen.left, pen.y + m.tick / 2 + m.body * 0.36, said, m.body, Face.BOLD)
        pen.choices(f"{item} compared", values, pen.left + own + 2, gap=(room - 3) / 4)
        return
    first, second = "Compared", f"with {month}:"
    own = max(width(words, Face.BOLD, m.body) for words in (first, second))
    room = pen.wide - own - sum(edge + width(words, Face.REGULAR, m.body) for words in IMPROVEMENT)
    for row, words in enumerate((first, second)):
        pen.page.text(pen.left, pen.y + 6.5 + row * 11.5, words, m.body, Face.BOLD)
    pen.y += 1.5
    pen.choices(f"{item} compared", values, pen.left + own + 8, gap=max(2.0, min(14.0, (room - 8) / 4)))


def _compared_below(pen: Pen, item: str, said: str) -> None:
    """In large print the boxes stand below the words that compare, or in the closer form begin beside them."""
    m, values = pen.m, [(words, words) for words in IMPROVEMENT]
    if m.all_anchors:
        pen.words(said, face=Face.BOLD)
        pen.choices(f"{item} compared", values, pen.left)
        return
    own = width(f"{said} ", Face.BOLD, m.body)
    pen.page.text(pen.left, pen.y + m.tick / 2 + m.body * 0.36, said, m.body, Face.BOLD)
    pen.choices(f"{item} compared", values, pen.left + own + 2, gap=6)


def draw_stem(pen: Pen, form: PrintedForm) -> None:
    """What is asked above the rows of a questionnaire, word for word."""
    pen.words(form.stem, leading=pen.m.stem_leading, indent=pen.m.indent)
    pen.y += _ABOVE_RULE if pen.m.large else 0


def draw_two_weeks(forms: Sequence[PrintedForm], pens: Iterator[Pen]) -> list[Block]:
    """Section C, a block a row, numbered through; stem and heads stand again only where they are other ones.

    Each row takes a pen of its own; on the first of them the head of the section stands already.
    """
    number, stem, heads, found = 1, "", None, []
    rows = sum(len(form.items) for form in forms)
    for form in forms:
        for item in form.items:
            pen = next(pens)
            if form.stem != stem:
                stem = form.stem
                draw_stem(pen, form)
            if item.options != heads and not pen.m.large:
                heads = item.options
                _heads(pen, item)
            _row(pen, f"C{number}", item)
            if number == rows:
                pen.page.line(pen.left + pen.m.indent, pen.y, pen.right, pen.y, 0.5)
                pen.y += pen.m.after_rows
            found.append(pen.block())
            number += 1
    return found


def _columns(pen: Pen, item: PrintedItem) -> float:
    return min(_COLUMN, (pen.wide - pen.m.indent) * 0.56 / max(1, len(item.options)))


def _heads(pen: Pen, item: PrintedItem) -> None:
    page, m, column = pen.page, pen.m, _columns(pen, item)
    left = pen.right - column * len(item.options)
    heads = [page.lines(words, column - 2, m.small, Face.SEMI) if words else [] for _, words in item.options]
    most = max(len(lines) for lines in heads)
    for place, lines in enumerate(heads):
        for row, line in enumerate(lines, most - len(lines)):
            x = left + (place + 0.5) * column
            page.text(x, pen.y + m.small + row * 11.2, line, m.small, Face.SEMI, "middle")
    pen.y += most * 11.2 + 3.5


def _row(pen: Pen, item_name: str, item: PrintedItem) -> None:
    if pen.m.large:
        _row_below(pen, item_name, item)
        return
    page, m, column = pen.page, pen.m, _columns(pen, item)
    left = pen.right - column * len(item.options)
    lines = page.lines(item.words, left - pen.left - m.indent - 4, m.body)
    high = max(m.row, len(lines) * 13.5 + 6)
    page.line(pen.left + m.indent, pen.y, pen.right, pen.y, 0.5)
    middle = pen.y + high / 2
    first = middle + m.body * 0.36 - (len(lines) - 1) * 13.5 / 2
    with pen.tagged("P"):
        page.text(pen.left, first, item_name, m.body, Face.BOLD)
        for place, line in enumerate(lines):
            page.text(pen.left + m.indent, first + place * 13.5, line, m.body)
    for place, (value, _) in enumerate(item.options):
        _circle(pen, item_name, value, left + (place + 0.5) * column, middle)
    pen.y += high


def _circle(pen: Pen, item: str, value: int, x: float, y: float) -> None:
    pen.page.choice(item, str(value), x, y, pen.m.circle)
    pen.page.text(x, y + pen.m.small * 0.36, str(value), pen.m.small, align="middle")


def _row_below(pen: Pen, item_name: str, item: PrintedItem) -> None:
    """In large print the circles stand under the question with their words, in columns."""
    m, columns = pen.m, pen.m.abreast
    pen.page.line(pen.left, pen.y, pen.right, pen.y, 0.5)
    pen.y += 4
    pen.page.text(pen.left, pen.y + m.body, item_name, m.body, Face.BOLD)
    pen.words(item.words, indent=m.indent)
    for first in range(0, len(item.options), columns):
        _abreast(pen, item_name, item.options[first : first + columns])
    pen.y += 3


def _abreast(pen: Pen, item_name: str, options: Sequence[tuple[int, str]]) -> None:
    """Circles beside each other, each with its words at its right; four abreast have smaller words in two lines."""
    m, column = pen.m, (pen.wide - pen.m.indent) / pen.m.abreast
    size, step = (m.body, m.leading) if m.abreast == _TWO else (m.small, m.small + 1)
    said = [pen.page.lines(words, column - m.circle - 8, size) for _, words in options]
    high = max(m.circle, step * max(map(len, said)))
    for place, (lines, (value, _)) in enumerate(zip(said, options, strict=True)):
        x, y = pen.left + m.indent + place * column, pen.y + high / 2
        _circle(pen, item_name, value, x + m.circle / 2, y)
        with pen.tagged("P"):
            for row, line in enumerate(lines):
                at = y + size * 0.36 + (row - (len(lines) - 1) / 2) * step
                pen.page.text(x + m.circle + 6, at, line, size)
    pen.y += high + 4


def draw_scale(pen: Pen) -> None:
    """What the ends of 0 to 10 mean; in large print in a sentence of its own."""
    page, m = pen.page, pen.m
    if m.large:
        pen.words("0 is not at all, 10 is completely.", indent=m.indent)
        pen.y += _ABOVE_RULE
        return
    page.text(_first_rating(pen) - m.circle / 2, pen.y + m.small, "not at all", m.small, Face.SEMI)
    page.text(pen.right, pen.y + m.small, "completely", m.small, Face.SEMI, "right")
    pen.y += m.small + 4


def draw_calls(form: PrintedForm, pens: Iterator[Pen], note: str) -> list[Block]:
    """Section D, a block a statement: 0 to 10 on its line, in large print below it; under the last one a note.

    Each statement takes a pen of its own; on the first of them the head of the section stands already.
    """
    found = []
    for number, item in enumerate(form.items, 1):
        pen = next(pens)
        _rating(pen, item)
        if number == len(form.items):
            pen.page.line(pen.left, pen.y, pen.right, pen.y, 0.5)
            pen.y += 4
            pen.small(note, indent=pen.m.indent)
        found.append(pen.block())
    return found


def _pitch(pen: Pen) -> float:
    return 15 * MM if pen.m.large else _RATING


def _first_rating(pen: Pen) -> float:
    """Where the circle of nought stands."""
    return pen.right - 10 * _pitch(pen) - pen.m.circle / 2 - 1


def _rating(pen: Pen, item: PrintedItem) -> None:
    page, m, name = pen.page, pen.m, f"D{item.number}"
    first, pitch = _first_rating(pen), _pitch(pen)
    page.line(pen.left, pen.y, pen.right, pen.y, 0.5)
    room = pen.wide - m.indent if m.large else _STATEMENT
    lines = page.lines(item.words, room, m.body)
    high = max(m.rating_row, len(lines) * m.leading + 6) if not m.large else m.rating_row + (len(lines) - 1) * m.leading
    middle = pen.y + (high - m.circle / 2 - 5 if m.large else high / 2)
    top = pen.y + m.body + 3 if m.large else middle + m.body * 0.36 - (len(lines) - 1) * m.leading / 2
    with pen.tagged("P"):
        page.text(pen.left, top, name, m.body, Face.BOLD)
        for place, line in enumerate(lines):
            page.text(pen.left + m.indent, top + place * m.leading, line, m.body)
    for place, (value, _) in enumerate(item.options):
        _circle(pen, name, value, first + place * pitch, middle)
    pen.y += high
