"""Backups: which there are, whether a new one is due, and which stay for days, weeks and months.

Their order is that of the journal: a copy with more deeds in it is newer, whatever the computer's clock said.
"""

import shutil
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from mat_desktop.facilitation.dispatch import Tell
from mat_desktop.facilitation.library.way_back import LibraryCopy
from mat_desktop.storage.faults import told
from mat_desktop.storage.folder.copying import CopyOrder, JournalHead, copied
from mat_desktop.storage.folder.files import digest, make_private_folder, sweep
from mat_desktop.storage.folder.glance import BEFORE, DATABASE, read_name

DAYS, WEEKS, MONTHS = 12, 10, 13
TIME = "%Y-%m-%dT%H-%M-%S"


def is_kept(folder: Path, head: JournalHead) -> bool:
    """Whether there is a copy of the library as it is now."""
    return any((path / DATABASE).exists() for path in folder.glob(f"*-{head.words}*"))


def made(order: CopyOrder) -> Path:
    """One verified backup; then the old ones are thinned out. Raises Refusal as `copied` does."""
    try:
        make_private_folder(order.target)
        sweep(order.target)
        path = copied(order)
        thin_out(order.target, path)
    except OSError as fault:
        raise told(fault) from fault
    return path


def made_beside(_tell: Tell, _parts: Sequence[None], order: CopyOrder) -> Path:
    """The same, as a task for a process of its own."""
    return made(order)


def made_before(order: CopyOrder, form: str) -> Path:
    """A verified copy of an older form, before it is changed. One that an earlier attempt left whole will do."""
    name = f"{BEFORE}-{form}"
    now = digest(order.library)
    for path in sorted(order.target.glob(f"{name}*")):
        if (path / DATABASE).is_file() and digest(path / DATABASE) == now:
            return path
    return copied(
        CopyOrder(library=order.library, target=order.target, data_key=order.data_key, slot=order.slot, name=name)
    )


def thin_out(folder: Path, just_made: Path) -> None:
    """Let go of the backups that no day, week or month needs; never of the one just made, nor of a named one."""
    dated = [one for one in map(read_name, folder.iterdir()) if one.day is not None]
    for path in {one.path for one in dated} - kept(dated, read_name(just_made)):
        shutil.rmtree(path, ignore_errors=True)


def kept(dated: Sequence[LibraryCopy], newest: LibraryCopy) -> set[Path]:
    """Which backups stay: of 12 days, 10 weeks and 13 months the newest each.

    `newest` is the one just made. Copies with more deeds in them than it has are of a course that was left, when an
    older copy was brought back: they come after those of the present course.
    """
    in_order = sorted(dated, key=lambda one: one.rank, reverse=True)
    in_order.sort(key=lambda one: one.head > newest.head)
    keep = {newest.path}
    spans: tuple[tuple[int, Callable[[date], object]], ...] = (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: tuple(day.isocalendar())[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    for most, span in spans:
        seen: dict[object, Path] = {}
        for one in in_order:
            if one.day is not None:
                seen.setdefault(span(one.day), one.path)
        keep |= set(list(seen.values())[:most])
    return keep


def named_by(at: datetime) -> str:
    """How the time of a copy stands in its name."""
    return at.strftime(TIME)
