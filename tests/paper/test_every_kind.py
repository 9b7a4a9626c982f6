"""Every kind of sheet, listed by the code: sizes from what is drawn, and words that are hard for any page."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any

import pytest

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.goals.views import GoalView
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.setup.workshop import WorkshopField
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.paper import letters, measures, press
from mat_desktop.paper.drawing import MM, WRITTEN, Mark, Page
from mat_desktop.paper.fonts import LINE, _loaded
from mat_desktop.paper.leaf import SECTION
from mat_desktop.paper.sizes import LARGE
from mat_desktop.workshop.agreement import AgreementState
from mat_desktop.workshop.safety import ContactRole
from mat_desktop.workshop.sheets import SheetKind
from tests.libraries import library_of
from tests.paper.marks import covered, overlapping
from tests.people import NEW_ZEALAND, CountedCodes
from tests.twelve import a_year_of_twelve
from tests.years import YEAR

WORKSHOP = 1
STYLES = [Style(paper, large) for paper in ("A4", "Letter") for large in (False, True)]
NAMES = (
    "N" * 200,
    "Nadia Wilhelmina " * 12,
    "🙂 Ana",
    "שָׂרָה (12) [כהן]",
    "عبد الله",
    "محمد (3) بن علي 12:30",
    "Nguyễn Thị Ánh Ōtāne",
    "李小龍",
    "น้ำผึ้ง 김민수",
    "አበበ",
    "Carla de la Fuente y Martínez-Bordiú",
)
"""Two hundred letters, what no font has, right to left with numbers and brackets, and many scripts."""
STEP = "as much of it as I can on a day that is neither good nor bad, and then a little more " * 4
UNDRAWN = tuple(chr(number) for number in range(0x1200, 0x1340) if unicodedata.category(chr(number)) == "Lo")
"""Letters of a script for which there is no font here."""
A_LINE = re.compile(f"(?<!_){LINE}(?!_)")
"""The line of a word, which is shorter than those of a form."""
TO_CUT = frozenset(
    {SheetKind.GO_ON, SheetKind.PAIR_SLIP, SheetKind.GOAL_CARD, SheetKind.POCKET_CARD, SheetKind.ROUND_CARD}
)
"""What is cut apart; its margins are narrower than those of a whole page."""
DAY_CELLS = frozenset({SheetKind.CALL_LOG})
"""Its boxes are days, as large as half a year on one page lets them be."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[Desk]:
    """Eleven people whose names and words are hard, eleven numbers to phone, and no phone of the facilitator."""
    library = library_of(tmp_path_factory.mktemp("hard") / "library", a_year_of_twelve)
    clock = SampleClock(datetime.combine(YEAR, datetime.min.time(), NEW_ZEALAND).replace(hour=9))
    found = Desk(library.archive, clock, CountedCodes())
    for person, name in zip(roster.roster(found, WORKSHOP), NAMES, strict=False):
        participants.change(found, person.id, PersonField.NAME, name)
        participants.change(found, person.id, PersonField.PARTNER_NAMED, True)
    for one in (one for one in agreement.partnerships(found, WORKSHOP) if one.state is not AgreementState.SIGNED):
        for field in (TermField.HOW_WE_LISTEN, TermField.OFF_LIMITS, TermField.MISSED_CALL, TermField.CONFRONT_WHERE):
            agreement.change(found, one.partnership_id, field, STEP)
    for number in range(11):
        safety.set_contact(
            found, WORKSHOP, number, f"Line {number}, phone or text, day and night", f"0800 555 0{number:02}"
        )
        safety.set_contact_role(found, WORKSHOP, number, ContactRole.TALK if number else ContactRole.EMERGENCY)
    setup.change(found, WORKSHOP, WorkshopField.FACILITATOR, "عبد الله Te Ōtāne")
    setup.change(found, WORKSHOP, WorkshopField.FACILITATOR_PHONE, "")
    setup.change(found, WORKSHOP, WorkshopField.TITLE, "Te Whare o Ngā Ōtāne (שרה), upstairs and along to the left")
    yield found
    library.close()


def ordered(desk: Desk, kind: SheetKind) -> tuple[Sheet, ...]:
    people = tuple(person.key for person in sheets.recipients(desk, WORKSHOP, (kind,)))
    order = sheets.Order(workshop_id=WORKSHOP, kinds=(kind,), people=people, blanks=0 if people else 1)
    return tuple(with_long_goals(view) for view in sheets.preview(desk, order))


