"""The desk at which every deed is done, and what makes a function a deed or a look."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.ports import Archive, Clock, Codes, Note, Rows, Trail

P = ParamSpec("P")
R = TypeVar("R")


class NoTrail:
    """Nobody follows: a desk without a window."""

    def committed(self, kind: str, /) -> None:
        """Forgotten."""

    def shown(self, page: StrEnum, /) -> None:
        """Forgotten."""


@dataclass
class Desk:
    """What a deed is handed: the archive, the clock and the codes; the trail is told once it is committed."""

    archive: Archive
    clock: Clock
    codes: Codes
    visit: str = ""
    """Names one stay in one field: successive changes under the same name are one undo step."""
    trail: Trail = field(default_factory=NoTrail)


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


def deed(
    kind: DeedKind,
) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Desk, P], R]]:
    """Make a function one deed of this kind: one transaction, one undo step, one line of the journal."""
    facts = kind.value

    def make(function: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Desk, P], R]:
        @wraps(function)
        def done(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
            now = desk.clock.now()
            note = Note(facts.key, facts.undoable, now, f"{facts.key}/{desk.visit}" if desk.visit else "")
            with desk.archive.deed(note) as rows:
                result = function(Work(rows, desk.clock.today(), now, desk.codes, note), *args, **kwargs)
            desk.trail.committed(facts.key)
            return result

        return done

    return make


def look(function: Callable[Concatenate[Rows, P], R]) -> Callable[Concatenate[Desk, P], R]:
    """Make a function a look: it reads, returns frozen views, and changes nothing."""

    @wraps(function)
    def seen(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with desk.archive.look() as rows:
            return function(rows, *args, **kwargs)

    return seen
