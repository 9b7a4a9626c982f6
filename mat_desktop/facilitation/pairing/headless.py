"""Pairing a roster file without a library: what `mat-desktop pair` prints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from mat_desktop.facilitation.csv_table import CsvTable, read
from mat_desktop.facilitation.pairing import suggesting
from mat_desktop.facilitation.pairing.files import Ballots, PairRules
from mat_desktop.facilitation.pairing.suggesting import PlainSuggestion
from mat_desktop.facilitation.participants.forms.columns import guess
from mat_desktop.facilitation.participants.forms.fields import Columns
from mat_desktop.facilitation.participants.forms.first_row import FirstRow, headed
from mat_desktop.facilitation.participants.forms.mapping import told_by_hand
from mat_desktop.facilitation.participants.roster_file import ReadRoster, RosterEntry, people_of
from mat_desktop.facilitation.shown.words.pairing import LIMITS, rule_words
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.case import Odd, PairingCase
from mat_desktop.workshop.pairing.fit import USUAL, Weights
from mat_desktop.workshop.pairing.impossible import Relaxed
from mat_desktop.workshop.pairing.rules import Rules, limits, shown_limit
from mat_desktop.workshop.participants.calling import folded
from mat_desktop.workshop.refusal import Refusal

_REFERENCE_WEEK = date(2026, 3, 16)
"""A roster has no workshop date; availability is compared in the half year from this week."""

IDS = ("id", "participant id", "number", "code")
FACILITATOR = "facilitator"


@dataclass(frozen=True)
class Roster:
    """The people of a roster file; their keys are their ids, or their names as they are said."""

    people: tuple[Candidate, ...]
    notes: tuple[str, ...] = ()
    """What was not understood of it, a line each, with what was done."""

    @property
    def ids(self) -> Mapping[str, str]:
        """Everybody's id, by the spelling that all spellings of it share."""
        return {folded(person.key): person.key for person in self.people}


@dataclass(frozen=True, kw_only=True)
class PairingInputs:
    """What was given beside the roster."""

    ballots: Ballots = field(default_factory=dict)
    rules: PairRules = field(default_factory=PairRules)
    weights: Weights = field(default_factory=lambda: USUAL)
    odd: Odd = Odd.THREE


def roster(content: bytes, encoding: str, mapping: Sequence[str] = (), first_row: FirstRow = FirstRow.FOUND) -> Roster:
    """Read a roster. Raises Refusal: one line a fault, by row and column.

    Args:
        content: the file.
        encoding: its text encoding.
        mapping: what somebody said about its columns, as `field=column`.
        first_row: what its first row is.
    """
    table = headed(read(content, encoding, nobody=True, sheet=""), first_row)
    understood = told_by_hand(guess(table), table, mapping)
    found = _people(table, understood.columns, understood.notes)
    if found.faults:
        raise Refusal("\n".join(map(str, found.faults)))
    ids = _ids(table, understood.columns, found.entries)
    notes = (*table.notes, *understood.notes, *map(str, found.notes))
    return Roster(tuple(_candidate(entry, ids[entry.row]) for entry in found.entries), notes)


def _people(table: CsvTable, columns: Columns, notes: Sequence[str]) -> ReadRoster:
    """The people of the table; where no column is the name, what was seen of the columns says why."""
    try:
        return people_of(table, columns)
    except Refusal as refusal:
        raise Refusal("\n".join((*notes, f"{refusal} Or say which: --map name=COLUMN."))) from None


def _ids(table: CsvTable, columns: Columns, entries: Sequence[RosterEntry]) -> dict[int, str]:
    """How each person is called in the answer. Raises Refusal where two would be called the same."""
    id_column = next((n for n, h in enumerate(table.header) if h.strip().casefold() in IDS), None)
    title = table.header[id_column if id_column is not None else _first_of_name(columns)]
    cells = dict(table.rows)
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    faults = []
    for entry in entries:
        own = cells[entry.row]
        name = entry.name if id_column is None else (own[id_column] if id_column < len(own) else "").strip()
        if not name:
            faults.append(f"row {entry.row}, column {title}: an id is expected")
        elif folded(name) in seen:
            same = "id" if id_column is not None else "name; add a column “id” to tell them apart"
            faults.append(f"row {entry.row}, column {title}: row {seen[folded(name)]} has the same {same}")
        seen.setdefault(folded(name), entry.row)
        found[entry.row] = name
    if faults:
        raise Refusal("\n".join(faults))
    return found


def _first_of_name(columns: Columns) -> int:
    return next(columns[field][0] for field in ("name", "given_name", "family_name") if field in columns)


def _candidate(entry: RosterEntry, key: str) -> Candidate:
    facts = entry.told
    languages = facts.get("languages", "").replace(";", ",").split(",")
    return Candidate(
        key=key,
        name=entry.name,
        time_zone=facts.get("time_zone", "UTC"),
        windows=entry.windows,
        languages=frozenset(word.strip().casefold() for word in languages if word.strip()),
        challenge_kind=facts.get("challenge_kind", ""),
    )


def pair(given: Roster, beside: PairingInputs) -> dict[str, Any]:
    """The best partnerships of a roster. Raises Refusal where the facilitator's place is taken by an id."""
    return _told(suggesting.answer(_case(given, beside)))


def refused_locks(given: Roster, beside: PairingInputs) -> list[str]:
    """What is wrong with the locks: a sentence for each that a limit forbids. Raises Refusal as `pair` does."""
    case = _case(given, beside)
    people = {person.key: person for person in case.people}
    faults = []
    for keys in case.rules.locked:
        a, b = (people[key] for key in keys)
        why = shown_limit(limits(a, b, case.rules, case.around))
        if why:
            faults.append(f"column rule: {a.key} and {b.key} cannot be locked: {LIMITS[why]}")
    return faults


def _case(given: Roster, beside: PairingInputs) -> PairingCase:
    people = [replace(person, ballot=beside.ballots.get(person.key, {})) for person in given.people]
    if beside.odd is Odd.FACILITATOR and len(people) % 2:
        if folded(FACILITATOR) in given.ids:
            raise Refusal(f"Somebody of the roster is called “{FACILITATOR}”. Give that row another id.")
        people.append(Candidate(FACILITATOR, FACILITATOR))
    rules = Rules(apart=beside.rules.apart, together=beside.rules.together, locked=beside.rules.locked)
    return PairingCase(tuple(people), _REFERENCE_WEEK, rules, beside.weights, beside.odd)


def _told(suggestion: PlainSuggestion) -> dict[str, Any]:
    return {
        "partnerships": [
            {
                "members": list(p.members),
                "fit": p.fit.value,
                "reasons": list(p.fit.reasons),
                "against": list(p.fit.against),
            }
            for p in suggestion.partnerships
        ],
        "worst": suggestion.worst,
        "total": suggestion.total,
        "unpaired": list(suggestion.unpaired),
        "broken_rules": list(suggestion.broken),
        "blocking_pairs": [list(two) for two in suggestion.blocking],
        "conflict": [{"rule": rule_words(rule), "if_given_up": _given_up(rule)} for rule in suggestion.why],
    }


def _given_up(rule: Relaxed) -> dict[str, int | None] | None:
    if rule.unpaired is None:
        return None
    return {"unpaired": rule.unpaired, "worst": rule.worst, "total": rule.total}
