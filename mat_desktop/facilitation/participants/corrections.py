"""Statements of correction: what somebody says about something that is kept about them. What was written stays."""

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.participants.record import Correction
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import TEXT_LIMIT, clean


@deed(DeedKind.PARTICIPANTS_CORRECT)
def correct(work: Work, person_id: int, about: str, statement: str) -> int:
    """Keep a statement of correction beside a line of the record; an earlier one beside the same line is replaced.

    `about` names the line as the record does. Returns the id. Raises Refusal without any words.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    words = clean(statement, TEXT_LIMIT)
    if not words:
        raise Refusal("Write in the person’s words what is right.")
    present = work.rows.find(Correction, participant_id=person_id, about=about)
    if present is None:
        return key_of(work.rows.add(Correction(person_id, about, words, work.today)))
    present.statement, present.written_on = words, work.today
    return key_of(present)


@deed(DeedKind.PARTICIPANTS_TAKE_BACK_CORRECTION)
def take_back(work: Work, correction_id: int) -> None:
    """The person does not say so any more."""
    correction = work.rows.get(Correction, correction_id)
    person = work.rows.get(Participant, correction.participant_id)
    work.about(person.workshop_id, correction.participant_id)
    work.rows.remove(correction)
