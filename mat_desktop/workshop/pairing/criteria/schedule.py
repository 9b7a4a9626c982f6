"""How much room both have for the daily call."""

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.all_times import shared_times
from mat_desktop.workshop.pairing.candidates import DAYS_NEEDED, Candidate, shared_time
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding
from mat_desktop.workshop.participants.participant import DayKind, PartOfDay
from mat_desktop.workshop.text import joined

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
    words = f"Both free {_when(a, b, shared.example)}, {shared.days} days a week"
    return Finding(fit, words) if shared.days >= DAYS_NEEDED else Finding(fit, "", words)


def of_all(people: Sequence[Candidate], around: date) -> "Fits":
    """The same for every two people."""
    import numpy as np

    fit = np.minimum(1.0, shared_times(people, around).minutes / AMPLE_MINUTES)
    weekly = np.array([person.fixes_weekly for person in people])
    return np.where(weekly | weekly[:, None] | (fit < 0), UNKNOWN_FIT, fit)


def _when(a: Candidate, b: Candidate, example: tuple[time, time]) -> str:
    """In the words of the taps that both chose: `weekdays evening and late, weekend early`.

    By the clock where the two live in different zones, for then the same tap is another hour.
    """
    both = a.windows & b.windows
    if a.time_zone != b.time_zone or not both:
        return f"{example[0]:%H:%M}–{example[1]:%H:%M}"
    chosen = {day: [str(part) for part in PartOfDay if (day, part) in both] for day in DayKind}
    return ", ".join(f"{day} {joined(parts)}" for day, parts in chosen.items() if parts)


SCHEDULE = Criterion("schedule", "Free at the same time", 15, find, of_all)