def ending_apart(used: list[str], thing: Any) -> Any:
    """The same view, each text in it with another letter at its end that no font has; codes and keys as they are."""
    if isinstance(thing, str):
        if type(thing) is not str or not thing:
            return thing
        used.append(UNDRAWN[len(used) % len(UNDRAWN)])
        return f"{thing} {used[-1]}"
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        return tuple(ending_apart(used, one) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        inside = {field.name: getattr(thing, field.name) for field in fields(thing) if field.init}
        return replace(thing, **{n: v if n in ("code", "id") else ending_apart(used, v) for n, v in inside.items()})
    return thing


def with_long_goals(thing: Any) -> Any:
    """The same view, each goal in it with a long name and steps of three hundred letters."""
    if isinstance(thing, GoalView):
        ladder = tuple((level, STEP[:300]) for level, _ in thing.ladder)
        return replace(thing, title=f"שרה (12), {STEP}", words=STEP, ladder=ladder)
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        return tuple(with_long_goals(one) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        inside = {field.name: getattr(thing, field.name) for field in fields(thing) if field.init}
        return replace(thing, **{name: with_long_goals(value) for name, value in inside.items()})
    return thing


def words_of(page: Page) -> list[Mark]:
    return [mark for mark in page.marks if mark[0] in WRITTEN]


def outside(page: Page, margin: float) -> list[Mark]:
    """Words that reach into the margin at the sides, or off the sheet above or below."""
    places = [(covered(mark), mark) for mark in words_of(page)]
    return [
        mark
        for (left, top, right, low), mark in places
        if left < margin or right > page.width - margin or top < 5 * MM or low > page.height - 5 * MM
    ]


def boxes_of_missing_letters(page: Page) -> list[str]:
    """Words in which a letter has no picture in its font: an empty box would print."""
    plain = [mark for mark in words_of(page) if not mark[0].startswith("shaped")]
    return [mark[3] for mark in plain if any(ord(letter) not in _loaded(mark[4]) for letter in mark[3])]


def heading_left_alone(page: Page) -> str:
    """A heading of a section that is the last thing above the foot of a page; empty where there is none."""
    rules = [mark[2] for mark in page.marks if mark[0] == "line" and mark[5] >= 1.5 and mark[2] > page.height * 0.7]
    foot = min(rules, default=page.height)
    body = [mark for mark in page.marks if mark[0] in (*WRITTEN, "line", "box", "circle") and mark[2] < foot]
    last = max(body, key=lambda mark: mark[2], default=None)
    if last is None or last[0] not in WRITTEN or "Bold" not in last[4] or last[3][0].isdigit():
        return ""
    return str(last[3]) if last[5] in (SECTION, SECTION * LARGE, measures.LARGE.section) else ""


def struck_through(page: Page) -> list[tuple[Mark, Mark]]:
    """Rings and boxes for a cross through which a level or upright line goes, each with that line."""
    lines = [mark for mark in page.marks if mark[0] == "line" and (mark[1] == mark[3] or mark[2] == mark[4])]
    found = []
    for mark in page.marks:
        if mark[0] == "circle" and not mark[-1]:
            left, top, right, low = covered(mark)
        elif mark[0] == "box" and not mark[-1] and max(mark[3:5]) < 16 * MM:
            left, top, right, low = mark[1], mark[2], mark[1] + mark[3], mark[2] + mark[4]
        else:
            continue
        found += [(mark, line) for line in lines if _goes_through(line, left + 0.1, top + 0.1, right - 0.1, low - 0.1)]
    return found


def _goes_through(line: Mark, left: float, top: float, right: float, low: float) -> bool:
    x1, x2, y1, y2 = min(line[1], line[3]), max(line[1], line[3]), min(line[2], line[4]), max(line[2], line[4])
    return bool(x1 < right and left < x2 and y1 < low and top < y2)


@pytest.mark.parametrize("kind", SheetKind)
def test_hard_names_and_long_words_are_whole_on_every_sheet_with_their_heading_and_never_on_one_another(desk, kind):
    views = ordered(desk, kind)
    for style in STYLES:
        for page in press.pages_of(views, style):
            assert overlapping(page) == [], style
            assert kind in TO_CUT or heading_left_alone(page) == "", style
            assert outside(page, 8 * MM if kind in TO_CUT else 10.9 * MM) == [], style
            assert boxes_of_missing_letters(page) == [], style


@pytest.mark.parametrize("kind", SheetKind)
def test_what_no_font_can_draw_is_told_before_it_prints_as_a_line(desk, kind):
    """Whatever stands in this kind of sheet ends in a letter of its own: each is told, and those on paper are lines."""
    used: list[str] = []
    views = tuple(ending_apart(used, view) for view in ordered(desk, kind)[:4])
    said = [mark[3] for page in press.pages_of(views, Style()) for mark in words_of(page)]
    assert set(used) <= {letter for letter, _ in letters.lacking(views)}
    assert not any(letter in words for words in said for letter in used)
    assert any(A_LINE.search(words) for words in said)


@pytest.mark.parametrize("kind", SheetKind)
def test_no_sheet_has_smaller_letters_rings_or_boxes_than_the_measures_say_or_a_line_through_one_of_them(desk, kind):
    views = ordered(desk, kind)[:2]
    for style in STYLES:
        least, ring, box = (14, 8.6, 7) if style.large else (9.5, 6, 5)
        for page in press.pages_of(views, style):
            assert min((mark[5] for mark in words_of(page)), default=least) >= least, style
            rings = [2 * mark[3] / MM for mark in page.marks if mark[0] == "circle" and not mark[-1]]
            assert min(rings, default=ring) >= ring - 0.02, style
            squares = [
                mark for mark in page.marks if mark[0] == "box" and not mark[-1] and abs(mark[3] - mark[4]) < 0.1
            ]
            if kind not in DAY_CELLS:
                assert min((mark[3] / MM for mark in squares), default=box) >= box - 0.02, style
                assert struck_through(page) == [], style


@pytest.mark.parametrize("kind", SheetKind)
def test_words_of_which_only_the_beginning_prints_are_told_beforehand(desk, kind):
    """Heads and feet apart, which only repeat what stands whole on the sheet."""
    for style in STYLES:
        for page in press.pages_of(ordered(desk, kind)[:4], style):
            body = [mark for mark in words_of(page) if 22 * MM < mark[2] < page.height - 34 * MM]
            cut = [mark[3].rstrip("… ") for mark in body if mark[3].endswith("…") and " … " not in mark[3]]
            told = "\n".join(page.shortened)
            assert [words for words in cut if words not in told] == [], style
