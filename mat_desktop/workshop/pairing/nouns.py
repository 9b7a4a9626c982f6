"""Ballots, keep-apart pairs and partnerships."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Choice(StrEnum):
    """What a private ballot says about one other person."""

    GLADLY = "gladly"
    COULD = "could"
    RATHER_NOT = "rather not"


class PartnershipState(StrEnum):
    """The life of a partnership."""

    PROPOSED = "proposed"
    TRIAL = "on trial"
    CONFIRMED = "confirmed"
    PAUSED = "paused"
    ENDED = "ended"


LIVE = (
    PartnershipState.PROPOSED,
    PartnershipState.TRIAL,
    PartnershipState.CONFIRMED,
    PartnershipState.PAUSED,
)
AGREED = (PartnershipState.TRIAL, PartnershipState.CONFIRMED, PartnershipState.PAUSED)


@dataclass(eq=False)
class Ballot:
    """One mark on a private ballot."""

    participant_id: int
    about_id: int
    choice: Choice
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class KeepApart:
    """Two people whom the facilitator does not pair, and why. Seen by nobody else."""

    workshop_id: int
    first_id: int
    second_id: int
    reason: str = ""
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class Member:
    """One person's place in a partnership: 0 is partner A, 1 is B, 2 is C."""

    participant_id: int
    position: int
    id: int | None = None
    uid: str = ""
    partnership_id: int | None = None


@dataclass(eq=False)
class Partnership:
    """Two or three people. `days_*` are kept in step with the call log, so that no list must count days."""

    workshop_id: int
    state: PartnershipState = PartnershipState.PROPOSED
    fit: int = 0
    confirmed_on: date | None = None
    ended_on: date | None = None
    ended_reason: str = ""
    days_talked: int = 0
    days_known: int = 0
    last_known_day: date | None = None
    held_from: PartnershipState | None = None
    """The state from before a safety card put the partnership on hold."""
    id: int | None = None
    uid: str = ""
    members: list[Member] = field(default_factory=list)


def hold(partnership: Partnership) -> None:
    """Put a live partnership on hold because of a safety card; it goes on only by the facilitator's word."""
    if partnership.state is not PartnershipState.PAUSED:
        partnership.held_from = partnership.state
        partnership.state = PartnershipState.PAUSED


def people_of(partnership: Partnership) -> tuple[int, ...]:
    """The members' ids in the order A, B, C."""
    return tuple(m.participant_id for m in sorted(partnership.members, key=lambda m: m.position))
