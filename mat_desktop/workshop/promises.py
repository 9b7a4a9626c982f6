"""A promised contact: to whom, why, by which day, how often it was tried, and whether it was kept.

Every sentence by which the facilitator says "I will phone you" makes one. A safety promise never runs out: after the
second miss it asks what is done instead, and it stays until it was kept.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined


class PromiseReason(StrEnum):
    """What a promise came from. It is never shown in a list; the values stand in libraries."""

    OWN = "own"
    SAID_BEFORE = "said before"
    REFERRED = "referred"
    NOT_NOW = "not now"
    WAITS = "waits"
    NO_PARTNER = "no partner"
    LEFT = "left"
    TALK_FIRST = "talk first"
    NOT_COME_ABOUT = "not come about"
    CARD = "card"
    HOLD = "hold"
    BEREAVED = "bereaved"
    HAPPENED = "something has happened"
    WORSE = "worse"
    ASKED_TO_TALK = "asked to talk"
    DAY_14 = "day 14"
    MONTH_1 = "month 1"
    MONTH_3 = "month 3"


PLANNED = (PromiseReason.DAY_14, PromiseReason.MONTH_1, PromiseReason.MONTH_3)
"""Calls that go with every partnership: they are known from its dates, and kept as a row once something was done."""
UNTIL_PLACED = (
    PromiseReason.WAITS,
    PromiseReason.NO_PARTNER,
    PromiseReason.TALK_FIRST,
    PromiseReason.NOT_COME_ABOUT,
)
"""What was promised because there was no partner yet: it is kept by finding one."""
SEEN_AT_HOME = (*PLANNED, PromiseReason.OWN, PromiseReason.SAID_BEFORE, PromiseReason.WAITS, PromiseReason.NO_PARTNER)
"""What may stand on a page at home or in a calendar; every other call was promised because of something private."""


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    CALLED_OFF = "called off"
    NOT_REACHED = "could not reach"


class Instead(StrEnum):
    """What is done when a safety call was missed twice."""

    AGAIN_TODAY = "again today"
    NAMED_PERSON = "the person they named"
    WELFARE_CHECK = "emergency number or welfare check"
    SECOND_PERSON = "the second person"


@dataclass(eq=False)
class Promise:
    """One promised contact. `by_week` says that a week was promised, of which `due_on` is the last day."""

    participant_id: int
    reason: PromiseReason
    promised_on: date
    due_on: date
    by_week: bool = False
    safety: bool = False
    partnership_id: int | None = None
    state: PromiseState = PromiseState.OPEN
    attempts: int = 0
    """On how many different days somebody was tried and not reached."""
    tried_on: date | None = None
    """The last of these days."""
    instead: Instead | None = None
    """What was decided about a safety call after the second miss."""
    instead_on: date | None = None
    closed_on: date | None = None
    id: int | None = None
    uid: str = ""


ORDINARY_ATTEMPTS = 3
"""After so many days without an answer reminders about an ordinary promise end."""
SAFETY_MISSES = 2
"""After so many misses a safety promise asks what is done instead."""
WITHIN = {
    PromiseReason.REFERRED: timedelta(days=7),
    PromiseReason.NOT_NOW: timedelta(days=7),
    PromiseReason.LEFT: timedelta(days=1),
    PromiseReason.TALK_FIRST: timedelta(days=0),
    PromiseReason.NOT_COME_ABOUT: timedelta(days=1),
    PromiseReason.CARD: timedelta(days=1),
    PromiseReason.HOLD: timedelta(days=2),
    PromiseReason.BEREAVED: timedelta(days=1),
    PromiseReason.HAPPENED: timedelta(days=3),
    PromiseReason.WORSE: timedelta(days=2),
    PromiseReason.ASKED_TO_TALK: timedelta(days=2),
}
"""By when a call is promised where the words name no day of their own; every one of them can be moved."""


def is_open(promise: Promise) -> bool:
    """Whether somebody still waits for this call."""
    return promise.state is PromiseState.OPEN


def keep(promise: Promise, day: date) -> None:
    """They have talked. How often it was tried before stays as a number only."""
    promise.state, promise.closed_on, promise.tried_on = PromiseState.KEPT, day, None


def call_off(promise: Promise, day: date) -> None:
    """What was promised is not needed any more: a partner was found, or it was a mistake."""
    promise.state, promise.closed_on = PromiseState.CALLED_OFF, day


def try_once(promise: Promise, day: date) -> None:
    """Nobody answered. Two attempts on one day are one; a third day ends an ordinary promise, never a safety one."""
    promise.instead = promise.instead_on = None
    if promise.tried_on is not None and promise.tried_on >= day:
        return
    promise.attempts, promise.tried_on = promise.attempts + 1, day
    if promise.attempts >= ORDINARY_ATTEMPTS and not promise.safety:
        promise.state, promise.closed_on = PromiseState.NOT_REACHED, day


def asks_instead(promise: Promise) -> bool:
    """Whether one of the four things has to be done now, because a safety call was missed twice."""
    return is_open(promise) and promise.safety and promise.attempts >= SAFETY_MISSES and promise.instead is None


def move(promise: Promise, day: date, today: date) -> None:
    """Promise another day. Raises Refusal for a day that is over, and before a missed safety call was decided about."""
    if day < today:
        raise Refusal("That day is over. Choose one that is still to come.")
    if asks_instead(promise):
        raise Refusal("This call was missed twice. Decide first what is done instead; then it can be moved.")
    promise.due_on, promise.by_week = day, False


def due_from(promise: Promise) -> date:
    """From when on it stands on Today: the day itself, or the first day of the week that was promised."""
    return promise.due_on - timedelta(days=6) if promise.by_week else promise.due_on


REASONS_GRAVE = (PromiseReason.CARD, PromiseReason.BEREAVED)
"""Promises that are safety promises whatever else is known."""


def refuse_open(names: list[str]) -> None:
    """Say who still waits for a call. Raises Refusal where there is anybody."""
    if names:
        raise Refusal(f"A call is still promised to {joined(names)}. Keep it, or call it off with them, first.")
