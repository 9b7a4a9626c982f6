"""What a phone list brings back, as its picture is checked: a row a person whose promised call is due."""

from collections.abc import Mapping
from datetime import date

from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printer import CALL_AGAIN
from mat_desktop.facilitation.promises.views import PromiseView, owed
from mat_desktop.facilitation.sheets.reading.sheet_lines import LineKind, SheetLine, SheetLines
from mat_desktop.facilitation.standing import Standing, stand
from mat_desktop.facilitation.today.call_sheet import asks_for_a_wish, meaning
from mat_desktop.workshop.contact.calls import LETTERS, Wish
from mat_desktop.workshop.sheets import IssuedSheet

_NONE_DUE = "{name}: a box is crossed, but no promised call is due. Type it where you need it."
_AGAIN = "{name}: a day is written under “call again on”. It is not read: promise that call on Today."


def call_lines(rows: Rows, sheet: IssuedSheet, _person: int, today: date) -> SheetLines:
    """The row of everybody whose promised call is due. Of several that are due the first is meant, as on Today.

    What is about safety, a second call, and every wish but to go on is asked even where the cross is clear.
    """
    standing, due = stand(rows, sheet.workshop_id), calls_due(rows, sheet.workshop_id, today)
    lines = [_line(standing, calls) for calls in due.values()]
    names = {person.uid: standing.name(person.id) for person in standing.people if person.id is not None}
    beside = {uid: _NONE_DUE.format(name=name) for uid, name in names.items()}
    again = {f"{uid} {CALL_AGAIN}": _AGAIN.format(name=name) for uid, name in names.items()}
    return SheetLines(occasion="", lines=tuple(lines), beside=beside | again)


def calls_due(rows: Rows, workshop_id: int, today: date) -> Mapping[int, list[PromiseView]]:
    """The promised calls of one workshop that are due, by person, in the order of Today."""
    found: dict[int, list[PromiseView]] = {}
    for call in owed(rows, workshop_id):
        if call.is_due(today):
            found.setdefault(call.person, []).append(call)
    return found


def _line(standing: Standing, calls: list[PromiseView]) -> SheetLine:
    first = calls[0]
    wishes = [letter for letter, wish in LETTERS.items() if wish is not Wish.GO_ON]
    return SheetLine(
        item=standing.person(first.person).uid,
        words=f"The call with {first.who}",
        options=tuple((letter, f"{letter}, {meaning(first, letter)}") for letter in LETTERS),
        part=LineKind.CALL,
        number=first.person,
        always=first.safety,
        worrying=tuple(wishes) if asks_for_a_wish(first) else (),
        only_clear=True,
        beware=f"{len(calls)} calls to {first.who} are due; this is the first of them" if len(calls) > 1 else "",
        shown_as=first.who,
    )
