"""Participant mode: handing over, and answering alone. Nothing here has an undo."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.answers.occasions import when_now
from mat_desktop.facilitation.answers.responses import Entered, put, response_of
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.followup import ladders
from mat_desktop.facilitation.followup.entry import note_answered, put_level
from mat_desktop.facilitation.followup.ladders import Ladder
from mat_desktop.facilitation.followup.views import ComplaintView, complaints_of
from mat_desktop.facilitation.pairing import ballots
from mat_desktop.facilitation.ports import Fact, Rows
from mat_desktop.facilitation.private.pin import try_pin, try_secret
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.instruments import Instrument, Item
from mat_desktop.workshop.answers.responses import Answer, Mode, answer_of
from mat_desktop.workshop.participants.participant import Participant, first_name
from mat_desktop.workshop.private import HandOver
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import SafetyCard
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
    open_ones = [key for key in wanted if not _closed(work.rows, person, key, work.today)]
    if not open_ones:
        raise Refusal(f"{person.name} has answered these already; answers given alone are not opened again.")
    found = work.rows.add(HandOver(person_id, ",".join(open_ones), work.now))
    return key_of(found)


@dataclass(frozen=True, kw_only=True)
class Offered:
    """Something that can be answered alone: how it is called, and whether it was begun or closed."""

    key: str
    words: str
    begun: bool
    closed: bool


@look
def offered(rows: Rows, person_id: int, today: date) -> tuple[Offered, ...]:
    """What this person can be handed now."""
    return offered_to(rows, person_id, today)


def offered_to(rows: Rows, person_id: int, today: date) -> tuple[Offered, ...]:
    """What this person can be handed: the questionnaires of the workshop, and the ballot where there are others.

    Around a follow-up meeting it is their own ladders, what troubled them in their own words, and the questionnaires;
    what they answer belongs to that follow-up.
    """
    person = rows.get(Participant, person_id)
    workshop = rows.get(Workshop, person.workshop_id)
    occasion = when_now(workshop, today)
    own = () if occasion.months else (own_pages.READINESS, own_pages.RULERS)
    troubles = complaints_of(rows, person_id, occasion) if occasion.months else ()
    found = []
    own_ladders = ladders.ladders_of(rows, person_id, occasion.months) if occasion.months else ()
    if own_ladders:
        words = f"Where they stand on their own {'ladder' if len(own_ladders) == 1 else 'ladders'}"
        begun = any(one.chosen is not None for one in own_ladders)
        found.append(
            Offered(
                key=ladders.LADDERS,
                words=words,
                begun=begun,
                closed=ladders.given_alone(rows, person_id, occasion.months),
            )
        )
    if troubles:
        closed = _closed(rows, person, own_pages.COMPLAINTS, today)
        words = f"What troubled them at the start, {counted(len(troubles), 'thing')}"
        found.append(Offered(key=own_pages.COMPLAINTS, words=words, begun=any(t.now for t in troubles), closed=closed))
    for key in (*own, *(m.instrument for m in workshop.measures)):
        response = response_of(rows, person_id, key, occasion)
        instrument = shelf.as_answered(rows, key, response)
        words = f"{instrument.title}, {len(instrument.items)} questions"
        begun = response is not None and bool(response.answers)
        found.append(
            Offered(key=key, words=words, begun=begun, closed=response is not None and response.closed_at is not None)
        )
    votes = not occasion.months and person_id in _voting(rows, person)
    marks = ballots.asked_alone(rows, person_id) if votes else ()
    if marks:
        words = f"Private ballot, {len(marks)} table numbers"
        begun = any(value is not None for _, value in marks)
        found.append(Offered(key=ballots.ALONE, words=words, begun=begun, closed=ballots.given_alone(rows, person_id)))
    return tuple(found)


def _voting(rows: Rows, person: Participant) -> set[int]:
    return {key_of(p) for p in stand(rows, person.workshop_id).voting}


def _closed(rows: Rows, person: Participant, instrument_id: str, today: date) -> bool:
    if instrument_id == ballots.ALONE:
        return ballots.given_alone(rows, key_of(person))
    occasion = when_now(rows.get(Workshop, person.workshop_id), today)
    if instrument_id == ladders.LADDERS:
        return ladders.given_alone(rows, key_of(person), occasion.months)
    found = response_of(rows, key_of(person), instrument_id, occasion)
    return found is not None and found.closed_at is not None


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
def _questions(rows: Rows, hand_over_id: int) -> tuple[PrivateQuestion, ...]:
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


@look
def _who(rows: Rows, hand_over_id: int) -> tuple[str, str, bool]:
    found = rows.get(HandOver, hand_over_id)
    person = rows.get(Participant, found.participant_id)
    workshop = rows.get(Workshop, person.workshop_id)
    return first_name(person.name), workshop.facilitator or "the facilitator", found.ended_at is not None


def talk(desk: Desk, hand_over_id: int, opens: Callable[[str], bool]) -> PrivateTalk:
    """The object for the participant's screen. `opens` says whether a passphrase is the library's."""
    name, facilitator, _ = _who(desk, hand_over_id)

    def unlock(pin: str) -> str:
        refused = try_pin(desk, pin)
        if not refused:
            _taken_back(desk, hand_over_id)
        return refused

    def unlock_with_passphrase(words: str) -> str:
        refused = try_secret(desk, lambda: opens(words), "The passphrase is not right.")
        if not refused:
            _taken_back(desk, hand_over_id)
            desk.archive.keep_fact(Fact.PIN, "")
        return refused

    return PrivateTalk(
        greeting=name,
        facilitator=facilitator,
        questions=lambda: _questions(desk, hand_over_id),
        answer=lambda question, entered: _answer(desk, hand_over_id, question.instrument, question.item, entered),
        finish=lambda stopped: _finish(desk, hand_over_id, stopped),
        ended=lambda: _who(desk, hand_over_id)[2],
        unlock=unlock,
        unlock_with_passphrase=unlock_with_passphrase,
    )
