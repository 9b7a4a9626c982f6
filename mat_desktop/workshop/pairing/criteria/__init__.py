"""What makes two people fit, one file a criterion. Each gives a fit from 0 to 1 and its reason in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mat_desktop.workshop.pairing.candidates import Candidate


@dataclass(frozen=True)
class Finding:
    """What one criterion says about two people. `speaks_for` is None where nothing is known."""

    fit: float
    reason: str
    speaks_for: bool | None


Criterion = Callable[[Candidate, Candidate, date], Finding]

UNKNOWN_FIT = 0.5
"""Not knowing speaks neither for nor against."""
