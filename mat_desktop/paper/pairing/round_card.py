"""Round card and ballot on one sheet: table numbers, the round in which two meet, and one mark for each."""

from collections.abc import Iterator
from typing import NamedTuple

from mat_desktop.facilitation.printed.pairing import CardLine, RoundCard, RoundCardSheet
from mat_desktop.facilitation.printer import ALIKE
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format, Size, side_by_side

_RADIUS = 4 * MM
_MOST_ON_HALF = 13
_HIGH = 9 * MM
_MARKS = ((1, "gladly"), (2, "could"), (3, "rather not"))
_LIKENESS = (1, 2, 3, 4, 5)
_LIKENESS_STEP = 9.5 * MM


class _Columns(NamedTuple):
    """Where they begin, and how far it is from one mark to the next, in points from the left margin."""

    round: float
    marks: float
    step: float
    alike: float

    @property
    def ends(self) -> float:
        """Where the last circle for likeness ends."""
        return self.alike + len(_LIKENESS) * _LIKENESS_STEP


_USUAL = _Columns(24 * MM, 78 * MM, 19 * MM, 0)
_WITH_LIKENESS = _Columns(24 * MM, 52 * MM, 19 * MM, 117 * MM)
_CLOSE = _Columns(12 * MM, 25 * MM, 15 * MM, 74 * MM)
"""Where there is likeness in large print."""


def laid_together(sheets: list[RoundCardSheet], size: Size, large: bool, alone: bool) -> Iterator[list[Page]]:
    """Two cards to a sheet where each fits on half of one, else each on its own."""
    small = not large and all(not s.card.likeness and len(s.card.lines) <= _MOST_ON_HALF for s in sheets)
    if not small:
        yield from (_card(sheet, Format.of(size, large=large)) for sheet in sheets)
        return
    halves = [page for sheet in sheets for page in _card(sheet, Format.half(size), on_one=True)]
    many = 1 if alone else 2
    for first in range(0, len(halves), many):
        pair = halves[first : first + many]
        yield [side_by_side(pair[0], pair[1] if len(pair) > 1 else None, size)]


def _card(sheet: RoundCardSheet, form: Format, *, on_one: bool = False) -> list[Page]:
    """One person's card. It bears no name, and nothing on it says whom anybody was kept from.

    `on_one` brings its rows nearer together where they would not all lie on one page.
    """
    card = sheet.card
    leaf = Leaf(sheet.head, form)
    leaf.banner((sheet.head.title, sheet.head.place_and_date), ("Rounds and ballot", "private"))
    leaf.title(f"Table {card.table_number or '____'}")
    leaf.words(
        "Three minutes with each: what brings you here, and what would a good year look like? Afterwards mark one "
        "circle in each row: could you talk with this person every day? Nobody but the facilitator sees your marks, "
        "and nobody is told them. You may leave rows empty.",
        after=8,
    )
    _heads(leaf, card)
    high = min(_HIGH, (leaf.floor - leaf.y) / max(1, len(card.lines))) if on_one else _HIGH
    for line in card.lines:
        if leaf.y + high > leaf.floor + 0.1:
            leaf.new_page()
            _heads(leaf, card)
        _row(leaf, line, high, likeness=card.likeness)
    return leaf.finish()


def _columns(leaf: Leaf, *, likeness: bool) -> _Columns:
    """The columns that the page has room for."""
    if likeness:
        return _WITH_LIKENESS if _WITH_LIKENESS.ends <= leaf.wide else _CLOSE
    return _USUAL._replace(marks=min(_USUAL.marks, leaf.wide - len(_MARKS) * _USUAL.step))


def _heads(leaf: Leaf, card: RoundCard) -> None:
    page, y, columns = leaf.page, leaf.y + 10, _columns(leaf, likeness=card.likeness)
    planned = any(line.round is not None for line in card.lines)
    page.text(leaf.left, y, "Table", SMALL, Face.SEMI)
    if planned:
        page.text(leaf.left + columns.round, y, "Round", SMALL, Face.SEMI)
    for place, (_, words) in enumerate(_MARKS):
        page.text(_mark_at(leaf, columns, place), y, words, SMALL, Face.SEMI, "middle")
    if card.likeness and planned:
        page.text(leaf.left + columns.alike, y, "alike: 1 not at all, 5 very much", SMALL, Face.SEMI)
    leaf.y += 18


def _mark_at(leaf: Leaf, columns: _Columns, place: int) -> float:
    """The middle of a mark of the ballot."""
    return leaf.left + columns.marks + (place + 0.5) * columns.step


def _row(leaf: Leaf, line: CardLine, high: float, *, likeness: bool) -> None:
    page, top, columns = leaf.page, leaf.y, _columns(leaf, likeness=likeness)
    middle, across = top + high / 2, min(2 * _RADIUS, 0.9 * high)
    page.line(leaf.left, top, leaf.right, top, 0.5)
    page.text(leaf.left, middle + 5, str(line.table_number), 14, Face.BOLD)
    if line.round is not None:
        page.text(leaf.left + columns.round, middle + 4, str(line.round), BODY)
    for place, (value, _) in enumerate(_MARKS):
        x = _mark_at(leaf, columns, place)
        page.choice(str(line.table_number), str(value), x, middle, across)
        page.text(x, middle + 3.4, str(value), SMALL, align="middle")
    if likeness and line.round is not None:
        for value in _LIKENESS:
            x = leaf.left + columns.alike + (value - 0.5) * _LIKENESS_STEP
            page.choice(f"{line.table_number} {ALIKE}", str(value), x, middle, 2 * _RADIUS)
            page.text(x, middle + 3.4, str(value), SMALL, align="middle")
    leaf.y = top + high
