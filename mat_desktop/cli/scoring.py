"""`score`: a table of answers to one instrument."""

import argparse
import sys
from pathlib import Path
from typing import Any

from mat_desktop.cli.common import DONE, WRONG_INPUT, WrongInput, add, as_json, complain, of_file, table_of_figures
from mat_desktop.workshop.refusal import Refusal


def add_score(commands: Any) -> None:
    """`score`."""
    parser = add(commands, "score", "score a table of answers (CSV), a row a person", _score)
    parser.add_argument("instrument", metavar="INSTRUMENT", help="phq-9, gad-7, core-10, who-5, …, or your own .toml")
    parser.add_argument("answers", type=Path, metavar="ANSWERS.csv", help="a column an item: 1, phq9_1, item 1, …")
    parser.add_argument("--coded-from", type=int, metavar="N", help="what the lowest answer is written as, such as 1")
    table_of_figures(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def _score(arguments: argparse.Namespace) -> int:
    from mat_desktop.facilitation.answers import headless as headless_scoring

    try:
        instrument = headless_scoring.chosen(arguments.instrument)
    except Refusal as refusal:
        raise WrongInput(
            "\n".join(f"{arguments.instrument[:80]}: {line}" for line in str(refusal).splitlines())
        ) from None
    result = of_file(
        arguments.answers,
        lambda content: headless_scoring.scored(
            instrument,
            content,
            arguments.encoding,
            coded_from=arguments.coded_from,
            mapping=arguments.map,
        ),
    )
    for line in result.faults:
        complain(f"{arguments.answers.name}: {line}")
    if arguments.json:
        as_json(result.rows)
        return WRONG_INPUT if result.faults else DONE
    for row in result.rows:
        if "error" not in row:
            more = f" ({row['band']})" if row["band"] else ""
            more += ", prorated" if row["prorated"] else ""
            ask = f"; safety: item {', '.join(map(str, row['safety']))}" if row["safety"] else ""
            sys.stdout.write(f"Row {row['row']}: {_short(row['total'])}{more}{ask}\n")
    return WRONG_INPUT if result.faults else DONE


def _short(total: float) -> str:
    """A total as people read it: whole, or with one decimal. JSON has it whole."""
    return f"{total:.1f}".removesuffix(".0")
