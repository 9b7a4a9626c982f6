"""The pocket card: four panels of 85.6 by 54 mm in a strip, cut out and folded to the size of a bank card."""

from mat_desktop.facilitation.printed.contact import PocketCardSheet
from mat_desktop.paper.contact.script import AFRAID, CALL, MISSED
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BLANK, BODY, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.participants.participant import first_name

WIDE, HIGH = 85.6 * MM, 54 * MM
_INSET = 8.0
_DANGER = "In danger now: phone the emergency number."
_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)


def laid_out(sheet: PocketCardSheet, form: Format) -> list[Page]:
    """The strip with its folds; in large print the same words on a whole sheet."""
    leaf = Leaf(sheet.head, form)
    if form.scale > 1:
        _as_sheet(leaf, sheet)
        return leaf.finish()
    top = leaf.y
    for number, (title, sentences) in enumerate(_panels(sheet)):
        _panel(leaf, top + number * HIGH, title, sentences, fold=number > 0)
    below = top + 4 * HIGH
    leaf.page.line(leaf.left, below, leaf.left + WIDE, below)
    beside = leaf.left + WIDE + 24
    y = leaf.page.paragraph(beside, top, "Pocket card", leaf.right - beside, 17, 22, Face.BOLD)
    if sheet.name:
        y = leaf.page.paragraph(beside, y, sheet.name, leaf.right - beside, 12, 16)
    said = "Cut along the frame. Fold on the dashed lines, to and fro, to the size of a bank card."
    leaf.page.paragraph(beside, y + 6, said, leaf.right - beside, BODY, 15)
    leaf.y = below
    return leaf.finish()


def _panels(sheet: PocketCardSheet) -> list[tuple[str, list[str]]]:
    at = f"Our time: {sheet.call_time}" if sheet.call_time else f"Our time: {BLANK}"
    numbers = [f"{number}  {name}" for name, number in sheet.help.contacts]
    whose = sheet.help.facilitator or "The facilitator"
    numbers.append(f"{sheet.help.facilitator_phone or BLANK}  {whose}, for the workshop")
    return [
        (
            first_name(sheet.name) or "Our calls",
            [at, f"My partner’s number: {BLANK}{BLANK}", _DANGER],
        ),
        ("A call", [f"{n}. {words}" for n, words in enumerate(CALL, 1)]),
        ("A missed call", [*MISSED, AFRAID]),
        ("Numbers", [*numbers, f"{sheet.help.checked}."]),
    ]


def _panel(leaf: Leaf, top: float, title: str, sentences: list[str], *, fold: bool) -> None:
    page, x = leaf.page, leaf.left
    page.line(x, top, x + WIDE, top, 0.7, (4.0, 3.0) if fold else ())
    for edge in (x, x + WIDE):
        page.line(edge, top, edge, top + HIGH)
    room = WIDE - 2 * _INSET
    page.text(x + _INSET, top + 17, page.short(title, room, 11, Face.BOLD), 11, Face.BOLD)
    size = next((s for s in _SIZES if _high(page, sentences, room, s) < HIGH - 28), _SIZES[-1])
    y = top + 22
    for words in sentences:
        y = page.paragraph(x + _INSET, y, words, room, size, size * 1.28) + 1.5


def _high(page: Page, sentences: list[str], room: float, size: float) -> float:
    return sum(len(page.lines(words, room, size)) * size * 1.28 + 1.5 for words in sentences)


def _as_sheet(leaf: Leaf, sheet: PocketCardSheet) -> None:
    leaf.heading("Pocket card")
    for title, sentences in _panels(sheet):
        leaf.section(title, 4)
        for words in sentences:
            leaf.words(words, after=3)
