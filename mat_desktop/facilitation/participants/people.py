"""Step 2: the people who registered."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any
from zoneinfo import available_timezones

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.pairing.nouns import Member
from mat_desktop.workshop.participants.consent import WORDING, WORDING_VERSION, Consent, ConsentKind
from mat_desktop.workshop.participants.participant import (
    MOST_PEOPLE,
    AvailabilityWindow,
    DayKind,
    Gender,
    ImportedFact,
    Participant,
    PartnerWish,
    PartOfDay,
    Presence,
    Registration,
    Talk,
    agrees,
    consent_to,
    ways_to_reach,
)
from mat_desktop.workshop.private import HandOver
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import SafetyCard
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.sheets import IssuedSheet
from mat_desktop.workshop.text import NAME_LIMIT, TEXT_LIMIT, clean, clean_name


class PersonField(StrEnum):
    """What can be changed of a person; each value is the name of its attribute."""

    NAME = "name"
    TABLE_NUMBER = "table_number"
    REGISTRATION = "registration"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    LANGUAGES = "languages"
    TIME_ZONE = "time_zone"
    CHALLENGE_KIND = "challenge_kind"
    CHALLENGE = "challenge"
    EMERGENCY_NAME = "emergency_name"
    EMERGENCY_PHONE = "emergency_phone"
    ACCESS_HEARING = "access_hearing"
    ACCESS_READING = "access_reading"
    ACCESS_LANGUAGE = "access_language"
    ACCESS_NO_PHONE = "access_no_phone"
    ACCESS_NOTE = "access_note"
    REACH_BY_POST = "reach_by_post"
    ENVELOPE_MAY_NAME = "envelope_may_name"
    REACH_BY_PHONE = "reach_by_phone"
    MAY_LEAVE_MESSAGE = "may_leave_message"
    REACH_BY_EMAIL = "reach_by_email"
    ONLY_IN_PERSON = "only_in_person"
    NUMBERS_EXCHANGED = "numbers_exchanged"
    PAPERS_IN_HAND = "papers_in_hand"
    PHONE_ON = "phone_on"
    TALK_PHONE = "talk_phone"
    TALK_RELAY = "talk_relay"
    TALK_IN_PERSON = "talk_in_person"
    TALKS_BEST_BY = "talks_best_by"
    FIXES_WEEKLY = "fixes_weekly"
    GENDER = "gender"
    BIRTH_YEAR = "birth_year"
    PARTNER_WISH = "partner_wish"
    DIED_ON = "died_on"
    STOPPED_ON = "stopped_on"
    NO_FOLLOW_UP = "no_follow_up"


_CHOICES: dict[PersonField, type[StrEnum]] = {
    PersonField.TALKS_BEST_BY: Talk,
    PersonField.GENDER: Gender,
    PersonField.PARTNER_WISH: PartnerWish,
}
"""Fields of which one value can be chosen, or none."""
_LONG = frozenset({PersonField.ADDRESS, PersonField.CHALLENGE, PersonField.ACCESS_NOTE})
_CONSENTS = {"consent_take_part": ConsentKind.TAKE_PART, "consent_store": ConsentKind.STORE}
"""How a registration form names the two consents that it can ask for."""


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """One participant as the page shows them."""

    id: int
    name: str
    table_number: int
    registration: Registration
    phone: str
    email: str
    address: str
    languages: str
    time_zone: str
    challenge_kind: str
    challenge: str
    emergency_name: str
    emergency_phone: str
    access_hearing: bool
    access_reading: bool
    access_language: bool
    access_no_phone: bool
    access_note: str
    reach_by_post: bool
    envelope_may_name: bool
    reach_by_phone: bool
    may_leave_message: bool
    reach_by_email: bool
    only_in_person: bool
    talk_phone: bool
    talk_relay: bool
    talk_in_person: bool
    talks_best_by: Talk | None
    fixes_weekly: bool
    gender: Gender | None
    partner_wish: PartnerWish | None
    birth_year: int | None
    consents: dict[ConsentKind, date]
    walk_in: bool
    presence: Presence
    windows: frozenset[tuple[DayKind, PartOfDay]]
    ways: str


@dataclass(frozen=True, kw_only=True)
class RosterRow:
    """One line of the list of participants."""

    id: int
    name: str
    table_number: int
    registration: Registration
    missing: str


@dataclass(frozen=True)
class Newcomer:
    """What an import knows about one person: column values by field name."""

    facts: tuple[tuple[str, str], ...]
    windows: frozenset[tuple[DayKind, PartOfDay]] = frozenset()


@deed(DeedKind.PARTICIPANTS_ADD)
def add(work: Work, workshop_id: int, name: str, phone: str = "") -> int:
    """Register somebody by name and phone; the rest can follow. Returns the id.

    Raises Refusal without a name, and where the workshop has as many people as it can.
    """
    return key_of(register(work, workshop_id, name, phone))


def register(work: Work, workshop_id: int, name: str, phone: str) -> Participant:
    """Add somebody inside a deed, with the next table number. Raises Refusal without a name."""
    workshop = work.rows.get(Workshop, workshop_id)
    people = work.rows.all(Participant, workshop_id=workshop_id)
    kept = clean_name(name)
    if not kept:
        raise Refusal("Type a name first.")
    if len(people) >= MOST_PEOPLE:
        raise Refusal(f"A workshop has at most {MOST_PEOPLE:,} people. Open another workshop for the rest.")
    table_number = max((p.table_number for p in people), default=0) + 1
    person = Participant(workshop_id, kept, table_number, phone=clean(phone, NAME_LIMIT), time_zone=workshop.time_zone)
    work.rows.add(person)
    work.about(workshop_id, person.id)
    return person


@deed(DeedKind.PARTICIPANTS_CHANGE)
def change(work: Work, person_id: int, field: PersonField, value: Any) -> None:
    """Change one field of one person. Raises Refusal for a name, a year or a time zone that is none."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    setattr(person, field.value, _checked(field, value))


