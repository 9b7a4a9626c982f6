"""Paper of step 10: the outcome report of the group, one page for a funder, and each pair for the facilitator."""

from dataclasses import dataclass
from datetime import timedelta

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.outcomes.figure_words import occasion
from mat_desktop.facilitation.outcomes.flow import Flow, got_worse, heard_at_all
from mat_desktop.facilitation.outcomes.material import Material, material
from mat_desktop.facilitation.outcomes.measures import measure_of, measures
from mat_desktop.facilitation.outcomes.views import (
    OutcomesView,
    PairOutcome,
    measure_view,
    outcomes_view,
    pair_outcomes,
)
from mat_desktop.facilitation.outcomes.words import ONE_GROUP, alliance_in_words, contact_note
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head
from mat_desktop.facilitation.shown.numbers import counted, spelled
from mat_desktop.facilitation.shown.outcomes import (
    Dots,
    Dumbbell,
    MonthBar,
    contact_and_gain,
    dumbbells,
    months_of_alliance,
)
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact.days import ContactDay, Mark
from mat_desktop.workshop.outcomes.summary import INFLATED
from mat_desktop.workshop.outcomes.trajectory import ONE_YEAR
from mat_desktop.workshop.setup import last_day


@dataclass(frozen=True, kw_only=True)
class MeasurePart:
    """One measure in the report: its title, whether it was named in advance, what was found, what may be said."""

    title: str
    headline: str
    sentences: tuple[str, ...]
    concluded: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReportSheet:
    """The group, without a name: flow first, then ways, contact, ratings, measures, harms."""

    head: Head
    flow: Flow
    counts: tuple[tuple[int, str], ...]
    ways: tuple[Dumbbell, ...]
    caution: tuple[str, str]
    dots: Dots
    dots_note: str
    months: tuple[MonthBar, ...]
    measures: tuple[MeasurePart, ...]
    worse: str


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
    """The outcome report of one workshop."""
    workshop_id = key_of(standing.workshop)
    found = material(rows, workshop_id)
    view = outcomes_view(found)
    order = sorted(measures(rows, workshop_id), key=lambda m: m.key != standing.workshop.headline)
    parts = []
    for data in order:
        said = measure_view(found, data, None)
        alliance = alliance_in_words(said.alliance)
        parts.append(
            MeasurePart(
                title=said.title,
                headline=said.headline,
                sentences=(*said.sentences, *alliance),
                concluded=said.concluded,
            )
        )
    return ReportSheet(
        head=head(standing.workshop, code, "Outcome report", ""),
        flow=view.flow,
        counts=_counts(view.flow),
        ways=dumbbells(view.people, by_start=True),
        caution=view.caution,
        dots=contact_and_gain(view.people, view.agreed_days),
        dots_note=contact_note(view.people),
        months=months_of_alliance(view.alliance),
        measures=tuple(parts),
        worse=_worse(len(got_worse(found)), heard_at_all(found)),
    )


def _counts(found: Flow) -> tuple[tuple[int, str], ...]:
    return (
        (found.registered, "registered"),
        (found.screened, "were screened"),
        (found.included, "were included"),
        (found.began, "began with a partner"),
        *(((found.six_months, "answered at six months"),) if found.at is not None else ()),
        *(((found.one_year, "answered at one year"),) if found.at == ONE_YEAR else ()),
    )


_WORSE = "said that something got worse, or stood further back than at the start"


def _worse(worse: int, heard: int) -> str:
    who = counted(worse, "person", "people")
    return f"{who} of {heard} who answered at any follow-up {_WORSE}. Of the others nothing is known."


def summary(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> SummarySheet:
    """The page for a funder: counts of the whole group, and of few partnerships none that could point to a person."""
    workshop_id = key_of(standing.workshop)
    found = material(rows, workshop_id)
    view = outcomes_view(found)
    data = measure_of(rows, workshop_id, standing.workshop.headline)
    said = measure_view(found, data, None)
    many = len({key_of(place) for place in found.place.values()}) >= FEWEST_PARTNERSHIPS
    headline = f"{data.title}. {said.headline}" if said.headline else f"{data.title}. It was not named in advance."
    return SummarySheet(
        head=head(standing.workshop, code, "Summary", ""),
        lines=(
            (view.flow.registered, "people registered"),
            (view.flow.began, "were paired and began to talk"),
            *(_what_became(rows, found, view) if many else ()),
        ),
        headline=headline,
        shows=said.concluded[:1] if many else (_TOO_FEW,),
        shows_not=(ONE_GROUP, INFLATED, "People who were not heard from may have fared otherwise."),
    )


FEWEST_PARTNERSHIPS = 6
"""Of fewer partnerships a page for others tells how many began, and nothing that could point to one of them."""
_TOO_FEW = (
    f"Fewer than {spelled(FEWEST_PARTNERSHIPS)} partnerships began. What became of them is not told, for it could "
    "point to a person."
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


def _what_became(rows: Rows, found: Material, view: OutcomesView) -> tuple[tuple[int, str], ...]:
    """Counts of those who answered at one occasion, with what they could be of everybody."""
    result = view.result
    half = sum(2 * found.talked.get(p, 0) >= days for p, days in found.agreed.items() if days)
    dark = sum(2 * found.not_known.get(p, 0) > days for p, days in found.agreed.items() if days)
    beside = f"; of {counted(dark, 'person', 'people')} more than half of the days are not known" if dark else ""
    contact = (
        (half, f"talked on half or more of their agreed days, by their own logs{beside}"),
        (_in_contact(rows, found), "talked with their partner in the last four weeks of the agreed time"),
    )
    if result.at is None:
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
