"""Paper of step 10: the outcome report of the group, one page for a funder, and each pair for the facilitator."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.outcomes.flow import FlowStep, flow_steps, got_worse, heard_at_all
from mat_desktop.facilitation.outcomes.material import Material, material
from mat_desktop.facilitation.outcomes.measures import MeasureData, measure_of, measures
from mat_desktop.facilitation.outcomes.measuring import MeasureView
from mat_desktop.facilitation.outcomes.views import (
    OutcomesView,
    PairOutcome,
    measure_view,
    outcomes_view,
    pair_outcomes,
)
from mat_desktop.facilitation.outcomes.words import ONE_GROUP, alliance_in_words
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head
from mat_desktop.facilitation.shown.choices import begun
from mat_desktop.facilitation.shown.figure_words import occasion
from mat_desktop.facilitation.shown.numbers import counted, spelled
from mat_desktop.facilitation.shown.outcomes import (
    Dumbbell,
    Forest,
    MonthBar,
    goal_counts,
    goal_dumbbells,
    months_of_alliance,
)
from mat_desktop.facilitation.shown.plots import Plot, contact_plot
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact.days import ContactDay, Mark
from mat_desktop.workshop.outcomes.summary import INFLATED
from mat_desktop.workshop.outcomes.trajectory import ONE_YEAR, SIX_MONTHS, GroupResult, group_result
from mat_desktop.workshop.setup import last_day
from mat_desktop.workshop.text import joined


@dataclass(frozen=True, kw_only=True)
class MeasurePart:
    """One measure in the report: its title, whether it was named in advance, what was found, what may be said."""

    title: str
    headline: str
    sentences: tuple[str, ...]
    concluded: tuple[str, ...]
    people: Plot | None
    partnerships: Forest


@dataclass(frozen=True, kw_only=True)
class ReportSheet:
    """The group, without a name: flow first, then ways, contact, ratings, measures, harms.

    Of fewer than six partnerships only how many came is told, and why nothing else is: `too_few`.
    """

    head: Head
    lead: str
    steps: tuple[FlowStep, ...]
    ways: tuple[Dumbbell, ...]
    ways_counted: str
    caution: tuple[str, str]
    contact: Plot | None
    months: tuple[MonthBar, ...]
    measures: tuple[MeasurePart, ...]
    empty: str
    """The measures without anybody's change, in one line."""
    worse: str
    too_few: str


@dataclass(frozen=True, kw_only=True)
class SummarySheet:
    """One page for a funder, in words and counts of the whole group."""

    head: Head
    lines: tuple[tuple[int, str], ...]
    headline: str
    shows: tuple[str, ...]
    shows_not: tuple[str, ...]


@dataclass(frozen=True)
class PairOutcomesSheet:
    """Each pair by name, for the facilitator alone."""

    head: Head
    pairs: tuple[PairOutcome, ...]


