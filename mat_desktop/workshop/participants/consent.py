"""Consents: each asked apart, each kept with the very words that were agreed to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ConsentKind(StrEnum):
    """What a person can agree to, or not, one by one."""

    FIRST_CALL = "first call"
    TAKE_PART = "take part"
    STORE = "store"
    RESEARCH = "research"
    LATER_CONTACT = "later contact"
    EMERGENCY = "emergency contact"
    SHARE_RATINGS = "share ratings"
    STUDY = "study"


WORDING_VERSION = 3
WORDING: dict[ConsentKind, str] = {
    ConsentKind.FIRST_CALL: (
        "Before I ask you anything: may I write down your answers? They are locked on my computer. I use them only to "
        "see, with you, if daily calls are a good idea now. If you do not take part, I erase them within three months. "
        "You can say no. Then we just talk, and I write down only your name, your number and what you would like."
    ),
    ConsentKind.TAKE_PART: "I am 18 or older and I want to take part. I know that it is not treatment.",
    ConsentKind.STORE: "My answers, also about my health, may be kept on the computer until {until}.",
    ConsentKind.RESEARCH: "My answers may be counted with others, without my name, to learn what helps.",
    ConsentKind.LATER_CONTACT: (
        "{facilitator} may ask me again in later years. Then my name, number and answers are kept until {later}."
    ),
    ConsentKind.EMERGENCY: (
        "If my life is in danger, {facilitator} may phone: {line} number {line} I have told this person."
    ),
    ConsentKind.STUDY: (
        "Chance decides which calls you have.{wait} You can say no and still take part, and you can leave the study "
        "and go on with your calls."
    ),
    ConsentKind.SHARE_RATINGS: "My partner may see how I rated our calls, if they agree to the same.",
}
"""The present wording, with room for who asks and until when; a change gets a new version, and what was agreed to
stays as it was."""

ASKED = (
    ConsentKind.TAKE_PART,
    ConsentKind.STORE,
    ConsentKind.RESEARCH,
    ConsentKind.LATER_CONTACT,
    ConsentKind.EMERGENCY,
)
"""What stands on the sheet, in its order. To share ratings is asked no more; what older libraries hold stays there."""
ON_THE_SECOND_SHEET = "I want to take part in the study."
"""The one question of the sheet about a study, which is never mixed with the first."""
NEEDED = (ConsentKind.TAKE_PART,)
"""One yes is needed to take part; everything else can be a no."""
AT_THE_DOOR = (ConsentKind.TAKE_PART, ConsentKind.STORE)
"""What whoever walks in is asked."""
OF_KEEPING = (ConsentKind.STORE, ConsentKind.FIRST_CALL)
"""Where a no means: on paper only."""


@dataclass(eq=False)
class Consent:
    """One answer to a consent: the wording that was put, since when, until when, and whether it was a no."""

    kind: ConsentKind
    wording: str
    version: int
    given_on: date
    withdrawn_on: date | None = None
    refused: bool = False
    id: int | None = None
    uid: str = ""
    participant_id: int | None = None
