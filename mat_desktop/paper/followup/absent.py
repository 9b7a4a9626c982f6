"""The pack for somebody who was not there: a short letter, both parts of the handout, two labels to cut out."""

from mat_desktop.facilitation.printed.followup import AbsentSheet
from mat_desktop.facilitation.shown.dates import full
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.followup import hand_in, keep
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, SMALL, Format, Leaf


def laid_out(sheet: AbsentSheet, form: Format) -> list[Page]:
    """The letter, the handout, and the labels, in the order of folding."""
    leaf = Leaf(sheet.head, form)
    _letter(leaf, sheet)
    leaf.new_page()
    hand_in.draw(leaf, sheet.handout)
    leaf.new_page()
    keep.draw(leaf, sheet.handout)
    leaf.new_page()
    _labels(leaf, sheet)
    return leaf.finish()


def _letter(leaf: Leaf, sheet: AbsentSheet) -> None:
    handout = sheet.handout
    leaf.heading("We missed you")
    leaf.y += 8
    leaf.words(f"Dear {sheet.first_name}," if sheet.name else "Dear", after=6)
    leaf.words(f"We met on {full(handout.meeting)}, and we missed you. No need to explain.", after=6)
    leaf.words(
        "Your sheets come with this letter. If you like, fill in part 1, fold it, answers inside, and post it back "
        "with the label. Part 2 is yours to keep. If you would rather talk, or would rather not be asked again, say "
        "so in any way you like.",
        after=6,
    )
    if handout.following is not None:
        title, day, time = handout.following
        leaf.words(f"{title}: {full(day)}, {time}. You are as welcome as ever.", after=6)
    leaf.words("With good wishes", after=18)
    if sheet.head.facilitator:
        leaf.words(sheet.head.facilitator)


def _labels(leaf: Leaf, sheet: AbsentSheet) -> None:
    leaf.words("Cut out. The upper label goes on your envelope, the lower one is put in for the way back.", SMALL)
    leaf.y += 10
    _label(leaf, [sheet.name, *sheet.address.split("\n")])
    leaf.y += 24
    _label(leaf, list(sheet.back_to))


def _label(leaf: Leaf, lines: list[str]) -> None:
    said = [part for line in lines if line for part in leaf.page.lines(line, leaf.wide - 60, BODY + 2)]
    high = max(110.0, 40 + 19 * len(said))
    leaf.need(high)
    leaf.page.box(leaf.left, leaf.y, min(leaf.wide, 330.0), high, 0.5)
    for number, line in enumerate(said):
        face = Face.BOLD if number == 0 else Face.REGULAR
        leaf.page.text(leaf.left + 30, leaf.y + 38 + 19 * number, line, BODY + 2, face)
    leaf.y += high
