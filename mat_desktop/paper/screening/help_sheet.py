"""The help sheet, in everybody's pack."""

from mat_desktop.facilitation.printed.screening import Help, HelpSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face, width
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format


def laid_out(sheet: HelpSheet, form: Format) -> list[Page]:
    """One page of numbers, the same for everybody."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("If things get hard")
    leaf.words("You need no reason to phone. These people listen to everybody.", 12, leading=17, after=10)
    numbers(leaf, sheet.help)
    leaf.words("Phone the emergency number if your life or somebody else’s is in danger now.", BODY, Face.BOLD, after=8)
    leaf.words(
        "Your partner is a companion, not a professional. You may tell them that today is hard, and you may stop "
        "a call at any time. If you are worried about your partner, phone the facilitator, or these numbers yourself.",
        after=8,
    )
    leaf.words("Somebody I can phone at night:")
    leaf.writing_lines(1)
    leaf.words("What has helped me before:")
    leaf.writing_lines(3)
    return leaf.finish()


def numbers(leaf: Leaf, sheet: Help, title: str = "") -> None:
    """The numbers to dial, large, and how old they are: one block that is never divided, under its title."""
    leaf.together(lambda: _numbers(leaf, sheet, title))


def _numbers(leaf: Leaf, sheet: Help, title: str) -> None:
    if title:
        leaf.section(title)
    whose = f"{sheet.facilitator or 'The facilitator'}, for the workshop"
    listed = [(number, name, 20) for name, number in sheet.contacts]
    if sheet.facilitator_phone:
        listed.append((sheet.facilitator_phone, whose, 16))
    for number, name, size in listed:
        _number(leaf, number, name, size)
    if not sheet.contacts:
        leaf.words("Emergency number:")
        leaf.writing_lines(1)
    leaf.words(f"{sheet.checked}.", SMALL, after=10)


def _number(leaf: Leaf, number: str, name: str, size: float) -> None:
    beside = leaf.left + max(150.0, width(number, Face.BOLD, size) + 16)
    if beside > leaf.left + leaf.wide * 0.6:
        leaf.words(number, size, Face.BOLD, leading=size * 1.2)
        leaf.words(name, 12, after=6)
        return
    lines = leaf.page.lines(name, leaf.right - beside, 12)
    leaf.need(18 + 14 * len(lines))
    leaf.page.text(leaf.left, leaf.y + 20, number, size, Face.BOLD)
    for place, line in enumerate(lines):
        leaf.page.text(beside, leaf.y + 18 + 14 * place, line, 12)
    leaf.y += 18 + 14 * len(lines)
