"""`export`: the data from which every outcome can be worked out again."""

import argparse
import sys
from pathlib import Path
from typing import Any

from mat_desktop.cli.common import DONE, WrongInput, add, as_json, library, opened, secret


def add_export(commands: Any) -> None:
    """`export`."""
    parser = add(commands, "export", "write the research data of a workshop: CSV, codebook, datapackage.json", _export)
    parser.description = (
        "Only people whose yes covers the data are in them, under random ids, without free text, safety items or "
        "dates. "
        "The key file that names them is written only where --key says so, outside the folder of the data."
    )
    library(parser)
    parser.add_argument("--workshop", metavar="W", help="number or exact title; needed when there are several")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the data")
    parser.add_argument("--key", type=Path, metavar="FILE", help="also write who is who, kept apart from the data")
    parser.add_argument(
        "--consent",
        choices=("research", "study"),
        default="research",
        help="which yes covers the data: box 3 of the consent sheet (research), or the sheet of the study",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    secret(parser)


def _export(arguments: argparse.Namespace) -> int:
    from mat_desktop.app.doors import at_desk
    from mat_desktop.facilitation.research import export as research
    from mat_desktop.facilitation.sheets import headless as headless_print
    from mat_desktop.storage.folder.files import write_whole
    from mat_desktop.workshop.participants.consent import ConsentKind

    if arguments.key is not None and arguments.out.resolve() in (
        arguments.key.resolve(),
        *arguments.key.resolve().parents,
    ):
        raise WrongInput(f"{arguments.key}: the key file is kept apart. Name a place outside {arguments.out}.")
    held = opened(arguments)
    try:
        desk = at_desk(held).desk
        workshop = headless_print.chosen(desk, arguments.workshop)
        made = research.export(desk, workshop, ConsentKind(arguments.consent))
        arguments.out.mkdir(parents=True, exist_ok=True)
        for name, content in made.files.items():
            write_whole(arguments.out / name, content)
        if arguments.key is not None:
            write_whole(arguments.key, made.key)
    finally:
        held.close()
    written = [str(arguments.out / name) for name in made.files] + ([str(arguments.key)] if arguments.key else [])
    if arguments.json:
        as_json({"files": written, "people": made.people, "left_out": made.left_out})
    else:
        sys.stdout.write("\n".join([*written, made.said]) + "\n")
    return DONE
