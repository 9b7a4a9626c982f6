"""What people answer: one engine for the talk, the paper and the person alone. A safety item opens its card here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.answers.occasions import When, occasion_now
from mat_desktop.facilitation.answers.readiness import replies_of
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.safety import open_card
from mat_desktop.facilitation.shown.typed_day import check_happened
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.instruments import Instrument
from mat_desktop.workshop.answers.responses import (
    Answer,
    AnswerState,
    Mode,
    Occasion,
    Response,
    answer_of,
    values_of,
)
from mat_desktop.workshop.answers.scoring import raised, safety_signals
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import CardOpened
from mat_desktop.workshop.screening import to_talk_about
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean


@dataclass(frozen=True)
class Entered:
    """One answer as it is entered: a value, or why there is none."""

    state: AnswerState = AnswerState.GIVEN
    value: int | None = None
    words: str = ""


def response_of(rows: Rows, person_id: int, instrument_id: str, at: Occasion | When) -> Response | None:
    """The answers about one person to an instrument at one occasion; their own ones where nothing else is said."""
    when = at if isinstance(at, When) else When(at)
    return rows.find(
        Response,
        participant_id=person_id,
        instrument=instrument_id,
        occasion=when.occasion,
        months=when.months,
        informant=when.informant,
    )


@deed(DeedKind.RESPONSES_ANSWER)
def answer(
    work: Work, person_id: int, instrument_id: str, item: int, entered: Entered | None, mode: Mode = Mode.ALOUD
) -> None:
    """Keep one answer, or take it back with None. Raises Refusal where the form has no such answer."""
    put(work, person_id, instrument_id, item, entered, mode)


def put(
    work: Work,
    person_id: int,
    instrument_id: str,
    item: int,
    entered: Entered | None,
    mode: Mode,
    when: When | None = None,
) -> None:
    """Keep one answer inside a deed, of now or of another occasion; opens a safety card where it raises one.

    Raises Refusal for what the form does not offer, and once answers given alone are closed.
    """
    person, instrument, response = _sheet(work, person_id, instrument_id, mode, when)
    _still_open(response)
    before = values_of(response)
    found = answer_of(response, item)
    _check(instrument, item, entered)
    if entered is None:
        if found is not None:
            response.answers.remove(found)
    else:
        if found is None:
            found = Answer(item)
            response.answers.append(found)
        found.state, found.value = entered.state, entered.value
        found.words = clean(entered.words)
    response.mode = mode
    work.rows.add(response)
    _open_cards(work, person, instrument, before, values_of(response))


def _sheet(
    work: Work, person_id: int, instrument_id: str, mode: Mode, when: When | None = None
) -> tuple[Participant, Instrument, Response]:
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    at = when or When(occasion_now(work.rows.get(Workshop, person.workshop_id), work.today))
    response = response_of(work.rows, person_id, instrument_id, at)
    instrument = shelf.as_answered(work.rows, instrument_id, response)
    if response is None:
        response = Response(person_id, instrument.id, instrument.version, at.occasion, at.informant, mode, work.today)
        response.months = at.months
    return person, instrument, response


def _still_open(response: Response) -> None:
    """Answers that somebody gave alone are theirs. Raises Refusal once they are closed."""
    if response.closed_at is not None:
        raise Refusal("These answers were given alone and are closed. Write what you heard since into the note.")


def _check(instrument: Instrument, number: int, entered: Entered | None) -> None:
    item = instrument.item(number)
    given = entered is not None and entered.state is AnswerState.GIVEN
    if given and entered is not None and entered.value not in item.values and not (item.own_words and entered.words):
        least, most = min(item.values), max(item.values)
        raise Refusal(f"{instrument.title}, question {number}: the answers go from {least} to {most}.")


def _open_cards(
    work: Work, person: Participant, instrument: Instrument, before: Mapping[int, int], after: Mapping[int, int]
) -> None:
    """A signal opens a card when it is new or higher than before; one open card for the same question is enough."""
    by = CardOpened.CRISIS if instrument.id == own_pages.READINESS else CardOpened.ITEM
    known = raised(instrument, dict(before))
    for number in raised(instrument, dict(after)):
        if number not in known or after[number] > before[number]:
            open_card(work, person, by, f"{instrument.title}, question {number}")


def wanting_a_talk(rows: Rows, people: Collection[int]) -> frozenset[int]:
    """Of these people, those whose answers want a talk first: readiness, or a safety item that was passed over."""
    by_person: dict[int, list[Response]] = {}
    for response in rows.all(Response, participant_id=people):
        by_person.setdefault(response.participant_id, []).append(response)
    return frozenset(person for person, found in by_person.items() if _wants_a_talk(rows, found))


def _wants_a_talk(rows: Rows, found: Sequence[Response]) -> bool:
    ready = [r for r in found if r.instrument == own_pages.READINESS]
    if ready and to_talk_about(replies_of(rows, ready)):
        return True
    return any(
        response.instrument != own_pages.READINESS
        and response.answers
        and safety_signals(shelf.instrument(rows, response.instrument), values_of(response))
        for response in found
    )


@deed(DeedKind.RESPONSES_SECOND)
def answer_second(work: Work, person_id: int, instrument_id: str, item: int, entered: Entered | None) -> None:
    """What a second, blind entry reads at one item; None takes that back and leaves the first entry alone.

    A signal that only the second reads opens a card all the same.
    Raises Refusal for what the form does not offer, and once answers given alone are closed.
    """
    person, instrument, response = _sheet(work, person_id, instrument_id, Mode.PAPER)
    _still_open(response)
    _check(instrument, item, entered)
    found = answer_of(response, item)
    if entered is None:
        if found is not None:
            found.second_state = found.second_value = None
        return
    if found is None:
        found = Answer(item, AnswerState.MISSING)
        response.answers.append(found)
    found.second_state, found.second_value = entered.state, entered.value
    work.rows.add(response)
    second = {item: entered.value} if entered.value is not None else {}
    _open_cards(work, person, instrument, values_of(response), second)


@deed(DeedKind.RESPONSES_SETTLE)
def settle(work: Work, person_id: int, instrument_id: str, item: int, entered: Entered) -> None:
    """Look at the paper once more: this is what stands there; both entries agree afterwards.

    Raises Refusal for an item that was not typed yet, for what the form does not offer, and once answers given alone
    are closed.
    """
    person, instrument, response = _sheet(work, person_id, instrument_id, Mode.PAPER)
    _still_open(response)
    before = values_of(response)
    _check(instrument, item, entered)
    found = answer_of(response, item)
    if found is None:
        raise Refusal("There are no two entries to settle here.")
    found.state, found.value = entered.state, entered.value
    found.second_state, found.second_value = entered.state, entered.value
    work.rows.add(response)
    _open_cards(work, person, instrument, before, values_of(response))


@deed(DeedKind.RESPONSES_DATE)
def set_date(work: Work, person_id: int, instrument_id: str, day: date) -> None:
    """The day on which a sheet was filled in, apart from the day on which it is typed."""
    _, _, response = _sheet(work, person_id, instrument_id, Mode.PAPER)
    check_happened(day, work.today)
    response.happened_on = day
    work.rows.add(response)
