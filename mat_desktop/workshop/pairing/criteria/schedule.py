"""How much room both have for the daily call."""

from datetime import date

from mat_desktop.workshop.pairing.candidates import DAYS_NEEDED, Candidate, shared_time
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding

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


SCHEDULE = Criterion("schedule", "Free at the same time", 15, find)
