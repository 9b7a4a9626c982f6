"""One instrument as one person answered it: question by question, and the score in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.answers.occasions import When, occasion_now
from mat_desktop.facilitation.answers.responses import Entered, response_of
from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.answers.instruments import Instrument, Item, renumbered
from mat_desktop.workshop.answers.responses import (
    Answer,
    AnswerState,
    Mode,
    Occasion,
    Response,
    mismatches,
)
from mat_desktop.workshop.answers.scoring import safety_signals, score
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.setup import Workshop


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
    words = f"Total {round(found.total, 1):g}"
    if found.band:
        words += f", {found.band} ({instrument.scoring.source.split(',')[0]})"
    return f"{words}. Prorated: {found.missing} not answered." if found.prorated else f"{words}."
