"""Each pair by name, for the facilitator alone: contact, ways, and what others saw."""

from mat_desktop.facilitation.outcomes.words import contact_in_words, gain_in_words, level_in_words
from mat_desktop.facilitation.printed.outcomes.group import PairOutcomesSheet
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.fonts import Face
from mat_desktop.paper.foot import SMALL
from mat_desktop.paper.leaf import BODY, Leaf
from mat_desktop.paper.sizes import Format


def laid_out(sheet: PairOutcomesSheet, form: Format) -> list[Page]:
    """A part a partnership, those that ended last."""
    leaf = Leaf(sheet.head, form)
    leaf.heading("Each pair", "For the facilitator alone. It has names on it.")
    if not sheet.pairs:
        leaf.words("No pair has begun yet.")
    for pair in sheet.pairs:
        leaf.need(60)
        leaf.words(f"{pair.names}. {pair.ended}" if pair.ended else pair.names, BODY + 1, Face.BOLD, leading=18)
        for person in pair.people:
            way = ", ".join(
                f"{word} {level_in_words(level)}"
                for word, level in (
                    ("start", person.start),
                    ("six months", person.six_months),
                    ("one year", person.one_year),
                )
            )
            leaf.words(f"{person.name}: {way}; {gain_in_words(person)}. Talked on {contact_in_words(person)}.")
        for sentence in pair.informants:
            leaf.words(sentence, SMALL)
        leaf.rule(4, 8)
    return leaf.finish()
