"""Clocks of a page: they go while it is seen, and read nothing once it is not."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import press
from mat_desktop.screens.shared.while_seen import WhileSeen
from mat_desktop.workshop.journey import Step


@pytest.fixture
def at_run_sheet(at_own_sample, monkeypatch):
    """The run sheet on the day of the workshop, whose clock goes on every few milliseconds."""
    meant = WhileSeen.__init__

    def faster(self, owner, milliseconds, do):
        meant(self, owner, min(milliseconds, 5), do)

    monkeypatch.setattr(WhileSeen, "__init__", faster)
    place = at_own_sample.place
    at_own_sample.clock.go_to(setup.workshop(place.desk, place.bench.workshop_id).held_on)
    at_own_sample.go_to(Step.SETUP)
    at_own_sample.page.show_view("day")
    return at_own_sample


def test_the_day_on_the_run_sheet_goes_on_by_itself(at_run_sheet):
    page = at_run_sheet.page
    press(page, "Start the day")
    before = page._day.now.text()
    at_run_sheet.clock.at += timedelta(minutes=90)
    QTest.qWait(60)
    assert page._day.now.text() != before


def test_a_run_sheet_that_was_left_asks_a_closed_library_for_nothing(at_run_sheet):
    page = at_run_sheet.page
    at_run_sheet.close()
    QTest.qWait(60)
    assert page is not None, "it is kept alive here, as by whoever still holds it"
