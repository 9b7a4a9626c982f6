"""The columns of the research data: what each means, in which unit, and what may stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.outcomes.files import OCCASIONS
from mat_desktop.facilitation.outcomes.measures import MeasureData
from mat_desktop.facilitation.research.traits import AGE_BANDS
from mat_desktop.facilitation.shown.words.outcomes import BETTER
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.setup import GOALS

_NAMES = {0: "baseline", **{months: name for name, months in OCCASIONS.items()}}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its name, what it means, its type, its unit, and the values it can have."""

    name: str
    label: str
    kind: str
    unit: str = ""
    values: tuple[str, ...] = ()


COUNT_COLUMNS = [
    Column(name="arm", label="arm of the study", kind="string"),
    Column(name="occasion", label="which occasion", kind="string"),
    Column(name="answered", label="people who answered, as the other tables tell them", kind="integer", unit="people"),
]


def outcome_columns(measure: MeasureData, *, starts: bool) -> list[Column]:
    """The columns of one measure's outcomes, in the form that `mat-desktop outcomes` reads.

    With `starts` each occasion has a start of its own: over the goals or complaints that were marked then.
    """
    unit = f"{measure.title}; {BETTER[measure.norms.better]} is better"
    return [
        Column(name="person", label="random id of a person", kind="string"),
        Column(name="partnership", label="random id that partners share", kind="string"),
        Column(name="baseline", label=f"at the start: {unit}", kind="number"),
        *(
            Column(name=name, label=f"after {months} months: {unit}", kind="number")
            for name, months in OCCASIONS.items()
        ),
        *(
            Column(name=f"start_{name}", label=f"what {name} is held against: {unit}", kind="number")
            for name in (OCCASIONS if starts else ())
        ),
        Column(name="arm", label="arm of the study", kind="string"),
        Column(name="block", label="block of the random allocation", kind="string"),
        Column(
            name="contacts",
            label="agreed days on which the person's log says that they talked",
            kind="integer",
            unit="days",
        ),
    ]


def column_of(measure_key: str) -> str:
    """The column of a measure: its key in letters that every program reads."""
    return {GOALS: "goal_t"}.get(measure_key, measure_key.replace("-", "_"))


def occasion_name(months: int) -> str:
    """How an occasion is called in the data."""
    return _NAMES.get(months, f"month_{months}")


def measure_column(measure: MeasureData) -> Column:
    """The column of one measure, and which way of it is better."""
    way = f"{BETTER[measure.norms.better]} is better"
    unit = {GOALS: "T score, mean 50, sd 10", own_pages.COMPLAINTS: "1 to 13"}.get(measure.key, "total")
    return Column(name=column_of(measure.key), label=f"{measure.title}; {way}", kind="number", unit=unit)


def base_columns(told: str, arms: tuple[str, ...]) -> list[Column]:
    """What every table says of a person first. `told` says what the arms are, `arms` are those in use."""
    return [
        Column(name="person", label="random id of a person", kind="string"),
        Column(name="partnership", label="random id that partners share", kind="string"),
        Column(
            name="arm",
            label=f"arm of the study: {told}",
            kind="string",
            unit="",
            values=arms,
        ),
        Column(
            name="age_band",
            label="age in the year of the workshop",
            kind="string",
            unit="years",
            values=AGE_BANDS,
        ),
        Column(name="gender", label="as the person said", kind="string"),
        Column(
            name="contacts",
            label="agreed days on which the person's log says that they talked",
            kind="integer",
            unit="days",
        ),
        Column(name="agreed_days", label="days on which a call was agreed", kind="integer", unit="days"),
    ]


def _occasion_columns(own: Sequence[Column]) -> list[Column]:
    return [
        Column(
            name="state",
            label="state of the occasion",
            kind="string",
            unit="",
            values=("done", "late", "due", "could not reach"),
        ),
        Column(name="day", label="days after the workshop on which it was answered", kind="integer", unit="days"),
        Column(
            name="alliance",
            label="last workshop check up to then; not a validated scale",
            kind="number",
            unit="0 to 10",
        ),
        *own,
    ]


def long_columns(base: Sequence[Column], own: Sequence[Column], months: Sequence[int]) -> list[Column]:
    """A row a person and occasion. `own` are the columns of the measures."""
    partner = []
    for number in (1, 2):
        partner.append(Column(name=f"partner{number}", label="random id of a partner", kind="string"))
        partner += [
            Column(name=f"partner{number}_{c.name}", label=f"the partner's: {c.label}", kind=c.kind, unit=c.unit)
            for c in (*own, Column(name="alliance", label="workshop check", kind="number", unit="0 to 10"))
        ]
    when = [
        Column(
            name="occasion",
            label="which occasion",
            kind="string",
            unit="",
            values=tuple(occasion_name(m) for m in months),
        ),
        Column(name="months", label="months after the workshop", kind="integer", unit="months"),
    ]
    return [*base, *when, *_occasion_columns(own), *partner]


def wide_columns(base: Sequence[Column], own: Sequence[Column], months: Sequence[int]) -> list[Column]:
    """A row a person, with the columns of every occasion beside each other."""
    found = list(base)
    for month in months:
        at = occasion_name(month)
        found += [
            Column(name=f"{c.name}_{at}", label=f"{c.label}, {at}", kind=c.kind, unit=c.unit, values=c.values)
            for c in _occasion_columns(own)
        ]
    return [*found, *(Column(name=f"partner{n}", label="random id of a partner", kind="string") for n in (1, 2))]
