"""What lies about at home says nothing of what kind of workshop it was, on any sheet and in any size."""

from datetime import datetime

import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.printed.head import Part
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.paper import press
from mat_desktop.workshop.sheets import AT_HOME, HANDOUTS, SheetKind
from tests.people import NEW_ZEALAND, CountedCodes
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

WORKSHOP, TITLE, HEADING, VENUE = 1, "Living with depression", "Saturday group", "Pier Street 4"
A4, LARGE = Style(), Style(large=True)
SAYS_NOTHING = (SheetKind.POCKET_CARD,)
"""Of its own size it is folded to a bank card, and nothing at all stands above it."""


@pytest.fixture
def filled():
    return a_year_of_twelve


@pytest.fixture
def desk(library):
    clock = SampleClock(datetime.combine(YEAR, datetime.min.time(), NEW_ZEALAND).replace(hour=9))
    found = Desk(library.archive, clock, CountedCodes())
    setup.change(found, WORKSHOP, setup.WorkshopField.TITLE, TITLE)
    return found


def on_paper(desk: Desk, kind: SheetKind, style: Style = A4, **narrower) -> str:
    """Everything that stands on the sheets of one kind, for everybody who can have one, and blank."""
    people = tuple(r.key for r in sheets.recipients(desk, WORKSHOP, (kind,)))
    order = Order(workshop_id=WORKSHOP, kinds=(kind,), people=people, blanks=1, **narrower)
    pages = press.pages_of(sheets.shown(desk, order, sheets.plan(desk, order)), style)
    assert pages, kind
    return " ".join(mark[3] for page in pages for mark in page.marks if mark[0] in ("text", "white"))


@pytest.mark.parametrize("style", [A4, LARGE], ids=["usual", "large"])
@pytest.mark.parametrize("kind", sorted(AT_HOME))
def test_paper_at_home_never_says_the_title_but_what_was_chosen_for_it_or_the_place(desk, kind, style):
    before = on_paper(desk, kind, style)
    assert TITLE not in before
    assert (VENUE in before) is (kind not in SAYS_NOTHING or style is LARGE)
    setup.change(desk, WORKSHOP, setup.WorkshopField.HOME_HEADING, HEADING)
    after = on_paper(desk, kind, style)
    assert TITLE not in after
    assert (HEADING in after) is (kind not in SAYS_NOTHING or style is LARGE)
    assert f"{VENUE}, 14 March" not in after


@pytest.mark.parametrize("kind", HANDOUTS)
def test_the_page_to_keep_says_what_was_chosen_and_what_is_handed_in_says_the_title(desk, kind):
    setup.change(desk, WORKSHOP, setup.WorkshopField.HOME_HEADING, HEADING)
    kept, handed_in = (on_paper(desk, kind, parts=(part,)) for part in (Part.KEEP, Part.HAND_IN))
    assert (TITLE in kept, HEADING in kept) == (False, True)
    assert (TITLE in handed_in, HEADING in handed_in) == (True, False)


def test_what_comes_by_post_says_the_title_on_no_page_and_no_label(desk):
    setup.change(desk, WORKSHOP, setup.WorkshopField.HOME_HEADING, HEADING)
    (farid,) = [r.key for r in sheets.recipients(desk, WORKSHOP, (SheetKind.ABSENT,)) if r.name == "Farid"]
    participants.change(desk, farid, PersonField.OPENS_OWN_POST, True)
    posted = on_paper(desk, SheetKind.ABSENT)
    assert "Dear Farid" in posted
    assert "yours to keep" in posted
    assert TITLE not in posted
    assert HEADING in posted


def test_a_workshop_without_a_place_and_without_such_words_has_only_its_day_on_paper_at_home(desk):
    setup.change(desk, WORKSHOP, setup.WorkshopField.PLACE, "")
    said = on_paper(desk, SheetKind.DATES)
    assert "14 March 2026" in said
    assert TITLE not in said
