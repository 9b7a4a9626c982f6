"""Step 3: the screening talk. The answers suggest; the facilitator decides."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation.answers.form import FormView, form_view
from mat_desktop.facilitation.answers.occasions import occasion_now
from mat_desktop.facilitation.answers.readiness import replies, told_on_the_call
from mat_desktop.facilitation.answers.responses import wanting_a_talk
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.promises.making import not_needed, promise
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.typed_day import check_happened
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.responses import Mode
from mat_desktop.workshop.participants.participant import Participant, asked_about_keeping, paper_only
from mat_desktop.workshop.promises import WITHIN, Promise, PromiseReason, PromiseState
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import SafetyCard
from mat_desktop.workshop.screening import (
    Replies,
    Screening,
    ScreeningOutcome,
    changed_since,
    suggested,
    to_talk_about,
    wants_reason,
)
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import clean

PROMISES = {ScreeningOutcome.REFER: PromiseReason.REFERRED, ScreeningOutcome.NOT_NOW: PromiseReason.NOT_NOW}
"""With these decisions the facilitator says that she will phone."""
DONE, TO_DO, TALK_FIRST, CARD = "done", "to do", "talk first", "safety card"


@dataclass(frozen=True, kw_only=True)
class ScreeningRow:
    """One line of the list. It says done or to do, and who wants a talk first; never the outcome."""

    id: int
    name: str
    state: str
    table_number: int


@dataclass(frozen=True, kw_only=True)
class ScreeningView:
    """The talk with one person."""

    participant_id: int
    name: str
    challenge: str
    readiness: FormView
    rulers: FormView
    measures: tuple[FormView, ...]
    complaints: FormView
    suggestion: ScreeningOutcome | None
    nothing_because: str
    """Why nothing is suggested; empty where something is."""
    talk_about: tuple[int, ...]
    changed: tuple[int, ...]
    told_on_the_call: str
    """What the call asked about crisis and danger in other words than the form at hand, with its answer."""
    outcome: ScreeningOutcome | None
    reason: str
    note: str
    happened_on: date | None
    mode: Mode | None
    has_open_card: bool
    paper_only: bool
    asked_first: bool
    """Whether it was asked before anything was written down if that may be done."""
    phones_on: dict[ScreeningOutcome, date]
    """By when a call is promised with a decision: as it stands, or as it would be if it were decided today."""


@dataclass(frozen=True)
class SummaryLine:
    """One outcome with who has it; only shown when it is asked for."""

    outcome: ScreeningOutcome | None
    names: tuple[str, ...]


def _talk_with(work: Work, person_id: int) -> Screening:
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    return work.rows.find(Screening, participant_id=person_id) or work.rows.add(Screening(person_id))


@deed(DeedKind.SCREENING_DECIDE)
def decide(work: Work, person_id: int, outcome: ScreeningOutcome | None, reason: str = "") -> None:
    """Record the decision. Raises Refusal where a reason is wanted and none is given.

    Of somebody whose answers stay on paper no reason is kept, and so none is asked for.
    """
    talk = _talk_with(work, person_id)
    on_paper = paper_only(work.rows.get(Participant, person_id))
    said = "" if on_paper else clean(reason)
    held = work.rows.find(SafetyCard, participant_id=person_id, closed_at=None) is not None
    workshop = work.rows.get(Workshop, work.rows.get(Participant, person_id).workshop_id)
    suggestion = suggested(replies(work.rows, person_id, occasion_now(workshop, work.today)), card_open=held)
    if outcome is not None and wants_reason(outcome, suggestion) and not said and not on_paper:
        raise Refusal("Give a reason in a few words: it is read again when the person asks.")
    talk.outcome = outcome
    talk.reason = said
    talk.happened_on = talk.happened_on or work.today
    _promise_a_call(work, person_id, outcome, safety=held)


def _promise_a_call(work: Work, person_id: int, outcome: ScreeningOutcome | None, *, safety: bool) -> None:
    """The words to say with a decision promise a call, or another decision takes the promise back."""
    wanted = PROMISES.get(outcome) if outcome is not None else None
    not_needed(work, (person_id,), [reason for reason in PROMISES.values() if reason is not wanted])
    if wanted is not None:
        promise(work, person_id, wanted, safety=safety)


@deed(DeedKind.SCREENING_NOTE)
def set_note(work: Work, person_id: int, note: str) -> None:
    """Keep a working note: on no handout, shown to the person if they ask for their record."""
    _talk_with(work, person_id).note = clean(note)


@deed(DeedKind.SCREENING_DATE)
def set_date(work: Work, person_id: int, day: date) -> None:
    """The day on which the talk happened, apart from the day on which it is typed."""
    check_happened(day, work.today)
    _talk_with(work, person_id).happened_on = day


@deed(DeedKind.SCREENING_MODE)
def set_mode(work: Work, person_id: int, mode: Mode) -> None:
    """How it was held: alone on screen, on paper, read aloud, by phone."""
    _talk_with(work, person_id).mode = mode


@look
def people(rows: Rows, workshop_id: int) -> tuple[ScreeningRow, ...]:
    """Everybody who is expected, in the order of the alphabet."""
    standing, talk_first = stand(rows, workshop_id), _wanting_a_talk(rows, workshop_id)
    return tuple(
        ScreeningRow(
            id=key_of(p),
            name=p.name,
            state=_state(standing, key_of(p), talk_first),
            table_number=p.table_number,
        )
        for p in standing.coming
    )


@remembered
def _wanting_a_talk(rows: Rows, workshop_id: int) -> frozenset[int]:
    """Those about whom nothing is decided yet and whose answers want a talk first.

    Remembered: the list asks for it with every choice, and it reads the responses of all of them.
    """
    standing = stand(rows, workshop_id)
    return wanting_a_talk(rows, [key_of(p) for p in standing.coming if standing.outcome(key_of(p)) is None])


def _state(standing: Standing, person: int, talk_first: frozenset[int]) -> str:
    if person in standing.open_cards:
        return CARD
    if standing.outcome(person) is not None:
        return DONE
    return TALK_FIRST if person in talk_first else TO_DO


@look
def decided(rows: Rows, workshop_id: int) -> int:
    """How many are decided."""
    standing = stand(rows, workshop_id)
    return sum(standing.outcome(key_of(p)) is not None for p in standing.coming)


@look
def summary(rows: Rows, workshop_id: int) -> tuple[SummaryLine, ...]:
    """How many have which outcome, and who."""
    standing = stand(rows, workshop_id)
    lines = []
    for outcome in (*ScreeningOutcome, None):
        names = tuple(p.name for p in standing.coming if standing.outcome(key_of(p)) is outcome)
        lines.append(SummaryLine(outcome, names))
    return tuple(lines)


@look
def talk(rows: Rows, person_id: int, today: date) -> ScreeningView:
    """The talk with one person."""
    person = rows.get(Participant, person_id)
    workshop = rows.get(Workshop, person.workshop_id)
    found = rows.find(Screening, participant_id=person_id)
    occasion = occasion_now(workshop, today)
    said = replies(rows, person_id, occasion)
    held = person_id in stand(rows, person.workshop_id).open_cards
    return ScreeningView(
        participant_id=person_id,
        name=person.name,
        challenge=person.challenge,
        readiness=form_view(rows, person_id, own_pages.READINESS, occasion),
        rulers=form_view(rows, person_id, own_pages.RULERS, occasion),
        measures=tuple(form_view(rows, person_id, m.instrument, occasion) for m in workshop.measures),
        complaints=form_view(rows, person_id, own_pages.COMPLAINTS, occasion),
        suggestion=suggested(said, card_open=held),
        nothing_because=_nothing_because(said, held, on_paper=paper_only(person)),
        talk_about=to_talk_about(said) if said.now else (),
        changed=changed_since(said),
        told_on_the_call=told_on_the_call(rows, person_id, occasion),
        outcome=found.outcome if found else None,
        reason=found.reason if found else "",
        note=found.note if found else "",
        happened_on=found.happened_on if found else None,
        mode=found.mode if found else None,
        has_open_card=held,
        paper_only=paper_only(person),
        asked_first=asked_about_keeping(person),
        phones_on=_phones_on(rows, person_id, today),
    )


def _phones_on(rows: Rows, person_id: int, today: date) -> dict[ScreeningOutcome, date]:
    stand_open = {p.reason: p.due_on for p in rows.all(Promise, participant_id=person_id, state=PromiseState.OPEN)}
    return {outcome: stand_open.get(reason, today + WITHIN[reason]) for outcome, reason in PROMISES.items()}


def _nothing_because(said: Replies, held: bool, *, on_paper: bool) -> str:
    """Why nothing is suggested; empty where something is."""
    if suggested(said, card_open=held) is not None:
        return ""
    if on_paper:
        return "nothing while a safety card is open" if held else "nothing, for the answers stay on paper"
    if not said.complete:
        return f"nothing before all {counted(len(said.asked), 'question')} are answered"
    return "nothing while a safety card is open" if held else "talk first, alone"
