"""Paper of step 10: the outcome report of the group, one page for a funder, and each pair for the facilitator."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.outcomes.flow import FlowStep, flow_steps, got_worse, heard_at_all
from mat_desktop.facilitation.outcomes.material import Material, alliance_by_month, material
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
from mat_desktop.facilitation.printed.outcomes.few import (
    FEWEST_PARTNERSHIPS,
    MONTHS_LEFT_OUT,
    TOO_FEW,
    TOO_FEW_ANSWERED,
    goals_for_others,
    is_held_back,
    many,
    many_began,
    measure_for_others,
    sentences_for_others,
    told_at,
)
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
from mat_desktop.workshop.outcomes.trajectory import GroupResult, group_result
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
    held_back: str
    """Why nothing is told, or nothing of a later follow-up; empty where all is."""


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
    held_back: str
    """Why no goal is told, or none at a later follow-up; empty where all are."""
    contact: Plot | None
    months: tuple[MonthBar, ...]
    months_left_out: str
    """Why some months are not among them; empty where all are."""
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
    whole = outcomes_view(found)
    if not many_began(found):
        return _report_of_few(standing, whole, code)
    view, held_back = goals_for_others(whole)
    order = sorted(measures(rows, workshop_id), key=lambda m: m.key != standing.workshop.headline)
    every = [measure_for_others(found, data) for data in order]
    told = [one for one, _ in every]
    parts = [*_planned(found, order, told), *(_part(one, why) for one, why in every if one.summary.analysed)]
    nothing = [one.title for one in told if not one.summary.analysed]
    months = alliance_by_month(found, FEWEST_PARTNERSHIPS)
    answered = many(p.partnership for p in view.people if p.gain is not None)
    return ReportSheet(
        head=head(standing.workshop, code, "Outcome report", ""),
        lead=_lead(view),
        steps=flow_steps(view.flow),
        ways=goal_dumbbells(view.goals),
        ways_counted=goal_counts(view.goals),
        caution=view.caution,
        held_back=held_back,
        contact=contact_plot(view.people, view.agreed_days) if answered else None,
        months=months_of_alliance(months),
        months_left_out=MONTHS_LEFT_OUT if len(months) < len(view.alliance) else "",
        measures=tuple(parts),
        empty=f"Nobody has answered this twice yet: {joined(nothing)}." if nothing else "",
        worse=_worse(len(got_worse(found)), heard_at_all(found)) if view.people or not held_back else TOO_FEW_ANSWERED,
        too_few="",
    )


def _planned(found: Material, order: Sequence[MeasureData], every: Sequence[MeasureView]) -> list[MeasurePart]:
    """What a sealed plan names, at its point, where the report would tell that measure at another one only."""
    if found.planned is None or found.planned in [(one.key, one.summary.at) for one in every]:
        return []
    key, months = found.planned
    told = [measure_view(found, data, months) for data in order if data.key == key]
    return [
        replace(
            _part(one, TOO_FEW_ANSWERED if is_held_back(one) else ""),
            title=f"{one.title}, at {occasion(months)}, as the sealed plan names it",
        )
        for one in told
        if one.summary.analysed
    ]


def _report_of_few(standing: Standing, view: OutcomesView, code: str) -> ReportSheet:
    """How many came so far, without a reason and without anything that somebody answered."""
    return ReportSheet(
        head=head(standing.workshop, code, "Outcome report", ""),
        lead="",
        steps=tuple(replace(step, left="") for step in flow_steps(view.flow)),
        ways=(),
        ways_counted="",
        caution=("", ""),
        held_back="",
        contact=None,
        months=(),
        months_left_out="",
        measures=(),
        empty="",
        worse="",
        too_few=TOO_FEW,
    )


def _part(said: MeasureView, held_back: str) -> MeasurePart:
    """One measure; of figures that could point to a person only why they are not told."""
    if is_held_back(said):
        nothing = Forest((), 0.5, ())
        return MeasurePart(
            title=said.title,
            headline=said.headline,
            sentences=(),
            concluded=(),
            people=None,
            partnerships=nothing,
            held_back=held_back,
        )
    return MeasurePart(
        title=said.title,
        headline=said.headline,
        sentences=(*sentences_for_others(said), *alliance_in_words(said.alliance)),
        concluded=said.concluded,
        people=said.people,
        partnerships=said.partnerships,
        held_back=held_back,
    )


def _lead(view: OutcomesView) -> str:
    """What became of the group in one sentence, of those who answered, and what it could be of everybody."""
    result = view.result
    began = f"{begun(spelled(result.began))} {'person' if result.began == 1 else 'people'} with a goal began."
    if result.at is None:
        return f"{began} Nobody was asked again yet."
    if not view.people:
        return began
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
    at = told_at(view)
    result = group_result(view.people, at) if at is not None else None
    said = measure_view(found, data, at)
    began = many_began(found)
    enough = began and said.summary.partnerships_analysed >= FEWEST_PARTNERSHIPS
    few = TOO_FEW_ANSWERED if began and view.result.at is not None else TOO_FEW
    headline = f"{data.title}. {said.headline}" if said.headline else f"{data.title}. It was not named in advance."
    return SummarySheet(
        head=head(standing.workshop, code, "Summary", ""),
        lines=(
            (view.flow.registered, "people registered"),
            (view.flow.began, "were paired and began to talk"),
            *(_what_became(rows, found, result) if began else ()),
        ),
        headline=headline,
        shows=said.concluded[:1] if enough or (began and view.result.at is None) else (few,),
        shows_not=(ONE_GROUP, INFLATED, "People who were not heard from may have fared otherwise."),
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
