"""What is chosen for paper where people and numbers are kept, and which part of the handouts prints."""

from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import press
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind

CARMEN = 3


def test_a_number_is_marked_as_the_one_for_danger(at_own_sample):
    who = at_own_sample
    who.go_to(Step.SETUP)
    press(who.place.header, "View: Safety")
    found = setup.workshop(who.place.desk, 1)
    talk = next(n for n in range(len(found.contacts)) if n not in found.in_danger)
    press(who.page, f"Number {talk + 1} is for danger now")
    assert talk in setup.workshop(who.place.desk, 1).in_danger


def test_only_the_part_to_keep_is_printed_where_that_is_chosen(at_own_sample):
    who = at_own_sample
    press(who.place.rail, "Print")
    who.page.show_kind(SheetKind.SIX_MONTHS, [CARMEN])
    press(who.page, "Parts of handouts: Keep")
    who.page.settle()
    assert [sheet.part for sheet in who.page.wanted().sheets] == ["keep"]
