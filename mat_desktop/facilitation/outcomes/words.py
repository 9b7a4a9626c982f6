"""Figures in sentences: what they are, how sure they are, what may be concluded from them and what not.

There are two readers. Whoever runs a workshop without a study reads counts and changes; whoever runs a study, or reads
its report, reads the statistics too. Both read the same figures.
"""

from enum import Enum, auto

from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.figure_words import (
    between,
    number,
    occasion,
    p_in_words,
    probability,
    share_between,
)
from mat_desktop.facilitation.shown.numbers import counted, spelled
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.outcomes.association import RankCorrelation
from mat_desktop.workshop.outcomes.comparing import Comparison
from mat_desktop.workshop.outcomes.counting import PersonByPerson
from mat_desktop.workshop.outcomes.permutation import Permuted
from mat_desktop.workshop.outcomes.reliable import Better, Class
from mat_desktop.workshop.outcomes.summary import INFLATED, Summary, Verdict
from mat_desktop.workshop.outcomes.trajectory import GroupResult, Trajectory
from mat_desktop.workshop.text import joined

ONE_GROUP = "This is one small group without a comparison group."
ASSOCIATION = "This is an association: people doing well may also call more."
_CLASS_WORDS = {
    Class.RECOVERED: "recovered",
    Class.IMPROVED: "improved",
    Class.UNCHANGED: "without a reliable change",
    Class.DETERIORATED: "reliably worse",
    Class.HEALTHY: "healthy at the start already",
}


def caution(result: GroupResult) -> tuple[str, str]:
    """How to read the figures of the first goals: a lead in bold, and the rest."""
    if result.at is None:
        return ("No answers of a follow-up yet.", "Nothing can be said about change before they are in.")
    when = occasion(result.at)
    if result.mean_gain is None or result.mean_gain_if_missing_unmoved is None:
        return (f"Nobody who answered at {when} stands on the ladder.", "There is no number of steps to tell.")
    moved = f"{result.mean_gain:.1f} steps on average".replace("-", "−")
    if not result.not_heard_from:
        return (f"Everybody answered at {when}.", f"The {spelled(result.answered)} moved {moved}. {ONE_GROUP}")
    missing = len(result.not_heard_from)
    lead = f"{begun(spelled(missing))} of {spelled(result.began)} not heard from at {when}, so read this with care."
    unmoved = f"{result.mean_gain_if_missing_unmoved:.1f}".replace("-", "−")
    rest = (
        f"The {spelled(result.answered)} who answered moved {moved}. If the others had not moved at all, it would be "
        f"{unmoved}. {ONE_GROUP}"
    )
    return (lead, rest)


def gain_in_words(person: Trajectory) -> str:
    """`+3 steps`, or why there is no figure."""
    gain, at = person.gain, person.at
    if gain is None:
        return f"no answer at {occasion(at)}" if person.level(at) is None else "further back than the start"
    sign = "+" if gain > 0 else "−" if gain < 0 else ""
    return f"{sign}{counted(abs(gain), 'step')}"


def contact_in_words(person: Trajectory) -> str:
    """`117 of 181 days; 4 more remembered; 18 not known`: what is not known is always said beside what is."""
    more = f"; {person.recalled} more remembered" if person.recalled else ""
    return f"{person.contact_days} of {counted(person.agreed_days, 'day')}{more}; {person.not_known} not known"


def level_in_words(level: int | None) -> str:
    """A level of the ladder, or why there is none."""
    if level is None:
        return "no answer"
    return "further back" if level == FURTHER_BACK else f"+{level}" if level > 0 else f"−{-level}" if level else "0"


def figures(summary: Summary, *, blind: bool = True, study: bool = True, decimals: int = 1) -> tuple[str, ...]:
    """Everything that was worked out about one measure, a sentence a figure; what is not known is said so.

    Without a study it is told in counts and changes alone.
    """
    told = [_who(summary)]
    if summary.mean_change is None or summary.at is None:
        return (*told, *summary.notes)
    told.append(_change(summary, decimals))
    if study:
        told += _statistics(summary)
    if summary.each is not None:
        told += _person_by_person(summary, summary.each, study=study)
    if study:
        told += _associations(summary)
    told += _missing(summary, decimals)
    if study and summary.comparison is not None:
        told += arms_in_words(summary.comparison, blind=blind, decimals=decimals)
    return (*told, *summary.notes) if study else tuple(told)


def _who(summary: Summary) -> str:
    heard = ", ".join(f"{count} at {occasion(months)}" for months, count in summary.heard.items()) or "nobody yet"
    people = counted(summary.began, "person", "people")
    return f"{people} in {counted(summary.partnerships, 'partnership')} began; heard from: {heard}."


def _change(summary: Summary, decimals: int) -> str:
    assert summary.at is not None
    assert summary.shift is not None
    way = "lower is better" if summary.norms.better is Better.LOWER else "higher is better"
    told = (
        f"At {occasion(summary.at)}: mean change over partnerships {number(summary.mean_change, decimals)} ({way}), "
        f"from {counted(summary.analysed, 'person', 'people')} in "
        f"{counted(summary.partnerships_analysed, 'partnership')} with both values."
    )
    if summary.shift.interval is None:
        return f"{told} So few partnerships cannot say how far chance alone could have moved it."
    fits = between(summary.shift.interval, decimals)
    return f"{told} What the partnerships themselves make likely at 95 %: {fits}."


def _statistics(summary: Summary) -> list[str]:
    assert summary.shift is not None
    told = [f"Could it be chance? {_test(summary.shift.test, 'signs')}"]
    if summary.effect is not None:
        error = ""
        if summary.effect_ci is not None and summary.se_jackknife is not None:
            low, high = summary.effect_ci
            error = (
                f", error {summary.se_jackknife:.2f} leaving out a partnership at a time, 95 % {low:.2f} to {high:.2f}"
            )
        told.append(
            f"Standardised change g {summary.effect.g:.2f}, variance {summary.effect.v:.3f}{error}. {INFLATED}".replace(
                " -", " −"
            )
        )
    return told


