"""The help sheet, in everybody's pack."""

from mat_desktop.facilitation.screening_sheets import Help
from mat_desktop.facilitation.sheet_views import HelpSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, MARGIN, SMALL, Leaf, Size


def laid_out(sheet: HelpSheet, size: Size) -> list[Page]:
    """One page of numbers, the same for everybody."""
    leaf = Leaf(sheet.head, size)
    leaf.new_page()
    leaf.title("If things get hard")
    leaf.words("You need no reason to phone. These people listen to everybody.", 12, leading=17, after=10)
    numbers(leaf, sheet.help)
    leaf.words("Phone the emergency number if your life or somebody else’s is in danger now.", BODY, Face.BOLD, after=8)
    leaf.words(
        "Your partner is a companion, not a therapist. You may tell them that today is hard, and you may stop a call "
        "at any time. If you are worried about your partner, phone the facilitator, or these numbers yourself.",
        after=8,
    )
    leaf.words("Somebody I can phone at night:")
    leaf.writing_lines(1)
    leaf.words("What has helped me before:")
    leaf.writing_lines(3)
    return leaf.finish()


def numbers(leaf: Leaf, found: Help) -> None:
    """The numbers to dial, large, and how old they are."""
    page = leaf.page
    for name, number in found.contacts:
        leaf.need(34)
        page.text(MARGIN, leaf.y + 20, number, 20, Face.BOLD)
        page.text(MARGIN + 150, leaf.y + 18, page.lines(name, leaf.wide - 150, 12)[0], 12)
        leaf.y += 32
    if found.facilitator_phone:
        page.text(MARGIN, leaf.y + 20, found.facilitator_phone, 16, Face.BOLD)
        page.text(MARGIN + 150, leaf.y + 18, f"{found.facilitator or 'The facilitator'}, for the workshop", 12)
        leaf.y += 32
    if not found.contacts:
        leaf.words("Emergency number:")
        leaf.writing_lines(1)
    leaf.words(f"{found.checked}.", SMALL, after=10)
