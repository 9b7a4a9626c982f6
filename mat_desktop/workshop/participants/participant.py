"""Step 2: the people who registered, how they may be reached, and when they are free."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.participants.consent import NEEDED, OF_KEEPING, Consent, ConsentKind


class Registration(StrEnum):
    """How far a registration has come."""

    INTERESTED = "interested"
    REGISTERED = "registered"
    CONFIRMED = "confirmed"
    WAITING = "waiting list"
    CANCELLED = "cancelled"


class Presence(StrEnum):
    """Whether a person is there, at the workshop or at a meeting."""

    EXPECTED = "expected"
    HERE = "here"
    LATE = "late"
    NOT_COMING = "not coming"
    LEFT = "left"


class Talk(StrEnum):
    """A way in which two people can hold their daily call."""

    PHONE = "phone"
    RELAY = "text relay"
    IN_PERSON = "in person"


class Gender(StrEnum):
    """As the person says; asked only because others may wish for a woman or a man."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "another"


class PartnerWish(StrEnum):
    """A private wish about the partner. It is a limit, and nobody is told of it."""

    WOMEN = "women only"
    MEN = "men only"


class Unplaced(StrEnum):
    """What was settled with somebody for whom no partner was found."""

    WAITS = "waits"
    HOME = "goes home"


ABSENT = (Presence.NOT_COMING, Presence.LEFT)


class PartOfDay(StrEnum):
    """The four parts of a day in which a call can happen."""

    EARLY = "early"
    MIDDAY = "midday"
    EVENING = "evening"
    LATE = "late"


class DayKind(StrEnum):
    """Working days and the weekend."""

    WEEKDAYS = "weekdays"
    WEEKEND = "weekend"


HOURS: dict[PartOfDay, tuple[int, int]] = {
    PartOfDay.EARLY: (6 * 60, 9 * 60),
    PartOfDay.MIDDAY: (11 * 60 + 30, 14 * 60),
    PartOfDay.EVENING: (17 * 60, 20 * 60 + 30),
    PartOfDay.LATE: (20 * 60 + 30, 23 * 60),
}
"""Minutes after midnight, in the person's own time zone."""


@dataclass(eq=False)
class AvailabilityWindow:
    """One part of the day in which a person could talk every week. No window at all means: ask."""

    day_kind: DayKind
    part: PartOfDay
    id: int | None = None
    uid: str = ""
    participant_id: int | None = None


@dataclass(eq=False)
class Participant:
    """A person who registered. The challenge stands in their own words."""

    workshop_id: int
    name: str
    table_number: int = 0
    registration: Registration = Registration.REGISTERED
    phone: str = ""
    email: str = ""
    address: str = ""
    languages: str = ""
    time_zone: str = ""
    challenge_kind: str = ""
    challenge: str = ""
    emergency_name: str = ""
    emergency_phone: str = ""
    emergency_never: str = ""
    """Who is never to be phoned, whatever happens."""
    access_hearing: bool = False
    access_reading: bool = False
    access_language: bool = False
    access_no_phone: bool = False
    access_note: str = ""
    reach_by_post: bool = False
    envelope_may_name: bool = False
    reach_by_phone: bool = True
    may_leave_message: bool = False
    reach_by_email: bool = False
    only_in_person: bool = False
    partner_named: bool = False
    """Chose the partner's first name for papers that go home; otherwise those say "my partner"."""
    goal_words: PaperWords | None = None
    """How a new goal stands on papers that go home, as it was chosen on the consent sheet; None where nobody asked."""
    opens_own_post: bool = False
    """Nobody else opens their post: only then it carries the partner's name and the page to keep."""
    no_letters: bool = False
    """Asked not to be written to; who was not asked about letters gets none either, but is asked."""
    feelings_wanted: bool = False
    """Asked for the chart of how the calls felt on the page to keep."""
    presence: Presence = Presence.EXPECTED
    walk_in: bool = False
    came_at: datetime | None = None
    left_at: datetime | None = None
    numbers_exchanged: bool = False
    papers_in_hand: bool = False
    phone_on: date | None = None
    talk_phone: bool = False
    talk_relay: bool = False
    talk_in_person: bool = False
    talks_best_by: Talk | None = None
    fixes_weekly: bool = False
    gender: Gender | None = None
    birth_year: int | None = None
    """Only for research, where it becomes an age band."""
    partner_wish: PartnerWish | None = None
    unplaced: Unplaced | None = None
    takes_part: bool = False
    """The facilitator, who takes part because the number is odd."""
    died_on: date | None = None
    stopped_on: date | None = None
    no_follow_up: bool = False
    """Asked not to be asked again at six months and later."""
    called: str = ""
    """What the person wants to be called; empty where nobody asked, and then the name says it."""
    id: int | None = None
    uid: str = ""
    windows: list[AvailabilityWindow] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)