def _associations(summary: Summary) -> list[str]:
    told = []
    if summary.dose is not None:
        told.append(f"Days of contact against change for the better: {_rank(summary.dose)}. {ASSOCIATION}")
    if summary.likeness is not None:
        low, high = summary.likeness.interval
        told.append(
            f"How alike partners changed (ICC): {summary.likeness.icc:.2f}, 95 % {low:.2f} to {high:.2f}; below 0 they "
            "differ from each other.".replace(" -", " −")
        )
    return told


def _rank(rank: RankCorrelation) -> str:
    how = "" if rank.exact else ", by drawn orders"
    return (
        f"rho {rank.rho:.2f}, {p_in_words(rank.p)} over {counted(rank.n, 'partnership')}{how}; the smallest p possible "
        f"is {probability(rank.smallest)}"
    ).replace(" -", " −")


def _test(found: Permuted | None, what: str) -> str:
    if found is None:
        return "There is nothing to test."
    how = f"all {found.arrangements:,}" if found.exact else f"{found.arrangements:,} drawn"
    over = "signs of partnership means" if what == "signs" else "arrangements within the blocks"
    return f"{p_in_words(found.p)} over {how} {over}; the smallest p possible is {probability(found.smallest)}."


def _person_by_person(summary: Summary, each: PersonByPerson, *, study: bool) -> list[str]:
    known = [kind for kind in Class if summary.norms.cut() is not None or kind not in (Class.RECOVERED, Class.HEALTHY)]
    told = []
    if study:
        counts = joined([f"{each.classes[kind]} {_CLASS_WORDS[kind]}" for kind in known])
        told.append(f"Person by person (Jacobson & Truax 1991): {counts}.")
    better, worse = each.improved, each.deteriorated
    said = f"Reliably better: {better.count} of the {better.of} who could" if better.of else "Nobody could get better"
    most = f", at most {worse.interval[1]:.0%} of such people" if worse.interval is not None else ""
    sure = f", 95 % {share_between(better.interval)}" if study and better.interval is not None else ""
    said = f"{said} (a change is called reliable at {summary.norms.level} %)"
    told.append(f"{said}{sure}. Reliably worse: {worse.count} of {worse.of}{most}.")
    if each.better_from_health or each.worse_from_health:
        told.append(
            f"Of those healthy at the start {each.better_from_health} got reliably better still and "
            f"{each.worse_from_health} reliably worse."
        )
    return told


def _missing(summary: Summary, decimals: int) -> list[str]:
    """What those not heard from could change; nothing where nobody is missing."""
    found = summary.sensitivity
    if not found.missing or found.tipping_point is None or summary.mean_change is None:
        return []
    who = counted(found.missing, "person was", "people were")
    supposed = (
        f"{who} not heard from at {occasion(summary.at or 0)}. Had they not changed, the mean change would be "
        f"{number(found.no_change, decimals)}; had they all done as badly as the worst of the others, "
        f"{number(found.worst, decimals)}. With the last answer of each standing in for the one that is missing: "
        f"{number(found.last_carried_forward, decimals)}."
    )
    points, way = f"{abs(found.tipping_point):.{decimals}f}", "worse" if found.tipping_point >= 0 else "better"
    those = "than those who were heard from, for the mean change to vanish"
    return [supposed, f"They would have to have done {points} points {way} {those}."]


def arms_in_words(comparison: Comparison, *, blind: bool, decimals: int = 1) -> list[str]:
    """The arms beside each other, by letters while they are not named, and the test over relabelled partnerships."""
    letters = "ABCDEFGH"
    arms = sorted(comparison.arms, key=lambda a: -a.mean_change) if blind else comparison.arms
    told = [
        f"{f'Arm {letters[n]}' if blind else arm.arm}: {number(arm.mean_change, decimals)} over "
        f"{counted(arm.partnerships, 'partnership')}"
        for n, arm in enumerate(arms)
    ]
    said = [f"Arms: {'; '.join(told)}."]
    if comparison.difference is not None and not blind:
        sure = f", 95 % {between(comparison.interval, decimals)}" if comparison.interval is not None else ""
        difference = number(comparison.difference, decimals)
        where = "within blocks, at equal starts" if comparison.adjusted else "within blocks"
        said.append(f"Difference of the first to the second, {where}: {difference}{sure}.")
    return [*said, f"Between the arms, most contact first: {_test(comparison.test, 'arrangements')}"]


def alliance_in_words(rank: RankCorrelation | None) -> tuple[str, ...]:
    """Early ratings against change, described and not over-claimed; nothing where it cannot be worked out."""
    if rank is None:
        return ()
    said = f"Early ratings of the calls (weeks 2 to 4) against change for the better: {_rank(rank)}."
    return (f"{said} A description, no cause; the ratings are no validated scale.",)


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
        Verdict.OPEN: f"May be said: {when} may have changed either way on this measure; the direction is not known.",
        Verdict.BETTER: f"May be said: {when} changed for the better on this measure.",
        Verdict.WORSE: f"May be said: {when} changed for the worse on this measure.",
    }[summary.verdict]
    second = "May not be said: that the workshop or the calls did it."
    if allotted in _PLANNED and summary.comparison is not None and summary.comparison.test is not None:
        second = _PLANNED[allotted]
    missing = summary.sensitivity.missing
    third = f"Nothing is known of {counted(missing, 'person', 'people')} not heard from." if missing else ""
    return tuple(sentence for sentence in (first, second, third) if sentence)
