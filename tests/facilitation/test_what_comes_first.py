"""On Today what hurts comes first, then what is held today; and one rule counts on Today, the rail and the card."""

from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import safety
from mat_desktop.facilitation.ports import Bookmark
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.today import DueKind
from tests.people import WORKSHOP_DAY
from tests.sure import sure

SIX_MONTHS = date(2026, 9, 14)


def test_the_meeting_of_today_stands_over_what_is_overdue_and_under_an_open_card(desk, workshop_id, pair, clock):
    clock.go_to(SIX_MONTHS)
    rows = today.today(desk).due
    late = [row for row in rows if row.day < SIX_MONTHS]
    assert late, "something is overdue"
    assert rows[0].kind is DueKind.FOLLOW_UP
    safety.open_by_hand(desk, pair[1], "said so")
    assert [row.kind for row in today.today(desk).due][:2] == [DueKind.CARD, DueKind.FOLLOW_UP]


@pytest.mark.parametrize("days", [-1, 0, 1, 60, 184, 400])
def test_the_rail_and_the_card_of_a_workshop_count_alike_on_every_day(desk, workshop_id, pair, clock, days):
    day = WORKSHOP_DAY + timedelta(days=days)
    clock.go_to(day)
    (card,) = today.today(desk).workshops
    assert tuple(today.rail(desk, workshop_id, day).values()) == card.progress
    assert setup.workshop(desk, workshop_id).title == card.title


def test_on_the_day_of_an_event_today_says_nowhere_whom_she_was_with(desk, workshop_id, pair, clock):
    desk.archive.keep_place(Bookmark(workshop_id, Step.SCREENING, pair[1]))
    assert "Ana" not in sure(today.today(desk).carry_on).saying
    clock.go_to(WORKSHOP_DAY + timedelta(days=3))
    assert "You were with Ana." in sure(today.today(desk).carry_on).saying
