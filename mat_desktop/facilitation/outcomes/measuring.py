"""The figures of one measure, worked out from frozen values alone: at once, or beside the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.dispatch import Task, Tell
from mat_desktop.facilitation.outcomes.conclusions import Allotted, concluded
from mat_desktop.facilitation.outcomes.words import about_arms, figures
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.facilitation.shown.outcomes import Forest
from mat_desktop.facilitation.shown.plots import Plot, jacobson_truax, partnership_forest
from mat_desktop.workshop.outcomes.association import RankCorrelation, spearman
from mat_desktop.workshop.outcomes.case import OutcomeCase, last_occasion, partnership_means
from mat_desktop.workshop.outcomes.interval import BOOTSTRAP_FROM
from mat_desktop.workshop.outcomes.reliable import Norms
from mat_desktop.workshop.outcomes.spread import decimals
from mat_desktop.workshop.outcomes.summary import Summary, summarised, towards_better

FEW_OF_ARMS = 8
"""Exchanging the labels of so few partnerships is done before a process would have started."""
WORKING = "The figures are being worked out …"
_LOST = "The figures could not be worked out ({why}). Nothing is lost: open this page again."


@dataclass(frozen=True, kw_only=True)
class MeasureAsked:
    """What the figures of one measure are worked out from: frozen, so that another process can do it as well."""

    key: str
    title: str
    headline: str
    cases: tuple[OutcomeCase, ...]
    norms: Norms
    standardised: bool
    at: int | None
    """The occasion in months; None stands for the last one at which anybody answered."""
    arms: tuple[str, ...]
    study: bool
    blind: bool
    sealed: bool
    """Whether a sealed list allotted the arms, so that their comparison may speak of causes."""
    planned: tuple[str, int] | None
    """The measure and the point in months that a sealed plan names; None where no plan was sealed."""
    crossed: int | None
    """From which month on those who waited have calls too; None where nobody waited."""
    early: dict[int, float]
    """Each person's mean rating in the first weeks."""


@dataclass(frozen=True, kw_only=True)
class MeasureView:
    """One measure with every figure, in sentences."""

    key: str
    title: str
    headline: str
    """Since when it has been the one to look at first; empty for the others."""
    summary: Summary
    decimals: int
    """How many decimals a change of this measure is told with."""
    sentences: tuple[str, ...]
    about_arms: tuple[str, ...]
    """Those of the sentences that tell of the arms one by one."""
    concluded: tuple[str, ...]
    people: Plot | None
    """Each person at the start against the same person at the occasion; None where no change can be called reliable."""
    partnerships: Forest
    """A row a partnership, without a name. Both are for her screen and for a researcher alone."""
    alliance: RankCorrelation | None
    """Early alliance against change towards the better, over partnerships; None outside a study."""


def worked_out(asked: MeasureAsked) -> MeasureView:
    """One measure worked out from frozen values alone."""
    at = asked.at if asked.at is not None else last_occasion(asked.cases)
    months = at if at is not None else 0
    summary = summarised(
        asked.cases,
        asked.norms,
        at,
        asked.arms,
        standardised=asked.standardised,
        crossed=asked.crossed is not None and months >= asked.crossed,
    )
    both = [c for c in asked.cases if c.change(months) is not None and int(c.person) in asked.early]
    first = partnership_means(both, lambda c: asked.early[int(c.person)])
    second = partnership_means(both, lambda c: towards_better(c.change(months) or 0.0, asked.norms.better))
    digits = decimals(v for c in asked.cases for v in (c.baseline, *c.after.values()) if v is not None)
    return MeasureView(
        key=asked.key,
        title=asked.title,
        headline=asked.headline,
        summary=summary,
        decimals=digits,
        sentences=figures(summary, blind=asked.blind, study=asked.study, decimals=digits),
        about_arms=about_arms(summary, blind=asked.blind, decimals=digits) if asked.study else (),
        concluded=concluded(summary, allotted=_allotted(asked, months), decimals=digits),
        people=jacobson_truax(asked.cases, asked.norms, months, occasion(months)) if at is not None else None,
        partnerships=partnership_forest(asked.cases, months, summary.shift, digits),
        alliance=spearman([first[key] for key in first], [second[key] for key in first]) if asked.study else None,
    )


def _allotted(asked: MeasureAsked, months: int) -> Allotted:
    if not asked.sealed:
        return Allotted.BY_HAND
    if asked.planned is None:
        return Allotted.WITHOUT_PLAN
    return Allotted.AS_PLANNED if asked.planned == (asked.key, months) else Allotted.BESIDE_THE_PLAN


def task(asked: Sequence[MeasureAsked]) -> Task[MeasureAsked, None, tuple[MeasureView, ...]]:
    """Working out these measures: beside the window where resampling and permuting would hold it up."""
    return Task(work=work, parts=asked, given=None, heavy=any(map(_is_heavy, asked)), lost=_LOST)


def work(tell: Tell, asked: Sequence[MeasureAsked], _nothing: None) -> tuple[MeasureView, ...]:
    """Each measure, one after the other."""
    found = []
    for number, one in enumerate(asked, 1):
        found.append(worked_out(one))
        tell(number, len(asked))
    return tuple(found)


def _is_heavy(asked: MeasureAsked) -> bool:
    """From here on means are resampled; and arms are compared by giving their labels out in every other way."""
    partnerships = len({case.partnership for case in asked.cases})
    return partnerships >= (BOOTSTRAP_FROM if len(asked.arms) < 2 else FEW_OF_ARMS)
