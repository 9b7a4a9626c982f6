"""The headless front: the same deeds without the window. Exit 0 done, 2 the input is wrong, 3 the library."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mat_desktop import __version__
from mat_desktop.workshop.refusal import Refusal

if TYPE_CHECKING:
    from mat_desktop.storage.library import Library

T = TypeVar("T")

DONE, WRONG_INPUT, LIBRARY = 0, 2, 3
KINDS = (
    *("run-sheet", "sign-in", "name-tent", "where-we-are", "go-on-card", "consent", "evidence", "readiness"),
    *("questionnaire", "complaints", "help-sheet", "round-card", "pair-slip", "goal-sheet", "goal-card", "agreement"),
    *("call-log", "pocket-card", "dates", "practice-call", "repair-card", "alliance-check", "meeting-card"),
    *("six-month", "one-year", "referral"),
)


class WrongInput(Refusal):
    """The call or its input is wrong; one line a fault."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; without a sub-command, open the window."""
    found = _parser().parse_args(arguments)
    try:
        return int(found.run(found))
    except WrongInput as wrong:
        _complain(str(wrong))
        return WRONG_INPUT
    except Refusal as refusal:
        from mat_desktop.storage.faults import LibraryFault, NotSaved

        _complain(str(refusal))
        return LIBRARY if isinstance(refusal, LibraryFault) and not isinstance(refusal, NotSaved) else WRONG_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG_INPUT
    except OSError as fault:
        _complain(f"{fault.filename or 'The disk'}: {fault.strerror}.")
        return WRONG_INPUT


def _complain(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mat-desktop",
        description="Guides a facilitator through a Mutual Alliance workshop. Without a command it opens the window.",
        epilog="Exit status: 0 done; 2 the input or the call is wrong; 3 the library is locked, damaged or too new.",
    )
    parser.add_argument("--version", action="version", version=f"MAT Desktop {__version__}")
    _library(parser, needed=False)
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="")
    for add in (_add_demo, _add_pair, _add_print, _add_score, _add_check, _add_backup, _add_restore):
        add(commands)
    return parser