def report(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> ReportSheet:
    """The outcome report of one workshop; of few partnerships nothing that could point to one of them."""
    workshop_id = key_of(standing.workshop)
    found = material(rows, workshop_id)
    view = outcomes_view(found)
    if not _many(found):
        return _report_of_few(standing, view, code)
    order = sorted(measures(rows, workshop_id), key=lambda m: m.key != standing.workshop.headline)
    every = [measure_view(found, data, None) for data in order]
    parts = [*_planned(found, order, every), *(_part(one) for one in every if one.summary.analysed)]
    nothing = [one.title for one in every if not one.summary.analysed]
    return ReportSheet(
        head=head(standing.workshop, code, "Outcome report", ""),
        lead=_lead(view),
        steps=flow_steps(view.flow),
        ways=goal_dumbbells(view.goals),
        ways_counted=goal_counts(view.goals),
        caution=view.caution,
        contact=contact_plot(view.people, view.agreed_days),
        months=months_of_alliance(view.alliance),
        measures=tuple(parts),
        empty=f"Nobody has answered this twice yet: {joined(nothing)}." if nothing else "",
        worse=_worse(len(got_worse(found)), heard_at_all(found)),
        too_few="",
    )


def _planned(found: Material, order: Sequence[MeasureData], every: Sequence[MeasureView]) -> list[MeasurePart]:
    """What a sealed plan names, at its point, where the report would tell that measure at a later one only."""
    if found.planned is None or found.planned in [(one.key, one.summary.at) for one in every]:
        return []
    key, months = found.planned
    told = [measure_view(found, data, months) for data in order if data.key == key]
    return [
        replace(_part(one), title=f"{one.title}, at {occasion(months)}, as the sealed plan names it")
        for one in told
        if one.summary.analysed
    ]


def _many(found: Material) -> bool:
    return len({key_of(place) for place in found.place.values()}) >= FEWEST_PARTNERSHIPS


def _report_of_few(standing: Standing, view: OutcomesView, code: str) -> ReportSheet:
    """How many came so far, without a reason and without anything that somebody answered."""
    return ReportSheet(
        head=head(standing.workshop, code, "Outcome report", ""),
        lead="",
        steps=tuple(replace(step, left="") for step in flow_steps(view.flow)),
        ways=(),
        ways_counted="",
        caution=("", ""),
        contact=None,
        months=(),
        measures=(),
        empty="",
        worse="",
        too_few=_TOO_FEW,
    )


def _part(said: MeasureView) -> MeasurePart:
    return MeasurePart(
        title=said.title,
        headline=said.headline,
        sentences=(*said.sentences, *alliance_in_words(said.alliance)),
        concluded=said.concluded,
        people=said.people,
        partnerships=said.partnerships,
    )


def _lead(view: OutcomesView) -> str:
    """What became of the group in one sentence, of those who answered, and what it could be of everybody."""
    result = view.result
    began = f"{begun(spelled(result.began))} {'person' if result.began == 1 else 'people'} with a goal began."
    if result.at is None:
        return f"{began} Nobody was asked again yet."
    missing = len(result.not_heard_from)
    answered = f"At {occasion(result.at)} {spelled(result.answered)} answered, and {spelled(result.reached)} of them"
    bounds = (
        f"; of all it is between {spelled(result.reached)} and {spelled(result.reached + missing)}" if missing else ""
    )
    return f"{began} {answered} stood where they had hoped to, or further{bounds}."


_WORSE = "said that something got worse, or stood further back than at the start"


def _worse(worse: int, heard: int) -> str:
    who = counted(worse, "person", "people")
    return f"{who} of {heard} who answered at any follow-up {_WORSE}. Of whoever did not answer nothing is known."


def summary(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> SummarySheet:
    """The page for a funder: counts of the whole group, and of few partnerships none that could point to a person."""
    workshop_id = key_of(standing.workshop)
    found = material(rows, workshop_id)
    view = outcomes_view(found)
    data = measure_of(rows, workshop_id, standing.workshop.headline)
    at = _told_at(view)
    result = group_result(view.people, at) if at is not None else None
    said = measure_view(found, data, at)
    many = _many(found)
    enough = many and said.summary.partnerships_analysed >= FEWEST_PARTNERSHIPS
    few = _TOO_FEW_ANSWERED if many and view.result.at is not None else _TOO_FEW
    headline = f"{data.title}. {said.headline}" if said.headline else f"{data.title}. It was not named in advance."
    return SummarySheet(
        head=head(standing.workshop, code, "Summary", ""),
        lines=(
            (view.flow.registered, "people registered"),
            (view.flow.began, "were paired and began to talk"),
            *(_what_became(rows, found, result) if many else ()),
        ),
        headline=headline,
        shows=said.concluded[:1] if enough or (many and view.result.at is None) else (few,),
        shows_not=(ONE_GROUP, INFLATED, "People who were not heard from may have fared otherwise."),
    )


FEWEST_PARTNERSHIPS = 6
"""Of fewer partnerships a page for others tells how many began, and nothing that could point to one of them."""
_TOO_FEW = (
    f"Fewer than {spelled(FEWEST_PARTNERSHIPS)} partnerships began. What became of them is not told, for it could "
    "point to a person."
)

_TOO_FEW_ANSWERED = (
    f"Fewer than {spelled(FEWEST_PARTNERSHIPS)} partnerships answered this. What became of them is not told, for it "
    "could point to a person."
)


_LAST_WEEKS = timedelta(days=28)


def _in_contact(rows: Rows, material: Material) -> int:
    """Whose log has a call in the last four weeks of the agreed time: neither a state nor a silence says that."""
    ends = last_day(material.standing.workshop)
    days = [ends - timedelta(days=back) for back in range(_LAST_WEEKS.days)]
    keys = sorted({key_of(place) for place in material.place.values()})
    asked = ("participant_id",)
    talked = rows.values(ContactDay, asked, partnership_id=keys, mark=Mark.TALKED, day=days)
    return len({person for (person,) in talked} & set(material.place))


def _told_at(view: OutcomesView) -> int | None:
    """The last follow-up at which so many partnerships answered that nothing points to one of them."""
    for months in (ONE_YEAR, SIX_MONTHS):
        if len({p.partnership for p in view.people if p.level(months) is not None}) >= FEWEST_PARTNERSHIPS:
            return months
    return None


def _what_became(rows: Rows, found: Material, result: GroupResult | None) -> tuple[tuple[int, str], ...]:
    """Counts of those who answered at one occasion, with what they could be of everybody; None: so few answered."""
    half = sum(2 * found.talked.get(p, 0) >= days for p, days in found.agreed.items() if days)
    dark = sum(2 * found.not_known.get(p, 0) > days for p, days in found.agreed.items() if days)
    beside = f"; of {counted(dark, 'person', 'people')} more than half of the days are not known" if dark else ""
    contact = (
        (half, f"talked on half or more of their agreed days, by their own logs{beside}"),
        (_in_contact(rows, found), "talked with their partner in the last four weeks of the agreed time"),
    )
    if result is None or result.at is None:
        return contact
    missing, when = len(result.not_heard_from), occasion(result.at)
    most = result.reached + missing
    bounds = f"; of all {result.began} it is between {result.reached} and {most}" if missing else ""
    return (
        *contact,
        (result.answered, f"of {result.began} with a goal answered at {when}"),
        (result.reached, f"of these {result.answered} stood where they had hoped to, or further{bounds}"),
        (len(got_worse(found)), f"of {heard_at_all(found)} who answered at any follow-up {_WORSE}"),
    )


def pairs(rows: Rows, standing: Standing, names: Names, _ordered: OrderedSheet, code: str) -> PairOutcomesSheet:
    """Each pair by name."""
    sheet_head = head(standing.workshop, code, "Each pair", "for the facilitator alone")
    return PairOutcomesSheet(sheet_head, pair_outcomes(material(rows, key_of(standing.workshop)), names))
