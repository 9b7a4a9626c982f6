"""The way back: a form code leads to its sheet, and a blank sheet gets its owner."""

from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.sheets.orders import Recipient, SortBy, sorted_by
from mat_desktop.facilitation.sheets.whom import pairs, whom
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.agreement import Agreement
from mat_desktop.workshop.codes import near, read_code, typed_code
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import Partnership, people_of
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import FACTS, Goes, IssuedSheet, SheetKind
from mat_desktop.workshop.text import joined


@dataclass(frozen=True, kw_only=True)
class FoundSheet:
    """A sheet that was issued: what it is, and whose."""

    code: str
    workshop_id: int
    kind: SheetKind
    participant_id: int | None
    partnership_id: int | None
    version: int
    """Of an agreement which one it is; of a later follow-up at how many months it is asked."""
    said: str
    """Its kind and its owner in words."""


def step_of(kind: SheetKind, version: int = 1) -> Step | None:
    """Where a kind of sheet is typed; None where nothing on it is."""
    facts = FACTS[kind]
    return Step.SIX_MONTHS if facts.point and version == 6 else facts.step


@look
def find_sheet(rows: Rows, typed: str) -> FoundSheet | None:
    """The sheet with this code, typed in any way or scanned; None where no sheet has it."""
    code = read_code(typed)
    found = rows.find(IssuedSheet, code=code) if code else None
    return _found(rows, found) if found else None


@look
def near_sheets(rows: Rows, typed: str) -> tuple[FoundSheet, ...]:
    """Issued sheets whose code differs from what was typed in one place. They are offered, never taken."""
    kept = typed_code(typed)
    if kept is None:
        return ()
    issued = {sheet.code: sheet for sheet in rows.all(IssuedSheet)}
    return tuple(_found(rows, issued[code]) for code in near(kept, issued))


def _found(rows: Rows, sheet: IssuedSheet) -> FoundSheet:
    standing = stand(rows, sheet.workshop_id)
    owner = standing.name(sheet.participant_id) if sheet.participant_id else ""
    pair = next((p for p in standing.partnerships if p.id == sheet.partnership_id), None)
    if pair is not None:
        owner = joined([standing.name(m) for m in people_of(pair)])
    personal = FACTS[sheet.kind].goes in (Goes.PERSON, Goes.PAIR)
    said = f"{FACTS[sheet.kind].title}: {owner or ('nobody’s yet' if personal else FACTS[sheet.kind].goes)}"
    return FoundSheet(
        code=sheet.code,
        workshop_id=sheet.workshop_id,
        kind=sheet.kind,
        participant_id=sheet.participant_id,
        partnership_id=sheet.partnership_id,
        version=sheet.version,
        said=said,
    )


@look
def claimants(rows: Rows, workshop_id: int, kind: SheetKind) -> tuple[Recipient, ...]:
    """Whose a blank sheet can be: people, or partnerships where it is an agreement."""
    standing = stand(rows, workshop_id)
    if FACTS[kind].goes is Goes.PAIR:
        found = pairs(standing, kind)
        return tuple(Recipient(key_of(p), joined([standing.name(m) for m in people_of(p)])) for p in found)
    return tuple(Recipient(key, standing.name(key)) for key in sorted_by(standing, whom(standing, kind), SortBy.NAME))


@deed(DeedKind.SHEETS_CLAIM)
def claim(work: Work, code: str, owner_id: int) -> None:
    """A blank sheet gets its owner at its first entry: a person, or a partnership where it is an agreement.

    Raises Refusal for a code of no sheet of this workshop, and for a sheet that belongs to somebody else.
    """
    found = work.rows.find(IssuedSheet, code=code)
    if found is not None and FACTS[found.kind].goes is Goes.PAIR:
        place = work.rows.get(Partnership, owner_id)
        work.about(place.workshop_id, *people_of(place))
        _given(found, place.workshop_id, found.partnership_id, owner_id)
        found.partnership_id = owner_id
        found.version = max((a.version for a in work.rows.all(Agreement, partnership_id=owner_id)), default=1)
        return
    person = work.rows.get(Participant, owner_id)
    work.about(person.workshop_id, owner_id)
    _given(found, person.workshop_id, found.participant_id if found else None, owner_id)
    assert found is not None
    found.participant_id = owner_id


def _given(found: IssuedSheet | None, workshop_id: int, present: int | None, key: int) -> None:
    if found is None or found.workshop_id != workshop_id:
        raise Refusal("No sheet of this workshop has that code.")
    if present not in (None, key):
        raise Refusal("This sheet belongs to somebody else already.")
