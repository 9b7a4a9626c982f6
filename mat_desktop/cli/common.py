"""What every headless command shares: exit status, a call that is wrong, and how a library is opened."""

import argparse
import json
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mat_desktop.facilitation.chosen_file import content_of_file
from mat_desktop.facilitation.tabular.limits import content_of
from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.storage.folder.library import Library

T = TypeVar("T")

_LONGEST = 4096
DONE, OWN_ERROR, WRONG_INPUT, LIBRARY = range(4)


class WrongInput(Refusal):
    """The call or its input is wrong; one line a fault."""


def complain(words: str) -> None:
    """One line on standard error, or several."""
    sys.stderr.write(f"{words}\n")


def library(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    """The library that is meant."""
    parser.add_argument(
        "--library",
        type=Path,
        required=needed,
        default=argparse.SUPPRESS,
        metavar="PATH",
        help="the folder of the library",
    )


def secret(parser: argparse.ArgumentParser) -> None:
    """Where the passphrase comes from."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help="read the passphrase from F; else from a prompt or standard input",
    )


def table_of_figures(parser: argparse.ArgumentParser) -> None:
    """How a table of figures is read: its encoding, and what its columns mean."""
    parser.add_argument("--encoding", default="utf-8", help="the text encoding of the file, such as windows-1252")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="which column holds a field, by its heading or its number; may be said several times",
    )


def add(commands: Any, name: str, words: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    """One sub-command."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def of_file(path: Path, make: Callable[[bytes], T]) -> T:
    """What `make` makes of the bytes of a file. Raises WrongInput with the file's name before every fault."""
    try:
        return make(content_of(path, piped=True))
    except OSError as fault:
        raise WrongInput(f"{path}: {fault.strerror}.") from None
    except Refusal as refusal:
        raise WrongInput("\n".join(f"{path.name}: {line}" for line in str(refusal).splitlines())) from None


def passphrase(arguments: argparse.Namespace) -> str:
    """From the file that was named, from a prompt, or from standard input; never from the command line.

    Raises WrongInput where no passphrase can be read from that file.
    """
    if arguments.passphrase_file is not None:
        try:
            return _first_line(content_of_file(arguments.passphrase_file, _LONGEST, piped=True))
        except (OSError, UnicodeError, IndexError, Refusal):
            raise WrongInput(f"{arguments.passphrase_file}: no passphrase can be read from it.") from None
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass("Passphrase: ")
    return _typed() if sys.stdin is not None else ""


def _typed() -> str:
    """The first line of standard input, in UTF-8 whatever the system says."""
    try:
        line = sys.stdin.buffer.readline(_LONGEST) if hasattr(sys.stdin, "buffer") else sys.stdin.readline().encode()
        return _first_line(line) if line else ""
    except UnicodeError:
        raise WrongInput("The passphrase is no text in UTF-8.") from None


def _first_line(words: bytes) -> str:
    """The first line without the mark that some editors put before a text, and without its end."""
    return words.decode("utf-8-sig").splitlines()[0]


def opened(arguments: argparse.Namespace) -> "Library":
    """The library, open. Raises Refusal where it is locked, damaged or too new."""
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.folder.library import open_with_passphrase

    return open_with_passphrase(arguments.library, said_of(arguments), standing_rules)


def said_of(arguments: argparse.Namespace) -> str | None:
    """The passphrase where the library needs one. Raises Refusal where there is no library."""
    from mat_desktop.storage.folder.glance import needs_passphrase

    return passphrase(arguments) if needs_passphrase(arguments.library) else None


def as_json(values: object) -> None:
    """Print plain values as JSON; a number that is none would be a fault of the program."""
    sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
