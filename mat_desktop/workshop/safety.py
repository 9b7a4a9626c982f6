"""Safety: the card that keeps a person from being passed over, and the numbers that stand on paper.

A card is opened by a safety item whatever the total is, by the facilitator's "yes" to crisis or danger, or by hand.
While it is open the person is in no live partnership and cannot go home from the door list unseen. It is never
printed on a group sheet, never exported, never on the participant's screen.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mat_desktop.workshop.refusal import Refusal


class CardOpened(StrEnum):
    """What opened a card."""

    ITEM = "an answer"
    CRISIS = "the talk"
    HAND = "by hand"


@dataclass(eq=False)
class SafetyCard:
    """One safety card. It is closed by an action, its time, and initials; no undo takes it away."""

    participant_id: int
    opened_at: datetime
    opened_by: CardOpened
    source: str
    written_on: date | None = None
    action: str = ""
    acted_at: str = ""
    initials: str = ""
    closed_at: datetime | None = None
    id: int | None = None
    uid: str = ""


class ContactRole(StrEnum):
    """What a number is for. Paper names numbers by this, never by their order."""

    EMERGENCY = "emergency"
    TALK = "talk"


@dataclass(eq=False)
class CrisisContact:
    """One line of help: what it is for, and the number as it is dialled."""

    position: int
    name: str
    number: str
    role: ContactRole = ContactRole.TALK
    id: int | None = None
    uid: str = ""
    workshop_id: int | None = None


def is_open(card: SafetyCard) -> bool:
    """Whether a human has still to act."""
    return card.closed_at is None


def close(card: SafetyCard, action: str, acted_at: str, initials: str, now: datetime) -> None:
    """Record what was done. Raises Refusal when action, time or initials are missing."""
    wanted = ((action, "what you did"), (acted_at, "the time"), (initials, "your initials"))
    lacking = [words for value, words in wanted if not value]
    if lacking:
        raise Refusal(f"Write {', '.join(lacking)}: a safety card is closed only by what a person did.")
    card.action, card.acted_at, card.initials, card.closed_at = action, acted_at, initials, now


CARD_WORDS = (
    "Speak with them alone, today, before they leave.\n"
    "Ask plainly: “Are you thinking about ending your life?” Then, as a question of its own and only when nobody else "
    "can hear: “Is anybody hurting you or frightening you?”\n"
    "Offer to phone a crisis line together. If there is immediate danger, phone the emergency number and do not leave "
    "them alone."
)
"""What the card says until the facilitator writes her own wording."""

ACTIONS = (
    "Talked alone. They chose to go on today. They have the numbers.",
    "Phoned a crisis line together.",
    "Phoned the emergency number and stayed with them.",
    "Somebody they trust came for them.",
)
"""One-tap actions; own words stand beside them. Nothing is ever recorded as safe."""


def with_own_words(typed: str, action: str) -> str:
    """A prepared action beside what was typed: it takes the place of another prepared one, never of own words."""
    own = typed.strip()
    for prepared in ACTIONS:
        own = own.replace(prepared, "").strip()
    if own and own[-1] not in ".!?":
        own += "."
    return f"{own} {action}".strip()


RED_FLAGS = (
    "Thoughts or plans of suicide, or self-harm",
    "Violence or coercion, from anyone or towards anyone",
    "A child or a vulnerable adult at risk",
    "Hearing or believing what others do not (psychosis), or a very high mood with little sleep (mania)",
    "Stopping alcohol or drugs that the body depends on",
    "An eating disorder together with a goal about weight",
    "Fainting, or losing weight fast",
    "Changing or stopping medication without the doctor",
    "Leaning on the partner for everything",
    "Pressure about money or sex",
)
"""What asks for a pause and for other help, whatever the answers say (EVIDENCE, safety)."""
CHECK_AFTER = timedelta(days=335)
"""Crisis contacts are checked once a year; Today asks thirty days ahead."""


def wants_check(checked_on: date | None, today: date) -> bool:
    """Whether the numbers should be dialled again soon."""
    return checked_on is None or today - checked_on >= CHECK_AFTER


_BY_COUNTRY: dict[str, tuple[tuple[str, str], ...]] = {
    "NZ": (("Emergency", "111"), ("Need to talk? Free call or text, day and night", "1737")),
    "AU": (("Emergency", "000"), ("Lifeline, day and night", "13 11 14")),
    "UK": (("Emergency", "999"), ("Samaritans, day and night", "116 123")),
    "US": (("Emergency", "911"), ("Suicide and crisis lifeline, call or text", "988")),
    "EU": (("Emergency", "112"),),
}
_ZONES: tuple[tuple[str, str], ...] = (
    ("Pacific/Auckland", "NZ"),
    ("Pacific/Chatham", "NZ"),
    ("Australia/", "AU"),
    ("Europe/London", "UK"),
    ("Europe/", "EU"),
    ("US/", "US"),
    ("America/New_York", "US"),
    ("America/Chicago", "US"),
    ("America/Denver", "US"),
    ("America/Los_Angeles", "US"),
    ("America/Phoenix", "US"),
    ("America/Anchorage", "US"),
    ("Pacific/Honolulu", "US"),
)


def country_of(time_zone: str) -> str:
    """The country, or a group of countries, in which a time zone lies; empty where that is not known."""
    return next((country for zone, country in _ZONES if time_zone.startswith(zone)), "")


def usual_contacts(time_zone: str) -> list[CrisisContact]:
    """The numbers to begin with, by time zone; the facilitator dials them once before they count as checked."""
    found = _BY_COUNTRY.get(country_of(time_zone), ())
    return [CrisisContact(n, name, number, role_of(name)) for n, (name, number) in enumerate(found)]


def role_of(name: str) -> ContactRole:
    """What a number is for until the facilitator says otherwise: only one that is called "Emergency" is for danger.

    A number to talk that paper calls one for danger would harm; one for danger under its own words does not.
    """
    return ContactRole.EMERGENCY if name.strip(" .:").casefold() == "emergency" else ContactRole.TALK
