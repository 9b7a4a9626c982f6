"""All figures of one measure in one group, each a number or None with the sentence that says why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean, stdev

from mat_desktop.workshop.outcomes.association import RankCorrelation, spearman, within_pair_icc
from mat_desktop.workshop.outcomes.case import OutcomeCase, partnership_means
from mat_desktop.workshop.outcomes.effect import Effect, jackknife_error, of_cases
from mat_desktop.workshop.outcomes.interval import Interval, bootstrap_interval, t_interval
from mat_desktop.workshop.outcomes.missing import Sensitivity, sensitivity
from mat_desktop.workshop.outcomes.permutation import Permuted, relabelled, sign_flips
from mat_desktop.workshop.outcomes.reliable import Better, Class, Norms, classified, reliably
from mat_desktop.workshop.outcomes.spread import varies

INFLATED = (
    "Change within one group is inflated: people come when things are worst, and much gets better by itself. "
    "Without a comparison group it does not show what the workshop did."
)
"""Stands beside every standardised change of a single group, on the screen and on paper."""


@dataclass(frozen=True)
class ArmResult:
    """One arm: its name, its partnerships and people with an outcome, and the mean of its partnership means."""

    arm: str
    partnerships: int
    people: int
    mean_change: float


@dataclass(frozen=True)
class Comparison:
    """The arms in the order of the contrast, most contact first, and the test over all of them.

    Three arms or more are tested only where their order was named: a contrast in any other order says nothing.
    """

    arms: tuple[ArmResult, ...]
    difference: float | None
    test: Permuted | None


@dataclass(frozen=True)
class Summary:
    """One measure in one group.

    `began` are the people with a row, `heard` how many were heard from at each occasion in months, `analysed` those
    with a baseline and an outcome. Changes are outcome minus baseline in the units of the measure.
    """

    began: int
    partnerships: int
    heard: dict[int, int]
    analysed: int
    mean_change: float | None
    mean_change_people: float | None
    ci: Interval | None
    bootstrap: Interval | None
    effect: Effect | None
    se_jackknife: float | None
    permutation: Permuted | None
    classes: dict[Class, int] | None
    worse_from_health: int
    """Of those who began healthy, how many got reliably worse."""
    norms: Norms
    dose: RankCorrelation | None
    icc: float | None
    sensitivity: Sensitivity
    comparison: Comparison | None
    notes: tuple[str, ...]


def summarised(cases: Sequence[OutcomeCase], norms: Norms, at: int | None = None, order: Sequence[str] = ()) -> Summary:
    """Work out everything about one measure. `order` names the arms, most contact first, where there are any."""
    notes = list[str]()
    used = _filled(cases, norms, notes)
    changed = [c for c in cases if c.change(at) is not None]
    means = list(partnership_means(changed, lambda c: c.change(at)).values())
    months = sorted({m for c in cases for m in c.after})
    effect = of_cases(cases, at)
    classes, worse = _classes(changed, used, at)
    found = Summary(
        began=len(cases),
        partnerships=len({c.partnership for c in cases}),
        heard={m: sum(m in c.after for c in cases) for m in months},
        analysed=len(changed),
        mean_change=fmean(means) if means else None,
        mean_change_people=fmean(_changes(changed, at)) if changed else None,
        ci=t_interval(means),
        bootstrap=bootstrap_interval(means),
        effect=effect,
        se_jackknife=jackknife_error(cases, at) if effect is not None else None,
        permutation=sign_flips(means),
        classes=classes,
        worse_from_health=worse,
        norms=used,
        dose=_dose(changed, at),
        icc=within_pair_icc(cases, at),
        sensitivity=sensitivity(cases, used.better, at),
        comparison=_comparison(changed, at, order),
        notes=(),
    )
    return replace(found, notes=(*notes, *_why_not(found, cases, means)))


def _changes(cases: Sequence[OutcomeCase], at: int | None) -> list[float]:
    return [change for c in cases if (change := c.change(at)) is not None]


def _filled(cases: Sequence[OutcomeCase], norms: Norms, notes: list[str]) -> Norms:
    """Norms with the group's own baseline where nothing published was given, which is said."""
    before = [c.baseline for c in cases if c.baseline is not None]
    sd, mean = norms.sd, norms.mean
    if sd is None and norms.points is None and varies(before):
        sd = own = stdev(before)
        notes.append(f"The standard deviation is the baseline's own, {own:.4g}; a published one is better.")
    if mean is None and before:
        mean = fmean(before)
    return replace(norms, sd=sd, mean=mean)


