"""Whether both are about equally ready."""

from datetime import date

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding


def find(a: Candidate, b: Candidate, _around: date) -> Finding:
    """One at no distance on the 0-10 rulers, none at five points or more."""
    if a.readiness is None or b.readiness is None:
        return Finding(UNKNOWN_FIT)
    distance = abs(a.readiness - b.readiness)
    fit = max(0.0, 1 - distance / 5)
    return Finding(fit, "About equally ready") if distance <= 1.5 else Finding(fit, "", "Not equally ready")


READINESS = Criterion("readiness", "About equally ready", 10, find)
