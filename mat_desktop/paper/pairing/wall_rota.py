"""The rounds for the wall, large enough to be read from the tables: who meets whom, and who rests."""

from mat_desktop.facilitation.printed.pairing import RotaLine, WallRotaSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format

_FIGURES, _LEADING, _MEETS_AT, _BETWEEN = 18.0, 25.0, 66.0, 22.0
_NOBODY = "Nobody is expected yet, or too few for a round."


def laid_out(sheet: WallRotaSheet, form: Format) -> list[Page]:
    """One line a round; table numbers only."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Who meets whom")
    leaf.words("Find your table number. Three minutes with each, then all move on.", after=8)
    if not sheet.lines:
        leaf.words(_NOBODY)
    for line in sheet.lines:
        _round(leaf, line)
    return leaf.finish()


def _round(leaf: Leaf, line: RotaLine) -> None:
    pairs = [f"{a} – {b}" for a, b in line.meet]
    column = max((width(words, Face.BOLD, _FIGURES) for words in pairs), default=0) + _BETWEEN
    many = max(1, int((leaf.wide - _MEETS_AT + _BETWEEN) // column))
    rests = f"rests: {', '.join(map(str, line.rest))}" if line.rest else ""
    high = 12 + _LEADING * -(-len(pairs) // many) + (16 if rests else 0)
    leaf.need(high)
    page, top = leaf.page, leaf.y
    page.line(leaf.left, top, leaf.right, top, 0.5)
    page.text(leaf.left, top + _LEADING, f"Round {line.number}", BODY, Face.SEMI)
    for place, words in enumerate(pairs):
        x, y = leaf.left + _MEETS_AT + place % many * column, top + (place // many + 1) * _LEADING
        page.text(x, y, words, _FIGURES, Face.BOLD)
    if rests:
        page.text(leaf.left + _MEETS_AT, top + high - 8, rests, BODY)
    leaf.y = top + high
