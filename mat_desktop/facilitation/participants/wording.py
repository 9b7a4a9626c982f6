"""The words of each consent as they are put to somebody: with the name of whoever asks, and the days."""

from mat_desktop.facilitation.shown.dates import MONTHS, day_month_year
from mat_desktop.workshop.library import kept_for_later_until, kept_until
from mat_desktop.workshop.participants.calling import UNSAID, first_name
from mat_desktop.workshop.participants.consent import WORDING, ConsentKind
from mat_desktop.workshop.setup import Workshop

LINE = "_" * 16
"""A line for the pen."""


def consent_words(workshop: Workshop, kind: ConsentKind) -> str:
    """What stands on the sheet, and is kept with the answer."""
    later = kept_for_later_until(workshop)
    who = first_name(workshop.facilitator) or UNSAID
    words = WORDING[kind].format(
        facilitator=who,
        until=day_month_year(kept_until(workshop)),
        line=LINE,
        later=f"{MONTHS[later.month - 1]} {later.year}",
    )
    return words[:1].upper() + words[1:]