def _checked(field: PersonField, value: Any) -> Any:
    if field is PersonField.NAME:
        if not clean_name(value):
            raise Refusal("A participant needs a name.")
        return clean_name(value)
    if field is PersonField.BIRTH_YEAR:
        return _year(str(value or ""))
    if field in _CHOICES:
        return _CHOICES[field](value) if value else None
    if field is PersonField.REGISTRATION:
        return Registration(value)
    if field is PersonField.TIME_ZONE and value not in available_timezones():
        raise Refusal(f"“{str(value)[:60]}” is no time zone. Choose one from the list.")
    if isinstance(value, bool) or field is PersonField.TABLE_NUMBER:
        return value
    return clean(str(value), TEXT_LIMIT if field in _LONG else NAME_LIMIT)


def _year(typed: str) -> int | None:
    said = typed.strip()
    if said and not (len(said) == 4 and said.isascii() and said.isdecimal() and 1900 <= int(said) <= 2100):
        raise Refusal("A year of birth in four figures, such as 1980, or empty.")
    return int(said) if said else None


def held_by(person: Participant, field: str) -> str:
    """What is held about one field of a registration form, as the form would say it."""
    if field in _CONSENTS:
        return "yes" if consent_to(person, _CONSENTS[field]) is not None else ""
    return str(getattr(person, field) or "")


def give_consent(person: Participant, kind: ConsentKind, today: date) -> None:
    """Keep a consent with the words that were agreed to; one that stands already is left as it is."""
    if consent_to(person, kind) is None:
        person.consents.append(Consent(kind, WORDING[kind], WORDING_VERSION, today))


def give_afresh(person: Participant, kind: ConsentKind, day: date, *, given: bool) -> None:
    """Ask a consent again: a new one takes the place of the one before, which stays on record as ended that day."""
    standing = consent_to(person, kind)
    if standing is not None and given and standing.given_on == day:
        return
    if standing is not None:
        standing.withdrawn_on = day
    if given:
        give_consent(person, kind, day)


@deed(DeedKind.PARTICIPANTS_CONSENT)
def set_consent(work: Work, person_id: int, kind: ConsentKind, *, given: bool) -> None:
    """Record one consent, or that it is withdrawn; what was agreed to before stays on record."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    standing = consent_to(person, kind)
    if given:
        give_consent(person, kind, work.today)
    elif standing is not None:
        standing.withdrawn_on = work.today


@deed(DeedKind.PARTICIPANTS_WINDOW)
def set_window(work: Work, person_id: int, kind: DayKind, part: PartOfDay, *, free: bool) -> None:
    """Say whether somebody is free in one part of the day."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    found = [w for w in person.windows if (w.day_kind, w.part) == (kind, part)]
    for window in found:
        if not free:
            person.windows.remove(window)
    if free and not found:
        person.windows.append(AvailabilityWindow(kind, part))


