"""The day of a workshop, as it is typed."""

from datetime import date

import pytest

from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.workshop.refusal import Refusal


@pytest.mark.parametrize("day", [date(2206, 3, 14), date(26, 3, 14), date(2010, 12, 31), date(2032, 1, 1)])
def test_a_day_that_is_many_years_away_is_a_slip_and_is_refused(desk, workshop_id, day: date):
    before = setup.workshop(desk, workshop_id).held_on
    with pytest.raises(Refusal, match="A workshop lies between 2011 and 2031"):
        setup.change(desk, workshop_id, setup.WorkshopField.HELD_ON, day)
    with pytest.raises(Refusal, match="is many years away"):
        setup.create(desk, "Mill Lane", "", day, "Pacific/Auckland")
    assert setup.workshop(desk, workshop_id).held_on == before


@pytest.mark.parametrize("day", [date(2011, 1, 1), date(2031, 12, 31)])
def test_an_old_workshop_can_be_typed_afterwards_and_one_be_planned_ahead(desk, workshop_id, day: date):
    setup.change(desk, workshop_id, setup.WorkshopField.HELD_ON, day)
    assert setup.workshop(desk, workshop_id).held_on == day
