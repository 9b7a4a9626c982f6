"""Missed calls and repair talks: what follows from the log, for whom, and by when.

Two missed calls running, or three within fourteen days: a repair talk within 72 hours at the agreed place. Seven days
of silence, or two repair talks that did not help: the facilitator phones each person alone. A day that is not known is
never a missed call.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mat_desktop.workshop.contact.days import Mark

REPAIR_WITHIN = timedelta(hours=72)
RUNNING, WITHIN_DAYS, THREE = 2, 14, 3
SILENT = 7
SETTLED_BY = 7
"""So many agreed days with a call, one after the other, and a missed call needs no talk any more."""


class TalkOutcome(StrEnum):
    """What became of a repair talk."""

    AGREED = "one change agreed"
    NOT_SETTLED = "not settled"
    NOT_HELD = "did not take place"


@dataclass(eq=False)
class RepairTalk:
    """A talk at an agreed time and place: what came of it, the one small change, and the day on which to look again."""

    partnership_id: int
    planned_on: date
    at_time: str = ""
    place: str = ""
    outcome: TalkOutcome | None = None
    held_on: date | None = None
    change: str = ""
    check_on: date | None = None
    helped: bool | None = None
    typed_on: date | None = None
    id: int | None = None
    uid: str = ""


class Asked(StrEnum):
    """What the log asks of the facilitator."""

    REPAIR = "repair talk"
    ALONE = "phone each alone"


@dataclass(frozen=True)
class Need:
    """One thing that the log asks for: since which day, and why in a fact."""

    what: Asked
    since: date
    why: str


def need(agreed: Sequence[date], marks: Mapping[date, Mark], talks: Sequence[RepairTalk]) -> Need | None:
    """The most pressing thing that the log of one partnership asks for, or None.

    Args:
        agreed: the partnership's agreed days, in order.
        marks: what is known of each day from all logs together.
        talks: its repair talks.
    """
    failed = sorted((t for t in talks if has_failed(t)), key=lambda t: t.planned_on)
    helped_since = max((t.planned_on for t in talks if t.helped or t.outcome is TalkOutcome.AGREED), default=date.min)
    failed = [t for t in failed if t.planned_on >= helped_since]
    if len(failed) >= RUNNING:
        return Need(Asked.ALONE, failed[-1].held_on or failed[-1].planned_on, "Two repair talks did not help.")
    after = max((t.held_on or t.planned_on for t in talks), default=date.min)
    return _from_log([day for day in agreed if day in marks and day > after], agreed, marks)


def has_failed(talk: RepairTalk) -> bool:
    """A talk that settled nothing, was not held, or whose change did not help."""
    return talk.helped is False or talk.outcome in (TalkOutcome.NOT_SETTLED, TalkOutcome.NOT_HELD)


def _from_log(known: Sequence[date], agreed: Sequence[date], marks: Mapping[date, Mark]) -> Need | None:
    place = {day: number for number, day in enumerate(agreed)}
    missed: list[date] = []
    talked = run = 0
    found: Need | None = None
    for day in known:
        if marks[day] is Mark.NO_CALL:
            follows = bool(missed) and place[day] - place[missed[-1]] == 1
            run = run + 1 if follows else 1
            talked = 0
            missed.append(day)
            found = _judged(missed, run) or found
        elif marks[day] is Mark.TALKED:
            talked += 1
            if talked >= SETTLED_BY:
                found, missed = None, []
    return found


def _judged(missed: Sequence[date], run: int) -> Need | None:
    day = missed[-1]
    if run >= SILENT:
        return Need(Asked.ALONE, day, f"No call on {run} agreed days running.")
    if run >= RUNNING:
        return Need(Asked.REPAIR, day, f"No call on {run} agreed days running.")
    near = [d for d in missed if (day - d).days < WITHIN_DAYS]
    if len(near) >= THREE:
        return Need(Asked.REPAIR, day, f"No call on {len(near)} days within {WITHIN_DAYS}.")
    return None
