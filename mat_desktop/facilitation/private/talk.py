"""Participant mode: handing over, and answering alone. Nothing here has an undo."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from mat_desktop.facilitation.answers.occasions import when_now
from mat_desktop.facilitation.answers.responses import Entered, put, response_of
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.followup import ladders
from mat_desktop.facilitation.followup.putting import note_answered, put_level
from mat_desktop.facilitation.followup.views import complaints_of
from mat_desktop.facilitation.pairing import ballots
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.private.offered import is_closed, offered_to
from mat_desktop.facilitation.private.pin import forget_pin, try_pin, try_secret
from mat_desktop.facilitation.private.questions import PrivateQuestion, questions_of
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.participants.calling import called_of
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.private import HandOver
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import SafetyCard
from mat_desktop.workshop.setup import Workshop


@dataclass(frozen=True, kw_only=True)
class PrivateTalk:
    """The one object that the participant's screen gets: this person's open questions, and nothing else."""

    greeting: str
    facilitator: str
    questions: Callable[[], tuple[PrivateQuestion, ...]]
    answer: Callable[[PrivateQuestion, Entered], None]
    finish: Callable[[bool], None]
    ended: Callable[[], bool]
    unlock: Callable[[str], str]
    unlock_with_passphrase: Callable[[str], str]


@deed(DeedKind.PRIVATE_HAND_OVER)
def hand_over(work: Work, person_id: int, wanted: tuple[str, ...]) -> int:
    """Keep that the laptop is in a participant's hands, before anything is shown. Returns the hand-over's id.

    Raises Refusal where all that is wanted was answered before: answers given alone are not opened again.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    open_ones = [key for key in wanted if not is_closed(work.rows, person, key, work.today)]
    if not open_ones:
        raise Refusal(f"{person.name} has answered these already; answers given alone are not opened again.")
    found = work.rows.add(HandOver(person_id, ",".join(open_ones), work.now))
    return key_of(found)


@deed(DeedKind.PRIVATE_ANSWER)
def _answer(work: Work, hand_over_id: int, instrument_id: str, item: int, entered: Entered) -> None:
    found = work.rows.get(HandOver, hand_over_id)
    if found.ended_at is not None or instrument_id not in found.asked:
        raise Refusal("These questions are closed.")
    if instrument_id == ballots.ALONE:
        ballots.put_alone(work, found.participant_id, item, entered.value)
    else:
        person = work.rows.get(Participant, found.participant_id)
        when = when_now(work.rows.get(Workshop, person.workshop_id), found.handed_at.date())
        if instrument_id == ladders.LADDERS:
            put_level(
                work,
                found.participant_id,
                when.months,
                *ladders.marked(work.rows, found.participant_id, item, entered.value),
            )
            return
        if instrument_id == own_pages.COMPLAINTS and entered.value is not None:
            entered = replace(entered, words=_trouble(work.rows, found.participant_id, item))
        put(work, found.participant_id, instrument_id, item, entered, Mode.ALONE, when)
        if when.months:
            note_answered(work, found.participant_id, when.months)


def _trouble(rows: Rows, person_id: int, number: int) -> str:
    """A complaint in its own words: what is rated again is what was written at the start."""
    return next((told.words for told in complaints_of(rows, person_id) if told.number == number), "")


@deed(DeedKind.PRIVATE_FINISH)
def _finish(work: Work, hand_over_id: int, stopped: bool) -> None:
    found = work.rows.get(HandOver, hand_over_id)
    person = work.rows.get(Participant, found.participant_id)
    work.about(person.workshop_id, person.id)
    if found.ended_at is not None:
        return
    found.ended_at, found.stopped = work.now, stopped
    if stopped:
        begun = {one.key for one in offered_to(work.rows, found.participant_id, found.handed_at.date()) if one.begun}
        found.keep([key for key in found.asked if key in begun])
    occasion = when_now(work.rows.get(Workshop, person.workshop_id), found.handed_at.date())
    for key in found.asked:
        response = response_of(work.rows, found.participant_id, key, occasion)
        if response is not None:
            response.closed_at = work.now


@deed(DeedKind.PRIVATE_RETURN)
def _taken_back(work: Work, hand_over_id: int) -> None:
    found = work.rows.get(HandOver, hand_over_id)
    person = work.rows.get(Participant, found.participant_id)
    work.about(person.workshop_id, person.id)
    found.returned_at = work.now
    found.ended_at = found.ended_at or work.now


@look
def something_to_read(rows: Rows, hand_over_id: int) -> tuple[int, int, bool]:
    """After the PIN: the workshop, the person, and whether a card was opened since the laptop was handed over."""
    found = rows.get(HandOver, hand_over_id)
    person = rows.get(Participant, found.participant_id)
    cards = rows.all(SafetyCard, participant_id=found.participant_id, closed_at=None)
    return person.workshop_id, found.participant_id, any(c.opened_at >= found.handed_at for c in cards)


@look
def _who(rows: Rows, hand_over_id: int) -> tuple[str, str, bool]:
    found = rows.get(HandOver, hand_over_id)
    person = rows.get(Participant, found.participant_id)
    workshop = rows.get(Workshop, person.workshop_id)
    return called_of(person.name, person.called), workshop.facilitator or "the facilitator", found.ended_at is not None


def talk(desk: Desk, hand_over_id: int, opens: Callable[[str], bool]) -> PrivateTalk:
    """The object for the participant's screen. `opens` says whether a passphrase is the library's."""
    name, facilitator, _ = _who(desk, hand_over_id)

    def come_back() -> None:
        """Keep that the laptop is back. A full disk does not shut the facilitator out: she is asked again next time."""
        with suppress(Refusal):
            _taken_back(desk, hand_over_id)

    def unlock(pin: str) -> str:
        refused = try_pin(desk, pin)
        if not refused:
            come_back()
        return refused

    def unlock_with_passphrase(words: str) -> str:
        refused = try_secret(desk, lambda: opens(words), "The passphrase is not right.")
        if not refused:
            come_back()
            forget_pin(desk)
        return refused

    return PrivateTalk(
        greeting=name,
        facilitator=facilitator,
        questions=lambda: questions_of(desk, hand_over_id),
        answer=lambda question, entered: _answer(desk, hand_over_id, question.instrument, question.item, entered),
        finish=lambda stopped: _finish(desk, hand_over_id, stopped),
        ended=lambda: _who(desk, hand_over_id)[2],
        unlock=unlock,
        unlock_with_passphrase=unlock_with_passphrase,
    )
