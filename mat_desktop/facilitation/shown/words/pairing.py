"""What keeps two people apart, what is in the way of placing everybody, and how good a suggestion is."""

from mat_desktop.facilitation.shown.numbers import spelled
from mat_desktop.workshop.pairing.impossible import Relaxed
from mat_desktop.workshop.pairing.rules import Limit

NOT_WORKED_OUT = "This one did not work out. Let us look at what else we can do."
"""What both hear alike where it does not come about or does not go on; it promises no other partner."""


def would_you_try(trial_days: int, others: str) -> str:
    """What each is asked alone about a pair, by slip and by word."""
    weeks, rest = divmod(trial_days, 7)
    long = f"{spelled(weeks)} week{'s' if weeks != 1 else ''}" if not rest else f"{trial_days} days"
    return f"Would you try {long} of calls with {others}?"


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


_SHORT = (
    "With so many people not every group of three was tried. The lowest fit is the best possible; all fits together "
    "are at most {points} below the best possible."
)


def short_of_best(points: int) -> str:
    """What is said of a suggestion whose fits together may be so far below the best; empty where it is the best."""
    return _SHORT.format(points=points) if points else ""
