"""What was done in the library, and when: the journal in words, naming nobody but the one who was chosen."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mat_desktop.facilitation.deeds import DeedKind, kind_of
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.ports import AuditEntry, Rows
from mat_desktop.facilitation.shown.dates import clock, full
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.setup import Workshop

LINES = 200
"""So many deeds are shown at once; earlier ones on asking."""
_TURNS = {DeedKind.UNDO.value.key: "taken back: {step}", DeedKind.REDO.value.key: "done again: {step}"}
_WISHES = frozenset(
    kind.value.key
    for kind in (
        DeedKind.PAIRING_BALLOT,
        DeedKind.PAIRING_BALLOT_ROW,
        DeedKind.PAIRING_SIMILARITY,
        DeedKind.PAIRING_KEEP_APART,
        DeedKind.PAIRING_ALLOW,
        DeedKind.GOALS_IDEA,
        DeedKind.GOALS_WORD_IDEA,
        DeedKind.GOALS_REMOVE_IDEA,
    )
)
"""Kinds that tell of two people what one of them said or wished about the other: no page about one of them has them."""
_UNKNOWN = "what another version of this program wrote down"


@dataclass(frozen=True)
class Chosen:
    """The one person who is named."""

    id: int
    name: str


@look
def everybody(rows: Rows) -> tuple[Chosen, ...]:
    """Everybody who can be chosen, by the alphabet; who is called like somebody else with what tells them apart."""
    people = rows.values(Participant, ("id", "name", "table_number", "workshop_id"))
    titles = dict(rows.values(Workshop, ("id", "title")))
    often = Counter(person.name for person in people)
    named = sorted((person for person in people if person.name), key=lambda one: (one.name.casefold(), one.id))
    return tuple(Chosen(p.id, p.name if often[p.name] == 1 else _apart(p, titles[p.workshop_id])) for p in named)


def _apart(person: Any, title: str) -> str:
    """A name with what tells its bearer from another."""
    return f"{person.name} ({title}, table {person.table_number})"


@dataclass(frozen=True, kw_only=True)
class AuditDay:
    """A day, and what was done on it, the last thing first, each with its time."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AuditPage:
    """Some days, the last one first. `earlier` is where the next page goes on; None where the journal begins here."""

    days: tuple[AuditDay, ...]
    earlier: int | None


def audit(desk: Desk, chosen: Chosen | None = None, before: int | None = None) -> AuditPage:
    """What was done before a line of the journal, or last; with somebody chosen, what was about that person.

    What was done several times within one minute, and looks the same without names, is one line. What somebody said or
    wished about somebody else stands on no page about one person: it may be shown to that person.

    Raises Refusal where the journal cannot be read.
    """
    entries = desk.archive.entries(chosen.id if chosen else None, before, LINES)
    days: dict[str, list[str]] = {}
    shown = (entry for entry in entries if chosen is None or not _is_a_wish(entry))
    told = ((full(entry.at.date()), f"{clock(entry.at)}  {_words(entry, chosen)}") for entry in shown)
    for (day, line), same in groupby(told):
        times = len(list(same))
        days.setdefault(day, []).append(line if times == 1 else f"{line} ({times} times)")
    return AuditPage(
        days=tuple(AuditDay(title=title, lines=tuple(lines)) for title, lines in days.items()),
        earlier=entries[-1].sequence if len(entries) == LINES else None,
    )


def _is_a_wish(entry: AuditEntry) -> bool:
    return (entry.took or entry.kind) in _WISHES and len(entry.people) > 1


def _words(entry: AuditEntry, chosen: Chosen | None) -> str:
    step = _step(entry.took or entry.kind).format(people=_whom(entry.people, chosen))
    return _TURNS[entry.kind].format(step=step) if entry.kind in _TURNS and entry.took else step


def _step(kind: str) -> str:
    known = kind_of(kind)
    return known.value.words if known is not None else _UNKNOWN


def _whom(people: frozenset[int], chosen: Chosen | None) -> str:
    """Whom a deed was about: by name only the chosen one, all others by their number."""
    if chosen is None or chosen.id not in people:
        return "somebody" if len(people) < 2 else f"{len(people)} people"
    others = len(people) - 1
    return f"{chosen.name} and {counted(others, 'other')}" if others else chosen.name
