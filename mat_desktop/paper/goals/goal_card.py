"""The goal card: A5, two to a sheet of paper."""

from mat_desktop.facilitation.sheet_views import GoalCardSheet
from mat_desktop.facilitation.shown.numbers import signed
from mat_desktop.paper.drawing import MM, Page, rich_lines
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.leaf import BODY, LEADING, POINTS, SMALL, Size, code_at
from mat_desktop.workshop.participants import first_name
from mat_desktop.workshop.text import joined

_MARGIN = 11 * MM
_FOOT = 24 * MM
_CARD_WORDS = 240


def laid_out(cards: list[GoalCardSheet], size: Size, *, alone: bool = False) -> list[Page]:
    """Two cards beside each other on a sheet turned sideways, or each on its own half."""
    high, wide = POINTS[size]
    half = wide / 2
    singles = [_card(card, half, high) for card in cards]
    if alone:
        return singles
    pages = []
    for first in range(0, len(singles), 2):
        page = Page(wide, high)
        for place, single in enumerate(singles[first : first + 2]):
            page.taken(single, place * half)
        page.line(half, 0, half, high, 0.4, (3.0, 3.0))
        pages.append(page)
    return pages


def _card(card: GoalCardSheet, wide: float, high: float) -> Page:
    page = Page(wide, high)
    inner = wide - 2 * _MARGIN
    where = page.lines(f"{card.head.title}, {card.head.place_and_date}", inner - 86, SMALL)[0]
    page.text(_MARGIN, 40, where, SMALL)
    page.text(wide - _MARGIN, 40, f"Goal card {card.number} of {card.of}", SMALL, Face.BOLD, "right")
    y = _lines(page, 50, card.name, 18, Face.BOLD, 22, 2)
    y = _lines(page, y + 2, _short(card.goal.words) or "My goal: " + "_" * 28, 12, Face.REGULAR, 16, 4)
    y = _ladder(page, card, y + 8, inner)
    y = _plans(page, card, y + 8, inner)
    if card.witnesses:
        at = f", call at {card.call_time}" if card.call_time else ""
        _rich(page, y + 4, [(Face.BOLD, "My witness:"), (Face.REGULAR, joined(card.witnesses) + at)], inner)
    _foot(page, card, inner)
    return page


def _short(words: str) -> str:
    return words if len(words) <= _CARD_WORDS else f"{words[:_CARD_WORDS]}…"


def _lines(page: Page, y: float, words: str, size: float, face: Face, leading: float, most: int) -> float:
    for line in page.lines(words, page.width - 2 * _MARGIN, size, face)[:most]:
        page.text(_MARGIN, y + size, line, size, face)
        y += leading
    return y


def _ladder(page: Page, card: GoalCardSheet, y: float, inner: float) -> float:
    for level, words in card.goal.ladder:
        flag = "target" if level == card.goal.target else "now" if level == card.goal.now else ""
        lines = page.lines(words, inner - 90, BODY)[:2]
        height = max(23.0, 8 + 14 * len(lines))
        page.box(_MARGIN, y, inner, height, 0.9)
        page.text(_MARGIN + 9, y + 15.5, signed(level), BODY + 1, Face.BOLD)
        for number, line in enumerate(lines):
            page.text(_MARGIN + 38, y + 15.5 + 14 * number, line, BODY)
        page.text(_MARGIN + inner - 8, y + 15.5, flag, BODY, Face.BOLD, "right")
        if level == card.goal.target:
            page.box(_MARGIN, y, inner, height, 2.5)
        y += height
    return y


def _plans(page: Page, card: GoalCardSheet, y: float, inner: float) -> float:
    for if_words, then_words in card.goal.plans:
        if not (if_words or then_words):
            y = _rich(
                page,
                y,
                [(Face.BOLD, "If"), (Face.REGULAR, "_" * 22), (Face.BOLD, "then"), (Face.REGULAR, "_" * 20)],
                inner,
            )
            continue
        pieces = [
            (Face.BOLD, "If"),
            (Face.REGULAR, f"{_lower(if_words)},"),
            (Face.BOLD, "then"),
            (Face.REGULAR, f"{_lower(then_words)}."),
        ]
        y = _rich(page, y, pieces, inner)
    return y


def _lower(words: str) -> str:
    """A sentence put behind "If": its first letter is small unless it is a name or the word I."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first in ("It", "The", "A", "An", "We", "My", "Lunch", "Work") else words


def _rich(page: Page, y: float, pieces: list[tuple[Face, str]], inner: float) -> float:
    for line in rich_lines(pieces, inner, BODY)[:3]:
        x = _MARGIN
        for face, word in line:
            page.text(x, y + BODY, word, BODY, face)
            x += width(f"{word} ", face, BODY)
        y += LEADING
    return y + 2


def _foot(page: Page, card: GoalCardSheet, inner: float) -> None:
    top = page.height - _MARGIN - _FOOT
    names = (
        [first_name(card.name), *(first_name(name) for name in card.witnesses)]
        if card.witnesses
        else [first_name(card.name), "Witness"]
    )
    gap = 14.0
    column = (inner - gap * (len(names) - 1)) / len(names)
    for place, name in enumerate(names):
        x = _MARGIN + place * (column + gap)
        page.line(x, top - 16, x + column, top - 16)
        page.text(x, top - 4, page.lines(name, column, SMALL)[0], SMALL)
    code_at(page, card.head, _MARGIN, top + 10, 1, 15 * MM)
