"""The foot of a sheet: its code, what it is, whose, and which page of how many."""

from collections.abc import Sequence
from typing import Protocol

from mat_desktop.facilitation.printed.head import Head
from mat_desktop.paper.drawing import MM, QR_WHITE, Page, qr_boxes
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.codes import shown_code

QR_SIZE = 18 * MM
SMALL = 9.63
"""The smallest type: in large print it is 14 points."""


class Footed(Protocol):
    """What the foot needs of the sheet above it; lengths in points."""

    head: Head
    form: Format
    left: float
    wide: float

    @property
    def pages(self) -> Sequence[Page]:
        """Every page."""
        ...

    @property
    def right(self) -> float:
        """The right margin."""
        ...

    @property
    def floor(self) -> float:
        """Where the body ends."""
        ...

    @property
    def foot_high(self) -> float:
        """How much of the page the foot takes."""
        ...


def put_foot(leaf: Footed, page: Page, number: int) -> None:
    """Draw it under a page: the code of what is filed, and which page of how many."""
    narrow = leaf.wide < 380
    head, small = leaf.head, SMALL + (0 if narrow else 0.5)
    top = leaf.floor + 8
    page.line(leaf.left, top, leaf.right, top, 1.5)
    qr = min(QR_SIZE, leaf.foot_high - 18)
    if not head.filed:
        _plain_foot(leaf, page, number, top + 8 + small, small)
        return
    under = top + QR_WHITE + 0.75
    beside = _code_at(leaf, page, under, number, qr)
    count, rest = f"Page {number} of {len(leaf.pages)}", f", {head.owner}" if head.owner else ""
    room = leaf.right - beside - 8 - width(count, Face.BOLD, small)
    shown = page.short(rest, room, small, quietly=True) if room > 30 else ""
    y = under + qr / 2 + (17 if narrow else 2)
    page.text(leaf.right, y, shown, small, align="right")
    page.text(leaf.right - width(shown, Face.REGULAR, small), y, count, small, Face.BOLD, "right")
    if head.next_date and not narrow:
        page.text(leaf.right, y + 15, f"Next date: {head.next_date}", small, align="right")


def _plain_foot(leaf: Footed, page: Page, number: int, y: float, size: float) -> None:
    """Of what nobody files: what it is, and which page of how many; no code, and nobody's name."""
    count = f"Page {number} of {len(leaf.pages)}"
    room = leaf.wide - width(count, Face.BOLD, size) - 12
    page.text(leaf.left, y, page.short(leaf.head.footer, room, size, quietly=True), size)
    page.text(leaf.right, y, count, size, Face.BOLD, "right")
    if leaf.head.next_date:
        page.text(leaf.left, y + 15, f"Next date: {leaf.head.next_date}", size)


def _in_code(leaf: Footed, number: int) -> str:
    return f"{leaf.head.code}/{number}{leaf.form.print_sign}"


def _code_at(leaf: Footed, page: Page, y: float, number: int, size: float) -> float:
    """The QR code with the form code beside it; it holds code and page, no name and no answer. Returns its end."""
    head, x = leaf.head, leaf.left
    if head.code:
        page.boxes([(x + dx, y + dy, w, h) for dx, dy, w, h in qr_boxes(_in_code(leaf, number), size)])
        page.spaced(x + size + 12, y + size / 2 + 2, shown_code(head.code), 14, 1.6)
    else:
        page.box(x, y, size, size, 0.5)
        page.text(x + size + 12, y + size / 2 + 2, "The code comes with printing", SMALL)
    narrow = leaf.wide < 380
    said = head.footer if narrow or not head.to_file else f"{head.footer}. {head.to_file}"
    page.text(x + size + 12, y + size / 2 + 17, said, SMALL)
    return x + size + 12 + max(width(said, Face.REGULAR, SMALL), 0 if narrow else 150)
