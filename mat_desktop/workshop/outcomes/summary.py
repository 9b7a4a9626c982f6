"""All figures of one measure in one group at one occasion, each a number or None with the sentence that says why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import fmean

from mat_desktop.workshop.outcomes.association import RankCorrelation, spearman
from mat_desktop.workshop.outcomes.case import OutcomeCase, last_occasion, partnership_means
from mat_desktop.workshop.outcomes.comparing import Comparison, compared
from mat_desktop.workshop.outcomes.counting import PersonByPerson, person_by_person
from mat_desktop.workshop.outcomes.effect import Effect, effect_interval, jackknife_error, of_cases
from mat_desktop.workshop.outcomes.flips import Shift, shift
from mat_desktop.workshop.outcomes.interval import Interval, bootstrap_interval, t_interval
from mat_desktop.workshop.outcomes.likeness import Likeness, likeness
from mat_desktop.workshop.outcomes.missing import Sensitivity, sensitivity
from mat_desktop.workshop.outcomes.reliable import Better, Norms

INFLATED = (
    "Change within one group is inflated: people come when things are worst, and much gets better by itself. "
    "Without a comparison group it does not show what the workshop did."
)
"""Stands beside every standardised change of a single group, on the screen and on paper."""
LEVEL = 0.05
"""A test with a p above this leaves the direction of change open."""


class Verdict(StrEnum):
    """What the one test of change says."""

    NOTHING = "nothing"
    TOO_FEW = "too_few"
    UNMOVED = "unmoved"
    OPEN = "open"
    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True)
class Summary:
    """One measure in one group at one occasion, `at`, in months after the workshop; None where nobody was heard from.

    `began` are the people with a row, `heard` how many were heard from at each occasion, `analysed` those with a start
    and an outcome at this one. Changes are outcome minus start in the units of the measure; associations count better
    up, whichever way the measure goes. A measure that is not `standardised` has no effect.
    """

    at: int | None
    began: int
    partnerships: int
    heard: dict[int, int]
    analysed: int
    partnerships_analysed: int
    mean_change: float | None
    mean_change_people: float | None
    shift: Shift | None
    ci_t: Interval | None
    bootstrap: Interval | None
    standardised: bool
    effect: Effect | None
    se_jackknife: float | None
    effect_ci: Interval | None
    each: PersonByPerson | None
    norms: Norms
    dose: RankCorrelation | None
    likeness: Likeness | None
    sensitivity: Sensitivity
    comparison: Comparison | None
    crossed: bool
    """Whether those who waited have had calls as well by this occasion, so that arms are no longer compared."""
    notes: tuple[str, ...]

    @property
    def not_heard_from(self) -> int:
        """How many of those who began gave no value at this occasion, with a value at the start or without."""
        return self.began - self.heard.get(self.at, 0) if self.at is not None else self.began

    @property
    def without_start(self) -> int:
        """How many gave a value at this occasion and none at the start, so that they stand in no change."""
        return self.began - self.not_heard_from - self.analysed

    @property
    def verdict(self) -> Verdict:
        """What may be said about the direction of change, from the one test and the interval that inverts it."""
        if self.shift is None or self.mean_change is None:
            return Verdict.NOTHING
        if self.shift.test is None:
            return Verdict.UNMOVED
        if self.shift.interval is None:
            return Verdict.TOO_FEW
        if self.shift.test.p > LEVEL:
            return Verdict.OPEN
        return Verdict.BETTER if towards_better(self.mean_change, self.norms.better) > 0 else Verdict.WORSE


def summarised(
    cases: Sequence[OutcomeCase],
    norms: Norms,
    at: int | None = None,
    order: Sequence[str] = (),
    *,
    standardised: bool = True,
    crossed: bool = False,
) -> Summary:
    """Everything about one measure at an occasion; at the last with any answer where none is named.

    `order` names the arms, most contact first. From a crossover on (`crossed`) arms are no longer compared.
    """
    at = last_occasion(cases) if at is None else at
    months = at if at is not None else 0
    changed = [c for c in cases if c.change(months) is not None]
    means = list(partnership_means(changed, lambda c: c.change(months)).values())
    alike = likeness(cases, months)
    effect, error = _standardised(cases, months) if standardised else (None, None)
    found = Summary(
        at=at,
        began=len(cases),
        partnerships=len({c.partnership for c in cases}),
        heard=_heard(cases),
        analysed=len(changed),
        partnerships_analysed=len(means),
        mean_change=fmean(means) if means else None,
        mean_change_people=fmean(c.change(months) or 0.0 for c in changed) if changed else None,
        shift=shift(means),
        ci_t=t_interval(means),
        bootstrap=bootstrap_interval(means),
        standardised=standardised,
        effect=effect,
        se_jackknife=error,
        effect_ci=effect_interval(effect.g, error, len(means)) if effect is not None and error is not None else None,
        each=person_by_person(changed, norms, months, alike.icc if alike is not None else None),
        norms=norms,
        dose=_dose(changed, months, norms.better),
        likeness=alike,
        sensitivity=sensitivity(cases, norms.better, months, norms.ends),
        comparison=None if crossed else compared(changed, months, order),
        crossed=crossed,
        notes=(),
    )
    return replace(found, notes=tuple(_why_not(found, cases, crossed=crossed)))


def _heard(cases: Sequence[OutcomeCase]) -> dict[int, int]:
    return {m: sum(m in c.after for c in cases) for m in sorted({m for c in cases for m in c.after})}


def _standardised(cases: Sequence[OutcomeCase], at: int) -> tuple[Effect | None, float | None]:
    effect = of_cases(cases, at)
    return effect, jackknife_error(cases, at) if effect is not None else None


def _dose(cases: Sequence[OutcomeCase], at: int, better: Better) -> RankCorrelation | None:
    """Contact against change for the better: the mean of each partnership's known days and changes."""
    told = [c for c in cases if c.contacts is not None]
    contacts = partnership_means(told, lambda c: c.contacts)
    changes = partnership_means(told, lambda c: towards_better(c.change(at) or 0.0, better))
    return spearman([contacts[key] for key in contacts], [changes[key] for key in contacts])


