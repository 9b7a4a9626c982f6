"""Printing without the window: which workshop is meant, and the PDFs of one kind."""

from collections.abc import Callable, Sequence
from datetime import date

from mat_desktop.facilitation.agreement import prints
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Part
from mat_desktop.facilitation.printed.kinds import Sheet, code_of
from mat_desktop.facilitation.printer import Printer, Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.answer_places import keep_printed
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.sheets import FACTS, Goes, SheetKind


@look
def workshops(rows: Rows) -> list[tuple[int, str, date]]:
    """Every workshop of a library: number, title, date."""
    return [(key_of(w), w.title, w.held_on) for w in rows.all(Workshop)]


def chosen(desk: Desk, wanted: str | None) -> int:
    """The id of the workshop that is meant by number or exact title; the only one where nothing is said.

    Raises Refusal with the workshops that there are, where none or more than one is meant.
    """
    found = workshops(desk)
    if wanted is None:
        if len(found) == 1:
            return found[0][0]
        raise Refusal("Name the workshop with --workshop: " + _listed(found))
    keys = [key for key, title, _ in found if wanted in (str(key), title)]
    if len(keys) == 1:
        return keys[0]
    raise Refusal(f"No workshop is called “{wanted[:80]}”: " + _listed(found))


def _listed(found: list[tuple[int, str, date]]) -> str:
    return "; ".join(f"{key} {title}" for key, title, _ in found) or "the library has none"


def files(
    desk: Desk,
    printer: Printer,
    wanted: str | None,
    kind: str,
    style: Style,
    *,
    separate: bool,
    blanks: int = 0,
    parts: Sequence[str] = ("hand in", "keep"),
    told: Callable[[Sequence[Sheet]], object] = lambda _sheets: None,
) -> list[tuple[str, bytes]]:
    """File names and PDFs: one for all, or one for each recipient. With `blanks`, so many sheets for nobody yet.

    `parts` are those of handouts: to hand in, to keep. `told` gets the sheets before they become files.

    Raises Refusal where the workshop has nobody to print this kind for.
    """
    workshop_id, sheet_kind = chosen(desk, wanted), SheetKind(kind)
    people = () if blanks else tuple(p.key for p in sheets.recipients(desk, workshop_id, (sheet_kind,)))
    if not people and not blanks and FACTS[sheet_kind].goes in (Goes.PERSON, Goes.PAIR):
        raise Refusal(f"There is nobody to print {kind} for in this workshop yet.")
    found = sheets.print_out(
        desk,
        Order(
            workshop_id=workshop_id,
            kinds=(sheet_kind,),
            people=people,
            blanks=blanks,
            parts=tuple(Part(part) for part in parts),
        ),
    )
    for _ in sheets.keep_agreements(desk, printer, prints.digests(desk, workshop_id), found, style):
        pass
    keep_printed(desk, printer, workshop_id, found, style)
    told(found)
    if not separate:
        return [(f"{kind}.pdf", printer.pdf(found, style))]
    by_code: dict[str, list[Sheet]] = {}
    for sheet in found:
        by_code.setdefault(code_of(sheet), []).append(sheet)
    return [(f"{kind}-{code}.pdf", printer.pdf(own, style)) for code, own in by_code.items()]
