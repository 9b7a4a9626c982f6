"""How much room both have for the daily call."""

from datetime import date

from mat_desktop.workshop.pairing.candidates import Candidate, shared_time
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Finding

WEIGHT = 15
AMPLE_MINUTES = 7 * 150


def find(a: Candidate, b: Candidate, around: date) -> Finding:
    """Full fit at two and a half shared hours a day; less in proportion."""
    shared = shared_time(a, b, around)
    if shared is None:
        return Finding(UNKNOWN_FIT, "Ask when both are free", None)
    fit = min(1.0, shared.minutes / AMPLE_MINUTES)
    if shared.example is None:
        return Finding(0.0, "Never free at the same time", False)
    start, end = shared.example
    return Finding(fit, f"Both free {start:%H:%M}–{end:%H:%M}, {shared.days} days a week", True)