def _library(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    parser.add_argument(
        "--library",
        type=Path,
        required=needed,
        default=argparse.SUPPRESS,
        metavar="PATH",
        help="the folder of the library",
    )


def _secret(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help="read the passphrase from F; else from a prompt or standard input",
    )


def _add(commands: Any, name: str, words: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def _add_demo(commands: Any) -> None:
    parser = _add(commands, "demo", "play the sample workshop through the real window", _demo)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where screens, paper and library go")
    _secret(parser)


def _add_pair(commands: Any) -> None:
    parser = _add(commands, "pair", "suggest partnerships for a roster, or for a table of fits (CSV)", _pair)
    parser.description = (
        "Suggest the best partnerships: as many people as possible, the worst fit as good as possible, then the "
        "total. Fit counts 0 to 100 in whole points."
    )
    parser.add_argument("roster", type=Path, nargs="?", metavar="ROSTER.csv", help="a column “name” is enough")
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
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_print(commands: Any) -> None:
    parser = _add(commands, "print", "write handouts, agreements, logs or cards as PDF", _print)
    parser.add_argument("kind", choices=KINDS)
    _library(parser)
    parser.add_argument("--workshop", metavar="W", help="number or exact title; needed when there are several")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the PDFs")
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    parser.add_argument("--large", action="store_true", help="large print, 16 points")
    parser.add_argument("--blank", type=int, default=0, metavar="N", help="N blank sheets that belong to nobody yet")
    parser.add_argument("--separate", action="store_true", help="one file for each person or partnership")
    parser.add_argument("--json", action="store_true", help="print JSON")
    _secret(parser)


def _add_score(commands: Any) -> None:
    parser = _add(commands, "score", "score a table of answers (CSV), a row a person", _score)
    parser.add_argument("instrument", metavar="INSTRUMENT", help="phq-9, gad-7, core-10, who-5, …, or your own .toml")
    parser.add_argument("answers", type=Path, metavar="ANSWERS.csv", help="columns are the item numbers 1, 2, …")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_check(commands: Any) -> None:
    parser = _add(commands, "check", "open a library and verify database and journal", _check)
    _library(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    _secret(parser)


def _add_backup(commands: Any) -> None:
    parser = _add(commands, "backup", "write one verified copy of a library", _backup)
    _library(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the copy goes")
    _secret(parser)


def _add_restore(commands: Any) -> None:
    parser = _add(
        commands, "restore", "put a backup in the library's place; what lay there is kept beside it", _restore
    )
    _library(parser)
    parser.add_argument("--from", dest="source", type=Path, metavar="BACKUP", help="a backup folder; else the newest")
    _secret(parser)


def _window(found: argparse.Namespace) -> int:
    from mat_desktop.app.run import run

    return run(getattr(found, "library", None))


def _passphrase(found: argparse.Namespace) -> str:
    """From the file that was named, from a prompt, or from standard input; never from the command line."""
    if found.passphrase_file is not None:
        try:
            return str(found.passphrase_file.read_text(encoding="utf-8").splitlines()[0])
        except (OSError, UnicodeError, IndexError):
            raise WrongInput(f"{found.passphrase_file}: no passphrase can be read from it.") from None
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass("Passphrase: ")
    return sys.stdin.readline().rstrip("\n") if sys.stdin is not None else ""


def _opened(found: argparse.Namespace) -> "Library":
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.folder import needs_passphrase
    from mat_desktop.storage.library import open_with_passphrase

    secret = _passphrase(found) if needs_passphrase(found.library) else None
    return open_with_passphrase(found.library, secret, standing_rules)


def _demo(found: argparse.Namespace) -> int:
    secret = _passphrase(found) if found.passphrase_file is not None else None
    if (found.out / "library").exists():
        raise WrongInput(f"{found.out / 'library'}: there is a library already. Name another folder.")
    from mat_desktop.rehearsal.demo import play

    play(found.out, secret, sys.stdout.write)
    return DONE


def _pair(found: argparse.Namespace) -> int:
    if (found.roster is None) == (found.scores is None):
        raise WrongInput("pair: name either a roster or, with --scores, a table of fits.")
    result = _paired_scores(found) if found.scores is not None else _paired_roster(found)
    if found.json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
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


def _paired_scores(found: argparse.Namespace) -> dict[str, Any]:
    from mat_desktop.facilitation import score_matrix

    if found.ballots or found.rules or found.weights:
        raise WrongInput("pair: --ballots, --rules and --weights go with a roster, not with --scores.")
    if found.odd == "facilitator":
        raise WrongInput("pair: a table of fits has no row for the facilitator; use --odd three or --odd wait.")
    return _of_file(
        found.scores, lambda content: score_matrix.pair(content, found.encoding, three=found.odd == "three")
    )


def _paired_roster(found: argparse.Namespace) -> dict[str, Any]:
    from mat_desktop.facilitation import headless_pairing, pairing_files
    from mat_desktop.workshop.pairing.case import Odd

    given = _of_file(found.roster, lambda content: headless_pairing.roster(content, found.encoding))
    beside = headless_pairing.Beside(odd=Odd(found.odd))
    if found.ballots:
        marks = _of_file(found.ballots, lambda content: pairing_files.ballots(content, found.encoding, given.ids))
        beside = replace(beside, ballots=marks)
    if found.rules:
        rules = _of_file(found.rules, lambda content: pairing_files.rules(content, found.encoding, given.ids))
        beside = replace(beside, rules=rules)
    if found.weights:
        weights = _of_file(found.weights, lambda content: pairing_files.weights(content, found.encoding))
        beside = replace(beside, weights=weights)
    wrong = headless_pairing.refused_locks(given, beside)
    if wrong:
        raise WrongInput("\n".join(f"{found.rules.name}: {line}" for line in wrong))
    return headless_pairing.pair(given, beside)


def _of_file(path: Path, make: Callable[[bytes], T]) -> T:
    """Make something of a file; every fault is told with the file's name."""
    try:
        return make(path.read_bytes())
    except OSError as fault:
        raise WrongInput(f"{path}: {fault.strerror}.") from None
    except Refusal as refusal:
        raise WrongInput("\n".join(f"{path.name}: {line}" for line in str(refusal).splitlines())) from None


def _print(found: argparse.Namespace) -> int:
    from mat_desktop.app.doors import at_desk
    from mat_desktop.app.system import Press
    from mat_desktop.facilitation import headless_print
    from mat_desktop.facilitation.printer import Style
    from mat_desktop.storage.files import write_whole

    library = _opened(found)
    try:
        opened = at_desk(library)
        files = headless_print.files(
            opened.desk,
            Press(),
            found.workshop,
            found.kind,
            Style(found.paper, found.large),
            separate=found.separate,
            blanks=min(max(found.blank, 0), 60),
        )
        found.out.mkdir(parents=True, exist_ok=True)
        for name, pdf in files:
            write_whole(found.out / name, pdf)
    finally:
        library.close()
    written = [str(found.out / name) for name, _ in files]
    sys.stdout.write(json.dumps({"files": written}, indent=1) + "\n" if found.json else "\n".join(written) + "\n")
    return DONE


def _score(found: argparse.Namespace) -> int:
    from mat_desktop.facilitation import headless_scoring

    try:
        instrument = headless_scoring.chosen(found.instrument)
    except Refusal as refusal:
        raise WrongInput("\n".join(f"{found.instrument[:80]}: {line}" for line in str(refusal).splitlines())) from None
    try:
        with found.answers.open("rb") as file:
            content = file.read(headless_scoring.MOST_BYTES + 1)
        result = headless_scoring.scored(instrument, content)
    except OSError as fault:
        raise WrongInput(f"{found.answers}: {fault.strerror}.") from None
    except Refusal as refusal:
        raise WrongInput("\n".join(f"{found.answers.name}: {line}" for line in str(refusal).splitlines())) from None
    for line in result.faults:
        _complain(f"{found.answers.name}: {line}")
    if found.json:
        sys.stdout.write(json.dumps(result.rows, ensure_ascii=False, indent=1) + "\n")
        return DONE
    for row in result.rows:
        if "error" not in row:
            more = f" ({row['band']})" if row["band"] else ""
            more += ", prorated" if row["prorated"] else ""
            ask = f"; safety: item {', '.join(map(str, row['safety']))}" if row["safety"] else ""
            sys.stdout.write(f"Row {row['row']}: {row['total']}{more}{ask}\n")
    return DONE


def _check(found: argparse.Namespace) -> int:
    from mat_desktop.app.doors import at_desk
    from mat_desktop.facilitation.headless_print import workshops

    library = _opened(found)
    try:
        faults = library.archive.faults()
        listed = workshops(at_desk(library).desk) if not faults else []
    finally:
        library.close()
    said = {
        "library": str(found.library),
        "sound": not faults,
        "encrypted": library.encrypted,
        "faults": faults,
        "workshops": [{"number": key, "title": title, "held_on": day.isoformat()} for key, title, day in listed],
    }
    if found.json:
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=1) + "\n")
    elif faults:
        _complain("\n".join(faults))
    else:
        sys.stdout.write("The library is sound: the database and the journal verify.\n")
        for key, title, day in listed:
            sys.stdout.write(f"Workshop {key}: {title}, {day.isoformat()}\n")
    return LIBRARY if faults else DONE


def _backup(found: argparse.Namespace) -> int:
    from mat_desktop.app.system import SystemClock

    library = _opened(found)
    try:
        made = library.archive.copy_to(found.out, SystemClock().now())
    finally:
        library.close()
    sys.stdout.write(f"{made}\n")
    return DONE


def _restore(found: argparse.Namespace) -> int:
    from mat_desktop.storage.backup import restore
    from mat_desktop.storage.folder import all_backups
    from mat_desktop.storage.slot import has_slot

    newest = all_backups(found.library)
    source = found.source or (newest[0] if newest else None)
    if source is None:
        raise WrongInput(f"{found.library}: there is no backup in it. Name one with --from.")
    secret = _passphrase(found) if has_slot(source) else None
    aside = restore(found.library, source, secret)
    sys.stdout.write(f"Restored {source.name}.\n")
    if aside.exists():
        sys.stdout.write(f"What lay there before is kept in {aside}.\n")
    return DONE
