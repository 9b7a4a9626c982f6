"""First names on paper are a choice for one paper: no other page and no other paper is any different for it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from mat_desktop.facilitation.agreement import signing
from mat_desktop.facilitation.contact import log, pairs, sheet
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import steps
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.outcomes import views
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.today.page import today
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import years_later

SURNAMES = ("Quill", "Rowan")
IN_TERM = date(2026, 6, 1)


@pytest.fixture
def people(desk: Desk, workshop_id: int, pair: tuple[int, int, int], clock: SampleClock) -> tuple[int, int]:
    """Ana Quill and Ben Rowan, who have signed their agreement and have talked."""
    place, ana, ben = pair
    for person, name in ((ana, "Ana Quill"), (ben, "Ben Rowan")):
        participants.change(desk, person, participants.PersonField.NAME, name)
        goal = goals.add(desk, person)
        goals.change(desk, goal, goals.GoalField.WORDS, "Walk half an hour")
        for level, words in ((2, "7 days"), (1, "6 days"), (0, "5 days"), (-1, "3 days"), (-2, "1 day")):
            steps.set_level(desk, goal, level, words)
    signing.sign(desk, place)
    log.mark(desk, place, ana, date(2026, 3, 16), Mark.TALKED)
    years_later(desk, workshop_id, clock, ana)
    clock.go_to(IN_TERM)
    return ana, ben


def on_paper(desk: Desk, workshop_id: int, people: tuple[int, ...], *, first_names: bool) -> Iterator[tuple[str, str]]:
    """Everything that is handed to the printer for the paper of each kind."""
    for kind in SheetKind:
        yield (
            str(kind),
            repr(
                sheets.print_out(
                    desk, Order(workshop_id=workshop_id, kinds=(kind,), people=people, first_names=first_names)
                )
            ),
        )


PAGES: dict[str, Callable[[Desk, int], object]] = {
    "the contact page": lambda desk, workshop_id: pairs.pairs(desk, workshop_id, IN_TERM),
    "the list of logs": lambda desk, workshop_id: sheet.members(desk, workshop_id, IN_TERM),
    "the outcomes": views.each_pair,
    "Today": lambda desk, _: today(desk),
    "what Today keeps": lambda desk, _: desk.archive.digests(),
}


def see_everybody(desk: Desk, workshop_id: int) -> None:
    """Look at every page, and demand that everybody is named in full on each."""
    for page, look in PAGES.items():
        seen = repr(look(desk, workshop_id))
        assert [name for name in SURNAMES if name not in seen] == [], page


def test_after_the_pages_were_seen_no_surname_is_on_any_paper_with_first_names_only(desk, workshop_id, people):
    see_everybody(desk, workshop_id)
    said = on_paper(desk, workshop_id, people, first_names=True)
    assert [kind for kind, words in said if any(name in words for name in SURNAMES)] == []
    see_everybody(desk, workshop_id)


def test_after_printing_with_first_names_only_every_page_says_every_surname(desk, workshop_id, people):
    for kind in (SheetKind.CALL_LOG, SheetKind.SIX_MONTHS, SheetKind.ABSENT, SheetKind.REPORT, SheetKind.PAIR_OUTCOMES):
        desk.archive.forget()
        sheets.print_out(desk, Order(workshop_id=workshop_id, kinds=(kind,), people=people, first_names=True))
        see_everybody(desk, workshop_id)
    desk.archive.forget()
    see_everybody(desk, workshop_id)


def test_paper_with_full_names_says_them_after_paper_with_first_names_only(desk, workshop_id, people):
    whole = dict(on_paper(desk, workshop_id, people, first_names=False))
    dict(on_paper(desk, workshop_id, people, first_names=True))
    again = dict(on_paper(desk, workshop_id, people, first_names=False))
    named = [kind for kind, words in whole.items() if any(name in words for name in SURNAMES)]
    assert len(named) > 12, "paper without names would prove nothing"
    assert [kind for kind in named if again[kind] != whole[kind]] == []


def test_two_of_one_first_name_keep_their_surnames_on_paper(desk, workshop_id, people, include):
    include("Ana Sorrel")
    said = " ".join(words for _, words in on_paper(desk, workshop_id, people, first_names=True))
    assert "Ana Quill" in said
    assert "Rowan" not in said
