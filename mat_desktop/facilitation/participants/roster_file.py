"""A roster from a form tool: its rows become people; what is not understood is named by row and column."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.csv_table import CsvTable, Fault
from mat_desktop.facilitation.participants.forms import availability
from mat_desktop.facilitation.participants.forms.columns import cells_of
from mat_desktop.facilitation.participants.forms.doubts import Doubts
from mat_desktop.facilitation.participants.forms.fields import CONSENT_FIELDS, FIELD_TITLES, Columns
from mat_desktop.facilitation.participants.forms.naming import heads_a_part, is_no_person
from mat_desktop.facilitation.participants.forms.row import FormReader
from mat_desktop.facilitation.participants.forms.sameness import contacts_of, same_name, shares_contact
from mat_desktop.facilitation.participants.forms.sent import Moment, sent_at
from mat_desktop.facilitation.participants.forms.zero import begins_with_zero
from mat_desktop.workshop.participants.calling import folded
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.refusal import Refusal

_COUNT = re.compile(r"\d{1,4}[.)]?")


@dataclass(frozen=True)
class RosterEntry:
    """One person of a file: the row that speaks for them, and their facts by field."""

    row: int
    facts: tuple[tuple[str, str], ...]

    @property
    def told(self) -> Mapping[str, str]:
        """The facts by field."""
        return dict(self.facts)

    @property
    def name(self) -> str:
        """The name in this row."""
        return self.told.get("name", "")

    @property
    def windows(self) -> frozenset[tuple[DayKind, PartOfDay]]:
        """When the person is free; none means: ask."""
        return availability.read_back(self.told.get("windows", ""))


@dataclass(frozen=True, kw_only=True)
class ReadRoster:
    """What a file says: its people; rows that name nobody; and what of the others was not understood, or joined."""

    entries: tuple[RosterEntry, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def people_of(table: CsvTable, columns: Columns, time_zone: str = "") -> ReadRoster:
    """The people of a file. No row is lost without a word, and no cell is guessed.

    Args:
        table: the file.
        columns: what its columns mean.
        time_zone: that of the workshop, by which a phone number that lost its first 0 is known.

    Raises Refusal where no column is marked as the name.
    """
    if not {"name", "given_name", "family_name"} & set(columns):
        needed = f"Row {table.heading_row} needs a column “name”." if table.heading_row else "The file has no headings."
        raise Refusal(f"No column is marked as the name. {needed}")
    rows = _Rows(table, columns, FormReader(table, columns, _zero_led(table, columns, time_zone)))
    for number, cells in table.rows:
        rows.take(number, cells)
    return rows.roster()


class _Rows:
    """Takes one row after the other: who is in it, or why nobody is."""

    def __init__(self, table: CsvTable, columns: Columns, reader: FormReader) -> None:
        self._table, self._reader, self._doubts = table, reader, Doubts(table, columns)
        self._headings = {heading.casefold() for heading in table.header if heading}
        self._meant = {n for numbers in columns.values() for n in numbers}
        self._moments = sent_at(table)
        self._drafts: list[Draft] = []
        self._faults: list[Fault] = []
        self._seen: dict[tuple[str, ...], int] = {}
        self._counting: list[int] = []
        self._again = 0
        """The row that names the columns anew; 0 where none does."""

    def take(self, number: int, cells: Sequence[str]) -> None:
        """One row of the file."""
        if not self._again and _are_headings(self._headings, cells):
            self._again = number
            self._note(number, "names the columns anew, in another order; left out")
        elif wrong := _not_a_row(self._table, number, cells) or _below_other_headings(number, self._again):
            self._faults.append(wrong)
        elif _counts_only(cells, self._meant):
            self._counting.append(number)
        elif told := self._why_nobody(cells):
            self._note(number, told)
        else:
            self._take_in(number, cells)

    def _note(self, number: int, told: str) -> None:
        self._reader.notes.append(Fault(number, self._doubts.title, told))

    def _why_nobody(self, cells: Sequence[str]) -> str:
        line = _no_person(self._reader.naming_cell(cells), cells)
        if line:
            return f"“{line[:40]}” is no person; the row was left out"
        whole = tuple(_trimmed(cells))
        if whole in self._seen and _says_who(whole):
            return f"the same as row {self._seen[whole]} in every cell; left out"
        return ""

    def _take_in(self, number: int, cells: Sequence[str]) -> None:
        self._seen.setdefault(tuple(_trimmed(cells)), number)
        facts = self._reader.facts(number, cells)
        if isinstance(facts, Fault):
            self._faults.append(facts)
            return
        self._reader.notes += self._doubts.about(number, cells, dict(facts)["name"])
        self._drafts.append((RosterEntry(number, facts), self._moments.get(number)))

    def roster(self) -> ReadRoster:
        """Everybody, once each, with what was left out and what was not understood in the order of the rows."""
        if self._counting:
            self._note(self._counting[0], _told_of_counting(self._counting))
        entries, notes = _one_each(self._drafts, self._doubts.title)
        ordered = sorted([*self._reader.notes, *notes], key=lambda note: note.row)
        return ReadRoster(entries=entries, faults=tuple(self._faults), notes=tuple(ordered))


def _are_headings(headings: Collection[str], cells: Sequence[str]) -> bool:
    """Whether a row holds the headings of the table once more, in another order."""
    told = {cell.strip().casefold() for cell in cells if cell.strip()}
    return len(told) > 1 and told.issubset(headings)


def _below_other_headings(number: int, headings: int) -> Fault | None:
    if not headings:
        return None
    return Fault(number, "1", f"stands below other headings, in row {headings}; save that part as a file of its own")


def _counts_only(cells: Sequence[str], meant: Collection[int]) -> bool:
    """Whether a row was only numbered beforehand: it holds a small number where nothing is asked, and nothing else."""
    filled = [(n, cell.strip()) for n, cell in enumerate(cells) if cell.strip()]
    return len(filled) == 1 and filled[0][0] not in meant and bool(_COUNT.fullmatch(filled[0][1]))


def _told_of_counting(rows: Sequence[int]) -> str:
    more = f", and so do {len(rows) - 1} more" if len(rows) > 1 else ""
    return f"holds a number and nothing else{more}; left out"


def _says_who(cells: Sequence[str]) -> bool:
    """Whether a row that stands there twice is one person: two with nothing but one first name may well be two."""
    told = [cell for cell in cells if cell]
    return len(told) > 1 or any(len(cell.split()) > 1 for cell in told)


def _zero_led(table: CsvTable, columns: Columns, time_zone: str) -> frozenset[str]:
    return frozenset(
        field
        for field in ("phone", "emergency_phone")
        if field in columns
        and begins_with_zero(time_zone, [cell for n in columns[field] for cell in cells_of(table, n)])
    )


def _trimmed(cells: Sequence[str]) -> list[str]:
    found = [cell.strip() for cell in cells]
    while found and not found[-1]:
        found.pop()
    return found


def _no_person(name: str, cells: Sequence[str]) -> str:
    """The cell that says that this row is a line, a sum or a count of the table; empty where it is a person."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if name.strip():
        return name.strip() if is_no_person(name) or (len(filled) == 1 and heads_a_part(name)) else ""
    rest = [cell for cell in filled if not cell.isdecimal()]
    return rest[0] if rest and all(map(is_no_person, rest)) else ""


