"""What is done about a promise: made by hand, kept, moved, tried, decided about, called off."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.promises.making import promise
from mat_desktop.facilitation.promises.planned import planned
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.promises import (
    Instead,
    Promise,
    PromiseReason,
    PromiseState,
    asks_instead,
    call_off,
    is_open,
    keep,
    move,
    try_once,
)
from mat_desktop.workshop.refusal import Refusal


@dataclass(frozen=True, kw_only=True)
class PromiseKey:
    """Which promise: its row, or a call that goes with a partnership and has no row yet."""

    promise_id: int = 0
    person_id: int = 0
    partnership_id: int = 0
    reason: PromiseReason = PromiseReason.OWN


@deed(DeedKind.PROMISES_GIVE)
def give(work: Work, person_id: int, due_on: date, *, safety: bool = False) -> int:
    """Promise somebody a call. Returns its id. Raises Refusal for a day that is over, and about who is gone."""
    if due_on < work.today:
        raise Refusal("That day is over. Choose one that is still to come.")
    person = work.rows.get(Participant, person_id)
    made = promise(work, person_id, PromiseReason.OWN, due_on=due_on, safety=safety)
    if made is None:
        raise Refusal(f"Nobody phones {person.name}: they have died, were erased, or are you.")
    return key_of(made)


@deed(DeedKind.PROMISES_KEEP)
def kept(work: Work, which: PromiseKey) -> str:
    """They have talked. Returns the name, to be said back. Raises Refusal about one that is closed."""
    return put_kept(work, which)


def put_kept(work: Work, which: PromiseKey) -> str:
    """The same inside a deed. Raises Refusal about one that is closed."""
    found = _held(work, which)
    keep(found, work.today)
    return _name(work, found)


@deed(DeedKind.PROMISES_TRIED)
def no_answer(work: Work, which: PromiseKey) -> PromiseState:
    """Nobody answered today. Returns how the promise stands: an ordinary one ends on the third day, a safety one never.

    Raises Refusal about one that is closed.
    """
    found = _held(work, which)
    if found.tried_on == work.today and found.instead is None:
        raise Refusal("Today's attempt is noted already. Attempts count on different days.")
    try_once(found, work.today)
    return found.state


@deed(DeedKind.PROMISES_MOVE)
def moved(work: Work, which: PromiseKey, due_on: date) -> None:
    """Promise another day. Raises Refusal for one that is over, and before a missed safety call was decided about."""
    move(_held(work, which), due_on, work.today)


@deed(DeedKind.PROMISES_DECIDE)
def decide_instead(work: Work, which: PromiseKey, instead: Instead) -> None:
    """What is done after a safety call was missed twice. The promise stays until it was kept.

    Raises Refusal where nothing has to be decided.
    """
    found = _held(work, which)
    if not asks_instead(found):
        raise Refusal("There is nothing to decide about this call now.")
    found.instead, found.instead_on = instead, work.today
    if instead is Instead.AGAIN_TODAY:
        found.due_on = work.today


@deed(DeedKind.PROMISES_CALL_OFF)
def called_off(work: Work, which: PromiseKey) -> None:
    """It is not needed any more, and they know. Raises Refusal about a safety promise: it is kept, never called off."""
    found = _held(work, which)
    if found.safety:
        raise Refusal("A promise that is about safety is kept, never called off.")
    call_off(found, work.today)


def _held(work: Work, which: PromiseKey) -> Promise:
    """The row of an open promise; a call that goes with a partnership gets its row now. Raises Refusal otherwise."""
    if not which.promise_id:
        return _planned(work, which)
    found = work.rows.get(Promise, which.promise_id)
    work.about(work.rows.get(Participant, found.participant_id).workshop_id, found.participant_id)
    if not is_open(found):
        raise Refusal("This promise is closed already.")
    return found


def _planned(work: Work, which: PromiseKey) -> Promise:
    person = work.rows.get(Participant, which.person_id)
    work.about(person.workshop_id, which.person_id)
    held = work.rows.all(Promise, participant_id=which.person_id)
    for one in planned(work.rows, stand(work.rows, person.workshop_id), held):
        if (one.person, one.partnership, one.reason) == (which.person_id, which.partnership_id, which.reason):
            made = Promise(one.person, one.reason, work.today, one.due, partnership_id=one.partnership)
            return work.rows.add(made)
    raise Refusal("This call is not due any more. What you did is not lost: look at the calls in step 7.")


def _name(work: Work, found: Promise) -> str:
    return work.rows.get(Participant, found.participant_id).name
