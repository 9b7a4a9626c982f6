"""Step 6: what two or three people promise each other about their calls."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class AgreementState(StrEnum):
    """How far an agreement has come."""

    DRAFT = "draft"
    SIGNED = "signed"
    BY_HAND = "signed, terms written by hand"


@dataclass(eq=False)
class Agreement:
    """One version of a partnership's terms. Once signed, `snapshot` holds what was on the paper, for good."""

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
    copied_from_paper: bool = False
    signed_on: date | None = None
    snapshot: dict[str, Any] | None = None
    id: int | None = None
    uid: str = ""


LISTEN = (
    "We ask: did you do what you planned, what helped or got in the way, what is next? "
    "We give advice only when asked, and listen for what the other means."
)
MISSED = "If one cannot call, that person sends a message within half an hour and offers the backup time. No blame."
CONFRONT = "We meet within three days, and each speaks five minutes without being interrupted."
DIALS = ("We take turns: even dates and odd dates", "Whoever is free first", "Calls rotate A–B, B–C, C–A")


def usual(partnership_id: int, members: int) -> Agreement:
    """A first draft with the usual terms."""
    return Agreement(
        partnership_id,
        who_dials=DIALS[2] if members == 3 else DIALS[0],
        how_we_listen=LISTEN,
        missed_call=MISSED,
        confront_where=CONFRONT,
    )
