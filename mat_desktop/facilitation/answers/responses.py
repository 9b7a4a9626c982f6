"""What people answer: one engine for the talk, the paper and the person alone. A safety item opens its card here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.answers.readiness import replies_of
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.safety import open_card
from mat_desktop.facilitation.shown.typed_day import check_happened
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.instruments import Instrument, Item, renumbered
from mat_desktop.workshop.answers.responses import (
    Answer,
    AnswerState,
    Informant,
    Mode,
    Occasion,
    Response,
    answer_of,
    mismatches,
    values_of,
)
from mat_desktop.workshop.answers.scoring import raised, safety_signals, score
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import CardOpened
from mat_desktop.workshop.screening import to_talk_about
from mat_desktop.workshop.setup import Workshop, meets_on
from mat_desktop.workshop.text import clean


@dataclass(frozen=True)
class Entered:
    """One answer as it is entered: a value, or why there is none."""

    state: AnswerState = AnswerState.GIVEN
    value: int | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """One question with what was answered and, after a second entry, what that read."""

    number: int
    words: str
    hint: str
    aloud: str
    """How it is asked in a talk; no paper prints it."""
    options: tuple[tuple[int, str], ...]
    own_words: bool
    safety: bool
    answer: Entered | None
    second: Entered | None


@dataclass(frozen=True, kw_only=True)
class FormView:
    """One instrument as one person answered it."""

    instrument: str
    title: str
    stem: str
    notice: str
    occasion: Occasion
    mode: Mode
    items: tuple[ItemView, ...]
    closed: bool
    mismatches: tuple[int, ...]
    said: str
    """The score in words, empty while nothing is answered."""
    ask: tuple[int, ...]
    """Safety items without an answer although the sheet was begun: ask."""

    @property
    def answered(self) -> int:
        """How many items have an answer or a reason for none."""
        return sum(item.answer is not None for item in self.items)


@dataclass(frozen=True)
class When:
    """At which occasion somebody answered, at which follow-up point where it was one, and who answered."""

    occasion: Occasion
    months: int = 0
    informant: Informant = Informant.SELF


def at_follow_up(months: int, informant: Informant = Informant.SELF) -> When:
    """The occasion of a follow-up point."""
    return When(Occasion.LATER, months, informant)


def occasion_now(workshop: Workshop, today: date) -> Occasion:
    """Before the workshop day it is the call, from then on the day."""
    return Occasion.CALL if today < workshop.held_on else Occasion.DAY


AROUND = timedelta(days=30)
"""From so long before a follow-up meeting on, what somebody answers alone belongs to that follow-up."""


def when_now(workshop: Workshop, day: date) -> When:
    """To which occasion belongs what somebody answers alone on a day: the call, the day, or a follow-up."""
    begun = [p for p in workshop.points if meets_on(workshop, p) - AROUND <= day]
    if begun:
        return at_follow_up(max(begun, key=lambda p: p.months).months)
    return When(occasion_now(workshop, day))


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


@look
def happened_on(rows: Rows, person_id: int, instrument_id: str) -> date | None:
    """The day on which a sheet was filled in: that of the day's response, else of the call's."""
    for occasion in (Occasion.DAY, Occasion.CALL):
        found = response_of(rows, person_id, instrument_id, occasion)
        if found is not None:
            return found.happened_on
    return None


@look
def form(rows: Rows, person_id: int, instrument_id: str, today: date) -> FormView:
    """One instrument with one person's answers, those of now."""
    person = rows.get(Participant, person_id)
    occasion = occasion_now(rows.get(Workshop, person.workshop_id), today)
    return form_view(rows, person_id, instrument_id, occasion)


def form_view(rows: Rows, person_id: int, instrument_id: str, occasion: Occasion | When) -> FormView:
    """One instrument with one person's answers at one occasion. At a follow-up nothing of before is seen.

    On the day the call's answers are shown until the sheet of the day is begun; in the readiness form and the rulers,
    which have no total, each stands until it is changed.
    """
    response = response_of(rows, person_id, instrument_id, occasion)
    instrument = shelf.as_answered(rows, instrument_id, response)
    if response is None and occasion is Occasion.DAY:
        response = response_of(rows, person_id, instrument_id, Occasion.CALL)
    stands = instrument.scoring is None and not isinstance(occasion, When)
    call = response_of(rows, person_id, instrument_id, Occasion.CALL) if stands else None
    of_now, of_call = (_by_number(rows, instrument, found) for found in (response, call))
    values = {n: a.value for n, a in of_now.items() if a.state is AnswerState.GIVEN and a.value is not None}
    begun = response is not None and bool(response.answers)
    return FormView(
        instrument=instrument.id,
        title=instrument.title,
        stem=instrument.stem,
        notice=instrument.notice,
        occasion=response.occasion
        if response is not None
        else occasion.occasion
        if isinstance(occasion, When)
        else occasion,
        mode=response.mode if response is not None else Mode.PAPER,
        items=tuple(_item_view(i, of_now.get(i.number) or of_call.get(i.number)) for i in instrument.items),
        closed=response is not None and response.closed_at is not None,
        mismatches=mismatches(response) if response is not None else (),
        said=score_words(instrument, values) if begun else "",
        ask=tuple(n for n in safety_signals(instrument, values) if n not in values) if begun else (),
    )


def _by_number(rows: Rows, instrument: Instrument, response: Response | None) -> dict[int, Answer]:
    """Answers by the numbers of the form at hand; an earlier version answers what it asked."""
    if response is None:
        return {}
    given = {a.item: a for a in response.answers}
    return renumbered(given, shelf.as_answered(rows, instrument.id, response), instrument)


def _item_view(item: Item, found: Answer | None) -> ItemView:
    second = Entered(found.second_state, found.second_value) if found and found.second_state else None
    return ItemView(
        number=item.number,
        words=item.words,
        hint=item.hint,
        aloud=item.aloud,
        options=tuple((o.value, o.words) for o in item.options),
        own_words=item.own_words,
        safety=item.safety_from is not None,
        answer=Entered(found.state, found.value, found.words) if found else None,
        second=second,
    )


def score_words(instrument: Instrument, values: Mapping[int, int]) -> str:
    """A score in words: the total with its band, and that it was prorated. It starts a talk; it is no diagnosis."""
    if instrument.scoring is None:
        return ""
    found = score(instrument, dict(values))
    if found.total is None:
        return found.problem
    words = f"Total {found.total:g}"
    if found.band:
        words += f", {found.band} ({instrument.scoring.source.split(',')[0]})"
    return f"{words}. Prorated: {found.missing} not answered." if found.prorated else f"{words}."
