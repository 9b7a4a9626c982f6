"""What makes two people fit, one file a criterion. Each gives a fit from 0 to 1, with what speaks for and against.

A further criterion is one more file here, and its name in `ALL` of `fit`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.candidates import Candidate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Fits = NDArray[np.float64]
    """The fit of every two people, from 0 to 1: a row for the first, a column for the second."""


@dataclass(frozen=True)
class Finding:
    """What one criterion says about two people: the fit, and in words what speaks for and against them."""

    fit: float
    reason: str = ""
    against: str = ""


@dataclass(frozen=True)
class Criterion:
    """One criterion: its name in files, its title on the screen, and what it counts unless it is changed.

    `find` says it of two people, in words as well. `of_all` gives the same fits for every two of many people at once,
    and of two the one who comes first in the sequence is the first.
    """

    name: str
    title: str
    weight: int
    find: Callable[[Candidate, Candidate, date], Finding]
    of_all: "Callable[[Sequence[Candidate], date], Fits]"


UNKNOWN_FIT = 0.5
"""Not knowing speaks neither for nor against."""


def marks(people: Sequence[Candidate], given: "Callable[[Candidate], Iterable[tuple[str, float]]]") -> "Fits":
    """What each gave every other, by their keys: a row for who gave it; unknown where nothing was given."""
    import numpy as np

    number = {person.key: place for place, person in enumerate(people)}
    found = np.full((len(people), len(people)), UNKNOWN_FIT)
    for place, person in enumerate(people):
        for key, value in given(person):
            if key in number:
                found[place, number[key]] = value
    return found


def alike(values: Sequence[str | None], same: float, different: float) -> "Fits":
    """One fit for all who have the same, another for those who have not; unknown where either has nothing."""
    import numpy as np

    codes = {value: code for code, value in enumerate(dict.fromkeys(filter(None, values)))}
    has = np.array([codes.get(value, -1) if value else -1 for value in values])
    found = np.where(has[:, None] == has, same, different)
    return np.where((has[:, None] < 0) | (has < 0), UNKNOWN_FIT, found)
