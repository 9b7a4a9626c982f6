"""Step 2: the people who registered."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import PAPER_ONLY, Work, deed, look
from mat_desktop.facilitation.participants.person_view import PersonView
from mat_desktop.facilitation.participants.wording import consent_words, refuse_without_study, words_to_keep
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.zones import time_zones
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.pairing.nouns import Member
from mat_desktop.workshop.participants.consent import WORDING_VERSION, Consent, ConsentKind
from mat_desktop.workshop.participants.participant import (
    MOST_PEOPLE,
    AvailabilityWindow,
    DayKind,
    Gender,
    Participant,
    PartnerWish,
    PartOfDay,
    Registration,
    Talk,
    answer_about_letters,
    consent_to,
    paper_only,
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
    CALLED = "called"
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
    EMERGENCY_NEVER = "emergency_never"
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
    PARTNER_NAMED = "partner_named"
    GOAL_WORDS = "goal_words"
    OPENS_OWN_POST = "opens_own_post"
    NO_LETTERS = "no_letters"
    FEELINGS_WANTED = "feelings_wanted"
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
    PersonField.GOAL_WORDS: PaperWords,
}
"""Fields of which one value can be chosen, or none."""
_LONG = frozenset({PersonField.ADDRESS, PersonField.CHALLENGE, PersonField.ACCESS_NOTE})


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
    kept = checked_value(field, value)
    if paper_only(person):
        _refuse_beyond_paper(field, kept)
    setattr(person, field.value, kept)
    _keep_letters_as_one_answer(person, field, kept)


def _keep_letters_as_one_answer(person: Participant, field: PersonField, value: Any) -> None:
    """Who asked not to be written to is not written to, and who allows post does not ask for that any more."""
    if value and field in (PersonField.NO_LETTERS, PersonField.OPENS_OWN_POST):
        answer_about_letters(person, own_post=field is PersonField.OPENS_OWN_POST)
    elif value and field is PersonField.REACH_BY_POST:
        person.no_letters = False


_NOT_ON_PAPER_ONLY = frozenset(
    {
        PersonField.EMAIL,
        PersonField.ADDRESS,
        PersonField.LANGUAGES,
        PersonField.GENDER,
        PersonField.BIRTH_YEAR,
        PersonField.PARTNER_WISH,
        PersonField.ACCESS_NOTE,
    }
)
"""What is not kept of somebody whose answers stay on paper; name, number, table and safety are."""


def _refuse_beyond_paper(field: PersonField, value: Any) -> None:
    """Of somebody who keeps it on paper only, no more than was promised is kept. Raises Refusal."""
    if value and field in _NOT_ON_PAPER_ONLY:
        raise Refusal(PAPER_ONLY)
    if field is PersonField.CHALLENGE and len(str(value).split()) > 2:
        raise Refusal("This person keeps it on paper only: two words of the wish are kept, and no more.")


def checked_value(field: PersonField, value: Any) -> Any:
    """What is kept for a field. Raises Refusal for a name, a year or a time zone that is none."""
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
    if field is PersonField.TIME_ZONE and value not in time_zones():
        raise Refusal(f"“{str(value)[:60]}” is no time zone. Choose one from the list.")
    if isinstance(value, bool) or field is PersonField.TABLE_NUMBER:
        return value
    return clean(str(value), TEXT_LIMIT if field in _LONG else NAME_LIMIT)


def _year(typed: str) -> int | None:
    said = typed.strip()
    if said and not (len(said) == 4 and said.isascii() and said.isdecimal() and 1900 <= int(said) <= 2100):
        raise Refusal("A year of birth in four figures, such as 1980, or empty.")
    return int(said) if said else None


def answered(workshop: Workshop, person: Participant, kind: ConsentKind, today: date, *, yes: bool) -> None:
    """Keep the first answer to a consent, a yes or a no, with the words of the sheet."""
    words = consent_words(workshop, kind)
    person.consents.append(Consent(kind, words, WORDING_VERSION, today, refused=not yes))


def give_consent(workshop: Workshop, person: Participant, kind: ConsentKind, today: date, put: str = "") -> None:
    """Keep a consent with the words that were `put`, else those of the sheet; one that stands is left as it is."""
    if consent_to(person, kind) is None:
        person.consents.append(Consent(kind, put or consent_words(workshop, kind), WORDING_VERSION, today))


def give_afresh(workshop: Workshop, person: Participant, kind: ConsentKind, day: date, *, given: bool) -> None:
    """Ask a consent again: a new one takes the place of the one before, which stays on record as ended that day."""
    standing = consent_to(person, kind)
    if standing is not None and given and standing.given_on == day:
        return
    if standing is not None:
        standing.withdrawn_on = day
    if given:
        give_consent(workshop, person, kind, day)


@deed(DeedKind.PARTICIPANTS_CONSENT)
def set_consent(work: Work, person_id: int, kind: ConsentKind, *, given: bool) -> None:
    """Record one consent, or that it is withdrawn; what was agreed to before stays on record.

    Raises Refusal about a study where there is none.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    standing, workshop = consent_to(person, kind), work.rows.get(Workshop, person.workshop_id)
    if given:
        refuse_without_study(workshop, kind)
        give_consent(workshop, person, kind, work.today, words_to_keep(work.rows, workshop, kind))
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


@look
def person(rows: Rows, person_id: int) -> PersonView:
    """One participant."""
    found = rows.get(Participant, person_id)
    plain = {f.name for f in fields(PersonView)} - {"windows", "ways", "consents", "paper_only"}
    return PersonView(
        **{name: getattr(found, name) for name in plain},
        consents={k: c.given_on for k in ConsentKind if (c := consent_to(found, k)) is not None},
        paper_only=paper_only(found),
        windows=frozenset((w.day_kind, w.part) for w in found.windows),
        ways=ways_to_reach(found),
    )
