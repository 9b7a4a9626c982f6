"""`outcomes` and `pool`: figures that anybody can work out again."""

import argparse
import sys
from collections.abc import Callable
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mat_desktop.cli.common import DONE, WrongInput, add, as_json, of_file, table_of_figures

if TYPE_CHECKING:
    from mat_desktop.facilitation.outcomes.headless import OutcomesTold


def _number(said: str) -> float:
    try:
        value = float(said)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise argparse.ArgumentTypeError(f"“{said[:40]}” is no number")
    return value


def _spread(said: str) -> float:
    if (value := _number(said)) <= 0:
        raise argparse.ArgumentTypeError("a standard deviation above 0 is expected")
    return value


def _reliability(said: str) -> float:
    if not 0 <= (value := _number(said)) < 1:
        raise argparse.ArgumentTypeError("a reliability from 0 to below 1 is expected")
    return value


def add_outcomes(commands: Any) -> None:
    """`outcomes`."""
    parser = add(commands, "outcomes", "what became of a group, from a table of people (CSV)", _outcomes)
    parser.description = (
        "Columns person, partnership, baseline, six_months, one_year; optional arm, contacts, block. Empty cells and "
        "NA are missing. The partnership is the unit; a partnership with one observed member counts. Changes are "
        "outcome minus baseline, at one occasion. What cannot be worked out is null, and a sentence says why."
    )
    parser.add_argument("data", type=Path, metavar="DATA.csv")
    parser.add_argument("--better", choices=("lower", "higher"), default="lower", help="which way is better")
    parser.add_argument("--sd", type=_spread, metavar="S", help="published sd of people who seek help")
    parser.add_argument("--clinical-mean", type=_number, metavar="M", help="published mean of people who seek help")
    parser.add_argument("--reliability", type=_reliability, metavar="R", help="published reliability of the measure")
    parser.add_argument("--norm-mean", type=_number, metavar="M", help="published mean of people who seek no help")
    parser.add_argument("--norm-sd", type=_spread, metavar="S", help="published sd of people who seek no help")
    parser.add_argument("--cutoff", choices=("a", "b", "c"), default="c", help="Jacobson and Truax's cut-off")
    parser.add_argument(
        "--at",
        choices=("six_months", "one_year"),
        default="",
        help="else the last one with any answer, and it is said which",
    )
    parser.add_argument("--order", default="", metavar="A,B,C", help="the arms, most contact first; needed for three")
    table_of_figures(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def _outcomes(arguments: argparse.Namespace) -> int:
    from mat_desktop.facilitation.outcomes import headless as headless_outcomes
    from mat_desktop.workshop.outcomes.reliable import Better, Norms

    norms = Norms(
        Better(arguments.better),
        mean=arguments.clinical_mean,
        sd=arguments.sd,
        reliability=arguments.reliability,
        healthy_mean=arguments.norm_mean,
        healthy_sd=arguments.norm_sd,
        cut_off=arguments.cutoff,
    )
    order = [name.strip() for name in arguments.order.split(",") if name.strip()]
    return _told(
        arguments,
        arguments.data,
        lambda content: headless_outcomes.outcomes(
            content, norms, arguments.at, arguments.encoding, order, arguments.map
        ),
        headless_outcomes.no_outcomes,
    )


def _told(
    arguments: argparse.Namespace,
    path: Path,
    make: "Callable[[bytes], OutcomesTold]",
    nothing: Callable[[], dict[str, Any]],
) -> int:
    """Print what was made of a table, as JSON or in words; of one that is refused every figure is null."""
    try:
        said = of_file(path, make)
    except WrongInput as wrong:
        if arguments.json:
            as_json({**nothing(), "notes": str(wrong).splitlines()})
        raise
    if arguments.json:
        as_json(said.values)
    else:
        sys.stdout.writelines(f"{line}\n" for line in said.sentences)
    return DONE


def add_pool(commands: Any) -> None:
    """`pool`."""
    parser = add(commands, "pool", "pool the effects of several workshops (CSV: workshop, g, v)", _pool)
    parser.add_argument("effects", type=Path, metavar="EFFECTS.csv")
    table_of_figures(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def _pool(arguments: argparse.Namespace) -> int:
    from mat_desktop.facilitation.outcomes import headless as headless_outcomes

    return _told(
        arguments,
        arguments.effects,
        lambda content: headless_outcomes.pooled(content, arguments.encoding, arguments.map),
        headless_outcomes.no_pool,
    )
