"""Information and consent: what the workshop is and is not, then each consent apart, and how to name and reach."""

from dataclasses import dataclass, replace
from functools import partial

from mat_desktop.facilitation.printed.participants import ConsentSheet
from mat_desktop.facilitation.printer import AT_HOME, BY_PEN, SIGNED
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.leaf import BLANK, BODY, TICK, WRITING, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.participants.consent import NEEDED, ConsentKind

_MARGIN, _EDGE = 15 * MM, 11 * MM
_PITCH = 39.0
_NUMBER, _WORDS = 13.0, 98.0
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


@dataclass(frozen=True)
class _Fit:
    """How closely it stands: from line to line, from one row of boxes to the next, and the room for the signature."""

    leading: float
    line: float
    after: float


_FITS = (_Fit(15.5, 20.0, 0.5), _Fit(14.6, 18.5, 0.5), _Fit(13.75, 17.5, 0.0))
"""From roomy to close, before another page: letters and boxes are never smaller."""
_PAGES, _LARGE_PAGES = 1, 2
"""What is signed is what was read: one page, on Letter too; in large print two."""


def laid_out(sheet: ConsentSheet, form: Format) -> list[Page]:
    """The information, the consents, how to be named and reached, and the signature, which never stands alone."""
    most = _LARGE_PAGES if form.scale > 1 else _PAGES
    leaves: list[Leaf] = []
    for fit in _FITS:
        leaves.append(_written(sheet, form, fit))
        if len(leaves[-1].pages) <= most:
            break
    return min(leaves, key=lambda leaf: len(leaf.pages)).finish()


def _written(sheet: ConsentSheet, form: Format, fit: _Fit) -> Leaf:
    leaf = Leaf(sheet.head, replace(form, margin=_MARGIN, edge=_EDGE))
    leaf.heading("Before you decide")
    leaf.owner(sheet.name)
    for lead, words in sheet.told:
        pieces = [(Face.BOLD, lead), (Face.REGULAR, words)] if lead else [(Face.REGULAR, words)]
        leaf.together(partial(leaf.rich, pieces, leading=fit.leading, after=fit.after))
    _asked(leaf, sheet, fit)
    leaf.together(lambda: _close(leaf, fit))
    return leaf


def _asked(leaf: Leaf, sheet: ConsentSheet, fit: _Fit) -> None:
    leaf.section("What do you say yes to?", 4)
    leaf.words("You can say no to boxes 2 to 5 and still take part.", leading=fit.leading, after=2)
    for number, (kind, words) in enumerate(sheet.consents, 1):
        _consent(leaf, number, kind, words, fit)


def _close(leaf: Leaf, fit: _Fit) -> None:
    beside = width(f"{_UNDER}  ", Face.REGULAR, BODY)
    aligned = all(beside + _long(choices) <= leaf.wide + 10 for _, choices in _AT_HOME)
    for item, (under, choices) in zip(AT_HOME, _AT_HOME, strict=True):
        _choices(leaf, item, under, choices, beside if aligned else width(f"{under}  ", Face.REGULAR, BODY), fit)
    signature(leaf)


def signature(leaf: Leaf) -> None:
    """The line to sign on, as long as leaves room for what stands behind it."""
    asked, yours = "Date and signature:", "One copy is yours."
    own = width(f"{asked}  ", Face.REGULAR, BODY) + width(yours, Face.REGULAR, BODY) + 12
    leaf.line_for(asked, leaf.wide - own, item=SIGNED)
    leaf.page.text(leaf.right, leaf.y - 8, yours, BODY, align="right")


def _consent(leaf: Leaf, number: int, kind: ConsentKind, words: str, fit: _Fit) -> None:
    """One numbered question with its boxes; the emergency contact has room for the pen."""
    apart = kind is ConsentKind.STORE
    said = [f"* {words}" if kind in NEEDED else words]
    if kind is ConsentKind.EMERGENCY:
        said.append(f"Please never phone: {BLANK * 2}")
    lines = [line for part in said for line in leaf.page.lines(part, leaf.wide - _WORDS, BODY)]
    bases = _bases(lines, fit.leading)
    high = max(fit.line, bases[-1] + fit.leading + 4)
    leaf.need(high + fit.line * apart)
    page, top = leaf.page, leaf.y
    page.text(leaf.left, top + 13.5, f"{number}.", BODY, Face.BOLD)
    if not apart:
        _boxes(leaf, str(number), leaf.left + _NUMBER, top, _YES_NO)
    for base, line in zip(bases, lines, strict=True):
        page.text(leaf.left + _WORDS, top + 13.5 + base, line, BODY)
    if any(BLANK in line for line in lines):
        page.words_here(f"{number} {BY_PEN}", leaf.left + _WORDS, top, leaf.wide - _WORDS, high)
    leaf.y = top + high
    if apart:
        _boxes(leaf, str(number), leaf.left + _WORDS, leaf.y - 2, _KEPT)
        leaf.y += fit.line
    page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.5)


def _bases(lines: list[str], leading: float) -> list[float]:
    """How far below the first each line stands: from one with a gap for the pen to the next there is room to write."""
    found, written_at = [0.0], 0.0 if BLANK in lines[0] else -WRITING
    for line in lines[1:]:
        found.append(found[-1] + leading)
        if BLANK in line:
            written_at = found[-1] = max(found[-1], written_at + WRITING)
    return found


def _boxes(leaf: Leaf, item: str, x: float, y: float, choices: tuple[str, ...]) -> None:
    for words in choices:
        leaf.page.tick(item, words, x, y + 3, TICK)
        leaf.page.text(x + TICK + 6, y + 13.5, words, BODY)
        x += max(_PITCH, TICK + 6 + width(words, Face.REGULAR, BODY) + 10)


def _long(choices: tuple[str, ...]) -> float:
    return sum(TICK + 16 + width(words, Face.REGULAR, BODY) for words in choices)


def _choices(leaf: Leaf, item: str, under: str, choices: tuple[str, ...], beside: float, fit: _Fit) -> None:
    """Boxes to cross beside what they are about, or below it where they do not fit there."""
    if not under:
        beside *= leaf.form.scale == 1
    elif beside + _long(choices) > leaf.wide + 10:
        leaf.words(under, leading=fit.leading)
        beside = 0
    else:
        leaf.page.text(leaf.left, leaf.y + 13.5, under, BODY)
    _boxes(leaf, item, leaf.left + beside, leaf.y, choices)
    leaf.y += fit.line
