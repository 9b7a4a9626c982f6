"""Ballots, rules about two people, rounds, weights and partnerships."""

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
    ASKED = "being asked"
    TRIAL = "on trial"
    CONFIRMED = "confirmed"
    PAUSED = "paused"
    ENDED = "ended"
    NOT_BEGUN = "did not come about"


class Reply(StrEnum):
    """How far one member has been asked in private. Which of two would rather not is told to nobody."""

    TOLD = "told"
    YES = "yes"
    RATHER_NOT = "would rather not"
    TALK_FIRST = "talk with me first"


LIVE = (
    PartnershipState.PROPOSED,
    PartnershipState.ASKED,
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
class Couple:
    """Two who live as a couple. They are paired only where each, asked alone, opts in; a private limit till then."""

    workshop_id: int
    first_id: int
    second_id: int
    first_opts_in: bool = False
    second_opts_in: bool = False
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class Similarity:
    """How alike one person felt to another after their round, 1 to 5."""

    participant_id: int
    about_id: int
    rating: int
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class Meeting:
    """Two people who meet in one of the three-minute rounds; the first round is 1."""

    workshop_id: int
    round: int
    first_id: int
    second_id: int
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class CriterionWeight:
    """How much one criterion counts in a workshop, where that is not as usual: 0 not, 1 a little, 2 usual, 3 a lot."""

    workshop_id: int
    criterion: str
    stop: int
    id: int | None = None
    uid: str = ""


@dataclass(eq=False)
class Member:
    """One person's place in a partnership: 0 is partner A, 1 is B, 2 is C."""

    participant_id: int
    position: int
    reply: Reply | None = None
    joined_on: date | None = None
    """The day on which somebody joined a partnership that was there already."""
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
    """The state from before the partnership was put on hold."""
    held_on: date | None = None
    """Since when it is on hold; the days from then on are not agreed."""
    locked: bool = False
    """Stays as it is when pairs are suggested again."""
    override: str = ""
    """The limits that the facilitator set aside when this partnership was made."""
    together: bool = False
    """In a group of three: all are on every call, instead of two at a time by rota."""
    arm_id: int | None = None
    id: int | None = None
    uid: str = ""
    members: list[Member] = field(default_factory=list)


def hold(partnership: Partnership, on: date) -> None:
    """Put a live partnership on hold from this day on; it goes on only by the facilitator's word."""
    if partnership.state is not PartnershipState.PAUSED:
        partnership.held_from = partnership.state
        partnership.state = PartnershipState.PAUSED
        partnership.held_on = on


def people_of(partnership: Partnership) -> tuple[int, ...]:
    """The members' ids in the order A, B, C."""
    return tuple(m.participant_id for m in sorted(partnership.members, key=lambda m: m.position))


def not_begun(partnership: Partnership) -> None:
    """The partnership did not come about. Who of its members would rather not is kept nowhere."""
    partnership.state = PartnershipState.NOT_BEGUN
    partnership.locked = False
    forget_replies(partnership)


def forget_replies(partnership: Partnership) -> None:
    """What each member said is kept only until it has led to something."""
    for member in partnership.members:
        member.reply = None
