"""To which occasion an answer belongs, and who gave it."""

from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.workshop.answers.responses import (
    Informant,
    Occasion,
)
from mat_desktop.workshop.setup import Workshop, meets_on


@dataclass(frozen=True)
class When:
    """At which occasion somebody answered, at which follow-up point where it was one, and who answered."""

    occasion: Occasion
    months: int = 0
    informant: Informant = Informant.SELF


def at_follow_up(months: int, informant: Informant = Informant.SELF) -> When:
    """The occasion of a follow-up point."""
    return When(Occasion.LATER, months, informant)


def occasion_now(workshop: Workshop, today: date) -> Occasion:
    """Before the workshop day it is the call, from then on the day."""
    return Occasion.CALL if today < workshop.held_on else Occasion.DAY


AROUND = timedelta(days=30)
"""From so long before a follow-up meeting on, what somebody answers alone belongs to that follow-up."""


def when_now(workshop: Workshop, day: date) -> When:
    """To which occasion belongs what somebody answers alone on a day: the call, the day, or a follow-up."""
    begun = [p for p in workshop.points if meets_on(workshop, p) - AROUND <= day]
    if begun:
        return at_follow_up(max(begun, key=lambda p: p.months).months)
    return When(occasion_now(workshop, day))
