"""`verify-seal`: whether a plan or a list of arms is the one that was sealed, checked anywhere without a library."""

import argparse
import sys
from pathlib import Path
from typing import Any

from mat_desktop.cli.common import DONE, WrongInput, add, of_file
from mat_desktop.workshop.outcomes.allocation import CheckedSeal, checked_seal
from mat_desktop.workshop.refusal import Refusal


def add_verify_seal(commands: Any) -> None:
    """`verify-seal`."""
    parser = add(commands, "verify-seal", "check the plan or the list of arms of a study against its seal", _verify)
    parser.description = (
        "FILE is the plan that was saved, or the list that was saved when the arms were named. Its first line is the "
        "seal; the seal is the SHA-256 of all that follows, the salt first. Whoever changes the words can write "
        "another seal above them. So compare it with the one that was written down, as --seal does: of the plan before "
        "the first person was included, of the list before the first arm was revealed."
    )
    parser.add_argument("list", type=Path, metavar="FILE", help="the plan or list that was saved")
    parser.add_argument("--seal", type=_seal, metavar="SEAL", help="the seal that was written down")


def _seal(typed: str) -> str:
    seal = "".join(typed.split()).casefold()
    if len(seal) != _LONG or set(seal) - set("0123456789abcdef"):
        raise argparse.ArgumentTypeError(f"{_LONG} letters and digits are expected, 0 to 9 and a to f")
    return seal


_LONG = 64


def _verify(arguments: argparse.Namespace) -> int:
    found = of_file(arguments.list, _verified)
    if arguments.seal and arguments.seal != found.seal:
        raise WrongInput(f"{arguments.list}: this is not the one with the seal that was written down, but {found.seal}")
    said = "This is what was sealed" if arguments.seal else "These words and this salt give this seal"
    sys.stdout.write(f"{said}: {found.seal}\n")
    if not found.as_saved:
        sys.stdout.write("Its line ends or its encoding were changed on the way; the words are the same.\n")
    if not arguments.seal:
        sys.stdout.write("It is what was sealed if the same seal was written down before. --seal compares the two.\n")
    return DONE


def _verified(content: bytes) -> CheckedSeal:
    found = checked_seal(content)
    if found is None:
        raise Refusal("this is not the one that was sealed, or its first line is not the seal")
    return found
