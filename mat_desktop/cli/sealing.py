"""`verify-seal`: whether a list of arms is the one that was sealed, checked anywhere without a library."""

import argparse
import sys
from pathlib import Path
from typing import Any

from mat_desktop.cli.common import DONE, add, of_file
from mat_desktop.workshop.outcomes.allocation import seal_of_file
from mat_desktop.workshop.refusal import Refusal


def add_verify_seal(commands: Any) -> None:
    """`verify-seal`."""
    parser = add(commands, "verify-seal", "check the list of arms of a study against its seal", _verify)
    parser.description = (
        "FILE is the list that was saved when the arms were named. Its first line is the seal; the seal is the SHA-256 "
        "of all that follows. Compare it with the one that was written down before the first arm was revealed."
    )
    parser.add_argument("list", type=Path, metavar="FILE", help="the list that was saved")


def _verify(arguments: argparse.Namespace) -> int:
    seal = of_file(arguments.list, _verified)
    sys.stdout.write(f"The list is the one with this seal: {seal}\n")
    return DONE


def _verified(content: bytes) -> str:
    claimed, found = seal_of_file(content)
    if claimed != found:
        raise Refusal("this list is not the one that was sealed, or its first line is not the seal")
    return found
