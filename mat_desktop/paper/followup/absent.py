"""What is posted to somebody who was not there: a letter for a window envelope, part 1, a label for the way back."""

from dataclasses import replace

from mat_desktop.facilitation.printed.followup.views import AbsentSheet, HandoutSheet, Number
from mat_desktop.facilitation.shown.dates import day_month, full
from mat_desktop.paper.drawing import MM, Page
from mat_desktop.paper.followup import hand_in, keep
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format
from mat_desktop.workshop.safety import ContactRole

_ADDRESS_X, _ADDRESS_Y = 22 * MM, 50 * MM
_ADDRESS_WIDE, _ADDRESS_HIGH = 85 * MM, 36 * MM
"""A window envelope shows this part of the folded sheet, however it slides: nothing else stands near it."""
_STRIP = 44 * MM
_MEANWHILE = "I have a page for you to keep. I will give it to you when we meet."


def laid_out(sheet: AbsentSheet, form: Format) -> list[Page]:
    """The letter, part 1, the page to keep where it may be posted, and the label, each on a sheet of its own.

    The label is cut out and nobody files it: only the letter, whose foot goes with its strip, and part 1 carry a code.
    """
    letter = Leaf(sheet.head, form)
    _letter(letter, sheet)
    label = Leaf(replace(sheet.head, filed=False), form)
    label.words("Cut this out. It is the label for the way back.", after=10)
    _label(label, list(sheet.back_to))
    kept = keep.pages_of(sheet.handout, form) if sheet.with_keep else []
    return [*letter.finish(), *hand_in.pages_of(sheet.handout, form), *kept, *label.finish()]


def _letter(leaf: Leaf, sheet: AbsentSheet) -> None:
    scale = leaf.form.scale
    top = _ADDRESS_Y / scale
    lines = [part for line in (sheet.name, *sheet.address.split("\n")) if line
             for part in leaf.page.lines(line, _ADDRESS_WIDE / scale, BODY)]  # fmt: skip
    for number, line in enumerate(lines):
        leaf.page.text(max(leaf.left, _ADDRESS_X / scale), top + BODY + number * 15, line, BODY)
    leaf.y = max(top + _ADDRESS_HIGH / scale, top + len(lines) * 15 + 20)
    handout, her = sheet.handout, sheet.handout.voices
    leaf.words(f"Dear {sheet.first_name}," if sheet.name else "Dear", after=8)
    leaf.words(f"We met on {day_month(handout.meeting)}, and we thought of you. You do not have to explain.", after=8)
    phone = "You can also phone me. " if her.phone else ""
    leaf.words(
        f"If you like, fill in the pages and post them back with the label. {phone}Or you can do nothing.", after=8
    )
    mine = "The page that says “yours to keep” stays with you." if sheet.with_keep else _MEANWHILE
    leaf.words(mine, after=8)
    if handout.following is not None:
        _, day, time = handout.following
        leaf.words(
            f"Our next meeting is on {full(day)} at {time}. You are welcome, whatever you did or did not do.", after=8
        )
    leaf.words(f"With good wishes, {her.facilitator}{f', {her.phone}' if her.phone else ''}", after=12)
    leaf.words(_urgent(handout), face=Face.BOLD, after=6)
    _no_more(leaf)


def _urgent(handout: HandoutSheet) -> str:
    talk = [_to_talk(one) for one in handout.numbers if one.role is ContactRole.TALK]
    danger = [f"In danger now: {one.number}." for one in handout.numbers if one.role is ContactRole.EMERGENCY]
    return " ".join(["Do you need to talk today?", *talk, *danger] if talk else danger)


def _to_talk(one: Number) -> str:
    """How a number to talk is called in set-up, without a question that was asked just before."""
    words = one.words.rpartition("?")[2].strip(" .:")
    return f"{words}: {one.number}." if words else f"{one.number}."


def _no_more(leaf: Leaf) -> None:
    """A strip to send back alone, by whoever would rather not hear again."""
    leaf.need(_STRIP / leaf.form.scale**0.5)
    leaf.y = max(leaf.y, leaf.floor - _STRIP / leaf.form.scale**0.5)
    leaf.cut_line()
    leaf.y += 8
    leaf.words("Would you rather not hear from me? Send back only this strip, or text me “no more”.", after=4)
    leaf.tick_boxes(["Please do not write or phone again."])


def _label(leaf: Leaf, lines: list[str]) -> None:
    said = [part for line in lines if line for part in leaf.page.lines(line, leaf.wide - 60, BODY + 2)]
    high = max(110.0, 40 + 19 * len(said))
    leaf.page.box(leaf.left, leaf.y, min(leaf.wide, 330.0), high, 0.5)
    for number, line in enumerate(said):
        face = Face.BOLD if number == 0 else Face.REGULAR
        leaf.page.text(leaf.left + 30, leaf.y + 38 + 19 * number, line, BODY + 2, face)
    leaf.y += high
