"""Erasing one person: the request with its days, and what stays of somebody who was erased."""

from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.workshop.participants.participant import Participant, Registration
from mat_desktop.workshop.setup import Workshop, months_after

WAIT = timedelta(days=7)
"""So long a request waits, locked, and can be called off; unless the person wishes that it is done at once."""
NOTICE = timedelta(days=14)
"""So long before the promise to those who do not take part runs out, Today asks."""
_PROMISED_MONTHS = 3
ERASED = "(erased)"
"""Stands where words were erased, and for the name of somebody who was."""


@dataclass(eq=False)
class ErasureRequest:
    """That somebody asked to be erased, on which day, when it is due, and when it was done.

    It points to nobody once the person is gone altogether. `whole` is one for everybody of the workshop, and for the
    workshop itself: it points to nobody, and goes with the workshop.
    """

    workshop_id: int
    participant_id: int | None
    asked_on: date
    erase_on: date
    done_on: date | None = None
    whole: bool = False
    id: int | None = None
    uid: str = ""


def erased_by(workshop: Workshop, settled_on: date | None = None) -> date:
    """Until when those who do not take part are erased, as they were promised at the first call.

    `settled_on` is the day on which it was clear that somebody does not; else it is clear after the workshop.
    """
    return months_after(min(settled_on or workshop.held_on, workshop.held_on), _PROMISED_MONTHS)


def left_of(workshop_id: int, time_zone: str) -> Participant:
    """What stays in the place of somebody whose partners’ record goes on: one person took part, and no more."""
    return Participant(
        workshop_id,
        ERASED,
        registration=Registration.CANCELLED,
        reach_by_phone=False,
        time_zone=time_zone,
        no_follow_up=True,
    )
