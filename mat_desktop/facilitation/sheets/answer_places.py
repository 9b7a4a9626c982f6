"""Where the answers of a printed sheet stand: kept with what was printed, for typing and reading it back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import AnswerPlace, Printer, Style
from mat_desktop.workshop.codes import read_code
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import IssuedSheet


@deed(DeedKind.SHEETS_PLACES)
def keep_places(work: Work, workshop_id: int, places: Mapping[str, Sequence[AnswerPlace]]) -> None:
    """Keep by its code where each sheet asks for its answers, as it was printed last.

    Raises Refusal for a code of no sheet of this workshop.
    """
    work.about(workshop_id)
    for code, found in places.items():
        sheet = work.rows.find(IssuedSheet, code=code)
        if sheet is None or sheet.workshop_id != workshop_id:
            raise Refusal("No sheet of this workshop has that code.")
        sheet.fields = json.dumps([_as_list(place) for place in found], separators=(",", ":"))


def keep_printed(desk: Desk, printer: Printer, workshop_id: int, sheets: Sequence[Sheet], style: Style) -> None:
    """Keep where the answers of all these sheets stand; of what asks nothing there is nothing to keep."""
    found = {code: places for code, places in printer.places(sheets, style).items() if code and places}
    if found:
        keep_places(desk, workshop_id, found)


@look
def places_on(rows: Rows, typed: str) -> tuple[AnswerPlace, ...]:
    """Where the answers stand on the sheet with this code; nothing where it asks nothing, or was printed before."""
    code = read_code(typed)
    sheet = rows.find(IssuedSheet, code=code) if code else None
    if sheet is None or not sheet.fields:
        return ()
    names = [one.name for one in fields(AnswerPlace)]
    return tuple(AnswerPlace(**dict(zip(names, place, strict=True))) for place in json.loads(sheet.fields))


def _as_list(place: AnswerPlace) -> list[str | int | float]:
    return [place.item, place.value, place.page, place.x, place.y, place.wide, place.high]
