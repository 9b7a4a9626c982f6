"""A roster from a form tool: read, its columns mapped, every fault named by row and column."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.csv_table import CsvTable, Fault
from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.participants.newcomers import CONSENTS, Newcomer, held_by
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.participants.participant import DayKind, ImportedFact, Participant, PartOfDay
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import NAME_LIMIT, clean, clean_name

FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("name", "full name", "your name", "participant"),
    "phone": ("phone", "telephone", "mobile", "phone number", "cell"),
    "email": ("email", "e-mail", "email address", "mail"),
    "address": ("address", "postal address", "street"),
    "languages": ("language", "languages"),
    "time_zone": ("time zone", "timezone"),
    "challenge": ("challenge", "goal", "what would you like to change", "what do you want to change"),
    "challenge_kind": ("kind of challenge", "topic", "challenge kind"),
    "windows": ("availability", "when are you free", "free times", "available"),
    "emergency_name": ("emergency contact", "emergency contact name"),
    "emergency_phone": ("emergency phone", "emergency contact phone", "emergency number"),
    "consent_take_part": ("consent to take part", "i agree to take part"),
    "consent_store": ("consent to store", "i agree that my data is kept", "i agree to storage"),
}
"""What a column may mean, and the headings by which it is known."""

FIELD_TITLES: dict[str, str] = {
    "name": "Name",
    "phone": "Phone",
    "email": "E-mail",
    "address": "Address",
    "languages": "Languages",
    "time_zone": "Time zone",
    "challenge": "Challenge, own words",
    "challenge_kind": "Kind of challenge",
    "windows": "When free",
    "emergency_name": "Emergency contact",
    "emergency_phone": "Emergency phone",
    "consent_take_part": "Consent: take part",
    "consent_store": "Consent: store",
}

_PARTS = {
    PartOfDay.EARLY: ("early", "morning"),
    PartOfDay.MIDDAY: ("midday",),
    PartOfDay.EVENING: ("evening",),
    PartOfDay.LATE: ("late",),
}
_DAYS = {DayKind.WEEKDAYS: "weekday", DayKind.WEEKEND: "weekend"}
"""How a form says when somebody is free."""
_YES = ("yes", "y", "true", "1", "x", "i agree", "agreed", "ja", "oui")


@dataclass(frozen=True)
class RosterEntry:
    """One valid row: its facts by field."""

    row: int
    facts: tuple[tuple[str, str], ...]
    windows: frozenset[tuple[DayKind, PartOfDay]]

    @property
    def name(self) -> str:
        """The name in this row."""
        return dict(self.facts).get("name", "")


@dataclass(frozen=True)
class Changed:
    """Somebody known, with what the file says differently: field, old, new, whether it was typed by hand."""

    person_id: int
    name: str
    differences: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """What an import would do."""

    new: tuple[RosterEntry, ...]
    changed: tuple[Changed, ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    faults: tuple[Fault, ...]


def guess(header: Sequence[str]) -> dict[str, int]:
    """Which column means what, by its heading; the surest fit wins. Raises Refusal for doubled headings."""
    plain = [" ".join(h.casefold().replace("?", " ").replace(":", " ").replace("_", " ").split()) for h in header]
    doubled = next((h for i, h in enumerate(plain) if h and h in plain[:i]), None)
    if doubled:
        raise Refusal(f"Row 1 names the column “{header[plain.index(doubled)]}” twice. Rename one of them.")
    found: dict[str, int] = {}
    for fits in _FITS:
        for field, names in FIELDS.items():
            free = (i for i, h in enumerate(plain) if i not in found.values() and any(fits(h, n) for n in names))
            place = next(free, None)
            if field not in found and place is not None:
                found[field] = place
    return found


_FITS: tuple[Callable[[str, str], bool], ...] = (
    lambda heading, name: heading == name,
    lambda heading, name: heading.startswith(name),
    lambda heading, name: f" {name} " in f" {heading} ",
)
"""From the surest to the loosest: the same words, the same beginning, the words somewhere in it."""


def entries(
    table: CsvTable, columns: Mapping[str, int], *, keep_repeats: bool = False
) -> tuple[tuple[RosterEntry, ...], tuple[Fault, ...]]:
    """The valid rows, and every fault by row and column. A row that repeats another is left out, and said.

    Raises Refusal where no column is marked as the name.
    """
    if "name" not in columns:
        raise Refusal("No column is marked as the name. Row 1 needs a column “name”.")
    good: list[RosterEntry] = []
    faults: list[Fault] = []
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for number, cells in table.rows:
        found = _row_faults(table, number, cells, columns)
        facts = _facts(cells, columns)
        if not found and facts in seen and not keep_repeats:
            found = [Fault(number, table.header[columns["name"]], f"the same as row {seen[facts]}; left out")]
        faults += found
        if not found:
            seen[facts] = number
            good.append(RosterEntry(number, facts, _windows(_cell(cells, columns, "windows"))))
    return tuple(good), tuple(faults)


def _row_faults(table: CsvTable, number: int, cells: Sequence[str], columns: Mapping[str, int]) -> list[Fault]:
    if len(cells) > len(table.header):
        return [
            Fault(
                number,
                str(len(table.header) + 1),
                "more cells than row 1 has columns; put texts with commas in quotes",
            )
        ]
    heading = table.header[columns["name"]]
    name = clean_name(_cell(cells, columns, "name"))
    if not name:
        return [Fault(number, heading, "a name is expected")]
    if len(_cell(cells, columns, "name")) > NAME_LIMIT:
        return [Fault(number, heading, f"a name of at most {NAME_LIMIT} characters is expected")]
    zone = _cell(cells, columns, "time_zone").strip()
    if zone:
        from zoneinfo import available_timezones

        if zone not in available_timezones():
            return [
                Fault(
                    number,
                    table.header[columns["time_zone"]],
                    "a time zone such as Pacific/Auckland is expected",
                )
            ]
    return []


def _cell(cells: Sequence[str], columns: Mapping[str, int], field: str) -> str:
    place = columns.get(field)
    return cells[place] if place is not None and place < len(cells) else ""


def _facts(cells: Sequence[str], columns: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    facts = []
    for field in FIELDS:
        value = _cell(cells, columns, field)
        if field == "windows" or field not in columns or not value.strip():
            continue
        if field in CONSENTS:
            value = "yes" if value.strip().casefold().startswith(_YES) else ""
        facts.append((field, clean_name(value) if field == "name" else clean(value)))
    return tuple(facts)


def _windows(text: str) -> frozenset[tuple[DayKind, PartOfDay]]:
    """`weekdays evening; weekend early`: every part named, on the days named or on all."""
    found = set()
    for piece in text.casefold().replace(",", ";").split(";"):
        parts = [part for part, names in _PARTS.items() if any(name in piece for name in names)]
        kinds = [kind for kind, name in _DAYS.items() if name in piece] or list(DayKind)
        found |= {(kind, part) for kind in kinds for part in parts}
    return frozenset(found)


@look
def compare(rows: Rows, workshop_id: int, entries: Sequence[RosterEntry], faults: Sequence[Fault]) -> ImportPlan:
    """Tell new from changed, unchanged and gone. Somebody is known by e-mail, phone or, failing both, name."""
    people = list(rows.all(Participant, workshop_id=workshop_id))
    known = {key_of(p): p for p in people}
    imported: dict[int, dict[str, str]] = defaultdict(dict)
    for fact in rows.all(ImportedFact, participant_id=list(known)):
        imported[fact.participant_id][fact.fact] = fact.value
    new, changed, unchanged, met = [], [], [], set()
    for entry in entries:
        person = _same([p for p in people if key_of(p) not in met], dict(entry.facts), set(imported))
        if person is None:
            new.append(entry)
            continue
        met.add(key_of(person))
        differences = _differences(person, entry, imported[key_of(person)])
        if differences:
            changed.append(Changed(key_of(person), person.name, differences))
        else:
            unchanged.append(person.name)
    gone = [p.name for key, p in known.items() if key not in met and key in imported]
    return ImportPlan(
        new=tuple(new), changed=tuple(changed), unchanged=tuple(unchanged), gone=tuple(gone), faults=tuple(faults)
    )


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _same(people: Sequence[Participant], facts: Mapping[str, str], imported: set[int]) -> Participant | None:
    email, phone, name = (
        facts.get("email", "").casefold(),
        _digits(facts.get("phone", "")),
        facts.get("name", ""),
    )
    for person in people:
        if email and person.email.casefold() == email and person.name == name:
            return person
    for person in people:
        if phone and _digits(person.phone) == phone and person.name == name:
            return person
    by_name = [p for p in people if p.name == name and not (email and p.email) and not (phone and p.phone)]
    if len(by_name) == 1:
        return by_name[0]
    by_contact = [p for p in people if (email and p.email.casefold() == email) or (phone and _digits(p.phone) == phone)]
    others = [p for p in people if p.name == name]
    if len(others) == 1 and key_of(others[0]) in imported:
        return others[0]
    return by_contact[0] if len(by_contact) == 1 and key_of(by_contact[0]) in imported else None


def _differences(
    person: Participant, entry: RosterEntry, imported: Mapping[str, str]
) -> tuple[tuple[str, str, str, bool], ...]:
    found = []
    for field, new in entry.facts:
        held = held_by(person, field)
        if held != new and imported.get(field) != new:
            found.append((field, held, new, bool(held) and held != imported.get(field)))
    return tuple(found)


def newcomers(plan: ImportPlan) -> tuple[Newcomer, ...]:
    """The new people of a plan, ready to be taken in."""
    return tuple(Newcomer(entry.facts, entry.windows) for entry in plan.new)
