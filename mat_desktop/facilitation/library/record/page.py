"""One person's record as the facilitator looks through it, and as it is handed over."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.library.record.calls import CALLS
from mat_desktop.facilitation.library.record.day import BEFORE_THE_CALLS
from mat_desktop.facilitation.library.record.later import LATER
from mat_desktop.facilitation.library.record.pairs import PAIRS_AND_GOALS
from mat_desktop.facilitation.library.record.told import Chapter, KeptKind, Whose, in_words
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.library.handed_over import RecordLine, RecordPart, RecordSheet
from mat_desktop.facilitation.shown.dates import MONTHS, day_month_year
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.library import authority_of, kept_for_later_until, kept_until
from mat_desktop.workshop.participants.calling import called_of, first_name
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant, consent_to
from mat_desktop.workshop.participants.record import Correction

TOLD: tuple[KeptKind, ...] = (*BEFORE_THE_CALLS, *PAIRS_AND_GOALS, *CALLS, *LATER)
"""Every kind of thing that is told in a record."""
LEFT_OUT = "(left out here, because it names somebody else)"


@dataclass(frozen=True, kw_only=True)
class RecordEntry:
    """One thing that is kept: what it is, what it says, and what the person says about it."""

    about: str
    """Names the line for a statement of correction."""
    part: Chapter
    head: str
    words: str
    names_others: bool
    """Whether it names somebody else of the workshop."""
    starts_out: bool
    """Whether it is left out unless she puts it in: a note of hers that names somebody else."""
    correction_id: int
    correction: str
    corrected_on: date | None


@dataclass(frozen=True, kw_only=True)
class RecordView:
    """Everything that is kept about one person and that they may see."""

    person: int
    name: str
    entries: tuple[RecordEntry, ...]


@look
def record(rows: Rows, person_id: int, today: date) -> RecordView:
    """What is kept about one person, in the order of the record. Nothing in it is what another person said or chose."""
    return _record(rows, person_id, today)


def _record(rows: Rows, person_id: int, today: date) -> RecordView:
    person = rows.get(Participant, person_id)
    whose = Whose(rows=rows, standing=stand(rows, person.workshop_id), person=person_id, today=today)
    corrections = {c.about: c for c in rows.all(Correction, participant_id=person_id)}
    entries = [entry for told in TOLD for entry in _entries(whose, told, corrections)]
    order = {part: place for place, part in enumerate(Chapter)}
    return RecordView(
        person=person_id, name=person.name, entries=tuple(sorted(entries, key=lambda entry: order[entry.part]))
    )


def _entries(whose: Whose, told: KeptKind, corrections: dict[str, Correction]) -> Iterator[RecordEntry]:
    names = _others(whose.standing, whose.person)
    things = sorted(told.find(whose), key=key_of)
    if told.folded:
        yield from (_entry(told, *line, corrections, names) for line in _folded(whose, told, things))
        return
    for thing in things:
        head = told.head(whose, thing)
        plain = [f for f in told.fields if f not in told.notes]
        mark = f"{told.kind.__name__}:{key_of(thing)}"
        if words := _said(whose, told, thing, plain):
            yield _entry(told, mark, head, words, corrections, names)
        elif head and not told.notes:
            yield _entry(told, mark, head, "", corrections, names)
        for field in (f for f in told.fields if f in told.notes):
            if words := _said(whose, told, thing, [field]):
                yield _entry(told, f"{mark}:{field}", head, words, corrections, names, note=True)


def _folded(whose: Whose, told: KeptKind, things: Sequence[Any]) -> Iterator[tuple[str, str, str]]:
    """A line for each month, with the days in it."""
    months: dict[tuple[int, int], list[Any]] = {}
    for thing in sorted(things, key=lambda t: t.day):
        months.setdefault((thing.day.year, thing.day.month), []).append(thing)
    for (year, month), days in months.items():
        said = "; ".join(f"{thing.day.day}: {_said(whose, told, thing, told.fields)}" for thing in days)
        yield f"{told.kind.__name__}:{year}-{month:02}", f"{MONTHS[month - 1]} {year}", said


def _said(whose: Whose, told: KeptKind, thing: Any, fields: Collection[str]) -> str:
    """The fields one after the other; what has a label in small letters goes on the sentence before it."""
    said = ""
    for field in fields:
        say = told.says.get(field)
        words = say(whose, thing) if say is not None else in_words(getattr(thing, field))
        label = told.fields[field]
        if words:
            goes_on = bool(said) and label[:1].islower()
            piece = f"{label}{' ' if label[:1].islower() else ': '}{words}" if label else words
            said = f"{said}, {piece}" if goes_on else f"{said.rstrip('.')}. {piece}" if said else piece
    return said


def _entry(
    told: KeptKind,
    about: str,
    head: str,
    words: str,
    corrections: dict[str, Correction],
    names: re.Pattern[str] | None,
    *,
    note: bool = False,
) -> RecordEntry:
    named = bool(names and names.search(f"{head} {words}"))
    correction = corrections.get(about)
    return RecordEntry(
        about=about,
        part=told.part,
        head=head,
        words=words,
        names_others=named,
        starts_out=named and note,
        correction_id=key_of(correction) if correction is not None else 0,
        correction=correction.statement if correction is not None else "",
        corrected_on=correction.written_on if correction is not None else None,
    )


def _others(standing: Standing, person: int) -> re.Pattern[str] | None:
    """The names of the others of the workshop, as far as the person is not called so too."""
    own = standing.name(person)
    others = {
        n for p in standing.people if p.id != person for n in (p.name, called_of(p.name, p.called), first_name(p.name))
    } - {own}
    words = sorted((n for n in others - {first_name(own)} if len(n) > 1), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE) if words else None


@look
def sheet(rows: Rows, person_id: int, left_out: Collection[str], today: date) -> RecordSheet:
    """The record as it is handed over, without the lines that she struck out; where one was, it says so."""
    view, person = _record(rows, person_id, today), rows.get(Participant, person_id)
    workshop = stand(rows, person.workshop_id).workshop
    later = consent_to(person, ConsentKind.LATER_CONTACT) is not None
    until = kept_for_later_until(workshop) if later else kept_until(workshop)
    who = workshop.facilitator or "your facilitator"
    asked = authority_of(workshop).in_words
    return RecordSheet(
        name=view.name,
        made_on=day_month_year(today),
        intro=_INTRO.format(who=who),
        parts=tuple(_parts(view.entries, left_out)),
        foot=(
            _KEPT.format(day=day_month_year(until), who=who),
            _NOT_HERE,
            f"Is something wrong? Tell {who}. You can also ask {asked}.",
        ),
    )


def _parts(entries: Sequence[RecordEntry], left_out: Collection[str]) -> Iterator[RecordPart]:
    for part in Chapter:
        lines = [
            RecordLine(
                head=entry.head,
                words=LEFT_OUT if entry.about in left_out else entry.words,
                correction=_statement(entry),
            )
            for entry in entries
            if entry.part is part
        ]
        if lines:
            yield RecordPart(title=part.value, lines=tuple(lines))


def _statement(entry: RecordEntry) -> str:
    if entry.corrected_on is None:
        return ""
    return f"You say, since {day_month_year(entry.corrected_on)}: {entry.correction}"


_INTRO = (
    "This is what {who} keeps about you on the computer. What was left empty or not ticked is not listed. It may name "
    "people, and say how you are: think of where you put it."
)
_KEPT = "It is kept until {day}, then it is erased. You can have it put right or erased before: ask {who}."
_NOT_HERE = (
    "What other people said, chose or wished is theirs and does not stand here. Beside this there may be papers, and "
    "answers that were counted without your name."
)
