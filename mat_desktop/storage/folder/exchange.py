"""Putting a whole library into its folder, in the place of what lies there.

Everything is prepared under another name and brought to the disk; then a plan is written, and from that moment the
exchange is done: whoever looks into the folder next carries out what the plan still asks for. Before that moment
nothing has changed. So there is always the old library or the new one, whenever the power goes.
"""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from mat_desktop.facilitation.chosen_file import content_of_file
from mat_desktop.storage.faults import InUse, told
from mat_desktop.storage.folder.files import (
    PART,
    is_left_over,
    make_private_folder,
    make_way,
    numbered,
    sweep,
    sync_files,
    sync_folder,
    write_whole,
)
from mat_desktop.storage.folder.glance import BACKUPS, DATABASE, HOT_JOURNAL, PIECES, REPLACED
from mat_desktop.storage.folder.lock import FolderLock
from mat_desktop.storage.folder.moving import give_name, take_away
from mat_desktop.workshop.refusal import Refusal

_PLAN = "exchange.json"
_LARGEST_PLAN = 4096
_WHOLE = "-whole"
_OLD_PART = ".restore.part"
"""Where 0.6.0 prepared what it brought back; its moves were not written down."""


@dataclass(frozen=True)
class _Plan:
    """From where the new pieces come, which they are, and where the old ones go."""

    part: str
    pieces: tuple[str, ...]
    aside: str


def put_in_place(part: Path, folder: Path) -> Path:
    """Put what lies in `part`, a folder inside `folder`, in its place. Returns where the old pieces went, if any.

    What was prepared gets a name of its own first: whoever made `part` takes it away when the disk refuses something,
    and once there is a plan, the pieces in it are the only ones.
    """
    sync_files(part)
    pieces = tuple(name for name in PIECES if (part / name).exists())
    whole = give_name(part, part.with_name(f"{part.name}{_WHOLE}"))
    plan = _Plan(whole.name, pieces, numbered(folder, REPLACED).name)
    write_whole(folder / _PLAN, json.dumps(plan.__dict__).encode())
    try:
        _carry_out(folder, plan)
    except OSError:
        _carry_out(folder, plan)  # what was done is not done twice; a disk that refuses again leaves it to the next
    return folder / plan.aside


def settle(folder: Path) -> None:
    """Finish an exchange that was cut off, and take away what earlier attempts left; nothing where a library is open.

    Raises NotSaved where the disk does not take it.
    """
    try:
        if not folder.is_dir() or not _left_behind(folder):
            return
        lock = FolderLock(folder)
        try:
            settle_locked(folder)
        finally:
            lock.release()
    except InUse:
        return
    except OSError as fault:
        raise told(fault) from fault


def settle_locked(folder: Path) -> None:
    """The same, by whoever has the folder's lock."""
    for name in (*PIECES, _PLAN):
        make_way(folder / name, links=name == HOT_JOURNAL)
    make_way(folder / BACKUPS, folder=True)
    plan = _read(folder / _PLAN)
    if plan is not None:
        _carry_out(folder, plan)
    if (folder / _OLD_PART / DATABASE).exists():
        give_name(folder / _OLD_PART, numbered(folder, REPLACED))
    for place in (folder, folder / BACKUPS):
        sweep(place)


def _left_behind(folder: Path) -> bool:
    """Whether there is something to settle: a look, for most of the time there is nothing."""
    names = os.listdir(folder)  # noqa: PTH208  one call, at every opening
    return _PLAN in names or any(map(is_left_over, names))


def _read(path: Path) -> _Plan | None:
    """The plan; None where there is none, or where it is not ours."""
    try:
        held = json.loads(content_of_file(path, _LARGEST_PLAN))
        plan = _Plan(str(held["part"]), tuple(held["pieces"]), str(held["aside"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, Refusal):
        return None
    ours = plan.part.startswith(PART) and plan.aside.startswith(REPLACED) and set(plan.pieces) <= set(PIECES)
    return plan if ours and {os.sep, os.altsep}.isdisjoint(plan.part + plan.aside) else None


def _carry_out(folder: Path, plan: _Plan) -> None:
    """Move the old pieces aside and the new ones in; what was moved before the power went is not moved twice."""
    part, aside = folder / plan.part, folder / plan.aside
    for name in PIECES:
        comes = name in plan.pieces
        if comes and not (part / name).exists():
            continue
        if (folder / name).exists():
            make_private_folder(aside)
            give_name(folder / name, aside / name)
        if comes:
            give_name(part / name, folder / name)
    if aside.exists():
        sync_folder(aside)
    sync_folder(folder)
    take_away(folder / _PLAN)
    shutil.rmtree(part, ignore_errors=True)
    sync_folder(folder)