def _why_not(summary: Summary, cases: Sequence[OutcomeCase], *, crossed: bool) -> list[str]:
    """A sentence for each figure that could not be had."""
    if not cases:
        return ["Nobody has begun, so there is nothing to count."]
    if summary.shift is None:
        return ["Nobody has both a baseline and an outcome at this occasion, so nothing can be said about change."]
    absent = (
        (summary.shift.interval is None, "Fewer than six partnerships rule out no amount of change at 95 %."),
        (summary.shift.test is None, "In no partnership did the mean change, so there is nothing to test."),
        (
            summary.standardised and summary.effect is None,
            "A standardised change needs three people, and values that differ before and after.",
        ),
        (
            not summary.standardised,
            "There is no standardised change: where people begin on this measure is set by the method.",
        ),
        (
            summary.effect is not None and summary.se_jackknife is None,
            "The error of the standardised change needs three partnerships that can each be left out.",
        ),
        (summary.each is None, _no_classes(summary.norms)),
        (
            summary.each is not None and summary.norms.cut() is None,
            "Without a cut-off nobody is counted as recovered or as healthy at the start.",
        ),
        (summary.dose is None, "Contact against change needs three partnerships with both, not all alike."),
        (
            summary.likeness is None,
            "How alike partners changed needs two partnerships with two members heard from, and spread.",
        ),
        (crossed, "The arms are not compared: by this occasion those who waited had crossed over."),
        (
            summary.comparison is not None and summary.comparison.test is None,
            _NO_TEST_OF_ARMS,
        ),
    )
    return [sentence for is_so, sentence in absent if is_so]


_NO_TEST_OF_ARMS = (
    "The arms are not tested: with three or more their order must be named, two must meet in one block, and the values "
    "there must differ by more than where people began."
)


def _no_classes(norms: Norms) -> str:
    if norms.reliability is None:
        return "Without the reliability of the measure no change of one person can be called reliable."
    return (
        "Without a published standard deviation of people who seek help no change of one person can be called "
        "reliable; the group's own is not used."
    )


def towards_better(change: float, better: Better) -> float:
    """The same change with better counted up."""
    return change if better is Better.HIGHER else -change
