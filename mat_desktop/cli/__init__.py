"""The headless front: the same deeds without the window.

Exit 0 done, 1 the program went wrong, 2 the input is wrong, 3 the library.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mat_desktop import __version__
from mat_desktop.cli.common import (
    DONE,
    LIBRARY,
    OWN_ERROR,
    WRONG_INPUT,
    WrongInput,
    add,
    complain,
    library,
    passphrase,
    secret,
)
from mat_desktop.cli.libraries import add_backup, add_check, add_print, add_restore
from mat_desktop.cli.outcomes import add_outcomes, add_pool
from mat_desktop.cli.pairing import add_pair
from mat_desktop.cli.research import add_export
from mat_desktop.cli.scoring import add_score
from mat_desktop.cli.sealing import add_verify_seal
from mat_desktop.cli.terminal import speaking_plainly
from mat_desktop.workshop.refusal import Refusal

_OWN_ERROR = "Something went wrong in the program itself. What was saved before is kept."
COMMANDS = (
    *(add_pair, add_print, add_export, add_score, add_outcomes, add_pool, add_verify_seal),
    *(add_check, add_backup, add_restore),
)


def main(arguments: Sequence[str] | None = None, log: Path | None = None) -> int:
    """Do what the command line asks; without a sub-command, open the window.

    What goes wrong in the program itself is noted in `log`, without a word of what was in hand.
    """
    from mat_desktop.app.no_dumps import leave_no_dumps

    leave_no_dumps()
    with speaking_plainly():
        return _done(_parser().parse_args(arguments), log)


def _done(found: argparse.Namespace, log: Path | None) -> int:
    """Do it, and answer with the exit status."""
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
    except Exception as fault:  # noqa: BLE001  uncaught, it would be printed with what was in hand
        complain(f"{_OWN_ERROR} {_noted(fault, log)}")
        return OWN_ERROR


def _noted(fault: Exception, log: Path | None) -> str:
    """Note where it happened, and say where that is read."""
    from platformdirs import user_log_path

    from mat_desktop.app.account import account_of
    from mat_desktop.app.mishap_log import MishapLog, headline
    from mat_desktop.app.system import SystemClock

    path = log or user_log_path("MAT Desktop", appauthor=False) / "mishaps.log"
    try:
        MishapLog(path).append("\n".join((headline(SystemClock().now()), *account_of(fault).lines)))
    except OSError:
        return "Where it happened could not be noted: the disk does not take it."
    return f"Where it happened is noted in {path}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mat-desktop",
        description="Guides a facilitator through a Mutual Alliance workshop. Without a command it opens the window.",
        epilog="Exit status: 0 done; 1 the program itself went wrong; 2 the input or the call is wrong; "
        "3 the library is locked, damaged or too new.",
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
