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
from tests.sure import sure

HERE = ZoneInfo("Pacific/Auckland")


@pytest.fixture
def called(desk, pair):
    """Ana and Ben talk at half past seven in the evening."""
    agreement.change(desk, pair[0], TermField.WINDOW_STARTS, "19:30")
    return pair


def file_of(desk, events):
    found = Calendar.from_ical(written(desk, events))
    told = {event.uid: event.key for event in events}
    return found, {told[str(e["uid"])]: e for e in found.walk("VEVENT")}


def written(desk, events, workshop_id=1):
    return Press().calendar(events, "Dates", calendar.stamp(desk, workshop_id))


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
    plain = written(desk, calendar.for_person(desk, called[1], workshop_id))
    mine = written(desk, calendar.for_facilitator(desk, workshop_id))
    assert b"Ana" not in plain + mine
    assert b"Ben" not in plain + mine
    assert b"Call with Ben" in written(desk, calendar.for_person(desk, called[1], workshop_id, names=True))
    assert b"Ana and Ben" in written(desk, calendar.for_facilitator(desk, workshop_id, names=True))


def test_trial_meetings_and_looking_again_are_entries_on_their_days(desk, workshop_id, called):
    key = goals.add(desk, called[1])
    goals.change(desk, key, goals.GoalField.LOOK_AGAIN_ON, date(2026, 6, 1))
    _, events = file_of(desk, calendar.for_person(desk, called[1], workshop_id))
    assert events[f"trial-{called[0]}"].start == date(2026, 3, 28)
    six = events["meeting-6"]
    assert six.start == datetime(2026, 9, 14, 10, tzinfo=HERE)
    assert str(six["location"]) == "Pier Street 4"
    assert events["look-2026-06-01"].start == date(2026, 6, 1)
    done_at, number = sure(desk.archive.last_about(workshop_id))
    assert {e["dtstamp"].dt for e in events.values()} == {done_at.astimezone(UTC).replace(microsecond=0)}
    assert {e["sequence"] for e in events.values()} == {number}


def test_the_same_dates_give_the_same_file_and_without_a_call_time_there_is_no_call(desk, workshop_id, pair):
    events = calendar.for_person(desk, pair[1], workshop_id)
    assert written(desk, events) == written(desk, events)
    assert not [e for e in events if e.key.startswith("call")]


def test_an_entry_says_how_long_it_is_and_where_and_names_no_place_where_there_is_none(desk, workshop_id, called):
    agreement.change(desk, called[0], TermField.MINUTES, "25")
    _, events = file_of(desk, calendar.for_person(desk, called[1], workshop_id))
    (call,) = [e for key, e in events.items() if key.startswith("call")]
    assert call.end - call.start == timedelta(minutes=25)
    assert [key for key, e in events.items() if "location" in e] == [key for key in events if key.startswith("meeting")]
    assert {str(e["location"]) for key, e in events.items() if key.startswith("meeting")} == {"Pier Street 4"}


def test_no_entry_of_one_workshop_or_person_overwrites_that_of_another(desk, workshop_id, called):
    other = setup.create(desk, "Mill Lane", "", date(2026, 3, 14), "Pacific/Auckland")
    every = [
        *calendar.for_person(desk, called[1], workshop_id),
        *calendar.for_person(desk, called[2], workshop_id),
        *calendar.for_facilitator(desk, workshop_id),
        *calendar.for_facilitator(desk, other),
    ]
    uids = [event.uid for event in every]
    assert len(set(uids)) == len(uids)
    assert (
        uids[: len(uids) // 4] == [e.uid for e in calendar.for_person(desk, called[1], workshop_id)][: len(uids) // 4]
    )


def test_a_meeting_that_was_moved_looks_newer(desk, workshop_id):
    point = setup.workshop(desk, workshop_id).points[0]
    _, before = file_of(desk, calendar.for_facilitator(desk, workshop_id))
    setup.set_meeting(desk, point.id, date(2026, 9, 19), "14:00")
    _, after = file_of(desk, calendar.for_facilitator(desk, workshop_id))
    key = f"meeting-{point.months}"
    assert before[key]["uid"] == after[key]["uid"]
    assert before[key].start != after[key].start
    assert before[key]["sequence"] < after[key]["sequence"]
    assert before[key]["dtstamp"].dt <= after[key]["dtstamp"].dt


@pytest.mark.parametrize(
    ("zone", "rules"),
    [
        ("Pacific/Auckland", {"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=9", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=4"}),
        ("America/New_York", {"FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"}),
        ("Europe/Berlin", {"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"}),
        ("Asia/Tokyo", set()),
    ],
)
def test_summer_time_comes_and_goes_by_a_yearly_rule(desk, workshop_id, called, zone, rules):
    setup.change(desk, workshop_id, setup.WorkshopField.TIME_ZONE, zone)
    found, _ = file_of(desk, calendar.for_person(desk, called[1], workshop_id))
    (told,) = found.walk("VTIMEZONE")
    assert not [part for part in told.subcomponents if "rdate" in part]
    assert {part["rrule"].to_ical().decode() for part in told.subcomponents if "rrule" in part} == rules
    for month in range(1, 13):
        noon = datetime(2027, month, 15, 12, tzinfo=ZoneInfo(zone))
        assert noon.replace(tzinfo=told.to_tz()).utcoffset() == noon.utcoffset()