def _not_a_row(table: CsvTable, number: int, cells: Sequence[str]) -> Fault | None:
    """Cells with text beyond the last column: those before them may stand in the wrong columns too."""
    surplus = [place for place, cell in enumerate(cells) if place >= len(table.header) and cell.strip()]
    if not surplus:
        return None
    return Fault(number, str(surplus[0] + 1), "more cells than row 1 has columns; put texts with commas in quotes")


Draft = tuple[RosterEntry, Moment | None]
"""What one row says, and when it was sent, if that is told."""


def _one_each(drafts: Sequence[Draft], title: str) -> tuple[tuple[RosterEntry, ...], list[Fault]]:
    """One entry a person: who sent the form twice is one person, by name and contact, with the later answers."""
    found: list[Draft] = []
    by_name: dict[str, list[int]] = {}
    by_contact: dict[str, RosterEntry] = {}
    notes: list[Fault] = []
    for entry, moment in drafts:
        alike = by_name.setdefault(folded(entry.name), [])
        same = next((n for n in alike if _one_person(found[n][0], entry)), None)
        if same is not None:
            found[same], said = _joined(found[same], (entry, moment), title)
            notes += said
            continue
        if alike:
            earlier = found[alike[0]][0].row
            notes.append(Fault(entry.row, title, f"row {earlier} has the same name; taken as two people"))
        elif sharing := next((by_contact[c] for c in contacts_of(entry.told) if c in by_contact), None):
            sentence = f"the phone or e-mail of row {sharing.row} (“{sharing.name[:40]}”); taken as two people"
            notes.append(Fault(entry.row, title, sentence))
        alike.append(len(found))
        found.append((entry, moment))
        by_contact |= {contact: entry for contact in contacts_of(entry.told) if contact not in by_contact}
    return tuple(entry for entry, _ in found), notes


def _one_person(a: RosterEntry, b: RosterEntry) -> bool:
    ours, theirs = a.told, b.told
    contacts = (facts.get(field, "") for facts in (ours, theirs) for field in ("email", "phone"))
    return same_name(a.name, b.name) and shares_contact(*contacts)


def _joined(held: Draft, other: Draft, title: str) -> tuple[Draft, list[Fault]]:
    """The facts of both, the later ones before the earlier; of two consents that differ neither is taken.

    Which came later is told by when they were sent, else by which stands lower.
    """
    known = held[1] is not None and other[1] is not None
    first, last = sorted((held, other), key=lambda draft: draft[1] or ()) if known else (held, other)
    which = (
        "the later answers are taken" if known else f"the answers of row {other[0].row}, which stands lower, are taken"
    )
    notes = [Fault(other[0].row, title, f"the same person as row {held[0].row}; {which}")]
    facts = {**first[0].told, **last[0].told, "name": first[0].name}
    for field in CONSENT_FIELDS:
        said = {entry.told[field] for entry, _ in (first, last) if field in entry.told}
        if len(said) > 1:
            del facts[field]
            sentence = f"rows {held[0].row} and {other[0].row} differ; no consent is written down: ask"
            notes.append(Fault(other[0].row, FIELD_TITLES[field], sentence))
    entry = RosterEntry(first[0].row, tuple((f, facts[f]) for f in FIELD_TITLES if f in facts))
    return (entry, last[1]), notes
