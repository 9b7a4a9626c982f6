"""The pocket card: four panels of 85.6 by 54 mm in a strip, two strips on a sheet, folded to the size of a bank card.

The strip is folded to and fro, so that its last panel, with the numbers, is the outer back.
"""

from collections.abc import Iterator
from functools import partial

from mat_desktop.facilitation.printed.contact import PocketCardSheet
from mat_desktop.paper.contact.script import AFRAID, CALL, MISSED
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BLANK, Leaf
from mat_desktop.paper.sizes import POINTS, Format, Size
from mat_desktop.workshop.participants.calling import first_name

WIDE, HIGH = 85.6 * MM, 54 * MM
_INSET = 8.0
_TOP = 22 * MM
_TEXT, _LEADING, _LEAST_LEADING = 9.5, 12.2, 11.0
_NUMBER = 13.0
_LINE_LONG, _LINE_HIGH = 55 * MM, 9 * MM


def laid_together(cards: list[PocketCardSheet], size: Size, large: bool, _alone: bool) -> Iterator[list[Page]]:
    """Two strips beside each other; where one is left over, the same card once more without a name, to spare."""
    if large:
        yield from (_as_sheet(card, Format.of(size, large=True)) for card in cards)
        return
    for first in range(0, len(cards), 2):
        yield [_sheet(cards[first : first + 2], size)]


def _sheet(cards: list[PocketCardSheet], size: Size) -> Page:
    page = Page(*POINTS[size])
    left = (page.width - 2 * WIDE) / 2
    said = "Cut along the frames. Fold on the dashed lines, to and fro, to the size of a bank card."
    page.paragraph(left, 12 * MM, said, 2 * WIDE, _TEXT, _LEADING)
    owners = [card.called for card in cards]
    for place, owner in enumerate([*owners, ""][:2]):
        _strip(page, cards[min(place, len(cards) - 1)], owner, left + place * WIDE)
    return page


def _strip(page: Page, card: PocketCardSheet, owner: str, x: float) -> None:
    page.box(x, _TOP, WIDE, 4 * HIGH, 0.7)
    for fold in range(1, 4):
        page.line(x, _TOP + fold * HIGH, x + WIDE, _TOP + fold * HIGH, 0.7, (4.0, 3.0))
    _front(page, card, owner, x, _TOP)
    _panel(page, "A call", [f"{n}. {words}" for n, words in enumerate(CALL, 1)], x, _TOP + HIGH)
    _panel(page, "A missed call", [*MISSED, AFRAID], x, _TOP + 2 * HIGH)
    _back(page, card, x, _TOP + 3 * HIGH)


def _head(page: Page, title: str, x: float, top: float) -> float:
    page.text(x + _INSET, top + 16, page.short(title, WIDE - 2 * _INSET, 11, Face.BOLD), 11, Face.BOLD)
    return top + 20


def _front(page: Page, card: PocketCardSheet, owner: str, x: float, top: float) -> None:
    y = _head(page, owner or "Our calls", x, top)
    at = card.call_time if owner and card.call_time else BLANK
    y = page.paragraph(x + _INSET, y + 4, f"Our time: {at}", WIDE - 2 * _INSET, _TEXT, _LEADING)
    y = page.paragraph(x + _INSET, y + 8, "My partner’s number:", WIDE - 2 * _INSET, _TEXT, _LEADING)
    page.line(x + _INSET, y + _LINE_HIGH, x + _INSET + _LINE_LONG, y + _LINE_HIGH)


def _panel(page: Page, title: str, sentences: list[str], x: float, top: float) -> None:
    """Sentences in one size; only their lines come a little closer where there are many."""
    y = _head(page, title, x, top)
    room = WIDE - 2 * _INSET
    lines = [page.lines(words, room, _TEXT) for words in sentences]
    count = sum(len(one) for one in lines)
    leading = max(_LEAST_LEADING, min(_LEADING, (top + HIGH - y - 4) / max(1, count)))
    for words in sentences:
        y = page.paragraph(x + _INSET, y, words, room, _TEXT, leading)


def _back(page: Page, card: PocketCardSheet, x: float, top: float) -> None:
    """The numbers, where they are seen without unfolding."""
    y, room = top + 5, WIDE - 2 * _INSET
    help_now = card.help
    rows = [(number, name) for name, number in help_now.contacts if number]
    if help_now.facilitator_phone:
        rows.append((help_now.facilitator_phone, first_name(help_now.facilitator) or "the facilitator"))
    size = _NUMBER if len(rows) <= 5 else _TEXT
    for number, words in rows:
        page.text(x + _INSET, y + size, number, size, Face.BOLD)
        at = width(f"{number}  ", Face.BOLD, size)
        under = page.lines(words, room - at, _TEXT) if room - at > 60 else page.lines(words, room, _TEXT)
        start = x + _INSET + (at if room - at > 60 else 0)
        y += size if room - at > 60 else size + _LEADING
        for line in under[:2]:
            page.text(start, y, line, _TEXT)
            y += _LEADING
        y -= _LEADING - 6
    checked = f"{help_now.checked}."
    if y + _LEADING < top + HIGH - 2:
        page.paragraph(x + _INSET, y, checked, room, _TEXT, _LEADING)


def _as_sheet(card: PocketCardSheet, form: Format) -> list[Page]:
    """In large print the same words on whole sheets, no part of them divided."""
    leaf = Leaf(card.head, form)
    leaf.heading("Pocket card")
    leaf.words(f"Our time: {card.call_time or BLANK}", after=3)
    leaf.line_for("My partner’s number:")
    for title, sentences in (
        ("A call", [f"{n}. {words}" for n, words in enumerate(CALL, 1)]),
        ("A missed call", [*MISSED, AFRAID]),
        ("Numbers", _numbers(card)),
    ):
        leaf.together(partial(_part, leaf, title, sentences))
    return leaf.finish()


def _part(leaf: Leaf, title: str, sentences: list[str]) -> None:
    leaf.section(title, 4)
    for words in sentences:
        leaf.words(words, SMALL + 1.5, after=3)


def _numbers(card: PocketCardSheet) -> list[str]:
    numbers = [f"{number}  {name}" for name, number in card.help.contacts]
    whose = card.help.facilitator or "The facilitator"
    return [*numbers, f"{card.help.facilitator_phone or BLANK}  {whose}, for the workshop", f"{card.help.checked}."]