@dataclass(eq=False)
class ImportedFact:
    """What the registration form said about one field, so that a later export can be told from typing."""

    participant_id: int
    fact: str
    value: str
    id: int | None = None
    uid: str = ""


PLEASE_DO_NOT_WRITE = "please do not write"
MOST_PEOPLE = 1000
"""More than this in one workshop is a slip of the file, not a workshop."""

CHALLENGES = (
    "move",
    "weight",
    "sleep",
    "smoking",
    "alcohol",
    "money",
    "work",
    "study",
    "grief",
    "being alone",
    "other",
)


def comes(person: Participant) -> bool:
    """Whether the person is expected at the workshop."""
    return is_expected(person.registration, person.died_on)


def is_expected(registration: Registration, died_on: date | None) -> bool:
    """The same, of what is known of a person alone."""
    return registration in (Registration.REGISTERED, Registration.CONFIRMED) and died_on is None


def consent_to(person: Participant, kind: ConsentKind) -> Consent | None:
    """The consent that stands, or None where it was never given or is withdrawn."""
    return next((c for c in person.consents if c.kind is kind and c.withdrawn_on is None and not c.refused), None)


def agrees(person: Participant) -> bool:
    """Whether the one consent without which nobody takes part is given."""
    return all(consent_to(person, kind) for kind in NEEDED)


def says_no(person: Participant) -> bool:
    """Whether somebody answered that they do not want to take part; who was not asked yet did not."""
    return any(c.kind in NEEDED and c.refused and c.withdrawn_on is None for c in person.consents)


def outside_study(person: Participant) -> bool:
    """Whether somebody said no to the study, or left it; who was never asked did neither."""
    asked = any(c.kind is ConsentKind.STUDY for c in person.consents)
    return asked and consent_to(person, ConsentKind.STUDY) is None


def paper_only(person: Participant) -> bool:
    """Whether somebody said no to keeping answers on the computer: the last answer to that counts."""
    return last_is_no([(c.kind, c.given_on, c.refused) for c in person.consents if c.withdrawn_on is None])


def last_is_no(standing: Sequence[tuple[ConsentKind, date, bool]]) -> bool:
    """The same, of the consents that stand, in the order in which they were given: their kind, day, and a no."""
    said = [(day, place, refused) for place, (kind, day, refused) in enumerate(standing) if kind in OF_KEEPING]
    return bool(said) and max(said)[2]


def asked_about_keeping(person: Participant) -> bool:
    """Whether somebody has answered, with yes or no, whether answers may be written down."""
    return any(c.kind in OF_KEEPING and c.withdrawn_on is None for c in person.consents)


def languages_of(person: Participant) -> frozenset[str]:
    """The languages a person can talk in, in lower case; none given means: ask."""
    return frozenset(word.strip().casefold() for word in person.languages.replace(";", ",").split(",") if word.strip())


def may_be_phoned(person: Participant) -> bool:
    """Whether anybody may phone them: they said so, and not that they are to be reached in person only."""
    return person.reach_by_phone and not person.only_in_person


def may_be_written_to(person: Participant) -> bool:
    """Whether a letter may go to them: they allowed post, asked for no silence since, and there is an address."""
    return person.reach_by_post and not person.no_letters and not person.only_in_person and bool(person.address)


def no_letter_because(person: Participant) -> str:
    """Why somebody gets no letter, in a few words; empty where one may go to them."""
    if may_be_written_to(person):
        return ""
    if person.no_letters:
        return PLEASE_DO_NOT_WRITE
    if person.only_in_person:
        return "only in person"
    return "no address" if person.reach_by_post else "not asked about letters"


def answer_about_letters(person: Participant, *, own_post: bool) -> None:
    """Keep one of the two answers of the consent sheet: nobody else opens my post, or please do not write."""
    person.no_letters, person.opens_own_post, person.reach_by_post = not own_post, own_post, own_post
    person.envelope_may_name = person.envelope_may_name and own_post


def ways_to_reach(person: Participant) -> str:
    """How this person may be reached, in one line for the facilitator."""
    if person.only_in_person:
        return "Only in person"
    ways = []
    if person.reach_by_phone:
        ways.append("phone" if person.may_leave_message else "phone, leave no message")
    if person.reach_by_post:
        ways.append("post" if person.envelope_may_name else "post, plain envelope")
    if person.reach_by_email:
        ways.append("e-mail")
    if person.no_letters:
        ways.append(PLEASE_DO_NOT_WRITE)
    return "; ".join(ways).capitalize() if ways else "Not said yet: ask"


def talks_by(person: Participant) -> frozenset[Talk]:
    """The ways in which a person can hold a call; none ticked means: ask."""
    ways = ((Talk.PHONE, person.talk_phone), (Talk.RELAY, person.talk_relay), (Talk.IN_PERSON, person.talk_in_person))
    return frozenset(way for way, possible in ways if possible)
