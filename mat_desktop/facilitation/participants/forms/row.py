"""One row of a form: its facts, and by row and column what was not understood of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mat_desktop.facilitation.csv_table import CsvTable, Fault
from mat_desktop.facilitation.participants.forms import availability, naming, reaching
from mat_desktop.facilitation.participants.forms import cells as reading
from mat_desktop.facilitation.participants.forms.columns import cells_of
from mat_desktop.facilitation.participants.forms.fields import CONSENT_FIELDS, FIELD_TITLES, PARTS_OF_A_NAME, Columns
from mat_desktop.facilitation.participants.forms.heading import Heading, plain_words
from mat_desktop.facilitation.participants.forms.order import (
    NameOrder,
    family_last,
    family_stands_first,
    is_two_by_comma,
    order_of,
)
from mat_desktop.facilitation.participants.forms.spelling import Understood
from mat_desktop.facilitation.participants.forms.vocabulary import by_privacy

_FAMILY_FIRST = frozenset({("ho",), ("vezeteknev",), ("csaladnev",)})
"""Headings of languages in which the family name comes first."""


@dataclass
class FormReader:
    """Reads the rows of one table by what its columns mean."""

    table: CsvTable
    columns: Columns
    zero_led: frozenset[str]
    """The fields whose numbers begin with 0 where this workshop is."""
    notes: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._coded = frozenset(f for f in ("windows", *CONSENT_FIELDS) if self._is_coded(f))

        names = self.columns.get("name", ())
        self._family_first = bool(names) and family_stands_first(cells_of(self.table, names[0]))

    def _is_coded(self, wanted: str) -> bool:
        """Whether the answers of a field are written as codes or ranks rather than as yes and no."""
        numbers = self.columns.get(wanted, ())
        return reading.is_coded(cells[n] for _, cells in self.table.rows for n in numbers if n < len(cells))

    def facts(self, number: int, cells: Sequence[str]) -> tuple[tuple[str, str], ...] | Fault:
        """What a row says, by field; a fault where it names nobody."""
        named = self._name(cells)
        if named.problem:
            return Fault(number, self._title("name"), named.problem)
        facts = {"name": named.value}
        beside = naming.taken_apart(self.naming_cell(cells)).mail
        if beside and not any(text.strip() for text, _ in self._of("email", cells)):
            facts["email"] = beside
        for wanted in FIELD_TITLES:
            if wanted in self.columns and wanted not in ("name", *PARTS_OF_A_NAME):
                told = self._understood(wanted, cells)
                if told.problem:
                    self.notes.append(Fault(number, self._title(wanted), told.problem))
                if told.value:
                    facts[wanted] = told.value
        return tuple(facts.items())

    def naming_cell(self, cells: Sequence[str]) -> str:
        """The first cell of the name that holds something."""
        texts = [text for f in ("name", *PARTS_OF_A_NAME) for text, _ in self._of(f, cells) if text.strip()]
        return texts[0] if texts else ""

    def _name(self, cells: Sequence[str]) -> Understood:
        given, family = (
            " ".join(dict.fromkeys(text.strip() for text, _ in self._of(part, cells) if naming.says_a_name(text)))
            for part in PARTS_OF_A_NAME
        )
        if not (given or family) or ("name" in self.columns and not all(f in self.columns for f in PARTS_OF_A_NAME)):
            return self._whole_name(cells)
        if _is_han(given + family):
            return naming.name(f"{family}{given}")
        heads = {plain_words(self.table.words[n]) for n in self.columns.get("family_name", ())}
        parts = (family, given) if heads & _FAMILY_FIRST else (given, family)
        return naming.name(" ".join(part for part in parts if part))

    def _whole_name(self, cells: Sequence[str]) -> Understood:
        """A name in one cell; where its heading says that the family name stands first, it is turned."""
        said = naming.name("".join(text for text, _ in self._of("name", cells)))
        headed = next((heading for _, heading in self._of("name", cells)), "")
        written = naming.taken_apart(self.naming_cell(cells)).name
        if is_two_by_comma(written) and not self._family_first:
            return Understood(written, said.problem)
        if "," in written or order_of(headed) is not NameOrder.FAMILY_FIRST:
            return said
        return Understood(family_last(said.value) or said.value, said.problem)

    def _understood(self, wanted: str, cells: Sequence[str]) -> Understood:
        asked = [(text, heading) for text, heading in self._of(wanted, cells) if text.strip()]
        if not asked:
            return Understood()
        if wanted == "windows":
            return _free(asked, coded=wanted in self._coded)
        if wanted in CONSENT_FIELDS:
            return reading.consent(*asked[0], coded=wanted in self._coded)
        if wanted == "address":
            return reaching.address(_joined([text.strip() for text, _ in asked]))
        return _first_understood([self._number(wanted, reading.READ[wanted](text)) for text, _ in asked])

    def _number(self, wanted: str, told: Understood) -> Understood:
        """The same, unless it is a phone number that has lost its first 0."""
        if wanted not in self.zero_led or not lost_its_zero(told.value):
            return told
        sentence = f"“{told.value[:40]}” has lost its first 0 in a spreadsheet; left empty, ask for the number"
        return Understood(problem=sentence)

    def _of(self, wanted: str, cells: Sequence[str]) -> list[tuple[str, str]]:
        return [
            (cells[n] if n < len(cells) else "", self.table.words[n])
            for n in self._in_order(wanted)
            if n < len(self.table.words)
        ]

    def _in_order(self, wanted: str) -> tuple[int, ...]:
        numbers = self.columns.get(wanted, ())
        return by_privacy(self.table.words, numbers) if wanted == "phone" and len(numbers) > 1 else numbers

    def _title(self, wanted: str) -> str:
        numbers = self.columns.get(wanted) or self.columns.get("given_name") or self.columns.get("family_name") or ()
        titles = [self.table.words[n][:60] or str(n + 1) for n in numbers]
        return ", ".join(titles[:3])


def _free(asked: Sequence[tuple[str, str]], *, coded: bool) -> Understood:
    free = availability.windows_of(((text, Heading(heading)) for text, heading in asked), coded=coded)
    if free is not None:
        return Understood(availability.in_words(free))
    told = "; ".join(text.strip() for text, _ in asked)
    return Understood(problem=f"“{told[:60]}” is not exactly one of the eight times; left open: ask")


def _first_understood(told: Sequence[Understood]) -> Understood:
    """The first of several cells that holds what was asked; one before it that was not understood is told too."""
    value = next((one.value for one in told if one.value), "")
    return Understood(value, next((one.problem for one in told if one.problem), "") if told[0].problem else "")


def lost_its_zero(phone: str) -> bool:
    """Whether a number is written as a spreadsheet leaves it that took it for a number: digits alone, no 0 before."""
    return phone.isdecimal() and phone[0] != "0" and 7 <= len(phone) <= 10


def _joined(lines: Sequence[str]) -> str:
    """The lines of an address, each once."""
    kept: list[str] = []
    for line in lines:
        if not any(re.search(rf"(?<!\w){re.escape(line)}(?!\w)", held, re.IGNORECASE) for held in kept):
            kept.append(line)
    return ", ".join(kept)


def _is_han(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in letters)
