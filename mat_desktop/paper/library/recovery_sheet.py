"""The recovery sheet: the key of the library on paper, a check at the end of each line."""

from collections.abc import Sequence
from datetime import date

from mat_desktop.facilitation.printed.head import Head
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.leaf import Leaf
from mat_desktop.paper.press import bound
from mat_desktop.paper.sizes import Format, Size


def pdf(lines: Sequence[str], made_on: date, size: Size = Size.A4) -> bytes:
    """One page. Whoever holds it can open the library, which the page says."""
    leaf = Leaf(
        Head(title="", place_and_date="", code="", footer="", owner="", next_date="", facilitator="", safety_words=""),
        Format.of(size),
    )
    leaf.title("Recovery sheet")
    leaf.words(
        f"Made on {day_month_year(made_on)}. Keep it where you keep your passport, away from the computer.", after=10
    )
    leaf.words(
        "If the passphrase is forgotten, this sheet opens the library. So does it for anybody else who has it. "
        "Choose “I have forgotten it” where the program asks for the passphrase, and type the lines as they stand.",
        after=10,
    )
    leaf.words(
        "If the computer is lost: put in the stick with a copy of the library, choose “Bring a library back” where the "
        "program begins, and type the lines there.",
        after=14,
    )
    for number, line in enumerate(lines, 1):
        leaf.page.text(leaf.left, leaf.y + 18, str(number), 12)
        leaf.page.spaced(leaf.left + 34, leaf.y + 18, line, 18, 2.2)
        leaf.y += 34
    leaf.rule(8, 10)
    leaf.words("The last two characters of each line are a check: a line that was misread is found at once.")
    leaf.words("A new passphrase does not change this sheet.", 9.5, Face.REGULAR)
    return bound(leaf.pages, "Recovery sheet")
