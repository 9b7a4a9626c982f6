"""Printing as the tests need it: one kind, for these people."""

from collections.abc import Sequence
from datetime import date

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.followup import entry
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.sheets import SheetKind
from tests.people import part_of_a_study


def of_kind(
    desk: Desk, workshop_id: int, kind: SheetKind, people: Sequence[int] = (), blanks: int = 0
) -> tuple[Sheet, ...]:
    """The sheets of one kind for these people, issued and ready to be printed."""
    return sheets.print_out(
        desk, sheets.Order(workshop_id=workshop_id, kinds=(kind,), people=tuple(people), blanks=blanks)
    )


def years_later(desk: Desk, workshop_id: int, clock: SampleClock, person: int) -> None:
    """What the kinds need that are only printed later: a second year agreed to, a study, a meeting missed."""
    present = clock.at
    setup.add_point(desk, workshop_id, 24)
    part_of_a_study(desk, workshop_id)
    participants.change(desk, person, participants.PersonField.ADDRESS, "12 Hill Road\nAuckland")
    participants.change(desk, person, participants.PersonField.REACH_BY_POST, True)
    clock.go_to(date(2026, 9, 20))
    entry.attend(desk, person, 6, Came.AWAY)
    clock.go_to(date(2027, 3, 14))
    participants.set_consent(desk, person, ConsentKind.LATER_CONTACT, given=True)
    clock.at = present
