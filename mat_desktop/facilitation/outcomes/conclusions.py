"""What may be concluded from the figures of one measure, and what not."""

from enum import Enum, auto

from mat_desktop.facilitation.shown.figure_words import number, occasion
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.workshop.outcomes.summary import Summary, Verdict


class Allotted(Enum):
    """How arms came about, and whether a comparison was planned; only those of a sealed list may speak of causes."""

    BY_HAND = auto()
    WITHOUT_PLAN = auto()
    AS_PLANNED = auto()
    BESIDE_THE_PLAN = auto()


_BY_LIST = "The arms were compared as a sealed list allotted them; only that comparison may speak of causes."
_PLANNED = {
    Allotted.WITHOUT_PLAN: f"{_BY_LIST} No plan was sealed before anybody was included, so it explores and proves "
    "nothing.",
    Allotted.AS_PLANNED: f"{_BY_LIST} It is the one that the sealed plan names.",
    Allotted.BESIDE_THE_PLAN: f"{_BY_LIST} The sealed plan names another measure or point, so this one explores and "
    "proves nothing.",
}


def concluded(summary: Summary, *, allotted: Allotted = Allotted.BY_HAND, decimals: int = 1) -> tuple[str, ...]:
    """What may be concluded, and what not: one verdict from the one test of change.

    Only arms that a sealed list allotted may be spoken of as causes.
    """
    if summary.at is None or summary.verdict is Verdict.NOTHING:
        return ("Nothing may be concluded yet.",)
    when = f"up to {occasion(summary.at)} the people who answered"
    first = {
        Verdict.TOO_FEW: (
            f"May be said: {when} moved by {number(summary.mean_change, decimals)} on average. "
            "So few partnerships cannot tell that from chance."
        ),
        Verdict.UNMOVED: f"May be said: up to {occasion(summary.at)} the mean changed in no partnership that answered.",
        Verdict.OPEN: f"May be said: {when} may have changed either way on this measure; the direction is not known.",
        Verdict.BETTER: f"May be said: {when} changed for the better on average on this measure.",
        Verdict.WORSE: f"May be said: {when} changed for the worse on average on this measure.",
    }[summary.verdict]
    second = "May not be said: that the workshop or the calls did it."
    if allotted in _PLANNED and summary.comparison is not None and summary.comparison.test is not None:
        second = _PLANNED[allotted]
    missing = summary.not_heard_from
    third = f"Nothing is known of {counted(missing, 'person', 'people')} not heard from." if missing else ""
    return tuple(sentence for sentence in (first, second, third) if sentence)
