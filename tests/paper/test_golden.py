"""Every printed thing beside the page that was looked at: each mark where it was, of its size, with its words.

`python3 packaging/dev.py golden` writes the pages anew; look at them before they are committed. All come from one year
of twelve people; what is alike for everybody prints once, what speaks of a person prints for one of each story.
"""

import os
from datetime import datetime
from pathlib import Path

import pytest

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.paper import press
from mat_desktop.paper.drawing import WRITTEN, Page
from mat_desktop.workshop.codes import form_code
from mat_desktop.workshop.sheets import FACTS, Goes, SheetKind
from tests.libraries import library_of
from tests.paper.marks import white_round_its_code, written
from tests.people import NEW_ZEALAND, CountedCodes
from tests.twelve import STORIES, a_year_of_twelve
from tests.years import YEAR

GOLDEN = Path(__file__).parent / "golden"
WORKSHOP = 1
LETTER, LARGE = Style(paper="Letter"), Style(large=True)
SAMPLE = (
    SheetKind.QUESTIONNAIRE,
    SheetKind.GOAL_CARD,
    SheetKind.AGREEMENT,
    SheetKind.CALL_LOG,
    SheetKind.ONE_YEAR,
    SheetKind.ABSENT,
    SheetKind.REPORT,
)
"""Each lays its page out in a way of its own; these print on Letter and in large print as well."""
IN_NO_STUDY = SheetKind.STUDY_CONSENT
"""Of this kind nobody has one, for the twelve are in no study; what it says is told in `test_study_consent.py`."""
CASES = [
    *((kind, Style(), str(kind)) for kind in SheetKind if kind is not IN_NO_STUDY),
    *((kind, LETTER, f"{kind}-letter") for kind in SAMPLE),
    *((kind, LARGE, f"{kind}-large") for kind in SAMPLE),
]
FOR_NOBODY_YET = [kind for kind in SheetKind if kind is not SheetKind.PAIR_SLIP]
"""A slip asks about somebody; all others print blank, or for a room that is still empty."""
SPEAK_OF_PEOPLE = (
    SheetKind.GOAL_SHEET,
    SheetKind.GOAL_CARD,
    SheetKind.SIX_MONTHS,
    SheetKind.ONE_YEAR,
    SheetKind.LATER,
    SheetKind.ABSENT,
    SheetKind.ROUND_CARD,
)
"""Their pages differ with the story of whoever gets them."""


@pytest.fixture(scope="module")
def desk_after_a_year(tmp_path_factory):
    library = library_of(tmp_path_factory.mktemp("twelve") / "library", a_year_of_twelve)
    clock = SampleClock(datetime.combine(YEAR, datetime.min.time(), NEW_ZEALAND).replace(hour=9))
    yield Desk(library.archive, clock, CountedCodes())
    library.close()


def people_on_paper(desk: Desk, kind: SheetKind, style: Style) -> tuple[int, ...]:
    """Those whose pages of this kind differ."""
    people = list(sheets.recipients(desk, WORKSHOP, (kind,)))
    if FACTS[kind].goes is Goes.ALL:
        people = []
    elif style != Style() or (FACTS[kind].goes is Goes.PERSON and kind not in SPEAK_OF_PEOPLE):
        people = people[:1]
    elif FACTS[kind].goes is Goes.PERSON:
        people = [p for p in people if p.name in STORIES] or people
    return tuple(p.key for p in people)


def laid_out(desk: Desk, order: sheets.Order, style: Style) -> list[Page]:
    wanted = sheets.plan(desk, order)
    codes = [form_code([20, number, 0, 0, 1]) for number in range(len(wanted))]
    return press.pages_of(sheets.shown(desk, order, wanted, codes), style)


def looked_at(desk: Desk, order: sheets.Order, style: Style, name: str) -> bool:
    """Whether the pages are as they were, their codes can be found, and nothing is too small to be read."""
    pages = laid_out(desk, order, style)
    assert all(white_round_its_code(page) for page in pages)
    sizes = {mark[5] for page in pages for mark in page.marks if mark[0] in WRITTEN}
    assert min(sizes) >= (14 if style.large else 9.5)
    return as_it_was_looked_at(written(pages), name)


def as_it_was_looked_at(said: str, name: str) -> bool:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")
    return True


@pytest.mark.parametrize(("kind", "style", "name"), CASES, ids=[name for *_, name in CASES])
def test_every_printed_thing_is_as_it_was_looked_at(desk_after_a_year, kind, style, name):
    people = people_on_paper(desk_after_a_year, kind, style)
    order = sheets.Order(workshop_id=WORKSHOP, kinds=(kind,), people=people)
    assert looked_at(desk_after_a_year, order, style, name)


@pytest.mark.parametrize("kind", FOR_NOBODY_YET)
def test_what_prints_before_anybody_is_there_is_as_it_was_looked_at(desk, workshop_id, kind):
    order = sheets.Order(workshop_id=workshop_id, kinds=(kind,), people=(), blanks=1)
    assert looked_at(desk, order, Style(), f"{kind}-blank")


def test_no_page_is_kept_that_nothing_prints_any_more():
    names = {name for *_, name in CASES} | {f"{kind}-blank" for kind in FOR_NOBODY_YET}
    assert {path.stem for path in GOLDEN.iterdir()} == names
