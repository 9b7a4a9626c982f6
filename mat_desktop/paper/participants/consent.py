"""Information and consent: what the workshop is and is not, then each consent apart, and how to name and reach."""

from mat_desktop.facilitation.printed.participants import ConsentSheet
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BLANK, BODY, LEADING, SMALL, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.participants.consent import NEEDED, ConsentKind

_BOX = 4.5 * MM
_NUMBER, _WORDS = 16.0, 112.0
"""How far to the right the two boxes begin, and the words behind them."""
_YES_NO = ("yes", "no")
_KEPT = ("yes", "no, keep mine on paper only")
_AT_HOME = (
    ("On papers that I take home:", ("my partner’s first name", "only “my partner”")),
    ("", ("my goal in full", "in short", "only “my goal”")),
    ("Letters:", ("nobody else opens my post", "please do not write")),
    ("Phone:", ("you may leave a message", "do not")),
)


def laid_out(sheet: ConsentSheet, form: Format) -> list[Page]:
    """The information, and on a page of its own that comes back the consents, the choices and the signature."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Before you decide")
    leaf.owner(sheet.name)
    for lead, words in sheet.told:
        leaf.rich([(Face.BOLD, lead), (Face.REGULAR, words)] if lead else [(Face.REGULAR, words)], BODY, after=3)
    leaf.new_page()
    leaf.heading("What do you say yes to?")
    leaf.owner(sheet.name)
    leaf.words("You can say no to boxes 2 to 5 and still take part.", SMALL, after=2)
    for number, (kind, words) in enumerate(sheet.consents, 1):
        _consent(leaf, number, kind, words)
    leaf.y += 6
    for lead, choices in _AT_HOME:
        _choices(leaf, lead, choices)
    leaf.y += 2
    leaf.line_for("Date and signature:")
    leaf.words("One copy is yours.", SMALL)
    return leaf.finish()


def _consent(leaf: Leaf, number: int, kind: ConsentKind, words: str) -> None:
    """One numbered question with its boxes; the emergency contact has room for the pen."""
    asks_apart = kind is ConsentKind.STORE
    said = [f"* {words}" if kind in NEEDED else words]
    if kind is ConsentKind.EMERGENCY:
        said.append(f"Please never phone: {BLANK * 2}")
    lines = [line for part in said for line in leaf.page.lines(part, leaf.wide - _WORDS, BODY)]
    high = max(22.0, len(lines) * LEADING + 6)
    leaf.need(high + (23 if asks_apart else 0))
    page, top = leaf.page, leaf.y
    page.text(leaf.left, top + 13.5, f"{number}.", BODY, Face.BOLD)
    if not asks_apart:
        for place, answer in enumerate(_YES_NO):
            x = leaf.left + _NUMBER + place * 48
            page.box(x, top + 3, _BOX, _BOX, 1)
            page.text(x + _BOX + 6, top + 13.5, answer, BODY)
    for row, line in enumerate(lines):
        page.text(leaf.left + _WORDS, top + 13.5 + row * LEADING, line, BODY)
    leaf.y = top + high
    if asks_apart:
        leaf.tick_boxes(list(_KEPT), _WORDS)
    page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.4)


def _choices(leaf: Leaf, lead: str, choices: tuple[str, ...]) -> None:
    if lead:
        leaf.words(lead, BODY, Face.BOLD, leading=15)
    leaf.tick_boxes(list(choices))
