"""Whether the file at the library's place is still the one that is open. It only ever asks `stat`."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from mat_desktop.storage.faults import AWAY, Exchanged
from mat_desktop.storage.folder.files import numbered
from mat_desktop.storage.folder.glance import BACKUPS, RESCUED
from mat_desktop.workshop.refusal import Refusal

_CHANGED = (
    "NOT saved: the library file was moved, exchanged or overwritten by something else while it was open. "
    "All that was saved before lies whole in {rescued}. Close MAT Desktop, open it again, and bring that copy back."
)
_LOST = (
    "NOT saved: the library file was moved, exchanged or overwritten by something else while it was open, and no copy "
    "could be made: {why} Do not close MAT Desktop before there is room or the disk is back."
)
Stamp = tuple[int, int, int, int]


class Watch:
    """Asked before and after everything that is written. What is held is rescued once, when the file is another."""

    def __init__(self, path: Path, rescue: Callable[[Path], object]) -> None:
        """`rescue` writes what the open connection holds into a folder, which it makes."""
        self._path, self._rescue = path, rescue
        self._stamp = stamp_of(path)
        self._rescued: Path | None = None

    @property
    def same(self) -> bool:
        """Whether the file at the place is still the one that is open."""
        return stamp_of(self._path) == self._stamp

    def check(self) -> None:
        """Before something is written.

        Raises:
            Exchanged: when the file at the place is another, or is gone; then nothing must be written into ours.
        """
        if not self.same:
            raise Exchanged(self._told())

    @property
    def is_the_file(self) -> bool:
        """Whether the file at the place is the one that was opened, whatever stands in it now."""
        return self._is_ours(stamp_of(self._path))

    @property
    def away(self) -> bool:
        """Whether nothing lies at the place, or its disk does not answer."""
        return stamp_of(self._path) is None

    def take_up(self) -> None:
        """The file at the place was looked into, and is ours though it looks differently."""
        self._stamp = stamp_of(self._path)

    def renew(self) -> None:
        """After something was written, or was not: the file looks differently now, but must be the same.

        Raises:
            Exchanged: when the file went in the moment of writing.
        """
        now = stamp_of(self._path)
        if not self._is_ours(now):
            raise Exchanged(self._told())
        self._stamp = now

    def _is_ours(self, now: Stamp | None) -> bool:
        return now is not None and self._stamp is not None and now[:2] == self._stamp[:2]

    def _told(self) -> str:
        if self._rescued is None:
            folder, why = self._path.parent, ""
            for place in (folder / BACKUPS, folder.parent, Path.home()):
                try:
                    self._rescued = self._rescue_to(place)
                    break
                except (OSError, Refusal) as fault:
                    why = why or str(getattr(fault, "strerror", None) or fault)
            else:
                if self.away:
                    return AWAY
                return _LOST.format(why=f"{why.rstrip('.')}.")
        return _CHANGED.format(rescued=self._rescued)

    def _rescue_to(self, place: Path) -> Path:
        place.mkdir(parents=True, exist_ok=True)
        target = numbered(place, RESCUED)
        try:
            self._rescue(target)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        return target


def stamp_of(path: Path) -> Stamp | None:
    """What tells one file, and one state of it, from another; None where there is none."""
    try:
        told = os.stat(path)  # noqa: PTH116  the one call that is allowed here, in sight
    except OSError:
        return None
    return told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns
