"""A roster from a form tool: its rows become people; what is not understood is named by row and column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.csv_table import CsvTable, Fault
from mat_desktop.facilitation.participants.forms import availability, doubts
from mat_desktop.facilitation.participants.forms.cells import heads_a_part, is_no_person
from mat_desktop.facilitation.participants.forms.columns import cells_of
from mat_desktop.facilitation.participants.forms.fields import CONSENT_FIELDS, FIELD_TITLES, Columns
from mat_desktop.facilitation.participants.forms.heading import plain_words
from mat_desktop.facilitation.participants.forms.row import FormReader
from mat_desktop.facilitation.participants.forms.sameness import same_name, shares_contact
from mat_desktop.facilitation.participants.forms.zero import begins_with_zero
from mat_desktop.workshop.participants.calling import folded
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import word_set

_ANSWERED = word_set("timestamp completion completed submitted zeitstempel horodateur marca created")
_MOMENT = re.compile(r"^(\d{4})[-/.](\d\d?)[-/.](\d\d?)[ T]+(\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([AP]M)?")


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
    reader = FormReader(table, columns, _zero_led(table, columns, time_zone))
    drafts: list[tuple[RosterEntry, str]] = []
    faults: list[Fault] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in table.rows:
        whole = tuple(_trimmed(cells))
        wrong = _not_a_row(table, number, cells)
        if wrong:
            faults.append(wrong)
        elif line := _no_person(reader.naming_cell(cells), cells):
            told = f"“{line[:40]}” is no person; the row was left out"
            reader.notes.append(Fault(number, _first_title(table, columns), told))
        elif whole in seen and _says_who(whole):
            told = f"the same as row {seen[whole]} in every cell; left out"
            reader.notes.append(Fault(number, _first_title(table, columns), told))
        else:
            seen.setdefault(whole, number)
            facts = reader.facts(number, cells)
            if isinstance(facts, Fault):
                faults.append(facts)
            else:
                reader.notes += doubts.about(table, number, cells, dict(facts)["name"], _first_title(table, columns))
                drafts.append((RosterEntry(number, facts), _answered_at(table, cells)))
    entries, notes = _one_each(drafts, _first_title(table, columns))
    ordered = sorted([*reader.notes, *notes], key=lambda note: note.row)
    return ReadRoster(entries=entries, faults=tuple(faults), notes=tuple(ordered))


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


def _first_title(table: CsvTable, columns: Columns) -> str:
    numbers = next(columns[f] for f in ("name", "given_name", "family_name") if f in columns)
    return table.words[numbers[0]][:60]


def _answered_at(table: CsvTable, cells: Sequence[str]) -> str:
    """When a row was sent, where the form says so in a way that can be put in order; else nothing."""
    for heading, cell in zip(table.words, cells, strict=False):
        moment = _MOMENT.match(cell.strip()) if _ANSWERED & set(plain_words(heading[:80])) else None
        if moment:
            year, month, day, hour, minute, second, half = moment.groups()
            hours = int(hour) % 12 + 12 * (half.upper() == "PM") if half else int(hour)
            return f"{year}-{int(month):02}-{int(day):02} {hours:02}:{minute}:{second or '00'}"
    return ""


def _one_each(drafts: Sequence[tuple[RosterEntry, str]], title: str) -> tuple[tuple[RosterEntry, ...], list[Fault]]:
    """One entry a person: who sent the form twice is one person, by name and contact, with the later answers."""
    found: list[tuple[RosterEntry, str]] = []
    by_name: dict[str, list[int]] = {}
    notes: list[Fault] = []
    for entry, moment in drafts:
        alike = by_name.setdefault(folded(entry.name), [])
        same = next((n for n in alike if _one_person(found[n][0], entry)), None)
        if same is None:
            if alike:
                earlier = found[alike[0]][0].row
                notes.append(Fault(entry.row, title, f"row {earlier} has the same name; taken as two people"))
            alike.append(len(found))
            found.append((entry, moment))
            continue
        other, before = found[same]
        first, last = (entry, other) if moment and before and moment < before else (other, entry)
        joined, said = _joined(first, last)
        notes += [Fault(entry.row, title, f"the same person as row {other.row}; the later answers are taken"), *said]
        found[same] = (joined, max(moment, before))
    return tuple(entry for entry, _ in found), notes


def _one_person(a: RosterEntry, b: RosterEntry) -> bool:
    ours, theirs = a.told, b.told
    contacts = (facts.get(field, "") for facts in (ours, theirs) for field in ("email", "phone"))
    return same_name(a.name, b.name) and shares_contact(*contacts)


def _joined(first: RosterEntry, last: RosterEntry) -> tuple[RosterEntry, list[Fault]]:
    """The facts of both, the later ones before the earlier; of two consents that differ neither is taken."""
    facts = {**first.told, **last.told, "name": first.name}
    notes = []
    for field in CONSENT_FIELDS:
        said = {entry.told[field] for entry in (first, last) if field in entry.told}
        if len(said) > 1:
            del facts[field]
            sentence = f"rows {first.row} and {last.row} differ; no consent is written down: ask"
            notes.append(Fault(last.row, FIELD_TITLES[field], sentence))
    return RosterEntry(first.row, tuple((f, facts[f]) for f in FIELD_TITLES if f in facts)), notes
