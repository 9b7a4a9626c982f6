"""Where the answers of a printed sheet stand: kept with what was printed, for typing and reading it back."""

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import AnswerPlace, PrintedPage, Printer, Style
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import KeptPage
from mat_desktop.workshop.sheets import FACTS, READ_FROM_PICTURES, Goes, IssuedSheet

_POINTS = 72 / 25.4
"""Points in a millimetre."""
_WORDS, _LETTER = ("text", "shaped"), 8.0
"""Marks that are words, and how far in millimetres before the first box of a row its letter begins at most."""


@deed(DeedKind.SHEETS_PLACES)
def keep_places(work: Work, workshop_id: int, printed: Sequence[PrintedPage]) -> None:
    """Keep the pages of sheets as they are printed, and where each sheet asks for its answers.

    Raises Refusal for a code of no sheet of this workshop.
    """
    work.about(workshop_id)
    by_code: dict[str, list[PrintedPage]] = {}
    for page in printed:
        by_code.setdefault(page.code, []).append(page)
    for code, pages in by_code.items():
        sheet = work.rows.find(IssuedSheet, code=code)
        if sheet is None or sheet.workshop_id != workshop_id:
            raise Refusal("No sheet of this workshop has that code.")
        places = dict.fromkeys(place for page in pages for place in page.places)
        sheet.fields = _written([_as_list(place) for place in places])
        _keep_pages(work.rows, sheet, pages)


def _keep_pages(rows: Rows, sheet: IssuedSheet, pages: Sequence[PrintedPage]) -> None:
    """Keep what is not kept yet: paper that was printed otherwise before is still in somebody's hands.

    Of a sheet that was issued before pages were kept nobody knows how its first print looked; it is typed, as is every
    kind that is read from no picture.
    """
    if sheet.earlier or sheet.kind not in READ_FROM_PICTURES:
        return
    assert sheet.id is not None
    held = {(page.page, page.marks) for page in rows.all(KeptPage, sheet_id=sheet.id)}
    for page in pages:
        nameless = FACTS[sheet.kind].goes is Goes.ROOM
        kept = [mark for mark in page.marks if not (nameless and _says_who(mark, page.places))]
        marks = _written([_rounded(mark) for mark in kept])
        if (page.page, marks) not in held:
            fields = _written([_as_list(place) for place in page.places])
            rows.add(KeptPage(sheet.id, page.page, page.width, page.height, marks, fields))


def _says_who(mark: tuple[Any, ...], places: Sequence[AnswerPlace]) -> bool:
    """Whether words stand in a row of boxes without belonging to them: the name before, the number behind.

    Of a list of many people only its ruling is kept: nobody's name would be taken out of it by erasing one of them.
    """
    if mark[0] not in _WORDS:
        return False
    x, y = (value / _POINTS for value in mark[1:3])
    row = [place for place in places if place.value and place.y <= y <= place.y + place.high]
    return bool(row) and not min(one.x for one in row) - _LETTER <= x <= max(one.x + one.wide for one in row)


def _written(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _rounded(value: Any) -> Any:
    """To a hundredth of a point, which no printer can show."""
    if isinstance(value, float):
        return round(value, 2)
    return [_rounded(one) for one in value] if isinstance(value, tuple | list) else value


def keep_printed(desk: Desk, printer: Printer, workshop_id: int, sheets: Sequence[Sheet], style: Style) -> None:
    """Keep the pages of all these sheets that ask for answers; of what asks nothing there is nothing to keep."""
    found = printer.pages(sheets, style)
    if found:
        keep_places(desk, workshop_id, found)


@look
def kept_pages(rows: Rows, workshop_id: int) -> tuple[PrintedPage, ...]:
    """Every page of this workshop that was kept as it was printed, the last print of each first.

    What erasing took the words out of is left out: it is no page any more.
    """
    codes = {sheet.id: sheet.code for sheet in rows.all(IssuedSheet, workshop_id=workshop_id)}
    kept = rows.all(KeptPage, sheet_id=[key for key in codes if key is not None]) if codes else ()
    return tuple(_printed_page(codes[page.sheet_id], page) for page in reversed(kept) if is_whole(page))


def is_whole(kept: KeptPage) -> bool:
    """Whether a kept page still has its words: what erasing took them out of is no page any more."""
    return kept.marks.startswith("[[")


def places_of(kept: KeptPage) -> tuple[AnswerPlace, ...]:
    """Where the answers of a kept page stand."""
    return _places(kept.fields)


def _printed_page(code: str, kept: KeptPage) -> PrintedPage:
    return PrintedPage(
        code=code,
        page=kept.page,
        width=kept.width,
        height=kept.height,
        marks=tuple(tuple(mark) for mark in json.loads(kept.marks)),
        places=places_of(kept),
    )


def _places(written: str) -> tuple[AnswerPlace, ...]:
    names = [one.name for one in fields(AnswerPlace)]
    return tuple(AnswerPlace(**dict(zip(names, place, strict=True))) for place in json.loads(written))


def _as_list(place: AnswerPlace) -> list[str | int | float]:
    return [place.item, place.value, place.page, place.x, place.y, place.wide, place.high]
