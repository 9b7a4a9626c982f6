"""What the deeds need from the world, never who makes it."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.workshop.journey import Step

T = TypeVar("T")
Wanted = int | str | date | bool | None | Collection[int] | Collection[date]


class Rows(Protocol):
    """The things of one library, inside one transaction."""

    def get(self, kind: type[T], row_id: int, /) -> T:
        """The thing with this id. Raises Refusal when it is gone."""
        ...

    def find(self, kind: type[T], /, **equals: Wanted) -> T | None:
        """The one thing whose columns equal these values, or None."""
        ...

    def all(self, kind: type[T], /, **equals: Wanted) -> Sequence[T]:
        """Every thing whose columns equal these values (or lie in a collection), by id."""
        ...

    def values(self, kind: type[object], columns: Sequence[str], /, **equals: Wanted) -> Sequence[Any]:
        """Some columns of every such thing, by id: what is read in thousands, and never changed by it."""
        ...

    def add(self, thing: T) -> T:
        """Keep a new thing; it has an id afterwards."""
        ...

    def add_all(self, things: Iterable[object]) -> None:
        """Keep many new things at once."""
        ...

    def hanging_on(self, thing: object) -> Sequence[object]:
        """Everything that is there only because of this thing and is not owned by it, in the order of removal."""
        ...

    def remove(self, thing: object) -> None:
        """Take a thing out, and what it owns; what only mentions it stays, and mentions nothing then."""
        ...

    def remembered(self, function: Callable[..., T], arguments: tuple[Hashable, ...]) -> T:
        """What a function makes of these rows, once for each state of what it reads; inside a deed every time."""
        ...

    def kept(self, kind: type[T], /, **equals: Wanted) -> Sequence[T]:
        """The same as `all`, read once for each state of its own tables; nobody changes what it holds."""
        ...


@dataclass
class Note:
    """What the journal will say about a deed: its kind, and whom it is about."""

    kind: str
    undoable: bool
    at: datetime
    visit: str = ""
    workshop_id: int | None = None
    people: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """One undo step as the journal knows it."""

    sequences: tuple[int, ...]
    kind: str
    at: datetime
    workshop_id: int | None
    people: tuple[int, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AuditEntry:
    """One line of the journal for whoever asks what was done: never more of anybody than the id.

    `took` is the kind of what an undo took back or a redo did again; empty for everything else.
    """

    sequence: int
    at: datetime
    kind: str
    took: str
    people: frozenset[int]


@dataclass(frozen=True)
class Bookmark:
    """Where the facilitator stopped."""

    workshop_id: int
    step: Step
    person_id: int | None


@dataclass(frozen=True, kw_only=True)
class Erasure:
    """One person or one workshop that is erased, by the uid, which is the same in every copy of the library.

    `reason` is what is kept for the end of a partnership that goes on.
    """

    uid: str
    on: date
    at: datetime
    reason: str
    workshop: bool = False
    """Whether the uid is that of a whole workshop."""


class Fact(StrEnum):
    """What a library knows of itself, beside its workshops. The values stand in libraries."""

    SAMPLE = "sample"
    RECOVERY_OFFERED = "recovery_offered"
    RECOVERY_PRINTED = "recovery_printed"
    SECOND_COPY = "second_copy"
    COPY_HERE = "copy_here"
    """A copy by hand that lies on the same disk."""
    READY_TO_UNLOCK = "passphrase_typed"
    """On which day she typed her passphrase once, to be sure of it for the workshop."""
    PIN = "pin"
    PIN_TRIES = "pin_tries"
    PRINT_STYLE = "print"
    FACILITATOR = "facilitator"
    """Name and phone number of whoever works here, with which new workshops begin."""
    COMING_OUT = "coming_out"
    READER_CHECKED = "reader_checked"
    """Thirty real sheets were checked box by box: reading from pictures is no trial any more."""
    JOURNAL_HEAD = "journal_head"
    """How far the journal went when the library was closed or copied last."""
    ERASING = "erasing"
    """Who is erased from the library already, and not yet from all of its copies."""
    BACKED_UP_AT_DEED = "backed_up_at_deed"
    LAST_BACKUP = "last_backup"
    """These two stand in libraries of 0.6.0; now the name of a backup tells what is in it."""


class Archive(Protocol):
    """Keeps a library. One transaction at a time."""

    def at_hand(self) -> None:
        """See that the library lies where it was, before a page is turned. Raises Refusal."""
        ...

    def deed(self, note: Note) -> AbstractContextManager[Rows]:
        """A transaction that is committed and journalled at the end, or not at all."""
        ...

    def look(self) -> AbstractContextManager[Rows]:
        """A transaction that changes nothing."""
        ...

    def last_done(self) -> Recorded | None:
        """The step that undo would take back."""
        ...

    def last_for_good(self) -> Recorded | None:
        """The last deed, where no undo takes it back; None where the last deed is the step that undo takes back."""
        ...

    def last_undone(self) -> Recorded | None:
        """The step that redo would do again."""
        ...

    def undo(self, at: datetime) -> None:
        """Take back the last step. Raises Refusal by name when a row has changed since."""
        ...

    def redo(self, at: datetime) -> None:
        """Do the last undone step again."""
        ...

    def saved_at(self) -> datetime | None:
        """When the last deed was committed."""
        ...

    def entries(self, person: int | None, before: int | None, count: int) -> Sequence[AuditEntry]:
        """So many lines of the journal before the one with this number, newest first; with a person, only theirs."""
        ...

    def place(self) -> Bookmark | None:
        """Where the facilitator stopped last."""
        ...

    def keep_place(self, bookmark: Bookmark) -> None:
        """Remember where the facilitator is."""
        ...

    def fact(self, fact: Fact, /) -> str:
        """A fact about the library itself, empty when unknown."""
        ...

    def keep_fact(self, fact: Fact, value: str) -> None:
        """Keep a fact about the library itself."""
        ...

    def digests(self) -> dict[int, Any]:
        """What was worked out of each workshop since its last deed; one that changed is missing."""
        ...

    def keep_digests(self, bodies: Mapping[int, Any]) -> None:
        """Keep what was worked out of some workshops until the next deed about them."""
        ...

    def copy_to(self, folder: Path, at: datetime) -> Path:
        """Write one verified copy into a folder and return where it lies."""
        ...

    def head(self) -> str:
        """How far the journal goes: the number of its last line, and the mark that all lines together come to."""
        ...

    def goes_as_on_paper(self, number: int, mark: str) -> bool:
        """Whether the journal has a line of this number, and came to a mark there that begins so."""
        ...

    def erase(self, note: Note, erasure: Erasure) -> None:
        """Erase one person or one workshop from the library and its journal for good; the copies come afterwards.

        Raises Refusal, and has changed nothing then, unless `Fact.ERASING` says that the rest is still to be done.
        """
        ...

    def done_at(self, kind: DeedKind, workshop_id: int) -> tuple[datetime, ...]:
        """When deeds of this kind were done in a workshop, the first one first."""
        ...

    def last_about(self, workshop_id: int) -> tuple[datetime, int] | None:
        """When the last deed about a workshop was done, and its number in the journal; None before the first."""
        ...

    def forget(self) -> None:
        """Let go of all that looks have read."""
        ...


class Clock(Protocol):
    """Tells the time; the only one who may."""

    def now(self) -> datetime:
        """The present instant, with its offset."""
        ...

    def today(self, time_zone: str = "") -> date:
        """The civil date in a time zone such as Pacific/Auckland; without one, where the facilitator is."""
        ...


class Codes(Protocol):
    """Draws the random numbers for form codes."""

    def numbers(self, count: int) -> list[int]:
        """`count` numbers of 0 to 31."""
        ...


class Trail(Protocol):
    """Follows what is done, by kind only, so that an error of the program can be retraced. Never whose it was."""

    def committed(self, kind: str, /) -> None:
        """A deed of this kind was committed."""
        ...

    def shown(self, page: StrEnum, /) -> None:
        """The window turned to this page."""
        ...
