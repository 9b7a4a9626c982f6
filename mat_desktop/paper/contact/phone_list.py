"""The phone list: a neutral head, four boxes without their meaning, and the numbers on a strip that is cut off.

What the boxes mean stands on a page of its own, which stays at home.
"""

from typing import NamedTuple

from mat_desktop.facilitation.printed.contact import PhoneListSheet, PhoneRow
from mat_desktop.facilitation.printer import CALL_AGAIN
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format

_ROW = 10 * MM
_BOX = 5 * MM
_NARROW = 400.0


class _Columns(NamedTuple):
    """Where they begin, and how far it is from one box to the next, as shares of the width."""

    answers: float
    again: float
    message: float
    number: float
    step: float


_USUAL, _LARGE = _Columns(0.24, 0.47, 0.69, 0.75, 0.0595), _Columns(0.19, 0.505, 0.7, 0.75, 0.0815)
"""In large print the four boxes take more of the line, and names and what lies between leave it to them."""


def laid_out(sheet: PhoneListSheet, form: Format) -> list[Page]:
    """The rows, and below them what to say first. No workshop and no reason stands on it."""
    leaf = Leaf(sheet.head, form)
    leaf.title("Phone list")
    leaf.line_for("Date", 120)
    _heads(leaf)
    top = leaf.y
    for row in sheet.rows:
        if leaf.y + _ROW > leaf.floor:
            _cut(leaf, top)
            leaf.new_page()
            _heads(leaf)
            top = leaf.y
        _row(leaf, row)
    _cut(leaf, top)
    leaf.y += 12
    leaf.together(lambda: _words(leaf, sheet))
    leaf.new_page()
    _at_home(leaf, sheet)
    return leaf.finish()


def _columns(leaf: Leaf) -> _Columns:
    """Where the columns begin and how far it is from box to box, in points."""
    *shares, step = _LARGE if leaf.wide < _NARROW else _USUAL
    answers, again, message, number = (leaf.left + leaf.wide * share for share in shares)
    return _Columns(answers, again, message, number, leaf.wide * step)


def _heads(leaf: Leaf) -> None:
    leaf.y += 6
    for x, words in zip(_columns(leaf)[1:4], ("call again on", "M", "cut off"), strict=True):
        leaf.page.text(x + 6, leaf.y + SMALL, words, SMALL, Face.SEMI)
    leaf.y += SMALL + 6


def _row(leaf: Leaf, row: PhoneRow) -> None:
    page, middle, columns = leaf.page, leaf.y + _ROW / 2, _columns(leaf)
    base = middle + BODY * 0.36
    page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.5)
    page.text(leaf.left, base, page.short(row.name, columns.answers - leaf.left - 6, BODY), BODY)
    for place, letter in enumerate("abcd"):
        x = columns.answers + place * columns.step
        page.text(x, base, letter, BODY)
        page.tick(row.whose, letter, x + 8, middle - _BOX / 2, _BOX)
    page.line(columns.again + 6, base + 3, columns.message - 6, base + 3)
    page.words_here(f"{row.whose} {CALL_AGAIN}", columns.again + 6, leaf.y, columns.message - columns.again - 12, _ROW)
    if row.may_leave_message:
        page.text(columns.message + 6, base, "M", BODY, Face.BOLD)
    number = page.short(row.number, leaf.right - columns.number - 6, BODY)
    page.text(columns.number + 6, base, number, BODY)
    leaf.y += _ROW
    page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.5)


def _cut(leaf: Leaf, top: float) -> None:
    """Where the strip with the numbers is cut off."""
    x = _columns(leaf).number
    leaf.page.line(x, top, x, leaf.y, 0.7, (3.0, 3.0))


def _at_home(leaf: Leaf, sheet: PhoneListSheet) -> None:
    """Nobody who finds the list knows from it what somebody answered."""
    leaf.title("This page stays at home")
    leaf.words("The boxes of the phone list. Do not carry this page with the list.", after=8)
    leaf.words("When the trial days are over:", BODY, Face.BOLD, after=2)
    leaf.words(sheet.ask, after=6)
    for letter, meaning in sheet.answers:
        leaf.rich([(Face.BOLD, letter), (Face.REGULAR, begun(meaning))], 13, after=4, leading=18)
    leaf.y += 8
    leaf.words("At every other call: cross any box once you have talked, and leave all empty if nobody answered.")


def _words(leaf: Leaf, sheet: PhoneListSheet) -> None:
    who = f"this is {sheet.facilitator}. " if sheet.facilitator else ""
    danger = f"phone {' or '.join(sheet.emergency)}" if sheet.emergency else "phone the emergency number"
    for sentence in (
        "Ask first: “Is this a good time? Are you on your own?”",
        f"If someone else answers: “Hello, {who}I will try again later.” Say no more.",
        "M: a message is all right. Empty: no message.",
        "Write no reasons here. Cut this sheet up when it is typed.",
        f"Someone in danger: {danger}, then write a safety card.",
    ):
        leaf.words(sentence, after=2)
