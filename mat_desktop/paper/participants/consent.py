"""Information and consent: what the workshop is and is not, then each consent apart, and how to name and reach."""

from dataclasses import replace

from mat_desktop.facilitation.printed.participants import ConsentSheet
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.leaf import BLANK, BODY, LEADING, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.participants.consent import NEEDED, ConsentKind

_MARGIN, _EDGE = 15 * MM, 11 * MM
"""Everything stands on one page of A4, so that what is signed is what was read."""
_BOX, _PITCH, _LINE = 4.5 * MM, 41.0, 20.0
_NUMBER, _WORDS = 16.0, 98.0
"""How far to the right the two boxes begin, and the words behind them."""
_YES_NO = ("yes", "no")
_KEPT = ("yes", "no, keep mine on paper only")
_UNDER = "On papers that I take home:"
_AT_HOME = (
    (_UNDER, ("my partner’s first name", "only “my partner”")),
    ("", ("my goal in full", "in short", "only “my goal”")),
    ("Letters:", ("nobody else opens my post", "please do not write")),
    ("Phone:", ("you may leave a message", "do not")),
)


def laid_out(sheet: ConsentSheet, form: Format) -> list[Page]:
    """The information, the consents, how to be named and reached, and the signature, which never stands alone."""
    leaf = Leaf(sheet.head, replace(form, margin=_MARGIN, edge=_EDGE))
    leaf.heading("Before you decide")
    leaf.owner(sheet.name)
    for lead, words in sheet.told:
        leaf.rich([(Face.BOLD, lead), (Face.REGULAR, words)] if lead else [(Face.REGULAR, words)], after=0.5)
    leaf.section("What do you say yes to?", 4)
    leaf.words("You can say no to boxes 2 to 5 and still take part.", after=2)
    for number, (kind, words) in enumerate(sheet.consents, 1):
        _consent(leaf, number, kind, words)
    leaf.together(lambda: _close(leaf))
    return leaf.finish()


def _close(leaf: Leaf) -> None:
    for under, choices in _AT_HOME:
        _choices(leaf, under, choices)
    leaf.line_for("Date and signature:", leaf.wide * 0.55)
    leaf.page.text(leaf.right, leaf.y - 8, "One copy is yours.", BODY, align="right")


def _consent(leaf: Leaf, number: int, kind: ConsentKind, words: str) -> None:
    """One numbered question with its boxes; the emergency contact has room for the pen."""
    apart = kind is ConsentKind.STORE
    said = [f"* {words}" if kind in NEEDED else words]
    if kind is ConsentKind.EMERGENCY:
        said.append(f"Please never phone: {BLANK * 2}")
    lines = [line for part in said for line in leaf.page.lines(part, leaf.wide - _WORDS, BODY)]
    high = max(_LINE, len(lines) * LEADING + 4)
    leaf.need(high + _LINE * apart)
    page, top = leaf.page, leaf.y
    page.text(leaf.left, top + 13.5, f"{number}.", BODY, Face.BOLD)
    if not apart:
        _boxes(leaf, leaf.left + _NUMBER, top, _YES_NO)
    for row, line in enumerate(lines):
        page.text(leaf.left + _WORDS, top + 13.5 + row * LEADING, line, BODY)
    leaf.y = top + high
    if apart:
        _boxes(leaf, leaf.left + _WORDS, leaf.y - 2, _KEPT)
        leaf.y += _LINE
    page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.4)


def _boxes(leaf: Leaf, x: float, y: float, choices: tuple[str, ...]) -> None:
    for words in choices:
        leaf.page.box(x, y + 3, _BOX, _BOX, 1)
        leaf.page.text(x + _BOX + 6, y + 13.5, words, BODY)
        x += max(_PITCH, _BOX + 6 + width(words, Face.REGULAR, BODY) + 10)


def _choices(leaf: Leaf, under: str, choices: tuple[str, ...]) -> None:
    """Boxes to cross beside what they are about, or below it where they do not fit there."""
    beside = width(f"{_UNDER}  ", Face.REGULAR, BODY)
    long = sum(_BOX + 16 + width(words, Face.REGULAR, BODY) for words in choices)
    if beside + long > leaf.wide + 10:
        if under:
            leaf.words(under)
        leaf.tick_boxes(list(choices))
        return
    if under:
        leaf.page.text(leaf.left, leaf.y + 13.5, under, BODY)
    _boxes(leaf, leaf.left + beside, leaf.y, choices)
    leaf.y += _LINE
