"""How much room both have for the daily call."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.all_times import shared_times
from mat_desktop.workshop.pairing.candidates import DAYS_NEEDED, Candidate, shared_time
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding

if TYPE_CHECKING:
    from mat_desktop.workshop.pairing.criteria import Fits

AMPLE_MINUTES = 7 * 150


def find(a: Candidate, b: Candidate, around: date) -> Finding:
    """Full fit at two and a half shared hours a day; less in proportion."""
    if a.fixes_weekly or b.fixes_weekly:
        return Finding(UNKNOWN_FIT, "They fix the time each Sunday")
    shared = shared_time(a, b, around)
    if shared is None:
        return Finding(UNKNOWN_FIT, "Ask when both are free")
    fit = min(1.0, shared.minutes / AMPLE_MINUTES)
    if shared.example is None:
        return Finding(0.0, "", "Never free at the same time")
    start, end = shared.example
    words = f"Both free {start:%H:%M}–{end:%H:%M}, {shared.days} days a week"
    return Finding(fit, words) if shared.days >= DAYS_NEEDED else Finding(fit, "", words)


def of_all(people: Sequence[Candidate], around: date) -> "Fits":
    """The same for every two people."""
    import numpy as np

    fit = np.minimum(1.0, shared_times(people, around).minutes / AMPLE_MINUTES)
    weekly = np.array([person.fixes_weekly for person in people])
    return np.where(weekly | weekly[:, None] | (fit < 0), UNKNOWN_FIT, fit)


SCHEDULE = Criterion("schedule", "Free at the same time", 15, find, of_all)
