"""Figures in sentences: what they are, how sure they are, what may be concluded from them and what not."""

from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.numbers import counted, spelled
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.outcomes.association import RankCorrelation
from mat_desktop.workshop.outcomes.interval import wilson
from mat_desktop.workshop.outcomes.permutation import Permuted
from mat_desktop.workshop.outcomes.reliable import Better, Class
from mat_desktop.workshop.outcomes.summary import INFLATED, Comparison, Summary
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
    if result.mean_gain is None or result.mean_gain_if_missing_unmoved is None:
        return ("No answers at one year yet.", "Nothing can be said about change before they are in.")
    moved = f"{result.mean_gain:.1f} steps on average"
    answered = result.began - len(result.not_heard_from)
    if not result.not_heard_from:
        return ("Everybody answered.", f"The {spelled(answered)} moved {moved}. {ONE_GROUP}")
    missing = len(result.not_heard_from)
    lead = f"{begun(spelled(missing))} of {spelled(result.began)} not heard from, so read this with care."
    rest = (
        f"The {spelled(answered)} who answered moved {moved}. If the others had not moved at all, it would be "
        f"{result.mean_gain_if_missing_unmoved:.1f}. {ONE_GROUP}"
    )
    return (lead, rest)


def gain_in_words(person: Trajectory) -> str:
    """`+3 steps`, or why there is no figure."""
    if person.gain is None:
        return "no answer at one year" if person.one_year is None else "further back than the start"
    sign = "+" if person.gain > 0 else "−" if person.gain < 0 else ""
    return f"{sign}{counted(abs(person.gain), 'step')}"


def level_in_words(level: int | None) -> str:
    """A level of the ladder, or why there is none."""
    if level is None:
        return "no answer"
    return "further back" if level == FURTHER_BACK else f"+{level}" if level > 0 else f"−{-level}" if level else "0"


def figures(summary: Summary, *, blind: bool) -> tuple[str, ...]:
    """Everything that was worked out about one measure, a sentence a figure; what is not known is said so."""
    heard = ", ".join(f"{count} after {months} months" for months, count in summary.heard.items()) or "nobody yet"
    began = f"{counted(summary.began, 'person', 'people')} in {counted(summary.partnerships, 'partnership')} began"
    said = [f"{began}; heard from: {heard}."]
    if summary.mean_change is None:
        return (*said, *summary.notes)
    way = "lower is better" if summary.norms.better is Better.LOWER else "higher is better"
    said.append(
        f"Mean change over partnerships {number(summary.mean_change)} ({way}), 95 % interval {between(summary.ci)}"
        f"{_boot(summary)}; {counted(summary.analysed, 'person', 'people')} with both values."
    )
    said.append(f"Could it be chance? {_test(summary.permutation)}")
    if summary.effect is not None:
        error = (
            f", error {summary.se_jackknife:.2f} leaving out a partnership at a time" if summary.se_jackknife else ""
        )
        said.append(f"Standardised change g {summary.effect.g:.2f}, variance {summary.effect.v:.3f}{error}. {INFLATED}")
    if summary.classes is not None:
        said.append(_classes(summary))
    if summary.dose is not None:
        said.append(
            f"Days of contact against change: rho {summary.dose.rho:.2f}, p {summary.dose.p:.2f} over "
            f"{counted(summary.dose.n, 'partnership')}. {ASSOCIATION}"
        )
    if summary.icc is not None:
        said.append(f"How alike partners changed (ICC): {summary.icc:.2f}; below 0 they differ from each other.")
    said.append(_sensitivity(summary))
    if summary.comparison is not None:
        said += arms_in_words(summary.comparison, blind=blind)
    return (*said, *summary.notes)


def _boot(summary: Summary) -> str:
    return f" (by resampling partnerships {between(summary.bootstrap)})" if summary.bootstrap else ""


def _test(found: Permuted | None) -> str:
    if found is None:
        return "There is nothing to test."
    how = f"all {found.arrangements:,} signs" if found.exact else f"{found.arrangements:,} drawn signs"
    return f"p {found.p:.3f} over {how} of partnership means; the smallest p possible is {found.smallest:.2g}."


