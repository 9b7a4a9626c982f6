from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from mat_desktop.app.system import Press
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.contact import calendar
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.workshop.setup import Frequency

HERE = ZoneInfo("Pacific/Auckland")


@pytest.fixture
def called(desk, pair):
    """Ana and Ben talk at half past seven in the evening."""
    agreement.change(desk, pair[0], TermField.WINDOW_STARTS, "19:30")
    return pair


def file_of(desk, events):
    found = Calendar.from_ical(Press().calendar(events, "Dates"))
    return found, {str(e["uid"]): e for e in found.walk("VEVENT")}


@pytest.mark.parametrize(
    ("frequency", "days"), [(Frequency.DAILY, 183), (Frequency.WEEKDAYS, 131), (Frequency.WEEKLY, 27)]
)
def test_every_call_is_at_the_same_local_time_on_both_sides_of_daylight_saving(
    desk, workshop_id, called, frequency, days
):
    setup.change(desk, workshop_id, setup.WorkshopField.FREQUENCY, frequency)
    found, events = file_of(desk, calendar.for_person(desk, called[1], workshop_id))
    (call,) = [e for key, e in events.items() if key.startswith("call")]
    rule = rrulestr(call["rrule"].to_ical().decode(), dtstart=call.start)
    times = list(rule)
    assert len(times) == days
    assert {(t.astimezone(HERE).hour, t.astimezone(HERE).minute) for t in times} == {(19, 30)}
    assert {t.utcoffset() for t in times} == {
        datetime(2026, 3, 20, tzinfo=HERE).utcoffset(),
        datetime(2026, 6, 20, tzinfo=HERE).utcoffset(),
    }
    assert times[-1].date() <= date(2026, 9, 14)
    assert [str(zone["tzid"]) for zone in found.walk("VTIMEZONE")] == ["Pacific/Auckland"]


def test_the_last_call_is_there_also_where_evening_is_the_next_day_elsewhere(desk, workshop_id, called):
    """Half past seven in Los Angeles is the next day in UTC, in which the end of a repetition is written."""
    setup.change(desk, workshop_id, setup.WorkshopField.TIME_ZONE, "America/Los_Angeles")
    _, events = file_of(desk, calendar.for_person(desk, called[1], workshop_id))
    (call,) = [e for key, e in events.items() if key.startswith("call")]
    times = list(rrulestr(call["rrule"].to_ical().decode(), dtstart=call.start))
    assert (len(times), times[-1].date()) == (183, date(2026, 9, 14))


def test_no_name_is_in_a_calendar_unless_it_is_asked_for(desk, workshop_id, called):
    plain = Press().calendar(calendar.for_person(desk, called[1], workshop_id), "Dates")
    mine = Press().calendar(calendar.for_facilitator(desk, workshop_id), "Dates")
    assert b"Ana" not in plain + mine
    assert b"Ben" not in plain + mine
    assert b"Call with Ben" in Press().calendar(calendar.for_person(desk, called[1], workshop_id, names=True), "Dates")
    assert b"Ana and Ben" in Press().calendar(calendar.for_facilitator(desk, workshop_id, names=True), "Dates")


def test_trial_meetings_and_looking_again_are_entries_on_their_days(desk, workshop_id, called):
    key = goals.add(desk, called[1])
    goals.change(desk, key, goals.GoalField.LOOK_AGAIN_ON, date(2026, 6, 1))
    _, events = file_of(desk, calendar.for_person(desk, called[1], workshop_id))
    assert events[f"trial-{called[0]}@mat-desktop"].start == date(2026, 3, 28)
    six = events["meeting-6@mat-desktop"]
    assert six.start == datetime(2026, 9, 14, 10, tzinfo=HERE)
    assert str(six["location"]) == "Pier Street 4"
    assert events["look-2026-06-01@mat-desktop"].start == date(2026, 6, 1)
    assert all(e["dtstamp"].dt == datetime(2000, 1, 1, tzinfo=UTC) for e in events.values())


def test_the_same_dates_give_the_same_file_and_without_a_call_time_there_is_no_call(desk, workshop_id, pair):
    events = calendar.for_person(desk, pair[1], workshop_id)
    assert Press().calendar(events, "Dates") == Press().calendar(events, "Dates")
    assert not [e for e in events if e.key.startswith("call")]


def test_an_entry_says_how_long_it_is_and_where_and_names_no_place_where_there_is_none(desk, workshop_id, called):
    agreement.change(desk, called[0], TermField.MINUTES, "25")
    _, events = file_of(desk, calendar.for_person(desk, called[1], workshop_id))
    (call,) = [e for key, e in events.items() if key.startswith("call")]
    assert call.end - call.start == timedelta(minutes=25)
    assert [key for key, e in events.items() if "location" in e] == [key for key in events if key.startswith("meeting")]
    assert {str(e["location"]) for key, e in events.items() if key.startswith("meeting")} == {"Pier Street 4"}
