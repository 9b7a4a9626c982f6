"""Undo and redo by name, asking first where an earlier day or a printed sheet is concerned."""

from dataclasses import dataclass, replace
from datetime import date

from mat_desktop.facilitation.deeds import kind_of
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.ports import Recorded, Rows
from mat_desktop.facilitation.shown.dates import day_month, full
from mat_desktop.workshop.codes import shown_code
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import Member
from mat_desktop.workshop.sheets import FACTS, IssuedSheet
from mat_desktop.workshop.text import joined

_MANY_NAMES = 3
_UNKNOWN = "what another version of this program wrote down"
_UNKNOWN_ABOUT = "what another version of this program wrote down about {people}"


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What undo or redo would do, and the step that it is about. `question` is asked first where it is not empty."""

    turn: str
    step: str
    question: str
    workshop_id: int | None
    step_of_journey: Step | None
    """Where on the rail it was done; None for what belongs to no step, or to several."""
    people: tuple[int, ...]
    whom: str
    passes_over: str = ""
    """What was done since and stays, in a sentence: undo is never silently about another deed than the last."""

    @property
    def label(self) -> str:
        """The offer as a button says it."""
        return f"{self.turn} {self.step}"

    @property
    def asks(self) -> str:
        """What is asked before it is done; empty where nothing is."""
        if not self.passes_over:
            return self.question
        return f"{self.passes_over} {self.question or f'{self.label}?'}"


def undo_offer(desk: Desk) -> Offer | None:
    """The step that undo takes back, by name; None when there is none."""
    step = desk.archive.last_done()
    if step is None:
        return None
    offer = replace(_offer("Undo", step), passes_over=stays(desk))
    reasons = [*_earlier(step, desk.clock.today()), *_unknown(step), *_printed(desk, step)]
    return replace(offer, question=f"{' '.join(reasons)} {offer.label}?") if reasons else offer


def stays(desk: Desk) -> str:
    """What the last deed was and why it stays, where no undo takes it back; else empty."""
    last = desk.archive.last_for_good()
    if last is None:
        return ""
    kind = kind_of(last.kind)
    why = " It opened a safety card." if kind is not None and kind.value.undoable else ""
    return f"The last thing that was done cannot be taken back: {said(last)}.{why}"


def redo_offer(desk: Desk) -> Offer | None:
    """The step that redo does again, by name; None when there is none."""
    step = desk.archive.last_undone()
    return _offer("Redo", step) if step else None


def undo(desk: Desk) -> None:
    """Take back the last step. Raises Refusal by name when something changed since."""
    desk.archive.undo(desk.clock.now())
    desk.trail.committed("undo")


def redo(desk: Desk) -> None:
    """Do the last undone step again."""
    desk.archive.redo(desk.clock.now())
    desk.trail.committed("redo")


def said(step: Recorded) -> str:
    """A step in words, with the names as they are now; also one that only another version has a name for."""
    return _words(step).format(people=_whom(step) or "somebody")


def step_of(kind: str) -> Step | None:
    """Where on the rail a kind of deed is done; None where that is no step, or not one alone."""
    return _ELSEWHERE[kind] if kind in _ELSEWHERE else _STEPS.get(kind.partition(".")[0])


_STEPS = {
    "setup": Step.SETUP,
    "participants": Step.PARTICIPANTS,
    "checkin": Step.PARTICIPANTS,
    "closing": Step.PARTICIPANTS,
    "screening": Step.SCREENING,
    "responses": Step.SCREENING,
    "pairing": Step.PAIRING,
    "goals": Step.GOALS,
    "agreement": Step.AGREEMENT,
    "contact": Step.CONTACT,
    "followup": Step.SIX_MONTHS,
    "study": Step.OUTCOMES,
}
_ELSEWHERE: dict[str, Step | None] = {
    "safety.contacts": Step.SETUP,
    "safety.checked": Step.SETUP,
    "contact.study": Step.SETUP,
    "study.approval": Step.SETUP,
    "study.seal_plan": Step.SETUP,
    "contact.arm_label": Step.SETUP,
    "setup.create": None,
    "contact.call": None,
    "contact.happened": None,
}
"""Kinds whose key does not say where they are done."""


def _offer(turn: str, step: Recorded) -> Offer:
    return Offer(
        turn=turn,
        step=said(step),
        question="",
        workshop_id=step.workshop_id,
        step_of_journey=step_of(step.kind),
        people=step.people,
        whom=_whom(step),
    )


def _whom(step: Recorded) -> str:
    return joined(list(step.names)) if len(step.names) <= _MANY_NAMES else f"{len(step.names)} people"


def _words(step: Recorded) -> str:
    kind = kind_of(step.kind)
    if kind is None:
        return _UNKNOWN_ABOUT if step.names else _UNKNOWN
    return kind.value.words


def _unknown(step: Recorded) -> list[str]:
    return [] if kind_of(step.kind) else ["This version does not know what kind of step it was."]


def _earlier(step: Recorded, today: date) -> list[str]:
    day = step.at.date()
    return [f"This was done on {full(day)}."] if day < today else []


@look
def _printed_since(rows: Rows, step: Recorded) -> list[str]:
    if step.workshop_id is None:
        return []
    places = {m.partnership_id for m in rows.kept(Member, participant_id=step.people)}
    found = []
    for sheet in rows.kept(IssuedSheet, workshop_id=step.workshop_id):
        concerned = sheet.participant_id in step.people or sheet.partnership_id in places
        if concerned and sheet.printed_at is not None and sheet.printed_at > step.at:
            found.append(f"{FACTS[sheet.kind].one} {shown_code(sheet.code)} of {day_month(sheet.printed_at.date())}")
    return found


def _printed(desk: Desk, step: Recorded) -> list[str]:
    sheets_out = _printed_since(desk, step)
    if not sheets_out:
        return []
    listed = joined(sheets_out) if len(sheets_out) <= _MANY_NAMES else f"{len(sheets_out)} printed sheets"
    return [f"What is on paper will no longer match: {listed}."]
