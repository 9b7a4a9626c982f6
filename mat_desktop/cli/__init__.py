"""The headless front: the same deeds without the window. Exit 0 done, 2 the input is wrong, 3 the library."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mat_desktop import __version__
from mat_desktop.cli.common import DONE, LIBRARY, WRONG_INPUT, WrongInput, add, complain, library, passphrase, secret
from mat_desktop.cli.libraries import add_backup, add_check, add_print, add_restore
from mat_desktop.cli.outcomes import add_outcomes, add_pool
from mat_desktop.cli.pairing import add_pair
from mat_desktop.cli.research import add_export
from mat_desktop.cli.scoring import add_score
from mat_desktop.workshop.refusal import Refusal

COMMANDS = (
    *(add_pair, add_print, add_export, add_score, add_outcomes, add_pool),
    *(add_check, add_backup, add_restore),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; without a sub-command, open the window."""
    found = _parser().parse_args(arguments)
    try:
        return int(found.run(found))
    except WrongInput as wrong:
        complain(str(wrong))
        return WRONG_INPUT
    except Refusal as refusal:
        from mat_desktop.storage.faults import LibraryFault, NotSaved

        complain(str(refusal))
        return LIBRARY if isinstance(refusal, LibraryFault) and not isinstance(refusal, NotSaved) else WRONG_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG_INPUT
    except OSError as fault:
        complain(f"{fault.filename or 'The disk'}: {fault.strerror}.")
        return WRONG_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mat-desktop",
        description="Guides a facilitator through a Mutual Alliance workshop. Without a command it opens the window.",
        epilog="Exit status: 0 done; 2 the input or the call is wrong; 3 the library is locked, damaged or too new.",
    )
    parser.add_argument("--version", action="version", version=f"MAT Desktop {__version__}")
    library(parser, needed=False)
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="")
    for put in (_add_demo, *COMMANDS):
        put(commands)
    return parser


def _add_demo(commands: Any) -> None:
    parser = add(commands, "demo", "play the sample workshop through the real window", _demo)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where screens, paper and library go")
    secret(parser)


def _window(arguments: argparse.Namespace) -> int:
    from mat_desktop.app.run import run

    return run(getattr(arguments, "library", None))


def _demo(arguments: argparse.Namespace) -> int:
    said = passphrase(arguments) if arguments.passphrase_file is not None else None
    if (arguments.out / "library").exists():
        raise WrongInput(f"{arguments.out / 'library'}: there is a library already. Name another folder.")
    from mat_desktop.rehearsal.demo import play

    play(arguments.out, said, sys.stdout.write)
    return DONE
