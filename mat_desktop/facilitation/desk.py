"""The desk at which every deed is done, and what makes a function a deed or a look."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.ports import Archive, Clock, Codes, Fact, Note, Rows, Trail
from mat_desktop.workshop.participants.consent import Consent
from mat_desktop.workshop.participants.erasure import ErasureRequest
from mat_desktop.workshop.participants.participant import last_is_no
from mat_desktop.workshop.refusal import Refusal

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
    paper: str = "A4"
    """The paper of this computer, A4 or Letter, where nothing else was chosen in this library."""
    unkept: dict[Fact, str] = field(default_factory=dict)
    """Facts that the disk did not take; they hold until it does, or until the library is closed."""

    def fact(self, fact: Fact) -> str:
        """A fact about the library, also one that the disk did not take."""
        return self.unkept.get(fact) or self.archive.fact(fact)

    def hold(self, fact: Fact, value: str) -> str:
        """Keep a fact; where the disk does not take it, hold it all the same. Returns the refusal, or nothing."""
        try:
            self.archive.keep_fact(fact, value)
        except Refusal as refusal:
            self.unkept[fact] = value
            return str(refusal)
        self.unkept.pop(fact, None)
        return ""


@dataclass
class ClockInZone:
    """A clock whose days and hours are those of one time zone: her laptop may stand in another than her workshop."""

    clock: Clock
    time_zone: str

    def now(self) -> datetime:
        """The present instant, with the offset of the workshop."""
        return self.clock.now().astimezone(ZoneInfo(self.time_zone))

    def today(self, time_zone: str = "") -> date:
        """The civil date in a time zone; without one, in that of the workshop."""
        return self.clock.today(time_zone or self.time_zone)


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


_EVEN_ABOUT_THE_LOCKED = frozenset(kind for kind in DeedKind if kind.value.key.startswith(("safety.", "private."))) | {
    DeedKind.LIBRARY_ASK_ERASURE,
    DeedKind.LIBRARY_CALL_OFF_ERASURE,
    DeedKind.LIBRARY_ASK_ERASING_WORKSHOP,
    DeedKind.LIBRARY_CALL_OFF_ERASING_WORKSHOP,
    DeedKind.PARTICIPANTS_ASK_RECORD,
    DeedKind.PARTICIPANTS_ANSWER_RECORD,
}
"""Nobody’s safety waits, a laptop that was handed over comes back, and who is still there may ask what is kept."""


def _refuse_about_the_locked(rows: Rows, note: Note) -> None:
    """What is kept about somebody who is to be erased is locked, and all of a workshop that is.

    A deed that is about others too is not.
    """
    asked = rows.values(ErasureRequest, ("participant_id", "workshop_id", "whole"), done_on=None)
    if note.people and note.people <= {person for person, _, _ in asked}:
        raise Refusal(LOCKED)
    if any(whole and workshop_id == note.workshop_id for _, workshop_id, whole in asked):
        raise Refusal(ALL_LOCKED)


_ANSWERS = frozenset(
    {
        DeedKind.RESPONSES_ANSWER,
        DeedKind.RESPONSES_SECOND,
        DeedKind.RESPONSES_SETTLE,
        DeedKind.SCREENING_NOTE,
        DeedKind.PRIVATE_HAND_OVER,
        DeedKind.PARTICIPANTS_WINDOW,
        DeedKind.PAIRING_BALLOT,
        DeedKind.PAIRING_BALLOT_ROW,
        DeedKind.PAIRING_SIMILARITY,
        DeedKind.GOALS_ADD,
        DeedKind.GOALS_CHANGE,
        DeedKind.GOALS_LEVEL,
        DeedKind.GOALS_SUGGEST_STEPS,
        DeedKind.GOALS_PLAN,
        DeedKind.GOALS_REVISE,
        DeedKind.GOALS_IDEA,
        DeedKind.CONTACT_CHECK,
        DeedKind.CONTACT_RATE,
        DeedKind.CONTACT_CALL,
        DeedKind.CONTACT_MARK,
        DeedKind.CONTACT_MARK_MANY,
        DeedKind.CONTACT_PICTURE,
        DeedKind.CONTACT_RECALL,
        DeedKind.CONTACT_DETAIL,
        DeedKind.FOLLOWUP_LEVEL,
        DeedKind.FOLLOWUP_ANSWER,
        DeedKind.FOLLOWUP_RESPONSE,
        DeedKind.SHEETS_PICTURE,
    }
)
"""Deeds that keep what one person said. Pairs, promises, cards and the door need no consent."""
PAPER_ONLY = "This person said no to keeping answers on the computer: it stays on paper. They can say yes in step 2."


def _refuse_answers_on_paper_only(rows: Rows, note: Note) -> None:
    """Nothing that somebody said is kept against their no; the last answer to the question counts."""
    asked = ("participant_id", "kind", "given_on", "refused")
    told = rows.values(Consent, asked, participant_id=sorted(note.people), withdrawn_on=None) if note.people else ()
    if any(last_is_no([(k, d, no) for p, k, d, no in told if p == person]) for person in note.people):
        raise Refusal(PAPER_ONLY)


ALL_LOCKED = "This workshop is locked, for it is to be erased. Call that off in step 1, Privacy, if it was a mistake."
LOCKED = "This is locked, for it is to be erased. Call that off in step 2 first, if it was a mistake."


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
                if kind not in _EVEN_ABOUT_THE_LOCKED:
                    _refuse_about_the_locked(rows, note)
                if kind in _ANSWERS:
                    _refuse_answers_on_paper_only(rows, note)
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
