"""What makes two people fit, one file a criterion. Each gives a fit from 0 to 1, with what speaks for and against.

A further criterion is one more file here, and its name in `ALL` of `fit`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mat_desktop.workshop.pairing.candidates import Candidate


@dataclass(frozen=True)
class Finding:
    """What one criterion says about two people: the fit, and in words what speaks for and against them."""

    fit: float
    reason: str = ""
    against: str = ""


@dataclass(frozen=True)
class Criterion:
    """One criterion: its name in files, its title on the screen, and what it counts unless it is changed."""

    name: str
    title: str
    weight: int
    find: Callable[[Candidate, Candidate, date], Finding]


UNKNOWN_FIT = 0.5
"""Not knowing speaks neither for nor against."""
