"""The desk at which every deed is done, and what makes a function a deed or a look."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from mat_desktop.facilitation.ports import Archive, Clock, Codes, Note, Rows

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Desk:
    """What a deed is handed: the archive, the clock and the codes."""

    archive: Archive
    clock: Clock
    codes: Codes
    visit: str = ""
    """Names one stay in one field: successive changes under the same name are one undo step."""


@dataclass
class Work:
    """One deed under way: the rows, the time, and whom it turns out to be about."""

    rows: Rows
    today: date
    now: datetime
    codes: Codes
    note: Note

    def about(self, workshop_id: int | None, *people: int | None) -> None:
        """Tell the journal which workshop and which people this deed is about."""
        self.note.workshop_id = workshop_id
        self.note.people |= {person for person in people if person is not None}


@dataclass(frozen=True)
class DeedKind:
    """A kind of deed: the words after "Undo", and whether there is an undo at all."""

    kind: str
    label: str
    undoable: bool
    function: str = field(compare=False)


KINDS: dict[str, DeedKind] = {}
"""Every kind of deed that the house knows; filled as the rooms are imported."""


def deed(
    kind: str, label: str, *, undoable: bool = True
) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Desk, P], R]]:
    """Make a function one deed: one transaction, one undo step, one line of the journal.

    Args:
        kind: how the journal calls it, `room.verb`.
        label: the words after "Undo"; `{people}` stands for those whom it is about.
        undoable: False for what no undo can take back, such as printing.
    """

    def make(function: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Desk, P], R]:
        KINDS[kind] = DeedKind(kind, label, undoable, f"{function.__module__}.{function.__qualname__}")

        @wraps(function)
        def done(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
            now = desk.clock.now()
            note = Note(kind, undoable, now, f"{kind}/{desk.visit}" if desk.visit else "")
            with desk.archive.deed(note) as rows:
                return function(Work(rows, desk.clock.today(), now, desk.codes, note), *args, **kwargs)

        return done

    return make


def look(function: Callable[Concatenate[Rows, P], R]) -> Callable[Concatenate[Desk, P], R]:
    """Make a function a look: it reads, returns frozen views, and changes nothing."""

    @wraps(function)
    def seen(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with desk.archive.look() as rows:
            return function(rows, *args, **kwargs)

    return seen
