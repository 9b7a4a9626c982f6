"""Whether both are about equally ready."""

from datetime import date

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Finding

WEIGHT = 10


def find(a: Candidate, b: Candidate, _around: date) -> Finding:
    """One at no distance on the 0-10 rulers, none at five points or more."""
    if a.readiness is None or b.readiness is None:
        return Finding(UNKNOWN_FIT, "", None)
    distance = abs(a.readiness - b.readiness)
    near = distance <= 1.5
    return Finding(max(0.0, 1 - distance / 5), "About equally ready" if near else "Not equally ready", near)
