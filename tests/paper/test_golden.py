"""Every printed thing beside the page that was looked at: its text exactly, its picture within a tolerance.

`python3 packaging/dev.py golden` writes the pages anew; look at them before they are committed.
"""

import os
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.contact import alliance, log
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.goals import round as goal_round
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.paper import press
from mat_desktop.workshop.agreement import HelpStyle
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.sheets import BY_MONTHS, SheetKind
from tests.paperwork import of_kind, years_later

GOLDEN = Path(__file__).parent / "golden"
DOTS = 40 / 72
MEAN_TOLERANCE = 0.8
"""Of 255 shades, on average over the page: what another renderer of the same marks may differ by."""


@pytest.fixture
def workshop_of_paper(desk, workshop_id, pair, clock):
    """Ana and Ben with everything that paper can say."""
    place, ana, ben = pair
    setup.change(desk, workshop_id, "facilitator", "Ruth")
    setup.change(desk, workshop_id, "facilitator_phone", "021 555 0142")
    for person, words in ((ana, "Walk half an hour"), (ben, "Sleep before eleven")):
        goal = goals.add(desk, person)
        for field, value in (("words", words), ("unit", "days a week"), ("baseline", "1"), ("hoped", "5")):
            goals.change(desk, goal, field, value)
        goals.suggest_steps(desk, goal)
        goals.set_plan(desk, goal, 0, "It rains", "I climb stairs", "I dance in the kitchen")
        goals.change(desk, goal, "first_step", "Shoes by the door")
        goals.change(desk, goal, "on_paper", PaperWords.FULL)
    idea = goal_round.suggest(desk, ana, "Lay out your shoes", ben)
    goal_round.keep(desk, idea, True)
    agreement.change(desk, place, "window_starts", "19:30")
    agreement.set_voice(desk, place, ana, wants=HelpStyle.LISTEN, asks="Ask me twice when I say that all is well.")
    first = setup.workshop(desk, workshop_id).first_day
    marks = {first + timedelta(days=n): list(Mark)[n % 4] for n in range(100)}
    log.mark_many(desk, place, ana, marks)
    clock.go_to(date(2026, 6, 1))
    for day, answer in ((date(2026, 4, 18), 6), (date(2026, 5, 16), 8)):
        alliance.rate(desk, alliance.begin_check(desk, place, ana, day), {"truth": answer, "aims": answer})
    clock.go_to(date(2026, 3, 14))
    return ana


def page_texts(pages) -> str:
    lines = []
    for number, page in enumerate(pages, 1):
        lines.append(f"--- page {number}, {page.width:.0f} x {page.height:.0f}")
        lines += [mark[3] for mark in page.marks if mark[0] == "text"]
    return "\n".join(lines) + "\n"


def pictures(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number in range(len(document)):
        page = document[number]
        found.append(page.render(scale=DOTS).to_pil().convert("L"))
        page.close()
    document.close()
    return found


@pytest.mark.parametrize("kind", SheetKind)
def test_every_printed_thing_is_as_it_was_looked_at(desk, workshop_id, workshop_of_paper, kind, clock):
    if kind in BY_MONTHS:
        years_later(desk, workshop_id, clock, workshop_of_paper)
    views = of_kind(desk, workshop_id, kind, [workshop_of_paper])
    said = page_texts(press.pages_of(views, Style()))
    shown = pictures(press.pdf(views, Style()))
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / f"{kind}.txt").write_text(said, encoding="utf-8")
        for number, picture in enumerate(shown, 1):
            picture.save(GOLDEN / f"{kind}-{number}.png", optimize=True)
    assert said == (GOLDEN / f"{kind}.txt").read_text(encoding="utf-8")
    assert len(shown) == len(list(GOLDEN.glob(f"{kind}-[0-9].png")))
    for number, picture in enumerate(shown, 1):
        golden = Image.open(GOLDEN / f"{kind}-{number}.png").convert("L")
        assert picture.size == golden.size
        assert ImageStat.Stat(ImageChops.difference(picture, golden)).mean[0] <= MEAN_TOLERANCE


def test_the_tolerance_is_narrow_enough_to_see_a_line_that_is_gone(desk, workshop_id, workshop_of_paper):
    (view,) = of_kind(desk, workshop_id, SheetKind.DATES, [workshop_of_paper])
    (page,) = press.pages_of([view], Style())
    page.marks = [mark for mark in page.marks if mark[0] != "text" or "2026" not in mark[3]]
    (shown,) = pictures(press.bound([page], ""))
    golden = Image.open(GOLDEN / "dates-1.png").convert("L")
    assert ImageStat.Stat(ImageChops.difference(shown, golden)).mean[0] > MEAN_TOLERANCE
