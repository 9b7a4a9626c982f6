"""Research data from elsewhere, or one's own again: read, and every measure's outcomes worked out as they were."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mat_desktop.facilitation.outcomes import files as outcome_files
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.outcomes.pooling import Study, study_of
from mat_desktop.workshop.outcomes.reliable import Better
from mat_desktop.workshop.refusal import Refusal

PACKAGE = "datapackage.json"
MOST_BYTES = 5_000_000
_NOT_OURS = f"{PACKAGE}: this is no research data of MAT Desktop"


@dataclass(frozen=True, kw_only=True)
class ReadMeasure:
    """One measure of an export: its title, which way is better, and its cases."""

    key: str
    title: str
    better: Better
    cases: tuple[OutcomeCase, ...]

    def effect(self, name: str, at: int) -> tuple[Study, int] | None:
        """Its standardised change at an occasion, better counted up, and how many people; None where there is none."""
        return study_of(name, self.cases, self.better, at)


def measures(file: Callable[[str], bytes]) -> tuple[ReadMeasure, ...]:
    """Every measure of an export. `file` gives the content of one of its files by name, or raises Refusal.

    Raises Refusal where it is no export, or a table of it is broken: file, row and column.
    """
    body = _package(file(PACKAGE))
    found = []
    for key, told in body.items():
        name = told["file"]
        if name != f"outcome-{key}.csv" or "/" in name or "\\" in name:
            raise Refusal(f"{_NOT_OURS}: it names a strange file")
        try:
            cases = outcome_files.cases(file(name))
        except Refusal as refusal:
            raise Refusal("\n".join(f"{name}: {line}" for line in str(refusal).splitlines())) from None
        found.append(ReadMeasure(key=key, title=str(told["title"])[:200], better=Better(told["better"]), cases=cases))
    return tuple(found)


def _package(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise Refusal(f"{PACKAGE}: it is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        body = json.loads(content.decode("utf-8"), parse_constant=_no_constant)
        ours = body["mat_desktop"]
        known = ours["format"] == 1 and isinstance(ours["measures"], dict)
        whole = known and all(isinstance(m["file"], str) and Better(m["better"]) for m in ours["measures"].values())
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refusal(f"{_NOT_OURS}, or it is damaged") from None
    if not whole:
        raise Refusal(f"{_NOT_OURS}, or a newer version wrote it")
    found: dict[str, Any] = ours["measures"]
    return found


def _no_constant(_word: str) -> float:
    raise ValueError("no number")
