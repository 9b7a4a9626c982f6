"""The tables of research data: columns with their meaning, missing codes, CSV, codebook and data package."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.outcomes.files import MISSING_CODES, OCCASIONS
from mat_desktop.facilitation.outcomes.material import MeasureData
from mat_desktop.facilitation.shown.words.outcomes import BETTER
from mat_desktop.workshop.setup import GOALS

FEWEST = 5
"""Fewer people than this in one cell would tell who they are."""
SUPPRESSED, NOT_THERE, SILENT, UNSAID = ".s", ".x", ".n", ".u"
CODES = {**MISSING_CODES, SUPPRESSED: f"fewer than {FEWEST} people share this, so it is not told"}
_NAMES = {0: "baseline", **{months: name for name, months in OCCASIONS.items()}}
Row = dict[str, str]


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
    Column(name="answered", label=f"people who answered; not told below {FEWEST}", kind="integer", unit="people"),
]


def outcome_columns(measure: MeasureData) -> list[Column]:
    """The columns of one measure's outcomes, in the form that `mat-desktop outcomes` reads."""
    unit = f"{measure.title}; {BETTER[measure.norms.better]} is better"
    return [
        Column(name="person", label="random id of a person", kind="string"),
        Column(name="partnership", label="random id that partners share", kind="string"),
        Column(name="baseline", label=f"at the start: {unit}", kind="number"),
        *(
            Column(name=name, label=f"after {months} months: {unit}", kind="number")
            for name, months in OCCASIONS.items()
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


def _resource(name: str, columns: Sequence[Column]) -> dict[str, object]:
    fields = []
    for column in columns:
        field_ = {"name": column.name, "type": column.kind, "description": column.label}
        fields.append(field_)
    return {
        "name": name.removesuffix(".csv").replace("_", "-").lower(),
        "path": name,
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": ["", *CODES]},
    }


def codebook(tables: Mapping[str, Sequence[Column]]) -> bytes:
    """A row a column of every file: what it means, its type, unit, values and missing codes."""
    missing = "; ".join(f"{code} = {words}" for code, words in CODES.items())
    rows = [
        {
            "file": name,
            "column": c.name,
            "label": c.label,
            "type": c.kind,
            "unit": c.unit,
            "values": "; ".join(c.values),
            "missing": missing if c.kind != "string" or c.name in ("age_band", "gender") else "",
        }
        for name, columns in tables.items()
        for c in columns
    ]
    return as_csv(["file", "column", "label", "type", "unit", "values", "missing"], rows)


def as_csv(names: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Rows as CSV that every program reads: UTF-8, commas, a line feed."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(names), lineterminator="\n", extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows({name: _safe(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode()


def _safe(value: str) -> str:
    """A cell that a spreadsheet would take for a formula is put in quotes; a number stays a number."""
    try:
        float(value)
    except ValueError:
        return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
    return value


def cell(value: float | None, why: str) -> str:
    """A number as precisely as it is known, or the code that says why there is none."""
    return why if value is None else repr(float(value))


def column_of(measure_key: str) -> str:
    """The column of a measure: its key in letters that every program reads."""
    return {GOALS: "goal_t"}.get(measure_key, measure_key.replace("-", "_"))


def outcome_file(measure_key: str) -> str:
    """The file of one measure's outcomes."""
    return f"outcome-{measure_key}.csv"


def occasion_name(months: int) -> str:
    """How an occasion is called in the data."""
    return _NAMES.get(months, f"month_{months}")


def package(measures: Sequence[MeasureData], tables: Mapping[str, Sequence[Column]], description: str) -> bytes:
    """A Frictionless data package: every table with its schema and its missing codes."""
    told = {m.key: {"better": m.norms.better.value, "title": m.title, "file": outcome_file(m.key)} for m in measures}
    body = {
        "profile": "tabular-data-package",
        "name": "peer-alliance-workshop",
        "title": "Research data of one peer-alliance workshop",
        "description": description,
        "mat_desktop": {"format": 1, "measures": told},
        "resources": [_resource(name, columns) for name, columns in tables.items()],
    }
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()
