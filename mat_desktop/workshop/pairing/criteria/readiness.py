"""Whether both are about equally ready."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding

if TYPE_CHECKING:
    from mat_desktop.workshop.pairing.criteria import Fits


def find(a: Candidate, b: Candidate, _around: date) -> Finding:
    """One at no distance on the 0-10 rulers, none at five points or more."""
    if a.readiness is None or b.readiness is None:
        return Finding(UNKNOWN_FIT)
    distance = abs(a.readiness - b.readiness)
    fit = max(0.0, 1 - distance / 5)
    return Finding(fit, "About equally ready") if distance <= 1.5 else Finding(fit, "", "Not equally ready")


def of_all(people: Sequence[Candidate], _around: date) -> "Fits":
    """The same for every two people."""
    import numpy as np

    values = np.array([np.nan if person.readiness is None else person.readiness for person in people])
    fit = np.maximum(0.0, 1 - np.abs(values[:, None] - values) / 5)
    return np.where(np.isnan(fit), UNKNOWN_FIT, fit)


READINESS = Criterion("readiness", "About equally ready", 10, find, of_all)
