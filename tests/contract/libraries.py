"""The four libraries in which every state of the window is looked at, each made once and copied."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import measures
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.storage.folder.library import Library
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.sheets import SheetKind
from tests.libraries import library_of, sample_library
from tests.people import WORKSHOP_DAY, CountedCodes, harbour_hall, include, nine_o_clock
from tests.twelve import a_year_of_twelve
from tests.years import HALF, YEAR


def in_one_word(name: str) -> str:
    """A name of 200 letters without a place to break it: a slip of a key that stuck, or what a file brought."""
    return (name + "wolfeschlegelsteinhausenbergerdorff" * 6)[:200]


INCLUDED = (
    "Ana de la Fuente y Martínez-Bordiú",
    in_one_word("Ben"),
    in_one_word("Cleo"),
    "Dov",
    "Elif",
    "Farid",
    in_one_word("Grace"),
)
WITH_CARD, HALF_SCREENED = "Hemi", in_one_word("Ines")
BLANK_CODE = "322224"
"""On the blank sheet that was printed, the first of all: codes are counted in tests."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A library at one time of the year, on the day on which she sits before it."""

    name: str
    day: date
    lay: Callable[[Path], object]
    """Lays a closed copy into a folder that is not there yet."""


def _filled(fill: Callable[[Library], None]) -> Callable[[Path], object]:
    return lambda folder: library_of(folder, fill).close()


def nobody_yet(library: Library) -> None:
    """A workshop that was just set up, without anybody in it."""
    harbour_hall(Desk(library.archive, nine_o_clock(), CountedCodes()))


def a_workshop_day(library: Library) -> None:
    """The afternoon: seven are included, one pair is being asked, a card is open, somebody is half screened.

    An odd number, so that the board asks what becomes of the one who is left over.
    """
    desk = Desk(library.archive, nine_o_clock(), CountedCodes())
    workshop = harbour_hall(desk)
    for field, words in (("facilitator", "Ruth"), ("facilitator_phone", "021 555 0142"), ("second_person", "Joana")):
        setup.change(desk, workshop, setup.WorkshopField(field), words)
    measures.use_measure(desk, workshop, "phq-4", on=True)
    keys = [include(desk, workshop, name) for name in INCLUDED]
    moves.put_together(desk, keys[:2])
    telling.confirm(desk, workshop)
    moves.put_together(desk, keys[2:4])
    half = participants.add(desk, workshop, HALF_SCREENED, "021 556")
    for number in (1, 2, 3):
        responses.answer(desk, half, READINESS, number, Entered(value=1))
    with_card = participants.add(desk, workshop, WITH_CARD, "021 557")
    safety.open_by_hand(desk, with_card, "Said so at the door", None)
    sheets.print_out(desk, Order(workshop_id=workshop, kinds=(SheetKind.COMPLAINTS,), blanks=1))


EMPTY = Stage(name="empty", day=WORKSHOP_DAY, lay=_filled(nobody_yet))
DAY = Stage(name="workshop day", day=WORKSHOP_DAY, lay=_filled(a_workshop_day))
MONTHS = Stage(name="six months", day=HALF, lay=lambda folder: shutil.copytree(sample_library(), folder))
LAST = Stage(name="one year", day=YEAR, lay=_filled(a_year_of_twelve))
STAGES = (MONTHS, DAY, LAST, EMPTY)
