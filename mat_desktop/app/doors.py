"""The ways into the libraries on this computer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mat_desktop.app.system import SystemClock, SystemCodes

if TYPE_CHECKING:
    from mat_desktop.facilitation.desk import Desk
    from mat_desktop.facilitation.dispatch import Task, Tell
    from mat_desktop.facilitation.library.erasure import CopiesErased
    from mat_desktop.facilitation.library.notices import OpenLibrary
    from mat_desktop.facilitation.library.way_back import LibraryCopy, Renewed, WayIn
    from mat_desktop.facilitation.ports import Clock, Trail
    from mat_desktop.storage.folder.library import Library

SAMPLE = "harbour-hall.toml"
NOT_PREPARED = "The sample workshop was not prepared: {why}. Try it again."


@dataclass
class OpenedLibrary:
    """One open library as the window holds it."""

    library: "Library"
    desk: "Desk"

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.library.folder

    @property
    def encrypted(self) -> bool:
        """Whether it has a passphrase."""
        return self.library.encrypted

    def is_passphrase(self, words: str) -> bool:
        """Whether this is the library's passphrase."""
        return self.library.is_passphrase(words)

    @property
    def mended(self) -> bool:
        """Whether a copy of the key file was damaged, and was written anew."""
        return self.library.mended

    def change_passphrase(self, passphrase: str) -> None:
        """Close the library behind another passphrase."""
        self.library.change_passphrase(passphrase)

    def renew_key(self, passphrase: str) -> "Renewed":
        """Encrypt everything anew behind another passphrase."""
        return self.library.renew_key(passphrase)

    def recovery_lines(self) -> tuple[str, ...]:
        """What the recovery sheet prints."""
        return self.library.recovery_lines()

    def back_up(self) -> Path | None:
        """One verified backup when something changed."""
        return self.library.back_up(self.desk.clock.now())

    def backing_up(self) -> "Task[None, Any, Path] | None":
        """The same as a task for a process of its own; None when nothing changed."""
        return self.library.backing_up(self.desk.clock.now())

    def erasing_copies(self) -> "Task[Any, Any, CopiesErased] | None":
        """What is still to be erased from the copies, as a task; None where nobody waits for it."""
        return self.library.erasing_copies()

    def is_elsewhere(self, folder: Path) -> bool:
        """Whether a folder lies on another disk than the library: a stick, a share."""
        return folder.stat().st_dev != self.folder.stat().st_dev

    def close(self) -> None:
        """Let go of the file."""
        self.library.close()


def at_desk(library: "Library", clock: "Clock | None" = None, trail: "Trail | None" = None) -> OpenedLibrary:
    """A desk over an open library; without a trail, nobody follows."""
    from mat_desktop.facilitation.desk import Desk, NoTrail

    return OpenedLibrary(
        library, Desk(library.archive, clock or SystemClock(), SystemCodes(), trail=trail or NoTrail())
    )


class SystemDoors:
    """The ways into the libraries on this computer."""

    def __init__(
        self, folder: Path, sample_folder: Path, clock: "Clock | None" = None, trail: "Trail | None" = None
    ) -> None:
        self.folder = folder
        self._sample = sample_folder
        self._clock, self._trail = clock, trail

    def _at_desk(self, library: "Library") -> OpenedLibrary:
        return at_desk(library, self._clock, self._trail)

    def exists(self) -> bool:
        """Whether there is a library. An exchange that was cut off is finished first."""
        from mat_desktop.storage.folder.exchange import settle
        from mat_desktop.storage.folder.glance import exists

        settle(self.folder)
        return exists(self.folder)

    def needs_passphrase(self) -> bool:
        """Whether opening asks for a passphrase."""
        from mat_desktop.storage.folder.glance import needs_passphrase

        return needs_passphrase(self.folder)

    def open(self, passphrase: str | None) -> "OpenLibrary":
        """Open the library."""
        from mat_desktop.facilitation.rules import standing_rules
        from mat_desktop.storage.folder.library import open_with_passphrase

        return self._at_desk(open_with_passphrase(self.folder, passphrase, standing_rules))

    def create(self, passphrase: str) -> "OpenLibrary":
        """Make a new library."""
        from mat_desktop.facilitation.rules import standing_rules
        from mat_desktop.storage.folder.library import create

        return self._at_desk(create(self.folder, passphrase, standing_rules))

    def sample(self) -> "OpenLibrary":
        """Open the sample workshop, once it was made."""
        from mat_desktop.facilitation.rules import standing_rules
        from mat_desktop.storage.folder.library import open_with_passphrase

        return self._at_desk(open_with_passphrase(self._sample, None, standing_rules))

    def making_sample(self) -> "Task[None, Path, None] | None":
        """What makes the sample workshop; None where it is there already."""
        from mat_desktop.facilitation.dispatch import Task

        if (self._sample / "library.db").exists():
            return None
        return Task(work=_make_sample, parts=(), given=self._sample, heavy=True, lost=NOT_PREPARED)

    def open_with_recovery(self, typed: str, passphrase: str) -> "OpenLibrary":
        """Open with the recovery sheet, and set a new passphrase."""
        from mat_desktop.facilitation.rules import standing_rules
        from mat_desktop.storage.folder.library import open_with_recovery

        return self._at_desk(open_with_recovery(self.folder, typed, passphrase, standing_rules))

    def copies(self) -> "tuple[LibraryCopy, ...]":
        """The copies beside the library, newest first."""
        from mat_desktop.storage.folder.glance import all_backups, read_name

        return tuple(map(read_name, all_backups(self.folder)))

    def copies_in(self, folder: Path) -> "tuple[LibraryCopy, ...]":
        """The copies in any folder or on a stick, newest first."""
        from mat_desktop.storage.folder.glance import copies_in, read_name

        return tuple(map(read_name, copies_in(folder)))

    def bring_back(self, copy: Path, way_in: "WayIn") -> None:
        """Put a copy in the library's place."""
        from mat_desktop.storage.folder.restoring import bring_back

        bring_back(self.folder, copy, way_in)


def _make_sample(_tell: "Tell", _parts: "Sequence[None]", folder: Path) -> None:
    make_sample(folder)


def make_sample(folder: Path, passphrase: str | None = None) -> None:
    """The sample workshop up to its six-month meeting; the folder appears whole or not at all."""
    import shutil
    from zoneinfo import ZoneInfo

    from mat_desktop.assets import resources
    from mat_desktop.facilitation.desk import Desk
    from mat_desktop.facilitation.library import sample
    from mat_desktop.facilitation.ports import Fact
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.folder.files import numbered
    from mat_desktop.storage.folder.library import create
    from mat_desktop.storage.folder.moving import give_name

    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    if folder.exists():
        give_name(folder, numbered(folder.parent, f"{folder.name}-left"))
    library = create(part, passphrase, standing_rules)
    read = sample.read(resources() / "sample" / SAMPLE)
    clock = sample.SampleClock(datetime(2026, 1, 1, 9, tzinfo=ZoneInfo(read.facts["time_zone"])))
    sample.fill(Desk(library.archive, clock, SystemCodes()), clock, read)
    library.archive.keep_fact(Fact.SAMPLE, "yes")
    library.close()
    give_name(part, folder)


def library_folder() -> Path:
    """Where this person's library lies, outside synced folders."""
    from platformdirs import user_data_path

    return user_data_path("MAT Desktop", appauthor=False) / "library"
