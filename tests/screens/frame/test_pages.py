"""Whatever the window can show stands once in its table; whoever adds a page is told what is missing, and where."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from mat_desktop.screens.frame.pages import PAGES, PageName
from mat_desktop.screens.shared.step_page import StepPage
from mat_desktop.workshop.journey import TITLES, Step


def missing() -> list[str]:
    """What is told of and cannot be shown: one sentence each, with what to add and where."""
    told = [
        f"{page!r} has no place in PAGES in mat_desktop/screens/frame/pages.py. Add it there, with its title."
        for page in (*Step, *PageName)
        if page not in PAGES
    ]
    makers = [
        f"Nobody makes the page of {step!r}. Add who does to PAGES in mat_desktop/screens/frame/pages.py."
        for step in Step
        if step in PAGES and PAGES[step].make is None
    ]
    return told + makers


def test_every_page_of_the_window_has_its_place_in_the_table():
    assert missing() == []
    assert set(PAGES) == {*Step, *PageName}


@pytest.mark.parametrize("page", [*Step, *PageName])
def test_whoever_forgets_a_page_is_told_what_to_add_and_where(monkeypatch, page):
    monkeypatch.delitem(PAGES, page)
    (sentence,) = missing()
    assert sentence.startswith(repr(page))
    assert "PAGES in mat_desktop/screens/frame/pages.py" in sentence


def test_each_step_opens_its_page_under_the_title_of_the_rail(at_own_sample):
    place = at_own_sample.place
    for step in Step:
        place.open_step(step)
        assert isinstance(place.page, StepPage)
        assert place.page.step is step
        assert place.header.title.text() == TITLES[step]


def test_ctrl_f_goes_to_the_field_that_finds_a_person_on_every_page_that_has_one(at_own_sample):
    place = at_own_sample.place
    found = set()
    for step in Step:
        place.open_step(step)
        place.find_person()
        field = place.window().focusWidget()
        if isinstance(field, QLineEdit) and field.placeholderText() == "Find a person":
            assert place.page.isAncestorOf(field)
            found.add(step)
        place.header.privacy.setFocus()
    assert found == {
        Step.PARTICIPANTS,
        Step.SCREENING,
        Step.GOALS,
        Step.CONTACT,
        Step.SIX_MONTHS,
        Step.ONE_YEAR,
    }


def test_the_table_reads_in_no_page_before_it_is_opened():
    code = "import sys, mat_desktop.screens.frame.pages; print([m for m in sys.modules if m.endswith('.page')])"
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
