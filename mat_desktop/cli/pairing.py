"""`pair`: partnerships for a roster, or for a table of fits."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from mat_desktop.cli.common import DONE, WrongInput, add, as_json, complain, of_file


def add_pair(commands: Any) -> None:
    """`pair`."""
    parser = add(commands, "pair", "suggest partnerships for a roster, or for a table of fits (CSV)", _pair)
    parser.description = (
        "Suggest the best partnerships: as many people as possible, the worst fit as good as possible, then the "
        "total. Fit counts 0 to 100 in whole points."
    )
    parser.add_argument("roster", type=Path, nargs="?", metavar="ROSTER", help="a column “name” is enough")
    parser.add_argument("--ballots", type=Path, metavar="F", help="columns from, to, wish: want, accept or not")
    parser.add_argument("--rules", type=Path, metavar="F", help="columns a, b, rule: apart, together or lock")
    parser.add_argument("--weights", type=Path, metavar="F", help="columns criterion, weight: 0 to 1000")
    parser.add_argument(
        "--scores",
        type=Path,
        metavar="MATRIX.csv",
        help="instead of a roster: a square table of whole numbers, ids in the first row and column; a blank cell "
        "means not allowed; where the two cells of a pair differ their mean counts",
    )
    parser.add_argument(
        "--odd",
        choices=("three", "facilitator", "wait"),
        default="three",
        help="an odd number makes one group of three, or the facilitator takes part, or one person waits",
    )
    parser.add_argument("--encoding", default="utf-8", help="the text encoding of the files, such as windows-1252")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="what a column of the roster means, by its heading or its number: name, given_name, family_name, phone, "
        "email, windows, languages, …; may be said several times",
    )
    parser.add_argument(
        "--first-row",
        choices=("headings", "person"),
        default="",
        help="what the first row of the roster is; without it that is found by what stands there",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def _pair(arguments: argparse.Namespace) -> int:
    if (arguments.roster is None) == (arguments.scores is None):
        raise WrongInput("pair: name either a roster or, with --scores, a table of fits.")
    result = _paired_scores(arguments) if arguments.scores is not None else _paired_roster(arguments)
    if arguments.json:
        as_json(result)
        return DONE
    for place in result["partnerships"]:
        why = "; ".join([*place["reasons"], *(f"but: {words}" for words in place["against"])])
        sys.stdout.write(f"{' + '.join(place['members'])}: fit {place['fit']}{'. ' if why else ''}{why}\n")
    for name in result["unpaired"]:
        sys.stdout.write(f"Not placed: {name}\n")
    for words in result["broken_rules"]:
        sys.stdout.write(f"Could not be kept: {words}\n")
    for rule in result["conflict"]:
        sys.stdout.write(f"In the way: {rule['rule']}\n")
    return DONE


def _paired_scores(arguments: argparse.Namespace) -> dict[str, Any]:
    from mat_desktop.facilitation.pairing import score_matrix

    if arguments.ballots or arguments.rules or arguments.weights or arguments.map or arguments.first_row:
        told = "--ballots, --rules, --weights, --map and --first-row"
        raise WrongInput(f"pair: {told} go with a roster, not with --scores.")
    if arguments.odd == "facilitator":
        raise WrongInput("pair: a table of fits has no row for the facilitator; use --odd three or --odd wait.")
    return of_file(
        arguments.scores, lambda content: score_matrix.pair(content, arguments.encoding, three=arguments.odd == "three")
    )


def _paired_roster(arguments: argparse.Namespace) -> dict[str, Any]:
    from mat_desktop.facilitation.pairing import files as pairing_files
    from mat_desktop.facilitation.pairing import headless as headless_pairing
    from mat_desktop.facilitation.participants.forms.first_row import FirstRow
    from mat_desktop.workshop.pairing.case import Odd

    first_row = FirstRow(arguments.first_row)
    given = of_file(
        arguments.roster,
        lambda content: headless_pairing.roster(content, arguments.encoding, arguments.map, first_row),
    )
    for note in given.notes:
        complain(f"{arguments.roster.name}: {note}")
    beside = headless_pairing.PairingInputs(odd=Odd(arguments.odd))
    if arguments.ballots:
        marks = of_file(
            arguments.ballots, lambda content: pairing_files.ballots(content, arguments.encoding, given.ids)
        )
        beside = replace(beside, ballots=marks)
    if arguments.rules:
        rules = of_file(arguments.rules, lambda content: pairing_files.rules(content, arguments.encoding, given.ids))
        beside = replace(beside, rules=rules)
    if arguments.weights:
        weights = of_file(arguments.weights, lambda content: pairing_files.weights(content, arguments.encoding))
        beside = replace(beside, weights=weights)
    wrong = headless_pairing.refused_locks(given, beside)
    if wrong:
        raise WrongInput("\n".join(f"{arguments.rules.name}: {line}" for line in wrong))
    return headless_pairing.pair(given, beside)
