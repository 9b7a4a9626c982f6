"""What of a row is understood, and yet may not be meant: two people in one cell, or somebody who will not come."""

import re
from collections.abc import Sequence

from mat_desktop.facilitation.csv_table import CsvTable, Fault
from mat_desktop.facilitation.participants.forms.cells import phrases
from mat_desktop.facilitation.participants.forms.heading import Heading, plain_words
from mat_desktop.workshop.text import word_set

_TWO = re.compile(r"\w\s+(?:&|\+|/|and|und|et|y|me)\s+\w", re.IGNORECASE)
_STATE = word_set("status state attendance attending rsvp coming registration order teilnahme statut estado")
_NOT_COMING = phrases(
    "cancelled|canceled|cancellation|withdrawn|refunded|declined|deleted|rejected|inactive|archived|no show|"
    "not attending|not coming|waitlisted|waitlist|waiting list|abgesagt|abgemeldet|storniert|warteliste|"
    "annule|annulee|desiste|cancelado|cancelada|anulado|rechazado"
)


def about(table: CsvTable, number: int, cells: Sequence[str], name: str, title: str) -> list[Fault]:
    """What to look at in one row, whose person is taken in all the same.

    Args:
        table: the file.
        number: the row, as the spreadsheet numbers it.
        cells: what stands in it.
        name: as it was understood.
        title: what the column of the name is called.
    """
    found = []
    if _TWO.search(name):
        sentence = f"“{name[:40]}” may be two people; taken in as one: give each a row of their own"
        found.append(Fault(number, title, sentence))
    for heading, cell in zip(table.words, cells, strict=False):
        if plain_words(cell[:60]) in _NOT_COMING and _tells_who_comes(heading):
            sentence = f"“{cell.strip()}” stands here; taken in all the same: see whether they come"
            found.append(Fault(number, heading[:60], sentence))
    return found


def _tells_who_comes(heading: str) -> bool:
    core = Heading(heading[:80]).core
    return bool(core) and core[-1] in _STATE