@deed(DeedKind.PARTICIPANTS_REMOVE)
def remove(work: Work, person_id: int) -> str:
    """Take somebody off the roster; undo brings everything back. Returns the name.

    Raises Refusal about somebody who is part of a record that stays: a partnership, a safety card, answers given alone,
    or a printed sheet.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    if work.rows.all(Member, participant_id=person_id):
        raise Refusal(
            f"{person.name} has been in a partnership, which is the partner's record too. "
            "End the partnership and set the registration to cancelled instead."
        )
    if work.rows.find(SafetyCard, participant_id=person_id) or work.rows.find(HandOver, participant_id=person_id):
        raise Refusal(
            f"{person.name} has a safety card or has answered alone, which stays on record. "
            "Set the registration to cancelled instead."
        )
    if work.rows.all(IssuedSheet, participant_id=person_id):
        raise Refusal(f"A sheet was printed for {person.name}. Set the registration to cancelled instead.")
    for thing in work.rows.hanging_on(person):
        work.rows.remove(thing)
    work.rows.remove(person)
    return person.name


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
        person.windows = [AvailabilityWindow(kind, part) for kind, part in sorted(newcomer.windows)]
        _take_facts(person, newcomer.facts, work.today)
        people.append(person)
    work.rows.add_all(people)
    work.rows.add_all(
        ImportedFact(key_of(person), fact, clean(value))
        for person, newcomer in zip(people, new, strict=True)
        for fact, value in newcomer.facts
    )
    for person_id, facts in changed:
        _take_facts(work.rows.get(Participant, person_id), facts, work.today)
        _remember(work.rows, person_id, facts)
        work.about(workshop_id, person_id)
    work.about(workshop_id, *(p.id for p in people))
    return len(new) + len(changed)


def _take_facts(person: Participant, facts: Sequence[tuple[str, str]], today: date) -> None:
    for field, value in facts:
        if field in _CONSENTS:
            if value:
                give_consent(person, _CONSENTS[field], today)
        else:
            setattr(person, field, _checked(PersonField(field), value))


def _remember(rows: Rows, person_id: int, facts: Sequence[tuple[str, str]]) -> None:
    """Keep what the form said, so that the next export can be told from typing."""
    known = {f.fact: f for f in rows.all(ImportedFact, participant_id=person_id)}
    for field, value in facts:
        if field in known:
            known[field].value = clean(value)
        else:
            rows.add(ImportedFact(person_id, field, clean(value)))


_FEWEST_DIGITS = 7
"""Fewer are a beginning, not a number."""


@look
def with_phone(rows: Rows, workshop_id: int, phone: str) -> tuple[str, ...]:
    """Who has this number already, by name; nobody where too few digits are typed to be a number."""
    digits = _digits(phone)
    if len(digits) < _FEWEST_DIGITS:
        return ()
    return tuple(p.name for p in rows.all(Participant, workshop_id=workshop_id) if _digits(p.phone) == digits)


def _digits(phone: str) -> str:
    return "".join(c for c in phone if c.isdecimal())


@look
def roster(rows: Rows, workshop_id: int) -> tuple[RosterRow, ...]:
    """Everybody of one workshop who lives, in the order of the alphabet."""
    people = [p for p in rows.all(Participant, workshop_id=workshop_id) if p.died_on is None]
    ordered = sorted(people, key=lambda p: (p.name.casefold(), p.table_number))
    return tuple(
        RosterRow(
            id=key_of(p), name=p.name, table_number=p.table_number, registration=p.registration, missing=_missing(p)
        )
        for p in ordered
    )


def _missing(person: Participant) -> str:
    if not agrees(person):
        return "consent"
    if not (person.phone or person.only_in_person):
        return "phone"
    return "" if person.windows else "when free"


@look
def person(rows: Rows, person_id: int) -> PersonView:
    """One participant."""
    found = rows.get(Participant, person_id)
    plain = {f.name for f in fields(PersonView)} - {"windows", "ways", "consents"}
    return PersonView(
        **{name: getattr(found, name) for name in plain},
        consents={k: c.given_on for k in ConsentKind if (c := consent_to(found, k)) is not None},
        windows=frozenset((w.day_kind, w.part) for w in found.windows),
        ways=ways_to_reach(found),
    )
