"""`score`: a table of answers to one instrument."""

import argparse
import sys
from pathlib import Path
from typing import Any

from mat_desktop.cli.common import DONE, WrongInput, add, as_json, complain
from mat_desktop.workshop.refusal import Refusal


def add_score(commands: Any) -> None:
    """`score`."""
    parser = add(commands, "score", "score a table of answers (CSV), a row a person", _score)
    parser.add_argument("instrument", metavar="INSTRUMENT", help="phq-9, gad-7, core-10, who-5, …, or your own .toml")
    parser.add_argument("answers", type=Path, metavar="ANSWERS.csv", help="columns are the item numbers 1, 2, …")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _score(arguments: argparse.Namespace) -> int:
    from mat_desktop.facilitation.answers import headless as headless_scoring

    try:
        instrument = headless_scoring.chosen(arguments.instrument)
    except Refusal as refusal:
        raise WrongInput(
            "\n".join(f"{arguments.instrument[:80]}: {line}" for line in str(refusal).splitlines())
        ) from None
    try:
        with arguments.answers.open("rb") as file:
            content = file.read(headless_scoring.MOST_BYTES + 1)
        result = headless_scoring.scored(instrument, content)
    except OSError as fault:
        raise WrongInput(f"{arguments.answers}: {fault.strerror}.") from None
    except Refusal as refusal:
        raise WrongInput("\n".join(f"{arguments.answers.name}: {line}" for line in str(refusal).splitlines())) from None
    for line in result.faults:
        complain(f"{arguments.answers.name}: {line}")
    if arguments.json:
        as_json(result.rows)
        return DONE
    for row in result.rows:
        if "error" not in row:
            more = f" ({row['band']})" if row["band"] else ""
            more += ", prorated" if row["prorated"] else ""
            ask = f"; safety: item {', '.join(map(str, row['safety']))}" if row["safety"] else ""
            sys.stdout.write(f"Row {row['row']}: {row['total']}{more}{ask}\n")
    return DONE
