"""What goes onto paper: sheets issued once, each with its code, for whom, and when they were printed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mat_desktop.facilitation import sheet_views
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.sheet_views import Sheet
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import IssuedSheet, SheetKind, form_code

BY_PARTNERSHIP = frozenset({SheetKind.AGREEMENT, SheetKind.PAIR_SLIP})
FOR_ALL = frozenset({SheetKind.HELP_SHEET, SheetKind.GO_ON})
"""Sheets that are the same for everybody; their only recipient has the key 0."""
SPARE = 3
"""So many blank questionnaires belong to nobody yet; their keys are 0, -1 and -2."""


@dataclass(frozen=True)
class Recipient:
    """Whom a sheet can be printed for: a person, or a partnership."""

    key: int
    name: str


@look
def recipients(rows: Rows, workshop_id: int, kind: SheetKind) -> tuple[Recipient, ...]:
    """Everybody for whom this kind of sheet can be printed now."""
    standing = stand(rows, workshop_id)
    return tuple(Recipient(key, name) for key, name in _WHOM.get(kind, _began)(standing))


Whom = list[tuple[int, str]]


def _named(people: Iterable[Participant]) -> Whom:
    return [(key_of(p), p.name) for p in people]


def _partnerships(standing: Standing) -> Whom:
    places = standing.agreed or standing.live
    return [(key_of(p), " and ".join(standing.name(m) for m in people_of(p))) for p in places]


def _to_be_asked(standing: Standing) -> Whom:
    asked = (PartnershipState.PROPOSED, PartnershipState.ASKED)
    places = [p for p in standing.live if p.state in asked] or standing.live
    return [(key_of(p), " and ".join(standing.name(m) for m in people_of(p))) for p in places]


def _with_goals(standing: Standing) -> Whom:
    return _named(p for p in standing.coming if standing.goals.get(key_of(p)))


def _in_pairs(standing: Standing) -> Whom:
    members = {m for p in standing.agreed for m in people_of(p)}
    return _named(p for p in standing.coming if p.id in members)


def _with_spares(standing: Standing) -> Whom:
    return [*_named(standing.coming), *((-n, f"Blank {n + 1}, nobody’s yet") for n in range(SPARE))]


def _began(standing: Standing) -> Whom:
    return [(person, standing.name(person)) for person in standing.began]


_WHOM: dict[SheetKind, Callable[[Standing], Whom]] = {
    SheetKind.AGREEMENT: _partnerships,
    SheetKind.ROUND_CARD: lambda standing: _named(standing.voting),
    SheetKind.PAIR_SLIP: _to_be_asked,
    SheetKind.GOAL_CARD: _with_goals,
    SheetKind.CALL_LOG: _in_pairs,
    SheetKind.QUESTIONNAIRE: _with_spares,
    SheetKind.REFERRAL: lambda standing: _named(standing.coming),
    **dict.fromkeys(FOR_ALL, lambda _standing: [(0, "The same for everybody")]),
}


def sheets(desk: Desk, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> tuple[Sheet, ...]:
    """The sheets of one kind, each with its code; a sheet that was issued before keeps its code."""
    if not keys:
        raise Refusal("Choose at least one person to print for.")
    missing = _without_code(desk, workshop_id, kind, keys)
    if missing:
        issue(desk, workshop_id, kind, missing)
    return _views(desk, workshop_id, kind, keys)


@look
def _without_code(rows: Rows, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> list[int]:
    issued = _issued(rows, workshop_id, kind)
    return [key for key in keys if key not in issued]


def _issued(rows: Rows, workshop_id: int, kind: SheetKind) -> dict[int, IssuedSheet]:
    """The sheets of one kind by person or partnership; agreements by their latest version."""
    found = rows.all(IssuedSheet, workshop_id=workshop_id, kind=kind)
    versions = _versions(rows, workshop_id) if kind is SheetKind.AGREEMENT else {}
    by_key = {}
    for sheet in found:
        key = sheet.partnership_id if kind in BY_PARTNERSHIP else sheet.participant_id
        if key is not None and sheet.version == versions.get(key, 1):
            by_key[key] = sheet
    nobody = [s for s in found if s.participant_id is None and s.partnership_id is None]
    return by_key | {-place: sheet for place, sheet in enumerate(nobody)}


def _versions(rows: Rows, workshop_id: int) -> dict[int, int]:
    from mat_desktop.workshop.agreement import Agreement

    places = [key_of(p) for p in rows.all(Partnership, workshop_id=workshop_id)]
    versions: dict[int, int] = {}
    for found in rows.all(Agreement, partnership_id=places):
        versions[found.partnership_id] = max(found.version, versions.get(found.partnership_id, 1))
    return versions


@deed("sheets.issue", "issuing sheets for {people}", undoable=False)
def issue(work: Work, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> None:
    """Give sheets their codes. A sheet is issued once; no undo takes paper back."""
    versions = _versions(work.rows, workshop_id) if kind is SheetKind.AGREEMENT else {}
    used = {sheet.code for sheet in work.rows.all(IssuedSheet)}
    work.about(workshop_id)
    for key in keys:
        sheet = IssuedSheet(workshop_id, _fresh_code(work, used), kind, versions.get(key, 1))
        if kind in BY_PARTNERSHIP:
            sheet.partnership_id = key
        else:
            sheet.participant_id = key if key > 0 else None
        used.add(sheet.code)
        work.rows.add(sheet)


def _fresh_code(work: Work, used: set[str]) -> str:
    code = form_code(work.codes.numbers(5))
    while code in used:
        code = form_code(work.codes.numbers(5))
    return code


@deed("sheets.printed", "printing for {people}", undoable=False)
def note_printed(work: Work, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> None:
    """Remember that these sheets went to paper or into a file, so that undo can say what no longer matches."""
    issued = _issued(work.rows, workshop_id, kind)
    work.about(workshop_id)
    for sheet in (issued[key] for key in keys if key in issued):
        sheet.printed_at = work.now


@look
def find_sheet(rows: Rows, code: str) -> tuple[int, SheetKind, int | None, int | None] | None:
    """Which sheet has this code: workshop, kind, person, partnership."""
    found = rows.find(IssuedSheet, code=code)
    return (found.workshop_id, found.kind, found.participant_id, found.partnership_id) if found else None


@deed("sheets.claim", "whose sheet it is", undoable=False)
def claim(work: Work, code: str, person_id: int) -> None:
    """A blank sheet gets its owner at its first entry."""
    found = work.rows.find(IssuedSheet, code=code)
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    if found is None or found.workshop_id != person.workshop_id:
        raise Refusal("No sheet of this workshop has that code.")
    if found.participant_id not in (None, person_id):
        raise Refusal("This sheet belongs to somebody else already.")
    found.participant_id = person_id


@look
def _views(rows: Rows, workshop_id: int, kind: SheetKind, keys: Sequence[int]) -> tuple[Sheet, ...]:
    standing = stand(rows, workshop_id)
    issued = _issued(rows, workshop_id, kind)
    make = _MAKERS[kind]
    return tuple(sheet for key in keys for sheet in make(rows, standing, key, issued[key].code))


Maker = Callable[[Rows, Standing, int, str], Sequence[Sheet]]

_MAKERS: dict[SheetKind, Maker] = {
    SheetKind.AGREEMENT: lambda _rows, standing, key, code: [sheet_views.agreement(standing, key, code)],
    SheetKind.CALL_LOG: lambda _rows, standing, key, code: [sheet_views.call_log(standing, key, code)],
    SheetKind.GOAL_CARD: lambda _rows, standing, key, code: sheet_views.goal_cards(standing, key, code),
    SheetKind.QUESTIONNAIRE: lambda rows, standing, key, code: [sheet_views.questionnaire(rows, standing, key, code)],
    SheetKind.HELP_SHEET: lambda rows, standing, _key, code: [sheet_views.help_sheet(rows, standing, code)],
    SheetKind.REFERRAL: lambda rows, standing, key, code: [sheet_views.referral(rows, standing, key, code)],
    SheetKind.GO_ON: lambda rows, standing, _key, code: [sheet_views.go_on(rows, standing, code)],
    SheetKind.ROUND_CARD: lambda rows, standing, key, code: [sheet_views.round_card(rows, standing, key, code)],
    SheetKind.PAIR_SLIP: lambda _rows, standing, key, code: [sheet_views.pair_slip(standing, key, code)],
    SheetKind.SIX_MONTHS: lambda rows, standing, key, code: [sheet_views.handout(rows, standing, key, code, 6)],
    SheetKind.ONE_YEAR: lambda rows, standing, key, code: [sheet_views.handout(rows, standing, key, code, 12)],
}
"""How each kind of sheet is made for one recipient."""


class Printer(Protocol):
    """Makes the paper."""

    def pdf(self, sheets: Sequence[Sheet], paper: str, *, cards_alone: bool = False) -> bytes:
        """One PDF of these sheets on `A4` or `Letter`."""
        ...

    def recovery_sheet(self, lines: Sequence[str], made_on: date, paper: str) -> bytes:
        """The recovery sheet as PDF."""
        ...
