"""Undo and redo by name, asking first where an earlier day or a printed sheet is concerned."""

from dataclasses import dataclass
from datetime import date

from mat_desktop.facilitation import (  # noqa: F401  importing the rooms names their deeds
    agreement,
    contact,
    followup,
    goals,
    participants,
    run_sheet,
    screening,
    setup,
    sheets,
)
from mat_desktop.facilitation.desk import KINDS, Desk, look
from mat_desktop.facilitation.pairing import ballots, life, moves, rounds, telling, ties, weighing  # noqa: F401
from mat_desktop.facilitation.ports import Recorded, Rows
from mat_desktop.facilitation.shown.dates import day_month, full
from mat_desktop.workshop.pairing.nouns import Member
from mat_desktop.workshop.sheets import SHEET_TITLES, IssuedSheet, SheetKind, shown_code
from mat_desktop.workshop.text import joined

_MANY_NAMES = 3


@dataclass(frozen=True)
class Offer:
    """What undo or redo would do. `question` is asked first where it is not empty."""

    label: str
    question: str


def undo_offer(desk: Desk) -> Offer | None:
    """The step that undo takes back, by name; None when there is none."""
    step = desk.archive.last_done()
    if step is None:
        return None
    label = said(step)
    reasons = [*_earlier(step, desk.clock.today()), *_printed(desk, step)]
    question = f"{' '.join(reasons)} Undo {label}?" if reasons else ""
    return Offer(f"Undo {label}", question)


def redo_offer(desk: Desk) -> Offer | None:
    """The step that redo does again, by name; None when there is none."""
    step = desk.archive.last_undone()
    return Offer(f"Redo {said(step)}", "") if step else None


def undo(desk: Desk) -> None:
    """Take back the last step. Raises Refusal by name when something changed since."""
    desk.archive.undo(desk.clock.now())


def redo(desk: Desk) -> None:
    """Do the last undone step again."""
    desk.archive.redo(desk.clock.now())


def said(step: Recorded) -> str:
    """A step in words, with the names as they are now."""
    kind = KINDS.get(step.kind)
    names = list(step.names)
    people = joined(names) if len(names) <= _MANY_NAMES else f"{len(names)} people"
    return kind.label.format(people=people or "somebody") if kind else step.kind


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
            found.append(f"{_one(sheet.kind)} {shown_code(sheet.code)} of {day_month(sheet.printed_at.date())}")
    return found


def _printed(desk: Desk, step: Recorded) -> list[str]:
    sheets_out = _printed_since(desk, step)
    if not sheets_out:
        return []
    listed = joined(sheets_out) if len(sheets_out) <= _MANY_NAMES else f"{len(sheets_out)} printed sheets"
    return [f"What is on paper will no longer match: {listed}."]


def _one(kind: SheetKind) -> str:
    return SHEET_TITLES[kind].lower().removesuffix("s")
