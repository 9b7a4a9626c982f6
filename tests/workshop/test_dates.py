from datetime import UTC, date, datetime, timedelta

from mat_desktop.workshop.setup import (
    FollowUpPoint,
    Frequency,
    Workshop,
    due_on,
    is_agreed,
    last_day,
    meets_on,
    moment,
    months_after,
    term,
    usual_points,
    usual_run_sheet,
)


def harbour_hall() -> Workshop:
    workshop = Workshop("Harbour Hall", "Pier Street", date(2026, 3, 14), "Pacific/Auckland")
    workshop.points = usual_points()
    return workshop


def test_six_months_after_the_last_of_august_is_the_last_of_february():
    assert months_after(date(2025, 8, 31), 6) == date(2026, 2, 28)


def test_a_follow_up_is_counted_from_the_workshop_and_never_from_the_one_before():
    workshop = Workshop("A", "", date(2025, 8, 31), "UTC")
    assert due_on(workshop, FollowUpPoint(12)) == date(2026, 8, 31)


def test_the_meeting_can_be_on_another_day_than_the_due_date():
    workshop = harbour_hall()
    workshop.points[0].meeting_date = date(2026, 9, 12)
    assert due_on(workshop, workshop.points[0]) == date(2026, 9, 14)
    assert meets_on(workshop, workshop.points[0]) == date(2026, 9, 12)
    assert last_day(workshop) == date(2026, 9, 12)


def test_a_log_for_six_months_has_between_181_and_186_days_and_fits_27_weeks():
    days = term(harbour_hall())
    assert days[0] == date(2026, 3, 16)
    assert 181 <= len(days) <= 186


def test_weekday_calls_are_not_agreed_on_a_sunday():
    workshop = harbour_hall()
    workshop.frequency = Frequency.WEEKDAYS
    assert is_agreed(workshop, date(2026, 3, 20))
    assert not is_agreed(workshop, date(2026, 3, 22))


def test_the_run_sheet_knows_how_late_the_day_is_and_what_could_be_dropped():
    blocks = usual_run_sheet()
    start = datetime(2026, 3, 14, 9, tzinfo=UTC)
    blocks[0].started_at = start
    blocks[1].started_at = start + timedelta(minutes=35)
    found = moment(blocks, start, start + timedelta(minutes=40))
    assert found is not None
    assert (found.block.title, found.minutes_late) == ("Private baseline", 15)
    assert found.can_give == sum(b.minutes for b in blocks[2:] if b.droppable)


def test_goals_come_before_pairing_and_a_break_follows_the_ballot():
    titles = [b.title for b in usual_run_sheet()]
    assert titles.index("Goals in threes") < titles.index("Three-minute rounds")
    after_ballot = usual_run_sheet()[titles.index("Private ballot") + 1]
    assert (after_ballot.minutes, after_ballot.title.startswith("Break")) == (15, True)
