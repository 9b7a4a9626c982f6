"""Step 3: the screening talk. The answers suggest; the facilitator decides."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.participants import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import (
    RULERS,
    STATEMENTS,
    Outcome,
    Reply,
    Screening,
    ScreeningAnswer,
    suggested,
    to_talk_about,
    wants_reason,
)
from mat_desktop.workshop.text import clean


@dataclass(frozen=True)
class ScreeningRow:
    """One line of the list: who, and what was decided."""

    id: int
    name: str
    outcome: Outcome | None


@dataclass(frozen=True)
class ScreeningView:
    """The talk with one person."""

    participant_id: int
    name: str
    challenge: str
    answers: dict[str, str]
    suggestion: Outcome | None
    talk_about: tuple[str, ...]
    outcome: Outcome | None
    reason: str
    note: str
    happened_on: date | None


def _talk_with(work: Work, person_id: int) -> Screening:
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    found = work.rows.find(Screening, participant_id=person_id)
    return found or work.rows.add(Screening(person_id, happened_on=work.today))


@deed("screening.answer", "an answer of {people}")
def answer(work: Work, person_id: int, question: str, value: str) -> None:
    """Record one answer; an empty one takes it back."""
    _check_answer(question, value)
    talk = _talk_with(work, person_id)
    found = next((a for a in talk.answers if a.question == question), None)
    if found is None and value:
        talk.answers.append(ScreeningAnswer(question, value))
    elif found is not None and value:
        found.value = value
    elif found is not None:
        talk.answers.remove(found)


def _check_answer(question: str, value: str) -> None:
    if question in {s.key for s in STATEMENTS}:
        if value and value not in tuple(Reply):
            raise Refusal("The answer is yes, unsure or no.")
    elif question in {r.key for r in RULERS}:
        if value and not (value.isdecimal() and int(value) <= 10):
            raise Refusal("A ruler goes from 0 to 10.")
    else:
        raise KeyError(question)


@deed("screening.decide", "the decision on {people}")
def decide(work: Work, person_id: int, outcome: Outcome | None, reason: str = "") -> None:
    """Record the decision. Raises Refusal where a reason is wanted and none is given."""
    talk = _talk_with(work, person_id)
    said = clean(reason)
    if outcome is not None and wants_reason(outcome, suggested(talk)) and not said:
        raise Refusal("Give a reason in a few words: it is read again when the person asks.")
    talk.outcome = outcome
    talk.reason = said
    talk.happened_on = talk.happened_on or work.today


@deed("screening.note", "a working note on {people}")
def set_note(work: Work, person_id: int, note: str) -> None:
    """Keep a working note: on no handout, shown to the person if they ask for their record."""
    _talk_with(work, person_id).note = clean(note)


@deed("screening.date", "the date of the talk with {people}")
def set_date(work: Work, person_id: int, day: date) -> None:
    """The day on which the talk happened, apart from the day on which it is typed."""
    _talk_with(work, person_id).happened_on = day


@look
def people(rows: Rows, workshop_id: int) -> tuple[ScreeningRow, ...]:
    """Everybody who is expected, in the order of the alphabet."""
    standing = stand(rows, workshop_id)
    return tuple(ScreeningRow(key_of(p), p.name, standing.outcome(key_of(p))) for p in standing.coming)


@look
def talk(rows: Rows, person_id: int) -> ScreeningView:
    """The talk with one person."""
    person = rows.get(Participant, person_id)
    found = rows.find(Screening, participant_id=person_id)
    return ScreeningView(
        person_id,
        person.name,
        person.challenge,
        {a.question: a.value for a in found.answers} if found else {},
        suggested(found),
        tuple(s.key for s in to_talk_about(found)),
        found.outcome if found else None,
        found.reason if found else "",
        found.note if found else "",
        found.happened_on if found else None,
    )
