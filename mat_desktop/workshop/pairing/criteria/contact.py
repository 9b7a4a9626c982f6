"""How each likes best to talk."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding, alike

if TYPE_CHECKING:
    from mat_desktop.workshop.pairing.criteria import Fits


def find(a: Candidate, b: Candidate, _around: date) -> Finding:
    """The same way liked best is a full fit, different ways a small one; that one way works is a limit, not this."""
    if a.talks_best_by is None or b.talks_best_by is None:
        return Finding(UNKNOWN_FIT)
    if a.talks_best_by is b.talks_best_by:
        return Finding(1.0, f"Both like it best: {a.talks_best_by}")
    return Finding(0.2, "", f"Like different ways best: {a.talks_best_by}, {b.talks_best_by}")


def of_all(people: Sequence[Candidate], _around: date) -> "Fits":
    """The same for every two people."""
    return alike([person.talks_best_by for person in people], 1.0, 0.2)


CONTACT = Criterion("contact", "Same way of talking", 5, find, of_all)
