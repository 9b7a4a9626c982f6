"""The tables of research data as files: CSV, codebook and data package."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from mat_desktop.facilitation.outcomes.measures import MeasureData
from mat_desktop.facilitation.research.columns import Column
from mat_desktop.facilitation.research.missing import CODES, Row


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
    """A cell that a spreadsheet would take for a formula has an apostrophe before it; a number stays a number.

    A line in it ends with a line feed: the writer puts no quotes around another sign, and readers would end the row.
    """
    words = value.replace("\r\n", "\n").replace("\r", "\n")
    try:
        float(words)
    except ValueError:
        return f"'{words}" if words.lstrip()[:1] in ("=", "+", "-", "@") or words[:1] == "\t" else words
    return words


def outcome_file(measure_key: str) -> str:
    """The file of one measure's outcomes."""
    return f"outcome-{measure_key}.csv"


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
