"""`verify-seal`: whether a plan or a list of arms is the one that was sealed, checked anywhere without a library."""

import argparse
import sys
from pathlib import Path
from typing import Any

from mat_desktop.cli.common import DONE, add, of_file
from mat_desktop.workshop.outcomes.allocation import seal_of_file
from mat_desktop.workshop.refusal import Refusal


def add_verify_seal(commands: Any) -> None:
    """`verify-seal`."""
    parser = add(commands, "verify-seal", "check the plan or the list of arms of a study against its seal", _verify)
    parser.description = (
        "FILE is the plan that was saved, or the list that was saved when the arms were named. Its first line is the "
        "seal; the seal is the SHA-256 of all that follows, the salt first. Compare it with the one that was written "
        "down: of the plan before the first person was included, of the list before the first arm was revealed."
    )
    parser.add_argument("list", type=Path, metavar="FILE", help="the plan or list that was saved")


def _verify(arguments: argparse.Namespace) -> int:
    seal = of_file(arguments.list, _verified)
    sys.stdout.write(f"This is what was sealed, with this seal: {seal}\n")
    return DONE


def _verified(content: bytes) -> str:
    claimed, found = seal_of_file(content)
    if claimed != found:
        raise Refusal("this is not the one that was sealed, or its first line is not the seal")
    return found
