"""The library as the facilitator meets it: opening, the recovery sheet, copies, and where it lies."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import Any, Protocol

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.dispatch import Task
from mat_desktop.facilitation.library.erasure import CopiesErased
from mat_desktop.facilitation.library.way_back import LibraryCopy, Renewed, WayIn
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.workshop.refusal import Refusal

LEAST_PASSPHRASE = 8
LOCKED = "Locked. Type the passphrase to go on."
SAVED_UP_TO = "All is saved up to {saved}."
ON_PAPER = "The sheet “Where we are” has the tables and the pairs."
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "syncthing": "Syncthing",
}


class OpenLibrary(Protocol):
    """One open library, as the window holds it."""

    @property
    def desk(self) -> Desk:
        """The desk at which deeds are done."""
        ...

    @property
    def folder(self) -> Path:
        """Where it lies."""
        ...

    @property
    def encrypted(self) -> bool:
        """Whether it has a passphrase."""
        ...

    def is_passphrase(self, words: str) -> bool:
        """Whether this is the library's passphrase; it stands in for a PIN that was forgotten."""
        ...

    @property
    def mended(self) -> bool:
        """Whether a copy of the key file was damaged, and was written anew when the library was opened."""
        ...

    def change_passphrase(self, passphrase: str) -> None:
        """Close the library behind another passphrase. Raises Refusal."""
        ...

    def renew_key(self, passphrase: str) -> Renewed:
        """Encrypt everything anew behind another passphrase. Raises Refusal."""
        ...

    def recovery_lines(self) -> tuple[str, ...]:
        """What the recovery sheet prints."""
        ...

    def back_up(self) -> Path | None:
        """One verified backup when something changed. Raises Refusal when it was not made."""
        ...

    def backing_up(self) -> Task[None, Any, Path] | None:
        """The same as a task for a process of its own; None when nothing changed."""
        ...

    def erasing_copies(self) -> Task[Any, Any, CopiesErased] | None:
        """What is still to be erased from the copies, as a task; None where nobody waits for it."""
        ...

    def is_elsewhere(self, folder: Path) -> bool:
        """Whether a folder lies on another disk than the library. Raises OSError where it cannot be told."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class Doors(Protocol):
    """The ways into a library."""

    folder: Path

    def exists(self) -> bool:
        """Whether there is a library."""
        ...

    def needs_passphrase(self) -> bool:
        """Whether opening asks for a passphrase."""
        ...

    def open(self, passphrase: str | None) -> OpenLibrary:
        """Open the library."""
        ...

    def create(self, passphrase: str) -> OpenLibrary:
        """Make a new library."""
        ...

    def sample(self) -> OpenLibrary:
        """Open the sample workshop, once it was made."""
        ...

    def making_sample(self) -> Task[None, Any, None] | None:
        """What makes the sample workshop, in a process of its own; None where it is there already."""
        ...

    def open_with_recovery(self, typed: str, passphrase: str) -> OpenLibrary:
        """Open with the recovery sheet, and set a new passphrase."""
        ...

    def copies(self) -> tuple[LibraryCopy, ...]:
        """The copies beside the library, newest first."""
        ...

    def copies_in(self, folder: Path) -> tuple[LibraryCopy, ...]:
        """The copies in any folder or on a stick, newest first."""
        ...

    def bring_back(self, copy: Path, way_in: WayIn) -> None:
        """Put a copy in the library's place; what lies there is kept beside it.

        Raises Refusal, and has changed nothing then.
        """
        ...


class NoticeAct(Enum):
    """What a button on Today does about the library and the laptop."""

    PRIVACY = auto()
    RECOVERY = auto()
    COPY = auto()
    MISHAPS = auto()
    AUDIT = auto()
    PRINTED = auto()
    SETTINGS = auto()


@dataclass(frozen=True)
class Notice:
    """Something about the library that Today says, and what its button does; None where there is no button."""

    words: str
    act: NoticeAct | None = None
    button: str = ""


def check_passphrase(first: str, second: str) -> str:
    """What is wrong with a new passphrase, or nothing."""
    if len(first) < LEAST_PASSPHRASE:
        return f"At least {LEAST_PASSPHRASE} characters. Four words that only you would put together are good."
    return "" if first == second else "The two are not the same. Type it again."


def synced_by(folder: Path) -> str:
    """The service that copies this folder elsewhere, or nothing."""
    for part in folder.parts:
        for sign, name in _SYNCED.items():
            if part.casefold().startswith(sign):
                return name
    return ""


def sending_words(folder: Path) -> str:
    """What the rail says about where things go."""
    service = synced_by(folder)
    return f"MAT Desktop sends nothing, but {service} copies this folder." if service else "MAT Desktop sends nothing."


def notices(library: OpenLibrary) -> tuple[Notice, ...]:
    """What Today says about the library, the most pressing first."""
    desk, found = library.desk, []
    archive = desk.archive
    if archive.fact(Fact.COMING_OUT):
        found.append(_coming_out(desk))
    if archive.fact(Fact.SAMPLE):
        return (Notice("This is the sample workshop. All its people are invented."), *found)
    saved = archive.saved_at()
    if saved is not None and saved > desk.clock.now():
        found.append(
            Notice("The computer’s clock is behind the last entry. Check its date; nothing is put in another order.")
        )
    if service := synced_by(library.folder):
        found.append(
            Notice(f"The library lies in a folder that {service} copies. That can ruin it: move it elsewhere.")
        )
    if library.mended:
        found.append(Notice(_MENDED))
    if library.encrypted and not desk.fact(Fact.RECOVERY_PRINTED):
        found.append(Notice("The recovery sheet is not printed yet.", NoticeAct.RECOVERY, "Recovery sheet"))
    found.append(_second_place(desk.fact(Fact.SECOND_COPY), desk.fact(Fact.COPY_HERE), desk.clock.today()))
    return tuple(found)


_MENDED = (
    "One of the two copies of the key file was damaged or missing; it was written anew. If that happens again, the "
    "disk may be failing: make a copy in a second place."
)


def _coming_out(desk: Desk) -> Notice:
    # Read in only where something was printed: Today does not need it.
    from mat_desktop.facilitation.sheets import coming_out

    sent = coming_out.last(desk)
    assert sent is not None
    return Notice(f"{sent.words} {coming_out.QUESTION}", NoticeAct.PRINTED, "Answer")


def _second_place(made: str, here: str, today: date) -> Notice:
    if made:
        return Notice(f"Last copy in a second place: {_when(made, today)}.", NoticeAct.COPY, "Make a copy")
    if here:
        words = f"There is a copy on this computer ({_when(here, today)}), and none in a second place yet."
        return Notice(words, NoticeAct.COPY, "Make a copy")
    return Notice("There is no copy in a second place yet.", NoticeAct.COPY, "Make a copy")


def _when(made: str, today: date) -> str:
    day = date.fromisoformat(made)
    return "today" if day == today else day_month(day)


@dataclass(frozen=True)
class MadeCopy:
    """A verified copy that was made by hand, and whether it outlives this computer."""

    path: Path
    elsewhere: bool

    @property
    def words(self) -> str:
        """What is said of it."""
        if self.elsewhere:
            return f"A verified copy lies in {self.path}."
        return f"A verified copy lies in {self.path}, on this computer. If the computer is lost, it is lost too."


def copy_to_second_place(library: OpenLibrary, folder: Path) -> MadeCopy:
    """A verified copy in another place: another disk, or else a copy "on this computer", which is no second place.

    Raises Refusal when that place is the library itself, or does not take it.
    """
    desk = library.desk
    if library.folder.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise Refusal("That is inside the library itself. Choose a stick or another disk.")
    made = MadeCopy(desk.archive.copy_to(folder, desk.clock.now()), library.is_elsewhere(folder))
    desk.hold(Fact.SECOND_COPY if made.elsewhere else Fact.COPY_HERE, desk.clock.today().isoformat())
    return made
