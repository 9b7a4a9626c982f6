"""The way back: copies of a library as they are offered, and what opens one."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from pathlib import Path

from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.workshop.refusal import Refusal

NOT_THERE = (
    "It is no longer where it was open a moment ago. Where it is on a stick or another disk, plug that in and try "
    "again. Where it is lost, bring a library back from its newest copy."
)


class LibraryLost(Refusal):
    """The library is damaged or gone: the way back is what helps."""


class CopyKind(Enum):
    """How a copy came to be."""

    BACKUP = auto()
    BEFORE = auto()
    """Of an older form, made before the library was carried forward."""
    RESCUED = auto()
    """What was open when the file was exchanged under the program."""
    REPLACED = auto()
    """What lay in the library's place before another copy was brought back."""
    OTHER = auto()


@dataclass(frozen=True, kw_only=True)
class LibraryCopy:
    """One copy of a library, as its name tells it: `head` is the number of the last deed in it, 0 where unknown."""

    path: Path
    kind: CopyKind
    day: date | None = None
    time: str = ""
    head: int = 0

    @property
    def rank(self) -> tuple[bool, bool, int, str]:
        """Newest is greatest: by the journal's head, and by the clock only among copies that do not tell theirs."""
        return self.kind is CopyKind.RESCUED, self.day is not None, self.head, self.path.name

    @property
    def words(self) -> str:
        """How it is offered."""
        when = f"{day_month_year(self.day)}, {self.time}" if self.day is not None else self.path.name
        return _WORDS[self.kind].format(when=when)


_WORDS = {
    CopyKind.BACKUP: "Backup of {when}",
    CopyKind.BEFORE: "Before the library was brought to a new form ({when})",
    CopyKind.RESCUED: "Rescued when the file was exchanged ({when})",
    CopyKind.REPLACED: "What lay here before ({when})",
    CopyKind.OTHER: "{when}",
}


@dataclass(frozen=True)
class Renewed:
    """How many copies beside a library were encrypted anew with it, and which could not be."""

    rewritten: int
    left: tuple[Path, ...]

    @property
    def words(self) -> str:
        """What is said of it."""
        copies = "1 copy" if self.rewritten == 1 else f"{self.rewritten} copies"
        said = f"The library and {copies} beside it are encrypted anew. {_ELSEWHERE}"
        return f"{said} {_OTHERS.format(names=', '.join(path.name for path in self.left))}" if self.left else said


_ELSEWHERE = "Copies on sticks and other disks still open with the old passphrase: make new ones, and destroy those."
_OTHERS = "These belong to another library or are damaged, and were left as they are: {names}."


@dataclass(frozen=True, kw_only=True)
class WayIn:
    """What opens a copy: its passphrase; or the recovery sheet, and then the passphrase is the new one."""

    passphrase: str = field(default="", repr=False)
    sheet: str = field(default="", repr=False)