def _classes(summary: Summary) -> str:
    assert summary.classes is not None
    known = [kind for kind in Class if summary.norms.cut() is not None or kind not in (Class.RECOVERED, Class.HEALTHY)]
    counts = [f"{summary.classes[kind]} {_CLASS_WORDS[kind]}" for kind in known]
    better = summary.classes[Class.RECOVERED] + summary.classes[Class.IMPROVED]
    share = wilson(better, summary.analysed)
    said = f"Person by person (Jacobson & Truax 1991): {joined(counts)}."
    if share is not None:
        said += f" Better: {better} of {summary.analysed}, 95 % {share[0]:.0%} to {share[1]:.0%}."
    if summary.worse_from_health:
        said += f" Of those healthy at the start {summary.worse_from_health} got reliably worse."
    return said


def _sensitivity(summary: Summary) -> str:
    s = summary.sensitivity
    return (
        f"If those not heard from had stayed at their last value, the mean change would be "
        f"{number(s.last_carried_forward)}; had they not changed, {number(s.no_change)}; had they all done as badly "
        f"as the worst, {number(s.worst)}. {'Robust in its direction.' if s.robust else 'Not robust.'}"
    )


def arms_in_words(comparison: Comparison, *, blind: bool) -> list[str]:
    """The arms beside each other, by letters while they are not named, and the test over relabelled partnerships."""
    letters = "ABCDEFGH"
    arms = sorted(comparison.arms, key=lambda a: -a.mean_change) if blind else comparison.arms
    told = [
        f"{f'Arm {letters[n]}' if blind else arm.arm}: {number(arm.mean_change)} over "
        f"{counted(arm.partnerships, 'partnership')}"
        for n, arm in enumerate(arms)
    ]
    return [f"Arms: {'; '.join(told)}.", f"Between the arms, most contact first: {_relabelled(comparison.test)}"]


def _relabelled(found: Permuted | None) -> str:
    if found is None:
        return "there is nothing to test."
    how = f"all {found.arrangements:,} arrangements" if found.exact else f"{found.arrangements:,} drawn arrangements"
    return f"p {found.p:.3f} over {how} within the blocks; the smallest p possible is {found.smallest:.2g}."


def alliance_in_words(rank: RankCorrelation | None) -> tuple[str, ...]:
    """Early ratings against change, described and not over-claimed; nothing where it cannot be worked out."""
    if rank is None:
        return ()
    over = f"rho {rank.rho:.2f}, p {rank.p:.2f} over {counted(rank.n, 'partnership')}"
    said = f"Early ratings of the calls (weeks 2 to 4) against change for the better: {over}."
    return (f"{said} A description, no cause; the ratings are no validated scale.",)


def concluded(summary: Summary) -> tuple[str, ...]:
    """What may be concluded, and what not."""
    if summary.mean_change is None or summary.ci is None:
        return ("Nothing may be concluded yet.",)
    low, high = summary.ci
    towards = (high < 0) if summary.norms.better is Better.LOWER else (low > 0)
    away = (low > 0) if summary.norms.better is Better.LOWER else (high < 0)
    if summary.permutation is not None and summary.permutation.smallest > 0.05:
        first = (
            f"May be said: the people who answered moved by {number(summary.mean_change)} on average. "
            "So few partnerships cannot tell that from chance."
        )
    elif towards:
        first = "May be said: over the year the people who answered changed for the better on this measure."
    elif away:
        first = "May be said: over the year the people who answered changed for the worse on this measure."
    else:
        first = "May be said: the interval holds no change as well as change, so the direction is not known."
    second = "May not be said: that the workshop or the calls did it."
    if summary.comparison is not None and summary.comparison.test is not None:
        second = "The arms were compared as they were allotted; only that comparison may speak of causes."
    third = "" if summary.sensitivity.robust else "It hangs on those who were not heard from."
    return tuple(sentence for sentence in (first, second, third) if sentence)


def number(value: float | None) -> str:
    """A figure with a true minus sign and one decimal."""
    return "not known" if value is None else f"{value:+.1f}".replace("-", "−")


def between(ends: tuple[float, float] | None) -> str:
    """An interval in words."""
    return "not known" if ends is None else f"{number(ends[0])} to {number(ends[1])}"
