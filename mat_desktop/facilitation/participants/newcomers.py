"""The people of a registration file: taken in at once, and what the form said is kept."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.participants.forms.availability import in_words, read_back
from mat_desktop.facilitation.participants.forms.cells import NO, YES
from mat_desktop.facilitation.participants.people import PersonField, checked_value, give_consent
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import (
    MOST_PEOPLE,
    AvailabilityWindow,
    DayKind,
    ImportedFact,
    Participant,
    PartOfDay,
    consent_to,
)
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean

CONSENTS = {"consent_take_part": ConsentKind.TAKE_PART, "consent_store": ConsentKind.STORE}
"""How a registration form names the two consents that it can ask for."""


@dataclass(frozen=True)
class Newcomer:
    """What an import knows about one person: column values by field name."""

    facts: tuple[tuple[str, str], ...]
    windows: frozenset[tuple[DayKind, PartOfDay]] = frozenset()


def held_by(person: Participant, field: str) -> str:
    """What is held about one field of a registration form, as the form would say it."""
    if field in CONSENTS:
        return _held_consent(person, CONSENTS[field])
    if field == "windows":
        return in_words((w.day_kind, w.part) for w in person.windows)
    return str(getattr(person, field) or "")


def _held_consent(person: Participant, kind: ConsentKind) -> str:
    """A consent that was withdrawn is a no; one that was never asked is neither."""
    if consent_to(person, kind) is not None:
        return YES
    return NO if any(c.kind is kind for c in person.consents) else ""


@deed(DeedKind.PARTICIPANTS_IMPORT)
def take_in(
    work: Work,
    workshop_id: int,
    new: Sequence[Newcomer],
    changed: Sequence[tuple[int, tuple[tuple[str, str], ...]]],
) -> int:
    """Add the new people of a file and change the old ones as was chosen in the preview. Returns how many.

    Raises Refusal, and adds nobody, where the workshop would have more people than it can.
    """
    present = len(work.rows.all(Participant, workshop_id=workshop_id))
    if present + len(new) > MOST_PEOPLE:
        raise Refusal(
            f"This would make {present + len(new):,} people; a workshop has at most {MOST_PEOPLE:,}. Nothing was added."
        )
    workshop = work.rows.get(Workshop, workshop_id)
    people = []
    for number, newcomer in enumerate(new, present + 1):
        person = Participant(workshop_id, "", number, time_zone=workshop.time_zone)
        _take_windows(person, newcomer.windows)
        _take_facts(workshop, person, newcomer.facts, work.today)
        people.append(person)
    work.rows.add_all(people)
    work.rows.add_all(
        ImportedFact(key_of(person), fact, clean(value))
        for person, newcomer in zip(people, new, strict=True)
        for fact, value in newcomer.facts
    )
    for person_id, facts in changed:
        _take_facts(workshop, work.rows.get(Participant, person_id), facts, work.today)
        _remember(work.rows, person_id, facts)
        work.about(workshop_id, person_id)
    work.about(workshop_id, *(p.id for p in people))
    return len(new) + len(changed)


def _take_facts(workshop: Workshop, person: Participant, facts: Sequence[tuple[str, str]], today: date) -> None:
    for field, value in facts:
        if field in CONSENTS:
            _take_consent(workshop, person, CONSENTS[field], value, today)
        elif field == "windows":
            _take_windows(person, read_back(value))
        else:
            setattr(person, field, checked_value(PersonField(field), value))


def _take_consent(workshop: Workshop, person: Participant, kind: ConsentKind, value: str, today: date) -> None:
    """A yes is kept with the words that were agreed to; a no ends a yes that stood before."""
    standing = consent_to(person, kind)
    if value == YES:
        give_consent(workshop, person, kind, today)
    elif value == NO and standing is not None:
        standing.withdrawn_on = today


def _take_windows(person: Participant, free: Collection[tuple[DayKind, PartOfDay]]) -> None:
    for window in [w for w in person.windows if (w.day_kind, w.part) not in free]:
        person.windows.remove(window)
    held = {(w.day_kind, w.part) for w in person.windows}
    person.windows += [AvailabilityWindow(kind, part) for kind, part in sorted(free) if (kind, part) not in held]


def _remember(rows: Rows, person_id: int, facts: Sequence[tuple[str, str]]) -> None:
    """Keep what the form said, so that the next export can be told from typing."""
    known = {f.fact: f for f in rows.all(ImportedFact, participant_id=person_id)}
    for field, value in facts:
        if field in known:
            known[field].value = clean(value)
        else:
            rows.add(ImportedFact(person_id, field, clean(value)))
