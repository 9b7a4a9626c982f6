"""Erasing people and workshops from the copies of a library, each whole or not at all, and each verified.

It runs in a process of its own, which is handed the paths and the key through a pipe. The open library's own file is
not among them.
"""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.dispatch import Tell
from mat_desktop.facilitation.library.erasure import CopiesErased
from mat_desktop.facilitation.ports import Erasure, Note
from mat_desktop.storage.faults import LibraryFault, told
from mat_desktop.storage.folder import schema
from mat_desktop.storage.folder.copying import verify
from mat_desktop.storage.folder.engine import make_engine
from mat_desktop.storage.folder.files import free_name, part_in, sync_files, sync_folder
from mat_desktop.storage.folder.glance import DATABASE, HOT_JOURNAL
from mat_desktop.storage.folder.moving import give_name, take_away, take_place
from mat_desktop.storage.work.erasing import erase

_HEAD = re.compile(r"deed-\d+-[0-9a-f]+")


@dataclass(frozen=True, kw_only=True)
class ErasureOrder:
    """Who goes, and what opens the copies."""

    erasures: tuple[Erasure, ...]
    data_key: bytes | None = field(repr=False)


def in_copies(tell: Tell, paths: Sequence[Path], order: ErasureOrder) -> CopiesErased:
    """Erase people from these copies of a library.

    Returns in how many they were, and which copies could not be reached. Raises NotSaved when the disk does not take
    it; what was done until then is done, and the rest can be done again.
    """
    reached, beyond = 0, []
    for number, path in enumerate(paths):
        tell(number, len(paths))
        try:
            reached += _in_copy(path, order)
        except Exception as fault:
            if not isinstance(refusal := told(fault), LibraryFault):
                raise refusal from fault
            beyond.append(path.name)
    return CopiesErased(reached=reached, beyond=tuple(beyond))


def _in_copy(path: Path, order: ErasureOrder) -> bool:
    """Do it beside the copy, see that it is whole, then exchange the file. False where nobody of them was in it."""
    with part_in(path.parent) as part:
        for name in (HOT_JOURNAL, DATABASE):
            if (path / name).exists():
                shutil.copyfile(path / name, part / name)
        engine = make_engine(part / DATABASE, order.data_key)
        try:
            if not _erased(engine, order.erasures):
                return False
        finally:
            engine.dispose()
        head = verify(part / DATABASE, order.data_key)
        sync_files(part)
        take_place(part / DATABASE, path / DATABASE)
        take_away(path / HOT_JOURNAL)
        sync_folder(path)
    name = _HEAD.sub(head.words, path.name)
    if name != path.name:
        give_name(path, free_name(path.parent, name))
        sync_folder(path.parent)
    return True


def _erased(engine: Engine, erasures: Sequence[Erasure]) -> bool:
    """Bring the copy to the present form, for only that one is known through and through; then erase."""
    if schema.is_old(engine):
        schema.carry_forward(engine)
    with engine.begin() as connection:
        lines = [erase(connection, _note(one), one) for one in erasures]
    if not any(lines):
        return False
    raw = engine.raw_connection()
    try:
        raw.driver_connection.execute("VACUUM")  # type: ignore[union-attr]
    finally:
        raw.close()
    return True


def _note(erasure: Erasure) -> Note:
    kind = DeedKind.LIBRARY_ERASE_WORKSHOP if erasure.workshop else DeedKind.LIBRARY_ERASE
    return Note(kind.value.key, kind.value.undoable, erasure.at)
