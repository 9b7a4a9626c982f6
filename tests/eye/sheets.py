"""Logs as they are printed for tests, filled in by invented hands, photographed, and read: what came of each box."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import numpy as np

from mat_desktop.eye.reader import KnownPage, read_picture
from mat_desktop.facilitation.printed.contact import CallLogSheet
from mat_desktop.facilitation.printed.head import Head
from mat_desktop.facilitation.printer import DAY, PrintedPage, Style
from mat_desktop.paper.press import pages_with_answers, redrawn
from mat_desktop.workshop.codes import form_code
from mat_desktop.workshop.seen import SeenMark
from tests.eye.camera import TROUBLES, Photograph, photographed
from tests.eye.hands import MARKS, ODD, some_hand, write_mark
from tests.eye.printing import box_of, paper

CLEAR = {"talked": SeenMark.TICK, "no call": SeenMark.DASH, "empty": SeenMark.EMPTY, "message only": SeenMark.LETTER_M,
         "excused": SeenMark.LETTER_E}  # fmt: skip
FIRST = date(2026, 3, 16)
WRITTEN = (*MARKS, "empty", "odd")
OFTEN = (0.6, 0.14, 0.05, 0.05, 0.12, 0.04)
"""How often each of the four marks, nothing, and something odd stands in a box."""


@cache
def log(style: Style = Style(), number: int = 7, days: int = 182, holidays: int = 7) -> tuple[PrintedPage, ...]:  # noqa: B008
    """The pages of a log of half a year with a week without calls."""
    code = form_code([number, 4, 9, 2, 30])
    term = tuple(FIRST + timedelta(days=n) for n in range(days))
    head = Head(
        title="Harbour Hall",
        place_and_date="Pier Street 4, 14 March 2026",
        code=code,
        footer="Call log",
        owner="Ana",
        next_date="",
        facilitator="Ruth Hale",
        safety_words="",
    )
    sheet = CallLogSheet(
        head=head,
        name="Ana",
        with_whom=("Ben",),
        call_time="19:30",
        days=term,
        not_agreed=frozenset(term[49 : 49 + holidays]),
    )
    return tuple(pages_with_answers([sheet], style))


@cache
def known(page: PrintedPage) -> KnownPage:
    """The page made ready once for all tests."""
    return KnownPage(page, redrawn)


def filled(page: PrintedPage, chance: np.random.Generator) -> tuple[np.ndarray, dict[str, str]]:
    """The page in one hand, and what was written in each box."""
    sheet, hand, written = paper(page), some_hand(chance), {}
    for place in page.places:
        if place.value == DAY:
            mark = str(chance.choice(WRITTEN, p=OFTEN))
            mark = str(chance.choice(sorted(ODD))) if mark == "odd" else mark
            written[place.item] = mark
            if mark != "empty":
                write_mark(sheet, box_of(place), mark, hand, chance)
    return sheet, written


@dataclass
class Tally:
    """What came of boxes and pictures."""

    boxes: Counter[str] = field(default_factory=Counter)
    pictures: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    farthest: float = 0.0
    """Millimetres by which the farthest believed box lies elsewhere."""

    @property
    def asked(self) -> float:
        """The share of boxes that are asked."""
        return self.boxes["asked"] / max(1, self.boxes.total())


def read_one(page: PrintedPage, trouble: str, seed: int, tally: Tally) -> None:
    """Fill in a page, photograph it, read it, and count what came of it."""
    chance = np.random.default_rng(seed)
    sheet, written = filled(page, chance)
    picture = photographed(sheet, TROUBLES[trouble], chance)
    (read,) = list(read_picture(0, picture.jpeg(), [known(page)], None))
    tally.pictures["read" if read.trouble is None else str(read.trouble)] += 1
    for box in read.boxes:
        if box.place.value != DAY:
            continue
        meant = written[box.place.item]
        if not box.certain:
            tally.boxes["asked"] += 1
        elif CLEAR.get(meant) is box.seen:
            tally.boxes["right"] += 1
        else:
            tally.boxes["wrong" if meant in CLEAR else "odd"] += 1
            tally.wrong.append(f"{trouble}, {seed}, {box.place.item}: {meant} read as {box.seen}")


def off_by(picture: Photograph, middles: np.ndarray, pixels: np.ndarray, fine: float) -> np.ndarray:
    """How many millimetres found middles lie from where they are."""
    return np.asarray(np.hypot(*(pixels - picture.pixels(middles)).T) / fine)
