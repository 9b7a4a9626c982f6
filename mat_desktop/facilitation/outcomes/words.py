"""Figures in sentences: what they are, how sure they are, what may be concluded from them and what not.

There are two readers. Whoever runs a workshop without a study reads counts and changes; whoever runs a study, or reads
its report, reads the statistics too. Both read the same figures.
"""

from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.figure_words import (
    between,
    number,
    occasion,
    p_in_words,
    percent,
    probability,
    share_between,
)
from mat_desktop.facilitation.shown.numbers import counted, spelled
from mat_desktop.workshop.followup import FURTHER_BACK
from mat_desktop.workshop.outcomes.association import RankCorrelation
from mat_desktop.workshop.outcomes.comparing import Comparison
from mat_desktop.workshop.outcomes.counting import PersonByPerson
from mat_desktop.workshop.outcomes.flips import Shift
from mat_desktop.workshop.outcomes.likeness import Likeness
from mat_desktop.workshop.outcomes.missing import ScaleRoom
from mat_desktop.workshop.outcomes.permutation import Permuted
from mat_desktop.workshop.outcomes.reliable import Better, Class
from mat_desktop.workshop.outcomes.summary import INFLATED, Summary
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
    told = _on_the_ladder(result, moved)
    if not result.not_heard_from:
        return (f"Everybody answered at {when}.", f"{told} {ONE_GROUP}")
    missing = len(result.not_heard_from)
    lead = f"{begun(spelled(missing))} of {spelled(result.began)} not heard from at {when}, so read this with care."
    unmoved = f"{result.mean_gain_if_missing_unmoved:.1f}".replace("-", "−")
    rest = f"{told} If those not heard from had not moved at all, it would be {unmoved}. {ONE_GROUP}"
    return (lead, rest)


def _on_the_ladder(result: GroupResult, moved: str) -> str:
    """The mean is that of those who stand on the ladder; who stands further back than all of it is named beside it."""
    back = len(result.further_back)
    if not back:
        return f"The {spelled(result.answered)} who answered moved {moved}."
    stands = "stands" if back == 1 else "stand"
    return (
        f"Of the {spelled(result.answered)} who answered {spelled(back)} {stands} further back than the whole ladder; "
        f"the other {spelled(result.answered - back)} moved {moved}."
    )


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
    told += _missing(summary, occasion(summary.at), decimals)
    if study:
        told += about_arms(summary, blind=blind, decimals=decimals)
    return (*told, *summary.notes) if study else tuple(told)


def about_arms(summary: Summary, *, blind: bool, decimals: int = 1) -> tuple[str, ...]:
    """Those of these sentences that tell of the arms one by one; nothing where there is nothing to compare."""
    if summary.comparison is None or summary.mean_change is None:
        return ()
    return tuple(arms_in_words(summary.comparison, blind=blind, decimals=decimals))


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
    if summary.without_start:
        told += (
            f" {counted(summary.without_start, 'more person', 'more people')} answered without a value at the start."
        )
    return f"{told} {_fitting(summary.shift, decimals)}"


def _fitting(found: Shift, decimals: int) -> str:
    """The change that the diamond of the partnerships stands for, and what else fits."""
    if found.interval is not None and found.interval[0] == found.interval[1]:
        return "Every partnership changed by just as much, so nothing tells how far chance could have moved it."
    best = f"The change that fits all of them best is {number(found.estimate, decimals)};"
    if found.interval is None:
        return f"{best} so few partnerships cannot say how far chance alone could have moved it."
    low, high = found.interval
    return f"{best} at 95 % anything from {between((low, high), decimals)} fits."


