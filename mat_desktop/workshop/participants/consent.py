"""Consents: each asked apart, each kept with the very words that were agreed to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ConsentKind(StrEnum):
    """What a person can agree to, or not, one by one."""

    TAKE_PART = "take part"
    STORE = "store"
    RESEARCH = "research"
    LATER_CONTACT = "later contact"
    EMERGENCY = "emergency contact"
    SHARE_RATINGS = "share ratings"


WORDING_VERSION = 1
WORDING: dict[ConsentKind, str] = {
    ConsentKind.TAKE_PART: "I take part of my own free will. It is no treatment. I can stop at any time.",
    ConsentKind.STORE: "What I tell may be kept, encrypted, on the facilitator’s computer for the year after.",
    ConsentKind.RESEARCH: "My answers, without my name, may be used to learn what helps.",
    ConsentKind.LATER_CONTACT: "I may be asked again after the year, up to ten years.",
    ConsentKind.EMERGENCY: "If my life seems in danger, the person whom I named may be phoned.",
    ConsentKind.SHARE_RATINGS: "My partner may see how I rated our calls, if they agree to the same.",
}
"""The present wording; a change gets a new version, and what was agreed to stays as it was."""

NEEDED = (ConsentKind.TAKE_PART, ConsentKind.STORE)


@dataclass(eq=False)
class Consent:
    """One consent: the wording that was agreed to, since when, and until when."""

    kind: ConsentKind
    wording: str
    version: int
    given_on: date
    withdrawn_on: date | None = None
    id: int | None = None
    uid: str = ""
    participant_id: int | None = None
