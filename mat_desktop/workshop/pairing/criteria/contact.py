"""How each likes best to talk."""

from datetime import date

from mat_desktop.workshop.pairing.candidates import Candidate
from mat_desktop.workshop.pairing.criteria import UNKNOWN_FIT, Criterion, Finding


def find(a: Candidate, b: Candidate, _around: date) -> Finding:
    """The same way liked best is a full fit, different ways a small one; that one way works is a limit, not this."""
    if a.talks_best_by is None or b.talks_best_by is None:
        return Finding(UNKNOWN_FIT)
    if a.talks_best_by is b.talks_best_by:
        return Finding(1.0, f"Both like it best: {a.talks_best_by}")
    return Finding(0.2, "", f"Like different ways best: {a.talks_best_by}, {b.talks_best_by}")


CONTACT = Criterion("contact", "Same way of talking", 5, find)
