"""Printing as the tests need it: one kind, for these people."""

from collections.abc import Sequence

from mat_desktop.facilitation import sheets
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.workshop.sheets import SheetKind


def of_kind(
    desk: Desk, workshop_id: int, kind: SheetKind, people: Sequence[int] = (), blanks: int = 0
) -> tuple[Sheet, ...]:
    """The sheets of one kind for these people, issued and ready to be printed."""
    return sheets.print_out(desk, sheets.Order(workshop_id, (kind,), tuple(people), blanks))
