"""Whom each would gladly work with."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding, marks
from mat_desktop.workshop.pairing.nouns import Choice

if TYPE_CHECKING:
    from mat_desktop.workshop.pairing.criteria import Fits

_VALUE = {Choice.GLADLY: 1.0, Choice.COULD: 0.5, Choice.RATHER_NOT: 0.0}


def find(a: Candidate, b: Candidate, _around: date) -> Finding:
    """The lower of the two choices counts most: a partnership wants both. A "rather not" is never put into words."""
    choices = [x.ballot.get(y.key) for x, y in ((a, b), (b, a))]
    if choices == [None, None]:
        return Finding(UNKNOWN_FIT)
    values = sorted(UNKNOWN_FIT if c is None else _VALUE[c] for c in choices)
    fit = 0.75 * values[0] + 0.25 * values[1]
    if choices == [Choice.GLADLY, Choice.GLADLY]:
        return Finding(fit, "Both chose each other")
    if Choice.GLADLY in choices:
        chooser, other = (a, b) if choices[0] is Choice.GLADLY else (b, a)
        return Finding(fit, f"{chooser.name} chose {other.name}", "Only one chose the other")
    return Finding(fit, "", "Neither chose the other")


def of_all(people: Sequence[Candidate], _around: date) -> "Fits":
    """The same for every two people."""
    import numpy as np

    values = marks(people, lambda person: ((key, _VALUE[choice]) for key, choice in person.ballot.items()))
    found: Fits = 0.75 * np.minimum(values, values.T) + 0.25 * np.maximum(values, values.T)
    return found


BALLOT = Criterion("ballot", "Who chose whom", 40, find, of_all)
