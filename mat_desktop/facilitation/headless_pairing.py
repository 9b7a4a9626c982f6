"""Pairing a roster file without a library: what `mat-desktop pair` prints."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from mat_desktop.facilitation.roster_file import Entry, Table, entries, guess, read
from mat_desktop.workshop.pairing.best import Suggestion, best
from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.refusal import Refusal

_REFERENCE_WEEK = date(2026, 3, 16)
"""A roster has no workshop date; availability is compared in this week and thirteen weeks later."""

IDS = ("id", "participant id", "number", "code")


def pair(content: bytes, encoding: str) -> dict[str, Any]:
    """The best partnerships of a roster, members by id or by name letter for letter.

    Raises:
        Refusal: one line a fault, by row and column; nothing is paired then.
    """
    table = read(content, encoding)
    columns = guess(table.header)
    id_column = next((n for n, h in enumerate(table.header) if h.strip().casefold() in IDS), None)
    found, faults = entries(table, columns, keep_repeats=True)
    if faults:
        raise Refusal("\n".join(map(str, faults)))
    said = _names(table, columns, id_column)
    people = [_candidate(entry) for entry in found]
    return _told(best(people, frozenset(), _REFERENCE_WEEK), said)


def _names(table: Table, columns: Mapping[str, int], id_column: int | None) -> dict[str, str]:
    """How each row is called in the answer. Raises Refusal where two rows would be called the same."""
    place = columns["name"] if id_column is None else id_column
    said: dict[str, str] = {}
    seen: dict[str, int] = {}
    faults = []
    for number, cells in table.rows:
        name = cells[place] if place < len(cells) else ""
        if not name.strip():
            faults.append(f"row {number}, column {table.header[place]}: an id is expected")
        elif name in seen:
            what = "id" if id_column is not None else "name; add a column “id” to tell them apart"
            faults.append(f"row {number}, column {table.header[place]}: row {seen[name]} has the same {what}")
        seen[name] = number
        said[str(number)] = name
    if faults:
        raise Refusal("\n".join(faults))
    return said


def _candidate(entry: Entry) -> Candidate:
    facts = dict(entry.facts)
    languages = facts.get("languages", "").replace(";", ",").split(",")
    return Candidate(
        key=str(entry.row),
        name=entry.name,
        time_zone=facts.get("time_zone", "UTC"),
        windows=entry.windows,
        languages=frozenset(word.strip().casefold() for word in languages if word.strip()),
        challenge_kind=facts.get("challenge_kind", ""),
    )


def _told(found: Suggestion, said: Mapping[str, str]) -> dict[str, Any]:
    fits: Sequence[int] = [p.fit.value for p in found.partnerships]
    return {
        "partnerships": [
            {
                "members": [said[c.key] for c in p.members],
                "fit": p.fit.value,
                "reasons": list(p.fit.reasons),
                "against": list(p.fit.against),
            }
            for p in found.partnerships
        ],
        "unpaired": [said[c.key] for c in found.unpaired],
        "worst": min(fits, default=None),
        "total": sum(fits),
    }