def _statistics(summary: Summary) -> list[str]:
    assert summary.shift is not None
    told = [f"Test of no change: {_test(summary.shift.test, 'signs')}"]
    if summary.effect is not None:
        error = ""
        if summary.effect_ci is not None and summary.se_jackknife is not None:
            low, high = summary.effect_ci
            error = (
                f", error {summary.se_jackknife:.2f} leaving out a partnership at a time, 95 % {low:.2f} to {high:.2f} "
                "(by t, of its size; whether there was a change is for the test above)"
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
        told.append(_alike(summary.likeness))
    return told


def _alike(found: Likeness) -> str:
    same = "the partners of each changed just alike" if found.icc > 0 else "all partnerships came to the same"
    sure = f"without an interval, for {same}"
    if found.interval is not None:
        sure = f"95 % {found.interval[0]:.2f} to {found.interval[1]:.2f}"
    said = f"How alike partners changed (ICC): {found.icc:.2f}, {sure}; below 0 they differ from each other."
    return said.replace(" -", " −")


def _rank(rank: RankCorrelation) -> str:
    how = "" if rank.exact else ", by drawn orders"
    return (
        f"rho {rank.rho:.2f}, {p_in_words(rank.p)} over {counted(rank.n, 'partnership')}{how}; the smallest p possible "
        f"is {probability(rank.smallest)}"
    ).replace(" -", " −")


def _test(found: Permuted | None, what: str) -> str:
    if found is None:
        return "there is nothing to test."
    how = f"all {found.arrangements:,}" if found.exact else f"{found.arrangements:,} drawn"
    over = "ways to sign the partnership means" if what == "signs" else "arrangements within the blocks"
    return f"{p_in_words(found.p)} over {how} {over}; the smallest p possible is {probability(found.smallest)}."


def _person_by_person(summary: Summary, each: PersonByPerson, *, study: bool) -> list[str]:
    known = [kind for kind in Class if summary.norms.cut() is not None or kind not in (Class.RECOVERED, Class.HEALTHY)]
    told = []
    if study:
        counts = joined([f"{each.classes[kind]} {_CLASS_WORDS[kind]}" for kind in known])
        told.append(f"Person by person (Jacobson & Truax 1991): {counts}.")
    better, worse = each.improved, each.deteriorated
    said = f"Reliably better: {better.count} of the {better.of} who could"
    if not better.of:
        said = "All began on the healthy side already, so nobody is counted as better"
    most = f"; of such people at most {percent(worse.interval[1])}, at 95 %" if worse.interval is not None else ""
    sure = f", 95 %: {share_between(better.interval)}" if study and better.interval is not None else ""
    said = f"{said} (a change is called reliable at {summary.norms.level} %)"
    told.append(f"{said}{sure}. Reliably worse: {worse.count} of {worse.of}{most}.")
    if each.better_from_health or each.worse_from_health:
        told.append(
            f"Of those healthy at the start {each.better_from_health} got reliably better still and "
            f"{each.worse_from_health} reliably worse."
        )
    return told


_ROOM: dict[ScaleRoom | None, str] = {
    ScaleRoom.NOT_FOR_ALL: "; for at least one of them the scale has no room for that.",
    ScaleRoom.TOO_LITTLE: ". The scale has no room for that: even its end for each of them would not make it vanish.",
}


def _missing(summary: Summary, when: str, decimals: int) -> list[str]:
    """What those not heard from could change; nothing where nobody is missing."""
    found, missing = summary.sensitivity, summary.not_heard_from
    if not missing:
        return []
    who = f"{counted(missing, 'person was', 'people were')} not heard from at {when}"
    if not found.missing or found.tipping_point is None:
        return [f"{who}, nor at the start, so nothing can be supposed of them."]
    those = "they"
    if found.missing < missing:
        who += f", {spelled(missing - found.missing)} of them not at the start either"
        those = "the rest"
    supposed = (
        f"{who}. Had {those} not changed, the mean change would be "
        f"{number(found.no_change, decimals)}; had they all done as badly as the worst of the others, "
        f"{number(found.worst, decimals)}. With the last answer of each standing in for the one that is missing: "
        f"{number(found.last_carried_forward, decimals)}."
    )
    points, way = f"{abs(found.tipping_point):.{decimals}f}", "worse" if found.tipping_point >= 0 else "better"
    vanishing = (
        f"{begun(those)} would have to have done {points} points {way} than those who were heard from, for the mean "
        f"change to vanish{_ROOM.get(found.room, '.')}"
    )
    return [supposed, vanishing]


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
        sure = f", 95 % {between(comparison.interval, decimals)}"
        if comparison.interval is None:
            sure = "; so few arrangements rule out no difference at 95 %"
        difference = number(comparison.difference, decimals)
        where = "within blocks, at equal starts" if comparison.adjusted else "within blocks"
        said.append(f"Difference of the first to the second, {where}: {difference}{sure}.")
    order = "" if len(arms) < 3 or comparison.test is None else ", in the order that was named, most contact first"
    return [*said, f"Test between the arms{order}: {_test(comparison.test, 'arrangements')}"]


def alliance_in_words(rank: RankCorrelation | None) -> tuple[str, ...]:
    """Early ratings against change, described and not over-claimed; nothing where it cannot be worked out."""
    if rank is None:
        return ()
    said = f"Early ratings of the calls (weeks 2 to 4) against change for the better: {_rank(rank)}."
    return (f"{said} A description, no cause; the ratings are no validated scale.",)