def _classes(cases: Sequence[OutcomeCase], norms: Norms, at: int | None) -> tuple[dict[Class, int] | None, int]:
    if not cases or (norms.sdiff() is None and norms.points is None):
        return None, 0
    found: Counter[Class] = Counter()
    worse = 0
    for case in cases:
        before, after = case.baseline, case.outcome(at)
        assert before is not None
        assert after is not None
        kind = classified(before, after, norms)
        assert kind is not None
        found[kind] += 1
        worse += kind is Class.HEALTHY and reliably(before, after, norms) == -1
    return {kind: found[kind] for kind in Class}, worse


def _dose(cases: Sequence[OutcomeCase], at: int | None) -> RankCorrelation | None:
    """Contact against change over partnerships: the mean of each partnership's known days and changes."""
    told = [c for c in cases if c.contacts is not None]
    contacts = partnership_means(told, lambda c: c.contacts)
    changes = partnership_means(told, lambda c: c.change(at))
    return spearman([contacts[key] for key in contacts], [changes[key] for key in contacts])


def _comparison(cases: Sequence[OutcomeCase], at: int | None, order: Sequence[str]) -> Comparison | None:
    arms = [*order, *sorted({c.arm for c in cases} - set(order))]
    by_arm = {arm: [c for c in cases if c.arm == arm] for arm in arms if arm}
    by_arm = {arm: inside for arm, inside in by_arm.items() if inside}
    if len(by_arm) < 2:
        return None
    results, values, scores, blocks = list[ArmResult](), list[float](), list[float](), list[str]()
    for place, (arm, inside) in enumerate(by_arm.items()):
        means = partnership_means(inside, lambda c: c.change(at))
        results.append(ArmResult(arm, len(means), len(inside), fmean(means.values())))
        values += means.values()
        scores += [float(-place)] * len(means)
        block = {c.partnership: c.block for c in inside}
        blocks += [block[key] for key in means]
    two = len(results) == 2
    difference = results[0].mean_change - results[1].mean_change if two else None
    ordered = two or set(by_arm) <= set(order)
    return Comparison(tuple(results), difference, relabelled(values, scores, blocks) if ordered else None)


def _why_not(summary: Summary, cases: Sequence[OutcomeCase], means: Sequence[float]) -> list[str]:
    """A sentence for each figure that could not be had."""
    if not cases:
        return ["Nobody has begun, so there is nothing to count."]
    if not means:
        return ["Nobody has both a baseline and an outcome, so nothing can be said about change."]
    one = "One partnership only: there is no interval and no test."
    alike = "All partnerships changed by the same amount, so there is no spread and no interval."
    absent = (
        (summary.ci is None, one if len(means) == 1 else alike),
        (summary.permutation is None, "Nobody changed at all, so there is nothing to test."),
        (summary.effect is None, "A standardised change needs three people, and values that differ before and after."),
        (
            summary.effect is not None and summary.se_jackknife is None,
            "The error of the standardised change needs three partnerships that can each be left out.",
        ),
        (summary.classes is None, _no_classes(summary.norms)),
        (
            summary.classes is not None and summary.norms.cut() is None,
            "Without a cut-off nobody is counted as recovered or as healthy at the start.",
        ),
        (summary.dose is None, "Contact against change needs three partnerships with both, not all alike."),
        (
            summary.icc is None,
            "How alike partners changed needs two partnerships with two members heard from, and spread.",
        ),
        (
            summary.comparison is not None and summary.comparison.test is None,
            "The arms are not tested: with three or more their order must be named, and the values must differ.",
        ),
        (
            summary.sensitivity.robust is False,
            "Not robust: the direction of change depends on those who were not heard from.",
        ),
    )
    return [sentence for is_so, sentence in absent if is_so]


def _no_classes(norms: Norms) -> str:
    if norms.reliability is None:
        return "Without the reliability of the measure no change of one person can be called reliable."
    return "The baseline does not vary and no standard deviation was given, so no change can be called reliable."


def towards_better(change: float, better: Better) -> float:
    """The same change with better counted up."""
    return change if better is Better.HIGHER else -change
