"""Information and consent: what the workshop is and is not, then each consent apart."""

from mat_desktop.facilitation.printed.participants import ConsentSheet
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, LEADING, SMALL, Leaf
from mat_desktop.paper.sizes import Format

_TOLD = (
    (
        "We meet for a day. You set a goal of your own with the help of the group, find a partner who also wants "
        "to change something, and the two of you talk every day for some months. We meet again after six "
        "months and after a year."
    ),
    "It may help; that is not proven. It is no treatment, and it replaces no doctor.",
    "You may leave any question out, and you may stop at any time, without a reason.",
    (
        "What you tell the facilitator is kept encrypted on one computer. Nobody else reads it, unless somebody’s life "
        "or safety is in danger."
    ),
    (
        "You may ask what is kept about you, and you may have it erased. What is on paper elsewhere cannot "
        "be called back."
    ),
)


def laid_out(sheet: ConsentSheet, form: Format) -> list[Page]:
    """The information, the consents with yes and no, and the signature."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Before you decide")
    leaf.owner(sheet.name)
    leaf.bullets(list(_TOLD), after=6)
    if sheet.head.facilitator:
        leaf.words(f"Your facilitator: {sheet.head.facilitator}.", after=4)
    leaf.section("What do you agree to? Mark each.", 4)
    for words, needed in sheet.consents:
        _consent(leaf, words, needed=needed)
    leaf.words("* Nobody can take part without this.", SMALL)
    leaf.y += 4
    leaf.line_for("Date and signature:")
    return leaf.finish()


def _consent(leaf: Leaf, words: str, *, needed: bool) -> None:
    room = leaf.wide - 104
    lines = leaf.page.lines(("* " if needed else "") + words, room, BODY)
    high = max(24.0, len(lines) * LEADING + 8)
    leaf.need(high)
    page, top, edge = leaf.page, leaf.y, 4.5 * MM
    for place, said in enumerate(("yes", "no")):
        x = leaf.left + place * 48
        page.box(x, top + 3, edge, edge, 1)
        page.text(x + edge + 6, top + 13.5, said, BODY, Face.REGULAR)
    for number, line in enumerate(lines):
        page.text(leaf.left + 104, top + 13.5 + number * LEADING, line, BODY)
    leaf.y = top + high
    page.line(leaf.left, leaf.y, leaf.right, leaf.y, 0.4)
