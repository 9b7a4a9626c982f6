"""A calendar file: events with their time zones, repeated calls correct over daylight saving."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from mat_desktop.facilitation.contact.calendar import Event

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar(events: Sequence[Event], title: str) -> bytes:
    """The bytes of an .ics file. The same events give the same bytes."""
    found = Calendar()
    found.add("prodid", "-//MAT Desktop//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", title)
    for event in events:
        found.add_component(_entry(event))
    found.add_missing_timezones()
    return bytes(found.to_ical())


def _entry(event: Event) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.key}@mat-desktop")
    entry.add("summary", event.words)
    entry.add("dtstart", event.starts)
    entry.add("dtstamp", datetime(2000, 1, 1, tzinfo=UTC))
    if isinstance(event.starts, datetime):
        entry.add("dtend", event.starts + timedelta(minutes=event.minutes))
        if event.days and event.until is not None:
            last = datetime.combine(event.until, event.starts.timetz())
            entry.add(
                "rrule", {"freq": "weekly", "byday": [_DAYS[d] for d in event.days], "until": last.astimezone(UTC)}
            )
    if event.place:
        entry.add("location", event.place)
    return entry
