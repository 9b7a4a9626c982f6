"""The sign-in list at the door: table number, name, a signature, and when somebody left."""

from mat_desktop.facilitation.printed.participants import SignInSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format

_HIGH = 27.0
_BY_PEN = ("signature", "left at")


def laid_out(sheet: SignInSheet, form: Format) -> list[Page]:
    """One list; it says nothing about anybody but that they came. No page begins for a further empty row."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Who is here")
    _heads(leaf)
    rows = [*sheet.people, *((0, "") for _ in range(sheet.spare))]
    for place, (number, name) in enumerate(rows):
        lines = leaf.page.lines(name, leaf.wide * 0.36, BODY)
        high = max(_HIGH, 11 + 14 * len(lines))
        if leaf.y + high > leaf.floor:
            if place > len(sheet.people):
                break
            leaf.new_page()
            _heads(leaf)
        _row(leaf, str(number or ""), lines, high, str(number) if number else f"row {place + 1}")
    return leaf.finish()


def _columns(leaf: Leaf) -> tuple[float, float, float, float]:
    return leaf.left + 4, leaf.left + 46, leaf.left + leaf.wide * 0.48, leaf.left + leaf.wide * 0.84


def _heads(leaf: Leaf) -> None:
    for x, words in zip(_columns(leaf), ("Table", "Name", "Signature", "Left at"), strict=True):
        leaf.page.text(x, leaf.y + 9, words, SMALL, Face.SEMI)
    leaf.y += 14


def _row(leaf: Leaf, number: str, lines: list[str], high: float, item: str) -> None:
    page, columns = leaf.page, _columns(leaf)
    page.box(leaf.left, leaf.y, leaf.wide, high, 0.6)
    page.text(columns[0], leaf.y + 18, number, 13, Face.BOLD)
    for place, line in enumerate(lines):
        page.text(columns[1], leaf.y + 17 + place * 14, line, BODY)
    for x in columns[1:]:
        page.line(x - 6, leaf.y, x - 6, leaf.y + high, 0.6)
    for words, x, ends in zip(_BY_PEN, columns[2:], (columns[3], leaf.right + 6), strict=True):
        page.words_here(f"{item} {words}", x - 6, leaf.y, ends - x, high)
    leaf.y += high
