"""How a deed makes a promise, and how it takes back what is not needed any more."""

from collections.abc import Collection, Iterable
from datetime import date

from mat_desktop.facilitation.desk import Work
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.participants.erasure import ERASED
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.promises import (
    REASONS_GRAVE,
    WITHIN,
    Promise,
    PromiseReason,
    PromiseState,
    call_off,
    keep,
)


def promise(
    work: Work,
    person_id: int,
    reason: PromiseReason,
    *,
    due_on: date | None = None,
    safety: bool = False,
    partnership_id: int | None = None,
) -> Promise | None:
    """Promise a call inside a deed. One that stands for the same reason is kept, with the earlier day.

    None for somebody who has died or was erased, and for the facilitator who takes part herself: nobody is to phone
    them.
    """
    person = work.rows.get(Participant, person_id)
    if person.died_on is not None or person.takes_part or person.name == ERASED:
        return None
    work.about(person.workshop_id, person_id)
    day = due_on or work.today + WITHIN[reason]
    grave = safety or reason in REASONS_GRAVE
    found = next(iter(_open(work, (person_id,), (reason,))), None)
    if found is None:
        made = Promise(person_id, reason, work.today, day, safety=grave, partnership_id=partnership_id)
        return work.rows.add(made)
    found.due_on = day if due_on is not None else min(found.due_on, day)
    found.safety = found.safety or grave
    return found


def not_needed(work: Work, people: Collection[int], reasons: Iterable[PromiseReason]) -> None:
    """Call off what was promised to some people for these reasons, inside a deed."""
    for found in _open(work, people, tuple(reasons)):
        call_off(found, work.today)


def ordinary_not_needed(work: Work, person_id: int) -> None:
    """Call off what was promised to somebody who wants no more calls; a promise about safety stays."""
    for found in _open(work, (person_id,), tuple(PromiseReason)):
        if not found.safety:
            call_off(found, work.today)


def kept(work: Work, person_id: int, reason: PromiseReason, partnership_id: int | None = None) -> None:
    """Another deed shows that a call was held: what was promised for this reason is kept."""
    for found in _open(work, (person_id,), (reason,)):
        if partnership_id in (None, found.partnership_id):
            keep(found, work.today)


def nothing_more(work: Work, person_id: int) -> None:
    """Somebody has died: nothing that was promised to them is due any more."""
    not_needed(work, (person_id,), PromiseReason)


def _open(work: Work, people: Collection[int], reasons: tuple[PromiseReason, ...]) -> list[Promise]:
    found = work.rows.all(Promise, participant_id=sorted(people), state=PromiseState.OPEN)
    return [one for one in found if one.reason in reasons and key_of(one)]
