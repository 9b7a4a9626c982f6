"""What keeps two people apart, and what is in the way of placing everybody."""

from mat_desktop.workshop.pairing.impossible import Relaxed
from mat_desktop.workshop.pairing.rules import Limit

LIMITS: dict[Limit, str] = {
    Limit.PRIVATE: "private limits",
    Limit.APART: "kept apart",
    Limit.LANGUAGE: "no shared language",
    Limit.TIME: "no shared call time on enough days",
    Limit.TALKING: "no shared way of talking",
}


def rule_words(rule: Relaxed) -> str:
    """A rule that is in the way. Only people who are kept apart or locked are named."""
    if rule.limit is None:
        return f"{' and '.join(rule.people)} are locked"
    return f"{' and '.join(rule.people)} are {LIMITS[rule.limit]}" if rule.people else LIMITS[rule.limit]
