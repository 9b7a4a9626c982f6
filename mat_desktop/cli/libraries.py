"""`print`, `check`, `backup`, `restore`: what is done with a whole library."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mat_desktop.cli.common import (
    DONE,
    LIBRARY,
    WrongInput,
    add,
    as_json,
    complain,
    library,
    opened,
    passphrase,
    said_of,
    secret,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mat_desktop.facilitation.printed.kinds import Sheet
    from mat_desktop.facilitation.printer import Style

KINDS = (
    *("run-sheet", "sign-in", "name-tent", "where-we-are", "wall-rota", "go-on-card", "consent", "evidence"),
    *("readiness", "questionnaire", "complaints", "help-sheet", "round-card", "pair-slip", "goal-sheet"),
    *("goal-card", "agreement", "call-log", "pocket-card", "dates", "practice-call", "repair-card"),
    *("alliance-check", "meeting-card", "meeting-agenda", "attendance", "phone-list", "to-collect"),
    *("six-month", "one-year", "later-follow-up", "absent-pack", "rater", "outcome-report", "pair-outcomes"),
    *("summary", "study-plan", "referral", "privacy-notice", "what-i-keep", "risks", "requests", "if-lost"),
    *("stand-in", "study-consent"),
)


PARTS = {"both": ("hand in", "keep"), "hand-in": ("hand in",), "keep": ("keep",)}


def add_print(commands: Any) -> None:
    """`print`."""
    parser = add(commands, "print", "write handouts, agreements, logs or cards as PDF", _print)
    parser.add_argument("kind", choices=KINDS)
    library(parser)
    parser.add_argument("--workshop", metavar="W", help="number or exact title; needed when there are several")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the PDFs")
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    parser.add_argument("--large", action="store_true", help="large print, 16 points")
    parser.add_argument("--blank", type=int, default=0, metavar="N", help="N blank sheets that belong to nobody yet")
    parser.add_argument("--part", choices=PARTS, default="both", help="which part of handouts")
    parser.add_argument("--separate", action="store_true", help="one file for each person or partnership")
    parser.add_argument("--json", action="store_true", help="print JSON")
    secret(parser)


def add_check(commands: Any) -> None:
    """`check`."""
    parser = add(commands, "check", "open a library and verify database and journal", _check)
    library(parser)
    parser.add_argument("--head", metavar="HEAD", help="how far the record went, as it stands on “Where we are”")
    parser.add_argument("--json", action="store_true", help="print JSON")
    secret(parser)


def add_backup(commands: Any) -> None:
    """`backup`."""
    parser = add(commands, "backup", "write one verified copy of a library", _backup)
    library(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the copy goes")
    secret(parser)


def add_restore(commands: Any) -> None:
    """`restore`."""
    parser = add(commands, "restore", "put a backup in the library's place; what lay there is kept beside it", _restore)
    library(parser)
    parser.add_argument("--from", dest="source", type=Path, metavar="BACKUP", help="a backup folder; else the newest")
    secret(parser)


def _print(arguments: argparse.Namespace) -> int:
    from mat_desktop.app.doors import at_desk
    from mat_desktop.app.system import Press
    from mat_desktop.facilitation.printer import Style
    from mat_desktop.facilitation.sheets import headless as headless_print
    from mat_desktop.storage.folder.files import write_whole

    style = Style(arguments.paper, arguments.large)
    held = opened(arguments)
    try:
        desk = at_desk(held).desk
        files = headless_print.files(
            desk,
            Press(),
            arguments.workshop,
            arguments.kind,
            style,
            separate=arguments.separate,
            parts=PARTS[arguments.part],
            told=lambda sheets: _warn(sheets, style),
            blanks=min(max(arguments.blank, 0), 60),
        )
        arguments.out.mkdir(parents=True, exist_ok=True)
        for name, pdf in files:
            write_whole(arguments.out / name, pdf)
    finally:
        held.close()
    written = [str(arguments.out / name) for name, _ in files]
    if arguments.json:
        as_json({"files": written})
    else:
        sys.stdout.write("\n".join(written) + "\n")
    return DONE


def _warn(sheets: "Sequence[Sheet]", style: "Style") -> None:
    """Say what gives way, as the window does: a line for the pen where no font has a letter, and what is shortened."""
    from mat_desktop.app.system import Press
    from mat_desktop.facilitation.printer import said_beforehand

    printer = Press()
    for letter, words in printer.lacking(sheets):
        complain(f"No font has the letter {letter} in “{words[:80]}”. A line to write on prints instead.")
    counted = [one for sheet in sheets for one in printer.counting([sheet], style)]
    for said in said_beforehand(counted):
        complain(said)


def _check(arguments: argparse.Namespace) -> int:
    from mat_desktop.app.doors import at_desk
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.facilitation.sheets.headless import workshops
    from mat_desktop.facilitation.sheets.journal_head import journal_head, paper_fault, read_head
    from mat_desktop.storage.folder.looking_in import looked_into

    on_paper = read_head(arguments.head) if arguments.head else None
    with looked_into(arguments.library, said_of(arguments), standing_rules) as held:
        faults = held.archive.faults()
        if held.mended:
            faults.append("One of the two copies of the key file is damaged or missing. Open the library to mend it.")
        desk = at_desk(held).desk
        if on_paper is not None and (fault := paper_fault(desk, on_paper)):
            faults.append(fault)
        head = str(journal_head(desk)) if not faults else ""
        listed = workshops(desk) if not faults else []
    said = {
        "library": str(arguments.library),
        "sound": not faults,
        "encrypted": held.encrypted,
        "faults": faults,
        "head": head,
        "workshops": [{"number": key, "title": title, "held_on": day.isoformat()} for key, title, day in listed],
    }
    if arguments.json:
        as_json(said)
    elif faults:
        complain("\n".join(faults))
    else:
        sys.stdout.write("The library is sound: the database and the journal verify.\n")
        sys.stdout.write(_HEAD.format(head=head) if on_paper is None else _AS_ON_PAPER.format(head=head))
        for key, title, day in listed:
            sys.stdout.write(f"Workshop {key}: {title}, {day.isoformat()}\n")
    return LIBRARY if faults else DONE


_HEAD = (
    "The record of what was done goes to {head}. Only paper shows that nothing was cut off its end: "
    "check --head with what stands on the last “Where we are”.\n"
)
_AS_ON_PAPER = "The record goes as on the paper, and on to {head}.\n"


def _backup(arguments: argparse.Namespace) -> int:
    from mat_desktop.app.system import SystemClock

    held = opened(arguments)
    try:
        made = held.archive.copy_to(arguments.out, SystemClock().now())
    finally:
        held.close()
    sys.stdout.write(f"{made}\n")
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    from mat_desktop.storage.folder.glance import all_backups
    from mat_desktop.storage.folder.restoring import restore
    from mat_desktop.storage.folder.slot import has_slot

    newest = all_backups(arguments.library)
    source = arguments.source or (newest[0] if newest else None)
    if source is None:
        raise WrongInput(f"{arguments.library}: there is no backup in it. Name one with --from.")
    said = passphrase(arguments) if has_slot(source) else None
    aside = restore(arguments.library, source, said)
    sys.stdout.write(f"Restored {source.name}.\n")
    if aside.exists():
        sys.stdout.write(f"What lay there before is kept in {aside}.\n")
    return DONE
