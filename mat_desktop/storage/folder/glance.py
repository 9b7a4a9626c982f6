"""What can be told of a library from its folder alone, before anything heavy is read in."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mat_desktop.facilitation.chosen_file import beginning_of_file
from mat_desktop.facilitation.library.way_back import CopyKind, LibraryCopy
from mat_desktop.storage.faults import DAMAGED, Damaged, Missing, told
from mat_desktop.storage.folder.files import PART
from mat_desktop.storage.folder.lock import LOCK
from mat_desktop.storage.folder.slot import SLOT, SLOT_COPY, has_slot

DATABASE = "library.db"
HOT_JOURNAL = f"{DATABASE}-journal"
PIECES = (HOT_JOURNAL, DATABASE, SLOT, SLOT_COPY)
"""What belongs together and is moved together: the journal first, for it must never meet another database."""
BACKUPS, REPLACED, RESCUED, BEFORE = "backups", "replaced", "rescued", "before"
_KINDS = {REPLACED: CopyKind.REPLACED, RESCUED: CopyKind.RESCUED, BEFORE: CopyKind.BEFORE}
_PLAIN = b"SQLite format 3\x00"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-\d\d(?:-deed-(\d+)-([0-9a-f]+))?(?:-\d+)?")
"""When a copy was made, and the last line of the journal in it; 0.6.0 and older said only when."""


def read_name(path: Path) -> LibraryCopy:
    """What the name of a copy tells."""
    dated = _NAME.fullmatch(path.name)
    if dated is None:
        kind = _KINDS.get(path.name.partition("-")[0], CopyKind.OTHER)
        return LibraryCopy(path=path, kind=kind)
    day, hour, minute, head, _ = dated.groups()
    return LibraryCopy(
        path=path,
        kind=CopyKind.BACKUP,
        day=date.fromisoformat(day),
        time=f"{hour}:{minute}",
        head=int(head or 0),
    )


def exists(folder: Path) -> bool:
    """Whether a library, or what is left of one, lies here.

    A first start that was cut off leaves a key without a library, or an empty file: there was never anything in it.
    """
    path = folder / DATABASE
    return (path.is_file() and path.stat().st_size > 0) or bool(all_backups(folder))


def made_in(folder: Path) -> Iterator[Path]:
    """What the program made in a library's folder."""
    names = {*PIECES, LOCK, BACKUPS}
    yield from (path for path in folder.iterdir() if path.name in names or _is_ours(path.name))


def _is_ours(name: str) -> bool:
    return name.startswith((f"{REPLACED}-", PART))


def needs_passphrase(folder: Path) -> bool:
    """Whether opening asks for a passphrase. Raises Missing or Damaged."""
    path = folder / DATABASE
    try:
        if not path.is_file():
            raise Missing(f"There is no library in {folder}. If it was lost, bring the newest copy back.")
        head = beginning_of_file(path, len(_PLAIN))
    except OSError as fault:
        raise told(fault) from fault
    if len(head) < len(_PLAIN):
        raise Damaged(DAMAGED)
    return has_slot(folder) or head != _PLAIN


def all_backups(folder: Path) -> tuple[Path, ...]:
    """The copies of a library in its own folder, newest first: backups, what was rescued, what was replaced."""
    beside = _copies(folder / BACKUPS), (one for one in _copies(folder) if one.path.name.startswith(REPLACED))
    return tuple(one.path for some in beside for one in sorted(some, key=lambda one: one.rank, reverse=True))


def copies_in(folder: Path) -> tuple[Path, ...]:
    """The copies in a folder or on a stick, newest first: the folder itself, what lies in it, or a library's own."""
    if _holds_one(folder):
        return (folder, *all_backups(folder))
    there = tuple(one.path for one in sorted(_copies(folder), key=lambda one: one.rank, reverse=True))
    return there + all_backups(folder)


def _copies(folder: Path) -> Iterator[LibraryCopy]:
    try:
        inside = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError:
        return
    yield from (read_name(path) for path in inside if _holds_one(path))


def _holds_one(folder: Path) -> bool:
    """Whether the file of a library lies there; not, where the stick was pulled out or the folder is another's."""
    try:
        return (folder / DATABASE).is_file()
    except OSError:
        return False
