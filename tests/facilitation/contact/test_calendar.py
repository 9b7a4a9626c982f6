from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from mat_desktop.app.system import Press
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.contact import calendar, meetings, repair, schedule
from mat_desktop.facilitation.goals import entry as goals
from mat_desktop.facilitation.pairing import life, moves, telling
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.printed.head import OrderedSheet
from mat_desktop.facilitation.printed.setup import DatesSheet
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.workshop.contact.meetings import Lead
from mat_desktop.workshop.setup import Frequency
from mat_desktop.workshop.sheets import SheetKind
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
    assert b"Call with my partner" in written(desk, calendar.for_person(desk, called[1], workshop_id, names=True))
    participants.change(desk, called[1], participants.PersonField.PARTNER_NAMED, True)
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


def times_of(event):
    """Every day on which an entry stands in a calendar."""
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=event.start)
    without = event.get("exdate")
    gone = {one.dt for one in without.dts} if without is not None else set()
    return [at.date() for at in rule if at not in gone]


def call_days(desk, workshop_id, person, **shown):
    """On how many calls each day has one, over all entries, with the words of each."""
    _, events = file_of(desk, calendar.for_person(desk, person, workshop_id, **shown))
    return [(str(e["summary"]), times_of(e)) for key, e in events.items() if key.startswith("call")]


def test_no_call_stands_in_a_calendar_on_a_day_of_a_pause_and_another_rhythm_holds_from_its_day(
    desk, workshop_id, called
):
    schedule.add_pause(desk, called[0], date(2026, 4, 6), date(2026, 4, 12))
    schedule.change_frequency(desk, called[0], date(2026, 6, 1), Frequency.WEEKDAYS)
    days = Counter(day for _, times in call_days(desk, workshop_id, called[1]) for day in times)
    agreed = [date(2026, 3, 16) + timedelta(n) for n in range(183)]
    expected = [
        day
        for day in agreed
        if not date(2026, 4, 6) <= day <= date(2026, 4, 12) and (day < date(2026, 6, 1) or day.weekday() < 5)
    ]
    assert days == Counter(expected)


@pytest.mark.parametrize("frequency", Frequency)
def test_in_a_group_of_three_each_calendar_has_the_turns_of_the_rota_and_the_three_agree(
    desk, workshop_id, include, frequency
):
    setup.change(desk, workshop_id, setup.WorkshopField.FREQUENCY, frequency)
    people = [include(name) for name in ("Ana", "Ben", "Cleo")]
    moves.put_together(desk, people)
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    (place,) = [row.partnership_id for row in agreement.partnerships(desk, workshop_id)]
    agreement.change(desk, place, TermField.WINDOW_STARTS, "7:15")
    schedule.add_pause(desk, place, date(2026, 5, 5), date(2026, 5, 9))
    shared: Counter[tuple[date, frozenset[int]]] = Counter()
    for person in people:
        participants.change(desk, person, participants.PersonField.PARTNER_NAMED, True)
        for words, times in call_days(desk, workshop_id, person, names=True):
            name = sure(next((name for name in ("Ana", "Ben", "Cleo") if words == f"Call with {name}"), None))
            shared.update((day, frozenset({people.index(person), ("Ana", "Ben", "Cleo").index(name)})) for day in times)
    assert shared
    assert set(shared.values()) == {2}, "Each call stands in exactly two of the three calendars."
    assert Counter(len([d for d, _ in shared if d == day]) for day, _ in shared) == Counter({1: len(shared)})
    assert not [day for day, _ in shared if date(2026, 5, 5) <= day <= date(2026, 5, 9)]


def day_of(event):
    return event.starts.date() if isinstance(event.starts, datetime) else event.starts


@pytest.fixture
def full_year(desk, workshop_id, called):
    """A year with everything that can stand on a page of dates."""
    place, ana, _ = called
    setup.change(desk, workshop_id, setup.WorkshopField.FACILITATOR, "Ruth Hale")
    meetings.add_meeting(desk, workshop_id, date(2026, 4, 18))
    meetings.add_meeting(desk, workshop_id, date(2026, 5, 16), Lead.LEADERLESS)
    schedule.add_pause(desk, place, date(2026, 4, 6), date(2026, 4, 12))
    schedule.change_frequency(desk, place, date(2026, 6, 1), Frequency.WEEKLY)
    repair.arrange(desk, place, date(2026, 5, 20), "18:00", "the library")
    keeping.give(desk, ana, date(2026, 4, 2))
    return called


WHOLE_YEAR = {
    "We meet": date(2026, 4, 18),
    "We meet, without a leader": date(2026, 5, 16),
    "No calls, until 12 April 2026": date(2026, 4, 6),
    "From this day: a call once a week": date(2026, 6, 1),
    "Our talk": date(2026, 5, 20),
    "Ruth phones you": date(2026, 4, 2),
    "Ruth phones you, this week": date(2026, 4, 16),
    "Six-month meeting": date(2026, 9, 14),
}


def test_what_comes_in_a_year_stands_alike_on_the_page_of_dates_and_in_the_calendar_file(desk, workshop_id, full_year):
    _, ana, _ = full_year
    events = calendar.for_person(desk, ana, workshop_id)
    order = sheets.Order(workshop_id=workshop_id, kinds=(SheetKind.DATES,), people=(ana,))
    (sheet,) = sheets.shown(desk, order, (OrderedSheet(kind=SheetKind.DATES, key=ana, holder=ana),))
    assert isinstance(sheet, DatesSheet)
    in_file = {(e.words, day_of(e)) for e in events}
    on_paper = {(line.words, line.day) for line in sheet.lines}
    assert in_file - on_paper == {(e.words, day_of(e)) for e in events if e.key.startswith("call")}
    assert on_paper <= in_file
    assert set(WHOLE_YEAR.items()) <= on_paper
    _, entries = file_of(desk, events)
    (pause,) = [e for key, e in entries.items() if key.startswith("pause")]
    assert (pause.start, pause.end) == (date(2026, 4, 6), date(2026, 4, 13))
    (talk,) = [e for key, e in entries.items() if key.startswith("talk")]
    assert (talk.start, str(talk["location"])) == (datetime(2026, 5, 20, 18, tzinfo=HERE), "the library")


def test_what_was_promised_because_of_a_worry_stands_only_in_her_own_calendar_and_without_its_reason(
    desk, workshop_id, full_year
):
    place, ana, _ = full_year
    life.pause(desk, place)
    keeping.give(desk, ana, date(2026, 4, 3), safety=True)
    hers = [e for e in calendar.for_facilitator(desk, workshop_id) if e.key.startswith("phone")]
    assert {e.words for e in hers} == {"Promised call"}
    assert len(hers) >= 3
    for names in (False, True):
        theirs = written(desk, calendar.for_person(desk, ana, workshop_id, names=names)).lower()
        for told in (b"hold", b"safe", b"worse", b"repair", b"illness", b"promise"):
            assert told not in theirs
        assert theirs.count(b"phones you") == 0, "What is about safety, or about calls on hold, is nobody else's."


def test_a_time_that_no_clock_knows_stands_in_the_words_of_its_day(desk, workshop_id):
    point = setup.workshop(desk, workshop_id).points[0]
    setup.set_meeting(desk, point.id, date(2026, 9, 19), "after lunch")
    _, events = file_of(desk, calendar.for_facilitator(desk, workshop_id))
    entry = events[f"meeting-{point.months}"]
    assert (entry.start, str(entry["summary"])) == (date(2026, 9, 19), "Six-month meeting, after lunch")
