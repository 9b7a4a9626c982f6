"""Information and consent: what the workshop is and is not, then each consent apart."""

from dataclasses import replace

from mat_desktop.facilitation.printed.participants import ConsentSheet
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.leaf import BODY, LEADING, Leaf
from mat_desktop.paper.sizes import Format

_HOME = (
    ("On papers that I take home:", ("my partner’s first name", "only “my partner”")),
    ("", ("my goal in full", "in short", "only “my goal”")),
    ("Letters:", ("nobody else opens my post", "please do not write")),
    ("Phone:", ("you may leave a message", "please do not")),
)
_MARGIN, _EDGE, _NARROW = 15 * MM, 11 * MM, 400.0
_BOX, _PITCH, _BESIDE = 4.5 * MM, 41.0, 82.0


def laid_out(sheet: ConsentSheet, form: Format) -> list[Page]:
    """The information, the consents with yes and no, how to be reached, and the signature."""
    leaf = Leaf(sheet.head, replace(form, margin=_MARGIN, edge=_EDGE))
    leaf.heading("Before you decide")
    leaf.owner(sheet.name)
    for under, words in sheet.told:
        leaf.rich([(Face.BOLD, under), (Face.REGULAR, words)] if under else [(Face.REGULAR, words)], after=0.5)
    leaf.section("What do you say yes to?", 4)
    leaf.words("You can say no to boxes 2 to 5 and still take part. One copy of this sheet is yours.", after=2)
    for number, words in enumerate(sheet.consents, 1):
        _consent(leaf, f"{number}. {words}")
    leaf.together(lambda: _close(leaf))
    return leaf.finish()


def _close(leaf: Leaf) -> None:
    """Whom to phone, how to be reached and what paper may say, and the signature, which never stands alone."""
    if leaf.wide > _NARROW:
        top = leaf.y
        leaf.line_for("For box 5, name and number:", leaf.wide * 0.36)
        leaf.y = top
        leaf.line_for("Please never phone:", at=leaf.wide * 0.66)
    else:
        leaf.line_for("For box 5, name and number:")
        leaf.line_for("Please never phone:")
    for under, choices in _HOME:
        _choices(leaf, under, choices)
    leaf.line_for("Date and signature:")


def _choices(leaf: Leaf, under: str, choices: tuple[str, ...]) -> None:
    """Boxes to cross beside what they are about, or below it where they do not fit there."""
    beside = width("On papers that I take home:  ", Face.REGULAR, BODY)
    long = sum(_BOX + 6 + width(words, Face.REGULAR, BODY) + 16 for words in choices)
    if beside + long > leaf.wide + 16:
        if under:
            leaf.words(under)
        leaf.tick_boxes(list(choices))
        return
    if under:
        leaf.page.text(leaf.left, leaf.y + 13.5, under, BODY)
    x = leaf.left + beside
    for words in choices:
        leaf.page.box(x, leaf.y + 3, _BOX, _BOX, 1)
        leaf.page.text(x + _BOX + 6, leaf.y + 13.5, words, BODY)
        x += _BOX + 6 + width(words, Face.REGULAR, BODY) + 16
    leaf.y += 20


def _consent(leaf: Leaf, words: str) -> None:
    room = leaf.wide - _BESIDE
    lines = leaf.page.lines(words, room, BODY)
    high = max(20.0, len(lines) * LEADING + 4)
    leaf.need(high)
    page, top = leaf.page, leaf.y
    for place, said in enumerate(("yes", "no")):
        x = leaf.left + place * _PITCH
        page.box(x, top + 3, _BOX, _BOX, 1)
        page.text(x + _BOX + 6, top + 13.5, said, BODY, Face.REGULAR)
    for number, line in enumerate(lines):
        page.text(leaf.left + _BESIDE, top + 13.5 + number * LEADING, line, BODY)
    leaf.y = top + high
    page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.4)
