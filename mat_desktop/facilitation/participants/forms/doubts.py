"""What of a row is understood, and yet may not be meant: two people in one cell, or somebody who will not come."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from mat_desktop.facilitation.csv_table import CsvTable, Fault
from mat_desktop.facilitation.participants.forms import naming
from mat_desktop.facilitation.participants.forms.cells import is_yes
from mat_desktop.facilitation.participants.forms.columns import cells_of
from mat_desktop.facilitation.participants.forms.fields import Columns
from mat_desktop.facilitation.participants.forms.heading import Heading, plain_words
from mat_desktop.facilitation.participants.forms.naming import phrases
from mat_desktop.facilitation.participants.forms.order import (
    NameOrder,
    family_last,
    family_stands_first,
    is_two_by_comma,
    order_of,
)
from mat_desktop.facilitation.participants.forms.spelling import strange_sign
from mat_desktop.facilitation.tabular.separated import DELIMITERS
from mat_desktop.workshop.text import word_set

_TWO = re.compile(r"\w\s+(?:&|\+|/|and|und|et|y|me)\s+\w", re.IGNORECASE)
_STATE = word_set("status state attendance attending rsvp coming registration order teilnahme statut estado")
_COMING = word_set("attending attend rsvp coming come attendance teilnahme")
_NOT_COMING = phrases(
    "cancelled|canceled|cancellation|cancel|withdrawn|withdrew|refunded|declined|deleted|rejected|inactive|archived|"
    "no show|not attending|not coming|waitlisted|waitlist|waiting list|wait list|abgesagt|abgemeldet|storniert|"
    "warteliste|annule|annulee|desiste|liste d attente|cancelado|cancelada|anulado|rechazado|lista de espera"
)
_TRIAL = word_set("test testing tester testperson trial asdf qwerty xxx sample example dummy demo essai prueba muster")


@dataclass(frozen=True)
class Doubts:
    """Looks at the rows of one table, whose people are taken in all the same."""

    table: CsvTable
    columns: Columns

    def about(self, number: int, cells: Sequence[str], name: str) -> list[Fault]:
        """What to look at in one row.

        Args:
            number: the row, as the spreadsheet numbers it.
            cells: what stands in it.
            name: as it was understood.
        """
        written = " ".join(filter(None, (cells[n].strip() for n in self._naming if n < len(cells))))
        named = (Fault(number, self.title, sentence) for sentence in self._about_the_name(written, name))
        return [*named, *self._who_comes(number, cells)]

    @cached_property
    def title(self) -> str:
        """What the column of the name is called."""
        return self.table.words[self._naming[0]][:60]

    @cached_property
    def _naming(self) -> tuple[int, ...]:
        return next(self.columns[f] for f in ("name", "given_name", "family_name") if f in self.columns) + (
            self.columns.get("family_name", ()) if "given_name" in self.columns else ()
        )

    @cached_property
    def _family_first(self) -> bool:
        return family_stands_first(cells_of(self.table, self._naming[0]))

    def _about_the_name(self, written: str, name: str) -> Iterable[str]:
        if _TWO.search(name) or (is_two_by_comma(written) and not self._family_first):
            yield f"“{written[:40]}” may be two people; taken in as one: give each a row of their own"
        if left_out := naming.taken_apart(written).left_out:
            yield f"“{left_out[:40]}” is no part of the name and is left out"
        if state := _state_in(name):
            yield f"“{state}” stands in the name; taken in all the same: see whether they come"
        elif divides := next((mark for mark in DELIMITERS if mark in name and mark != ","), ""):
            yield f"“{name[:40]}” holds “{divides}”: see whether the cells are divided at the right mark"
        elif sign := strange_sign(name):
            yield f"“{name[:40]}” holds “{sign}”, which is in no name: see whether the text encoding is right"
        elif any(word.isdecimal() for word in plain_words(name)):
            yield f"“{name[:40]}” holds a number; taken in all the same: see whether it is somebody"
        if set(plain_words(name)) & _TRIAL and len(plain_words(name)) < 3:
            yield f"“{name[:40]}” may be a trial of the form; taken in all the same"
        if order_of(self.title) is NameOrder.FAMILY_FIRST and "," not in written and not family_last(name):
            yield f"which part of “{name[:40]}” is the family name is not clear; see what to call them"

    def _who_comes(self, number: int, cells: Sequence[str]) -> Iterable[Fault]:
        for place, asks in self._states.items():
            cell = cells[place].strip() if place < len(cells) else ""
            if plain_words(cell[:60]) in _NOT_COMING or (asks and cell and is_yes(cell) is False):
                sentence = f"“{cell}” stands here; taken in all the same: see whether they come"
                yield Fault(number, self.table.words[place][:60], sentence)

    @cached_property
    def _states(self) -> dict[int, bool]:
        """The columns that say how things stand with somebody, and whether they ask if they come."""
        cores = {n: Heading(words[:80]).core for n, words in enumerate(self.table.words)}
        return {n: core[-1] in _COMING for n, core in cores.items() if core and core[-1] in _STATE | _COMING}


def _state_in(name: str) -> str:
    """What a name says about coming: in brackets or behind a dash, or as its last word in capitals."""
    told = re.search(r"[(\[]([^()\[\]]+)[)\]]\s*$|\s[-–—:]\s+([^-–—:]+)$|\s([A-ZÄÖÜ]{6,})$", name)
    words = next((part for part in told.groups() if part), "") if told else ""
    return words if plain_words(words) in _NOT_COMING else ""
