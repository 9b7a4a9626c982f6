"""Step 6: what two or three people promise each other about their calls."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class AgreementState(StrEnum):
    """How far an agreement has come."""

    DRAFT = "draft"
    SIGNED = "signed"
    BY_HAND = "signed, terms written by hand"


class HelpStyle(StrEnum):
    """How somebody wants to be helped on a call."""

    LISTEN = "listen"
    IDEAS = "give me ideas"
    PUSH = "push me"


@dataclass(eq=False)
class AgreementVoice:
    """One member's own part: how to be helped, what is asked of the other, and the day of the signature."""

    participant_id: int
    wants: HelpStyle | None = None
    asks: str = ""
    signed_on: date | None = None
    id: int | None = None
    uid: str = ""
    agreement_id: int | None = None


@dataclass(eq=False)
class Agreement:
    """One version of a partnership's terms. Once signed, `snapshot` holds the terms as they were, for good.

    `signed_on` is the day on which it was signed, `typed_on` the day on which that was typed.
    """

    partnership_id: int
    version: int = 1
    state: AgreementState = AgreementState.DRAFT
    window_starts: str = ""
    window_backup: str = ""
    minutes: int = 15
    who_dials: str = ""
    how_we_listen: str = ""
    off_limits: str = ""
    confront_where: str = ""
    missed_call: str = ""
    holidays: str = ""
    shared_project: str = ""
    witness: str = ""
    copied_from_paper: bool = False
    signed_on: date | None = None
    typed_on: date | None = None
    snapshot: dict[str, Any] | None = None
    id: int | None = None
    uid: str = ""
    voices: list[AgreementVoice] = field(default_factory=list)


@dataclass(eq=False)
class UsualTerms:
    """The words with which every agreement of a workshop begins; the facilitator may change them."""

    workshop_id: int
    minutes: int = 15
    who_dials: str = ""
    how_we_listen: str = ""
    confront_where: str = ""
    missed_call: str = ""
    holidays: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class PrintedAgreement:
    """What came out of the printer: the very bytes, and a digest of the terms that they say."""

    partnership_id: int
    version: int
    code: str
    printed_at: datetime
    terms_digest: str
    pdf: bytes
    id: int | None = None
    uid: str = ""


LISTEN = (
    "We ask: did you do what you planned, what helped or got in the way, what is next? "
    "We give advice only when asked, and listen for what the other means."
)
MISSED = "If one cannot call, that person sends a message within half an hour and offers the backup time. No blame."
CONFRONT = "We meet within three days, and each speaks five minutes without being interrupted."
DIALS = ("We take turns: even dates and odd dates", "Whoever is free first", "Calls rotate A–B, B–C, C–A")


def usual_terms(workshop_id: int) -> UsualTerms:
    """The words of this program, in force until the facilitator changes them."""
    return UsualTerms(workshop_id, 15, DIALS[0], LISTEN, CONFRONT, MISSED, "")


def usual(partnership_id: int, members: list[int], terms: UsualTerms) -> Agreement:
    """A first draft with the usual terms of the workshop. Three people rotate their calls."""
    rotate = len(members) == 3 and terms.who_dials == DIALS[0]
    return Agreement(
        partnership_id,
        minutes=terms.minutes,
        who_dials=DIALS[2] if rotate else terms.who_dials,
        how_we_listen=terms.how_we_listen,
        missed_call=terms.missed_call,
        confront_where=terms.confront_where,
        holidays=terms.holidays,
        voices=[AgreementVoice(member) for member in members],
    )


def voice_of(agreement: Agreement, member: int) -> AgreementVoice:
    """One member's own part, empty where nothing was said."""
    return next((v for v in agreement.voices if v.participant_id == member), AgreementVoice(member))
