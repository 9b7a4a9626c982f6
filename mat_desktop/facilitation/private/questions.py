"""The questions on the participant's screen, in the words of whoever answers where they are their own."""

from dataclasses import dataclass

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.answers.occasions import when_now
from mat_desktop.facilitation.answers.responses import Entered, response_of
from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.followup import ladders
from mat_desktop.facilitation.followup.ladders import Ladder
from mat_desktop.facilitation.followup.views import ComplaintView, complaints_of
from mat_desktop.facilitation.pairing import ballots
from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.instruments import Instrument, Item
from mat_desktop.workshop.answers.responses import Answer, answer_of
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.private import HandOver
from mat_desktop.workshop.setup import Workshop


@dataclass(frozen=True, kw_only=True)
class PrivateQuestion:
    """One question on the participant's screen; `options` are the values printed on the form and their words."""

    instrument: str
    item: int
    stem: str
    words: str
    hint: str
    options: tuple[tuple[int, str], ...]
    own_words: bool
    answer: Entered | None


@look
def questions_of(rows: Rows, hand_over_id: int) -> tuple[PrivateQuestion, ...]:
    """What is asked now of whoever has the laptop in their hands."""
    found = rows.get(HandOver, hand_over_id)
    person = rows.get(Participant, found.participant_id)
    workshop = rows.get(Workshop, person.workshop_id)
    occasion = when_now(workshop, found.handed_at.date())
    questions = []
    for key in found.asked:
        if key == ballots.ALONE:
            questions += [_mark(number, value) for number, value in ballots.asked_alone(rows, found.participant_id)]
            continue
        if key == ladders.LADDERS:
            own = ladders.ladders_of(rows, found.participant_id, occasion.months)
            questions += [_ladder(one) for one in own]
            continue
        response = response_of(rows, found.participant_id, key, occasion)
        instrument = shelf.as_answered(rows, key, response)
        if key == own_pages.COMPLAINTS:
            told = complaints_of(rows, found.participant_id, occasion)
            questions += [_rated_again(instrument, complaint) for complaint in told]
            continue
        questions += [_question(instrument, item, answer_of(response, item.number)) for item in instrument.items]
    return tuple(questions)


def _mark(table_number: int, value: int | None) -> PrivateQuestion:
    """One table number of the ballot. No name is shown, and "rather not say" leaves it without a mark."""
    return PrivateQuestion(
        instrument=ballots.ALONE,
        item=table_number,
        stem="Private ballot: nobody is told your marks.",
        words=f"Could you talk every day with the person of table {table_number}?",
        hint="",
        options=((1, "Gladly"), (2, "Could"), (3, "Rather not")),
        own_words=False,
        answer=Entered(value=value) if value is not None else None,
    )


def _ladder(own: Ladder) -> PrivateQuestion:
    """One ladder at a follow-up, in the words of its owner, without the marks of before."""
    return PrivateQuestion(
        instrument=ladders.LADDERS,
        item=own.number,
        stem="Where do you stand on your own ladder today? There is no right answer.",
        words=own.words,
        hint="",
        options=own.steps,
        own_words=False,
        answer=Entered(value=own.chosen) if own.chosen is not None else None,
    )


def _rated_again(instrument: Instrument, told: ComplaintView) -> PrivateQuestion:
    """One complaint at a follow-up: in the words of the start, without the mark of the start."""
    return PrivateQuestion(
        instrument=instrument.id,
        item=told.number,
        stem="How much does this trouble you now? At the start you wrote:",
        words=f"“{told.words}”",
        hint="",
        options=tuple((o.value, o.words) for o in instrument.items[told.number - 1].options),
        own_words=False,
        answer=told.now,
    )


def _question(instrument: Instrument, item: Item, found: Answer | None) -> PrivateQuestion:
    return PrivateQuestion(
        instrument=instrument.id,
        item=item.number,
        stem=instrument.stem,
        words=item.words,
        hint=item.hint,
        options=tuple((o.value, o.words) for o in item.options),
        own_words=item.own_words,
        answer=Entered(found.state, found.value, found.words) if found is not None else None,
    )
